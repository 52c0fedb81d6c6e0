"""How a JSON file is laid out: as Telegram Desktop writes it, or as others save it again."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import BinaryIO, NamedTuple

_DEEPEST = 24
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile(r'["\\\x00-\x1f\u2028\u2029]')


class Verbatim(str):
    """Something that stands in the file as it is, quoted by nobody."""

    __slots__ = ()


class Late(NamedTuple):
    """An object whose pairs are made while the file is written."""

    pairs: Iterable[tuple[str, object]]


class CutError(Exception):
    """The file has reached the size at which it is cut off."""


def quote_as_telegram(text: str) -> str:
    """Raw UTF-8 with the escapes of Telegram Desktop, of which `\\x01` is no JSON."""
    if text.isprintable():
        return encode_basestring(text)
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    return _SHORT.get(sign) or (f"\\x{ord(sign):02X}" if sign < " " else f"\\u{ord(sign):04x}")


def _breaks(indent: str | None, newline: str = "\n") -> tuple[str, ...]:
    """What stands between two values, for each depth."""
    return tuple("" if indent is None else newline + depth * indent for depth in range(_DEEPEST))


@dataclass(frozen=True)
class Layout:
    """Where lines break, what stands between values, how text is quoted.

    `spread` is Telegram's way with an empty list: its brackets are on two lines.
    """

    breaks: tuple[str, ...]
    quote: Callable[[str], str] = encode_basestring
    comma: str = ","
    colon: str = ": "
    by_key: bool = False
    spread: bool = False

    def render(self, value: object, depth: int) -> str:
        """The text of a value whose first sign stands at that depth."""
        if isinstance(value, str):
            return str(value) if isinstance(value, Verbatim) else self.quote(value)
        if isinstance(value, dict):
            pairs = sorted(value.items()) if self.by_key else value.items()
            colon, quote, render, deeper = self.colon, self.quote, self.render, depth + 1
            parts = [
                f'"{key}"{colon}{quote(one) if type(one) is str else render(one, deeper)}'
                for key, one in pairs
            ]
            return self._in_brackets("{}", parts, depth)
        if isinstance(value, list):
            return self._in_brackets("[]", [self.render(one, depth + 1) for one in value], depth)
        if value is None:
            return "null"
        return str(value).lower() if isinstance(value, bool) else str(value)

    def _in_brackets(self, brackets: str, parts: list[str], depth: int) -> str:
        if not parts and not self.spread:
            return brackets
        deeper = self.breaks[depth + 1]
        inside = deeper + (self.comma + deeper).join(parts) if parts else ""
        return brackets[0] + inside + self.breaks[depth] + brackets[1]


_TELEGRAM = Layout(_breaks(" "), quote_as_telegram, spread=True)
LAYOUTS = {
    "telegram": _TELEGRAM,
    "minified": Layout(_breaks(None), quote_as_telegram, colon=":"),
    "crlf": Layout(_breaks(" ", "\r\n"), quote_as_telegram, spread=True),
    "two": Layout(_breaks("  ")),
    "four": Layout(_breaks("    ")),
    "tabs": Layout(_breaks("\t")),
    "sorted": Layout(_breaks("  "), by_key=True),
    "ascii": Layout(_breaks("  "), encode_basestring_ascii),
    "one line": Layout(_breaks(None), encode_basestring_ascii, comma=", "),
}
"""By name: the first three as Telegram escapes, the others as JSON is saved elsewhere."""


class Writer:
    """Writes a value piece by piece; what is late in it is made when its turn comes.

    Raises:
        CutError: the limit is reached; so many bytes are written, and no more.
    """

    def __init__(self, file: BinaryIO, layout: Layout, limit: int | None = None) -> None:
        self.size = 0
        self._file = file
        self._layout = layout
        self._limit = limit

    def value(self, value: object, depth: int = 0) -> None:
        """Writes a value; an iterator is a list, the next item is asked for once one is written."""
        if isinstance(value, Late):
            self._object(value.pairs, depth)
        elif isinstance(value, Iterator):
            self._list(value, depth)
        else:
            self._write(self._layout.render(value, depth))

    def _object(self, pairs: Iterable[tuple[str, object]], depth: int) -> None:
        before, deeper = "{", self._layout.breaks[depth + 1]
        for key, value in sorted(pairs, key=_key) if self._layout.by_key else pairs:
            self._write(f'{before}{deeper}"{key}"{self._layout.colon}')
            self.value(value, depth + 1)
            before = self._layout.comma
        self._write(self._layout.breaks[depth] + "}")

    def _list(self, items: Iterator[object], depth: int) -> None:
        self._write("[")
        before, deeper = "", self._layout.breaks[depth + 1]
        for item in items:
            self._write(before + deeper)
            self.value(item, depth + 1)
            before = self._layout.comma
        if before or self._layout.spread:
            self._write(self._layout.breaks[depth])
        self._write("]")

    def _write(self, text: str) -> None:
        data = text.encode()
        left = len(data) if self._limit is None else self._limit - self.size
        self.size += self._file.write(data[:left])
        if left < len(data):
            raise CutError


def _key(pair: tuple[str, object]) -> str:
    return pair[0]
