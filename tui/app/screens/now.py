"""During a check: five calm lines and nothing else."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.widgets import Static

from tui.app.commands import ordered
from tui.app.screens.page import Page, plain
from tui.app.widgets.scroll import Scroll


class NowPage(Page):
    """No list, no menu, no head; the way out stands below, and nothing takes its place."""

    DEFAULT_CSS = """
    NowPage { overflow: hidden; }
    NowPage Scroll { align: center middle; scrollbar-size-vertical: 0; }
    NowPage #now { width: auto; max-width: 100%; height: auto; }
    NowPage #leave { dock: bottom; width: 100%; height: auto; text-align: center; }
    """

    def compose(self) -> ComposeResult:
        """The lines alone."""
        with Scroll():
            yield Static(id="now", markup=False)
        yield Static(id="leave", markup=False)

    def hidden(self) -> Iterable[str]:
        """Everything but leaving."""
        return (command.id for command in ordered((), self.app.BINDINGS))

    def redraw(self) -> None:
        self.query_one("#now", Static).update(plain(*self.now.library.notices["now"]))
        self.query_one("#leave", Static).update(
            plain(self.say("F10 or Ctrl+Q closes this at once."))
        )
