"""The line at the top: where you are, the language, and what is saved."""

from textual.content import Content
from textual.widget import Widget

from tui.text import shorten, width


class Head(Widget):
    """One line and a rule; the left side gives way first."""

    DEFAULT_CSS = """
    Head { height: 2; dock: top; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._left, self._right = "", ""

    def show(self, left: str, right: str) -> None:
        """Sets both sides."""
        self._left, self._right = left, right
        self.refresh()

    def render(self) -> Content:
        columns = self.content_size.width
        room = max(0, columns - width(self._right) - 2)
        left = shorten(self._left, room)
        gap = " " * max(2, columns - width(left) - width(self._right))
        return Content.assemble(
            (left, "bold"), gap, (self._right, "dim"), "\n", ("─" * columns, "dim")
        )
