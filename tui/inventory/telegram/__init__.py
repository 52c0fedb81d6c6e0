"""Telegram: the JSON that Telegram Desktop exports, of a whole account or of single chats."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from tui.errors import ArchiveError, CutError
from tui.inventory.model import Presence, Progress, Reader, WhoAreYou
from tui.inventory.telegram import parts
from tui.inventory.telegram.counting import Counting
from tui.inventory.telegram.decoding import decoder
from tui.inventory.telegram.heads import heads
from tui.inventory.telegram.people import owner_of, people_in
from tui.inventory.telegram.reopening import reopening
from tui.inventory.telegram.walking import walk
from tui.inventory.telegram.window import Window
from tui.inventory.telegram.wording import looking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.inventory.archive import Archive, Member
    from tui.inventory.model import Inventory
    from tui.inventory.telegram.decoding import Decoder

_SNIFF = 64 << 10
_JSON_NAME = re.compile(r"(?:^|/)result[^/]*\.json$", re.IGNORECASE)
_HTML_NAMES = ("export_results.html", "messages.html")
_ACCOUNT = re.compile(
    rb'^[\s\xef\xbb\xbf]*\{.*?"(?:personal_information|chats|left_chats|frequent_contacts|'
    rb'web_sessions)"\s*:\s*[{\[]',
    re.DOTALL,
)
_CHAT = re.compile(
    rb'^[\s\xef\xbb\xbf]*\{(?=.*?"type"\s*:\s*"(?:'
    + "|".join(parts.CHAT_BOXES).encode()
    + rb')")(?=.*?"messages"\s*:\s*\[)',
    re.DOTALL,
)
_HTML = re.compile(rb'<div class="(?:page_wrap|message )', re.IGNORECASE)


def recognises(archive: Archive) -> bool:
    """Whether it is what Telegram Desktop exports, in JSON or in HTML."""
    return bool(_json_files(archive)) or _is_html(archive)


def read(
    archive: Archive, inventory: Inventory, owner: str | None, decode: Decoder | None = None
) -> Iterator[Progress | WhoAreYou]:
    """Counts everything; asks first whose it is where only single chats are there.

    `decode` is the quickest way there is, unless another one is given.

    Raises:
        ArchiveError: it is the export in HTML, or cannot be read.
    """
    files = _json_files(archive)
    if not files:
        raise ArchiveError("this is the Telegram export in HTML", "export once more, as JSON")
    size = sum(member.size for member, _ in files)
    single = not any(account for _, account in files)
    if single and owner is None:
        yield from people_in(archive, [member for member, _ in files])
        return
    if not single:
        owner = yield from owner_of(archive, files[0][0])
    decode = decode or decoder()
    counting = Counting(inventory, owner, decode, merging=len(files) > 1)
    members, places = [member for member, _ in files], counting.places
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


def _json_files(archive: Archive) -> list[tuple[Member, bool]]:
    """The files to read, and whether each is of a whole account; those come first."""
    found = [member for member in archive.members if _JSON_NAME.search(member.name)]
    if len(archive.members) == 1:
        found = list(archive.members)
    kinds = [(member, _kind(archive, member)) for member in found]
    known = [(member, account) for member, account in kinds if account is not None]
    return sorted(known, key=lambda pair: not pair[1])


def _kind(archive: Archive, member: Member) -> bool | None:
    """Whether a file is of a whole account or of a chat; None if it is no export."""
    with suppress(CutError), archive.open(member) as stream:
        start = stream.read(_SNIFF)
        if _ACCOUNT.match(start):
            return True
        return False if _CHAT.match(start) else None
    return None


def _is_html(archive: Archive) -> bool:
    pages = archive.find(*_HTML_NAMES)
    if len(archive.members) == 1 and archive.members[0].name.casefold().endswith(".html"):
        pages = archive.members
    for member in pages[:1]:
        with suppress(CutError), archive.open(member) as stream:
            return bool(_HTML.search(stream.read(_SNIFF)))
    return False


def _note_boxes(inventory: Inventory, *, single: bool) -> None:
    """What was not found: absent where a section would stand, else nobody can tell why."""
    cut = inventory.faults.cut
    for box in (*parts.SECTION_BOXES.values(), *parts.CHAT_BOXES.values()):
        chats = box in parts.CHAT_BOXES.values()
        unsure = not single and (chats or cut)
        inventory.boxes.setdefault(box, Presence.UNSURE if unsure else Presence.ABSENT)


READER = Reader("telegram", parts.PARTS, recognises, read)
