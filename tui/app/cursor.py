"""Where the terminal's own cursor stands, which screen readers and braille lines follow."""

from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import Input


def cursor_for(focused: Widget | None) -> Offset:
    """The chosen row, the place in an input line, or else the start of what has the keys."""
    match focused:
        case None:
            return Offset(0, 0)
        case Input():
            return focused.cursor_screen_offset
    line: int = getattr(focused, "line_of_cursor", 0)
    return focused.content_region.offset + Offset(0, line)
