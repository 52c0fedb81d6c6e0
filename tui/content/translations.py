"""Checks the .po files beside the content: each entry belongs to a text as it is now."""

from collections.abc import Collection, Iterator, Mapping
from importlib.resources.abc import Traversable

from tui.content import build
from tui.content.loader import Node
from tui.content.problems import Problem, nearest
from tui.content.wording import wording
from tui.language import NAMES, Entry, parse


def check_translation(
    file: Traversable, nodes: Mapping[str, Node], broken: Collection[str]
) -> Iterator[Problem]:
    """What is wrong with one .po file; `nodes` are the files it can belong to, by name.

    Nothing is said about the translation of a file that is itself `broken`.
    """
    stem, _, code = file.name.removesuffix(".po").rpartition(".")
    name = f"{stem}.yaml"
    if name in broken:
        return
    if name not in nodes or code not in NAMES:
        message = f"no file this translates; name it as in reposts.be.po, with {', '.join(NAMES)}"
        yield Problem(file.name, 1, 1, "i18n-name", message)
        return
    try:
        entries = parse(file.read_bytes().decode("utf-8")).entries
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        yield Problem(file.name, line, 1, "encoding", "not UTF-8; save the file as UTF-8")
        return
    texts = contexts(stem, nodes[name])
    for entry in entries:
        for key, message in _entry_problems(entry, texts):
            yield Problem(file.name, entry.line, 1, key, message)


def contexts(stem: str, node: Node) -> dict[str, str]:
    """Every text of a content file that can be translated, by its context."""
    texts: dict[str, str] = {}

    def collect(context: str, text: str) -> str:
        texts[context] = text
        return text

    if stem == "notices":
        build.notices(node, collect)
    elif stem == "synonyms":
        build.synonyms(node, collect)
    elif stem == "situations":
        build.situations(node, collect)
    elif stem != "sources":
        build.checklist(node, {}, collect)
    return texts


def _entry_problems(entry: Entry, texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if entry.context not in texts:
        hint = nearest(entry.context, texts)
        yield "i18n-orphan", f"there is no text '{entry.context}'; mend or remove it{hint}"
    elif entry.fuzzy or texts[entry.context] != entry.source:
        yield "i18n-stale", f"'{entry.context}' has changed since; translate it again"
    for form in entry.forms:
        yield from wording(form)
