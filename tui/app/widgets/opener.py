"""A line that says what was chosen elsewhere, and opens that place."""

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui.text import shorten


class Opener(Widget, can_focus=True):
    """Words beside a label, in one line."""

    DEFAULT_CSS = """
    Opener { height: 1; padding: 0 1; }
    Opener:focus { text-style: bold; }
    """

    class Opened(Message):
        """The place behind the line is wanted."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual’s
        super().__init__(id=id)
        self._label, self._words = "", ""

    def show(self, label: str, words: str) -> None:
        """Sets the label and the words."""
        self._label, self._words = label, words
        self.refresh()

    def render(self) -> Content:
        cursor = "›" if self.has_focus else " "
        words = shorten(f"{cursor}{self._label} {self._words}", self.content_size.width)
        label = len(cursor) + len(self._label)
        return Content.assemble(words[:1], (words[1:label], "bold $accent"), words[label:])

    def open(self) -> None:
        """Asks for the place behind the line."""
        self.post_message(self.Opened())

    def on_click(self) -> None:
        self.open()
