"""Text that can be scrolled."""

from typing import ClassVar

from textual.containers import VerticalScroll
from textual.scrollbar import ScrollBar, ScrollBarRender


class WholeCells(ScrollBarRender):
    """Draws the bar in whole cells: not every font has the glyphs for parts of one."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]


def simplify(bar: ScrollBar) -> None:
    """Lets a scrollbar be drawn in whole cells."""
    bar.renderer = WholeCells  # type: ignore[misc] # declared for all bars, meant for one


class Scroll(VerticalScroll):
    """A column to scroll through with the keys."""

    DEFAULT_CSS = """
    Scroll { scrollbar-size-vertical: 1; }
    """

    def on_mount(self) -> None:
        simplify(self.vertical_scrollbar)


class Column(Scroll, inherit_bindings=False, can_focus=False):
    """A column of parts with the keys; it scrolls to the one at hand, and takes no key itself."""
