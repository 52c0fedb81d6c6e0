"""Lines that are pasted or typed, in place of a file."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui.app.messages import Pasted
from tui.app.screens.page import BACK, Page, plain
from tui.app.state import State
from tui.app.widgets.lines import MOST, Lines
from tui.app.widgets.scroll import Column


class PastePage(Page):
    """Takes lines, and goes on with Enter, or with F5 where Enter ends a line.

    A terminal that cannot tell a paste from keys sends it letter by letter: as soon as one letter
    came, no letter and no Enter does anything but write.
    """

    aside = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "go on", id="go-on", tooltip="go on with these lines"),
        Binding("f5,ctrl+d", "finish", "go on", id="finish", tooltip="go on with these lines"),
        Binding(
            "backspace",
            "take_back",
            "take back",
            id="take-back",
            tooltip="take the last letter, line or paste away",
        ),
        Binding("ctrl+u", "clear", "clear", id="clear", tooltip="take everything away"),
        BACK,
        Binding("f1", "app.keys", "keys", id="keys", tooltip="these keys"),
    ]
    DEFAULT_CSS = """
    PastePage Static { padding: 1 1 0 1; height: auto; }
    PastePage Lines { margin: 1 0 0 0; }
    PastePage #told { text-style: bold; }
    PastePage.-short, PastePage.-tiny {
        & #hint { display: none; }
        & Lines { margin: 0; height: 1; }
        & #told { padding: 0 1; }
    }
    PastePage.-tiny #told { height: 1; }
    """

    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (8, "-short"), (14, "-tall")]  # noqa: RUF012 - no ClassVar in Textual either

    def __init__(self, state: State, title: str, hint: str) -> None:
        """`title` names the page and `hint` what is to be pasted, both as interface strings."""
        super().__init__(state)
        self._title, self._hint = title, hint
        self._told = ""
        self._asked = False

    def body(self) -> ComposeResult:
        """What is to be pasted, the lines, and what to do now."""
        with Column():
            yield Static(id="hint", markup=False)
            yield Lines(id="lines")
            yield Static(id="told", markup=False)

    def where(self) -> str:
        return self.say(self._title)

    def hidden(self) -> Iterable[str]:
        yield from super().hidden()
        if not self.is_mounted or self._lines.empty:
            yield from ("go-on", "finish", "take-back", "clear")
        else:
            yield "go-on" if self._lines.typed else "finish"

    @property
    def _lines(self) -> Lines:
        return self.query_one(Lines)

    def on_mount(self) -> None:
        self._lines.focus()

    def on_screen_resume(self) -> None:
        """Lets the lines be sent again, after a first time that led nowhere."""
        self._asked = False

    def redraw(self) -> None:
        super().redraw()
        self.query_one("#hint", Static).update(plain(self.say(self._hint)))
        self._lines.show(self.now.language)
        self.query_one("#told", Static).update(plain(*self._telling()))

    def _telling(self) -> Iterator[str]:
        if self._told:
            yield self._told
        elif self._lines.empty:
            yield self.say("Paste here as in any terminal, mostly with Ctrl+Shift+V, or type.")
        elif self._lines.typed:
            yield self.say("Enter ends a line. When all lines are here, F5 or Ctrl+D goes on.")
        else:
            yield self.say("When all lines are here, Enter goes on.")
        if self._lines.cut:
            yield self.say("Only the first {n} MB are taken; the rest is left out.", n=_MEGABYTES)

    def on_lines_changed(self) -> None:
        """Says how to go on from here."""
        self._told, self._asked = "", False
        self.redraw()

    def action_go_on(self) -> None:
        """Goes on with what was pasted."""
        self._send()

    def action_finish(self) -> None:
        """Goes on with what was typed."""
        self._send()

    def _send(self) -> None:
        if not self._asked:
            self._asked = True
            self.post_message(Pasted(self._lines.text))

    def action_take_back(self) -> None:
        """Takes the last letter, line or paste away."""
        self._lines.take_back()
        self.redraw()

    def action_clear(self) -> None:
        """Takes everything away."""
        self._lines.clear()
        self.redraw()

    def tell(self, words: str) -> None:
        self._told, self._asked = words, False
        self.redraw()


_MEGABYTES = MOST // 1_000_000
