"""All checklists."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from tui.app.screens.page import BACK, CHOOSE, Page, plain
from tui.app.screens.work import ChecklistPage
from tui.app.widgets.rows import Row, RowList


class ChecklistsPage(Page):
    """The lists with their length; choosing one opens it."""

    BINDINGS: ClassVar[list[BindingType]] = [CHOOSE, BACK]
    DEFAULT_CSS = """
    ChecklistsPage #notice { padding: 0 1 1 1; text-style: bold; }
    """

    def body(self) -> ComposeResult:
        """The moment in words, then the lists."""
        yield Static(id="notice", markup=False)
        yield RowList(id="lists")

    def where(self) -> str:
        return self.say("All checklists")

    def redraw(self) -> None:
        super().redraw()
        self.query_one("#notice", Static).update(plain(*self.now.library.notices["stop"]))
        language = self.now.language
        self.query_one(RowList).show(
            [
                Row(
                    found.id,
                    found.title,
                    (
                        f"{language.count(len(found.items), '{n} item', '{n} items')}"
                        f" · {language.minutes(found.minutes)}",
                        "",
                    ),
                )
                for found in self.now.library.checklists
            ]
        )

    def take(self, row: str) -> None:
        self.go_to(ChecklistPage(self.now, self.now.library.checklist(row)))
