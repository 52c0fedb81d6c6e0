"""Turns checked data into the values of the model, in the language shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from tui.content.model import (
    App,
    Audience,
    Checklist,
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
    Topic,
)

Data = dict[str, Any]
"""A map of a file that fits the schema: keys to text, lists and maps."""

Translate = Callable[[str, str], str]
"""From context (`list/item/field`) and source text to the text shown."""

_Word = TypeVar("_Word", bound=StrEnum)
_ACTING_WAITS = frozenset({Moment.AFTER, Moment.UNKNOWN})


def text_of(data: Data, key: str) -> str:
    """The text under a key; empty if there is none."""
    text: str = data.get(key, "")
    return text


def maps_of(data: Data, key: str) -> list[Data]:
    """The maps in the list under a key; none if it is not there."""
    maps: list[Data] = data.get(key, [])
    return maps


def texts_of(data: Data, key: str) -> tuple[str, ...]:
    """The texts in the list under a key; none if it is not there."""
    return tuple(data.get(key, ()))


def _words(data: Data, key: str, words: type[_Word]) -> tuple[_Word, ...]:
    return tuple(words(text) for text in texts_of(data, key))


@dataclass(frozen=True)
class _List:
    """What the items of a list share."""

    id: str
    sources: Mapping[str, Source]
    defaults: Mapping[str, str]
    translate: Translate

    def own(self, data: Data, ref: str, key: str) -> str:
        text = text_of(data, key)
        return self.translate(f"{ref}/{key}", text) if text else ""

    def note(self, data: Data, ref: str, key: str) -> Note:
        text = self.own(data, ref, key)
        return Note(text or self.defaults[key], default=not text)


def checklist(data: Data, sources: Mapping[str, Source], translate: Translate) -> Checklist:
    """The checklist in the data of its file; sources that are not known are left out."""
    name = text_of(data, "id")
    defaults = {
        key: translate(f"{name}/defaults/{key}", text_of(data["defaults"], key))
        for key in ("caution", "if_you_cannot")
    }
    within = _List(name, sources, defaults, translate)
    return Checklist(
        id=name,
        number=int(text_of(data, "number")),
        title=within.own(data, name, "title"),
        goal=within.own(data, name, "goal"),
        limit=within.own(data, name, "limit"),
        notice=text_of(data, "notice"),
        audience=_words(data, "audience", Audience),
        review_months=int(text_of(data, "review_months")),
        revision=int(text_of(data, "revision")),
        language=text_of(data, "language"),
        sections=tuple(_section(section, within) for section in maps_of(data, "sections")),
    )


def _section(data: Data, within: _List) -> Section:
    return Section(
        id=text_of(data, "id"),
        title=within.own(data, f"{within.id}/{text_of(data, 'id')}", "title"),
        items=tuple(_item(item, within) for item in maps_of(data, "items")),
    )


def _item(data: Data, within: _List) -> Item:
    ref = f"{within.id}/{text_of(data, 'id')}"
    kind, phases = Kind(text_of(data, "kind")), _words(data, "phases", Phase)
    return Item(
        checklist=within.id,
        id=text_of(data, "id"),
        number=int(text_of(data, "number")),
        was=texts_of(data, "was"),
        changed=int(text_of(data, "changed")),
        kind=kind,
        phases=phases,
        waits=_waits(data, kind, phases),
        never_waits_because=within.own(data, ref, "never_waits_because"),
        instead=within.own(data, ref, "instead"),
        priority=Priority(text_of(data, "priority")),
        minutes=int(text_of(data, "minutes")),
        recheck=Recheck(text_of(data, "recheck")),
        title=within.own(data, ref, "title"),
        why=within.own(data, ref, "why"),
        apps=_words(data, "apps", App),
        devices=_words(data, "devices", Device),
        steps=steps_of(data, ref, within.translate),
        caution=within.note(data, ref, "caution"),
        if_you_cannot=within.note(data, ref, "if_you_cannot"),
        related=tuple(_full_ref(related, within.id) for related in texts_of(data, "related")),
        sources=sources_of(data, within.sources),
        evidence=Evidence(text_of(data, "evidence")),
        checked=text_of(data, "checked"),
        law=text_of(data, "law") == "yes",
        review=_words(data, "review", Topic),
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


def steps_of(data: Data, ref: str, translate: Translate) -> tuple[Step, ...]:
    """The steps of an entry whose context in translations is `ref`."""
    return tuple(
        Step(
            text=translate(f"{ref}/steps/{place}", text_of(step, "text")),
            apps=_words(step, "apps", App),
            devices=_words(step, "devices", Device),
            seen=texts_of(step, "seen"),
            general=texts_of(step, "general"),
        )
        for place, step in enumerate(maps_of(data, "steps"), start=1)
    )


def sources_of(data: Data, known: Mapping[str, Source]) -> tuple[Source, ...]:
    """The sources an entry names; those that are not known are left out."""
    return tuple(known[name] for name in texts_of(data, "sources") if name in known)


def sources(data: Data) -> dict[str, Source]:
    """The sources by id."""
    found = (
        Source(text_of(entry, "id"), text_of(entry, "name"), text_of(entry, "date"))
        for entry in maps_of(data, "sources")
    )
    return {source.id: source for source in found}


def notices(data: Data, translate: Translate) -> dict[str, tuple[str, ...]]:
    """The lines of each notice by its id."""
    return {
        text_of(entry, "id"): tuple(
            translate(f"notices/{text_of(entry, 'id')}/{place}", line)
            for place, line in enumerate(texts_of(entry, "lines"), start=1)
        )
        for entry in maps_of(data, "notices")
    }


def situations(data: Data, translate: Translate) -> tuple[Situation, ...]:
    """The situations in the order of the file."""
    return tuple(
        Situation(
            id=text_of(entry, "id"),
            title=translate(f"situations/{text_of(entry, 'id')}/title", text_of(entry, "title")),
            moment=None if text_of(entry, "moment") == "ask" else Moment(text_of(entry, "moment")),
            intro=translate(f"situations/{text_of(entry, 'id')}/intro", text_of(entry, "intro")),
            first=texts_of(entry, "first"),
            path=texts_of(entry, "path"),
        )
        for entry in maps_of(data, "situations")
    )
