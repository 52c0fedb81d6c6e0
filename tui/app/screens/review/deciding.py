"""What every screen has on which findings are decided about."""

from collections.abc import Iterable, Sequence

from textual.binding import Binding

from tui.app.messages import Decided, DecisionUndone
from tui.app.review_words import DECISION_WORDS
from tui.app.screens.page import Page
from tui.app.state import State
from tui.inventory.marking import Marking
from tui.inventory.model import Inventory, Table
from tui.session import Reviewed


def _decision(key: str, decision: Reviewed, word: str, does: str) -> Binding:
    return Binding(key, f"decide('{decision}')", word, id=f"decide-{decision}", tooltip=does)


OPEN = Binding("enter", "choose", "open", id="choose", tooltip="open the row under the cursor")
DECISIONS = (
    _decision("space", Reviewed.TO_REVIEW, "review", "to review; the same key takes it off"),
    _decision("d", Reviewed.DONE, "done", "done; the same key takes it off"),
    _decision("k", Reviewed.KEEP, "keep", "it stays; the same key takes it off"),
    _decision("n", Reviewed.NOT_MINE, "not mine", "not mine; the same key takes it off"),
    Binding("u", "undo", "undo", id="undo", show=False, tooltip="take the last decision back"),
)
DECISION_IDS = tuple(binding.id or "" for binding in DECISIONS)


class DecidingPage(Page):
    """Findings of one table, and decisions about those at hand."""

    shows_no_file = False

    def __init__(self, state: State, marking: Marking, table: Table) -> None:
        super().__init__(state)
        self._marking = marking
        self._table = table

    def on_unmount(self) -> None:
        """Lets go of the archive: a screen that is closed can stay in memory for a while."""
        self._marking, self._table = Marking(Inventory(""), b""), Table(self._table.part)

    def hidden(self) -> Iterable[str]:
        """Nothing of an archive is printed, on purpose; and what is found elsewhere is no help."""
        yield from super().hidden()
        yield from ("print", "find")

    def signs(self) -> tuple[str, ...]:
        """What the marks and numbers mean."""
        return (
            self.say("yours: what you wrote, sent or allowed; all: with what others did"),
            self.say("Marks are for you alone: to review, done, keep, not mine."),
            self.say(
                "A mark on a row holds for all that is yours in it; 3/20: 3 of 20 are marked."
            ),
            self.say("Marks stay in memory. They change nothing in the archive or the account."),
        )

    def chosen(self) -> Sequence[int]:
        """The findings that a decision is about."""
        return ()

    def decision_of(self, number: int) -> str:
        """What was decided about a finding, in words."""
        decision = self._marking.decisions(self._table).get(number)
        return self.say(DECISION_WORDS[decision]) if decision else ""

    def action_decide(self, decision: str) -> None:
        """Decides about the findings at hand."""
        found = self.chosen()
        if found:
            self.post_message(Decided(self._table, tuple(found), Reviewed(decision)))

    def action_undo(self) -> None:
        """Takes the last decision back."""
        self.post_message(DecisionUndone())
