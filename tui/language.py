"""The languages of the interface and of the lists, read from .po files as they are."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from tui.errors import UsageError
from tui.text import clean

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

NAMES = {"en": "English", "be": "Беларуская", "ru": "Русский"}
MAX_BYTES = 1024 * 1024
"""A larger .po file counts as no translation; those of the longest list are far below."""

_WRITTEN_IN = "en"
_LINE = re.compile(r'(#\|\s*)?(?:(msg[a-z_]+)(?:\[([0-9])\])?\s*)?"(.*)"')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t"}
_MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]


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
        match = _LINE.fullmatch(line)
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
    return _ESCAPE.sub(lambda match: _ESCAPED.get(match[1], match[1]), piece)


def _placeholders(text: str) -> set[tuple[str | None, ...]] | None:
    """The `{name}` places of a template with their formats, or None if it cannot be filled in."""
    try:
        return {place[1:] for place in Formatter().parse(text) if place[1] is not None}
    except ValueError:
        return None


def _slavic_form(number: int) -> int:
    if number % 10 == 1 and number % 100 != 11:
        return 0
    return 1 if 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14 else 2


@dataclass(frozen=True)
class Language:
    """One language: what the program says, how it counts and how it writes dates."""

    code: str
    catalog: Catalog = Catalog()

    @property
    def name(self) -> str:
        """What the language calls itself."""
        return NAMES.get(self.code, self.code)

    def text(self, source: str, **values: object) -> str:
        """The interface string, filled in; a missing or unusable one is marked and English."""
        return self._say(source, source, self.catalog.by_source.get(source), 0).format(**values)

    def count(self, number: int, one: str, many: str) -> str:
        """The string for a number, in the plural form it needs; `{n}` stands for the number."""
        source = one if number == 1 else many
        entry = self.catalog.by_source.get(one)
        return self._say(source, many, entry, _slavic_form(number)).format(n=number)

    def _say(self, source: str, model: str, entry: Entry | None, form: int) -> str:
        """The template to fill in; a translation whose places differ from the model is not used."""
        found = self._find(source, entry, form, _WRITTEN_IN)
        usable = self.code == _WRITTEN_IN or _placeholders(found) == _placeholders(model)
        return found if usable else f"[{_WRITTEN_IN}] {source}"

    def content(self, catalog: Catalog, written_in: str, context: str, source: str) -> str:
        """The text of a list in this language; missing and outdated text is marked, not hidden."""
        return self._find(source, catalog.by_context.get(context), 0, written_in)

    def _find(self, source: str, entry: Entry | None, form: int, written_in: str) -> str:
        if self.code == written_in:
            return source
        found = entry.forms[min(form, len(entry.forms) - 1)] if entry else ""
        if entry is None or not found:
            return f"[{written_in}] {source}"
        if entry.fuzzy or (entry.context and entry.source != source):
            return f"[{written_in}, newer] {source}"
        return found

    def date(self, iso: str) -> str:
        """An ISO date in words; anything else comes back as it is."""
        try:
            day = datetime.date.fromisoformat(iso)
        except ValueError:
            return iso
        if iso != day.isoformat():
            return iso
        month = self.text(_MONTHS[day.month - 1])
        return self.text("{day} {month} {year}", day=day.day, month=month, year=day.year)

    def minutes(self, number: int) -> str:
        """A span of time in minutes, in hours and minutes from one hour on."""
        hours, rest = divmod(number, 60)
        if not hours:
            return self.text("{n} min", n=number)
        if not rest:
            return self.text("{n} h", n=hours)
        return self.text("{hours} h {minutes} min", hours=hours, minutes=rest)


ENGLISH = Language("en")


def packaged(name: str) -> Traversable:
    """A folder of this package; the reader of packages, slow to load, is asked only in a zip."""
    beside = Path(__file__).resolve().parent / name
    if beside.parent.is_dir():
        return beside
    from importlib.resources import files

    return files("tui") / name


def available(folder: Traversable | None = None) -> tuple[str, ...]:
    """The codes of the languages that the interface speaks; English comes first."""
    found = {entry.name.removesuffix(".po") for entry in _locales(folder)}
    return tuple(code for code in NAMES if code == "en" or code in found)


def load(code: str, folder: Traversable | None = None) -> Language:
    """The language with that code.

    Raises:
        UsageError: the interface does not speak it.
    """
    if code == "en":
        return ENGLISH
    for entry in _locales(folder):
        if entry.name == f"{code}.po":
            return Language(code, read(entry))
    known = ", ".join(available(folder))
    raise UsageError(
        "no interface in '{code}' yet", "choose one of: {known}", code=code, known=known
    )


def _locales(folder: Traversable | None) -> Iterator[Traversable]:
    place = folder or packaged("locales")
    if place.is_dir():
        yield from (entry for entry in place.iterdir() if entry.name.endswith(".po"))
