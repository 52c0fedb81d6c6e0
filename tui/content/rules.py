"""What the schema cannot say: the rules by which a checklist is consistent, calm and honest."""

import datetime
from collections.abc import Collection, Iterable, Iterator

from tui.content.acting import acting_words
from tui.content.loader import Node
from tui.content.model import Checklist, Device, Evidence, Item, Kind, Phase
from tui.content.problems import Problem, nearest
from tui.content.schema import Found
from tui.content.wording import LABEL, wording

_NOTES = ("caution", "if_you_cannot")
_FIELDS = ("title", "why", *_NOTES, "instead", "never_waits_because")
_MOST_STEPS_A_MINUTE = 6
_MOST_MINUTES = 240
_GENERAL_SOURCE = "general-knowledge"


def check_checklist(
    node: Node, checklist: Checklist, name: str, sources: Collection[str], refs: Collection[str]
) -> list[Problem]:
    """Every broken rule in a list that fits the schema; `refs` are all `list/item` that exist."""
    found = [*_head(node), *_defaults(node, checklist), *_numbers_and_names(node)]
    for place, section in enumerate(checklist.sections):
        for number, item in enumerate(section.items):
            at = node.at("sections", place, "items", number)
            found += [
                *_dates(at, item, checklist),
                *_minutes(at, item),
                *_waiting(at, item),
                *_acting(at, item),
                *_steps(at, item),
                *sourced(at, sources),
                *_related(at, item, refs),
                *_review(at, item),
                *_texts(at, *_FIELDS),
            ]
    return [Problem(name, at.line, at.column, key, message) for at, key, message in found]


def _texts(at: Node, *keys: str) -> Found:
    for key in keys:
        for rule, message in wording(_text(at, key)):
            yield at.at(key), rule, message


def _text(at: Node, key: str) -> str:
    return at.at(key).text or ""


def _head(node: Node) -> Found:
    yield from _texts(node, "title", "goal", "limit")
    yield from _texts(node.at("defaults"), *_NOTES)
    for section in node.at("sections").items or []:
        yield from _texts(section, "title")


def _defaults(node: Node, checklist: Checklist) -> Found:
    still = [item for item in checklist.items if not item.kind.acts]
    used = {
        "caution": any(item.caution.default for item in still),
        "if_you_cannot": any(item.if_you_cannot.default for item in still),
    }
    for key in _NOTES:
        at = node.at("defaults", key)
        for word in acting_words(at.text or "") if used[key] else ():
            message = f"look and remember items show this; it tells the reader to act: '{word}'"
            yield at, "kind-acts", message


def _numbers_and_names(node: Node) -> Found:
    yield from repeated(_permanent(node))
    retired = {item.text for item in node.at("retired_numbers").items or []}
    for at, what in _permanent(node):
        if what == "number" and at.text in retired:
            yield at, what, f"number {at.text} is retired; take a new one"


def repeated(texts: Iterable[tuple[Node, str]]) -> Found:
    """The texts that stand a second time among those of their sort."""
    seen: dict[tuple[str, str | None], Node] = {}
    for at, what in texts:
        first = seen.setdefault((what, at.text), at)
        if first is not at:
            message = f"{what} '{at.text}' is used already, in line {first.line}; take another"
            yield at, what, message


def _permanent(node: Node) -> Iterator[tuple[Node, str]]:
    """What may stand only once in a list; sections and items share their ids."""
    for section in node.at("sections").items or []:
        yield section.at("id"), "id"
        for item in section.at("items").items or []:
            yield item.at("id"), "id"
            yield from ((former, "id") for former in item.at("was").items or [])
            yield item.at("number"), "number"
            yield item.at("title"), "title"


def _dates(at: Node, item: Item, checklist: Checklist) -> Found:
    if item.changed > checklist.revision:
        message = f"changed in revision {item.changed}, but the list is at {checklist.revision}"
        yield at.at("changed"), "revision", f"{message}; raise the revision of the list"
    yield from dated(at)


def _minutes(at: Node, item: Item) -> Found:
    most = _MOST_STEPS_A_MINUTE * item.minutes
    if len(item.steps) > most:
        message = f"{len(item.steps)} steps do not fit into {item.minutes} min; give them more"
        yield at.at("minutes"), "minutes", message
    elif item.minutes > _MOST_MINUTES:
        message = f"{item.minutes} min are too much for one item; make two items of it"
        yield at.at("minutes"), "minutes", message


def dated(at: Node) -> Found:
    """What is wrong with the day on which something was checked."""
    try:
        datetime.date.fromisoformat(_text(at, "checked"))
    except ValueError:
        yield at.at("checked"), "date", f"'{_text(at, 'checked')}' is no day of the calendar"


