"""The paper code of what is at hand: a few signs to copy by hand."""

from collections.abc import Callable, Iterator

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.app.screens.page import Page
from tui.app.state import State
from tui.app.widgets.scroll import Scroll
from tui.content.model import Item
from tui.paper_code import write


class CodePage(Page):
    """The code in groups of four, one line a row; nothing is saved by it."""

    aside = True

    DEFAULT_CSS = """
    CodePage Scroll { padding: 1 1 0 1; }
    CodePage Static { max-width: 76; height: auto; }
    """

    def __init__(self, state: State, called: Callable[[], str], items: tuple[Item, ...]) -> None:
        """`called` names what the items belong to, in the language shown."""
        super().__init__(state)
        self._called = called
        self._items = items

    def body(self) -> ComposeResult:
        """The code and how to copy it."""
        with Scroll():
            yield Static(id="code", markup=False)

    def where(self) -> str:
        return f"{self.say('paper code')} › {self._called()}"

    def redraw(self) -> None:
        super().redraw()
        code = write(self.now.session.marks, self.now.library, self._items)
        lines = [*(self._shown(code) if code else self._nothing())]
        if self.now.session.review.marks:
            lines.append((self.say("What you decided about your data is never in a code."), ""))
        text = Content("\n").join(Content.styled(line, style) for line, style in lines)
        self.query_one("#code", Static).update(text)

    def _shown(self, code: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        marks = sum(item.ref in self.now.session.marks for item in self._items)
        yield self.now.language.count(marks, "{n} mark", "{n} marks"), ""
        yield "", ""
        for line in code:
            yield f"    {line.replace(' ', '   ')}", "bold"
            yield "", ""
        yield self.say("Copy it by hand, group by group, on any paper. Take no photo."), ""
        yield self.say("O and 0 are the same here, and so are I, L and 1."), ""
        yield self.say("To go on from it: c on the first screen, or paradak resume."), ""
        yield "", ""
        yield self.say("Whoever has Paradak can read from it what you marked."), ""
        yield self.say("It holds no time, no name and none of your answers."), ""
        yield self.say("Nothing is saved."), ""

    def _nothing(self) -> Iterator[tuple[str, str]]:
        yield self.say("Nothing is marked here, so there is no code yet."), "bold"
        yield self.say("Mark something first: done, later or not for me."), ""
