"""One table of the inventory: its rows sorted, filtered and grouped, with what was decided."""

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from tui.app.reading import one_by_one
from tui.app.review_rows import NEW_DAYS, cells, columns, counts_of, is_new, marked, orders
from tui.app.review_words import GROUPING_WORDS, SORT_WORDS, label, missing, presence
from tui.app.screens.page import BACK, plain
from tui.app.screens.review.deciding import DECISION_IDS, DECISIONS, OPEN, DecidingPage
from tui.app.screens.review.finding import FindingPage
from tui.app.screens.review.findings import FindingsPage
from tui.app.screens.review.items import TopicItemsPage
from tui.app.state import State
from tui.app.widgets.line import Line as TypedLine
from tui.app.widgets.table import Table as TableWidget
from tui.content.model import Topic
from tui.inventory.lines import (
    Grouping,
    Key,
    Line,
    Rows,
    Sort,
    counted,
    groupings,
    matching,
    newest_first,
    ordered,
    own,
    rows,
)
from tui.inventory.marking import Marking
from tui.inventory.model import Table
from tui.session import Reviewed

_LOOKS_EVERY = 2.0
"""Seconds between two looks at a table that still grows."""


class PartPage(DecidingPage):
    """Rows to look through; Enter opens one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        OPEN,
        *DECISIONS[:3],
        Binding("slash", "filter", "filter", id="filter", tooltip="only rows with some letters"),
        Binding("s", "sort", "sort", id="sort", tooltip="another order"),
        Binding("g", "group", "group", id="group", tooltip="by chat, by year, and back"),
        Binding("o", "items", "advice", id="items", tooltip="what to do about it, and by hand"),
        *DECISIONS[3:],
        Binding("h", "names", "show names", id="names", tooltip="show the names of people"),
        Binding("down", "rows", show=False),
        BACK,
    ]
    DEFAULT_CSS = """
    PartPage #above { padding: 0 1; height: auto; text-style: bold; }
    PartPage Line { display: none; padding: 0 1; height: 1; }
    PartPage Line.-filtering { display: block; }
    PartPage #below {
        dock: bottom; margin: 0 1 2 1; height: auto; max-height: 5;
        border-top: solid ansi_bright_black;
    }
    """

    def __init__(self, state: State, marking: Marking, table: Table) -> None:
        super().__init__(state, marking, table)
        self._asked = table.part.topic is not Topic.PEOPLE
        self._grouping = Grouping.OWN
        self._orders: tuple[Sort, ...] = (Sort.MINE,)
        self._sort = Sort.MINE
        self._counts = self._dates = True
        self._rows = Rows()
        self._shown: list[Line] = []
        self._decided: Mapping[tuple[Key, bool], Mapping[Reviewed, int]] = {}

    @property
    def _are_entries(self) -> bool:
        return self._table.entries and self._grouping is Grouping.OWN

    def body(self) -> ComposeResult:
        """What is shown, the rows, and what is not in this archive."""
        yield Static(id="above", markup=False)
        yield TypedLine(id="filter")
        yield TableWidget(id="rows")
        yield Static(id="below", markup=False)

    def where(self) -> str:
        return self.say("your archive › {part}", part=self.say(self._table.part.title))

    def hidden(self) -> Iterable[str]:
        yield from super().hidden()
        if self._asked:
            yield "names"
        else:
            yield from ("choose", "sort", "group", "filter", *DECISION_IDS)
        if self.is_mounted and self.query_one(TypedLine).has_focus:
            yield from ("sort", "group", "filter", "items", "names", *DECISION_IDS)
        if len(groupings(self._table, self._marking.inventory)) == 1:
            yield "group"
        if len(self._orders) == 1:
            yield "sort"
        if not len(self._table):
            yield from ("choose", "sort", "filter", *DECISION_IDS)

    def on_mount(self) -> None:
        self.query_one(TableWidget).focus()
        super().on_mount()
        self.recount()
        if not self._marking.inventory.whole:
            self._clock = self.set_interval(_LOOKS_EVERY, self._look_again)

    def on_unmount(self) -> None:
        super().on_unmount()
        self._rows, self._shown = Rows(), []

    def on_descendant_focus(self) -> None:
        self.redraw_foot()

    def _look_again(self) -> None:
        """Counts what is new, for the last time once all is read."""
        if self._marking.inventory.whole:
            self._clock.stop()
        self.recount()

    def recount(self) -> None:
        """Has the rows counted again, in a thread: there can be millions of findings."""
        self.run_worker(self._count(), exclusive=True)

    async def _count(self) -> None:
        async for found in one_by_one(self._found()):
            self._rows = found
        self._counts = self._grouping is not Grouping.OWN or counts_of(self._table)
        self._dates = any(line.last for line in self._rows.lines)
        self._orders = orders(self._rows.lines, counts=self._counts)
        self._sort = self._sort if self._sort in self._orders else self._orders[0]
        self._narrow()

    def _found(self) -> Iterator[Rows]:
        yield rows(self._table, self._marking.inventory, self._grouping)

    def _narrow(self, *, top: bool = False) -> None:
        typed = self.query_one(TypedLine).value
        found = self._rows.lines
        chosen = None if top else self._chosen_key()
        self._shown = ordered(matching(found, typed) if typed else found, self._sort)
        places = (place for place, line in enumerate(self._shown) if line.key == chosen)
        count = len(self._shown) if self._asked else 0
        table = self.query_one(TableWidget)
        shape = columns(self.now.language, counts=self._counts, dates=self._dates)
        table.show(shape, count, self._cells, next(places, 0))
        self.redraw()

    def _chosen_key(self) -> Key | None:
        place = self.query_one(TableWidget).cursor
        return self._shown[place].key if 0 <= place < len(self._shown) else None

    def _cells(self, place: int) -> tuple[str, ...]:
        line, language = self._shown[place], self.now.language
        name = label(line, self._grouping, language)
        sessions = self._table.part.topic is Topic.SESSIONS
        if sessions and not line.note and is_new(line, self.now.library.today):
            name = f"{name} · {self.say('in the last {n} days', n=NEW_DAYS)}"
        told = marked(line, self._decided, language, entry=self._are_entries)
        return cells(line, name, told, counts=self._counts, dates=self._dates)

    def redraw(self) -> None:
        super().redraw()
        table, inventory = self._table, self._marking.inventory
        self._decided = counted(table, inventory, self._grouping, self._marking.decisions(table))
        self.query_one("#above", Static).update(plain(self._above()))
        below = self.query_one("#below", Static)
        below.update(plain(*(lines := list(self._below()))))
        below.display = bool(lines)
        self.query_one(TableWidget).redraw_rows()

    def _above(self) -> str:
        if not self._asked:
            return self.say("{n} names. They are shown if you press h.", n=len(self._rows.lines))
        if not self._rows.lines:
            return self.say(presence(self._table.part, self._marking.inventory))
        shown, every = len(self._shown), len(self._rows.lines)
        if not shown:
            return self.say("no name here has that in it")
        words = [self.now.language.count(every, "{n} row", "{n} rows")]
        if shown < every:
            words = [self.say("{n} of {all} rows", n=shown, all=every)]
        words += [self.say(SORT_WORDS[self._sort])]
        if self._grouping is not Grouping.OWN:
            words.append(self.say(GROUPING_WORDS[self._grouping]))
        elif self._table.entries and self._counts:
            words.append(self.say("the numbers are messages"))
        return " · ".join(words)

    def _below(self) -> Iterator[str]:
        """What is missing, and what has to be looked at by hand."""
        inventory, part = self._marking.inventory, self._table.part
        guide = self.now.library.archives.guide(inventory.service)
        yield from missing(part, inventory, guide, self.now.language)
        limits = guide.limits_on(part.topic)
        if limits:
            words = "By hand (o shows all {n}): {step}" if len(limits) > 1 else "By hand: {step}"
            yield self.say(words, n=len(limits), step=limits[0].text)

    def chosen(self) -> list[int]:
        key = self._chosen_key()
        if key is None or not self._asked:
            return []
        return own(self._table, self._rows.members.get(key, ()))

    def action_choose(self) -> None:
        """Opens the findings of the row, or the entry itself with the others to turn to."""
        table, key = self._table, self._chosen_key()
        if key is None or not self._asked:
            return
        if self._are_entries:
            entries = [int(line.key) for line in self._shown]
            place = entries.index(int(key))
            self.go_to(FindingPage(self.now, self._marking, table, entries, place))
        elif found := newest_first(table, self._rows.members.get(key, ())):
            self._open(found)

    def _open(self, found: list[int]) -> None:
        """Opens the findings of a row; one alone is shown at once."""
        table, marking = self._table, self._marking
        if len(found) == 1:
            self.go_to(FindingPage(self.now, marking, table, found, 0))
            return
        chats = Grouping.CHAT in groupings(table, marking.inventory)
        apart = self._grouping is Grouping.YEAR or (chats and self._grouping is not Grouping.CHAT)
        title = self._cells(self.query_one(TableWidget).cursor)[0]
        self.go_to(FindingsPage(self.now, marking, table, found, title, apart=apart))

    def on_table_chosen(self, event: TableWidget.Chosen) -> None:
        """Opens the row that was clicked."""
        event.stop()
        self.action_choose()

    def action_sort(self) -> None:
        """Takes the next order, and shows what comes first in it."""
        place = self._orders.index(self._sort)
        self._sort = self._orders[(place + 1) % len(self._orders)]
        self._narrow(top=True)

    def action_group(self) -> None:
        """Groups in the next way."""
        ways = groupings(self._table, self._marking.inventory)
        self._grouping = ways[(ways.index(self._grouping) + 1) % len(ways)]
        self._rows = Rows()
        self._narrow()
        self.recount()

    def action_filter(self) -> None:
        """Shows the line for letters that rows have to hold."""
        line = self.query_one(TypedLine)
        line.placeholder = self.say("a part of a name")
        line.add_class("-filtering")
        line.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrows the rows to what is typed."""
        event.stop()
        self._narrow()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Goes on to the rows that are left."""
        event.stop()
        self.action_rows()

    def action_rows(self) -> None:
        """Leaves the line for the rows; they stay narrowed."""
        self.query_one(TableWidget).focus()

    def action_back(self) -> None:
        """Leaves the filter first, then the table."""
        line = self.query_one(TypedLine)
        if line.has_class("-filtering"):
            line.value = ""
            line.remove_class("-filtering")
            self.query_one(TableWidget).focus()
            self._narrow()
        else:
            super().action_back()

    def action_names(self) -> None:
        """Shows the names of people, now that the person asked."""
        self._asked = True
        self._narrow()

    def action_items(self) -> None:
        """Shows what belongs to it: items, and what no archive shows."""
        self.go_to(
            TopicItemsPage(self.now, self._table.part.topic, self._marking.inventory.service)
        )
