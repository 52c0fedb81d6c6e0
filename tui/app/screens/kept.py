"""The file that holds the marks, and what can be done with it."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui.app.messages import KeepAgain, RemoveRequested
from tui.app.problems import in_words
from tui.app.screens.keep import KeepPage
from tui.app.screens.page import BACK, Page, plain
from tui.app.state import Saved, State
from tui.text import clean


class KeptPage(Page):
    """Says which file it is and how it goes on."""

    aside = True

    shows_no_file = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "back", "go on", id="go-on", tooltip="go back to where you were"),
        Binding("r", "again", "try again", id="again", tooltip="try once more to save"),
        Binding("n", "other", "another file", id="other", tooltip="save in another file from now"),
        Binding("d", "delete", "delete", id="delete", tooltip="delete the file"),
        BACK,
    ]
    DEFAULT_CSS = """
    KeptPage Static { padding: 1 1 0 1; }
    KeptPage #kept { text-style: bold; }
    """

    def __init__(self, state: State, to_write_down: str = "") -> None:
        """`to_write_down` are the words that open the file, shown this once more."""
        super().__init__(state)
        self._to_write_down = to_write_down

    def body(self) -> ComposeResult:
        """The file, and how it goes on."""
        yield Static(id="kept", markup=False)
        yield Static(id="how", markup=False)

    def where(self) -> str:
        return self.say("save")

    def hidden(self) -> Iterable[str]:
        again = () if self.now.keeping.saved is Saved.FAILED else ("again",)
        return [*super().hidden(), *again]

    def redraw(self) -> None:
        super().redraw()
        keeping = self.now.keeping
        words = self.say(keeping.saved)
        if keeping.problem:
            words = f"{words}: {in_words(keeping.problem, self.now.language)}"
        lines = [clean(str(keeping.path or "")), words]
        if self._to_write_down:
            lines += ["", self.say("Your passphrase, shown for the last time:")]
            lines += [f"  {self._to_write_down}"]
        self.query_one("#kept", Static).update(plain(*lines))
        how = (
            self.say("The marks are saved after every mark, by themselves."),
            self.say("What is not yet saved when you leave is lost."),
            self.say("After three minutes without a key Paradak asks for the passphrase."),
            "",
            self.say("To go on from it: o on the first screen."),
            self.say("Without the passphrase nobody can open the file, and nobody can help."),
            self.say("The file can be found. Whoever finds it sees that it is sealed."),
        )
        self.query_one("#how", Static).update(plain(*how))

    def action_again(self) -> None:
        """Has it saved once more."""
        self.post_message(KeepAgain())

    def action_other(self) -> None:
        """Asks for another file; this one stays as it is."""
        self.go_to(KeepPage(self.now))

    def action_delete(self) -> None:
        """Asks whether the file is to be deleted."""
        self.go_to(DeletePage(self.now))


class DeletePage(Page):
    """Says what deleting does, and asks."""

    aside = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "delete", "delete the file", id="delete", tooltip="delete the file"),
        Binding("escape", "back", "leave it", id="back", tooltip="leave the file"),
    ]
    DEFAULT_CSS = """
    DeletePage Static { padding: 1 1 0 1; }
    DeletePage #kept { text-style: bold; }
    """

    def body(self) -> ComposeResult:
        """The file, what stays of it, and the choice."""
        yield Static(id="kept", markup=False)
        yield Static(id="price", markup=False)

    def where(self) -> str:
        return self.say("delete the file")

    def redraw(self) -> None:
        super().redraw()
        self.query_one("#kept", Static).update(plain(clean(str(self.now.keeping.path or ""))))
        price = (
            self.say("Delete the file. Traces may remain; they stay encrypted."),
            self.say("Your marks stay here until you leave, and are then lost."),
            self.say("A paper code or a copy that you made is not touched."),
            "",
            self.say("You decide: press y to delete the file, or Esc to leave it."),
        )
        self.query_one("#price", Static).update(plain(*price))

    def action_delete(self) -> None:
        """Has the file deleted."""
        self.post_message(RemoveRequested())
        self.action_back()
