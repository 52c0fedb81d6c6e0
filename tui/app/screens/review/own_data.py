"""The way into the review of one's own data: which archive it is."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui.app.messages import ReviewClosed
from tui.app.screens.page import BACK, CHOOSE, Page, plain
from tui.app.screens.review.guide import GuidePage
from tui.app.state import State
from tui.app.widgets.rows import Row, RowList
from tui.inventory.marking import Marking


class OwnDataPage(Page):
    """The services, and the archive that is open, if one is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        CHOOSE,
        Binding("x", "close", "close it", id="close", tooltip="forget the archive that is open"),
        BACK,
    ]
    DEFAULT_CSS = """
    OwnDataPage Static { padding: 0 1 1 1; }
    OwnDataPage #stop { text-style: bold; }
    OwnDataPage.-short, OwnDataPage.-low {
        & #stop { padding: 0 1; }
        & #about { display: none; }
    }
    OwnDataPage.-low #stop { max-height: 4; }
    """

    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-short"), (24, "-tall")]  # noqa: RUF012 - no ClassVar in Textual either

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self._shown: Marking | None = None

    def body(self) -> ComposeResult:
        """The moment in words, what this is, and the services."""
        yield Static(id="stop", markup=False)
        yield Static(id="about", markup=False)
        yield RowList(id="services")

    def where(self) -> str:
        return self.say("my own data")

    def hidden(self) -> Iterable[str]:
        yield from super().hidden()
        if not self.now.marking:
            yield "close"

    def redraw(self) -> None:
        super().redraw()
        notices = self.now.library.notices
        self.query_one("#stop", Static).update(plain(*notices["stop"]))
        self.query_one("#about", Static).update(plain(*notices["own-data"]))
        guides = self.now.library.archives.guides
        rows = [Row(guide.id, guide.title, (guide.file, "")) for guide in guides]
        if self.now.marking:
            opened = self.say("Go on with the archive that is open")
            service = self.now.marking.inventory.service
            titles = tuple(guide.title for guide in guides if guide.id == service)
            rows = [Row("page/open", opened, titles), Row("page/gap", "", heading=True), *rows]
        first = "page/open" if self.now.marking is not self._shown else None
        self._shown = self.now.marking
        self.query_one(RowList).show(rows, first)

    def take(self, row: str) -> None:
        if row == "page/open" and self.now.marking:
            from tui.app.screens.review.inventory import InventoryPage

            self.go_to(InventoryPage(self.now, self.now.marking))
        elif not row.startswith("page/"):
            self.go_to(GuidePage(self.now, row))

    def action_close(self) -> None:
        """Forgets the archive; decisions stay until the person leaves."""
        self.post_message(ReviewClosed())
