"""During a check: five calm lines and nothing else."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.widgets import Static

from tui.app.commands import ordered
from tui.app.screens.page import Page, plain


class NowPage(Page):
    """No list, no menu, no head; the leave key is named in the last line."""

    DEFAULT_CSS = """
    NowPage { align: center middle; }
    NowPage #now { width: auto; max-width: 76; height: auto; }
    """

    def compose(self) -> ComposeResult:
        """The lines alone."""
        yield Static(id="now", markup=False)

    def hidden(self) -> Iterable[str]:
        """Everything but leaving."""
        return (command.id for command in ordered((), self.app.BINDINGS))

    def redraw(self) -> None:
        lines = [*self.now.library.notices["now"], ""]
        lines.append(self.say("F10 or Ctrl+Q closes this at once."))
        self.query_one("#now", Static).update(plain(*lines))
