"""Checks a file or a folder of content as a whole and collects every problem."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from tui.content import build
from tui.content.acting import acting_words
from tui.content.folders import COMPANIONS, builtin_folder, files_in
from tui.content.library import Library
from tui.content.loader import Node
from tui.content.model import Checklist, Evidence, Item, Moment, Source
from tui.content.problems import Problem, nearest
from tui.content.reading import read_node, read_schema
from tui.content.rules import check_checklist, dated, repeated, sourced
from tui.content.schema import Found, Schema
from tui.content.translations import check_translation
from tui.content.wording import wording
from tui.errors import ContentError
from tui.text import clean

REQUIRED_NOTICES = (
    "not-legal-advice",
    "stop",
    "during-a-check",
    "no-promise",
    "this-tool",
    "alarm",
    "own-pace",
    "others",
    "not-an-offence",
    "contacts",
    "paper",
    "now",
    "price-delete",
    "price-change",
    "price-contact",
)

_COMPANION_TEXTS = (
    *("name", "title", "intro", "offers", "caution", "verify"),
    *("people_say", "lists_say"),
)
_UNSAFE = frozenset({"id", "instead", "instead-acts", "kind-acts", "moment", "waits"})
"""Keys of problems by which a hold could be lost, or what is right to do meanwhile."""


@dataclass(frozen=True)
class Report:
    """The problems found, sorted by place, and the lists that could be read."""

    problems: tuple[Problem, ...]
    checklists: tuple[Checklist, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of all lists that could be read."""
        return tuple(item for checklist in self.checklists for item in checklist.items)

    def stats(self) -> dict[str, int]:
        """Counts: lists, items, minutes, items by kind and evidence, and problems."""
        items = self.items
        return {
            "lists": len(self.checklists),
            "items": len(items),
            "minutes": sum(item.minutes for item in items),
            **Counter(f"kind {item.kind}" for item in items),
            **Counter(f"evidence {item.evidence}" for item in items),
            "sourced and dated": sum(bool(item.sources and item.checked) for item in items),
            "on general knowledge": sum(item.evidence is Evidence.GENERAL for item in items),
            "problems": len(self.problems),
        }


def check(path: Path | None = None) -> Report:
    """Everything in a folder, or one file within its folder; without a path, the shipped lists.

    Raises:
        ContentError: there is nothing to check at that path.
    """
    shipped = builtin_folder()
    if path is None:
        return _check_folder(shipped, shipped)
    try:
        folder, only = (path, "") if path.is_dir() else (path.parent, path.name)
        if only and not (path.is_file() and path.suffix in {".yaml", ".po"}):
            raise _nothing_at(path)
        if not [*files_in(folder, ".yaml"), *files_in(folder, ".yml")]:
            raise _nothing_at(path)
        report = _check_folder(folder, shipped)
    except OSError:
        raise _nothing_at(path) from None
    if not only:
        return report
    problems = (problem for problem in report.problems if problem.path == clean(only))
    lists = (checklist for checklist in report.checklists if f"{checklist.id}.yaml" == only)
    return Report(tuple(problems), tuple(lists))


def refuse_unsafe(library: Library) -> None:
    """Sees to it that lists by which a hold could be lost are not shown.

    Raises:
        ContentError: names the first such problem in an author's own lists.
    """
    if library.builtin:
        return
    shown = {f"{name}.yaml" for name in (*library.ids, "situations")}
    for problem in _check_folder(library.folder, builtin_folder(), translations=False).problems:
        if problem.key in _UNSAFE and problem.path in shown:
            raise library.refusal(problem)


def _nothing_at(path: Path) -> ContentError:
    hint = "name a .yaml file that can be read, or its folder"
    return ContentError("nothing to check at '{path}'", hint, path=path)


@dataclass(frozen=True)
class _Content:
    """The nodes of a folder by file name, and what is wrong with the files that have none."""

    nodes: Mapping[str, Node]
    problems: tuple[Problem, ...]

    def entries(self, companion: str) -> list[Node]:
        node = self.nodes.get(f"{companion}.yaml")
        return node.at(companion).items or [] if node else []

    def lists(self, sources: Mapping[str, Source]) -> dict[str, Checklist]:
        return {
            name: build.checklist(node.data(), sources, lambda _context, text: text)
            for name, node in self.nodes.items()
            if name.removesuffix(".yaml") not in COMPANIONS
        }

    def sources(self) -> dict[str, Source]:
        node = self.nodes.get("sources.yaml")
        return build.sources(node.data()) if node else {}


def _read(folder: Traversable, schema: Schema) -> _Content:
    nodes: dict[str, Node] = {}
    problems: list[Problem] = []
    for file in files_in(folder, ".yaml"):
        node, found = read_node(file, schema)
        problems += found
        if node:
            nodes[file.name] = node
    for file in files_in(folder, ".yml"):
        message = "files that end in .yml are not read; end the name in .yaml"
        problems.append(Problem(file.name, 1, 1, "name", message))
    return _Content(nodes, tuple(problems))


