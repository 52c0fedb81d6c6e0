"""Telegram: the JSON that Telegram Desktop exports, of a whole account or of single chats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.errors import ArchiveError, CutError
from tui.inventory.model import Presence, Progress, Reader, WhoAreYou
from tui.inventory.telegram import parts
from tui.inventory.telegram.counting import Counting
from tui.inventory.telegram.decoding import decoder
from tui.inventory.telegram.heads import heads
from tui.inventory.telegram.people import owner_of, people_in
from tui.inventory.telegram.recognising import is_html, json_files
from tui.inventory.telegram.reopening import reopening
from tui.inventory.telegram.walking import walk
from tui.inventory.telegram.window import Window
from tui.inventory.telegram.wording import looking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.inventory.archive import Archive, Member
    from tui.inventory.model import Inventory
    from tui.inventory.telegram.decoding import Decoder


def recognises(archive: Archive) -> bool:
    """Whether it is what Telegram Desktop exports, in JSON or in HTML."""
    return bool(json_files(archive)) or is_html(archive)


def read(
    archive: Archive, inventory: Inventory, owner: str | None, decode: Decoder | None = None
) -> Iterator[Progress | WhoAreYou]:
    """Counts everything; asks first whose it is where the archive does not tell.

    `decode` is the quickest way there is, unless another one is given.

    Raises:
        ArchiveError: it is the export in HTML, or cannot be read.
    """
    files = json_files(archive)
    if not files:
        raise ArchiveError("this is the Telegram export in HTML", "export once more, as JSON")
    size = sum(member.size for member, _ in files)
    single = not any(account for _, account in files)
    members = [member for member, _ in files]
    if owner is None and not single:
        owner = (yield from owner_of(archive, members[0])) or None
    if owner is None:
        people = yield from people_in(archive, members)
        if single or people:
            yield WhoAreYou(people)
            return
    decode = decode or decoder()
    counting = Counting(inventory, owner, decode, merging=len(files) > 1)
    places = counting.places
    inventory.reopen = reopening(archive, members, places, inventory, decode)
    inventory.look_for = looking(archive, members, places, counting.is_mine, decode)
    inventory.chat_of = places.chat_of
    done = 0
    for number, (member, _) in enumerate(files):
        counting.begin_file(number)
        try:
            for passed in _count(archive, member, counting):
                yield Progress(done + passed, size)
        except CutError:
            inventory.faults.cut = True
        done += member.size
    _note_boxes(inventory, single=single)
    yield Progress(size, size)


def _count(archive: Archive, member: Member, counting: Counting) -> Iterator[int]:
    """Bytes that are passed: first the sections, then the list of chats, then every message."""
    with archive.open(member) as stream:
        window = Window(stream)
        for _ in walk(window, counting):
            if window.has_read_on():
                yield window.offset
            if counting.chats_begin and archive.seekable:
                counting.chats_begin = False
                yield from _list_chats(archive, member, counting)


def _list_chats(archive: Archive, member: Member, counting: Counting) -> Iterator[int]:
    with archive.open(member) as again:
        for step in heads(Window(again)):
            if isinstance(step, int):
                yield 0
            else:
                head, left = step
                counting.find_chat(head, left=left)


def _note_boxes(inventory: Inventory, *, single: bool) -> None:
    """What was not found: absent where a section would stand, else nobody can tell why."""
    cut = inventory.faults.cut
    for box in (*parts.SECTION_BOXES.values(), *parts.CHAT_BOXES.values()):
        chats = box in parts.CHAT_BOXES.values()
        unsure = not single and (chats or cut)
        inventory.boxes.setdefault(box, Presence.UNSURE if unsure else Presence.ABSENT)


READER = Reader("telegram", parts.PARTS, recognises, read)
