"""The lists in an Instagram archive, and how an entry is read again from its file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tui.inventory.instagram import parts
from tui.inventory.instagram.entries import read_entry
from tui.inventory.model import Faults, Opened, Progress
from tui.inventory.shown import first_words, no_longer_there, shown
from tui.inventory.texts import items, pieces
from tui.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.inventory.archive import Archive, Member
    from tui.inventory.model import Part, Table

_PLACE_BITS = 32
_START = re.compile(
    r'\A\s*(?:\{\s*"[^"\\]{1,100}"\s*:\s*)?\['
    r'|"(?:relationships|likes|saved|comments|account_history)_[a-z_]{1,60}"\s*:\s*\['
)
"""A list, alone or under a name that changed over the years."""


class Files:
    """The files that are read, each with the part it belongs to."""

    def __init__(self, archive: Archive, faults: Faults) -> None:
        self._archive = archive
        self._faults = faults
        self._read: set[int] = set()
        self.found: list[tuple[Part, Member]] = [
            (part, member)
            for part, pattern in parts.FILES.items()
            for member in archive.members
            if pattern.search(member.name)
        ]

    def member(self, number: int) -> Member:
        """The file itself."""
        return self.found[number][1]

    def items(self, number: int) -> Iterator[tuple[int, dict[str, Any] | None, int]]:
        """The place of each entry of a file, the entry, and how many bytes are read.

        The entry is None where only a piece of the file was read. Faults are told the first time.
        """
        faults = Faults() if number in self._read else self._faults
        self._read.add(number)
        place = number << _PLACE_BITS
        with self._archive.open(self.member(number)) as stream:
            for item in items(pieces(stream, faults), _START, faults):
                yield place, item, stream.tell()
                place += item is not None

    def reopen(self, table: Table, number: int) -> Iterator[Progress | Opened]:
        """A finding as it stands in its file."""
        place = table.place[number]
        file = place >> _PLACE_BITS
        for at, item, done in self.items(file):
            if item is None:
                yield Progress(done, self.member(file).size)
            elif at == place:
                entry = read_entry(item)
                account, text = clean(entry.account), shown(entry.text)
                details = (("Account", account),) if account else ()
                yield Opened(details, text, clean(entry.address) or first_words(text))
                return
        raise no_longer_there()
