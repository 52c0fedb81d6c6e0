"""Turns checked data into the values of the model, in the language shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from tui.content.model import (
    App,
    Audience,
    Checklist,
    Contact,
    Device,
    Evidence,
    Item,
    Kind,
    Moment,
    Note,
    Phase,
    Priority,
    Recheck,
    Section,
    Situation,
    Source,
    Step,
    Synonym,
)

Data = dict[str, Any]
"""A map of a file that fits the schema: keys to text, lists and maps."""

Translate = Callable[[str, str], str]
"""From context (`list/item/field`) and source text to the text shown."""

_Word = TypeVar("_Word", bound=StrEnum)
_ACTING_WAITS = frozenset({Moment.AFTER, Moment.UNKNOWN})


def _text(data: Data, key: str) -> str:
    text: str = data.get(key, "")
    return text


def _maps(data: Data, key: str) -> list[Data]:
    maps: list[Data] = data.get(key, [])
    return maps


def _texts(data: Data, key: str) -> tuple[str, ...]:
    return tuple(data.get(key, ()))


def _words(data: Data, key: str, words: type[_Word]) -> tuple[_Word, ...]:
    return tuple(words(text) for text in _texts(data, key))


@dataclass(frozen=True)
class _List:
    """What the items of a list share."""

    id: str
    sources: Mapping[str, Source]
    defaults: Mapping[str, str]
    translate: Translate

    def own(self, data: Data, ref: str, key: str) -> str:
        text = _text(data, key)
        return self.translate(f"{ref}/{key}", text) if text else ""

    def note(self, data: Data, ref: str, key: str) -> Note:
        text = self.own(data, ref, key)
        return Note(text or self.defaults[key], default=not text)


def checklist(data: Data, sources: Mapping[str, Source], translate: Translate) -> Checklist:
    """The checklist in the data of its file; sources that are not known are left out."""
    name = _text(data, "id")
    defaults = {
        key: translate(f"{name}/defaults/{key}", _text(data["defaults"], key))
        for key in ("caution", "if_you_cannot")
    }
    within = _List(name, sources, defaults, translate)
    return Checklist(
        id=name,
        number=int(_text(data, "number")),
        title=within.own(data, name, "title"),
        goal=within.own(data, name, "goal"),
        limit=within.own(data, name, "limit"),
        notice=_text(data, "notice"),
        audience=_words(data, "audience", Audience),
        review_months=int(_text(data, "review_months")),
        revision=int(_text(data, "revision")),
        language=_text(data, "language"),
        sections=tuple(_section(section, within) for section in _maps(data, "sections")),
    )


def _section(data: Data, within: _List) -> Section:
    return Section(
        id=_text(data, "id"),
        title=within.own(data, f"{within.id}/{_text(data, 'id')}", "title"),
        items=tuple(_item(item, within) for item in _maps(data, "items")),
    )


def _item(data: Data, within: _List) -> Item:
    ref = f"{within.id}/{_text(data, 'id')}"
    kind, phases = Kind(_text(data, "kind")), _words(data, "phases", Phase)
    return Item(
        checklist=within.id,
        id=_text(data, "id"),
        number=int(_text(data, "number")),
        was=_texts(data, "was"),
        changed=int(_text(data, "changed")),
        kind=kind,
        phases=phases,
        waits=_waits(data, kind, phases),
        never_waits_because=within.own(data, ref, "never_waits_because"),
        instead=within.own(data, ref, "instead"),
        priority=Priority(_text(data, "priority")),
        minutes=int(_text(data, "minutes")),
        recheck=Recheck(_text(data, "recheck")),
        title=within.own(data, ref, "title"),
        why=within.own(data, ref, "why"),
        apps=_words(data, "apps", App),
        devices=_words(data, "devices", Device),
        steps=_steps(data, ref, within.translate),
        caution=within.note(data, ref, "caution"),
        if_you_cannot=within.note(data, ref, "if_you_cannot"),
        related=tuple(_full_ref(related, within.id) for related in _texts(data, "related")),
        sources=tuple(
            within.sources[name] for name in _texts(data, "sources") if name in within.sources
        ),
        evidence=Evidence(_text(data, "evidence")),
        checked=_text(data, "checked"),
        law=_text(data, "law") == "yes",
    )


def _full_ref(ref: str, checklist_id: str) -> str:
    return ref if "/" in ref else f"{checklist_id}/{ref}"


def _waits(data: Data, kind: Kind, phases: tuple[Phase, ...]) -> tuple[Moment, ...]:
    """Every moment in which the item waits: by rule for what acts, and what it names itself."""
    if not kind.acts:
        return ()
    never = data.get("waits") == "never"
    if never and kind is Kind.CONTACT:
        return ()
    moments = set() if never else set(_words(data, "waits", Moment))
    if Phase.AFTER not in phases:
        moments |= _ACTING_WAITS
    return tuple(moment for moment in Moment if moment in moments)


def _steps(data: Data, ref: str, translate: Translate) -> tuple[Step, ...]:
    return tuple(
        Step(
            text=translate(f"{ref}/steps/{place}", _text(step, "text")),
            apps=_words(step, "apps", App),
            devices=_words(step, "devices", Device),
            seen=_texts(step, "seen"),
            general=_texts(step, "general"),
        )
        for place, step in enumerate(_maps(data, "steps"), start=1)
    )


def sources(data: Data) -> dict[str, Source]:
    """The sources by id."""
    found = (
        Source(_text(entry, "id"), _text(entry, "name"), _text(entry, "date"))
        for entry in _maps(data, "sources")
    )
    return {source.id: source for source in found}


def notices(data: Data, translate: Translate) -> dict[str, tuple[str, ...]]:
    """The lines of each notice by its id."""
    return {
        _text(entry, "id"): tuple(
            translate(f"notices/{_text(entry, 'id')}/{place}", line)
            for place, line in enumerate(_texts(entry, "lines"), start=1)
        )
        for entry in _maps(data, "notices")
    }


def contacts(data: Data, known: Mapping[str, Source], translate: Translate) -> tuple[Contact, ...]:
    """The contacts in the order of the file."""

    def text(entry: Data, key: str) -> str:
        return translate(f"contacts/{_text(entry, 'id')}/{key}", _text(entry, key))

    return tuple(
        Contact(
            id=_text(entry, "id"),
            name=text(entry, "name"),
            offers=text(entry, "offers"),
            addresses=tuple(
                translate(f"contacts/{_text(entry, 'id')}/addresses/{place}", address)
                for place, address in enumerate(_texts(entry, "addresses"), start=1)
            ),
            caution=text(entry, "caution"),
            verify=text(entry, "verify"),
            sources=tuple(known[name] for name in _texts(entry, "sources") if name in known),
            evidence=Evidence(_text(entry, "evidence")),
            checked=_text(entry, "checked"),
        )
        for entry in _maps(data, "contacts")
    )


def synonyms(data: Data, translate: Translate) -> tuple[Synonym, ...]:
    """The synonyms, without the mark of a text that is not translated yet: no one types that."""

    def words(entry: Data, key: str) -> tuple[str, ...]:
        text = translate(f"synonyms/{_text(entry, 'id')}/{key}", _text(entry, key))
        return tuple(word.strip() for word in text.rpartition("] ")[2].split(","))

    return tuple(
        Synonym(people_say=words(entry, "people_say"), lists_say=words(entry, "lists_say"))
        for entry in _maps(data, "synonyms")
    )


def situations(data: Data, translate: Translate) -> tuple[Situation, ...]:
    """The situations in the order of the file."""
    return tuple(
        Situation(
            id=_text(entry, "id"),
            title=translate(f"situations/{_text(entry, 'id')}/title", _text(entry, "title")),
            moment=None if _text(entry, "moment") == "ask" else Moment(_text(entry, "moment")),
            intro=translate(f"situations/{_text(entry, 'id')}/intro", _text(entry, "intro")),
            first=_texts(entry, "first"),
            path=_texts(entry, "path"),
        )
        for entry in _maps(data, "situations")
    )
