"""A table of any length: only the rows that are seen are asked for and drawn."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.app.widgets.scroll import simplify
from tui.text import fit, width

_GAP = 2
_AT_CURSOR = Style(reverse=True, dim=False)


@dataclass(frozen=True)
class Column:
    """A column of at least `width` cells; `right` sets it flush with its right edge."""

    title: str
    width: int
    right: bool = False


class Table(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows under a heading that stays; the row under the cursor is always in view.

    The first column takes the room that is left. Where that is less than its width, columns are
    left out from the right. Enter is left to the screen, as in every list.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"table--heading", "table--cursor"}
    DEFAULT_CSS = """
    Table {
        height: 1fr; padding: 0 1; overflow-x: hidden; scrollbar-size-vertical: 1;
        & > .table--heading { text-style: bold; }
        & > .table--cursor {
            color: $block-cursor-foreground; text-style: $block-cursor-text-style;
        }
    }
    """

    cursor = reactive(-1, repaint=False)
    """The number of the row under the cursor, from 0; -1 where there are no rows."""

    @dataclass
    class Chosen(Message):
        """A row was clicked."""

        index: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as every widget
        super().__init__(id=id)
        self._columns: Sequence[Column] = ()
        self._count = 0
        self._row: Callable[[int], Sequence[str]] = _no_row

    def show(
        self,
        columns: Sequence[Column],
        count: int,
        row: Callable[[int], Sequence[str]],
        cursor: int = 0,
    ) -> None:
        """Sets the rows; `row` gives the cells of one, and is asked only for those that are drawn.

        What scrolled away comes back to the row under the cursor.
        """
        self._columns, self._count, self._row = columns, count, row
        self.virtual_size = Size(0, count + 1)
        self.cursor = cursor
        self._into_view()
        self.refresh()

    def redraw_rows(self) -> None:
        """Draws the same rows again: what stands in them is another."""
        self.refresh()

    @property
    def line_of_cursor(self) -> int:
        """The line of the widget on which the row under the cursor stands."""
        return self._heading + max(0, self.cursor - self.scroll_offset.y)

    @property
    def _heading(self) -> int:
        """Lines of the heading: where there is but one line, it belongs to the row."""
        return int(self.size.height > 1)

    @property
    def _seen(self) -> int:
        """How many rows fit."""
        return max(1, self.size.height - self._heading)

    def validate_cursor(self, cursor: int) -> int:
        """The nearest row there is."""
        return min(max(cursor, 0), self._count - 1)

    def watch_cursor(self, before: int, now: int) -> None:
        """Shows the row under the cursor, and the other one without it."""
        self._into_view()
        for row in (before, now):
            line = self._heading + row - self.scroll_offset.y
            self.refresh(Region(0, line, self.outer_size.width, 1))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Takes the cursor along where the rows are scrolled away from under it."""
        super().watch_scroll_y(old_value, new_value)
        top = self.scroll_offset.y
        self.cursor = min(max(self.cursor, top), top + self._seen - 1)

    def _into_view(self) -> None:
        top, cursor = self.scroll_offset.y, max(0, self.cursor)
        lowest = max(0, min(cursor, self._count - self._seen))
        top = min(max(top, cursor - self._seen + 1), lowest)
        if self.is_mounted and top != self.scroll_y:
            self.scroll_to(y=top, animate=False, force=True)

    def action_move(self, by: int) -> None:
        """Moves the cursor by some rows."""
        self.cursor += by

    def action_page(self, by: int) -> None:
        """Moves the cursor by some pages."""
        self.cursor += by * self._seen

    def action_first(self) -> None:
        """Goes to the first row."""
        self.cursor = 0

    def action_last(self) -> None:
        """Goes to the last row."""
        self.cursor = self._count - 1

    def on_click(self, event: Click) -> None:
        """Takes one row in a double click: the second click could meet rows that are new."""
        at = event.get_content_offset(self)
        if at is None or event.chain > 1 or at.y < self._heading:
            return
        index = self.scroll_offset.y + at.y - self._heading
        if index < self._count:
            self.cursor = index
            self.post_message(self.Chosen(index))

    def on_mount(self) -> None:
        simplify(self.vertical_scrollbar)

    def on_resize(self) -> None:
        """Keeps the row under the cursor in view when there is less height."""
        self._into_view()

    def render_line(self, y: int) -> Strip:
        """One line, at the width at hand."""
        columns = self.scrollable_content_region.width
        index = self.scroll_offset.y + y - self._heading
        if y < self._heading:
            titles = [column.title for column in self._columns]
            return self._strip(titles, columns, self.get_component_rich_style("table--heading"))
        if not 0 <= index < self._count:
            return Strip.blank(columns, self.rich_style)
        style = self.rich_style
        if index == self.cursor:
            style = self.get_component_rich_style("table--cursor") + _AT_CURSOR
        return self._strip(self._row(index), columns, style)

    def _strip(self, cells: Sequence[str], columns: int, style: Style) -> Strip:
        text = "".join(_parts(self._columns, cells, columns))
        return Strip([Segment(text, style)]).adjust_cell_length(columns, style)


def _no_row(index: int) -> Sequence[str]:
    del index
    return ()


def _parts(columns: Sequence[Column], cells: Sequence[str], room: int) -> Iterator[str]:
    """The cells of a row, each as wide as its column, and the gaps between them."""
    for place, wide in enumerate(_widths(columns, room)):
        yield " " * _GAP if place else ""
        text = fit(cells[place], wide)
        gap = " " * (wide - width(text))
        yield gap + text if columns[place].right else text + gap


def _widths(columns: Sequence[Column], room: int) -> list[int]:
    """How wide each column is that fits; no title is ever cut beside the first."""
    if not columns:
        return []
    others = [max(column.width, width(column.title)) for column in columns[1:]]
    while others and room - sum(others) - _GAP * len(others) < columns[0].width:
        others.pop()
    return [room - sum(others) - _GAP * len(others), *others]
