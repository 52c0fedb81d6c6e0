"""The keys of screens with one line a choice."""

from collections.abc import Callable

from textual.binding import Binding
from textual.screen import Screen

LINES = [
    Binding(
        "down,tab",
        "app.focus_next",
        "line",
        id="line",
        key_display="↑↓",
        tooltip="the next line",
        priority=True,
    ),
    Binding(
        "up,shift+tab",
        "app.focus_previous",
        id="line-before",
        show=False,
        tooltip="the line before",
        priority=True,
    ),
]
"""They are taken at once: the next letter is meant for the next line."""

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


def after_typing(page: Screen[None], do: Callable[[], None]) -> None:
    """Does something once every letter that was typed before is in its line."""
    (page.focused or page).call_later(do)
