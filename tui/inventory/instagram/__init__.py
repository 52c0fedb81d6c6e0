"""Instagram: the archive in JSON that the service makes of an account."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.errors import ArchiveError
from tui.inventory.instagram import parts
from tui.inventory.instagram.counting import Counting
from tui.inventory.instagram.files import Files
from tui.inventory.instagram.wording import looking
from tui.inventory.model import Presence, Progress, Reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.inventory.archive import Archive
    from tui.inventory.model import Inventory

_PAGES = re.compile(
    r"(?:^|/)(?:followers_and_following|your_instagram_activity/.+)/[^/]+\.html$", re.IGNORECASE
)


def _recognises(archive: Archive) -> bool:
    """Whether it is what Instagram makes, in either of its formats."""
    own = [parts.FILES[part] for part in parts.OWN]
    return any(
        any(pattern.search(member.name) for pattern in own) or _PAGES.search(member.name)
        for member in archive.members
    )


def _read(archive: Archive, inventory: Inventory, _owner: str | None) -> Iterator[Progress]:
    """One list after the other."""
    files = Files(archive, inventory.faults)
    if not files.found:
        message = "this is the archive of Instagram as pages, which cannot be read here"
        raise ArchiveError(message, "ask Instagram for it again, and choose JSON as the format")
    counting = Counting(inventory)
    inventory.reopen, inventory.look_for = files.reopen, looking(files)
    size, done = sum(files.member(number).size for number in range(len(files.found))), 0
    for number, (part, member) in enumerate(files.found):
        for place, item, passed in files.items(number):
            if item is None:
                yield Progress(min(done + passed, size), size)
            else:
                counting.take(part, item, place)
        done += member.size
        yield Progress(done, size)
    _note_boxes(archive, inventory)


def _note_boxes(archive: Archive, inventory: Inventory) -> None:
    """A folder that is not there was not asked for; of newer kinds nobody can tell."""
    for part, pattern in parts.FILES.items():
        folder = re.compile(pattern.pattern.rpartition("/")[0] + "/", re.IGNORECASE)
        here = any(folder.search(member.name) for member in archive.members)
        listed = any(pattern.search(member.name) for member in archive.members)
        (box,) = part.boxes
        if len(inventory.table(part)):
            inventory.boxes[box] = Presence.HERE
        elif listed or (here and part in parts.OWN):
            inventory.boxes[box] = Presence.EMPTY
        else:
            inventory.boxes[box] = Presence.UNSURE if here else Presence.ABSENT


READER = Reader("instagram", parts.PARTS, _recognises, _read)
