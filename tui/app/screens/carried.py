"""What was carried over from a paper code or a file, what asks again, and what is unknown."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tui.app.screens.page import BACK, Page
from tui.app.state import State
from tui.app.widgets.scroll import Scroll
from tui.paper_code import Noted, Resumed


class CarriedPage(Page):
    """Says it once; Enter goes on to the situations."""

    aside = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "back", "go on", id="go-on", tooltip="go on to the first screen"),
        BACK,
    ]
    DEFAULT_CSS = """
    CarriedPage Scroll { padding: 1 1 0 1; }
    CarriedPage Static { max-width: 76; height: auto; }
    """

    def __init__(
        self, state: State, found: Resumed, decided: int = 0, *, left: bool = False
    ) -> None:
        """`decided` is how many decisions about findings came; `left`: earlier ones did not."""
        super().__init__(state)
        self._found = found
        self._decided = decided
        self._left = left

    def body(self) -> ComposeResult:
        """The lines."""
        with Scroll():
            yield Static(id="carried", markup=False)

    def where(self) -> str:
        return self.say("carried over")

    def redraw(self) -> None:
        super().redraw()
        text = Content("\n").join(Content.styled(line, style) for line, style in self._lines())
        self.query_one("#carried", Static).update(text)

    def _lines(self) -> Iterator[tuple[str, str]]:
        count, found = self.now.language.count, self._found
        yield (
            count(len(found.marks), "{n} mark was carried over.", "{n} marks were carried over."),
            ("bold"),
        )
        if self._decided:
            one = "{n} decision about your data was carried over."
            yield count(self._decided, one, "{n} decisions about your data were carried over."), ""
        if self._left:
            yield self.say("Decisions made before opening the file were not carried over."), ""
        yield self.say("What happened is never kept: you are asked again."), ""
        if found.changed:
            yield "", ""
            yield self.say("These changed since. They have no mark, so look at them again:"), "bold"
            for item in found.changed:
                yield f"  {self.now.translated(item).title}", ""
        if found.unknown:
            yield "", ""
            yield self.say("These are not here any more. They were not carried over:"), "bold"
            for noted in found.unknown:
                yield from ((f"  {words}", "") for words in self._unknown(noted))

    def _unknown(self, noted: Noted) -> Iterator[str]:
        lists = self.now.library.checklists
        title = next((one.title for one in lists if one.number == noted.number), "")
        if not title:
            yield self.say("list {n}", n=noted.number)
            return
        for number in noted.marks:
            yield self.say("{title}: item {n}", title=title, n=number)