def _waiting(at: Node, item: Item) -> Found:
    waits, reason = at.at("waits"), _text(at, "never_waits_because")
    never = waits.text == "never"
    if waits is not at and not item.kind.acts:
        yield waits, "waits", f"a {item.kind} item never waits; leave 'waits' out"
    elif never and item.kind is not Kind.CONTACT:
        message = f"only contact items may say 'never'; leave it out of this {item.kind} item"
        yield waits, "waits", message
    elif never and not reason:
        yield at, "waits", "'waits: never' needs its reason under 'never_waits_because'"
    if reason and not never:
        yield at.at("never_waits_because"), "waits", "this reason belongs to 'waits: never'"
    if item.waits and not item.instead:
        yield at, "instead", "this item can wait; say under 'instead' what to do meanwhile"
    if item.instead and not item.waits:
        yield at.at("instead"), "instead", "this item never waits; leave 'instead' out"


def _acting(at: Node, item: Item) -> Found:
    for word in acting_words(item.instead, contacting=False):
        message = f"this tells the reader to act: '{word}'; say how to leave things as they are"
        yield at.at("instead"), "instead-acts", message
    if item.kind.acts and not item.never_waits:
        return
    texts = [step.at("text") for step in at.at("steps").items or []]
    found = [(at.at("title"), word) for word in acting_words(item.title, contacting=False)]
    for text in (*texts, *(at.at(key) for key in _NOTES)):
        words = acting_words(text.text or "", contacting=not item.never_waits)
        found += [(text, word) for word in words]
    for text, word in found:
        message = f"a {item.kind} item tells the reader to act: '{word}'"
        yield text, "kind-acts", f"{message}; change its kind or the words"


def _steps(at: Node, item: Item) -> Found:
    for number, step in enumerate(item.steps):
        entry = at.at("steps", number)
        yield from _texts(entry, "text")
        yield from labelled(entry)
        if item.apps and not set(step.apps) <= set(item.apps):
            yield entry, "step-apps", "this step names an app that the item does not"
        if item.devices and not set(step.devices) <= set(item.devices):
            yield entry, "step-devices", "this step names a device that the item does not"
    if not item.apps and all(step.apps for step in item.steps):
        yield at, "item-apps", "every step names apps, so the item names them too"
    named = {device for step in item.steps for device in step.devices}
    if not item.devices and all(step.devices for step in item.steps) and named != set(Device):
        yield at, "item-devices", "every step names devices, so the item names them too"


def labelled(step: Node) -> Found:
    """What is wrong with the labels that a step quotes, and with where they come from."""
    quoted = dict.fromkeys(LABEL.findall(_text(step, "text")))
    listed: dict[str, str] = {}
    for key in ("seen", "general"):
        for at in step.at(key).items or []:
            label = at.text or ""
            if label not in quoted:
                hint = nearest(label, quoted)
                yield at, "label", f"“{label}” does not stand in the text of the step{hint}"
            elif label in listed:
                yield at, "label", f"“{label}” is under 'seen' already; it cannot be both"
            listed[label] = key
    for label in quoted:
        if label not in listed:
            message = f"“{label}” is neither under 'seen' nor under 'general'"
            yield step.at("text"), "label", message


def sourced(at: Node, known: Collection[str]) -> Found:
    """What is wrong with the sources of something, and with what they are said to be worth."""
    names = at.at("sources").items or []
    unknown = [entry for entry in names if entry.text not in known]
    for entry in unknown:
        hint = nearest(entry.text or "", known)
        yield entry, "source", f"'{entry.text}' is not in sources.yaml{hint}"
    only_general = {entry.text for entry in names} <= {_GENERAL_SOURCE}
    evidence = _text(at, "evidence")
    if evidence != Evidence.GENERAL and only_general:
        message = f"'{evidence}' needs a source besides general knowledge"
        yield at.at("evidence"), "evidence", message


def _related(at: Node, item: Item, refs: Collection[str]) -> Found:
    entries = at.at("related").items or []
    for entry, ref in zip(entries, item.related, strict=True):
        if ref == item.ref:
            yield entry, "related", "an item is not related to itself"
        elif ref not in refs:
            yield entry, "related", f"there is no item '{ref}'{nearest(ref, refs)}"


def _review(at: Node, item: Item) -> Found:
    if item.review and Phase.BEFORE not in item.phases:
        message = "an archive is for an ordinary day; 'before' is not among the phases"
        yield at.at("review"), "review", message
