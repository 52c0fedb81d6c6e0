"""The few questions; every one can be skipped, answered with "I don't know" or changed later."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui.app.messages import Answered, MomentChanged
from tui.app.screens.page import Page, plain
from tui.app.state import State
from tui.app.widgets.rows import Row, RowList
from tui.content.model import App, Audience, Device, Moment, Situation
from tui.plan import Answer, Profile
from tui.session import Status
from tui.words import APP_NAMES, DEVICE_NAMES

UNKNOWN = "dont-know"
SETTLES = 0.25
"""Seconds that a question stands before it takes an answer: what comes sooner was not for it."""
Options = tuple[tuple[StrEnum, str], ...]


@dataclass(frozen=True)
class Question:
    """A question about one field of the profile; `many` may be ticked at once."""

    field: str
    text: str
    note: str
    options: Options
    many: bool = False
    kind: Callable[[str], StrEnum] = Answer

    @property
    def names(self) -> tuple[str, ...]:
        """Every answer by its name, the first for those who do not know."""
        return (UNKNOWN, *(value.value for value, _ in self.options))

    def row(self, name: str) -> str:
        """The id of the row of an answer; no two questions share one."""
        return f"{self.field}/{name}"


_YES_NO: Options = ((Answer.NO, "No"), (Answer.YES, "Yes"))
HAPPENED = Question(
    "happened",
    "In the last 12 months, has any of this happened to you or close to you?",
    "A summons, a search, questioning, an arrest, a phone taken or checked: to you, to somebody "
    "you live with, or to somebody you write to.",
    ((Answer.NO, "No, nothing like that"), (Answer.YES, "Yes, at least one of these")),
)
OUT_OF_HANDS = Question(
    "out_of_hands",
    "Was your phone out of your hands?",
    "Even for minutes, with people you do not trust.",
    _YES_NO,
)
DEVICES = Question(
    "devices",
    "Which devices do you use?",
    "The steps for these come first. Nothing ticked: steps for all.",
    tuple((device, DEVICE_NAMES[device]) for device in Device),
    many=True,
    kind=Device,
)
APPS = Question(
    "apps",
    "Which apps do you use?",
    "The steps for these come first. Nothing ticked: steps for all.",
    tuple((app, APP_NAMES[app]) for app in App),
    many=True,
    kind=App,
)
AUDIENCE = Question(
    "audience",
    "What fits you?",
    "It changes the order a little, nothing else.",
    (
        (Audience.RELATIVES, "A relative of somebody detained"),
        (Audience.FORMER_PRISONERS, "Somebody who was detained"),
        (Audience.JOURNALISTS, "A journalist"),
        (Audience.ORGANISATIONS, "I work in an organisation"),
        (Audience.ABROAD, "I live abroad and visit"),
        (Audience.EVERYONE, "Somebody else"),
    ),
    kind=Audience,
)


def questions(situation: Situation | None) -> tuple[Question, ...]:
    """The questions for a situation; the moment is not asked where the situation says it."""
    about_you = (DEVICES, APPS, AUDIENCE)
    return about_you if situation and situation.moment else (HAPPENED, OUT_OF_HANDS, *about_you)


def moment_open(profile: Profile) -> Profile:
    """The profile without what was answered about a moment that is over."""
    return replace(profile, happened=None, out_of_hands=None)


class QuestionsPage(Page):
    """One question at a time; nothing is kept but the answers of this run."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "go on", id="go-on", tooltip="take this answer and go on"),
        Binding("space", "tick", "tick", id="tick", tooltip="tick or untick, where several fit"),
        Binding("s", "skip", "skip", id="skip", tooltip="leave this question open"),
        Binding("f", "finish", "plan now", id="finish", tooltip="show the plan without the rest"),
        Binding("escape", "back", "back", id="back", tooltip="go back one question"),
    ]
    DEFAULT_CSS = """
    QuestionsPage #text { padding: 1 1 0 1; text-style: bold; }
    QuestionsPage #note { padding: 0 1 1 1; text-style: dim; }
    """

    def __init__(self, state: State, situation: Situation | None) -> None:
        super().__init__(state)
        self._name = situation.id if situation else None
        self._questions = questions(situation)
        self._place = 0
        happened = situation is not None and situation.moment is Moment.AFTER
        known = state.plan.profile
        self._profile = self._told = moment_open(known) if happened else known
        self._settles: object | None = None

    @property
    def _situation(self) -> Situation | None:
        """The situation in the language shown."""
        return next((one for one in self.now.library.situations if one.id == self._name), None)

    @property
    def question(self) -> Question:
        """The question at hand."""
        return self._questions[self._place]

    def body(self) -> ComposeResult:
        """The question, a note, and the answers."""
        yield Static(id="text", markup=False)
        yield Static(id="note", markup=False)
        yield RowList(id="answers")

    def where(self) -> str:
        return self._situation.title if self._situation else self.say("about you")

    def hidden(self) -> Iterable[str]:
        yield from super().hidden()
        if self._settles:
            yield from ("go-on", "skip", "tick")
        elif not self.question.many:
            yield "tick"

    def on_mount(self) -> None:
        self._settle()

    def _settle(self) -> None:
        """Takes no answer until the question has been drawn and has stood a moment."""
        self._settles = settles = object()
        self.redraw_foot()
        later = asyncio.get_running_loop().call_later
        self.call_after_refresh(later, SETTLES, self._settled, settles)

    def _settled(self, settles: object) -> None:
        if self.is_attached and settles is self._settles:
            self._settles = None
            self.redraw_foot()

    def redraw(self) -> None:
        super().redraw()
        count = self.say("{n} of {all}", n=self._place + 1, all=len(self._questions))
        self.query_one("#text", Static).update(plain(self.say(self.question.text)))
        note = f"{count} · {self.say(self.question.note)}"
        intro = self._situation.intro if self._situation and not self._place else ""
        self.query_one("#note", Static).update(plain(note, *((intro,) if intro else ())))
        ticked = self._ticked()
        unknown = "I don’t know: show all" if self.question.many else "I don’t know"
        rows = [self._row(UNKNOWN, unknown, ticked=not ticked)]
        for value, word in self.question.options:
            rows.append(self._row(value.value, word, ticked=value in ticked))
        answers = self.query_one(RowList)
        known = {row.id for row in rows}
        first = next((name for name in self.question.names if name in ticked), UNKNOWN)
        answers.show(rows, answers.chosen if answers.chosen in known else self.question.row(first))

    def _row(self, name: str, word: str, *, ticked: bool) -> Row:
        mark = self.now.marks[Status.DONE if ticked else Status.TODO]
        return Row(self.question.row(name), f"{mark} {self.say(word)}")

    def _ticked(self) -> frozenset[StrEnum]:
        answer = getattr(self._profile, self.question.field)
        if answer is None or answer is Answer.UNKNOWN:
            return frozenset()
        return answer if self.question.many else frozenset({answer})

    def _answer(self, answer: object) -> None:
        """Keeps an answer; one about the moment counts at once unless it is a no."""
        changed: dict[str, Any] = {self.question.field: answer}
        self._profile = replace(self._profile, **changed)
        if self.question.kind is Answer and answer is not Answer.NO:
            self._told = replace(self._told, **changed)
            self.post_message(MomentChanged(self._situation, self._told))

    def action_tick(self) -> None:
        """Ticks or unticks the answer under the cursor, where several fit."""
        field, _, name = (self.query_one(RowList).chosen or "").partition("/")
        if field != self.question.field:
            return
        if name == UNKNOWN:
            self._answer(None)
        else:
            changed = self._ticked() ^ {self.question.kind(name)}
            self._answer(changed or None)
        self.redraw()

    def take(self, row: str) -> None:
        field, _, name = row.partition("/")
        if self._settles or field != self.question.field:
            return
        if name == UNKNOWN:
            asked = self.question.kind is Answer
            self._answer(Answer.UNKNOWN if asked else None)
        elif not self.question.many:
            self._answer(self.question.kind(name))
        elif not self._ticked():
            self._answer(frozenset({self.question.kind(name)}))
        self._go_on()

    def action_skip(self) -> None:
        """Leaves the question open."""
        self._answer(None)
        self._go_on()

    def action_finish(self) -> None:
        """Shows the plan with the answers so far."""
        self.post_message(Answered(self._situation, self._profile))

    def action_back(self) -> None:
        """Goes back one question, or out."""
        if self._place:
            self._turn_to(self._place - 1)
        else:
            super().action_back()

    def _go_on(self) -> None:
        if self._place + 1 < len(self._questions):
            self._turn_to(self._place + 1)
        else:
            self.action_finish()

    def _turn_to(self, place: int) -> None:
        self._place = place
        self.redraw()
        self._settle()
