"""Opening a file that holds marks."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui.app.messages import OpenRequested
from tui.app.reading import read_in_turns
from tui.app.screens.form import LINES, after_typing
from tui.app.screens.page import BACK, Page, plain
from tui.app.state import State
from tui.app.widgets.file_line import FileLine
from tui.app.widgets.line import Line
from tui.app.widgets.scroll import Column
from tui.app.widgets.secret import Secret
from tui.text import width


class OpenPage(Page):
    """Asks for the file and its passphrase; what is typed stays when it does not open."""

    aside = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", id="open", tooltip="open the file", priority=True),
        *LINES,
        BACK,
        Binding("f1", "app.keys", "keys", id="keys", tooltip="these keys"),
    ]
    DEFAULT_CSS = """
    OpenPage Static { padding: 1 1 0 1; height: auto; }
    OpenPage FileLine { margin: 1 0 0 0; }
    OpenPage FileLine Static { padding: 0; }
    OpenPage #result { text-style: bold; }
    """

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self._result = ""
        self._asked = False

    def body(self) -> ComposeResult:
        """The file, the passphrase, and what became of it."""
        with Column():
            yield FileLine("", id="file")
            yield Secret(id="passphrase")
            yield Static(id="result", markup=False)

    def where(self) -> str:
        return self.say("open a file")

    def on_mount(self) -> None:
        self.query_one(Line).focus()
        self.run_worker(read_in_turns(self.now.library))

    def redraw(self) -> None:
        super().redraw()
        file, passphrase = self.say("File"), self.say("Passphrase")
        wide = max(width(file), width(passphrase)) + 1
        self.query_one(FileLine).show(f"{file}{' ' * (wide - width(file))}")
        label = f"{passphrase}{' ' * (wide - width(passphrase))}"
        self.query_one(Secret).show(label, self.say("nothing yet"))
        self.query_one("#result", Static).update(plain(self._result))

    def action_open(self) -> None:
        """Asks for the file, unless something is missing; pressed twice in haste, once."""
        after_typing(self, self._open)

    def _open(self) -> None:
        if self._asked:
            return
        file, secret = self.query_one(FileLine), self.query_one(Secret)
        if not file.typed:
            self.query_one(Line).focus()
            self.tell(self.say("type the name of the file first"))
        elif not secret.passphrase:
            secret.focus()
            self.tell(self.say("type the passphrase first"))
        else:
            self.tell(self.say("opening … this takes some seconds, on purpose"))
            self._asked = True
            self.post_message(OpenRequested(file.path(), secret.passphrase))

    def tell(self, words: str) -> None:
        self._asked = False
        self._result = words
        self.redraw()
