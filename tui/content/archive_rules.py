"""Rules for what is said about data archives: boxes that readers know, items that exist, calm."""

from collections.abc import Collection, Iterable, Iterator

from tui.content.acting import acting_words
from tui.content.archives import BOXES
from tui.content.loader import Node
from tui.content.problems import Problem, list_file, nearest
from tui.content.reading import Content
from tui.content.rules import dated, labelled, repeated, sourced
from tui.content.schema import Found
from tui.content.wording import wording

_FILE = "archives.yaml"


def check_archives(
    own: Content, sources: Collection[str], refs: Collection[str]
) -> Iterator[Problem]:
    """Every broken rule in the file of a folder; `refs` are all `list/item` that exist."""
    node = own.nodes.get(_FILE)
    if node is None:
        return
    broken = {problem.path for problem in own.problems}

    def missing(item: Node) -> Found:
        ref = item.text or ""
        if ref and ref not in refs and list_file(ref) not in broken:
            yield item, "item", f"there is no item '{ref}'{nearest(ref, refs)}"

    before, archives = (node.at(key).items or [] for key in ("before", "archives"))
    found = [*repeated(_ids(before)), *repeated(_ids(archives))]
    for entry in (*before, *archives):
        found += [*dated(entry), *sourced(entry, sources), *_worded(_texts(entry))]
        found += [each for item in _items(entry) for each in missing(item)]
    for archive in archives:
        found += [*_boxes(archive), *_still(archive)]
        found += [each for step in _entries(archive, "steps") for each in labelled(step)]
    for at, key, message in found:
        yield Problem(_FILE, at.line, at.column, key, message)


def _entries(at: Node, key: str) -> list[Node]:
    return at.at(key).items or []


def _ids(entries: Iterable[Node]) -> Iterator[tuple[Node, str]]:
    yield from ((entry.at("id"), "id") for entry in entries)


def _items(entry: Node) -> Iterator[Node]:
    """Where an entry leads to an item; a limit may lead nowhere."""
    yield from _entries(entry, "items")
    yield from (limit.at("item") for limit in _entries(entry, "limits"))


def _texts(entry: Node) -> Iterator[Node]:
    yield from (entry.at(key) for key in ("title", "file"))
    for key in ("lines", "visible", "wrong"):
        yield from _entries(entry, key)
    for key, inner in (
        ("steps", "text"),
        ("boxes", "label"),
        ("boxes", "gives"),
        ("limits", "text"),
    ):
        yield from (part.at(inner) for part in _entries(entry, key))


def _worded(texts: Iterable[Node]) -> Found:
    for at in texts:
        for key, message in wording(at.text or ""):
            yield at, key, message


def _boxes(archive: Node) -> Found:
    """Boxes that no reader knows, and those that it would look for in vain."""
    service = archive.at("id").text or ""
    known = BOXES.get(service)
    if known is None:
        message = f"no archive of '{service}' can be read{nearest(service, BOXES)}"
        yield archive.at("id"), "service", message
        return
    boxes = [box.at("id") for box in _entries(archive, "boxes")]
    yield from repeated((box, "id") for box in boxes)
    there = [box.text or "" for box in boxes]
    for box, name in zip(boxes, there, strict=True):
        if name not in known:
            yield box, "box", f"'{service}' has no box '{name}'{nearest(name, known)}"
    for name in known:
        if name not in there:
            yield archive.at("boxes"), "box", f"the box '{name}' is missing; add it"


def _still(archive: Node) -> Found:
    for limit in _entries(archive, "limits"):
        at = limit.at("text")
        for word in acting_words(at.text or "", contacting=False):
            message = "this is read at every moment; it tells the reader to act"
            yield at, "kind-acts", f"{message}: '{word}'"
