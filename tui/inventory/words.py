"""Words of a person's own, looked for in names and in messages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.content.model import Topic
from tui.errors import ArchiveError
from tui.inventory.folding import folded
from tui.inventory.model import Part, Progress, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.inventory.archive import Archive
    from tui.inventory.marking import Marking
    from tui.inventory.model import Faults, Mention
    from tui.session import Review

MOST_WORDS = 1000
MOST_MENTIONS = 200_000
_LARGEST_FILE = 1 << 20
_TURN = 2000
"""Names that are looked at between two turns."""

IN_NAMES = Part("word-names", Topic.WORDS, "Your words in names")
IN_MESSAGES = Part("words", Topic.WORDS, "Your words in messages")


def words_in(typed: str) -> tuple[str, ...]:
    """The words between commas and line breaks, folded, each once."""
    found = (folded(" ".join(word.split())) for word in re.split(r"[,;\r\n]", typed))
    return tuple(dict.fromkeys(filter(None, found)))[:MOST_WORDS]


def in_file(archive: Archive) -> tuple[str, ...]:
    """The words of a text file.

    Raises:
        ArchiveError: it is no short text file.
    """
    if len(archive.members) != 1 or archive.members[0].size > _LARGEST_FILE:
        raise ArchiveError("this is no short text file", "choose a file with one word on each line")
    with archive.open(archive.members[0]) as stream:
        text = stream.read(_LARGEST_FILE).decode("utf-8-sig", "replace")
    return words_in(text.replace(",", "\n"))


def look_for(words: tuple[str, ...], marking: Marking, review: Review) -> Iterator[Progress]:
    """Fills the tables of words anew, names first; earlier decisions are found again.

    There is one for messages only where they can be looked through.
    """
    inventory = marking.inventory
    others = [table for table in inventory.tables.values() if table.part.topic is not Topic.WORDS]
    made = [Table(IN_NAMES), *([Table(IN_MESSAGES)] if inventory.look_for else [])]
    inventory.tables |= {table.part.id: table for table in made}
    marking.forget(*made)
    for table in others:
        yield from _in_names(words, table, made[0])
    if inventory.look_for:
        yield from _in_messages(inventory.look_for(words), made[-1], inventory.faults)
    for _ in marking.restore(review, *made):
        yield Progress(1, 1)


def _in_messages(
    found: Iterator[Progress | Mention], messages: Table, faults: Faults
) -> Iterator[Progress]:
    faults.full = False
    for one in found:
        if isinstance(one, Progress):
            yield one
        elif len(messages) < MOST_MENTIONS:
            for word in one.words:
                group = messages.find_group(word, word)
                messages.add(group, one.place, one.number, one.when, mine=one.mine)
        else:
            faults.full = True
            return


def _in_names(words: tuple[str, ...], table: Table, names: Table) -> Iterator[Progress]:
    for number, group in enumerate(list(table.groups)):
        name = folded(group.name)
        for word in words:
            if word in name:
                key = f"{word} {table.part.id} {group.key}"
                names.add_entry(key, group.name, table.part.title, (("Word", word),), group.last)
        if not number % _TURN:
            yield Progress(0, 1)
