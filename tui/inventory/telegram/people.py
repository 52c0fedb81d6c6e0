"""Whose archive it is: what a whole account tells, or who wrote in single chats."""

from __future__ import annotations

import json
import re
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING

from tui.errors import CutError
from tui.inventory.model import LONGEST_NAME, MOST_GROUPS, Person, Progress
from tui.inventory.telegram.sections import owner_in
from tui.inventory.telegram.walking import walk
from tui.inventory.telegram.window import Window
from tui.text import clean

if TYPE_CHECKING:
    from collections.abc import Generator

    from tui.inventory.archive import Archive, Member

_MOST_PEOPLE = 1000


def owner_of(archive: Archive, member: Member) -> Generator[Progress, None, str]:
    """The number of the owner of an account; it stands before the chats, or far behind them."""
    teller = _Teller()
    with suppress(CutError), archive.open(member) as stream:
        window = Window(stream)
        for _ in walk(window, teller):
            if teller.owner:
                break
            if window.has_read_on():
                yield Progress(0, member.size)
    return teller.owner


def people_in(
    archive: Archive, members: list[Member]
) -> Generator[Progress, None, tuple[Person, ...]]:
    """Reads through the chats for those who wrote there, the one who wrote most first of all."""
    writers = _Writers()
    size = sum(member.size for member in members)
    done = 0
    for member in members:
        with suppress(CutError), archive.open(member) as stream:
            window = Window(stream)
            for _ in walk(window, writers):
                if window.has_read_on():
                    yield Progress(done + window.offset, size)
        done += member.size
    found = writers.counts.most_common(_MOST_PEOPLE)
    return tuple(Person(key, writers.names[key], n) for key, n in found)


_WRITER = re.compile(
    rb'"from"\s*:\s*(null|"[^"\\]*+(?:\\.[^"\\]*+)*+")\s*,\s*"from_id"\s*:\s*"?(\w{1,40}+)',
    re.DOTALL,
)


class _Blind:
    """Sees nothing of what it is told."""

    sections: frozenset[str] = frozenset()

    def section(self, name: str, value: bytes) -> None:
        """Told by none."""

    def chats(self, name: str) -> None:
        """No matter."""

    def chat(self, head: dict[str, bytes]) -> None:
        """No matter."""

    def chat_end(self, head: dict[str, bytes]) -> None:
        """No matter."""

    def run(self, offset: int, array: bytes) -> bool:
        del offset, array
        return True

    def pieces(self, offset: int, array: bytes) -> None:
        """No matter."""


class _Teller(_Blind):
    """Sees whose account it is."""

    sections = frozenset({"personal_information"})

    def __init__(self) -> None:
        self.owner = ""

    def section(self, name: str, value: bytes) -> None:
        del name
        self.owner = owner_in(value)


class _Writers(_Blind):
    """Counts who wrote, and made reactions; sees nothing else."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.names: dict[str, str] = {}

    def run(self, offset: int, array: bytes) -> bool:
        self.pieces(offset, array)
        return True

    def pieces(self, offset: int, array: bytes) -> None:
        del offset
        for name, key in _WRITER.findall(array):
            person = key.decode()
            if person not in self.names and len(self.names) < MOST_GROUPS:
                self.names[person] = _name(name)
            if person in self.names:
                self.counts[person] += 1


def _name(text: bytes) -> str:
    with suppress(ValueError):
        name = json.loads(text.decode("utf-8", "replace"), strict=False)
        return clean(name[:LONGEST_NAME]) if isinstance(name, str) else ""
    return ""
