"""A table of any length draws what is seen, and asks for nothing else."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from rich.cells import cell_len
from textual.app import ComposeResult
from textual.events import MouseScrollDown
from textual.geometry import Offset
from textual.pilot import Pilot

from tests.app.test_hostile import PAYLOADS, actions
from tui.app.quiet import QuietApp
from tui.app.widgets.table import Column, Table

MANY = 1_000_000
COLUMNS = (Column("From", 20), Column("Yours", 7, right=True), Column("Last", 10))
SIZES = [(120, 40), (80, 24), (40, 12), (20, 6), (20, 2), (20, 1), (5, 3)]


@dataclass
class Rows:
    """Rows that know which of them were asked for."""

    names: Sequence[str] = ()
    asked: set[int] = field(default_factory=set)

    def __call__(self, index: int) -> tuple[str, ...]:
        self.asked.add(index)
        name = self.names[index] if self.names else f"row {index}"
        return name, str(index), "2024-03-02"


class TableApp(QuietApp):
    """A table and nothing else; it keeps what was chosen, and where the cursor was."""

    def __init__(self) -> None:
        super().__init__(ansi_color=True)
        self.chosen: list[int] = []

    def compose(self) -> ComposeResult:
        yield Table()

    def on_table_chosen(self, message: Table.Chosen) -> None:
        self.chosen.append(message.index)


@dataclass(frozen=True)
class Shown:
    app: TableApp
    pilot: Pilot[None]
    rows: Rows

    @property
    def table(self) -> Table:
        return self.app.query_one(Table)

    @property
    def lines(self) -> list[str]:
        return [strip.text for strip in self.app.screen._compositor.render_strips()]

    @property
    def at_cursor(self) -> list[str]:
        """The lines in reverse."""
        strips = self.app.screen._compositor.render_strips()
        return [
            strip.text.strip()
            for strip in strips
            if any(part.style and part.style.reverse and part.text.strip() for part in strip)
        ]

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)


@asynccontextmanager
async def table(
    count: int, rows: Rows | None = None, size: tuple[int, int] = (80, 10)
) -> AsyncIterator[Shown]:
    """A table with that many rows."""
    app, found = TableApp(), rows or Rows()
    async with app.run_test(size=size) as pilot:
        app.query_one(Table).show(COLUMNS, count, found)
        await pilot.pause()
        yield Shown(app, pilot, found)


async def test_only_the_rows_that_are_seen_are_asked_for() -> None:
    async with table(MANY) as shown:
        assert shown.rows.asked == set(range(9))
        await shown.press("end")
        assert shown.rows.asked == {*range(9), *range(MANY - 9, MANY)}
        shown.rows.asked.clear()
        await shown.press("pageup")
        assert shown.rows.asked <= set(range(MANY - 18, MANY))


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        (("down",), 1),
        (("down", "down", "up"), 1),
        (("up",), 0),
        (("pagedown",), 9),
        (("pagedown", "pagedown", "pageup"), 9),
        (("end",), MANY - 1),
        (("end", "down", "pagedown"), MANY - 1),
        (("end", "pageup"), MANY - 10),
        (("end", "home"), 0),
    ],
)
async def test_keys_move_the_cursor_and_it_stays_in_view(keys: tuple[str, ...], row: int) -> None:
    async with table(MANY) as shown:
        await shown.press(*keys)
        assert shown.table.cursor == row
        (line,) = shown.at_cursor
        assert line.startswith(f"row {row} ")
        assert shown.app.cursor_position.y == shown.table.line_of_cursor
        assert shown.lines[shown.table.line_of_cursor].strip() == line
        assert shown.lines[0].split() == ["From", "Yours", "Last"]


async def test_titles_and_cells_stand_one_above_the_other() -> None:
    async with table(200) as shown:
        await shown.press("end")
        heading, *rows = shown.lines
        right = heading.index("Yours") + len("Yours")
        assert [line[right - 3 : right] for line in rows] == [str(n) for n in range(191, 200)]
        assert {line.index("2024") for line in rows} == {heading.index("Last")}


@pytest.mark.parametrize("size", SIZES)
async def test_the_row_under_the_cursor_is_seen_at_every_size(size: tuple[int, int]) -> None:
    async with table(MANY) as shown:
        for key in ("end", "home"):
            await shown.press(key)
            await shown.pilot.resize_terminal(*size)
            await shown.pilot.pause()
            assert shown.table.cursor == (0 if key == "home" else MANY - 1)
            assert len(shown.at_cursor) == 1
            assert [len(line) for line in shown.lines] == [size[0]] * size[1]
            await shown.pilot.resize_terminal(80, 10)


async def test_columns_give_way_from_the_right() -> None:
    async with table(5) as shown:
        for columns, titles in ((50, "From Yours Last"), (40, "From Yours"), (28, "From")):
            await shown.pilot.resize_terminal(columns, 10)
            await shown.pilot.pause()
            assert shown.lines[0].split() == titles.split()


async def test_a_title_wider_than_its_column_is_whole() -> None:
    async with table(5) as shown:
        columns = (Column("From", 20), Column("In your chats", 3, right=True))
        shown.table.show(columns, 5, lambda index: (f"row {index}", "7"))
        await shown.pilot.pause()
        assert shown.lines[0].rstrip().endswith("In your chats")
        assert shown.lines[1].rstrip().endswith("7")
        assert len(shown.lines[1].rstrip()) == len(shown.lines[0].rstrip())


@pytest.mark.parametrize(
    "name", ["漢字" * 40, "е\u0301" * 90, "a" + "\u0301" * 500, "\u0301\u0301漢" * 90, "x" * 10**6]
)
async def test_a_name_of_any_letters_stays_in_its_column(name: str) -> None:
    async with table(2, Rows([name, "short"])) as shown:
        long, short = (line[: line.index("2024")] for line in shown.lines[1:3])
        assert cell_len(long) == cell_len(short)
        assert "…" in long


@pytest.mark.parametrize("name", [*PAYLOADS, "\x1b[31mred\x1b]0;title\x07", "\u202eback", "a\nb"])
async def test_a_hostile_name_is_shown_as_text(name: str) -> None:
    async with table(1, Rows([name]), (120, 3)) as shown:
        assert len(shown.lines) == 3
        assert not any(character in "".join(shown.lines) for character in "\x1b\x07\u202e\n")
        assert ("\ufffd" in shown.lines[1]) is not name.isprintable()
        assert actions(shown.app.screen._compositor.render_strips()) == []


async def test_a_click_chooses_a_row_and_the_heading_is_none() -> None:
    async with table(MANY) as shown:
        await shown.press("end")
        await shown.pilot.click(offset=(5, 3))
        assert shown.app.chosen == [MANY - 7]
        assert shown.table.cursor == MANY - 7
        await shown.pilot.click(offset=(5, 0))
        await shown.pilot.click(offset=(5, 3), times=2)
        assert shown.app.chosen == [MANY - 7] * 2


async def test_a_click_below_the_last_row_chooses_nothing() -> None:
    async with table(3) as shown:
        await shown.pilot.click(offset=(5, 7))
        assert (shown.app.chosen, shown.table.cursor) == ([], 0)


async def test_the_wheel_takes_the_cursor_along() -> None:
    async with table(MANY) as shown:
        await shown.pilot._post_mouse_events([MouseScrollDown], Table, (5, 5), times=4)
        await shown.pilot.pause()
        top = shown.table.scroll_offset.y
        assert top > 0
        assert shown.table.cursor == top
        assert shown.app.cursor_position == Offset(1, 1)


async def test_rows_that_become_more_leave_the_view_as_it_is() -> None:
    async with table(100) as shown:
        await shown.press("pagedown", "pagedown", "up")
        before = shown.lines
        shown.table.show(COLUMNS, MANY, shown.rows, shown.table.cursor)
        await shown.pilot.pause()
        assert [line[:70] for line in shown.lines] == [line[:70] for line in before]


async def test_rows_that_become_fewer_keep_the_cursor_among_them() -> None:
    async with table(MANY) as shown:
        await shown.press("end")
        for count, cursor in ((20, 19), (3, 2), (0, -1)):
            shown.table.show(COLUMNS, count, shown.rows, MANY)
            await shown.pilot.pause()
            assert shown.table.cursor == cursor
            assert sum("row" in line for line in shown.lines) == min(count, 9)
            assert len(shown.at_cursor) == min(count, 1)
        await shown.press("down", "end", "pageup")
        assert shown.table.cursor == -1
        assert shown.app.cursor_position == Offset(1, 1)


async def test_the_same_rows_are_drawn_again_when_they_have_changed() -> None:
    names = ["before"]
    async with table(1, Rows(names)) as shown:
        names[0] = "after"
        shown.table.redraw_rows()
        await shown.pilot.pause()
        assert shown.lines[1].split()[0] == "after"


async def test_a_table_is_filled_before_it_is_drawn() -> None:
    app = TableApp()
    early = Table()
    early.show(COLUMNS, MANY, Rows(), 500)
    async with app.run_test(size=(80, 10)) as pilot:
        await app.query_one(Table).remove()
        await app.mount(early)
        await pilot.pause()
        assert early.cursor == 500
        assert Shown(app, pilot, Rows()).at_cursor[0].startswith("row 500 ")
