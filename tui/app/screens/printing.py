"""The print dialog: what, how much, as what, and into which new file."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from tui.app.messages import WriteRequested
from tui.app.screens.page import BACK, Page, plain
from tui.app.state import State
from tui.app.widgets.choice import Choice
from tui.app.widgets.line import Line
from tui.content.model import Checklist
from tui.export import (
    Detail,
    Document,
    Format,
    from_checklists,
    from_look_again,
    from_plan,
    suggest_name,
)
from tui.plan import Group, Plan, look_again
from tui.text import clean, width

THIS, FIRST, PLAN, ALL, AGAIN = "this", "first", "plan", "all", "again"
BLANK, MARKED = "blank", "marked"


class PrintPage(Page):
    """Writes nothing until Enter; blank boxes unless the person asks for marks."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "write", "write", id="write", tooltip="write the file", priority=True),
        Binding(
            "down,tab",
            "app.focus_next",
            "line",
            id="line",
            key_display="↑↓",
            tooltip="the next line",
        ),
        Binding(
            "up,shift+tab",
            "app.focus_previous",
            id="line-before",
            show=False,
            tooltip="the line before",
        ),
        Binding(
            "right,space",
            "turn(1)",
            "choose",
            id="choose",
            key_display="←→",
            tooltip="the next choice of this line",
        ),
        Binding("left", "turn(-1)", id="before", show=False, tooltip="the choice before"),
        BACK,
    ]
    DEFAULT_CSS = """
    PrintPage #form { padding: 1 0; height: auto; }
    PrintPage Horizontal { height: 1; padding: 0 1; }
    PrintPage #label { width: auto; color: $accent; text-style: bold; }
    PrintPage Line { width: 1fr; }
    PrintPage #size, PrintPage #paper, PrintPage #result { padding: 1 1 0 1; }
    PrintPage #result { text-style: bold; }
    """

    def __init__(self, state: State, checklist: str | None, *, again: bool = False) -> None:
        """`checklist` is the list at hand; `again` says that what to look at again is."""
        super().__init__(state)
        self._checklist = checklist
        plan = (FIRST, PLAN) if state.plan.parts else ()
        lists = (*((THIS,) if checklist else ()), *plan, ALL)
        self._what = (AGAIN, *lists) if again else (*lists, AGAIN)
        self._file = suggest_name(Format.HTML)
        self._result = ""
        self._asked = False

    def body(self) -> ComposeResult:
        """One line a choice, the file, how much it is, and the risk of paper."""
        yield Choice(self._what, self._what[0], id="what")
        yield Choice(tuple(Detail), Detail.STEPS, id="detail")
        yield Choice(tuple(Format), Format.HTML, id="format")
        yield Choice((BLANK, MARKED), BLANK, id="marks")
        with Horizontal():
            yield Static(id="label", markup=False)
            yield Line(self._file, id="file")
        yield Static(id="size", markup=False)
        yield Static(id="paper", markup=False)
        yield Static(id="result", markup=False)

    def where(self) -> str:
        return self.say("print")

    def hidden(self) -> Iterable[str]:
        return [*super().hidden(), "find", "print"]

    def on_mount(self) -> None:
        self.query_one("#what").focus()

    def redraw(self) -> None:
        super().redraw()
        what = {
            THIS: self.say("this list"),
            FIRST: self.say("first steps of my plan"),
            PLAN: self.say("my whole plan"),
            ALL: self.say("all lists"),
            AGAIN: self.say("what to look at again"),
        }
        words = {
            "What": tuple(what[one] for one in self._what),
            "Detail": self._words("titles", "with steps", "everything"),
            "As": self._words("text", "Markdown", "HTML"),
            "Marks": self._words("blank boxes", "my marks: they tell what you did"),
        }
        labels = self._words(*words, "File")
        wide = max(width(label) for label in labels) + 2
        *above, file = (f"{label}{' ' * (wide - width(label))}" for label in labels)
        for choice, label, options in zip(self.query(Choice), above, words.values(), strict=True):
            choice.show(label, options)
        self.query_one("#label", Static).update(plain(f" {file} "))
        self.query_one("#paper", Static).update(plain(*self.now.library.notices["paper"]))
        self.query_one("#result", Static).update(
            plain(self._result or self.say("nothing is written yet"))
        )
        self._measure()

    def _words(self, *words: str) -> tuple[str, ...]:
        return tuple(self.say(word) for word in words)

    def _choice(self, name: str) -> Choice:
        return self.query_one(f"#{name}", Choice)

    def _measure(self) -> None:
        items = self._items()
        lists = self.now.language.count(items, "{n} item", "{n} items")
        folder = self._folder()
        words = self.say("{items}, in {folder}", items=lists, folder=folder) if folder else lists
        self.query_one("#size", Static).update(plain(words))

    def _path(self) -> Path:
        name = self.query_one(Line).value.strip()
        return Path(os.path.expanduser(name))  # noqa: PTH111 - the other one fails on "~nobody"

    def _folder(self) -> str:
        """The folder the file goes to; empty where it is gone, as a stick that was taken out."""
        try:
            return clean(str(Path.cwd() / self._path().parent))
        except OSError:
            return ""

    def _items(self) -> int:
        what = self._choice("what").chosen
        if what == FIRST:
            parts = (part for part in self.now.plan.parts if part.heading is Group.FIRST)
            return sum(len(part.entries) for part in parts)
        if what == PLAN:
            return len(self.now.plan.entries)
        if what == AGAIN:
            return len(self._again().entries)
        return sum(len(found.items) for found in self._checklists(what))

    def _again(self) -> Plan:
        plan = self.now.plan
        return look_again(self.now.library, plan.situation, plan.profile)

    def _checklists(self, what: str) -> tuple[Checklist, ...]:
        if what == THIS and self._checklist:
            return (self.now.library.checklist(self._checklist),)
        return self.now.library.checklists

    def on_choice_changed(self, message: Choice.Changed) -> None:
        if message.choice.id == "format":
            self._rename(Format(message.choice.chosen))
        self._ask_again()

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.value != self._file:
            self._file = event.value
            self._ask_again()

    def _ask_again(self) -> None:
        self._result, self._asked = "", False
        self.redraw()

    def _rename(self, form: Format) -> None:
        line = self.query_one(Line)
        folder, name = os.path.split(line.value)
        stem = name.rpartition(".")[0] or name
        line.value = os.path.join(folder, f"{stem}{form.ending}")  # noqa: PTH118 - keeps "~" and ".."

    def _document(self) -> Document:
        what, detail = self._choice("what").chosen, Detail(self._choice("detail").chosen)
        marked = self._choice("marks").chosen == MARKED
        session, library = self.now.session, self.now.library
        if what in {FIRST, PLAN}:
            first_only = what == FIRST
            return from_plan(session, library, detail, with_marks=marked, first_only=first_only)
        if what == AGAIN:
            again = self._again()
            return from_look_again(again, library, detail, session if marked else None)
        lists = self._checklists(what)
        return from_checklists(lists, library, detail, session if marked else None)

    def action_turn(self, by: int) -> None:
        """Takes the next choice of the line at hand."""
        if isinstance(self.focused, Choice):
            self.focused.move(by)

    def action_write(self) -> None:
        """Asks for the file to be written; pressed twice in haste, once."""
        if self._asked:
            return
        if not self.query_one(Line).value.strip():
            self.show_result(self.say("give the file a name first"), written=False)
            return
        form = Format(self._choice("format").chosen)
        self._asked = True
        self.show_result(self.say("writing …"), written=True)
        self.post_message(WriteRequested(self._path(), self._document(), form))

    def show_result(self, words: str, *, written: bool) -> None:
        """Says what became of a file; the same is not asked for again once it is written."""
        self._result, self._asked = words, self._asked and written
        if self.is_mounted:
            self.redraw()
