"""A person before a running Paradak: presses keys and reads the screen."""

import gc
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Input

from tui.app.app import ParadakApp
from tui.app.screens import questions, typesetting
from tui.app.screens.marking import MarkingPage
from tui.app.state import State
from tui.app.widgets.choice import Choice
from tui.app.widgets.rows import RowList
from tui.content.library import Library, open_library
from tui.content.model import Item
from tui.guard import Enforcement, Protection
from tui.language import ENGLISH, Language

LIBRARY = open_library(ENGLISH)
PROTECTION = Protection(
    Enforcement.KERNEL, Enforcement.KERNEL, core_dumps_off=True, memory_private=True
)
SMALL, LARGE = (80, 24), (120, 40)
SHORTEST = min(LIBRARY.checklists, key=lambda found: len(found.items))
LONGEST = max(LIBRARY.checklists, key=lambda found: len(found.items))
SCREENS: dict[str, tuple[str, ...]] = {
    "situations": (),
    "questions": ("@ordinary-day",),
    "apps": ("@ordinary-day", "s", "s", "s"),
    "now": ("@checking-now",),
    "plan": ("@ordinary-day", "f"),
    "item": ("@ordinary-day", "f", "enter"),
    "related": ("@ordinary-day", "f", "enter", "o"),
    "lift": ("@phone-came-back", "f", "end", "x"),
    "lists": ("@checklists",),
    "list": ("@checklists", "enter"),
    "code": ("@checklists", "enter", "down", "space", "c"),
    "type a code": ("c",),
    "save": ("s",),
    "own passphrase": ("s", "right", "down", *"key"),
    "open": ("o",),
    "carried over": ("c", *"0h22g0wx", "enter"),
    "find": ("/", "t"),
    "print": ("@checklists", "enter", "p"),
    "lists to print": ("@checklists", "enter", "p", "right", "enter"),
    "preview": ("@checklists", "enter", "p", "v"),
    "file name": ("@checklists", "enter", "p", "up"),
    "about": ("@about",),
    "contacts": ("@contacts", "enter"),
    "look again": ("@look-again",),
    "own data": ("@own-data",),
    "guide": ("@own-data", "enter"),
    "keys": ("?",),
}
"""Steps from the first screen to every other."""
_NAMES = {"/": "slash", "?": "question_mark", " ": "space"}
_CHARACTERS = {"space": " ", "enter": "\r", "escape": "\x1b", "tab": "\t"}


@dataclass(frozen=True)
class Person:
    app: ParadakApp
    pilot: Pilot[None]

    async def press(self, *keys: str) -> None:
        """Presses keys one after the other, each when all is quiet again."""
        for key in keys:
            await self.press_at_once(key)

    async def press_at_once(self, *keys: str) -> None:
        """Presses keys faster than the screens can follow."""
        for key in keys:
            character = key if len(key) == 1 else _CHARACTERS.get(key)
            self.app.post_message(Key(_NAMES.get(key, key), character))
        await self.settle()

    async def click(self, word: str) -> None:
        """Clicks on the lowest line that holds a word."""
        line = max(n for n, text in enumerate(self.lines) if word in text)
        await self.pilot.click(offset=(self.lines[line].index(word), line))
        await self.settle()

    async def resize(self, size: tuple[int, int]) -> None:
        await self.pilot.resize_terminal(*size)
        await self.settle()

    async def settle(self) -> None:
        """Waits until every message has arrived, every worker is done and everything is drawn."""
        quiet = 0
        while quiet < 3 and self.app.return_code is None:
            await self.pilot.pause(0)
            pumps = [self.app, *self.app.screen.walk_children(with_self=True)]
            busy = any(pump.message_queue_size for pump in pumps)
            busy |= not all(worker.is_finished for worker in self.app.workers)
            quiet = 0 if busy else quiet + 1

    async def written(self) -> None:
        """Waits until a file that was asked for is written or refused."""
        while "writing …" in self.words:
            await self.pilot.pause(0.01)
        await self.settle()

    async def go_to(self, row: str, key: str = "down") -> None:
        """Moves the cursor to a row, named by its id or by the last part of it."""
        for _ in range(self.rows.option_count):
            if f"/{self.rows.chosen}".endswith(f"/{row}"):
                return
            await self.press(key)
        raise AssertionError(f"no row {row}")

    async def follow(self, *steps: str) -> None:
        """Presses keys; `>about` goes to that row, and `@about` presses Enter there as well."""
        for step in steps:
            if step[1:] and step[0] in "@>":
                await self.go_to(step[1:])
            if step[0] != ">":
                await self.press("enter" if step.startswith("@") else step)

    @property
    def state(self) -> State:
        return self.app.state

    @property
    def rows(self) -> RowList:
        return self.app.screen.query_one(RowList)

    @property
    def item(self) -> Item:
        """The item at hand."""
        screen = self.app.screen
        assert isinstance(screen, MarkingPage)
        item = screen.item()
        assert item is not None
        return item

    @property
    def strips(self) -> list[Strip]:
        return self.app.screen._compositor.render_strips()

    @property
    def lines(self) -> list[str]:
        return [strip.text.rstrip() for strip in self.strips]

    @property
    def words(self) -> str:
        """Everything on the screen, without line ends and spaces in a row."""
        return " ".join(" ".join(self.lines).split())


async def choose(person: Person, line: str, option: str) -> None:
    """Takes a choice of the print dialog."""
    choice = person.app.screen.query_one(f"#{line}", Choice)
    while choice.chosen != option:
        choice.move(1)
    await person.settle()


async def name_the_file(person: Person, name: str) -> None:
    """Gives the file to be written a name."""
    person.app.screen.query_one(Input).value = name
    await person.settle()


async def write(person: Person) -> None:
    """Has the file written, and waits for it."""
    await person.press("enter")
    await person.written()


@asynccontextmanager
async def paradak(
    size: tuple[int, int] = SMALL,
    library: Library = LIBRARY,
    languages: Mapping[str, Callable[[], Language]] | None = None,
    settles: float = 0,
    *,
    resuming: bool = False,
) -> AsyncIterator[Person]:
    """Paradak on its first screen; a question takes answers once it has stood for `settles`."""
    app = ParadakApp(library, PROTECTION, languages, resuming=resuming)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(questions, "SETTLES", settles)
        patch.setattr(typesetting, "SETTLES", 0)
        async with app.run_test(size=size) as pilot:
            person = Person(app, pilot)
            await person.settle()
            yield person
    gc.unfreeze()  # a test is followed by others, other than a start by its end
