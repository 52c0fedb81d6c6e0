"""Strict YAML: every scalar is text, every node knows its place, and nothing clever is allowed."""

import bisect
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import yaml

from tui.content.problems import Problem
from tui.content.syntax import explain, place
from tui.text import clean, unsafe_characters

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20
MAX_EVENTS = 20_000
MAX_KEY = 64
MAX_PROBLEMS = 100

_BLANKS = re.compile(r"[ \n]+")
_DIRECTIVE = re.compile(r"(?: *(?:#[^\n]*)?\n)*%")
_HEADER = re.compile(r"[|>][-+0-9]*#")
_NO_SPACE = re.compile(r":[,\[\]{}]")
_LOST = re.compile(r" +#(?=\w)")

_Found = tuple[int, int, str, str]
"""Line, column, key and message of a problem."""


@dataclass(slots=True)
class Node:
    """A piece of YAML: text, a list or a map; `line` and `column` count from 1."""

    line: int
    column: int
    text: str | None = None
    items: list["Node"] | None = None
    entries: dict[str, tuple["Node", "Node"]] | None = None

    def at(self, *path: str | int) -> "Node":
        """The node under the path, or the deepest one that exists on the way."""
        node = self
        for step in path:
            if isinstance(step, int):
                if node.items is None or step >= len(node.items):
                    return node
                node = node.items[step]
            elif node.entries is None or step not in node.entries:
                return node
            else:
                node = node.entries[step][1]
        return node

    def data(self) -> Any:
        """The same without places: text, lists or maps by key."""
        if self.entries is not None:
            return {key: value.data() for key, (_, value) in self.entries.items()}
        if self.items is not None:
            return [item.data() for item in self.items]
        return self.text or ""


@dataclass
class _Open:
    """A list or map that is being read; `key` waits for its value."""

    node: Node
    flow: bool
    key: Node | None = None


@dataclass
class _Source:
    """A file before it is parsed: its lines, and where a text in it needs a closer look.

    `marked` are the numbers of the lines with '#'; `accents` says that letters carry too many.
    """

    lines: list[str]
    marked: frozenset[int]
    accents: bool

    @classmethod
    def of(cls, text: str) -> "_Source":
        """What is known about a text."""
        lines = [*text.split("\n"), ""]  # one parser counts a line more at the end
        marked = frozenset(number for number, line in enumerate(lines, start=1) if "#" in line)
        return cls(lines, marked, clean(text, keep_newlines=True) != text)

    def doubts(self, event: yaml.NodeEvent, node: Node) -> bool:
        """Whether the event can be clever, hidden or unclear outside brackets; most cannot."""
        return (
            self.accents
            or event.anchor is not None
            or getattr(event, "tag", None) is not None
            or getattr(event, "style", None) == '"'
            or node.line in self.marked
            or place(event.end_mark)[0] in self.marked
        )


class _RefusedError(Exception):
    """The file cannot be read any further; the arguments are a `_Found`."""


def load(data: bytes, path: str) -> tuple[Node | None, list[Problem]]:
    """The one document in `data`, or what is wrong with it; `path` only names it in problems."""
    found: list[_Found] = []
    node = None
    try:
        text = _decode(data)
        found += islice(_hidden_places(text), MAX_PROBLEMS)
        if not found:
            node = _compose(text, found)
    except _RefusedError as refusal:
        line, column, key, message = refusal.args
        found.append((line, column, key, message))
    if found:
        return None, [Problem(path, *problem) for problem in found[:MAX_PROBLEMS]]
    return node, []


