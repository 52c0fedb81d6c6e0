"""Which of those who wrote in a chat is the owner of the archive."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from tui.app.screens.page import BACK, CHOOSE, Page, plain
from tui.app.state import State
from tui.app.widgets.rows import Row, RowList
from tui.inventory.model import Person

_NOBODY = "nobody"


class OwnerPage(Page):
    """Names to choose from; nobody is a choice too, and then nothing counts as one's own."""

    aside = True

    BINDINGS: ClassVar[list[BindingType]] = [CHOOSE, BACK]
    DEFAULT_CSS = """
    OwnerPage #question { padding: 1; text-style: bold; }
    """

    def __init__(self, state: State, people: Sequence[Person], then: Callable[[str], None]) -> None:
        """`then` is told the key of the person, or nothing."""
        super().__init__(state)
        self._then = then
        self._people = people

    def body(self) -> ComposeResult:
        """The question, and the names."""
        yield Static(id="question", markup=False)
        yield RowList(id="people")

    def where(self) -> str:
        return self.say("your archive")

    def redraw(self) -> None:
        super().redraw()
        question = self.say("This archive does not say whose it is. Which of these is you?")
        self.query_one("#question", Static).update(plain(question))
        unknown = self.say("(no name)")
        rows = [
            Row(f"person/{number}", person.name or unknown, (self._messages(person), ""))
            for number, person in enumerate(self._people)
        ]
        nobody = self.say("None of these, or I don't know")
        then = self.say("nothing counts as yours")
        self.query_one(RowList).show([*rows, Row(_NOBODY, nobody, (then, ""))])

    def _messages(self, person: Person) -> str:
        return self.now.language.count(person.messages, "{n} message", "{n} messages")

    def take(self, row: str) -> None:
        number = row.removeprefix("person/")
        self.action_back()
        self._then("" if row == _NOBODY else self._people[int(number)].key)
