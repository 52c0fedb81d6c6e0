"""Text of an archive a piece at a time: its beginning, its lines, the objects in its JSON."""

from __future__ import annotations

import codecs
import json
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tui.errors import CutError
from tui.inventory.model import LATEST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.inventory.archive import Archive, Member
    from tui.inventory.model import Faults
    from tui.inventory.streams import Stream

HEAD = 4096
"""Bytes that tell what a file is."""
PIECE = 64 << 10
LONGEST_LINE = 64 << 10
"""Characters; what is longer comes as several lines."""
MOST_ITEM = 1 << 20
"""Characters of one object in JSON; what is longer is passed over."""

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BETWEEN = re.compile(r"[\s,]*")


def head(archive: Archive, member: Member, most: int = HEAD) -> str:
    """How the text of a member begins; nothing if it is damaged."""
    try:
        with archive.open(member) as stream:
            return _decoder(data := stream.read(most)).decode(data)
    except CutError:
        return ""


def _decoder(start: bytes) -> codecs.IncrementalDecoder:
    """UTF-8, or UTF-16, in which a command shell of Windows writes what a command says."""
    name = "utf-16" if start.startswith(_UTF_16) else "utf-8-sig"
    return codecs.getincrementaldecoder(name)(errors="replace")


def pieces(stream: Stream, faults: Faults) -> Iterator[str]:
    """The text up to its end, or up to where it is damaged."""
    decoder: codecs.IncrementalDecoder | None = None
    try:
        while data := stream.read(PIECE):
            decoder = decoder or _decoder(data)
            yield decoder.decode(data)
    except CutError:
        faults.cut = True
    if decoder:
        yield decoder.decode(b"", final=True)


def lines(text: Iterator[str]) -> Iterator[str]:
    """The lines without what ends them."""
    rest = ""
    for piece in text:
        *whole, rest = (rest + piece).split("\n")
        yield from (line.removesuffix("\r") for line in whole)
        if len(rest) > LONGEST_LINE:
            yield rest
            rest = ""
    if rest:
        yield rest


def items(
    text: Iterator[str], start: re.Pattern[str], faults: Faults
) -> Iterator[dict[str, Any] | None]:
    """The objects of the array in JSON that opens where `start` ends, each when it is whole.

    None comes where a piece of text was read, so that nobody waits for an object.
    """
    window = ""
    for piece in text:
        window = window[-HEAD:] + piece
        if found := start.search(window):
            yield from _Items(text, window[found.end() :], faults)
            return
        yield None


class _Items:
    """Walks an array; an object that cannot be read is passed over, up to the next."""

    def __init__(self, text: Iterator[str], window: str, faults: Faults) -> None:
        self._text = text
        self._window = window
        self._faults = faults
        self._at = 0
        self._ended = self._lost = False
        self._decode = json.JSONDecoder(strict=False).raw_decode

    def __iter__(self) -> Iterator[dict[str, Any] | None]:
        while True:
            gap = _BETWEEN.match(self._window, self._at)
            self._at = gap.end() if gap else self._at
            if self._window.startswith("]", self._at):
                return
            try:
                item, self._at = self._decode(self._window, self._at)
            except (ValueError, RecursionError) as error:
                item = None
                if not self._more() and not self._pass_over(isinstance(error, RecursionError)):
                    self._faults.cut = True
                    return
            if item is None:
                yield None
            elif isinstance(item, dict):
                self._lost = False
                yield item

    def _more(self) -> bool:
        """Reads on, where the object may not be whole yet."""
        if self._ended or len(self._window) - self._at > MOST_ITEM:
            return False
        piece = next(self._text, None)
        self._ended = piece is None
        self._window = self._window[self._at :] + (piece or "")
        self._at = 0
        return not self._ended

    def _pass_over(self, deep: bool) -> bool:
        """Goes to the next object, out of all that is read where it is nested without end."""
        found = -1 if deep else self._window.find("{", self._at + 1)
        self._at = found if found >= 0 else len(self._window)
        left = found >= 0 or not self._ended
        self._faults.skipped += left and not self._lost
        self._lost = left
        return left


def seconds(value: object) -> int:
    """A time in seconds since 1970, from a number of seconds or of parts of it, or from ISO 8601.

    0 where it says nothing.
    """
    try:
        if isinstance(value, str) and "T" in value:
            time = datetime.fromisoformat(value)
            number = int(time.replace(tzinfo=time.tzinfo or UTC).timestamp())
        else:
            number = int(value) if isinstance(value, int | float | str) else 0
    except (ValueError, OverflowError):
        return 0
    while number > LATEST:
        number //= 1000
    return max(number, 0)
