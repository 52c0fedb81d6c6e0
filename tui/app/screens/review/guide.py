"""Before the first file: what making an archive shows, where to do it, and what to tick."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tui.app.screens.choose_file import ChooseFilePage
from tui.app.screens.page import BACK, Page
from tui.app.state import State
from tui.app.widgets.scroll import Scroll
from tui.content.archives import Box, Guide
from tui.guidance import checked, sources
from tui.text import width, wrap
from tui.words import EVIDENCE_WORDS

_WIDEST = 90
_INDENT = 2
Line = tuple[str, str]
_OLD = (
    "checked {n} month ago: labels may have moved",
    "checked {n} months ago: labels may have moved",
)
_PASTED = frozenset({"android"})
"""Services whose data is a short text, as likely pasted as saved."""
_WITH_THE_ARCHIVE = ("looking", "afterwards")
"""What is said before an archive is made and belongs to the time when it is there."""


class GuidePage(Page):
    """Text to read first; then a yes that it is one's own data."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "agree", "my own data: go on", id="agree", tooltip="say yes; choose the file"),
        Binding("t", "paste", "yes, and paste", id="paste", tooltip="say yes; paste the list"),
        BACK,
    ]
    DEFAULT_CSS = """
    GuidePage #text { padding: 0 1; height: auto; }
    GuidePage #yes {
        dock: bottom; margin: 0 1 2 1; height: auto; max-height: 4;
        border-top: solid ansi_bright_black; text-style: bold;
    }
    """

    def __init__(self, state: State, service: str) -> None:
        super().__init__(state)
        self.service = service

    @property
    def _guide(self) -> Guide:
        return self.now.library.archives.guide(self.service)

    def body(self) -> ComposeResult:
        """What to know, and the sentence that is agreed to."""
        with Scroll():
            yield Static(id="text", markup=False)
        yield Static(id="yes", markup=False)

    def where(self) -> str:
        return self.say("my own data › {service}", service=self._guide.title)

    def hidden(self) -> Iterator[str]:
        yield from super().hidden()
        if self.service not in _PASTED:
            yield "paste"

    def on_resize(self) -> None:
        self.redraw()

    def redraw(self) -> None:
        super().redraw()
        columns = min(self.size.width - 4, _WIDEST)
        styled = [Content.styled(text, style) for text, style in self._lines(max(columns, 20))]
        self.query_one("#text", Static).update(Content("\n").join(styled))
        agreed = " ".join(self.now.library.notices["own-data-yes"])
        words = self.say("{yes} Press y to say so and go on.", yes=agreed)
        self.query_one("#yes", Static).update(Content(words))

    def _lines(self, columns: int) -> Iterator[Line]:
        guide, before = self._guide, self.now.library.archives.before
        for one in before:
            if one.id not in _WITH_THE_ARCHIVE:
                own = guide.visible if one.id == "visible" else ()
                yield from _block(one.title, (*own, *one.lines), columns)
        yield from _block(self.say("How to make it"), self._steps(), columns)
        yield from _block(self.say("What belongs in it"), self._boxes(), columns)
        yield from _block(self.say("If another kind of file came"), guide.wrong, columns)
        for one in before:
            if one.id in _WITH_THE_ARCHIVE:
                yield from _block(one.title, one.lines, columns)
        limits = [limit.text for limit in guide.limits]
        yield from _block(self.say("What no archive shows"), limits, columns)
        yield from _block(self.say("Source"), [self._source()], columns, "dim")

    def _steps(self) -> list[str]:
        differs = f" ({self.say('may be named differently')})"
        return [
            f"{number} {step.text}{differs if step.general else ''}"
            for number, step in enumerate(self._guide.steps, start=1)
        ]

    def _boxes(self) -> list[str]:
        boxes = self._guide.boxes
        names = [self.say("Some of this may be named differently.")]
        return (names if any(box.may_differ for box in boxes) else []) + [*map(self._box, boxes)]

    def _box(self, box: Box) -> str:
        state = "ticked already" if box.on else "not ticked yet" if box.off else ""
        return " · ".join(filter(None, (box.label, self.say(state) if state else "", box.gives)))

    def _source(self) -> str:
        guide, library = self._guide, self.now.library
        language = library.language
        seen = checked(guide.checked, library.age_of_archive(guide), language, _OLD)
        evidence = language.text(EVIDENCE_WORDS[guide.evidence])
        return " · ".join((sources(guide.sources), seen, evidence))

    def action_agree(self) -> None:
        """Goes on to the choice of a file."""
        guide = self._guide
        self.go_to(ChooseFilePage(self.now, guide.title, guide.file))

    def action_paste(self) -> None:
        """Goes on to a place to paste into."""
        from tui.app.screens.paste import PastePage

        self.go_to(PastePage(self.now, self._guide.title, self._guide.file))


def _block(
    title: str, texts: tuple[str, ...] | list[str], columns: int, style: str = ""
) -> Iterator[Line]:
    """A title over texts, each with its other lines set in under the first."""
    if not texts:
        return
    yield title, "bold $accent"
    for text in texts:
        number = text.partition(" ")[0] if text[:1].isdigit() else " "
        hanging = " " * (_INDENT + width(number) + 1)
        for line in wrap(text, columns, first=" " * _INDENT, rest=hanging):
            yield line, style
    yield "", ""
