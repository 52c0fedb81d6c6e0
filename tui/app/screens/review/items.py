"""What to do about a topic: the items of the lists, and what only a look by hand shows."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from tui.app.review_words import TOPIC_NAMES
from tui.app.screens.page import BACK, CHOOSE, Page, plain
from tui.app.state import State
from tui.app.widgets.rows import Row, RowList
from tui.content.model import Item, Topic
from tui.text import wrap

_WATCHED = frozenset({Topic.BOTS, Topic.SESSIONS, Topic.APPS})
"""Where somebody may watch, and would see that it was found."""


class TopicItemsPage(Page):
    """Items to open, each with its hold, and the limits of the archive."""

    BINDINGS: ClassVar[list[BindingType]] = [CHOOSE, BACK]
    DEFAULT_CSS = """
    TopicItemsPage #notice { padding: 0 1 1 1; text-style: bold; }
    """

    def __init__(self, state: State, topic: Topic, service: str) -> None:
        super().__init__(state)
        self._topic = topic
        self._service = service

    def body(self) -> ComposeResult:
        """The moment in words, then the rows."""
        yield Static(id="notice", markup=False)
        yield RowList(id="items")

    def where(self) -> str:
        return self.say(TOPIC_NAMES[self._topic])

    def on_resize(self) -> None:
        self.redraw()

    def redraw(self) -> None:
        super().redraw()
        notices = self.now.library.notices
        alarm = notices["alarm"] if self._topic in _WATCHED else ()
        self.query_one("#notice", Static).update(plain(*notices["stop"], *alarm))
        self.query_one(RowList).show(list(self._rows()))

    def _rows(self) -> Iterator[Row]:
        library = self.now.library
        yield Row("page/items", self.say("What the lists say about it"), heading=True)
        for item in self._items():
            yield self._row(item.ref, item)
        limits = library.archives.guide(self._service).limits_on(self._topic)
        if limits:
            yield Row("page/gap", "", heading=True)
            yield Row("page/limits", self.say("What no archive shows, by hand"), heading=True)
        for number, limit in enumerate(limits):
            for place, text in enumerate(wrap(limit.text, max(30, self.size.width - 8))):
                yield Row(f"page/limit/{number}/{place}", f"  {text}", heading=True)
            if by_hand := library.item(limit.item):
                yield self._row(f"limit/{number} {by_hand.ref}", by_hand)

    def _items(self) -> Sequence[Item]:
        """What fits the service of the archive; all there is, where nothing is for it."""
        library = self.now.library
        every, services = library.items_on(self._topic), {g.id for g in library.archives.guides}
        fitting = [
            item
            for item in every
            if self._service in item.apps or not services.intersection(item.apps)
        ]
        return fitting or every

    def _row(self, row: str, item: Item) -> Row:
        shown = self.now.translated(item)
        title = self.now.library.checklist(item.checklist).title
        return Row(row, f"{self.now.mark(item):>3} {shown.title}", (title, ""))

    def take(self, row: str) -> None:
        from tui.app.screens.item import ItemPage

        self.go_to(ItemPage(self.now, (row.rpartition(" ")[2],), 0))
