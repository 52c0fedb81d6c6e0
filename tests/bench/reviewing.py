"""How the app answers while it reads an archive: a real one, with a screen that nobody sees.

    python tests/bench/reviewing.py FILE ROUNDS

prints as JSON the seconds by which a turn of the event loop came too late, those from a key until
its effect is drawn, and those from the key that stops until no thread reads any more.
"""

import asyncio
import json
import sys
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from textual.events import Key

from tests.app.person import Person, paradak
from tui.app.screens.review.inventory import InventoryPage
from tui.app.widgets.rows import RowList

TURN = 0.01
"""Seconds between two turns that are asked for."""
_PAUSE, _SHORT = 0.1, 0.0005
_STOP_AFTER = 0.3
_SIZE = (100, 30)
Seconds = list[float]
Found = dict[str, Seconds]


@asynccontextmanager
async def _turns_late() -> AsyncIterator[Seconds]:
    """By how much each turn is late, as long as the block lasts."""
    late: Seconds = []

    async def take_turns() -> None:
        while True:
            due = time.perf_counter() + TURN
            await asyncio.sleep(TURN)
            late.append(time.perf_counter() - due)

    turns = asyncio.create_task(take_turns())
    try:
        yield late
    finally:
        turns.cancel()


def _reads(person: Person) -> bool:
    return any(not worker.is_finished for worker in person.app.workers)


def _shows_tables(person: Person) -> bool:
    screen = person.app.screen
    found = screen.query(RowList) if isinstance(screen, InventoryPage) else ()
    return any(rows.option_count for rows in found)


async def _begin(person: Person, path: Path) -> None:
    """Chooses the archive; goes on as soon as its tables are there."""
    await person.follow("@own-data", "@telegram", "y")
    await person.press_at_once(*str(path))
    person.app.post_message(Key("enter", "\r"))
    while not _shows_tables(person):
        await asyncio.sleep(_SHORT)


async def _press_down(person: Person) -> float:
    """From the key until the cursor is drawn on another row."""
    before, drawn = person.rows.highlighted, asyncio.Event()
    start = time.perf_counter()
    person.app.post_message(Key("down", None))
    while person.rows.highlighted == before:
        await asyncio.sleep(_SHORT)
    person.app.screen.call_after_refresh(drawn.set)
    await drawn.wait()
    return time.perf_counter() - start


async def _stop(person: Person, path: Path) -> float:
    """From the key that stops until the thread that reads has ended."""
    before = set(threading.enumerate())
    await _begin(person, path)
    await asyncio.sleep(_STOP_AFTER)
    reading = set(threading.enumerate()) - before
    start = time.perf_counter()
    person.app.post_message(Key("x", "x"))
    while _reads(person) or any(thread.is_alive() for thread in reading):
        await asyncio.sleep(_SHORT)
    return time.perf_counter() - start


async def _measure(path: Path, rounds: int) -> Found:
    found: Found = {"keys": [], "idle keys": [], "stops": []}
    async with paradak(_SIZE) as person:
        await _begin(person, path)
        async with _turns_late() as found["late"]:
            await asyncio.sleep(_PAUSE)
            while _reads(person):
                await asyncio.sleep(_PAUSE)
        async with _turns_late() as found["idle late"]:
            await asyncio.sleep(_PAUSE * rounds)
        for _ in range(rounds):
            found["idle keys"].append(await _press_down(person))
            await asyncio.sleep(_PAUSE)
    async with paradak(_SIZE) as person:
        await _begin(person, path)
        while _reads(person) or not found["keys"]:
            found["keys"].append(await _press_down(person))
            await asyncio.sleep(_PAUSE)
    for _ in range(rounds):
        async with paradak(_SIZE) as person:
            found["stops"].append(await _stop(person, path))
    return found


def main() -> None:
    """Measures one archive."""
    print(json.dumps(asyncio.run(_measure(Path(sys.argv[1]), int(sys.argv[2])))))


if __name__ == "__main__":
    main()
