"""A walk through a Telegram archive in any layout: its sections, chats and runs of messages.

Telegram writes each key and bracket on a line of its own, and no line break within a string; there
whole messages are told by the blanks before their closing bracket. Else brackets are counted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from tui.errors import ArchiveError
from tui.inventory.telegram.window import SIZE, Window, depths

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

_ONWARD = re.compile(rb'"messages"\s*:')
"""In what looks like messages, it begins another chat."""
_FIRST_LINE = re.compile(rb"(\r?\n)([ \t]+)\{")
_LONGEST_INDENT = 32
_HEAD = frozenset({"name", "type", "id"})
_CHATS = frozenset({"chats", "left_chats"})


class Sink(Protocol):
    """Who is told what stands in the archive, in its order."""

    sections: frozenset[str]
    """The sections that are looked into."""

    def section(self, name: str, value: bytes) -> None:
        """A section that is not chats."""

    def chats(self, name: str) -> None:
        """A list of chats begins."""

    def chat(self, head: dict[str, bytes]) -> None:
        """A chat begins; its name, type and id as far as they stand before its messages."""

    def run(self, offset: int, array: bytes) -> bool:
        """Messages of that chat, as a JSON array of the bytes there; false if it is none."""

    def pieces(self, offset: int, array: bytes) -> None:
        """Messages of which some are no JSON."""

    def chat_end(self, head: dict[str, bytes]) -> None:
        """A chat is whole."""


def walk(window: Window, sink: Sink) -> Iterator[None]:
    """Goes through the file, and gives the turn back after each piece.

    Raises:
        CutError: the file stops early.
        ArchiveError: it is no Telegram archive.
    """
    if not window.opens(b"{"):
        raise ArchiveError("this is no Telegram archive in JSON", "choose its result.json")
    head: dict[str, bytes] = {}
    began = False
    for key in window.members():
        if key in _CHATS:
            sink.chats(key)
            yield
            yield from _chats(window, sink)
        elif key == "messages" and window.opens(b"["):
            if not began:
                sink.chat(head)
            began = True
            yield from _messages(window, sink)
        elif key in _HEAD or key in sink.sections:
            value = window.value()
            if key in _HEAD:
                head[key] = value
            else:
                sink.section(key, value)
        else:
            yield from window.skip()
        yield
    if began:
        sink.chat_end(head)
    yield from window.rest()


def _chats(window: Window, sink: Sink) -> Iterator[None]:
    """The chats under the key `list`, or in a list without it."""
    if window.opens(b"["):
        yield from _listed(window, sink)
    elif window.opens(b"{"):
        for key in window.members():
            if key == "list" and window.opens(b"["):
                yield from _listed(window, sink)
            else:
                yield from window.skip()
            yield
    else:
        yield from window.skip()


def _listed(window: Window, sink: Sink) -> Iterator[None]:
    for _ in window.items():
        if window.opens(b"{"):
            yield from _chat(window, sink)
        else:
            yield from window.skip()
        yield


def _chat(window: Window, sink: Sink) -> Iterator[None]:
    head: dict[str, bytes] = {}
    began = False
    for key in window.members():
        if key == "messages" and window.opens(b"["):
            if not began:
                sink.chat(head)
            began = True
            yield from _messages(window, sink)
        elif key in _HEAD:
            head[key] = window.value()
        else:
            yield from window.skip()
        yield
    if not began:
        sink.chat(head)
    sink.chat_end(head)


def _messages(window: Window, sink: Sink) -> Iterator[None]:
    layout = lines = _endings(window)
    while window.peek() not in b"]}":
        size = _in_lines(window, lines) if lines else (yield from _by_brackets(window))
        if not size:
            lines = lines if not window.full and window.more() else None
        elif sink.run(window.offset, _array(window, size)):
            window.pos += size
            lines = layout
        elif lines and _ONWARD.search(window.data, window.pos, window.pos + size):
            lines = None
        else:
            sink.pieces(window.offset, _array(window, size))
            window.pos += size
            lines = layout
        yield
    window.pos += 1


def _array(window: Window, size: int) -> bytes:
    with memoryview(window.data)[window.pos : window.pos + size] as items:
        return b"".join((b"[", items, b"]"))


def _endings(window: Window) -> tuple[bytes, bytes] | None:
    """What a message ends with, and the last one, where each stands on lines of its own."""
    if window.end - window.pos < _LONGEST_INDENT:
        window.more()
    first = _FIRST_LINE.match(window.data, window.pos, window.end)
    if not first:
        return None
    ending = b"\n%b}" % first[2]
    return ending + b",", ending + first[1]


def _in_lines(window: Window, endings: tuple[bytes, bytes]) -> int:
    """Bytes from here that hold whole messages; the last of a chat has no comma behind it."""
    data, pos = window.data, window.pos
    more, last = endings
    for end in (min(window.end, pos + SIZE), window.end):
        place = data.find(last, pos, end)
        if place < 0:
            place = data.rfind(more, pos, end)
        if place >= 0:
            return place + len(more) - 1 - pos
    return 0


def _by_brackets(window: Window) -> Generator[None, None, int]:
    """Bytes from here that hold whole messages, in any layout; reads on until there is one."""
    size = depth = at = 0
    while not size:
        for deeper, place in depths(window.data, window.pos + at, window.end, depth):
            depth, at = deeper, place - window.pos
            if depth < 0:
                return size or at - 1
            if not depth:
                size = at
                if size >= SIZE:
                    break
        if not size:
            window.need()
            yield
    return size
