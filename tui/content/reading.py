"""Reads one content file strictly: the document in it, or every problem it has."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tui.content.folders import COMPANIONS, SCHEMA, builtin_folder
from tui.content.loader import MAX_BYTES, Node, load
from tui.content.problems import Problem, unreadable
from tui.content.schema import Schema, validate

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def read_schema() -> Schema:
    """The JSON Schema of every content file."""
    schema: Schema = json.loads(schema_text())
    return schema


def schema_text() -> str:
    """The JSON Schema as it is shipped."""
    return (builtin_folder() / SCHEMA).read_text(encoding="utf-8")


def read_node(file: Traversable, schema: Schema) -> tuple[Node | None, list[Problem]]:
    """The checked document in a file, or what is wrong with it."""
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return None, [unreadable(file.name, error)]
    node, problems = load(data, file.name)
    if node:
        stem = file.name.removesuffix(".yaml")
        part = stem if stem in COMPANIONS else ""
        problems = validate(node, schema, part, file.name)
        at = node.at("id")
        known = any((problem.line, problem.column) == (at.line, at.column) for problem in problems)
        if not part and at.text != stem and not known:
            message = f"the id is '{at.text}', the file '{file.name}'; give both the same name"
            problems.append(Problem(file.name, at.line, at.column, "id", message))
    return (None if problems else node), problems
