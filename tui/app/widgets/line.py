"""A line to type into."""

from textual.widgets import Input

from tui.text import clean


class Line(Input):
    """A plain line; what is pasted into it passes through `clean` as all text from outside."""

    DEFAULT_CSS = """
    Line { padding: 0; }
    Line, Line:focus {
        border: none; height: 1; background: $background;
        & > .input--cursor { color: $foreground; background: $background; text-style: reverse; }
    }
    """

    def __init__(self, value: str = "", *, id: str) -> None:  # noqa: A002 - as every widget
        super().__init__(value, id=id, select_on_focus=False)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """The value without characters that could act on the terminal."""
        return clean(value)
