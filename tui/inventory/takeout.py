"""Lists in an archive of Google or alone in a file, known by how the file begins.

Names of files are in the language of the account.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.inventory.model import Presence, Progress
from tui.inventory.texts import head, pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.inventory.archive import Archive, Member
    from tui.inventory.model import Inventory, Part

    Lists = list[tuple[Member, Part]]

MOST_FILES = 1000
"""How many files are looked into for what they are."""


def lists_in(
    archive: Archive, may_be: Callable[[str], bool], part_of: Callable[[str], Part | None]
) -> Lists:
    """The files that hold a list, and of what; only a file alone may have any name."""
    likely = [member for member in archive.members if may_be(member.name.casefold())]
    if len(archive.members) == 1:
        likely = list(archive.members)
    told = ((member, part_of(head(archive, member))) for member in likely[:MOST_FILES])
    return [(member, part) for member, part in told if part]


def read_lists(
    archive: Archive,
    lists: Lists,
    inventory: Inventory,
    take: Callable[[Part, Iterator[str]], Iterator[None]],
) -> Iterator[Progress]:
    """Has the text of each list taken; its box says meanwhile that it is not absent."""
    size, done = sum(member.size for member, _ in lists), 0
    for table in inventory.tables.values():
        inventory.boxes.update(dict.fromkeys(table.part.boxes, Presence.ABSENT))
    for _, part in lists:
        inventory.boxes.update(dict.fromkeys(part.boxes, Presence.EMPTY))
    for member, part in lists:
        with archive.open(member) as stream:
            for _ in take(part, pieces(stream, inventory.faults)):
                yield Progress(done + stream.tell(), size)
        done += member.size
        if len(inventory.table(part)):
            inventory.boxes.update(dict.fromkeys(part.boxes, Presence.HERE))
    yield Progress(size, size)
