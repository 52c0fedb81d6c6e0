"""Which lists to print: several can be ticked."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList, Static

from tui.app.screens.page import BACK, Page, plain
from tui.app.state import State
from tui.app.widgets.rows import Row, RowList
from tui.content.model import Checklist
from tui.session import Status


class TickPage(Page):
    """The lists with a tick each; every tick is told at once to who asked."""

    aside = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "go on", id="go-on", tooltip="go back with these lists"),
        Binding("space", "tick", "tick", id="tick", tooltip="tick or untick this list"),
        BACK,
    ]
    DEFAULT_CSS = """
    TickPage #count { padding: 0 1 1 1; text-style: bold; }
    """

    def __init__(
        self, state: State, ticked: frozenset[str], tell: Callable[[frozenset[str]], None]
    ) -> None:
        """`ticked` are ids of lists; `tell` gets them whenever they change."""
        super().__init__(state)
        self._ticked = ticked
        self._tell = tell

    def body(self) -> ComposeResult:
        """How many are ticked, and the lists."""
        yield Static(id="count", markup=False)
        yield RowList(id="lists")

    def where(self) -> str:
        return f"{self.say('print')} › {self.say('chosen lists')}"

    def redraw(self) -> None:
        super().redraw()
        ticked = self.now.language.count(len(self._ticked), "{n} list ticked", "{n} lists ticked")
        self.query_one("#count", Static).update(plain(ticked))
        self.query_one(RowList).show([self._row(found) for found in self.now.library.checklists])

    def _row(self, found: Checklist) -> Row:
        mark = self.now.marks[Status.DONE if found.id in self._ticked else Status.TODO]
        amount = self.now.language.count(len(found.items), "{n} item", "{n} items")
        return Row(found.id, f"{mark} {found.title}", (amount, ""))

    def action_tick(self) -> None:
        """Ticks or unticks the list under the cursor."""
        chosen = self.query_one(RowList).chosen
        if chosen:
            self._ticked ^= {chosen}
            self._tell(self._ticked)
            self.redraw()

    def take(self, row: str) -> None:
        """Goes back; where nothing is ticked, with the list under the cursor."""
        if not self._ticked:
            self._ticked = frozenset({row})
            self._tell(self._ticked)
        self.action_back()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ticks the list that was clicked."""
        event.prevent_default()
        self.action_tick()
