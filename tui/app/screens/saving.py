"""What screens do from which the marks can be saved."""

from textual.binding import Binding

from tui.app.screens.page import Page
from tui.errors import VaultError

SAVE = Binding("s", "save", "save", id="save", tooltip="keep the marks in a file")


class SavingPage(Page):
    """A screen from which the marks can be saved; what that takes is imported when it opens."""

    def action_save(self) -> None:
        """Asks for a file, or shows the one that holds the marks."""
        from tui.app.problems import in_words
        from tui.app.screens.keep import KeepPage
        from tui.app.screens.kept import KeptPage
        from tui.vault import see_that_it_can

        try:
            see_that_it_can()
        except VaultError as error:
            self.tell(in_words(error, self.now.language))
            return
        self.go_to(KeptPage(self.now) if self.now.keeping.path else KeepPage(self.now))
