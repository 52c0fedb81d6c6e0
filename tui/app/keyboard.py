"""What comes from the terminal, made into events; nothing that comes can end the program."""

from codecs import getincrementaldecoder
from collections.abc import Iterator
from time import monotonic

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.events import Key
from textual.keys import Keys
from textual.message import Message

LEAVES = frozenset({"f10", "ctrl+q", "ctrl+c"})
_ESCAPE, _ENDS = "\x1b", "\r\n"
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
    Where a terminal does not tell a paste, lines that come at once, faster than anybody types, are
    one until it is quiet.
    """

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._parser = _Parser()
        self._last = ""
        self._pasting = False
        self._pasted = 0
        self._torn = False
        self._burst = False
        self._heard = monotonic()

    def read(self, data: bytes) -> Iterator[Message]:
        """The events in the next bytes, or, without any, those that only took their time."""
        text = self._decode(data)
        if self._pasting and self._is_over(text):
            self._torn, self._burst = not self._burst, False
            yield from self._feed(BRACKETED_PASTE_END)
        if not (self._pasting or self._torn) and _are_lines(text):
            self._burst = True
            yield from self._feed(BRACKETED_PASTE_START)
        if text:
            yield from self._feed(self._rest_of_paste(text) if self._torn else text)
            self._heard = monotonic()
        yield from self._parser.tick()

    def _is_over(self, text: str) -> bool:
        """Whether a paste has come to an end that was not told."""
        other = self._burst and bool(text) and not _is_written(text)
        return other or monotonic() - self._heard > _LONGEST_PAUSE or _leaves(text)

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
        if self._pasted <= _LONGEST_PASTE or _ESCAPE in self._last:
            yield from self._parser.feed(text)
        self._last = self._last[1 - len(BRACKETED_PASTE_START) :]


def _are_lines(text: str) -> bool:
    """Whether it is more than a key, and goes on after the end of a line."""
    goes_on = any(end in text[:-1] for end in _ENDS)
    return len(text) > _LONGEST_KEY and goes_on and _is_written(text)


def _is_written(text: str) -> bool:
    """Whether there are only letters, blanks and ends of lines."""
    return all(letter.isprintable() or letter in _ENDS + "\t" for letter in text)


def _leaves(text: str) -> bool:
    """Whether the text is one key, and that one leaves."""
    events = _events(text) if 0 < len(text) <= _LONGEST_KEY else []
    return len(events) == 1 and isinstance(events[0], Key) and events[0].key in LEAVES


def _events(text: str) -> list[Message]:
    return [*_Parser().feed(text)]
