"""One query over everything, in the language shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tui.content.library import Library
from tui.content.model import Item
from tui.text import fold

MOST_HITS = 100
_AROUND = 60


class Place(StrEnum):
    """Where in an item a query was found."""

    TITLE = "title"
    WHY = "why"
    STEPS = "steps"
    CAUTION = "caution"
    IF_YOU_CANNOT = "if you cannot"
    WHERE = "for"
    SOURCES = "sources"


@dataclass(frozen=True)
class Hit:
    """An item that was found; `excerpt` is the text around the first word, by `place`."""

    item: Item
    place: Place
    excerpt: str


@dataclass(frozen=True)
class Indexed:
    """An item with its texts folded for comparing."""

    item: Item
    texts: tuple[tuple[Place, str, str], ...]
    everything: str


def index(library: Library) -> tuple[Indexed, ...]:
    """All items of all lists, ready to be searched."""
    return tuple(_indexed(item) for checklist in library.checklists for item in checklist.items)


def _indexed(item: Item) -> Indexed:
    texts = tuple((place, text, fold(text)) for place, text in _texts(item))
    return Indexed(item, texts, "\n".join(folded for _, _, folded in texts))


def _texts(item: Item) -> Iterator[tuple[Place, str]]:
    yield Place.TITLE, item.title
    yield Place.WHY, item.why
    yield Place.STEPS, " ".join(step.text for step in item.steps)
    yield Place.CAUTION, item.caution.text
    yield Place.IF_YOU_CANNOT, item.if_you_cannot.text
    named = (name for step in item.steps for name in (*step.apps, *step.devices))
    yield Place.WHERE, ", ".join(dict.fromkeys(named))
    yield Place.SOURCES, "; ".join(source.name for source in item.sources)


def find(indexed: tuple[Indexed, ...], query: str, most: int = MOST_HITS) -> tuple[Hit, ...]:
    """The items that hold every word of the query, those with a word in the title first."""
    words = fold(query).split()
    if not words:
        return ()
    hits = [
        _hit(entry, words) for entry in indexed if all(word in entry.everything for word in words)
    ]
    hits.sort(key=lambda hit: list(Place).index(hit.place))
    return tuple(hits[:most])


def _hit(entry: Indexed, words: list[str]) -> Hit:
    place, text, folded = next(found for word in words for found in entry.texts if word in found[2])
    at = min(folded.find(word) for word in words if word in folded)
    start = text.rfind(" ", 0, max(0, at - _AROUND)) + 1 if at > _AROUND else 0
    end = text.find(" ", at + _AROUND)
    excerpt = text[start : end if end > 0 else len(text)]
    cut = "… " if start else "", " …" if end > 0 else ""
    return Hit(entry.item, place, f"{cut[0]}{excerpt}{cut[1]}")
