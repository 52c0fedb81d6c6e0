"""Reads content files strictly: what they say with its places, or every problem they have."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.content import build
from tui.content.folders import COMPANIONS, SCHEMA, builtin_folder, files_in
from tui.content.loader import MAX_BYTES, Node, load
from tui.content.problems import Problem, unreadable
from tui.content.schema import Schema, validate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

    from tui.content.model import Checklist, Source


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


@dataclass(frozen=True)
class Content:
    """The nodes of a folder by file name, and what is wrong with the files that have none."""

    nodes: Mapping[str, Node]
    problems: tuple[Problem, ...]

    def entries(self, companion: str) -> list[Node]:
        """What stands in one of the files beside the lists."""
        node = self.nodes.get(f"{companion}.yaml")
        return node.at(companion).items or [] if node else []

    def lists(self, sources: Mapping[str, Source]) -> dict[str, Checklist]:
        """The lists by file name, as they are written."""
        return {
            name: build.checklist(node.data(), sources, lambda _context, text: text)
            for name, node in self.nodes.items()
            if name.removesuffix(".yaml") not in COMPANIONS
        }

    def sources(self) -> dict[str, Source]:
        """The sources by id."""
        node = self.nodes.get("sources.yaml")
        return build.sources(node.data()) if node else {}


def read_content(folder: Traversable, schema: Schema) -> Content:
    """Everything in a folder, and what is wrong with the files that cannot be read."""
    nodes: dict[str, Node] = {}
    problems: list[Problem] = []
    for file in files_in(folder, ".yaml"):
        node, found = read_node(file, schema)
        problems += found
        if node:
            nodes[file.name] = node
    for file in files_in(folder, ".yml"):
        message = "files that end in .yml are not read; end the name in .yaml"
        problems.append(Problem(file.name, 1, 1, "name", message))
    return Content(nodes, tuple(problems))
