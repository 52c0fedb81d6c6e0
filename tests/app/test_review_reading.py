"""While an archive is read: how far it is, what can be looked at already, and how to stop."""

import asyncio
import threading
from collections.abc import Iterator
from threading import Event

import pytest
from textual.events import Key

from tests.app.person import LARGE, Person, paradak
from tests.app.reviews import Export, inventory, page, rows, said_of, table, take
from tests.telegram import generate
from tui.app.screens.review.inventory import InventoryPage
from tui.app.screens.review.part import PartPage
from tui.inventory.archive import Archive
from tui.inventory.model import Inventory, Progress, WhoAreYou
from tui.inventory.telegram import READER, parts


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Export:
    """An archive of several pieces of what is read at once."""
    path = tmp_path_factory.mktemp("DataExport") / "result.json"
    return Export(path, generate(path, messages=6000, chats=40, seed=5, skip=["bots"]))


@pytest.fixture
def may_go_on(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Lets the reading of an archive go on; until then it stops once some reposts are counted."""
    event = Event()

    def slowly(
        archive: Archive, found: Inventory, owner: str | None
    ) -> Iterator[Progress | WhoAreYou]:
        for step in READER.read(archive, found, owner):
            yield step
            if (reposts := found.tables.get("reposts")) is not None and len(reposts):
                event.wait(30)

    slow = READER._replace(read=slowly)
    monkeypatch.setattr("tui.inventory.READERS", (slow,))
    yield event
    event.set()


async def until(person: Person, words: str) -> None:
    """Waits for words while something is being read."""
    async with asyncio.timeout(30):
        while words not in person.words:
            await person.pilot.pause(0.01)


async def press(person: Person, key: str, *, until_there_is: str) -> None:
    """Presses a key while something is being read."""
    character = {"enter": "\r", "escape": "\x1b"}.get(key, key)
    person.app.post_message(Key(key, character))
    await until(person, until_there_is)


async def begin(person: Person, export: Export) -> None:
    """Has an archive read as far as it goes for now."""
    await person.follow("@own-data", "@telegram", "y")
    await person.press_at_once(*str(export.path))
    await press(person, "enter", until_there_is="In memory only.")
    async with asyncio.timeout(30):
        while "reposts" not in inventory(person).tables or not len(table(person, "reposts")):
            await person.pilot.pause(0.01)


async def test_small_tables_can_be_looked_at_and_others_grow_while_it_is_read(
    export: Export, may_go_on: Event
) -> None:
    every = export.expected.forwarded_from.total()
    async with paradak(LARGE) as person:
        await begin(person, export)
        await until(person, "reading ")
        await until(person, "x stop reading")
        await until(person, " %")
        assert not inventory(person).whole
        assert "in it, and empty" not in person.words
        person.rows.highlighted = person.rows.get_option_index("sessions")
        await press(person, "enter", until_there_is="Прылада 0")
        await press(person, "escape", until_there_is="In memory only.")
        before = len(table(person, "reposts"))
        assert before < every
        person.rows.highlighted = person.rows.get_option_index("reposts")
        await press(person, "enter", until_there_is="your archive › Reposts")
        assert page(person) is PartPage
        may_go_on.set()
        async with asyncio.timeout(30):
            while sum(int(row[2]) for row in rows(person)) < every:
                await person.pilot.pause(0.05)
        await person.press("escape")
        assert "Read to the end." in person.words
        assert "stop reading" not in person.words


async def test_reading_is_stopped_and_what_was_counted_stays_and_is_not_called_all(
    export: Export, may_go_on: Event
) -> None:
    async with paradak(LARGE) as person:
        await begin(person, export)
        await press(person, "x", until_there_is="You stopped the reading.")
        await person.settle()
        may_go_on.set()
        assert "stop reading" not in person.words
        assert said_of(person, parts.CONTACTS.title) == str(export.expected.totals["contacts"])
        assert said_of(person, parts.BOT_CHATS.title) == "none in what was read so far"
        assert "in it, and empty" not in person.words
        assert not inventory(person).whole


async def test_who_goes_away_while_it_is_read_is_told_on_coming_back(
    export: Export, may_go_on: Event
) -> None:
    async with paradak(LARGE) as person:
        await begin(person, export)
        await press(person, "escape", until_there_is="Go on with the archive that is open")
        may_go_on.set()
        await person.settle()
        await person.press("enter")
        assert page(person) is InventoryPage
        assert "You stopped the reading." in person.words
        await take(person, "bot-chats")
        assert "none in what was read so far" in person.words


async def test_leaving_waits_for_no_reading(export: Export, may_go_on: Event) -> None:
    async with paradak(LARGE) as person:
        await begin(person, export)
        assert not may_go_on.is_set()
        await person.pilot.press("f10")
    assert person.app.return_code == 0


async def test_an_archive_that_is_closed_while_it_is_read_is_read_no_further(
    export: Export, may_go_on: Event
) -> None:
    async with paradak(LARGE) as person:
        await begin(person, export)
        found = inventory(person)
        await press(person, "escape", until_there_is="x close it")
        await person.press("x")
        assert person.state.marking is None
        (thread,) = [one for one in threading.enumerate() if one.name.endswith("(work)")]
        may_go_on.set()
        thread.join(30)
        assert not thread.is_alive()
        assert sum(chat.every for chat in found.chats) < export.expected.totals["messages"]
        assert not found.whole
