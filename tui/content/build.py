"""Turns checked nodes into the values of the model, in the language shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from tui.content.loader import Node
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
    Synonym,
)

Translate = Callable[[str, str], str]
"""From context (`list/item/field`) and source text to the text shown."""

_Word = TypeVar("_Word", bound=StrEnum)
_ACTING_WAITS = frozenset({Moment.AFTER, Moment.UNKNOWN})


def _text(node: Node, key: str) -> str:
    return node.entries[key][1].text or "" if node.entries and key in node.entries else ""


def _nodes(node: Node, key: str) -> list[Node]:
    return node.entries[key][1].items or [] if node.entries and key in node.entries else []


def _texts(node: Node, key: str) -> tuple[str, ...]:
    return tuple(item.text or "" for item in _nodes(node, key))


def _words(node: Node, key: str, words: type[_Word]) -> tuple[_Word, ...]:
    return tuple(words(text) for text in _texts(node, key))


@dataclass(frozen=True)
class _List:
    """What the items of a list share."""

    id: str
    sources: Mapping[str, Source]
    defaults: Mapping[str, str]
    translate: Translate

    def own(self, node: Node, ref: str, key: str) -> str:
        text = _text(node, key)
        return self.translate(f"{ref}/{key}", text) if text else ""

    def note(self, node: Node, ref: str, key: str) -> Note:
        text = self.own(node, ref, key)
        return Note(text or self.defaults[key], default=not text)


def checklist(node: Node, sources: Mapping[str, Source], translate: Translate) -> Checklist:
    """The checklist in a node that fits the schema; sources that are not known are left out."""
    name = _text(node, "id")
    defaults = {
        key: translate(f"{name}/defaults/{key}", node.at("defaults", key).text or "")
        for key in ("caution", "if_you_cannot")
    }
    within = _List(name, sources, defaults, translate)
    return Checklist(
        id=name,
        number=int(_text(node, "number")),
        title=within.own(node, name, "title"),
        goal=within.own(node, name, "goal"),
        limit=within.own(node, name, "limit"),
        audience=_words(node, "audience", Audience),
        review_months=int(_text(node, "review_months")),
        revision=int(_text(node, "revision")),
        language=_text(node, "language"),
        sections=tuple(_section(section, within) for section in _nodes(node, "sections")),
    )


def _section(node: Node, within: _List) -> Section:
    return Section(
        id=_text(node, "id"),
        title=within.own(node, f"{within.id}/{_text(node, 'id')}", "title"),
        items=tuple(_item(item, within) for item in _nodes(node, "items")),
    )


def _item(node: Node, within: _List) -> Item:
    ref = f"{within.id}/{_text(node, 'id')}"
    kind, phases = Kind(_text(node, "kind")), _words(node, "phases", Phase)
    return Item(
        checklist=within.id,
        id=_text(node, "id"),
        number=int(_text(node, "number")),
        was=_texts(node, "was"),
        changed=int(_text(node, "changed")),
        kind=kind,
        phases=phases,
        waits=_waits(node, kind, phases),
        never_waits_because=within.own(node, ref, "never_waits_because"),
        instead=within.own(node, ref, "instead"),
        priority=Priority(_text(node, "priority")),
        minutes=int(_text(node, "minutes")),
        recheck=Recheck(_text(node, "recheck")),
        title=within.own(node, ref, "title"),
        why=within.own(node, ref, "why"),
        apps=_words(node, "apps", App),
        devices=_words(node, "devices", Device),
        steps=_steps(node, ref, within.translate),
        caution=within.note(node, ref, "caution"),
        if_you_cannot=within.note(node, ref, "if_you_cannot"),
        related=tuple(_full_ref(related, within.id) for related in _texts(node, "related")),
        sources=tuple(
            within.sources[name] for name in _texts(node, "sources") if name in within.sources
        ),
        evidence=Evidence(_text(node, "evidence")),
        checked=_text(node, "checked"),
    )


def _full_ref(ref: str, checklist_id: str) -> str:
    return ref if "/" in ref else f"{checklist_id}/{ref}"


def _waits(node: Node, kind: Kind, phases: tuple[Phase, ...]) -> tuple[Moment, ...]:
    """Every moment in which the item waits: by rule for what acts, and what it names itself."""
    if _text(node, "waits") == "never" or not kind.acts:
        return ()
    moments = set(_words(node, "waits", Moment))
    if Phase.AFTER not in phases:
        moments |= _ACTING_WAITS
    return tuple(moment for moment in Moment if moment in moments)


def _steps(node: Node, ref: str, translate: Translate) -> tuple[Step, ...]:
    return tuple(
        Step(
            text=translate(f"{ref}/steps/{place}", _text(step, "text")),
            apps=_words(step, "apps", App),
            devices=_words(step, "devices", Device),
            seen=_texts(step, "seen"),
            general=_texts(step, "general"),
        )
        for place, step in enumerate(_nodes(node, "steps"), start=1)
    )


def sources(node: Node) -> dict[str, Source]:
    """The sources by id."""
    found = (
        Source(_text(entry, "id"), _text(entry, "name"), _text(entry, "date"))
        for entry in _nodes(node, "sources")
    )
    return {source.id: source for source in found}


def notices(node: Node, translate: Translate) -> dict[str, tuple[str, ...]]:
    """The lines of each notice by its id."""
    return {
        _text(entry, "id"): tuple(
            translate(f"notices/{_text(entry, 'id')}/{place}", line)
            for place, line in enumerate(_texts(entry, "lines"), start=1)
        )
        for entry in _nodes(node, "notices")
    }


def synonyms(node: Node, translate: Translate) -> tuple[Synonym, ...]:
    """The synonyms, without the mark of a text that is not translated yet: no one types that."""

    def words(entry: Node, key: str) -> tuple[str, ...]:
        text = translate(f"synonyms/{_text(entry, 'id')}/{key}", _text(entry, key))
        return tuple(word.strip() for word in text.rpartition("] ")[2].split(","))

    return tuple(
        Synonym(people_say=words(entry, "people_say"), lists_say=words(entry, "lists_say"))
        for entry in _nodes(node, "synonyms")
    )


def situations(node: Node, translate: Translate) -> tuple[Situation, ...]:
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
        for entry in _nodes(node, "situations")
    )
