"""Words of the person's own to look for: names, sites, anything; they stay in memory."""

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui.app.problems import in_words
from tui.app.reading import one_by_one
from tui.app.screens.form import after_typing
from tui.app.screens.page import BACK, Page, plain
from tui.app.state import State
from tui.app.widgets.line import Line
from tui.errors import ParadakError
from tui.inventory.archive import Archive
from tui.inventory.marking import Marking
from tui.inventory.model import Inventory, Progress
from tui.inventory.words import (
    IN_MESSAGES,
    IN_NAMES,
    MOST_WORDS,
    in_file,
    look_for,
    words_in,
)


class WordsPage(Page):
    """A line to type words into, or the name of a file that has one on each line."""

    aside = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "look", "look", id="look", tooltip="look for these words", priority=True),
        Binding("f4", "file", "a file of words", id="file", tooltip="take words from a file"),
        Binding("f5", "stop", "stop", id="stop", tooltip="stop; what was found so far stays"),
        BACK,
        Binding("f1", "app.keys", "keys", id="keys", tooltip="these keys"),
    ]
    DEFAULT_CSS = """
    WordsPage Static { padding: 0 1 1 1; height: auto; }
    WordsPage Line { margin: 0 1 1 1; }
    WordsPage #result { text-style: bold; }
    """

    def __init__(self, state: State, marking: Marking) -> None:
        super().__init__(state)
        self._marking = marking
        self._reading = False
        self._result = ""

    def body(self) -> ComposeResult:
        """What is looked for and how, the line, and what came of it."""
        yield Static(id="about", markup=False)
        yield Line(id="words")
        yield Static(id="result", markup=False)

    def where(self) -> str:
        return self.say("your archive › your own words")

    def hidden(self) -> Iterator[str]:
        yield from super().hidden()
        if not self._reading:
            yield "stop"

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one(Line).focus()

    def on_unmount(self) -> None:
        """Lets go of the archive."""
        self._marking = Marking(Inventory(""), b"")

    def redraw(self) -> None:
        super().redraw()
        about = (
            self.say("Words, names or sites that you would not want to be found; commas between."),
            self.say(
                "Large and small letters are the same, and ё and е. Parts of words count too."
            ),
            self.say("Your words stay in memory. They are forgotten when the archive is closed."),
            self.say("What is not on your list can still matter."),
        )
        self.query_one(Line).placeholder = self.say("type here")
        self.query_one("#about", Static).update(plain(*about))
        self.query_one("#result", Static).update(plain(self._result))

    def action_look(self) -> None:
        """Looks for what is typed."""
        after_typing(self, self._look)

    def _look(self) -> None:
        self.look_for(words_in(self.query_one(Line).value))

    def look_for(self, words: tuple[str, ...]) -> None:
        """Looks for words in names and messages, and opens the table of what is found."""
        if self._reading:
            return
        if not words:
            self.tell(self.say("type a word first; at most {n} words", n=MOST_WORDS))
            return
        self._reading = True
        self.run_worker(self._read(words), exclusive=True)

    async def _read(self, words: tuple[str, ...]) -> None:
        try:
            async for step in one_by_one(look_for(words, self._marking, self.now.session.review)):
                self._tell_progress(step)
            self._result = self._found()
        except ParadakError as error:
            self._result = self.say(
                "Not read: {problem}.", problem=in_words(error, self.now.language)
            )
        finally:
            self._reading = False
            if self.is_attached and self in self.app.screen_stack:
                self.redraw()

    def _found(self) -> str:
        """How much there is, and where."""
        tables, language = self._marking.inventory.tables, self.now.language
        parts = [language.count(len(tables[IN_NAMES.id]), "{n} name", "{n} names")]
        messages = tables.get(IN_MESSAGES.id)
        if messages is not None:
            parts.append(language.count(len(messages), "{n} message", "{n} messages"))
        places = " · ".join(parts)
        return self.say("Found: {places}. Esc shows them, first in the archive.", places=places)

    def _tell_progress(self, step: Progress) -> None:
        percent = int(100 * step.done / max(step.size, 1))
        self.tell(self.say("looking … {percent} %", percent=percent))

    def tell(self, words: str) -> None:
        self._result = words
        self.redraw()

    def action_file(self) -> None:
        """Asks for a file with a word on each line."""
        from tui.app.screens.choose_file import ChooseFilePage

        hint = "a text file with one word on each line"
        self.go_to(ChooseFilePage(self.now, "your own words", hint))

    def take_file(self, choose: Callable[[], Archive]) -> None:
        """Looks for the words of a file."""
        try:
            self.look_for(in_file(choose()))
        except ParadakError as error:
            self.tell(in_words(error, self.now.language))

    def action_stop(self) -> None:
        """Looks no further."""
        self.workers.cancel_node(self)
        self._result = self.say("You stopped. What was found so far is in the table.")
