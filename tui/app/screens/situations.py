"""The first screen: what is happening."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui.app.messages import MomentChanged
from tui.app.screens.now import NowPage
from tui.app.screens.page import CHOOSE, Page, plain
from tui.app.screens.saving import SAVE, SavingPage
from tui.app.widgets.rows import Row, RowList
from tui.content.model import Moment


class SituationsPage(SavingPage):
    """Asks what the person needs now; the screens it leads to are imported when they open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        CHOOSE,
        Binding("o", "open", "open", id="open", tooltip="go on from a saved file"),
        Binding("c", "resume", "code", id="resume", tooltip="go on from a paper code"),
        SAVE,
    ]
    DEFAULT_CSS = """
    SituationsPage #question { padding: 1; text-style: bold; }
    """

    def body(self) -> ComposeResult:
        """The question and the situations."""
        yield Static(id="question", markup=False)
        yield RowList(id="situations")

    def redraw(self) -> None:
        super().redraw()
        self.query_one("#question", Static).update(plain(self.say("What do you need now?")))
        rows = [Row(entry.id, entry.title) for entry in self.now.library.situations]
        rows.append(Row("page/gap", "", heading=True))
        rows.append(Row("page/checklists", self.say("All checklists")))
        rows.append(Row("page/look-again", self.say("Look again: what is worth repeating")))
        rows.append(Row("page/own-data", self.say("Review my own data")))
        if self.now.library.has_contacts:
            rows.append(Row("page/contacts", self.say("Whom to ask")))
        rows.append(Row("page/about", self.say("About and limits")))
        self.query_one(RowList).show(rows)

    def take(self, row: str) -> None:
        if row.startswith("page/"):
            self.go_to(self._page(row))
        else:
            self._choose(row)

    def action_open(self) -> None:
        """Asks for a file to go on from."""
        from tui.app.screens.opening import OpenPage

        self.go_to(OpenPage(self.now))

    def action_resume(self) -> None:
        """Asks for a paper code."""
        from tui.app.screens.resume import ResumePage

        self.go_to(ResumePage(self.now))

    def _page(self, row: str) -> Page:
        """The screen behind a row that is no situation: those have no slash in their ids."""
        match row:
            case "page/checklists":
                from tui.app.screens.checklists import ChecklistsPage

                return ChecklistsPage(self.now)
            case "page/look-again":
                from tui.app.screens.look_again import LookAgainPage

                return LookAgainPage(self.now)
            case "page/own-data":
                from tui.app.screens.review.own_data import OwnDataPage

                return OwnDataPage(self.now)
            case "page/contacts":
                from tui.app.screens.contacts import ContactsPage

                return ContactsPage(self.now)
        from tui.app.screens.about import AboutPage

        return AboutPage(self.now)

    def _choose(self, name: str) -> None:
        from tui.app.screens.questions import QuestionsPage, moment_open

        situation = next(entry for entry in self.now.library.situations if entry.id == name)
        profile = moment_open(self.now.plan.profile)
        if situation.moment is Moment.NOW:
            self.post_message(MomentChanged(None, profile))
            self.go_to(NowPage(self.now))
        else:
            if situation.moment is Moment.AFTER:
                self.post_message(MomentChanged(situation, profile))
            self.go_to(QuestionsPage(self.now, situation))
