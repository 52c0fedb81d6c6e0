"""What comes from the terminal, made into events; nothing that comes can end the program."""

from codecs import getincrementaldecoder
from collections.abc import Iterator
from time import monotonic

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.events import Key
from textual.keys import Keys
from textual.message import Message

LEAVES = frozenset({"f10", "ctrl+q", "ctrl+c"})
_LONGEST_KEY = 32
"""Characters of the longest sequence that is one key. Source: Textual."""
_LONGEST_PAUSE = 0.5
"""Seconds without a character after which a paste is over, even if its end never came."""
_LONGEST_PASTE = 8_000_000
"""Characters after which the rest of a paste is dropped, all but its end."""


class _Parser(XTermParser):
    """Takes what makes no sense for nothing."""

    def parse_mouse_code(self, code: str) -> Message | None:
        try:
            return super().parse_mouse_code(code)
        except ZeroDivisionError:
            return None

    def _parse_extended_key(  # type: ignore[override] # there it has a cache
        self, sequence: str
    ) -> list[Key] | None:
        try:
            return super()._parse_extended_key(sequence)
        except (OverflowError, ValueError):
            return [Key(Keys.Ignore, sequence)]


class Keyboard:
    """Reads bytes; a paste without an end holds up no key for long, and no leave key at all.

    What still comes of such a paste stays text: until its end or a single key, a burst is no keys.
    """

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._parser = _Parser()
        self._last = ""
        self._pasting = False
        self._pasted = 0
        self._torn = False
        self._heard = monotonic()

    def read(self, data: bytes) -> Iterator[Message]:
        """The events in the next bytes, or, without any, those that only took their time."""
        text = self._decode(data)
        paused = monotonic() - self._heard > _LONGEST_PAUSE
        if self._pasting and (paused or _leaves(text)):
            self._torn = True
            yield from self._feed(BRACKETED_PASTE_END)
        if text:
            yield from self._feed(self._rest_of_paste(text) if self._torn else text)
            self._heard = monotonic()
        yield from self._parser.tick()

    def _rest_of_paste(self, text: str) -> str:
        """The text as a paste of its own, if it is what still came of the one that was torn."""
        before, end, after = text.partition(BRACKETED_PASTE_END)
        self._torn = not end and (len(text) > _LONGEST_KEY or len(_events(text)) > 1)
        if end or self._torn:
            return f"{BRACKETED_PASTE_START}{before}{BRACKETED_PASTE_END}{after}"
        return text

    def _feed(self, text: str) -> Iterator[Message]:
        self._last += text
        start, end = map(self._last.rfind, (BRACKETED_PASTE_START, BRACKETED_PASTE_END))
        if max(start, end) >= 0:
            self._pasting = start > end
        self._pasted = self._pasted + len(text) if self._pasting else 0
        if self._pasted <= _LONGEST_PASTE or "\x1b" in self._last:
            yield from self._parser.feed(text)
        self._last = self._last[1 - len(BRACKETED_PASTE_START) :]


def _leaves(text: str) -> bool:
    """Whether the text is one key, and that one leaves."""
    events = _events(text) if 0 < len(text) <= _LONGEST_KEY else []
    return len(events) == 1 and isinstance(events[0], Key) and events[0].key in LEAVES


def _events(text: str) -> list[Message]:
    return [*_Parser().feed(text)]
