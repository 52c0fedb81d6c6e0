"""Our inventory of an archive, in a process of its own, as the others are measured.

    python tests/bench/reading.py count FILE

prints all counts as JSON. `list` ends once every chat is listed; `open` prints the seconds it took
to read findings again, and `words` those of a look for a word.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.telegram_read import found
from tests.telegram_words import NEEDLE
from tui.inventory import review
from tui.inventory.archive import open_archive
from tui.inventory.marking import Marking
from tui.inventory.model import Inventory, Progress, Table, WhoAreYou
from tui.inventory.telegram import parts
from tui.inventory.words import look_for, words_in
from tui.session import Review

OPENED = 10
"""Findings that are read again, drawn from all."""
_READ_AGAIN = (parts.REPOSTS, parts.LINKS, parts.PHOTOS)


def command(what: str, path: Path, *options: str) -> tuple[str, ...]:
    """The words that start it."""
    return (sys.executable, __file__, what, str(path), *options)


def _steps(path: Path, marking: Marking) -> Iterator[Progress | WhoAreYou]:
    return review(partial(open_archive, path), "telegram", marking, Review())


def _count(path: Path, marking: Marking) -> object:
    inventory = marking.inventory
    _exhaust(_steps(path, marking))
    return {
        "counts": {name: +counter for name, counter in found(inventory).counters().items()},
        "findings": sum(map(len, inventory.tables.values())),
        "repaired": inventory.faults.repaired,
        "skipped": inventory.faults.skipped,
    }


def _list(path: Path, marking: Marking) -> object:
    chats = marking.inventory.chats
    for _ in _steps(path, marking):
        if any(chat.every for chat in chats):
            break
    return len(chats)


def _open(path: Path, marking: Marking) -> object:
    _exhaust(_steps(path, marking))
    tables = [marking.inventory.tables[part.id] for part in _READ_AGAIN]
    random = Random(1)
    drawn = [(table, random.randrange(len(table))) for table in tables for _ in range(OPENED)]
    return [_seconds(partial(_reopened, marking, *one)) for one in random.sample(drawn, OPENED)]


def _reopened(marking: Marking, table: Table, number: int) -> Iterator[object]:
    return marking.inventory.reopen(table, number) if marking.inventory.reopen else iter(())


def _words(path: Path, marking: Marking) -> object:
    _exhaust(_steps(path, marking))
    return [_seconds(partial(look_for, words_in(NEEDLE), marking, Review()))]


_WHAT: dict[str, Callable[[Path, Marking], object]] = {
    "count": _count,
    "list": _list,
    "open": _open,
    "words": _words,
}


def _seconds(begin: Callable[[], Iterable[object]]) -> tuple[float, float]:
    """On the clock, and on the processors."""
    wall, used = time.perf_counter(), time.process_time()
    _exhaust(begin())
    return time.perf_counter() - wall, time.process_time() - used


def _exhaust(steps: Iterable[object]) -> None:
    for _ in steps:
        pass


def main() -> None:
    """Reads an archive."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("what", choices=_WHAT)
    options.add_argument("path", type=Path, metavar="FILE")
    options.add_argument("--plain", action="store_true", help="with the standard library alone")
    chosen = options.parse_args()
    if chosen.plain:
        sys.modules["msgspec"] = None  # type: ignore[assignment] # as if it were not installed
    print(json.dumps(_WHAT[chosen.what](chosen.path, Marking(Inventory(""), bytes(32)))))


if __name__ == "__main__":
    main()
