"""The languages of the interface and of the lists, read from .po files as they are."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable

from tui.errors import ParadakError
from tui.text import clean

NAMES = {"en": "English", "be": "Беларуская", "ru": "Русский"}
_WRITTEN_IN = "en"
_LINE = re.compile(r'(#[|] )?(?:(msg\w+)(?:\[(\d)\])? )?"(.*)"$')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t"}
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


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
    by_context: Mapping[str, Entry] = field(init=False, repr=False)
    by_source: Mapping[str, Entry] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_context", {e.context: e for e in self.entries if e.context})
        object.__setattr__(self, "by_source", {e.source: e for e in self.entries if not e.context})


def parse(text: str) -> Catalog:
    """The catalog in the text of a .po file; obsolete entries and the header are left out."""
    return Catalog(tuple(_entries(text)))


def _entries(text: str) -> Iterator[Entry]:
    fields: dict[str, str] = {}
    fuzzy, key, start = False, "", 1
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        if not line.strip():
            if fields.get("msgid"):
                yield _entry(fields, start, fuzzy=fuzzy)
            fields, fuzzy, key, start = {}, False, "", number + 1
        elif line.startswith("#,"):
            fuzzy |= "fuzzy" in line
        elif match := _LINE.match(line):
            old, word, form, piece = match.groups()
            key = f"{'old ' if old else ''}{word}{form or ''}" if word else key
            fields[key] = fields.get(key, "") + _unescape(piece)


def _entry(fields: dict[str, str], line: int, *, fuzzy: bool) -> Entry:
    plural = sorted(key for key in fields if re.fullmatch(r"msgstr\d", key))
    forms = tuple(clean(fields[key]) for key in plural) or (clean(fields.get("msgstr", "")),)
    return Entry(line, fields.get("msgctxt", ""), fields["msgid"], forms, fuzzy)


def _unescape(piece: str) -> str:
    return _ESCAPE.sub(lambda match: _ESCAPED.get(match[1], match[1]), piece)


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
        return NAMES.get(self.code, self.code)

    def text(self, source: str, **values: object) -> str:
        """The interface string with its values filled in; a missing one is marked and stays English."""
        entry = self.catalog.by_source.get(source)
        return self._find(source, entry, 0, _WRITTEN_IN).format(**values)

    def count(self, number: int, one: str, many: str) -> str:
        """The string for a number, in the plural form it needs; `{n}` stands for the number."""
        if self.code == _WRITTEN_IN:
            return (one if number == 1 else many).format(n=number)
        entry = self.catalog.by_source.get(one)
        return self._find(many, entry, _slavic_form(number), _WRITTEN_IN).format(n=number)

    def content(self, catalog: Catalog, written_in: str, context: str, source: str) -> str:
        """The text of a list in this language; missing and outdated text is marked, not hidden."""
        return self._find(source, catalog.by_context.get(context), 0, written_in)

    def _find(self, source: str, entry: Entry | None, form: int, written_in: str) -> str:
        if self.code == written_in:
            return source
        if entry is None or not entry.forms[min(form, len(entry.forms) - 1)]:
            return f"[{written_in}] {source}"
        if entry.fuzzy or (entry.context and entry.source != source):
            return f"[{written_in}, newer] {source}"
        return entry.forms[min(form, len(entry.forms) - 1)]

    def date(self, iso: str) -> str:
        """An ISO date in words; anything else comes back as it is."""
        parts = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", iso)
        if not parts or not 1 <= int(parts[2]) <= len(_MONTHS):
            return iso
        month = self.text(_MONTHS[int(parts[2]) - 1])
        return self.text("{day} {month} {year}", day=int(parts[3]), month=month, year=parts[1])

    def minutes(self, number: int) -> str:
        """A span of time in minutes, in hours and minutes from one hour on."""
        hours, rest = divmod(number, 60)
        if not hours:
            return self.text("{n} min", n=number)
        if not rest:
            return self.text("{n} h", n=hours)
        return self.text("{hours} h {minutes} min", hours=hours, minutes=rest)


ENGLISH = Language("en")


def available(folder: Traversable | None = None) -> tuple[str, ...]:
    """The codes of the languages that the interface speaks; English comes first."""
    found = {entry.name.removesuffix(".po") for entry in _locales(folder)}
    return tuple(code for code in NAMES if code == "en" or code in found)


def load(code: str, folder: Traversable | None = None) -> Language:
    """The language with that code.

    Raises:
        ParadakError: the interface does not speak it.
    """
    if code == "en":
        return ENGLISH
    for entry in _locales(folder):
        if entry.name == f"{code}.po":
            return Language(code, parse(entry.read_text(encoding="utf-8")))
    known = ", ".join(available(folder))
    raise ParadakError(
        "no interface in '{code}' yet", "choose one of: {known}", code=code, known=known
    )


def _locales(folder: Traversable | None) -> Iterator[Traversable]:
    place = folder or files("tui") / "locales"
    if place.is_dir():
        yield from (entry for entry in place.iterdir() if entry.name.endswith(".po"))
