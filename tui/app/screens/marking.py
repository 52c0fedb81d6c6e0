"""What screens with an item at hand can do with it."""

from collections.abc import Iterable

from textual.binding import Binding

from tui.app.messages import Marked, Undone
from tui.app.screens.lift import LiftPage
from tui.app.screens.questions import QuestionsPage
from tui.app.screens.saving import SavingPage
from tui.content.model import Item
from tui.session import Status, undo

MARKS = [
    Binding("space", "mark('done')", "done", id="done", tooltip="mark as done, or take it off"),
    Binding("space", "refuse", "", id="why", show=False, tooltip="why it cannot be done now"),
    Binding("l", "mark('later')", "later", id="later", tooltip="mark for later"),
    Binding(
        "n", "mark('not-for-me')", "not for me", id="not-for-me", tooltip="mark as not for you"
    ),
    Binding("x", "lift", "lift hold", id="lift", tooltip="lift the hold of an item that waits"),
]
ANSWERS = Binding(
    "a", "answers", "answers", id="answers", tooltip="change your answers; marks stay"
)
UNDO = Binding(
    "u", "undo", "undo", id="undo", tooltip="take back the last mark or lifted hold", show=False
)
CODE = Binding(
    "c", "code", "paper code", id="code", tooltip="a short code to copy by hand", show=False
)
REVIEW = Binding(
    "v", "review", "my own data", id="review", tooltip="look in my own data archive", show=False
)


class MarkingPage(SavingPage):
    """A screen with an item at hand that can be marked."""

    def item(self) -> Item | None:
        """The item at hand."""
        return None

    def hidden(self) -> Iterable[str]:
        yield from super().hidden()
        item, session = self.item(), self.now.session
        held = item is not None and session.hold(item) is not None
        if item is None:
            yield from ("done", "later", "not-for-me")
        if not held:
            yield from ("lift", "why")
        elif item and session.status(item) is not Status.DONE:
            yield "done"
        else:
            yield "why"
        if undo(session) is session:
            yield "undo"
        if not (item and item.review):
            yield "review"

    def items(self) -> tuple[Item, ...]:
        """The items of the list or plan at hand."""
        return ()

    def called(self) -> str:
        """What the list or plan at hand is called."""
        return self.where()

    def action_mark(self, status: str) -> None:
        """Marks the item at hand; the same mark again takes it off."""
        item = self.item()
        if item:
            self.post_message(Marked(item, Status(status)))

    def action_refuse(self) -> None:
        """Has it said why the item cannot be marked as done."""
        self.action_mark(Status.DONE)

    def action_answers(self) -> None:
        """Asks the questions again; marks stay."""
        self.go_to(QuestionsPage(self.now, self.now.plan.situation))

    def action_code(self) -> None:
        """Shows the paper code of the list or plan at hand."""
        from tui.app.screens.code import CodePage

        self.go_to(CodePage(self.now, self.called, self.items()))

    def action_undo(self) -> None:
        """Takes back the last mark or lifted hold."""
        self.post_message(Undone())

    def action_lift(self) -> None:
        """States the price of lifting the hold of the item at hand, and asks."""
        item = self.item()
        if item and self.now.session.hold(item):
            self.go_to(LiftPage(self.now, item))

    def action_review(self) -> None:
        """Leads to the archive in which what the item is about can be looked for."""
        from tui.app.screens.review.own_data import OwnDataPage

        self.go_to(OwnDataPage(self.now))
