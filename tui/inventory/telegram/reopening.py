"""A message read from the archive again, for whoever wants to see it; nothing of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.inventory.model import Opened, Progress
from tui.inventory.shown import first_words, no_longer_there, shown
from tui.inventory.telegram.decoding import FAILURES, PlainDecoder
from tui.inventory.telegram.links import in_whole
from tui.inventory.telegram.places import items
from tui.inventory.telegram.repair import repaired
from tui.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.inventory.archive import Archive, Member
    from tui.inventory.model import Chat, Inventory, Table
    from tui.inventory.streams import Stream
    from tui.inventory.telegram.decoding import Decoder
    from tui.inventory.telegram.places import Places

_PIECE = 1 << 20
_LONGEST = 1000
"""Letters of a detail."""
_MOST_LINKS = 100
_WITH_ADDRESS = frozenset(
    {"private_supergroup", "public_supergroup", "private_channel", "public_channel"}
)
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
_IDS = frozenset({"media_type", "action"})
"""Those whose values are names for programs."""


def reopening(
    archive: Archive,
    members: list[Member],
    places: Places,
    inventory: Inventory,
    decode: Decoder,
) -> Callable[[Table, int], Iterator[Progress | Opened]]:
    """How a finding is read again; from a zip this takes as long as reading up to it."""

    def reopen(table: Table, number: int) -> Iterator[Progress | Opened]:
        file, offset, length, index = places.find(table.place[number])
        with archive.open(members[file]) as stream:
            yield from go_to(stream, offset, seekable=archive.seekable)
            run = stream.read(length)
        message = _message(items(b"[%b]" % run, decode), index)
        chat = inventory.chats[places.chat_of(table.place[number])]
        text = shown(_text(message))
        yield Opened(tuple(_details(message)), text, _jump(message, chat, text))

    return reopen


def go_to(stream: Stream, offset: int, *, seekable: bool) -> Iterator[Progress]:
    """Goes on to a place; in a zip by reading up to it."""
    if seekable:
        stream.seek(offset)
        return
    done = stream.tell()
    while done < offset:
        read = len(stream.read(min(_PIECE, offset - done)))
        if not read:
            return
        done += read
        yield Progress(done, offset)


def _jump(message: dict[str, Any], chat: Chat, text: str) -> str:
    """An address that Telegram opens for a member; else a few words to search for in the chat."""
    number, place = message.get("id"), chat.key.rpartition("/")[2]
    if chat.kind in _WITH_ADDRESS and place.isdecimal() and type(number) is int and number > 0:
        return f"https://t.me/c/{place}/{number}"
    return first_words(text)


def _message(found: list[bytes], index: int) -> dict[str, Any]:
    for attempt in (found[index], repaired(found[index])) if index < len(found) else ():
        try:
            message = PlainDecoder().value(attempt)
        except FAILURES:
            continue
        return message if isinstance(message, dict) else {}
    raise no_longer_there()


def _details(message: dict[str, Any]) -> Iterator[tuple[str, str]]:
    date = message.get("date")
    if isinstance(date, str):
        yield "Date", clean(date[:_LONGEST].replace("T", " "))
    for label, key in _DETAILS:
        value = message.get(key)
        if isinstance(value, str) and value:
            told = value[:_LONGEST]
            yield label, clean(told.replace("_", " ") if key in _IDS else told)
    for address in in_whole(message)[:_MOST_LINKS]:
        yield "Link", clean(address[:_LONGEST])


def _text(message: dict[str, Any]) -> str:
    text = message.get("text")
    parts = text if isinstance(text, list) else [text]
    said = (part.get("text") if isinstance(part, dict) else part for part in parts)
    return "".join(one for one in said if isinstance(one, str))
