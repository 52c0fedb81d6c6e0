"""Which files of an archive Telegram Desktop exported, and of what."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from tui.errors import ArchiveError, CutError
from tui.inventory.telegram import parts

if TYPE_CHECKING:
    from tui.inventory.archive import Archive, Member

_SNIFF = 64 << 10
_PIECE = 4 << 10
_MOST_FILES = 1000
_JSON_NAME = re.compile(r"(?:^|/)result[^/]*\.json$", re.IGNORECASE)
_HTML_NAMES = ("export_results.html", "messages.html")
_BEGINS = rb"^[\s\xef\xbb\xbf]*\{"
_ACCOUNT = re.compile(
    _BEGINS + rb'.*?"(?:(?:personal_information|chats|left_chats)"\s*:\s*[{\[]|'
    rb'(?:contacts|frequent_contacts|sessions|web_sessions)"\s*:\s*\{\s*"(?:about|list)")',
    re.DOTALL,
)
_CHAT = re.compile(
    _BEGINS
    + rb'(?=.*?"messages"\s*:\s*\[)(?=.*?(?:"type"\s*:\s*"(?:'
    + "|".join(parts.CHAT_BOXES).encode()
    + rb')"|"(?:from_id|actor_id|date_unixtime)"\s*:))',
    re.DOTALL,
)
_HTML = re.compile(rb'<div class="(?:page_wrap|message )', re.IGNORECASE)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def json_files(archive: Archive) -> list[tuple[Member, bool]]:
    """The files to read, and whether each is of a whole account; those come first.

    Raises:
        ArchiveError: they are too many, or one was saved in a way that is not read.
    """
    found = [member for member in archive.members if _JSON_NAME.search(member.name)]
    if len(archive.members) == 1:
        found = list(archive.members)
    if len(found) > _MOST_FILES:
        message = "more than {most} archives of Telegram are in one place"
        raise ArchiveError(message, "choose the folder of one archive", most=_MOST_FILES)
    kinds = [(member, _is_account(archive, member)) for member in found]
    known = [(member, account) for member, account in kinds if account is not None]
    return sorted(known, key=lambda pair: not pair[1])


def is_html(archive: Archive) -> bool:
    """Whether it is the export in HTML."""
    pages = archive.find(*_HTML_NAMES)
    if len(archive.members) == 1 and archive.members[0].name.casefold().endswith(".html"):
        pages = archive.members
    return any(_HTML.search(_start(archive, member)) for member in pages[:1])


def _is_account(archive: Archive, member: Member) -> bool | None:
    """Whether a file is of a whole account or of a chat; None if it is no export."""
    start = _start(archive, member)
    again = start.startswith(_UTF16)
    if again:
        start = start.decode("utf-16", "ignore").encode("utf-8", "ignore")
    account, chat = _ACCOUNT.match(start), _CHAT.match(start)
    if again and (account or chat):
        message = "this file was saved again by another program, which changed its encoding"
        raise ArchiveError(message, "choose result.json as Telegram saved it")
    return True if account else False if chat else None


def _start(archive: Archive, member: Member) -> bytes:
    """The first bytes of a file, or as many as can be read."""
    start = b""
    with suppress(CutError), archive.open(member) as stream:
        while len(start) < _SNIFF and (piece := stream.read(_PIECE)):
            start += piece
    return start
