"""The languages of the interface and of the lists: words, plurals and dates."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING

from tui.errors import UsageError
from tui.resources import packaged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from tui.po import Catalog, Entry

NAMES = {"en": "English", "be": "Беларуская", "ru": "Русский"}
_WRITTEN_IN = "en"
_LONGEST_NUMBER = 10_000
_MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]


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
    catalog: Catalog | None = None

    @property
    def name(self) -> str:
        """What the language calls itself."""
        return NAMES.get(self.code, self.code)

    def text(self, source: str, **values: object) -> str:
        """The interface string, filled in; a missing or unusable one is marked and English.

        Without values it is said as it stands: a word out of an archive can hold braces.
        """
        said = self._say(source, source, self._entry(source), 0)
        return said.format(**values) if values else said

    def count(self, number: int, one: str, many: str) -> str:
        """The string for a number, in the plural form it needs; `{n}` stands for the number."""
        source = one if number == 1 else many
        return self._say(source, many, self._entry(one), _slavic_form(number)).format(n=number)

    def _entry(self, source: str) -> Entry | None:
        return self.catalog.by_source.get(source) if self.catalog else None

    def _say(self, source: str, model: str, entry: Entry | None, form: int) -> str:
        """The template to fill in; a translation whose places differ from the model is not used."""
        found = self._find(source, entry, form, _WRITTEN_IN)
        usable = self.code == _WRITTEN_IN or _placeholders(found) == _placeholders(model)
        return found if usable else f"[{_WRITTEN_IN}] {source}"

    def content(self, catalog: Catalog | None, written_in: str, context: str, source: str) -> str:
        """The text of a list in this language; missing and outdated text is marked, not hidden."""
        entry = catalog.by_context.get(context) if catalog else None
        return self._find(source, entry, 0, written_in)

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

    def size(self, number: int) -> str:
        """A number of bytes, in the unit in which it has at most four digits."""
        for unit in ("{n} B", "{n} kB", "{n} MB"):
            if number < _LONGEST_NUMBER:
                return self.text(unit, n=number)
            number = round(number / 1000)
        return self.text("{n} GB", n=number)


ENGLISH = Language("en")


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
    from tui.po import read

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
