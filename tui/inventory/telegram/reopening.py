"""A message read from the archive again, for whoever wants to see it; nothing of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.errors import ArchiveError
from tui.inventory.model import Opened, Progress
from tui.inventory.telegram.decoding import FAILURES, PlainDecoder
from tui.inventory.telegram.links import in_whole
from tui.inventory.telegram.places import values
from tui.inventory.telegram.repair import repaired
from tui.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.inventory.archive import Archive, Member
    from tui.inventory.model import Table
    from tui.inventory.streams import Stream
    from tui.inventory.telegram.places import Places

_PIECE = 1 << 20
_MOST_TEXT = 20_000
"""Letters of a message that are shown."""
_DETAILS = (
    ("Written by", "from"),
    ("Forwarded from", "forwarded_from"),
    ("Saved from", "saved_from"),
    ("Through the bot", "via_bot"),
    ("Photo", "photo"),
    ("File", "file_name"),
    ("Kind of file", "media_type"),
    ("Event", "action"),
    ("Because of", "reason_domain"),
    ("Because of", "reason_app_name"),
)


def reopening(
    archive: Archive, members: list[Member], places: Places
) -> Callable[[Table, int], Iterator[Progress | Opened]]:
    """How a finding is read again; from a zip this takes as long as reading up to it."""

    def reopen(table: Table, number: int) -> Iterator[Progress | Opened]:
        file, offset, length, index = places.find(table.place[number])
        with archive.open(members[file]) as stream:
            yield from _go_to(stream, offset, seekable=archive.seekable)
            run = stream.read(length)
        yield _opened(b"[%b]" % run, index)

    return reopen


def _go_to(stream: Stream, offset: int, *, seekable: bool) -> Iterator[Progress]:
    if seekable:
        stream.seek(offset)
        return
    done = 0
    while done < offset:
        read = len(stream.read(min(_PIECE, offset - done)))
        if not read:
            return
        done += read
        yield Progress(done, offset)


def _opened(run: bytes, index: int) -> Opened:
    message = _message(run, index)
    return Opened(tuple(_details(message)), _text(message)[:_MOST_TEXT])


def _message(run: bytes, index: int) -> dict[str, Any]:
    for number, text in enumerate(values(run)):
        if number == index:
            for attempt in (text, repaired(text)):
                try:
                    found = PlainDecoder().value(attempt)
                except FAILURES:
                    continue
                return found if isinstance(found, dict) else {}
    raise ArchiveError("the archive was changed since it was read", "open it again")


def _details(message: dict[str, Any]) -> Iterator[tuple[str, str]]:
    date = message.get("date")
    if isinstance(date, str):
        yield "Date", clean(date.replace("T", " "))
    for label, key in _DETAILS:
        value = message.get(key)
        if isinstance(value, str) and value:
            yield label, clean(value)
    for address in in_whole(message):
        yield "Link", clean(address)


def _text(message: dict[str, Any]) -> str:
    text = message.get("text")
    parts = text if isinstance(text, list) else [text]
    said = (part.get("text") if isinstance(part, dict) else part for part in parts)
    whole = "".join(one for one in said if isinstance(one, str))
    return clean(whole, keep_newlines=True)
