"""What the schema cannot say: the rules by which a checklist is consistent, calm and honest."""

import datetime
import re
from collections.abc import Collection, Iterator

from tui.content.acting import acting_words
from tui.content.loader import Node
from tui.content.model import Checklist as List
from tui.content.model import Evidence, Item
from tui.content.problems import Problem, nearest

Found = Iterator[tuple[Node, str, str]]

_LABEL = re.compile(r"“([^”]*)”")
_WORDING = (
    ("arrow", re.compile(r"[←-⇿➔-➾]|->|=>"), "write the way as sentences, without arrows"),
    ("markup", re.compile(r"\*\*|__|`|\]\(|<[A-Za-z/!]|\[[@/]"), "there is no markup; write plain text"),
    ("address", re.compile(r"https?://|www\.|\b[a-z0-9-]+\.(?:org|com|net|by|info)\b"), "no addresses"),
    ("exclamation", re.compile("!"), "no exclamation marks; stay calm"),
    ("draft-mark", re.compile(r"\((?:s|g)[ )]|\b(?:sub|rep|bot|bank|ph|tra|msg|pho|acc)-\d\d\b|\bTG[aid]\b"), "a mark of the drafts; write it as words"),
    ("promise", re.compile(r"\b(?:safe|safely|guarantee[sd]?|untraceable|undetectable)\b", re.IGNORECASE), "a promise; say what it lowers"),
)  # fmt: skip
_FIELDS = ("title", "why", "caution", "if_you_cannot", "instead", "never_waits_because")
_GENERAL_SOURCE = "general-knowledge"


def check_checklist(
    node: Node, checklist: List, name: str, sources: Collection[str], refs: Collection[str]
) -> list[Problem]:
    """Every broken rule in a list that fits the schema; `refs` are all `list/item` that exist."""
    found = [*_head(node, checklist, name), *_numbers(node, checklist)]
    for place, section in enumerate(checklist.sections):
        for number, item in enumerate(section.items):
            at = node.at("sections", place, "items", number)
            found += [
                *_dates(at, item, checklist),
                *_waiting(at, item),
                *_acting(at, item),
                *_steps(at, item),
                *_sources(at, item, sources),
                *_related(at, item, refs),
                *_wording(at),
            ]
    return [Problem(name, at.line, at.column, key, message) for at, key, message in found]


def _head(node: Node, checklist: List, name: str) -> Found:
    if f"{checklist.id}.yaml" != name:
        yield (
            node.at("id"),
            "id",
            f"'{checklist.id}' stands in '{name}'; name the file after the id",
        )
    for key in ("title", "goal", "limit"):
        yield from _words(node.at(key))
    for key in ("caution", "if_you_cannot"):
        yield from _words(node.at("defaults", key))


def _numbers(node: Node, checklist: List) -> Found:
    retired = {item.text for item in node.at("retired_numbers").items or []}
    seen: dict[str, str] = {}
    for place, section in enumerate(checklist.sections):
        at = node.at("sections", place)
        yield from _once(at.at("id"), section.id, "id", seen)
        yield from _words(at.at("title"))
        for number, item in enumerate(section.items):
            entry = at.at("items", number)
            for word in (item.id, *item.was):
                yield from _once(entry.at("id"), word, "id", seen)
            yield from _once(entry.at("number"), str(item.number), "number", seen)
            yield from _once(entry.at("title"), item.title, "title", seen)
            if str(item.number) in retired:
                yield entry.at("number"), "number", f"{item.number} is retired; take a new number"


def _once(at: Node, word: str, what: str, seen: dict[str, str]) -> Found:
    if seen.get(word) == what:
        yield at, what, f"'{word}' stands twice in this list; each {what} is used once"
    seen[word] = what


def _dates(at: Node, item: Item, checklist: List) -> Found:
    if item.changed > checklist.revision:
        message = f"changed in revision {item.changed}, but the list is at {checklist.revision}"
        yield at.at("changed"), "revision", message
    try:
        datetime.date.fromisoformat(item.checked)
    except ValueError:
        yield at.at("checked"), "date", f"'{item.checked}' is no day of the calendar"


