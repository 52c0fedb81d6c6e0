"""Reads .po files as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.text import clean

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

MAX_BYTES = 1024 * 1024
"""A larger .po file counts as no translation; those of the longest list are far below."""

_LINE = r'(#\|\s*)?(?:(msg[a-z_]+)(?:\[([0-9])\])?\s*)?"(.*)"'
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t"}


@dataclass(frozen=True)
class Entry:
    """One translated text; `line` is where it starts in its file, `forms` its plural forms."""

    line: int
    context: str
    source: str
    forms: tuple[str, ...]
    fuzzy: bool


@dataclass(frozen=True)
class Catalog:
    """The entries of one .po file: content by context, interface strings by their source."""

    entries: tuple[Entry, ...] = ()
    by_context: Mapping[str, Entry] = field(init=False, repr=False, compare=False)
    by_source: Mapping[str, Entry] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_context", {e.context: e for e in self.entries if e.context})
        object.__setattr__(self, "by_source", {e.source: e for e in self.entries if not e.context})


def parse(text: str) -> Catalog:
    """The catalog in the text of a .po file; obsolete entries and the header are left out.

    What cannot be understood is left out too, so that it shows as missing.
    """
    lines = text.removeprefix("\ufeff").split("\n")
    return Catalog(tuple(entry for entry in _entries(lines) if entry.source))


def read(file: Traversable) -> Catalog:
    """The catalog in a .po file; an empty one if it is too large, unreadable or not UTF-8."""
    try:
        data = read_bytes(file)
        return parse(data.decode("utf-8")) if len(data) <= MAX_BYTES else Catalog()
    except (OSError, UnicodeDecodeError):
        return Catalog()


def read_bytes(file: Traversable) -> bytes:
    """What is in a .po file; of one that is too large, a byte more than is allowed.

    Raises:
        OSError: the file cannot be read.
    """
    with file.open("rb") as stream:
        return stream.read(MAX_BYTES + 1)


def _entries(lines: Iterable[str]) -> Iterator[Entry]:
    fields: dict[str, list[str]] = {}
    fuzzy, key, start = False, "", 0
    for number, line in enumerate(map(str.strip, lines), start=1):
        match = re.fullmatch(_LINE, line)
        old, word, form, piece = match.groups("") if match else ("", "", "", "")
        if "msgid" in fields and (line.startswith("#") or word in {"msgid", "msgctxt"}):
            yield _entry(fields, start, fuzzy=fuzzy)
            fields, fuzzy, key, start = {}, False, "", 0
        start = start or (number if line else 0)
        if line.startswith("#~"):
            fuzzy, start = False, 0
        elif line.startswith("#,"):
            fuzzy |= "fuzzy" in re.split(r"[,\s]+", line[1:])
        elif match:
            key = f"{'old ' if old else ''}{word}{form}" if word else key
            fields.setdefault(key, []).append(_unescape(piece))
    if "msgid" in fields:
        yield _entry(fields, start, fuzzy=fuzzy)


def _entry(pieces: Mapping[str, list[str]], line: int, *, fuzzy: bool) -> Entry:
    fields = {key: "".join(found) for key, found in pieces.items()}
    plural = [int(key[-1]) for key in fields if re.fullmatch(r"msgstr[0-9]", key)]
    keys = [f"msgstr{form}" for form in range(max(plural) + 1)] if plural else ["msgstr"]
    forms = tuple(clean(fields.get(key, "")) for key in keys)
    return Entry(line, fields.get("msgctxt", ""), fields["msgid"], forms, fuzzy)


def _unescape(piece: str) -> str:
    return re.sub(r"\\(.)", lambda match: _ESCAPED.get(match[1], match[1]), piece)
