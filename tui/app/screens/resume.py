"""Going on from a paper code: a line to type it into."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from tui.app.messages import CarriedOver
from tui.app.problems import in_words
from tui.app.reading import read_in_turns
from tui.app.screens.form import after_typing
from tui.app.screens.page import BACK, Page, plain
from tui.app.state import State
from tui.app.widgets.line import Line
from tui.app.widgets.scroll import Column
from tui.errors import CodeError
from tui.paper_code import resume
from tui.symbols import grouped


class ResumePage(Page):
    """Shows what is typed in groups, as it stands on the paper; a mistake takes nothing away."""

    aside = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take_code", "go on", id="go-on", tooltip="read the code", priority=True),
        BACK,
        Binding("f1", "app.keys", "keys", id="keys", tooltip="these keys"),
    ]
    DEFAULT_CSS = """
    ResumePage Static { padding: 1 1 0 1; height: auto; }
    ResumePage Line { margin: 1 0 0 0; padding: 0 1; }
    ResumePage #typed { text-style: bold; min-height: 2; }
    """

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self._problem = ""

    def body(self) -> ComposeResult:
        """How to type it, the line, what was typed, and what is wrong with it."""
        with Column():
            yield Static(id="how", markup=False)
            yield Line(id="typed-code")
            yield Static(id="typed", markup=False)
            yield Static(id="problem", markup=False)

    def where(self) -> str:
        return self.say("go on from a paper code")

    def on_mount(self) -> None:
        self.query_one(Line).focus()
        self.run_worker(read_in_turns(self.now.library))

    def redraw(self) -> None:
        super().redraw()
        how = (
            self.say("Type the code from your paper, all lines one after the other."),
            self.say("Small letters, blanks and hyphens do not matter."),
        )
        self.query_one("#how", Static).update(plain(*how))
        line = self.query_one(Line)
        line.placeholder = self.say("type the code")
        self.query_one("#typed", Static).update(plain(*self._typed(line.value)))
        self.query_one("#problem", Static).update(plain(self._problem))

    def _typed(self, text: str) -> Iterable[str]:
        """What was typed, as on the paper."""
        for number, line in enumerate(grouped(text), start=1):
            yield f"{self.say('line {n}', n=number)}   {line.replace(' ', '  ')}"

    def on_input_changed(self, event: Input.Changed) -> None:
        del event
        self._problem = ""
        self.redraw()

    def action_take_code(self) -> None:
        """Carries the marks over, or says what is wrong."""
        after_typing(self, self._take_code)

    def _take_code(self) -> None:
        try:
            found = resume(self.query_one(Line).value, self.now.library)
        except CodeError as error:
            self._problem = in_words(error, self.now.language)
            self.redraw()
        else:
            self.post_message(CarriedOver(found))
