"""Strict YAML: every scalar is text, every node knows its place, and nothing clever is allowed."""

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from tui.content.problems import Problem
from tui.text import clean, unsafe_characters

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20
MAX_EVENTS = 20_000
MAX_KEY = 64

_BLANKS = re.compile(r"[ \n]+")
_HINTS = {
    "mapping values are not allowed": "text that contains ': ' needs quotes around it",
    "found character '\\t'": "indent with spaces, not with a tab",
    "cannot start any token": "text that starts with this character needs quotes around it",
    "could not find expected ':'": "a key is followed by ': '",
    "while scanning a quoted scalar": "a quotation mark is not closed",
    "block end": "the indentation does not fit the lines above",
}


@dataclass
class Node:
    """A piece of YAML: text, a list or a map; `line` and `column` count from 1."""

    line: int
    column: int
    text: str | None = None
    items: list["Node"] | None = None
    entries: dict[str, tuple["Node", "Node"]] | None = None
    pending: "Node | None" = field(default=None, repr=False)

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


class _Refused(Exception):
    def __init__(self, line: int, column: int, key: str, message: str) -> None:
        super().__init__(message)
        self.problem = (line, column, key, message)


def load(data: bytes, path: str) -> tuple[Node | None, list[Problem]]:
    """The one document in `data`, or what is wrong with it; `path` only names it in problems."""
    problems: list[Problem] = []
    try:
        text = _decode(data)
        for line, column in _unsafe_places(text):
            problems.append(Problem(path, line, column, "control-character", _UNSAFE_MESSAGE))
        if problems:
            return None, problems
        node = _compose(text, path, problems)
    except _Refused as refusal:
        return None, [*problems, Problem(path, *refusal.problem)]
    except yaml.MarkedYAMLError as error:
        return None, [*problems, _syntax(error, path)]
    except yaml.YAMLError as error:
        return None, [*problems, Problem(path, 1, 1, "syntax", clean(str(error)))]
    return (None if problems else node), problems


_UNSAFE_MESSAGE = "control or direction character; remove it, it could act on a terminal"


def _decode(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise _Refused(
            1, 1, "too-large", f"file is larger than {MAX_BYTES // 1024} KiB; split the list in two"
        )
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        raise _Refused(1, 1, "encoding", "file is UTF-16; save it as UTF-8")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        line = before.count(b"\n") + 1
        raise _Refused(line, column, "encoding", "not UTF-8; save the file as UTF-8") from None


def _unsafe_places(text: str) -> Iterator[tuple[int, int]]:
    if clean(text, keep_newlines=True) == text:
        return
    starts = [0, *(n + 1 for n, character in enumerate(text) if character == "\n")]
    for position in unsafe_characters(text):
        if text[position] != "\n":
            line = bisect.bisect_right(starts, position)
            yield line, position - starts[line - 1] + 1


def _compose(text: str, path: str, problems: list[Problem]) -> Node:
    """One pass over the parser's events; it never recurses, so depth cannot end the process."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    root: Node | None = None
    stack: list[Node] = []
    for count, event in enumerate(yaml.parse(text, Loader=loader)):
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if isinstance(event, yaml.DocumentStartEvent) and root is not None:
            raise _Refused(line, column, "several-documents", "only one document a file")
        if isinstance(event, yaml.CollectionEndEvent):
            stack.pop()
        if not isinstance(event, yaml.NodeEvent):
            continue
        _refuse_clever(event, line, column)
        if len(stack) >= MAX_DEPTH or count > MAX_EVENTS:
            raise _Refused(line, column, "too-deep", f"nested over {MAX_DEPTH} levels, or too long")
        node = _node(event, line, column)
        if stack:
            _attach(stack[-1], node, path, problems)
        else:
            root = node
        if node.text is None:
            stack.append(node)
    if root is None:
        raise _Refused(1, 1, "empty", "file is empty")
    return root


def _refuse_clever(event: yaml.NodeEvent, line: int, column: int) -> None:
    if isinstance(event, yaml.AliasEvent):
        raise _Refused(line, column, "alias", "aliases are not allowed; write the text again")
    if event.anchor is not None:
        raise _Refused(line, column, "anchor", "anchors are not allowed")
    if getattr(event, "tag", None) is not None:
        raise _Refused(line, column, "tag", "tags are not allowed; every value is text")


def _node(event: yaml.NodeEvent, line: int, column: int) -> Node:
    if isinstance(event, yaml.ScalarEvent):
        return Node(line, column, text=_BLANKS.sub(" ", event.value).strip())
    if isinstance(event, yaml.SequenceStartEvent):
        return Node(line, column, items=[])
    return Node(line, column, entries={})


def _attach(parent: Node, node: Node, path: str, problems: list[Problem]) -> None:
    if node.text is not None and clean(node.text) != node.text:
        raise _Refused(node.line, node.column, "control-character", _UNSAFE_MESSAGE)
    if parent.items is not None:
        parent.items.append(node)
    elif parent.entries is None or parent.pending is None:
        if node.text is None or len(node.text) > MAX_KEY:
            raise _Refused(node.line, node.column, "key", "a key is one short word")
        parent.pending = node
    else:
        key, parent.pending = parent.pending, None
        name = key.text or ""
        if name in parent.entries:
            first = parent.entries[name][0].line
            message = f"'{name}' stands here twice; the first is in line {first}"
            problems.append(Problem(path, key.line, key.column, "repeated-key", message))
        else:
            parent.entries[name] = (key, node)


def _syntax(error: yaml.MarkedYAMLError, path: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    said = clean(" ".join(part for part in (error.context, error.problem) if part))
    hint = next((f"; {hint}" for sign, hint in _HINTS.items() if sign in said), "")
    return Problem(path, line, column, "syntax", f"{said}{hint}")
