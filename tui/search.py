"""One query over everything, in the language shown."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from tui.content.library import Library
from tui.content.model import App, Checklist, Device, Item
from tui.content.synonyms import Synonym
from tui.language import Language
from tui.text import clean, fold

MOST_CHARACTERS, MOST_WORDS = 200, 8
"""How much of a query is looked at; the rest is left out."""
_AROUND = 60
_MISTAKES_FROM, _FORMS_FROM, _TWO_MISTAKES_FROM = 3, 5, 8
_ENDING = re.compile("(?<!s)s$|[аеийоуыэюя]$")
_TOKEN = re.compile(r"[\w'’ʼ\u0301]+")
Names = Mapping[App | Device, str]


class Place(StrEnum):
    """Where in an item a word was found, the best place first."""

    TITLE = "title"
    WHY = "why"
    STEPS = "steps"
    CAUTION = "caution"
    IF_YOU_CANNOT = "if you cannot"
    INSTEAD = "instead"
    WHERE = "for"
    SECTION = "section"
    LIST = "list"
    SOURCES = "sources"


@dataclass(frozen=True)
class Match:
    """A word of the query, and what an item holds for it.

    `meant` is the word that was searched for instead, where no item holds what was typed; `said`
    is the word that the lists say for it. Both are empty where the word itself was found.
    """

    word: str
    meant: str = ""
    said: str = ""


@dataclass(frozen=True)
class Way:
    """One way to find a word: what to look for, folded, and what it stands for."""

    folded: str
    match: Match


@dataclass(frozen=True)
class Indexed:
    """An item with its texts, each also folded for comparing, in the order of their places."""

    item: Item
    texts: tuple[tuple[Place, str, str], ...]
    everything: str

    def place_of(self, way: Way) -> int:
        """The first of the texts that holds what is looked for."""
        return next(n for n, text in enumerate(self.texts) if way.folded in text[2])


@dataclass(frozen=True)
class Hit:
    """An item that was found: the best of its texts that hold a word, and a way for each word."""

    entry: Indexed
    best: int
    ways: tuple[Way, ...]

    @property
    def item(self) -> Item:
        """What was found."""
        return self.entry.item

    @property
    def place(self) -> Place:
        """Where in the item."""
        return self.entry.texts[self.best][0]

    @property
    def matches(self) -> tuple[Match, ...]:
        """What was found for each word, in the order of the query."""
        return tuple(way.match for way in self.ways)

    @property
    def titles(self) -> tuple[str, str]:
        """The titles of the list and of the section in which the item stands."""
        texts = {place: text for place, text, _ in self.entry.texts}
        return texts[Place.LIST], texts[Place.SECTION]

    @property
    def excerpt(self) -> str:
        """The text around the first word that was found at the place."""
        _, text, folded = self.entry.texts[self.best]
        found = [way.folded for way in self.ways if way.folded in folded]
        words = re.finditer(r"\S+", text)
        held = (word.start() for word in words if any(part in fold(word[0]) for part in found))
        at = next(held, 0)
        start = text.rfind(" ", 0, max(0, at - _AROUND)) + 1 if at > _AROUND else 0
        end = text.find(" ", at + _AROUND)
        excerpt = text[start : end if end > 0 else len(text)]
        return f"{'… ' if start else ''}{excerpt}{' …' if end > 0 else ''}"


@dataclass(frozen=True)
class Index:
    """All items, ready to be searched."""

    entries: tuple[Indexed, ...]
    synonyms: tuple[Synonym, ...] = ()

    def holds(self, way: Way) -> bool:
        """Whether any item does."""
        return any(way.folded in entry.everything for entry in self.entries)

    @cached_property
    def said_for(self) -> dict[str, tuple[str, ...]]:
        """The words of the lists for each that people say, which is folded."""
        said: dict[str, tuple[str, ...]] = {}
        for synonym in self.synonyms:
            for word in map(_key, synonym.people_say):
                said[word] = (*said.get(word, ()), *filter(_key, synonym.lists_say))
        return said

    @cached_property
    def spellings(self) -> dict[str, str]:
        """Every word of the lists and of people by its folded form, the commonest first."""
        texts = (text for entry in self.entries for _, text, _ in entry.texts)
        counted = Counter(word for text in texts for word in _TOKEN.findall(text.lower()))
        known = [word for word, _ in counted.most_common()]
        known += [word for synonym in self.synonyms for word in synonym.people_say]
        spellings: dict[str, str] = {}
        for word in known:
            spellings.setdefault(_key(word), word.strip("'’"))
        return spellings


def _key(word: str) -> str:
    return fold(word).strip()


def index(library: Library, names: Names | None = None) -> Index:
    """All items of all lists; `names` are the words for apps and devices, in English."""
    lists = (indexed(found, library.language, names) for found in library.checklists)
    return Index(tuple(entry for entries in lists for entry in entries), library.synonyms)


def indexed(
    checklist: Checklist, language: Language, names: Names | None = None
) -> tuple[Indexed, ...]:
    """The items of one list, ready to be searched."""
    words = {code: language.text(name) for code, name in (names or {}).items()}
    return tuple(
        _indexed(item, checklist.title, section.title, words)
        for section in checklist.sections
        for item in section.items
    )


def _indexed(item: Item, list_title: str, section_title: str, names: Names) -> Indexed:
    codes: list[App | Device] = [*item.apps, *item.devices]
    for step in item.steps:
        codes += [*step.apps, *step.devices]
    by_place = {
        Place.TITLE: item.title,
        Place.WHY: item.why,
        Place.STEPS: " ".join(step.text for step in item.steps),
        Place.CAUTION: item.caution.text,
        Place.IF_YOU_CANNOT: item.if_you_cannot.text,
        Place.INSTEAD: item.instead,
        Place.WHERE: ", ".join(names.get(code) or code for code in dict.fromkeys(codes)),
        Place.SECTION: section_title,
        Place.LIST: list_title,
        Place.SOURCES: "; ".join(f"{one.name} ({one.date})" for one in item.sources),
    }
    texts = tuple((place, by_place[place], fold(by_place[place])) for place in Place)
    everything = "\n".join(folded for _, _, folded in texts)
    return Indexed(item, texts, everything)


def find(everything: Index, query: str) -> tuple[Hit, ...]:
    """The items that hold every word of the query, the best first.

    Those with all words in the title come first, then those with one there, then by place.
    """
    typed = {_key(token): clean(token) for token in _TOKEN.findall(query[:MOST_CHARACTERS])}
    words = _words(query)[:MOST_WORDS]
    asked = [_ways(word, typed.get(word, word), everything) for word in words]
    found = (_hit(entry, asked) for entry in everything.entries if asked)
    ranked = sorted(filter(None, found), key=lambda ranked: ranked[0])
    return tuple(hit for _, hit in ranked)


def is_long(query: str) -> bool:
    """Whether only a part of the query is looked at."""
    return len(query) > MOST_CHARACTERS or len(_words(query)) > MOST_WORDS


def _words(query: str) -> list[str]:
    return list(dict.fromkeys(fold(query[:MOST_CHARACTERS]).split()))


def _ways(word: str, typed: str, everything: Index) -> list[Way]:
    """How to find one word: as typed, in another form, or by what the lists say for it.

    Only if no item can be found so: within other words, or else as the word that is nearest.
    """
    ways = [*_forms(word, Match(typed)), *_synonyms(word, Match(typed), everything)]
    within = Way(word, Match(typed))
    if any(map(everything.holds, ways)):
        return ways
    if everything.holds(within):
        return [within]
    near = _nearest(word, everything.spellings)
    if not near:
        return []
    match = Match(typed, meant=everything.spellings[near])
    return [*_forms(near, match), *_synonyms(near, match, everything)]


def _forms(word: str, match: Match) -> Iterator[Way]:
    """The beginning of a word, and the same without the ending of its number or case."""
    yield Way(f" {word}", match)
    if len(word) >= _FORMS_FROM and _ENDING.search(word):
        yield Way(f" {word[:-1]}", match)


def _synonyms(word: str, match: Match, everything: Index) -> Iterator[Way]:
    for said in everything.said_for.get(word, ()):
        yield Way(fold(said), Match(match.word, match.meant, said))


def _hit(entry: Indexed, asked: list[list[Way]]) -> tuple[tuple[bool, int, int], Hit] | None:
    """The item, if it holds every word, after its rank: the smaller, the better."""
    best = []
    for ways in asked:
        held = (n for n, way in enumerate(ways) if way.folded in entry.everything)
        places = [(entry.place_of(ways[n]), n) for n in held]
        if not places:
            return None
        best.append(min(places))
    hit = Hit(entry, min(best)[0], tuple(ways[n] for ways, (_, n) in zip(asked, best, strict=True)))
    return (any(at for at, _ in best), hit.best, sum(n > 0 for _, n in best)), hit


def _nearest(word: str, known: Mapping[str, str]) -> str:
    """The word at the smallest distance, if one is near; among several the commonest."""
    most = (len(word) >= _MISTAKES_FROM) + (len(word) >= _TWO_MISTAKES_FROM)
    letters = set(word)
    near = (
        (distance, other[:1] != word[:1], other)
        for other in known
        if abs(len(other) - len(word)) <= most and len(other) >= _MISTAKES_FROM
        if len(letters.symmetric_difference(other)) <= 2 * most
        if (distance := _distance(word, other)) <= most
    )
    return min(near, key=lambda found: found[:2], default=(0, False, ""))[2]


def _distance(word: str, other: str) -> int:
    """How many letters to put in, leave out, change, or swap with the next."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(word, start=1):
        this = [row]
        for column, wanted in enumerate(other, start=1):
            least = min(last[column], this[-1]) + 1
            least = min(least, last[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and (letter, word[row - 2]) == (other[column - 2], wanted):
                least = min(least, before[column - 2] + 1)
            this.append(least)
        before, last = last, this
    return last[-1]


def corrections(hit: Hit, language: Language) -> Iterator[str]:
    """In words, which words were searched for instead of those that no list holds."""
    for match in hit.matches:
        if match.meant:
            yield language.text("{word}: searched for {meant}", word=match.word, meant=match.meant)


def synonyms(hit: Hit, language: Language) -> Iterator[str]:
    """In words, what the list says for words that were typed or meant."""
    for match in hit.matches:
        if match.said:
            word = match.meant or match.word
            yield language.text("{word}: the list says {said}", word=word, said=match.said)