def _decode(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        message = f"file is larger than {MAX_BYTES // 1024} KiB; make two lists of it"
        raise _RefusedError(1, 1, "too-large", message)
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"} or 0 in data[:2]:
        raise _RefusedError(1, 1, "encoding", "file is UTF-16; save it as UTF-8")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        # The place counts from behind a mark at the very start of the file, as the text does.
        before = error.object[: error.start].decode()
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise _RefusedError(line, column, "encoding", "not UTF-8; save the file as UTF-8") from None


def _hidden_places(text: str) -> Iterator[_Found]:
    if clean(text, keep_newlines=True) == text:
        return
    starts = [0, *(n + 1 for n, character in enumerate(text) if character == "\n")]
    for position in unsafe_characters(text):
        if text[position] != "\n":
            line = bisect.bisect_right(starts, position)
            yield line, position - starts[line - 1] + 1, *_hidden(text[position])


def _hidden(character: str) -> tuple[str, str]:
    if character == "\t":
        return "tab", "a tab stands here; use spaces instead"
    name = f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()
    return "control-character", f"hidden character {name}; delete it, it could act on a terminal"


def _compose(text: str, found: list[_Found]) -> Node:
    """The root of the document; problems that do not end the reading are added to `found`."""
    if _DIRECTIVE.match(text):
        raise _RefusedError(1, 1, "directive", "no line may start with '%'; remove it")
    source = _Source.of(text)
    root: Node | None = None
    stack: list[_Open] = []
    for count, event in enumerate(_events(text)):
        if isinstance(event, yaml.NodeEvent):
            node = _node(event)
            flow = bool(stack) and stack[-1].flow
            if flow or source.doubts(event, node):
                found += _clever(event, node)
                found += _unclear(event, node, source.lines, flow=flow)
            _stop_at_limits(node, len(stack), count)
            if stack and (problem := _attach(stack[-1], node)):
                found.append(problem)
            root = root or node
            if node.text is None:
                stack.append(_Open(node, flow=bool(getattr(event, "flow_style", False))))
        elif isinstance(event, yaml.CollectionEndEvent):
            stack.pop()
        elif isinstance(event, yaml.DocumentStartEvent) and root:
            words = "one file holds one document; remove this line and what follows"
            raise _RefusedError(*place(event.start_mark), "several-documents", words)
    if root is None or root.text == "":
        raise _RefusedError(1, 1, "empty", "file is empty")
    return root


def _events(text: str) -> Iterator[yaml.Event]:
    """The parser's events; unlike its nodes they need no recursion, so depth cannot end us."""
    event: yaml.Event | None = None
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            yield event
    except yaml.MarkedYAMLError as error:
        line, column, words = explain(error, text)
        raise _RefusedError(line, column, "syntax", words) from None
    except (yaml.YAMLError, ValueError, OverflowError):
        # The parser in Python has no place, and no error of its own, for an impossible "\U…".
        line, column = place(event.start_mark if event else None)
        raise _RefusedError(line, column, "syntax", "not valid YAML after this") from None


def _node(event: yaml.NodeEvent) -> Node:
    line, column = place(event.start_mark)
    if isinstance(event, yaml.ScalarEvent):
        text: str = event.value
        if "\n" in text or "  " in text:
            text = _BLANKS.sub(" ", text)
        return Node(line, column, text.strip(" "))
    if isinstance(event, yaml.SequenceStartEvent):
        return Node(line, column, items=[])
    if isinstance(event, yaml.MappingStartEvent):
        return Node(line, column, entries={})
    return Node(line, column, "")


def _stop_at_limits(node: Node, depth: int, count: int) -> None:
    if depth >= MAX_DEPTH:
        words = f"more than {MAX_DEPTH} levels inside each other; remove some brackets or dashes"
        raise _RefusedError(node.line, node.column, "too-deep", words)
    if count > MAX_EVENTS:
        words = "the file has too many parts; make two lists of it"
        raise _RefusedError(node.line, node.column, "too-large", words)


def _clever(event: yaml.NodeEvent, node: Node) -> Iterator[_Found]:
    here = node.line, node.column
    if isinstance(event, yaml.AliasEvent):
        yield *here, "alias", "'*' would repeat another text; write it out, or put quotes around it"
    elif event.anchor is not None:
        yield *here, "anchor", "'&' would name this text; leave it out, or put quotes around it"
    if getattr(event, "tag", None) is not None:
        yield (
            *here,
            "tag",
            "'!' would change how this is read; leave it out, or put quotes around it",
        )
    text = node.text or ""
    if clean(text) != text:
        position = next(unsafe_characters(text), None)
        if position is None:
            yield *here, "accents", "more than two accents on one letter; write it without them"
        else:
            yield *here, *_hidden(text[position])


def _unclear(
    event: yaml.NodeEvent, node: Node, lines: list[str], *, flow: bool
) -> Iterator[_Found]:
    """Text that the two parsers read differently, or that the author sees and they do not."""
    if not isinstance(event, yaml.ScalarEvent):
        return
    here = node.line, node.column
    if flow and not event.style and "?" in event.value:
        yield *here, "quotes", "text with '?' needs quotes around it in a list in brackets"
    if event.style and _HEADER.match(lines[node.line - 1], node.column - 1):
        yield (
            *here,
            "quotes",
            "nothing may stand behind '|' or '>'; begin the text in the next line",
        )
    line, column = place(event.end_mark)
    if flow and not event.style and _NO_SPACE.match(lines[line - 1], column - 1):
        yield line, column, "syntax", "a space is missing after a ':' here"
    if not event.style and (lost := _LOST.match(lines[line - 1], column - 1)):
        words = "what follows '#' is lost; put the text in quotes, or a space after '#'"
        yield line, lost.end(), "comment", words


def _attach(parent: _Open, node: Node) -> _Found | None:
    """Puts the node where it belongs; a problem if its key cannot be used."""
    key = parent.key
    if parent.node.items is not None:
        parent.node.items.append(node)
    elif parent.node.entries is not None and key:
        parent.key = None
        name = key.text or ""
        if name in parent.node.entries:
            first = parent.node.entries[name][0].line
            words = f"'{name}' stands here twice, the first time in line {first}; remove one"
            return key.line, key.column, "repeated-key", words
        parent.node.entries[name] = (key, node)
    else:
        parent.key = node
        if not node.text or len(node.text) > MAX_KEY:
            return node.line, node.column, "key", "a key is one short word before ': '"
        if node.text == "<<":
            return node.line, node.column, "merge-key", "'<<' is not allowed; write the keys out"
    return None
