"""The findings of one row, the person's own first."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from tui.app.review_words import KIND_NAMES, day
from tui.app.screens.page import BACK, plain
from tui.app.screens.review.deciding import DECISIONS, OPEN, DecidingPage
from tui.app.screens.review.finding import FindingPage
from tui.app.state import State
from tui.app.widgets.table import Column
from tui.app.widgets.table import Table as TableWidget
from tui.inventory.marking import Marking
from tui.inventory.model import Table
from tui.text import shorten, width


class FindingsPage(DecidingPage):
    """One row for each finding; Enter reads it from the archive again."""

    BINDINGS: ClassVar[list[BindingType]] = [OPEN, *DECISIONS, BACK]
    DEFAULT_CSS = """
    FindingsPage #above { padding: 0 1 1 1; height: auto; text-style: bold; }
    """

    def __init__(
        self,
        state: State,
        marking: Marking,
        table: Table,
        found: Sequence[int],
        title: str,
        *,
        apart: bool,
    ) -> None:
        """`apart` tells that they do not all stand in the same place."""
        super().__init__(state, marking, table)
        self._apart = apart
        self._found = found
        self._title = title

    def body(self) -> ComposeResult:
        """Whose findings these are, and the rows."""
        yield Static(id="above", markup=False)
        yield TableWidget(id="rows")

    def where(self) -> str:
        return self.say("your archive › {part}", part=self.say(self._table.part.title))

    def on_mount(self) -> None:
        rows = self.query_one(TableWidget)
        columns = (
            *((Column(self.say("where"), 16),) if self._apart else ()),
            Column(self.say("date"), 10),
            Column(self.say("whose"), 6),
            Column(self.say("marked"), 9, right=True),
        )
        rows.show(columns, len(self._found), self._cells)
        rows.focus()
        super().on_mount()

    def _cells(self, place: int) -> tuple[str, ...]:
        number, table = self._found[place], self._table
        whose = self.say("yours") if table.mine[number] else self.say("others")
        where = (self._where(number),) if self._apart else ()
        return (*where, day(table.when[number]), whose, self.decision_of(number))

    def _where(self, number: int) -> str:
        inventory = self._marking.inventory
        if self._table.entries or not inventory.chat_of:
            return self._table.groups[self._table.group[number]].name
        chat = inventory.chats[inventory.chat_of(self._table.place[number])]
        return chat.name or self.say(KIND_NAMES.get(chat.kind, "(no name)"))

    def _how_many(self) -> str:
        every, mine = len(self._found), sum(self._table.mine[number] for number in self._found)
        if mine < every:
            return self.say("{mine} yours of {all}", mine=mine, all=every)
        return self.say("{mine} yours", mine=mine)

    def redraw(self) -> None:
        super().redraw()
        words = self._how_many()
        title = shorten(self._title, max(20, self.size.width - width(words) - 5))
        self.query_one("#above", Static).update(plain(f"{title} · {words}"))
        self.query_one(TableWidget).redraw_rows()

    def chosen(self) -> Sequence[int]:
        place = self.query_one(TableWidget).cursor
        return [self._found[place]] if place >= 0 else []

    def action_choose(self) -> None:
        """Opens the finding under the cursor."""
        place = self.query_one(TableWidget).cursor
        if place >= 0:
            self.go_to(FindingPage(self.now, self._marking, self._table, self._found, place))

    def on_table_chosen(self, event: TableWidget.Chosen) -> None:
        """Opens the row that was clicked."""
        event.stop()
        self.action_choose()
