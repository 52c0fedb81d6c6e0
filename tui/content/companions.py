"""Rules for what stands beside the lists: sources, notices, situations, whom to ask and so on."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from tui.content.acting import acting_words
from tui.content.folders import COMPANIONS
from tui.content.loader import Node
from tui.content.model import Checklist, Moment
from tui.content.problems import Problem, list_file, nearest
from tui.content.reading import Content
from tui.content.rules import dated, repeated, sourced
from tui.content.schema import Found
from tui.content.wording import wording

REQUIRED_NOTICES = (
    "not-legal-advice",
    "stop",
    "during-a-check",
    "no-promise",
    "this-tool",
    "alarm",
    "own-pace",
    "pause",
    "others",
    "not-an-offence",
    "contacts",
    "paper",
    "now",
    "price-delete",
    "price-change",
    "price-contact",
    "own-data",
    "own-data-yes",
)

_TEXTS = (
    *("name", "title", "intro", "offers", "caution", "verify", "advice"),
    *("people_say", "lists_say"),
)
_DATED = frozenset({"contacts", "emergency"})
_APART = "archives"
"""It has rules of its own, in another module."""
_SECRET = re.compile(
    r"\b(?:pass(?:word|code|phrase)|pin|code|secret|login|name|surname|witness|happened|story)s?\b",
    re.IGNORECASE,
)
"""What no line for writing by hand asks for: secrets, names, the story of an event."""


def check_companions(
    own: Content, base: Content, lists: Mapping[str, Checklist], sources: Collection[str]
) -> Iterator[Problem]:
    """Every broken rule beside the lists of a folder; `base` is what is shipped."""
    broken = {problem.path for problem in own.problems}
    for companion in (name for name in COMPANIONS if name != _APART):
        entries = own.entries(companion)
        found = [*_companion(companion, entries)]
        if companion == "situations":
            found += [*_moments(entries, base.entries("situations"))]
            found += [each for entry in entries for each in _paths(entry, lists.values(), broken)]
        if companion in _DATED:
            found += [e for entry in entries for e in (*dated(entry), *sourced(entry, sources))]
        for at, key, message in found:
            yield Problem(f"{companion}.yaml", at.line, at.column, key, message)


def _companion(companion: str, entries: list[Node]) -> Found:
    yield from repeated((entry.at("id"), "id") for entry in entries)
    for entry in entries:
        labels = [field.at("label") for field in entry.at("fields").items or []]
        texts = [entry.at(key) for key in _TEXTS]
        for text in (*texts, *labels, *(entry.at("lines").items or [])):
            for key, message in wording(text.text or ""):
                yield text, key, message
        yield from _still(entry.at("intro"), "an introduction")
        yield from _still(entry.at("advice"), "the advice on a sheet")
        yield from _secrets(labels)
    if companion == "notices" and entries:
        there = {entry.at("id").text for entry in entries}
        for missing in sorted(set(REQUIRED_NOTICES) - there):
            yield entries[0], "notice", f"the notice '{missing}' is missing; add it again"


def _still(at: Node, what: str) -> Found:
    for word in acting_words(at.text or "", contacting=False):
        message = f"{what} is read at every moment; it tells the reader to act"
        yield at, "kind-acts", f"{message}: '{word}'"


def _secrets(labels: Iterable[Node]) -> Found:
    for at in labels:
        if match := _SECRET.search(at.text or ""):
            message = "no line asks for a secret, a name or what happened"
            yield at, "secret", f"'{match[0]}': {message}"


def _moments(own: list[Node], shipped: list[Node]) -> Found:
    """The moment of a shipped situation is not an author's to change; nor would it be followed."""
    known = {entry.at("id").text: entry.at("moment").text for entry in shipped}
    for entry in own:
        name, at = entry.at("id").text, entry.at("moment")
        if at.text != known.get(name, at.text):
            message = f"'{name}' is a built-in situation: its moment is '{known[name]}'"
            yield at, "moment", message


def _paths(situation: Node, lists: Iterable[Checklist], broken: Collection[str]) -> Found:
    items = {item.ref for checklist in lists for item in checklist.items}
    sections = {f"{found.id}/{part.id}" for found in lists for part in found.sections}
    places = {*items, *sections, *(checklist.id for checklist in lists)}
    for key, known, wanted in (("first", items, "no item"), ("path", places, "nothing")):
        for at in situation.at(key).items or []:
            ref = at.text or ""
            if ref not in known and list_file(ref) not in broken:
                yield at, "path", f"there is {wanted} at '{ref}'{nearest(ref, known)}"
    if situation.at("path") is situation and situation.at("moment").text != Moment.NOW:
        yield situation, "path", "this situation leads nowhere; say under 'path' what to show"
