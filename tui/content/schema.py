"""Checks nodes against checklist.schema.json: the part of JSON Schema draft 7 that it uses."""

import re
from collections.abc import Iterator
from typing import Any

from tui.content.loader import Node
from tui.content.problems import Problem, nearest

Schema = dict[str, Any]
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,8})")


def validate(node: Node, schema: Schema, part: str, path: str) -> list[Problem]:
    """Every place where the node differs from the part of the schema; part "" is the checklist."""
    start = schema["definitions"][part] if part else schema
    return [
        Problem(path, at.line, at.column, key, message)
        for at, key, message in _walk(node, start, schema, "file")
    ]


_Found = Iterator[tuple[Node, str, str]]


def _walk(node: Node, part: Schema, root: Schema, name: str) -> _Found:
    if "$ref" in part:
        part = root["definitions"][part["$ref"].removeprefix("#/definitions/")]
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
        yield node, "type", f"'{name}' should be {_said(allowed)}"


def _said(allowed: list[str]) -> str:
    words = {"object": "a map of keys", "array": "a list", "string": "text", "integer": "a number"}
    return " or ".join(words[kind] for kind in allowed)


def _object(node: Node, part: Schema, root: Schema, name: str) -> _Found:
    known: Schema = part["properties"]
    entries = node.entries or {}
    for key, (at, value) in entries.items():
        if key not in known:
            missing = [word for word in known if word not in entries]
            yield at, "unknown-key", f"'{key}' is not a key here{nearest(key, missing)}"
        else:
            yield from _walk(value, known[key], root, key)
    for key in part.get("required", ()):
        if key not in entries:
            yield node, "missing-key", f"'{key}' is missing in this {name.rstrip('s')}"


def _array(node: Node, part: Schema, root: Schema, name: str) -> _Found:
    items = node.items or []
    if len(items) < part.get("minItems", 0):
        yield node, "too-few", f"'{name}' needs at least {part['minItems']}"
    if len(items) > part.get("maxItems", len(items)):
        yield node, "too-many", f"'{name}' has {len(items)}; at most {part['maxItems']} fit"
    if part.get("uniqueItems"):
        seen: set[str] = set()
        for item in items:
            if item.text is not None and item.text in seen:
                yield item, "repeated", f"'{item.text}' stands twice in '{name}'"
            seen.add(item.text or "")
    for item in items:
        yield from _walk(item, part["items"], root, name)


def _integer(node: Node, part: Schema, name: str) -> _Found:
    if not _INTEGER.fullmatch(node.text or ""):
        yield node, "type", f"'{name}' should be a whole number"
        return
    value = int(node.text or "")
    low, high = part.get("minimum", value), part.get("maximum", value)
    if not low <= value <= high:
        limits = f"at least {low}" if value < low else f"at most {high}"
        yield node, "out-of-range", f"'{name}' is {value}; it should be {limits}"


def _string(node: Node, part: Schema, name: str) -> _Found:
    text = node.text or ""
    if "enum" in part and text not in part["enum"]:
        choices = ", ".join(part["enum"])
        yield (
            node,
            "unknown-value",
            f"'{text}' is not one of {choices}{nearest(text, part['enum'])}",
        )
    elif len(text) < part.get("minLength", 0):
        yield node, "too-short", f"'{name}' is empty or too short"
    elif len(text) > part.get("maxLength", len(text)):
        yield (
            node,
            "too-long",
            f"'{name}' has {len(text)} characters; at most {part['maxLength']} fit",
        )
    elif "pattern" in part and not re.search(part["pattern"], text):
        yield node, "pattern", f"'{text}' does not fit '{name}': {_shape(name)}"


def _shape(name: str) -> str:
    shapes = {
        "checked": "write a date as 2026-11-21",
        "waits": "write never, or a list of moments",
    }
    return shapes.get(name, "use small letters, digits and hyphens")
