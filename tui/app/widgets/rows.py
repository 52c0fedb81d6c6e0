"""A list of rows with a left and a right side, under headings."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.css.styles import RulesMap
from textual.events import Click
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style as TextStyle
from textual.visual import RenderOptions, Visual
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.app.widgets.scroll import simplify
from tui.text import shorten, width

SCROLLBAR = 2
_AT_CURSOR = Style(reverse=True, dim=False)


@dataclass(frozen=True)
class Row:
    """One row; a heading cannot be chosen.

    `right` gives its shorter forms in turn. For the last of them the left side is cut.
    """

    id: str
    left: str
    right: tuple[str, ...] = ()
    heading: bool = False
    quiet: bool = False


class RowList(OptionList, inherit_bindings=False):
    """Rows drawn to the width at hand; the row under the cursor stays when they are set again.

    Enter is left to the screen: it takes the row that is under the cursor at that very moment.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        one for one in OptionList.BINDINGS if isinstance(one, Binding) and one.key != "enter"
    ]
    DEFAULT_CSS = """
    RowList, RowList:focus {
        border: none; padding: 0 1; height: 1fr;
        background: $background; background-tint: transparent;
        scrollbar-size-vertical: 1;
        & > .option-list--option-highlighted {
            color: $block-cursor-foreground; text-style: $block-cursor-text-style;
        }
        & > .option-list--option { padding: 0; }
        & > .option-list--option-disabled { color: $foreground; text-style: none; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as every widget
        super().__init__(id=id, markup=False)
        self._rows: list[Row] = []
        self.auto_links = False

    @property
    def chosen(self) -> str | None:
        """The id of the row under the cursor."""
        option = self.highlighted_option
        return option.id if option else None

    @property
    def line_of_cursor(self) -> int:
        """The line of the widget on which the row under the cursor stands."""
        return (self.highlighted or 0) - self.scroll_offset.y

    def show(self, rows: Sequence[Row], chosen: str | None = None) -> None:
        """Sets the rows; `chosen` or the row under the cursor keeps the cursor."""
        if _places(rows) == _places(self._rows):
            self._show_changed(rows, chosen)
            return
        wanted = chosen or self.chosen
        self._rows = list(rows)
        scroll = self.scroll_y
        self.set_options(
            Option(_Line(self, row), id=row.id, disabled=row.heading) for row in self._rows
        )
        places = [place for place, row in enumerate(self._rows) if not row.heading]
        same = [place for place in places if self._rows[place].id == wanted]
        if same:
            self.scroll_to(y=scroll, animate=False, immediate=True)
        if places:
            self.highlighted = (same or places)[0]

    def _show_changed(self, rows: Sequence[Row], chosen: str | None) -> None:
        """Sets again what is another in rows that stand where they stood."""
        for before, row in zip(list(self._rows), rows, strict=True):
            if row != before:
                self.update_row(row)
        if chosen and chosen != self.chosen:
            self.highlighted = self.get_option_index(chosen)

    def update_row(self, row: Row) -> None:
        """Sets one row again, found by its id."""
        place = self.get_option_index(row.id)
        self._rows[place] = row
        self.replace_option_prompt_at_index(place, _Line(self, row))

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Keeps the row under the cursor in view, and a heading above it or the lines that end."""
        place = self.highlighted or 0
        above = bool(place) and self._rows[place - 1].heading
        below = range(place + 1, len(self._rows))
        ends = bool(below) and all(self._rows[line].heading for line in below)
        if self.is_mounted and (above or ends):
            first, last = place - above, len(self._rows) if ends else place + 1
            seen = Region(0, first, self.size.width, last - first)
            self.scroll_to_region(seen, force=True, animate=False)
        else:
            super().scroll_to_highlight(top)

    def action_page_up(self) -> None:
        """A page up, or to the first row where only a heading stands above it."""
        super().action_page_up()  # type: ignore[no-untyped-call] # of Textual
        if self.highlighted is None:
            self.action_first()

    def action_page_down(self) -> None:
        """A page down, or to the last row where only lines that end stand below it."""
        super().action_page_down()  # type: ignore[no-untyped-call] # of Textual
        if self.highlighted is None:
            self.action_last()

    def drawn(self, row: Row) -> Content:
        """The row at the width at hand."""
        columns = max(20, self.size.width - SCROLLBAR)
        if row.heading:
            left, right = row.left, row.right[0] if row.right else ""
            gap = " " * max(1, columns - width(left) - width(right))
            return Content.assemble((left, "bold"), gap, (right, "dim"))
        room, forms = columns - width(row.left) - 2, row.right or ("",)
        right = next((form for form in forms if width(form) <= room), forms[-1])
        left = shorten(row.left, columns - width(right) - (2 if right else 0))
        gap = " " * (columns - width(left) - width(right)) if right else ""
        return Content.assemble((left, "dim" if row.quiet else ""), gap, (right, "dim"))

    def render_line(self, y: int) -> Strip:
        """One line; the row under the cursor stands in reverse, which needs no colour."""
        strip = super().render_line(y)
        at_cursor = self.highlighted is not None and y + self.scroll_offset.y == self.highlighted
        if not at_cursor:
            return strip
        segments = Segment.apply_style(strip, post_style=_AT_CURSOR)
        return Strip(segments, strip.cell_length)

    def on_click(self, event: Click) -> None:
        """Takes one row in a double click: the second click could meet rows that are new."""
        if event.chain > 1:
            event.prevent_default()

    def on_mount(self) -> None:
        simplify(self.vertical_scrollbar)

    def on_resize(self) -> None:
        """Keeps the row under the cursor in view when there is less height."""
        self.call_after_refresh(self.scroll_to_highlight)


def _places(rows: Sequence[Row]) -> list[tuple[str, bool]]:
    """What stands where."""
    return [(row.id, row.heading) for row in rows]


class _Line(Visual):
    """A row that is drawn when it is seen; always one line high, so that long lists stay quick."""

    def __init__(self, rows: RowList, row: Row) -> None:
        self._rows = rows
        self._row = row

    def render_strips(
        self, width: int, height: int | None, style: TextStyle, options: RenderOptions
    ) -> list[Strip]:
        return self._rows.drawn(self._row).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        del rules
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        del rules, width
        return 1
