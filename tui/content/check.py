"""Checks a file or a folder of content as a whole and collects every problem."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from tui.content import build
from tui.content.library import COMPANIONS, builtin_folder, read_node, read_schema
from tui.content.loader import Node
from tui.content.model import Checklist, Evidence, Item, Source
from tui.content.problems import Problem, nearest
from tui.content.rules import check_checklist
from tui.content.schema import Schema
from tui.errors import ContentError
from tui.language import parse

REQUIRED_NOTICES = [
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
]


@dataclass(frozen=True)
class Report:
    """The problems found, sorted by place, and the lists that could be read."""

    problems: tuple[Problem, ...]
    checklists: tuple[Checklist, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for checklist in self.checklists for item in checklist.items)

    def stats(self) -> dict[str, int]:
        """Counts: lists, items, minutes, items by kind and evidence, and problems."""
        counts = {"lists": len(self.checklists), "items": len(self.items)}
        counts["minutes"] = sum(item.minutes for item in self.items)
        for item in self.items:
            counts[f"kind {item.kind}"] = counts.get(f"kind {item.kind}", 0) + 1
            counts[f"evidence {item.evidence}"] = counts.get(f"evidence {item.evidence}", 0) + 1
        dated = [item for item in self.items if item.sources and item.checked]
        general = sum(item.evidence is Evidence.GENERAL for item in self.items)
        return counts | {
            "sourced and dated": len(dated),
            "on general knowledge": general,
            "problems": len(self.problems),
        }


def check(path: Path | None = None) -> Report:
    """Everything in a folder, or one file within its folder; without a path, the shipped lists.

    Raises:
        ContentError: there is nothing to check at that path.
    """
    shipped = builtin_folder()
    folder: Traversable = shipped if path is None else path if path.is_dir() else path.parent
    if path is not None and not path.exists():
        raise ContentError(
            "nothing to check at '{path}'", "name a .yaml file or its folder", path=path
        )
    checker = _Checker(folder, shipped, read_schema())
    return checker.report(only=path.name if path is not None and path.is_file() else "")


@dataclass(frozen=True)
class _Checker:
    folder: Traversable
    shipped: Traversable
    schema: Schema

    def report(self, only: str) -> Report:
        problems: list[Problem] = []
        sources = self._sources()
        nodes = dict(self._checklists(problems))
        lists = {
            name: build.checklist(node, sources, lambda _context, text: text)
            for name, node in nodes.items()
        }
        refs = {item.ref for checklist in lists.values() for item in checklist.items}
        refs |= self._shipped_refs(sources)
        for name, checklist in lists.items():
            problems += check_checklist(nodes[name], checklist, name, sources, refs)
        problems += _repeated_list_numbers(nodes, lists)
        problems += self._companions(lists, refs)
        problems += self._translations(lists)
        if only:
            problems = [problem for problem in problems if problem.path == only]
            lists = {name: found for name, found in lists.items() if name == only}
        return Report(tuple(sorted(set(problems))), tuple(lists.values()))

    def _checklists(self, problems: list[Problem]) -> Iterator[tuple[str, Node]]:
        for file in self._files(self.folder, ".yaml"):
            if file.name.removesuffix(".yaml") not in COMPANIONS:
                node, found = read_node(file, "", self.schema)
                problems += found
                if node is not None:
                    yield file.name, node

    def _files(self, folder: Traversable, ending: str) -> list[Traversable]:
        entries = (entry for entry in folder.iterdir() if entry.name.endswith(ending))
        return sorted(entries, key=lambda entry: entry.name)

    def _sources(self) -> dict[str, Source]:
        found: dict[str, Source] = {}
        for folder in (self.shipped, self.folder):
            node = self._companion(folder, "sources")[0]
            found |= build.sources(node) if node is not None else {}
        return found

    def _companion(self, folder: Traversable, name: str) -> tuple[Node | None, list[Problem]]:
        file = folder / f"{name}.yaml"
        return read_node(file, name, self.schema) if file.is_file() else (None, [])

    def _shipped_refs(self, sources: dict[str, Source]) -> set[str]:
        refs: set[str] = set()
        if self.folder != self.shipped:
            for file in self._files(self.shipped, ".yaml"):
                if file.name.removesuffix(".yaml") not in COMPANIONS:
                    node = read_node(file, "", self.schema)[0]
                    if node is not None:
                        checklist = build.checklist(node, sources, lambda _context, text: text)
                        refs |= {item.ref for item in checklist.items}
        return refs

    def _companions(self, lists: dict[str, Checklist], refs: set[str]) -> Iterator[Problem]:
        places = {*refs, *(checklist.id for checklist in lists.values())}
        places |= {f"{found.id}/{part.id}" for found in lists.values() for part in found.sections}
        for name in COMPANIONS:
            node, problems = self._companion(self.folder, name)
            yield from problems
            if node is None:
                continue
            seen: set[str] = set()
            for entry in node.at(name).items or []:
                at = entry.at("id")
                if at.text in seen:
                    yield Problem(
                        f"{name}.yaml", at.line, at.column, "id", f"'{at.text}' stands twice"
                    )
                seen.add(at.text or "")
                if name == "situations":
                    yield from _path_problems(entry, places)
            if name == "notices":
                for wanted in sorted(set(REQUIRED_NOTICES) - seen):
                    yield Problem("notices.yaml", 1, 1, "notice", f"notice '{wanted}' is missing")

    def _translations(self, lists: dict[str, Checklist]) -> Iterator[Problem]:
        for file in self._files(self.folder, ".po"):
            stem = file.name.removesuffix(".po").rpartition(".")[0]
            texts = _texts(self.folder / f"{stem}.yaml", stem, self.schema, lists)
            for entry in parse(file.read_text(encoding="utf-8")).entries:
                if entry.context not in texts:
                    message = f"no text '{entry.context}'{nearest(entry.context, texts)}"
                    yield Problem(file.name, entry.line, 1, "i18n-orphan", message)
                elif entry.fuzzy or texts[entry.context] != entry.source:
                    message = f"translation is out of date: {entry.context}"
                    yield Problem(file.name, entry.line, 1, "i18n-stale", message)


def _texts(
    file: Traversable, stem: str, schema: Schema, lists: dict[str, Checklist]
) -> dict[str, str]:
    """Every translatable text of a file by its context."""
    texts: dict[str, str] = {}

    def collect(context: str, text: str) -> str:
        texts[context] = text
        return text

    part = stem if stem in COMPANIONS else ""
    node = read_node(file, part, schema)[0] if file.is_file() else None
    if node is None:
        return texts
    if part == "notices":
        build.notices(node, collect)
    elif part == "situations":
        build.situations(node, collect)
    elif f"{stem}.yaml" in lists:
        build.checklist(node, {}, collect)
    return texts


def _path_problems(entry: Node, places: set[str]) -> Iterator[Problem]:
    for key in ("first", "path"):
        for at in (entry.entries or {}).get(key, (entry, Node(1, 1)))[1].items or []:
            ref = at.text or ""
            if ref not in places:
                message = f"nothing at '{ref}'{nearest(ref, places)}"
                yield Problem("situations.yaml", at.line, at.column, "path", message)


def _repeated_list_numbers(
    nodes: dict[str, Node], lists: dict[str, Checklist]
) -> Iterator[Problem]:
    seen: dict[int, str] = {}
    for name, checklist in lists.items():
        if checklist.number in seen:
            at = nodes[name].at("number")
            message = f"{checklist.number} is the number of '{seen[checklist.number]}' already"
            yield Problem(name, at.line, at.column, "number", message)
        seen[checklist.number] = checklist.id
