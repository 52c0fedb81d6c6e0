"""Checks the .po files beside the content: each entry belongs to a text as it is now."""

from collections.abc import Collection, Iterator, Mapping
from importlib.resources.abc import Traversable
from itertools import islice

from tui.content import build
from tui.content.archives import build_archives
from tui.content.contacts import build_contacts
from tui.content.emergency import build_emergency
from tui.content.loader import MAX_PROBLEMS, Node
from tui.content.problems import Problem, nearest, unreadable
from tui.content.synonyms import build_synonyms
from tui.content.wording import wording
from tui.language import NAMES
from tui.po import MAX_BYTES, Entry, parse, read_bytes

_LONGEST_CONTEXT = 100
_LONGEST_FORM = 1400
"""In characters; twice as many as any text of a list may have."""


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
    text = _text(file)
    if isinstance(text, Problem):
        yield text
        return
    texts = contexts(stem, nodes[name])
    found = (
        Problem(file.name, entry.line, 1, key, message)
        for entry in parse(text).entries
        for key, message in _entry_problems(entry, texts)
    )
    yield from islice(found, MAX_PROBLEMS)


def _text(file: Traversable) -> str | Problem:
    """What is in the file, or why that cannot be read."""
    try:
        data = read_bytes(file)
        if len(data) <= MAX_BYTES:
            return data.decode("utf-8")
    except OSError as error:
        return unreadable(file.name, error)
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return Problem(file.name, line, 1, "encoding", "not UTF-8; save the file as UTF-8")
    message = f"file is larger than {MAX_BYTES // 1024} KiB; it counts as no translation"
    return Problem(file.name, 1, 1, "too-large", message)


def contexts(stem: str, node: Node) -> dict[str, str]:
    """Every text of a content file that can be translated, by its context."""
    texts: dict[str, str] = {}

    def collect(context: str, text: str) -> str:
        texts[context] = text
        return text

    if stem == "notices":
        build.notices(node.data(), collect)
    elif stem == "synonyms":
        build_synonyms(node.data(), collect)
    elif stem == "situations":
        build.situations(node.data(), collect)
    elif stem == "contacts":
        build_contacts(node.data(), {}, collect)
    elif stem == "emergency":
        build_emergency(node.data(), {}, collect)
    elif stem == "archives":
        build_archives(node.data(), {}, collect)
    elif stem != "sources":
        build.checklist(node.data(), {}, collect)
    return texts


def _entry_problems(entry: Entry, texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if entry.context not in texts:
        context = entry.context[:_LONGEST_CONTEXT]
        hint = nearest(context, texts)
        yield "i18n-orphan", f"there is no text '{context}'; mend or remove it{hint}"
    elif entry.fuzzy or texts[entry.context] != entry.source:
        yield "i18n-stale", f"'{entry.context}' has changed since; translate it again"
    for form in entry.forms:
        if len(form) > _LONGEST_FORM:
            yield "too-long", f"this has {len(form)} characters; at most {_LONGEST_FORM} fit"
        else:
            yield from wording(form)