def _waiting(at: Node, item: Item) -> Found:
    entries = at.entries or {}
    waits = at.at("waits") if "waits" in entries else None
    if waits and not item.kind.acts:
        yield waits, "waits", f"a {item.kind} item never waits; leave 'waits' out"
    never = waits is not None and waits.text == "never"
    if never and not item.never_waits:
        yield at, "waits", "'waits: never' needs 'never_waits_because'"
    if item.never_waits and not never:
        key = at.at("never_waits_because")
        yield key, "waits", "'never_waits_because' belongs to 'waits: never'"
    if item.waits and not item.instead:
        yield at, "instead", "this item can wait; say under 'instead' what to do meanwhile"
    if item.instead and not item.waits:
        yield at.at("instead"), "instead", "this item never waits; leave 'instead' out"


def _acting(at: Node, item: Item) -> Found:
    for word in acting_words(item.instead, contacting=False):
        yield at.at("instead"), "instead-acts", f"'instead' tells the reader to {word}"
    if item.kind.acts:
        return
    texts = [(at.at("steps", n, "text"), step.text) for n, step in enumerate(item.steps)]
    texts += [
        (at.at("caution"), item.caution.text),
        (at.at("if_you_cannot"), item.if_you_cannot.text),
    ]
    for node, text in texts:
        for word in acting_words(text):
            message = f"a {item.kind} item tells the reader to {word}; change its kind or the words"
            yield node, "kind-acts", message


def _steps(at: Node, item: Item) -> Found:
    for number, step in enumerate(item.steps):
        entry = at.at("steps", number)
        quoted, listed = set(_LABEL.findall(step.text)), {*step.seen, *step.general}
        for label in sorted(quoted - listed):
            yield (
                entry.at("text"),
                "label",
                f"“{label}” is neither under 'seen' nor under 'general'",
            )
        for label in sorted(listed - quoted):
            yield entry, "label", f"“{label}” is listed but does not stand in the text"
        for label in sorted(set(step.seen) & set(step.general)):
            yield entry, "label", f"“{label}” cannot be both seen and general"
        if item.apps and not set(step.apps) <= set(item.apps):
            yield entry, "step-apps", "this step names an app that the item does not"
        if item.devices and not set(step.devices) <= set(item.devices):
            yield entry, "step-devices", "this step names a device that the item does not"
    if not item.apps and all(step.apps for step in item.steps):
        yield at, "item-apps", "every step names apps, so the item names them too"
    if not item.devices and all(step.devices for step in item.steps):
        covered = {device for step in item.steps for device in step.devices}
        if len(covered) < len(type(next(iter(covered)))):
            yield at, "item-devices", "every step names devices, so the item names them too"


def _sources(at: Node, item: Item, known: Collection[str]) -> Found:
    for entry in at.at("sources").items or []:
        if entry.text not in known:
            name = entry.text or ""
            yield entry, "source", f"'{name}' is not in sources.yaml{nearest(name, known)}"
    named = {source.id for source in item.sources}
    if item.evidence is not Evidence.GENERAL and named <= {_GENERAL_SOURCE}:
        yield (
            at.at("evidence"),
            "evidence",
            f"'{item.evidence}' needs a source besides general knowledge",
        )


def _related(at: Node, item: Item, refs: Collection[str]) -> Found:
    entries = at.at("related").items or []
    for entry, ref in zip(entries, item.related, strict=False):
        if ref not in refs:
            yield entry, "related", f"no item '{ref}'{nearest(ref, refs)}"
        elif ref == item.ref:
            yield entry, "related", "an item is not related to itself"


def _wording(at: Node) -> Found:
    entries = at.entries or {}
    for key in _FIELDS:
        if key in entries:
            yield from _words(entries[key][1])
    for step in at.at("steps").items or []:
        yield from _words(step.at("text"))


def _words(at: Node) -> Found:
    for key, pattern, message in _WORDING:
        match = pattern.search(at.text or "")
        if match:
            yield at, key, f"'{match[0]}': {message}"
    text = at.text or ""
    if text.count("“") != text.count("”"):
        yield at, "quotes", "a double quotation mark is not closed"
