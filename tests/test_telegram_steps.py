"""However an archive is made, its reader gives the turn back after a bounded piece of it."""

import io
import threading
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from tests.telegram import generate
from tests.telegram_layout import LAYOUTS
from tui.app.reading import one_by_one
from tui.errors import ArchiveError
from tui.inventory.archive import Archive, Member
from tui.inventory.model import Inventory, Progress, WhoAreYou
from tui.inventory.streams import FileStream, Stream
from tui.inventory.telegram import READER
from tui.inventory.telegram.window import LARGEST_VALUE, SIZE

MOST = 4 * SIZE
"""Bytes that a step may read: a window or two when it is opened, and again for what follows."""
LONG = 6 * SIZE
OWNER = "user100000001"
START = b'{"personal_information": {"user_id": 100000001}, '
CHATS = START + b'"chats": {"list": ['
CHAT = CHATS + b'{"name": "a", "type": "bot_chat", "id": 1, "messages": ['
TEXT = b'"%b"' % (b"a" * 200)
SHAPES = {
    "a section that nobody knows": (START + b'"news": [', b'{"id": 1}, ', b"0]}"),
    "sections that nobody knows": (START, b'"news": %b, ' % TEXT, b'"a": 0}'),
    "names without end": (CHATS + b"{", b'"name": %b, ' % TEXT, b'"messages": []}]}}'),
    "chats without messages": (CHATS, b'{"name": %b, "messages": []}, ' % TEXT, b"]}}"),
    "texts for chats": (CHATS, b"%b, " % TEXT, b"2]}}"),
    "texts for messages": (CHAT, b"%b, " % TEXT, b"2]}]}}"),
    "brackets for messages": (CHAT, b"[%b], " % TEXT, b"2]}]}}"),
    "messages that are no JSON": (CHAT, b'{"id": 1, "text": %b \\}\n' % TEXT, b"]}]}}"),
    "keys behind messages": (CHAT + b"]", b', "a": [%b, 2]' % TEXT, b"}]}}"),
}


class _Watched:
    """An archive that knows how much of it was read."""

    def __init__(self, made: Callable[[], bytes]) -> None:
        self.data = made()
        self.read = 0
        member = Member("result.json", len(self.data))
        self.archive = Archive((member,), True, lambda _member: self._opened())

    def _opened(self) -> Stream:
        stream = FileStream(io.BytesIO(self.data), len(self.data))
        fill = stream.readinto

        def readinto(buffer: bytearray | memoryview) -> int:
            count = fill(buffer)
            self.read += count
            return count

        stream.readinto = readinto  # type: ignore[method-assign] # counts what it gives
        return stream

    def steps(self) -> Iterator[Progress | WhoAreYou]:
        return READER.read(self.archive, Inventory("telegram"), OWNER)

    def longest(self) -> int:
        """The most that was read between two turns."""
        told = [0, *(self.read for _ in self.steps()), self.read]
        assert told[-1] >= len(self.data) or told[-1] > LARGEST_VALUE
        return max(after - before for before, after in pairwise(told))


def of_shape(name: str, size: int = LONG) -> _Watched:
    start, unit, end = SHAPES[name]
    return _Watched(lambda: start + unit * (size // len(unit)) + end)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_steps_through_any_layout_are_short(layout: str, tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    generate(path, messages=12_000, chats=30, layout=layout)
    watched = _Watched(path.read_bytes)
    assert len(watched.data) > MOST
    assert watched.longest() <= MOST


def test_steps_are_short_while_it_is_asked_who_the_owner_is(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    generate(path, messages=12_000, single="private_supergroup")
    watched = _Watched(path.read_bytes)
    told = [watched.read for _ in READER.read(watched.archive, Inventory("telegram"), None)]
    assert max(after - before for before, after in pairwise(told)) <= MOST


@pytest.mark.parametrize("name", SHAPES)
def test_steps_are_short_where_nothing_is_as_it_should_be(name: str) -> None:
    assert of_shape(name).longest() <= MOST


def test_a_step_that_reads_everything_would_be_noticed() -> None:
    start, unit, end = START + b'"contacts": [', b"%b, " % TEXT, b"2]}"
    watched = _Watched(lambda: start + unit * (LONG // len(unit)) + end)
    assert watched.longest() > MOST


def test_a_value_or_blanks_beyond_any_archive_are_refused() -> None:
    for start, unit in ((START + b'"contacts": [', b"1, "), (START, b"  \n")):
        watched = _Watched(lambda: start + unit * (LARGEST_VALUE // 3 + SIZE))  # noqa: B023
        with pytest.raises(ArchiveError, match="far larger"):
            watched.longest()
        assert watched.read <= LARGEST_VALUE + MOST


@pytest.mark.parametrize("name", ["sections that nobody knows", "chats without messages"])
async def test_reading_that_is_not_wanted_any_more_ends_after_the_step_at_hand(name: str) -> None:
    watched = of_shape(name)
    before = set(threading.enumerate())
    working = one_by_one(watched.steps())
    await anext(working)
    reading = set(threading.enumerate()) - before
    await working.aclose()
    read = watched.read
    for thread in reading:
        thread.join(30)
    assert watched.read - read <= MOST
    assert watched.read < 20 * SIZE