def _check_folder(
    folder: Traversable, shipped: Traversable, *, translations: bool = True
) -> Report:
    schema = read_schema()
    base = _read(shipped, schema)
    own = base if folder is shipped else _read(folder, schema)
    sources = base.sources() | own.sources()
    lists = own.lists(sources)
    everything = [*base.lists(sources).values(), *lists.values()]
    broken = {problem.path for problem in own.problems}
    refs = {item.ref for checklist in everything for item in checklist.items}
    refs |= {
        ref
        for checklist in everything
        for item in checklist.items
        for ref in item.related
        if _list_file(ref) in broken
    }
    problems = [*own.problems, *_list_numbers(own, lists), *_list_notices(own, base)]
    problems += [*_companions(own, lists, broken), *_moments(own, base), *_contacts(own, sources)]
    for name, checklist in lists.items():
        problems += check_checklist(own.nodes[name], checklist, name, sources, refs)
    for file in files_in(folder, ".po") if translations else ():
        problems += check_translation(file, own.nodes, broken)
    return Report(tuple(sorted(set(problems))), tuple(lists.values()))


def _list_file(ref: str) -> str:
    return f"{ref.partition('/')[0]}.yaml"


def _list_numbers(own: _Content, lists: Mapping[str, Checklist]) -> Iterator[Problem]:
    seen: dict[int, str] = {}
    for name, checklist in lists.items():
        first = seen.setdefault(checklist.number, checklist.id)
        if first != checklist.id:
            at = own.nodes[name].at("number")
            message = f"{checklist.number} is the number of '{first}' already; take another"
            yield Problem(name, at.line, at.column, "number", message)


def _list_notices(own: _Content, base: _Content) -> Iterator[Problem]:
    known = [entry.at("id").text or "" for entry in base.entries("notices")]
    for name, node in own.nodes.items():
        notice = (node.entries or {}).get("notice")
        if notice and notice[1].text not in known:
            at = notice[1]
            message = f"there is no notice '{at.text}'{nearest(at.text or '', known)}"
            yield Problem(name, at.line, at.column, "notice", message)


def _contacts(own: _Content, sources: Collection[str]) -> Iterator[Problem]:
    for entry in own.entries("contacts"):
        for at, key, message in (*dated(entry), *sourced(entry, sources)):
            yield Problem("contacts.yaml", at.line, at.column, key, message)


def _companions(
    own: _Content, lists: Mapping[str, Checklist], broken: Collection[str]
) -> Iterator[Problem]:
    for companion in COMPANIONS:
        for at, key, message in _companion(companion, own.entries(companion), lists, broken):
            yield Problem(f"{companion}.yaml", at.line, at.column, key, message)


def _companion(
    companion: str, entries: list[Node], lists: Mapping[str, Checklist], broken: Collection[str]
) -> Found:
    yield from repeated((entry.at("id"), "id") for entry in entries)
    for entry in entries:
        texts = [entry.at(key) for key in _COMPANION_TEXTS]
        for text in (*texts, *(entry.at("lines").items or [])):
            for key, message in wording(text.text or ""):
                yield text, key, message
        if companion == "situations":
            yield from _introduction(entry.at("intro"))
            yield from _paths(entry, lists.values(), broken)
    if companion == "notices" and entries:
        there = {entry.at("id").text for entry in entries}
        for missing in sorted(set(REQUIRED_NOTICES) - there):
            yield entries[0], "notice", f"the notice '{missing}' is missing; add it again"


def _introduction(at: Node) -> Found:
    for word in acting_words(at.text or "", contacting=False):
        message = "an introduction is read at every moment; it tells the reader to act"
        yield at, "kind-acts", f"{message}: '{word}'"


def _moments(own: _Content, base: _Content) -> Iterator[Problem]:
    """The moment of a shipped situation is not an author's to change; nor would it be followed."""
    shipped = {entry.at("id").text: entry.at("moment").text for entry in base.entries("situations")}
    for entry in own.entries("situations"):
        name, at = entry.at("id").text, entry.at("moment")
        if at.text != shipped.get(name, at.text):
            message = f"'{name}' is a built-in situation: its moment is '{shipped[name]}'"
            yield Problem("situations.yaml", at.line, at.column, "moment", message)


def _paths(situation: Node, lists: Iterable[Checklist], broken: Collection[str]) -> Found:
    items = {item.ref for checklist in lists for item in checklist.items}
    sections = {f"{found.id}/{part.id}" for found in lists for part in found.sections}
    places = {*items, *sections, *(checklist.id for checklist in lists)}
    for key, known, wanted in (("first", items, "no item"), ("path", places, "nothing")):
        for at in situation.at(key).items or []:
            ref = at.text or ""
            if ref not in known and _list_file(ref) not in broken:
                yield at, "path", f"there is {wanted} at '{ref}'{nearest(ref, known)}"
    if situation.at("path") is situation and situation.at("moment").text != Moment.NOW:
        yield situation, "path", "this situation leads nowhere; say under 'path' what to show"
