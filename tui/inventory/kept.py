"""Texts of findings that cannot be found again in their file, in one block of memory."""

from __future__ import annotations

from array import array
from hashlib import blake2b
from typing import TYPE_CHECKING

from tui.inventory.folding import held
from tui.inventory.model import Mention, Opened, Progress
from tui.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.inventory.model import LookFor, Table

MOST = 200_000
MOST_BYTES = 64 << 20
LONGEST = 1000
"""Characters of one text."""
_TURN = 2000
"""Texts that are looked through between two turns."""


class Kept:
    """Texts under labels, by number; what does not fit any more is not taken."""

    def __init__(self, *labels: str) -> None:
        self._labels = labels
        self._data = bytearray()
        self._starts = array("Q", [0])

    def add(self, *texts: str) -> int | None:
        """The number of the texts, one for each label; None if there is no room."""
        if len(self._starts) > MOST or len(self._data) > MOST_BYTES:
            return None
        joined = "\0".join(text[:LONGEST].replace("\0", " ") for text in texts)
        self._data += joined.encode("utf-8", "surrogatepass")
        self._starts.append(len(self._data))
        return len(self._starts) - 2

    def reopen(self, table: Table, number: int) -> Iterator[Opened]:
        """A finding whose place is the number of its texts."""
        pairs = zip(self._labels, self._texts(table.place[number]), strict=True)
        yield Opened(tuple((label, clean(text)) for label, text in pairs if text))

    def looking(self, *tables: Table) -> LookFor:
        """How words are looked for in the texts of the findings of some tables."""

        def look_for(words: tuple[str, ...]) -> Iterator[Progress | Mention]:
            size, done = sum(map(len, tables)), 0
            for table in tables:
                columns = zip(table.place, table.number, table.when, table.mine, strict=True)
                for place, number, when, mine in columns:
                    if found := held(words, " ".join(self._texts(place))):
                        yield Mention(found, place, number, when, bool(mine))
                    if done % _TURN == 0:
                        yield Progress(done, size)
                    done += 1

        return look_for

    def _texts(self, place: int) -> list[str]:
        data = self._data[self._starts[place] : self._starts[place + 1]]
        return data.decode("utf-8", "surrogatepass").split("\0")


def number_of(text: str) -> int:
    """A number for a text that is the same every time, so that a mark finds it again."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)
