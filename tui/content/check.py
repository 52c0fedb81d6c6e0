"""Checks a file or a folder of content as a whole and collects every problem."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from tui.content import build
from tui.content.library import COMPANIONS, builtin_folder, files_in, read_node, read_schema
from tui.content.loader import Node
from tui.content.model import Checklist, Evidence, Item, Moment, Source
from tui.content.problems import Problem, nearest
from tui.content.rules import check_checklist
from tui.content.schema import Schema
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
    "paper",
    "now",
    "price-delete",
    "price-change",
    "price-contact",
)


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
            name: build.checklist(node, sources, lambda _context, text: text)
            for name, node in self.nodes.items()
            if name.removesuffix(".yaml") not in COMPANIONS
        }

    def sources(self) -> dict[str, Source]:
        node = self.nodes.get("sources.yaml")
        return build.sources(node) if node else {}


def _read(folder: Traversable, schema: Schema) -> _Content:
    nodes: dict[str, Node] = {}
    problems: list[Problem] = []
    for file in files_in(folder, ".yaml"):
        stem = file.name.removesuffix(".yaml")
        node, found = read_node(file, stem if stem in COMPANIONS else "", schema)
        problems += found
        if node:
            nodes[file.name] = node
    for file in files_in(folder, ".yml"):
        message = "files that end in .yml are not read; end the name in .yaml"
        problems.append(Problem(file.name, 1, 1, "name", message))
    return _Content(nodes, tuple(problems))


def _check_folder(folder: Traversable, shipped: Traversable) -> Report:
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
    problems = [*own.problems, *_list_numbers(own, lists), *_companions(own, lists, broken)]
    for name, checklist in lists.items():
        problems += check_checklist(own.nodes[name], checklist, name, sources, refs)
    for file in files_in(folder, ".po"):
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


def _companions(
    own: _Content, lists: Mapping[str, Checklist], broken: Collection[str]
) -> Iterator[Problem]:
    for companion in COMPANIONS:
        for at, key, message in _companion(companion, own.entries(companion), lists, broken):
            yield Problem(f"{companion}.yaml", at.line, at.column, key, message)


_Found = Iterator[tuple[Node, str, str]]


def _companion(
    companion: str, entries: list[Node], lists: Mapping[str, Checklist], broken: Collection[str]
) -> _Found:
    seen: dict[str, Node] = {}
    for entry in entries:
        at = entry.at("id")
        first = seen.setdefault(at.text or "", at)
        if first is not at:
            yield at, "id", f"id '{at.text}' is used already, in line {first.line}; take another"
        texts = [entry.at(key) for key in ("name", "title", "intro", "people_say", "lists_say")]
        for text in (*texts, *(entry.at("lines").items or [])):
            for key, message in wording(text.text or ""):
                yield text, key, message
        if companion == "situations":
            yield from _paths(entry, lists.values(), broken)
    if companion == "notices" and entries:
        for missing in sorted(set(REQUIRED_NOTICES) - set(seen)):
            yield entries[0], "notice", f"the notice '{missing}' is missing; add it again"


def _paths(situation: Node, lists: Iterable[Checklist], broken: Collection[str]) -> _Found:
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
