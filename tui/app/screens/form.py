"""The keys of screens with one line a choice."""

from textual.binding import Binding

LINES = [
    Binding(
        "down,tab",
        "app.focus_next",
        "line",
        id="line",
        key_display="↑↓",
        tooltip="the next line",
    ),
    Binding(
        "up,shift+tab",
        "app.focus_previous",
        id="line-before",
        show=False,
        tooltip="the line before",
    ),
]
CHOICES = [
    Binding(
        "right,space",
        "turn(1)",
        "choose",
        id="choose",
        key_display="←→",
        tooltip="the next choice of this line",
    ),
    Binding("left", "turn(-1)", id="before", show=False, tooltip="the choice before"),
]
