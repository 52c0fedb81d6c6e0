"""Where in an archive its messages stand, and how one is found again."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.inventory.telegram.decoding import FAILURES, Message, PlainDecoder, message_from
from tui.inventory.telegram.repair import repaired
from tui.inventory.telegram.window import depths

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.inventory.model import Faults
    from tui.inventory.telegram.decoding import Decoder

_INDEX_BITS = 24
"""A run of 16 MB holds fewer messages than these bits tell apart."""
_FARTHEST = 16 << 10
"""Bytes behind the line that seems to end a message, in which it may end in truth."""
_BRACKETS, _BLANKS = (b"{", b"["), (b" ", b"\t")
_OPENING = re.compile(rb"[{\[]")


class Places:
    """Runs of messages: file, place in it, length, and chat.

    A message is told by the number of its run and its own number there.
    """

    def __init__(self) -> None:
        self.file = 0
        self._chat = 0
        self._files, self._chats = array("I"), array("I")
        self._offsets, self._lengths = array("Q"), array("I")

    def begin(self, chat: int) -> None:
        """The runs to come belong to this chat."""
        self._chat = chat

    def add(self, offset: int, length: int) -> int:
        """A run of so many bytes, brackets included; gives the place of its first message."""
        self._files.append(self.file)
        self._chats.append(self._chat)
        self._offsets.append(offset)
        self._lengths.append(length - 2)
        return (len(self._offsets) - 1) << _INDEX_BITS

    def chat_of(self, place: int) -> int:
        """The number of the chat that a message stands in."""
        return self._chats[place >> _INDEX_BITS]

    def runs(self, file: int) -> Iterator[tuple[int, int, int]]:
        """Offset, length and first place of each run in a file, in their order."""
        for run, where in enumerate(self._files):
            if where == file:
                yield self._offsets[run], self._lengths[run], run << _INDEX_BITS

    def find(self, place: int) -> tuple[int, int, int, int]:
        """File, offset and length of its run, and the number of the message there."""
        run = place >> _INDEX_BITS
        number = place & ((1 << _INDEX_BITS) - 1)
        return self._files[run], self._offsets[run], self._lengths[run], number


@dataclass(frozen=True, slots=True)
class Piece:
    """One value of a run: its JSON, made whole if need be, and the message, if it is one."""

    text: bytes
    message: Message | None


def pieces(array_: bytes, decoder: Decoder, faults: Faults) -> Iterator[Piece]:
    """The values of a run one by one; what was mended or is lost is added to the faults."""
    for text in items(array_, decoder):
        found = piece(text, decoder)
        faults.repaired += found.text != text
        faults.skipped += found.message is None and text[:1] in _BRACKETS
        yield found


def items(array_: bytes, decoder: Decoder) -> list[bytes]:
    """The items of a run as they stand there, whether or not they are JSON."""
    try:
        return decoder.items(array_)
    except FAILURES:
        return list(_parted(bytearray(array_), decoder))


def _parted(data: bytearray, decoder: Decoder) -> Iterator[bytes]:
    """Items of what is no JSON: up to where one ends on a line of its own, else by brackets.

    So what is broken costs one message, whatever it does to brackets and quotation marks.
    """
    ending = _ending(data)
    start = _next_item(data, 1)
    while start < len(data) - 1:
        end = _end_of_item(data, start, ending, decoder)
        yield bytes(data[start:end])
        start = _next_item(data, end)


def _next_item(data: bytearray, start: int) -> int:
    found = _OPENING.search(data, start)
    return found.start() if found else len(data)


def _end_of_item(data: bytearray, start: int, ending: bytes, decoder: Decoder) -> int:
    end = len(data) - 1
    line = data.find(ending, start, end) + len(ending) if ending else end
    if ending and piece(bytes(data[start:line]), decoder).message:
        return line
    inside = depths(data, start, min(end, line + _FARTHEST))
    bracket = next((place for depth, place in inside if not depth), line)
    another = bytes(data[bracket : bracket + len(ending) + 3]).replace(b"\r", b"")
    if not ending or another.startswith(b",%b{" % ending[:-1]):
        return bracket
    return bracket if piece(bytes(data[start:bracket]), decoder).message else line


def _ending(data: bytearray) -> bytes:
    """The line break, the blanks and the bracket that end each message; empty in other layouts."""
    last = bytes(data[data.rfind(b"\n") : -1])
    return last if last[:1] == b"\n" and last[1:2] in _BLANKS and last.strip() == b"}" else b""


def piece(text: bytes, decoder: Decoder) -> Piece:
    """One item of a run."""
    for attempt in dict.fromkeys((text, repaired(text))):
        try:
            (message,) = decoder.messages(b"[%b]" % attempt)
            return Piece(attempt, message)
        except FAILURES:
            pass
        try:
            return Piece(attempt, message_from(PlainDecoder().value(attempt)))
        except FAILURES:
            pass
    return Piece(text, None)
