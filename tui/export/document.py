"""What is printed, in words of the language shown; nothing about who prints, when, where or how."""

from dataclasses import dataclass
from enum import StrEnum

from tui.content.model import Priority


class Detail(StrEnum):
    """How much of each item is printed; the date, the source and what waits always are."""

    TITLES = "titles"
    STEPS = "steps"
    FULL = "full"


class Box(StrEnum):
    """What stands before an item: a box to tick, the person's mark, or the mark of a hold."""

    EMPTY = ""
    TODO = "○"
    DONE = "●"
    LATER = "◔"
    NOT_FOR_ME = "–"
    HELD = "‖"


@dataclass(frozen=True)
class Sign:
    """One sign of the legend: a box as it is drawn for a priority, or a mark."""

    box: Box
    weight: Priority
    words: str


@dataclass(frozen=True)
class Passage:
    """A text and the word that opens it."""

    label: str
    text: str


@dataclass(frozen=True)
class Line:
    """One step; `where` names its apps and devices, `note` says what may differ."""

    where: str
    text: str
    note: str


@dataclass(frozen=True)
class Steps:
    """Steps in order; the label says what all of them are for, or that they are for others."""

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Entry:
    """One item as it stands on paper; what is not printed is empty.

    `waits` says that the item waits or could wait, and `instead` what to do meanwhile.
    """

    box: Box
    weight: Priority
    title: str
    facts: str
    aside: str
    waits: str
    instead: Passage | None
    before: tuple[Passage, ...]
    steps: tuple[Steps, ...]
    after: tuple[Passage, ...]
    source: str


@dataclass(frozen=True)
class Field:
    """A label with ruled lines to write on by hand; nothing is ever printed on them."""

    label: str
    lines: int


@dataclass(frozen=True)
class Part:
    """Entries or fields under a heading; `note` says how long they take or why they stand here.

    `advice` stands between the heading and the fields, their `source` after them.
    """

    heading: str
    note: str
    entries: tuple[Entry, ...] = ()
    advice: str = ""
    fields: tuple[Field, ...] = ()
    source: str = ""


@dataclass(frozen=True)
class Sheet:
    """A list or a plan that can be read without the others.

    `limits` say what it cannot do; under a heading they stand at the end, without one at the start.
    `revision` is the short form of `dated` for every page.
    """

    title: str
    goal: str
    dated: str
    revision: str
    origin: str
    limits: tuple[Passage, ...]
    limits_heading: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Document:
    """Everything that is printed.

    Each sheet opens with `moment` and closes with `closing`, because sheets of paper get separated.
    `pause` stands between two groups of items; `page` has the places {page} and {pages}; `notes`
    is the heading of ruled lines on pages that are left over.
    """

    language: str
    title: str
    moment: tuple[str, ...]
    legend: tuple[Sign, ...]
    explained: tuple[str, ...]
    printing: str
    closing: tuple[str, ...]
    pause: Passage
    page: str
    notes: str
    sheets: tuple[Sheet, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries of all sheets, in order."""
        return tuple(e for sheet in self.sheets for part in sheet.parts for e in part.entries)
