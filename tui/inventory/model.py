"""What was counted in a data archive.

An archive can hold millions of messages, so a finding is 25 bytes in columns, and its text is read
from the archive again when it is wanted. Everything here lives in memory alone.
"""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tui.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.content.model import Topic
    from tui.inventory.archive import Archive

    LookFor = Callable[[tuple[str, ...]], Iterator["Progress | Mention"]]

MOST_GROUPS = 100_000
"""Different names that a table tells apart; a file made to fill the memory can hold more."""
LONGEST_NAME = 300
"""Letters that are kept of a name, and of what tells it from others."""
OTHERS = "\0others"
"""The key of the group for everything beyond."""
UNTOLD = "the archive does not say whose"
"""The note of the group for what is of nobody known."""
LATEST = 2**32 - 1


class Presence(StrEnum):
    """Whether an archive holds what a box asks for when it is made.

    `UNSURE` is where nothing of the kind is there, and the archive cannot tell whether the box was
    off or there is nothing: never taken for empty.
    """

    HERE = "here"
    EMPTY = "empty"
    ABSENT = "absent"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Part:
    """One table of the inventory, the topic it belongs to, and the boxes that have to be ticked."""

    id: str
    topic: Topic
    title: str
    boxes: tuple[str, ...] = ()


@dataclass(eq=False, slots=True)
class Group:
    """Findings that belong together: of one source, domain, bot or chat; or a single entry.

    `details` are label and value of an entry that is no message. `last` is in seconds since 1970,
    0 where no time is known.
    """

    key: str
    name: str
    note: str = ""
    details: tuple[tuple[str, str], ...] = ()
    mine: int = 0
    every: int = 0
    last: int = 0


@dataclass(eq=False, slots=True)
class Chat:
    """A chat of the archive; `kind` is the word the archive has for it."""

    key: str
    name: str
    kind: str
    left: bool = False
    mine: int = 0
    every: int = 0
    last: int = 0


class Table:
    """The findings of one part, each in one group, in columns; or entries, each a group of its own.

    `place` says where the reader finds it again, `number` tells it apart within its chat.
    """

    def __init__(self, part: Part) -> None:
        self.part = part
        self.entries = False
        self.groups: list[Group] = []
        self.group = array("I")
        self.place = array("Q")
        self.number = array("q")
        self.when = array("I")
        self.mine = bytearray()
        self._by_key: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self.mine)

    def find_group(self, key: str, name: str | None, note: str = "") -> int:
        """The number of the group with that key, made if it is not there; its words are cleaned."""
        key = key[:LONGEST_NAME]
        known = self._by_key.get(key)
        if known is not None:
            return known
        if len(self.groups) >= MOST_GROUPS and key != OTHERS:
            return self.find_group(OTHERS, "")
        self.groups.append(Group(key, clean((name or "")[:LONGEST_NAME]), clean(note)))
        self._by_key[key] = len(self.groups) - 1
        return self._by_key[key]

    def add(self, group: int, place: int, number: int, when: int, *, mine: bool) -> None:
        """Adds a finding to a group."""
        found = self.groups[group]
        found.every += 1
        if mine:
            found.mine += 1
        found.last = max(found.last, when)
        self.group.append(group)
        self.place.append(place)
        self.number.append(number)
        self.when.append(when)
        self.mine.append(mine)

    def add_entry(
        self,
        key: str,
        name: str | None,
        note: str = "",
        details: tuple[tuple[str, str], ...] = (),
        when: int = 0,
    ) -> Group:
        """Adds a group that is one finding in itself, of the same number; once for each key.

        Its words are cleaned.
        """
        self.entries = True
        number = self.find_group(key, name, note)
        group = self.groups[number]
        if not group.every:
            group.details = tuple((clean(label), clean(value)) for label, value in details if value)
            self.add(number, 0, 0, min(max(when, 0), LATEST), mine=True)
        return group


@dataclass(eq=False)
class Faults:
    """What was wrong with the archive, told beside what was found.

    `full` is where words of the person's own stand in more places than are kept.
    """

    cut: bool = False
    stopped: bool = False
    full: bool = False
    skipped: int = 0
    repaired: int = 0


@dataclass(frozen=True)
class Progress:
    """How many bytes are read, of how many; of 0 where nobody knows."""

    done: int
    size: int


@dataclass(frozen=True)
class Opened:
    """A finding as it stands in the archive, read again: cleaned, label and value, then text.

    `jump` is a hint how to find it in the app, empty where there is none.
    """

    details: tuple[tuple[str, str], ...]
    text: str = ""
    jump: str = ""


class Mention(NamedTuple):
    """Something that was written with some of the words in it, as a table takes it."""

    words: list[str]
    place: int
    number: int
    when: int
    mine: bool


@dataclass(frozen=True)
class Person:
    """Somebody who wrote in a chat: a key, a name, and how often."""

    key: str
    name: str
    messages: int


@dataclass(frozen=True)
class WhoAreYou:
    """An archive that does not tell whose it is; reading goes on once the owner is named."""

    people: tuple[Person, ...]


@dataclass(eq=False)
class Inventory:
    """What a reader has found so far.

    `boxes` tells for each box whether the archive holds what it asks for. `reopen` reads a finding
    again, by its table and number, and may tell how far it is before it gives it; a finding that is
    an entry needs no reading.
    """

    service: str
    tables: dict[str, Table] = field(default_factory=dict)
    boxes: dict[str, Presence] = field(default_factory=dict)
    chats: list[Chat] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    faults: Faults = field(default_factory=Faults)
    reopen: Callable[[Table, int], Iterator[Progress | Opened]] | None = None
    chat_of: Callable[[int], int] | None = None
    """The number in `chats` of the chat that a place lies in."""
    look_for: LookFor | None = None
    """Finds what was written with one of some folded words in it."""
    whole: bool = False
    """Whether it was read to the end."""

    def absent(self, part: Part) -> Iterator[str]:
        """The boxes of a part that were not ticked."""
        return (box for box in part.boxes if self.boxes.get(box) is Presence.ABSENT)

    def unsure(self, part: Part) -> Iterator[str]:
        """The boxes of a part of which nothing is there, for a reason that nobody can tell."""
        return (box for box in part.boxes if self.boxes.get(box) is Presence.UNSURE)

    def table(self, part: Part) -> Table:
        """The table of a part, made if it is not there."""
        return self.tables.setdefault(part.id, Table(part))


class Reader(NamedTuple):
    """How the archive of one service is told from others, and read.

    `read` fills the inventory step by step, each at most a tenth of a second long; `owner` is the
    key of the person whose archive it is, where the archive itself does not tell.

    Raises:
        ArchiveError: the archive is not what it seemed to be, or cannot be read.
    """

    service: str
    parts: tuple[Part, ...]
    recognises: Callable[[Archive], bool]
    read: Callable[[Archive, Inventory, str | None], Iterator[Progress | WhoAreYou]]
