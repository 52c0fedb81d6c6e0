"""A line to type a passphrase into, which shows nothing of it, not even its length."""

from textual.content import Content
from textual.events import Key, Paste
from textual.message import Message
from textual.widget import Widget

from tui.app.passphrase import Passphrase
from tui.text import clean

SHOWN = "•" * 12
"""What stands for any passphrase."""


class Secret(Widget, can_focus=True):
    """A label, and the same signs whatever is typed."""

    DEFAULT_CSS = """
    Secret { height: 1; padding: 0 1; }
    Secret:focus { text-style: bold; }
    """

    class Changed(Message):
        """Something else is typed now; what it is stays here."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual’s
        super().__init__(id=id)
        self._typed = ""
        self._label, self._empty = "", ""

    @property
    def passphrase(self) -> Passphrase:
        """What was typed."""
        return Passphrase(self._typed)

    def show(self, label: str, empty: str) -> None:
        """Sets the label, and the words for nothing typed."""
        self._label, self._empty = label, empty
        self.refresh()

    def clear(self) -> None:
        """Forgets what was typed."""
        self._typed = ""
        self.refresh()

    def render(self) -> Content:
        cursor = "›" if self.has_focus else " "
        typed = (SHOWN, "") if self._typed else (self._empty, "dim")
        return Content.assemble(cursor, (self._label, "bold $accent"), " ", typed)

    def on_key(self, event: Key) -> None:
        """Takes what is typed; backspace takes the last sign away, Ctrl+U all of it."""
        if event.is_printable and event.character:
            self._take(self._typed + event.character)
        elif event.key == "backspace":
            self._take(self._typed[:-1])
        elif event.key == "ctrl+u":
            self._take("")
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: Paste) -> None:
        """Takes the first line of what is pasted."""
        event.stop()
        self._take(self._typed + clean((event.text.splitlines() or [""])[0]))

    def _take(self, typed: str) -> None:
        self._typed = typed
        self.refresh()
        self.post_message(self.Changed())
