"""A piece of a file that moves along, and the JSON values that lie whole in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from tui.errors import ArchiveError, CutError

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE = 1 << 20
"""Bytes of the window; of messages, as many as lie whole in it are taken at once."""
LARGEST_VALUE = 16 << 20
"""Bytes that a value may have to be looked into."""

_STRING = rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_TO_BRACKET = re.compile(rb'[^"{}\[\]]*+(?:' + _STRING + rb'[^"{}\[\]]*+)*+([{}\[\]])', re.DOTALL)
_WHOLE_STRING = re.compile(_STRING, re.DOTALL)
_SCALAR = re.compile(rb"[^,\]}\s]*+")
_NO_VALUE = re.compile(rb"[\s,:\xef\xbb\xbf]*+")
_OPENING = b"{["


class Bytes(Protocol):
    """Where bytes come from, one after the other."""

    def readinto(self, buffer: memoryview, /) -> int:
        """Fills the front of the buffer, and says how far; 0 is the end."""


class Window:
    """The bytes from `pos` to `end` of `data`; places in it change with `more`."""

    def __init__(self, stream: Bytes, size: int = SIZE) -> None:
        self._stream = stream
        self.data = bytearray(size)
        self.pos = self.end = 0
        self._passed = 0
        self._told = size
        self._damage: CutError | None = None

    @property
    def offset(self) -> int:
        """The place of `pos` in the file."""
        return self._passed + self.pos

    def has_read_on(self) -> bool:
        """Whether more is read than when this was last asked; at first, more than fits at once."""
        before, self._told = self._told, self._passed + self.end
        return self._told > before

    @property
    def full(self) -> bool:
        """Whether it is full of what is not taken yet."""
        return self.end - self.pos == len(self.data)

    def more(self) -> bool:
        """Moves on so that `pos` comes first, and reads; false at the end of the file.

        What was read before something damaged is given before that is told.
        """
        if self._damage:
            raise self._damage
        left = self.end - self.pos
        self.data[:left] = self.data[self.pos : self.end]
        self._passed += self.pos
        self.pos, self.end = 0, left
        if left == len(self.data):
            if left >= LARGEST_VALUE:
                raise _too_large()
            self.data.extend(bytes(left))
        try:
            self._fill()
        except CutError as error:
            self._damage = error
        return self.end > left

    def _fill(self) -> None:
        with memoryview(self.data) as view:
            while read := self._stream.readinto(view[self.end :]):
                self.end += read

    def need(self) -> None:
        """Reads on.

        Raises:
            CutError: the file ends here.
        """
        if not self.more():
            raise self._damage or _stops()

    def peek(self) -> int:
        """The next byte that is neither blank nor a sign between values."""
        start = self.offset
        while self.offset - start <= LARGEST_VALUE:
            match = _NO_VALUE.match(self.data, self.pos, self.end)
            self.pos = match.end() if match else self.pos
            if self.pos < self.end:
                return self.data[self.pos]
            self.need()
        raise _too_large()

    def opens(self, bracket: bytes) -> bool:
        """Whether the next value begins with this bracket; if so, it is passed."""
        found = self.peek() == bracket[0]
        self.pos += found
        return found

    def members(self) -> Iterator[str]:
        """The keys of an object that was opened; each value is taken before the next key."""
        while self.peek() != ord("}"):
            key = self.value()
            if key[:1] != b'"':
                raise _stops()
            yield key[1:-1].decode("utf-8", "replace")
        self.pos += 1

    def items(self) -> Iterator[None]:
        """The items of an array that was opened; each is taken before the next."""
        while self.peek() not in b"]}":
            yield
        self.pos += 1

    def value(self) -> bytes:
        """The next value as it stands there."""
        self.peek()
        size = self._find_end()
        found = bytes(self.data[self.pos : self.pos + size])
        self.pos += size
        return found

    def _find_end(self) -> int:
        """Bytes from `pos` to the end of the value there, all of which are in the window then."""
        first = self.data[self.pos]
        if first in _OPENING:
            return self._bracketed()
        pattern = _WHOLE_STRING if first == ord('"') else _SCALAR
        while True:
            match = pattern.match(self.data, self.pos, self.end)
            if match and (first == ord('"') or match.end() < self.end):
                return max(match.end() - self.pos, 1)
            self.need()

    def _bracketed(self) -> int:
        depth, at = 0, 0
        while True:
            for deeper, place in depths(self.data, self.pos + at, self.end, depth):
                depth, at = deeper, place - self.pos
                if not depth:
                    return at
            self.need()

    def skip(self) -> Iterator[None]:
        """Passes the next value without keeping it, and gives the turn back at times."""
        if self.peek() not in _OPENING:
            self.value()
            return
        depth = 0
        while True:
            for deeper, place in depths(self.data, self.pos, self.end, depth):
                depth, self.pos = deeper, place
                if not depth:
                    return
            self.need()
            yield

    def rest(self) -> Iterator[None]:
        """Reads to the end, where some files tell that they are damaged.

        Raises:
            CutError: they do, or more than blanks is there.
        """
        while self.pos < self.end or self.more():
            if self.data[self.pos : self.end].strip():
                raise _stops()
            self.pos = self.end
            yield


def _too_large() -> ArchiveError:
    message = "a part of this file is far larger than in any archive known"
    return ArchiveError(message, "see that it is the file you meant")


def _stops() -> CutError:
    return CutError("the file stops early or is damaged", "make the archive once more")


def depths(data: bytearray, pos: int, end: int, depth: int = 0) -> Iterator[tuple[int, int]]:
    """How deep it is behind each bracket, and where that is, as far as strings are whole."""
    while match := _TO_BRACKET.match(data, pos, end):
        pos = match.end()
        depth += 1 if data[pos - 1] in _OPENING else -1
        yield depth, pos
