"""What our walker and JSON Schema each say of a document, and how parts of the schema are found."""

import json
import re
from functools import cache
from typing import Any

from jsonschema import Draft7Validator

from tui.content.loader import load
from tui.content.reading import read_schema
from tui.content.schema import validate

SCHEMA = read_schema()
WHOLE_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)")
Part = dict[str, Any]
Value = str | int | list["Value"] | dict[str, "Value"]


def resolved(part: Part) -> Part:
    while "$ref" in part:
        part = SCHEMA["definitions"][part["$ref"].removeprefix("#/definitions/")]
    return part


def start_of(name: str) -> Part:
    return SCHEMA["definitions"][name] if name else SCHEMA


def kinds(part: Part) -> list[str]:
    return part["type"] if isinstance(part["type"], list) else [part["type"]]


def typed(value: Value, part: Part) -> Value:
    """The value as the schema sees it: YAML scalars are text, numbers where numbers are wanted."""
    part = resolved(part)
    if isinstance(value, dict):
        known = part.get("properties", {})
        return {key: typed(child, known.get(key, {})) for key, child in value.items()}
    if isinstance(value, list):
        return [typed(child, part.get("items", {})) for child in value]
    text = re.sub(" +", " ", str(value)).strip(" ")
    wanted = kinds(part) if part else []
    return int(text) if "integer" in wanted and WHOLE_NUMBER.fullmatch(text) else text


@cache
def reference(name: str) -> Draft7Validator:
    definitions = SCHEMA["definitions"]
    part = {"$ref": f"#/definitions/{name}", "definitions": definitions} if name else SCHEMA
    return Draft7Validator(part)


def verdicts(document: Value, name: str) -> tuple[bool, bool]:
    node, problems = load(json.dumps(document, ensure_ascii=False).encode(), "list.yaml")
    assert node, problems
    ours = not validate(node, SCHEMA, name, "list.yaml")
    return ours, reference(name).is_valid(typed(document, start_of(name)))
