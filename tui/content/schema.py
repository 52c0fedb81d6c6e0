"""Checks nodes against checklist.schema.json: the part of JSON Schema draft 7 that it uses."""

import re
from collections.abc import Iterator
from typing import Any

from tui.content.loader import Node
from tui.content.problems import Problem, nearest

Schema = dict[str, Any]

# Every whole number of the schema has a maximum far below this many digits.
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,8})")
_KINDS = {"object": "a map of keys", "array": "a list", "string": "text", "integer": "a number"}
_SHAPES = {
    "checked": "write a date as 2026-11-21",
    "waits": "write never, or a list of moments",
    "related": "write an item, or list/item",
    "first": "write list/item",
    "item": "write list/item",
    "items": "write list/item",
    "path": "write a list, list/section or list/item",
    "people_say": "write small words with a comma and a blank between them",
    "lists_say": "write small words with a comma and a blank between them",
}
_OTHER_SHAPE = "use small letters, digits and single hyphens, and begin with a letter"

Found = Iterator[tuple[Node, str, str]]
"""Where something is wrong, the key of the problem and its message."""


def validate(node: Node, schema: Schema, part: str, path: str) -> list[Problem]:
    """Every place where the node differs from the part of the schema; part "" is the checklist."""
    start = schema["definitions"][part] if part else schema
    return [
        Problem(path, at.line, at.column, key, message)
        for at, key, message in _walk(node, start, schema, "file")
    ]


def _walk(node: Node, part: Schema, root: Schema, name: str) -> Found:
    part = _resolved(part, root)
    allowed = part["type"] if isinstance(part["type"], list) else [part["type"]]
    if node.entries is not None and "object" in allowed:
        yield from _object(node, part, root, name)
    elif node.items is not None and "array" in allowed:
        yield from _array(node, part, root, name)
    elif node.text is not None and "integer" in allowed:
        yield from _integer(node, part, name)
    elif node.text is not None and "string" in allowed:
        yield from _string(node, part, name)
    else:
        wanted = " or ".join(_KINDS[kind] for kind in allowed)
        empty = "is empty; it " if node.text == "" else ""
        yield node, "type", f"'{name}' {empty}should be {wanted}"


def _resolved(part: Schema, root: Schema) -> Schema:
    while "$ref" in part:
        part = root["definitions"][part["$ref"].removeprefix("#/definitions/")]
    return part


def _object(node: Node, part: Schema, root: Schema, name: str) -> Found:
    known: Schema = part["properties"]
    entries = node.entries or {}
    for key, (at, value) in entries.items():
        if key in known:
            yield from _walk(value, known[key], root, key)
        else:
            hint = nearest(key, (word for word in known if word not in entries))
            yield at, "unknown-key", f"'{key}' is no key here{hint}"
    for key in part.get("required", ()):
        if key not in entries:
            where = f"'{name}'" if name.endswith("s") else f"this {name}"
            yield node, "missing-key", f"'{key}' is missing in {where}"


def _array(node: Node, part: Schema, root: Schema, name: str) -> Found:
    items = node.items or []
    least, most = part.get("minItems", 0), part.get("maxItems", len(items))
    if len(items) < least:
        yield node, "too-few", f"'{name}' has {len(items)} entries; it needs at least {least}"
    if len(items) > most:
        yield node, "too-many", f"'{name}' has {len(items)} entries; at most {most} fit"
    entry = _resolved(part["items"], root)
    entry_name = name.removesuffix("s") if entry["type"] == "object" else name
    seen: set[str] = set()
    for item in items:
        yield from _walk(item, entry, root, entry_name)
        if item.text is not None and part.get("uniqueItems"):
            if item.text in seen:
                yield item, "repeated", f"'{item.text}' stands twice in '{name}'"
            seen.add(item.text)


def _integer(node: Node, part: Schema, name: str) -> Found:
    text = node.text or ""
    if not _INTEGER.fullmatch(text):
        said = f"is '{text}'" if text else "is empty"
        yield node, "type", f"'{name}' {said}; it should be a whole number"
        return
    value = int(text)
    low, high = part.get("minimum", value), part.get("maximum", value)
    if not low <= value <= high:
        limits = f"at least {low}" if value < low else f"at most {high}"
        yield node, "out-of-range", f"'{name}' is {value}; it should be {limits}"


def _string(node: Node, part: Schema, name: str) -> Found:
    text = node.text or ""
    choices: list[str] = part.get("enum", [text])
    least, most = part.get("minLength", 0), part.get("maxLength", len(text))
    if text not in choices:
        said = f"'{text}' is no value of '{name}'" if text else f"'{name}' is empty"
        hint = nearest(text, choices)
        yield node, "unknown-value", f"{said}; it can be {', '.join(choices)}{hint}"
    elif len(text) < least:
        said = f"has {len(text)} characters" if text else "is empty"
        yield node, "too-short", f"'{name}' {said}; it needs at least {least}"
    elif len(text) > most:
        yield node, "too-long", f"'{name}' has {len(text)} characters; at most {most} fit"
    elif "pattern" in part and not re.search(part["pattern"], text):
        said = f"'{text}' does not fit '{name}'" if text else f"'{name}' is empty"
        yield node, "pattern", f"{said}; {_SHAPES.get(name, _OTHER_SHAPE)}"
