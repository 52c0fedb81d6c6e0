"""Checks a file or a folder of content as a whole and collects every problem."""

from collections import Counter
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from tui.content.across import check_across
from tui.content.archive_rules import check_archives
from tui.content.companions import check_companions
from tui.content.folders import builtin_folder, files_in
from tui.content.library import Library
from tui.content.model import Checklist, Evidence, Item
from tui.content.problems import Problem, list_file
from tui.content.reading import read_content, read_schema
from tui.content.rules import check_checklist
from tui.content.translations import check_translation
from tui.errors import ContentError
from tui.text import clean

_UNSAFE = frozenset({"date", "id", "instead", "instead-acts", "kind-acts", "moment", "waits"})
"""Keys of problems by which a hold could be lost, or what is right to do meanwhile, or a date."""


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


def _check_folder(
    folder: Traversable, shipped: Traversable, *, translations: bool = True
) -> Report:
    schema = read_schema()
    base = read_content(shipped, schema)
    own = base if folder is shipped else read_content(folder, schema)
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
        if list_file(ref) in broken
    }
    problems = [*own.problems, *check_across(own, base, lists)]
    problems += check_companions(own, base, lists, sources)
    problems += check_archives(own, sources, refs)
    for name, checklist in lists.items():
        problems += check_checklist(own.nodes[name], checklist, name, sources, refs)
    for file in files_in(folder, ".po") if translations else ():
        problems += check_translation(file, own.nodes, broken)
    return Report(tuple(sorted(set(problems))), tuple(lists.values()))
