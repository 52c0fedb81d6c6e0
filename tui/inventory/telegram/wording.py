"""Words looked for in the messages of an archive, however they are written there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.inventory.folding import folded, held
from tui.inventory.model import Mention, Progress
from tui.inventory.telegram.decoding import FAILURES, PlainDecoder
from tui.inventory.telegram.places import items, piece
from tui.inventory.telegram.reopening import go_to
from tui.inventory.telegram.telling import when

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.inventory.archive import Archive, Member
    from tui.inventory.model import LookFor
    from tui.inventory.telegram.decoding import Decoder, Message
    from tui.inventory.telegram.places import Places

_ESCAPES = (b"\\u", b"\\x")
"""Behind these a letter can hide from a look at the bytes."""
_LETTERS = re.compile(r"\w+")
_MEANT = frozenset(
    {"text", "href", "url", "data", "from", "forwarded_from", "saved_from", "via_bot", "file_name"}
)
"""What a person can have meant; the other keys hold words of Telegram's."""
_MOST_NESTED = 50


def looking(
    archive: Archive,
    members: list[Member],
    places: Places,
    is_mine: Callable[[int, Message], bool],
    decode: Decoder,
) -> LookFor:
    """How words are looked for in the archive; `is_mine` knows by chat and message."""

    def look_for(words: tuple[str, ...]) -> Iterator[Progress | Mention]:
        size, done = sum(member.size for member in members), 0
        hints = {max(_LETTERS.findall(word) or [""], key=len) for word in words}
        seen: set[tuple[int, int]] = set()
        for file, member in enumerate(members):
            with archive.open(member) as stream:
                for offset, length, place in places.runs(file):
                    for _ in go_to(stream, offset, seekable=archive.seekable):
                        yield Progress(done + stream.tell(), size)
                    run = b"[%b]" % stream.read(length)
                    yield Progress(done + offset, size)
                    if not _may_hold(hints, run):
                        continue
                    chat = places.chat_of(place)
                    for at, text in enumerate(items(run, decode), place):
                        if not _may_hold(hints, text):
                            continue
                        whole = piece(text, decode)
                        found, message = _held(words, whole.text), whole.message
                        told = message and message.id and (chat, message.id) in seen
                        if found and message and not told:
                            seen.add((chat, message.id))
                            mine = is_mine(chat, message)
                            yield Mention(found, at, message.id, when(message), mine)
            done += member.size

    return look_for


def _may_hold(hints: set[str], run: bytes) -> bool:
    """Whether it is worth looking message by message."""
    if any(escape in run for escape in _ESCAPES):
        return True
    text = folded(run.decode("utf-8", "replace"))
    return any(hint in text for hint in hints)


def _held(words: tuple[str, ...], text: bytes) -> list[str]:
    """The words that a message holds."""
    try:
        said = " ".join(_said(PlainDecoder().value(text)))
    except FAILURES:
        return []
    return held(words, said)


def _said(value: object) -> Iterator[str]:
    """Every text in a message that a person can have meant; parts of one text stand together."""
    level = [value]
    for _ in range(_MOST_NESTED):
        following: list[object] = []
        for one in level:
            if isinstance(one, dict):
                yield from (
                    text for key, text in one.items() if key in _MEANT and isinstance(text, str)
                )
                following += [inner for inner in one.values() if isinstance(inner, dict | list)]
                if isinstance(one.get("text"), list):
                    yield _together(one["text"])
            elif isinstance(one, list):
                following += [inner for inner in one if isinstance(inner, dict | list)]
        level = following


def _together(parts: list[object]) -> str:
    texts = (part.get("text") if isinstance(part, dict) else part for part in parts)
    return "".join(text for text in texts if isinstance(text, str))
