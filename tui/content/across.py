"""Rules across lists: numbers, notices, advice that stands twice, lists that nothing leads to."""

from collections.abc import Iterator, Mapping

from tui.content.loader import Node
from tui.content.model import Checklist, Item
from tui.content.problems import Problem, list_file, nearest
from tui.content.reading import Content


def check_across(own: Content, base: Content, lists: Mapping[str, Checklist]) -> Iterator[Problem]:
    """Every broken rule that takes more than one file to see; `base` is what is shipped."""
    yield from _numbers(own, lists)
    yield from _notices(own, base)
    yield from _twice(own, lists)
    yield from _unreached(own, lists)


def _numbers(own: Content, lists: Mapping[str, Checklist]) -> Iterator[Problem]:
    seen: dict[int, str] = {}
    for name, checklist in lists.items():
        first = seen.setdefault(checklist.number, checklist.id)
        if first != checklist.id:
            at = own.nodes[name].at("number")
            message = f"{checklist.number} is the number of '{first}' already; take another"
            yield Problem(name, at.line, at.column, "number", message)


def _notices(own: Content, base: Content) -> Iterator[Problem]:
    known = [entry.at("id").text or "" for entry in base.entries("notices")]
    for name, node in own.nodes.items():
        notice = (node.entries or {}).get("notice")
        if notice and notice[1].text not in known:
            at = notice[1]
            message = f"there is no notice '{at.text}'{nearest(at.text or '', known)}"
            yield Problem(name, at.line, at.column, "notice", message)


def _twice(own: Content, lists: Mapping[str, Checklist]) -> Iterator[Problem]:
    """Items with the title or the several steps of one in another list; a link says it once."""
    seen: dict[object, str] = {}
    for name, item, at in _items(own, lists):
        steps = tuple(step.text for step in item.steps) if len(item.steps) > 1 else item.ref
        for key, what in ((item.title.casefold(), "title"), (steps, "steps")):
            first = seen.setdefault(key, item.ref)
            if first != item.ref and list_file(first) != name:
                place = at.at(what)
                message = f"the same {what} as in '{first}'; name that under 'related' instead"
                yield Problem(name, place.line, place.column, "twice", message)


def _items(own: Content, lists: Mapping[str, Checklist]) -> Iterator[tuple[str, Item, Node]]:
    for name, checklist in lists.items():
        for part, section in enumerate(checklist.sections):
            for place, item in enumerate(section.items):
                yield name, item, own.nodes[name].at("sections", part, "items", place)


def _unreached(own: Content, lists: Mapping[str, Checklist]) -> Iterator[Problem]:
    """Lists of a folder whose own situations lead to none of their items."""
    entries = own.entries("situations")
    reached = {
        list_file(ref.text or "")
        for entry in entries
        for key in ("first", "path")
        for ref in entry.at(key).items or []
    }
    for name in lists if entries else ():
        if name not in reached:
            at = own.nodes[name].at("id")
            message = f"no situation leads to '{at.text}'; add it to a path in situations.yaml"
            yield Problem(name, at.line, at.column, "unreached", message)
