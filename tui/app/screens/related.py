"""Items that belong to the one at hand."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from tui.app.messages import RelatedChosen
from tui.app.screens.page import BACK, CHOOSE, Page, plain
from tui.app.state import State
from tui.app.widgets.rows import Row, RowList
from tui.content.model import Item


class RelatedPage(Page):
    """A short list to choose from; the item chosen opens in place of this screen."""

    BINDINGS: ClassVar[list[BindingType]] = [CHOOSE, BACK]
    DEFAULT_CSS = """
    RelatedPage #title { padding: 1; text-style: bold; }
    """

    def __init__(self, state: State, item: Item) -> None:
        super().__init__(state)
        self._item = item

    def body(self) -> ComposeResult:
        """The item and what is related to it."""
        yield Static(id="title", markup=False)
        yield RowList(id="items")

    def where(self) -> str:
        return self.say("related")

    def redraw(self) -> None:
        super().redraw()
        shown = self.now.translated(self._item)
        self.query_one("#title", Static).update(plain(shown.title))
        items = (self.now.library.item(ref) for ref in shown.related)
        self.query_one(RowList).show(
            [
                Row(
                    item.ref,
                    f"{self.now.mark(item):>3} {item.title}",
                    (self.now.library.checklist(item.checklist).title, ""),
                )
                for item in items
                if item
            ]
        )

    def take(self, row: str) -> None:
        self.post_message(RelatedChosen(row))
