"""Locked: the passphrase opens the file again, and there is no other way but out."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui.app.messages import OpenRequested
from tui.app.screens.form import after_typing
from tui.app.screens.page import Page, plain
from tui.app.state import Saved, State
from tui.app.widgets.scroll import Column
from tui.app.widgets.secret import Secret


class LockPage(Page):
    """Nothing of the session is left behind it."""

    aside = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", id="open", tooltip="open the file again", priority=True),
        Binding("f1", "app.keys", "keys", id="keys", tooltip="these keys"),
    ]
    DEFAULT_CSS = """
    LockPage Static { padding: 1 1; height: auto; }
    LockPage #result { text-style: bold; }
    """

    def __init__(self, state: State, path: Path) -> None:
        super().__init__(state)
        self._path = path
        self._result = ""
        self._asked = False

    def body(self) -> ComposeResult:
        """Why it is locked, the passphrase, and what became of it."""
        with Column():
            yield Static(id="why", markup=False)
            yield Secret(id="passphrase")
            yield Static(id="result", markup=False)

    def where(self) -> str:
        return self.say("locked")

    def on_mount(self) -> None:
        self.query_one(Secret).focus()

    def redraw(self) -> None:
        super().redraw()
        why = [self.say("Locked: no key was pressed for three minutes.")]
        if self.now.keeping.saved is Saved.SAVED:
            why.append(self.say("Your marks are in the file; nothing of them is here any more."))
        else:
            why.append(self.say("The newest marks are not in the file yet."))
            why.append(self.say("They are here, behind the passphrase. Leaving loses them."))
        self.query_one("#why", Static).update(plain(*why))
        self.query_one(Secret).show(self.say("Passphrase"), self.say("nothing yet"))
        self.query_one("#result", Static).update(plain(self._result))

    def action_back(self) -> None:
        """Stays: only the passphrase leads back."""

    def action_open(self) -> None:
        """Asks for the file again; pressed twice in haste, once."""
        after_typing(self, self._open)

    def _open(self) -> None:
        secret = self.query_one(Secret)
        if self._asked:
            return
        if not secret.passphrase:
            self.tell(self.say("type the passphrase first"))
            return
        self.tell(self.say("opening … this takes some seconds, on purpose"))
        self._asked = True
        self.post_message(OpenRequested(self._path, secret.passphrase))

    def tell(self, words: str) -> None:
        self._asked = False
        self._result = words
        self.redraw()
