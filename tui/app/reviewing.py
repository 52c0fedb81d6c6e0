"""What the app does for the review of one's own data: opens, decides, forgets."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tui.app.progress import ProgressApp

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.app.messages import Decided, FileChosen, Pasted
    from tui.inventory.archive import Archive
    from tui.session import Review, Session

_KEY_BYTES = 32


class ReviewApp(ProgressApp):
    """Holds the archive that is open; nothing of it leaves the memory."""

    def on_file_chosen(self, message: FileChosen) -> None:
        """Reads the chosen archive, or the chosen words."""
        from tui.app.screens.review.words import WordsPage
        from tui.inventory.archive import open_archive

        choose = partial(open_archive, message.path)
        self.pop_screen()
        if isinstance(self.screen, WordsPage):
            self.screen.take_file(choose)
        else:
            self._begin(choose, self._service())

    def on_pasted(self, message: Pasted) -> None:
        """Reads what was pasted."""
        from tui.inventory.archive import pasted

        self.pop_screen()
        text = message.text.encode("utf-8", "replace")
        self._begin(partial(pasted, text), self._service())

    def _service(self) -> str:
        """The service whose archive is asked for."""
        from tui.app.screens.review.guide import GuidePage

        return self.screen.service if isinstance(self.screen, GuidePage) else ""

    def _begin(self, choose: Callable[[], Archive], service: str) -> None:
        """Opens another archive in place of the one that was open, on top of the first screens."""
        from secrets import token_bytes

        from tui.app.screens.review.inventory import InventoryPage
        from tui.app.screens.review.own_data import OwnDataPage
        from tui.inventory.marking import Marking
        from tui.inventory.model import Inventory

        while len(self.screen_stack) > 1 and not isinstance(self.screen, OwnDataPage):
            self.pop_screen()
        key = self.state.session.review.key or token_bytes(_KEY_BYTES)
        marking = Marking(Inventory(""), key)
        self.show(replace(self.state, marking=marking))
        self.push_screen(InventoryPage(self.state, marking, choose, service))

    def on_review_closed(self) -> None:
        """Forgets the archive; what was decided stays with the session."""
        self.show(replace(self.state, marking=None))

    def on_decided(self, message: Decided) -> None:
        """Decides about findings; the same decision again takes it off."""
        marking = self.state.marking
        if marking:
            before = self.state.session.review
            self._decide(marking.mark(message.table, message.numbers, message.decision, before))

    def on_decision_undone(self) -> None:
        """Takes the last decision back."""
        if self.state.marking:
            self._decide(self.state.marking.undo(self.state.session.review))

    def _decide(self, review: Review) -> None:
        self.show(self.state.with_session(replace(self.state.session, review=review)))

    def start_over(self, session: Session) -> None:
        """Goes back to the first screen; an archive that was open is forgotten."""
        self._show(replace(self.state, marking=None))
        super().start_over(session)
