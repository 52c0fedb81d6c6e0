"""The keys of the screen below, and those that work everywhere."""

from textual.app import ComposeResult
from textual.widgets import Static

from tui.app.screens.page import Page, plain
from tui.app.state import State
from tui.app.widgets.scroll import Scroll
from tui.text import width, wrap


class KeysPage(Page):
    """Every key with what it does, read from the bindings."""

    DEFAULT_CSS = """
    KeysPage Scroll { padding: 1 1 0 1; }
    """

    def __init__(self, state: State, below: Page, *, moves: bool) -> None:
        """`below` is the screen below; `moves`: a cursor or text moves there."""
        super().__init__(state)
        self._below = below
        self._commands = below.commands()
        self._moves = moves

    def body(self) -> ComposeResult:
        """The keys, and what the marks and numbers mean."""
        with Scroll():
            yield Static(id="keys", markup=False)

    def where(self) -> str:
        return self.say("keys")

    def on_resize(self) -> None:
        self.redraw()

    def redraw(self) -> None:
        super().redraw()
        rows = [(command.names(), self.say(command.does)) for command in self._commands]
        if self._moves:
            rows.insert(0, ("↑↓ PgUp PgDn", self.say("move the cursor; the mouse works too")))
        wide = max(width(name) for name, _ in rows)
        columns, indent = self.size.width - 3, " " * (wide + 3)
        lines: list[str] = []
        for name, does in rows:
            lines += wrap(does, columns, first=f"{name:{wide}}   ", rest=indent)
        for sign in ("", *self._below.signs()):
            lines += [sign] if width(sign) <= columns else wrap(sign, columns)
        lines += [
            self.say("Nothing is sent. Only printing and saving write a file."),
            self.say("What is not yet saved when you leave is lost."),
            self.say("Some terminals keep F10 for themselves: Ctrl+Q leaves as well."),
        ]
        self.query_one("#keys", Static).update(plain(*lines))
