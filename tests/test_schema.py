"""Our walker says of a document what JSON Schema says of it, and knows every keyword it meets."""

import json
import re
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from tests.schemas import SCHEMA, Part, Value, kinds, resolved, start_of, verdicts

PARTS = [
    "",
    "sources",
    "notices",
    "contacts",
    "emergency",
    "archives",
    "synonyms",
    "situations",
    "item",
]
WORDS = ["", "a", "look", "before", "everyone", "never", "ask", "telegram", "a-b", "A b", "5", "-1"]


def subschemas(part: Part) -> Iterator[Part]:
    yield part
    inner = [*part.get("properties", {}).values(), *part.get("definitions", {}).values()]
    for child in (*inner, *([part["items"]] if "items" in part else [])):
        yield from subschemas(child)


def fitting(part: Part) -> st.SearchStrategy[Value]:
    """Values that mostly fit a part of the schema."""
    part = resolved(part)
    return st.one_of([_fitting(kind, part) for kind in kinds(part)])


@cache
def fitting_text(part: str) -> st.SearchStrategy[Value]:
    return fitting(json.loads(part))


def _fitting(kind: str, part: Part) -> st.SearchStrategy[Value]:
    if kind == "object":
        required = {key: fitting(part["properties"][key]) for key in part.get("required", ())}
        rest = {key: fitting(value) for key, value in part["properties"].items()}
        optional = {key: value for key, value in rest.items() if key not in required}
        return st.fixed_dictionaries(required, optional=optional)
    if kind == "array":
        least = part.get("minItems", 0)
        return st.lists(fitting(part["items"]), min_size=least, max_size=least + 1)
    if kind == "integer":
        return st.integers(part.get("minimum", 0), part.get("maximum", 99))
    if "enum" in part:
        return st.sampled_from(part["enum"])
    if "pattern" in part:
        return st.from_regex(re.compile(part["pattern"], re.ASCII), fullmatch=True).map(str.strip)
    least = part.get("minLength", 0)
    return st.text(alphabet="abc ў", min_size=least, max_size=least + 5)


def anything() -> st.SearchStrategy[Value]:
    text = st.sampled_from(WORDS) | st.text(alphabet="aЎ 0-/“”", max_size=90)
    leaf: st.SearchStrategy[Value] = text | st.integers(-1, 1001) | st.just("x" * 701)
    return st.recursive(
        leaf,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(key_names(), inner, max_size=4),
        max_leaves=6,
    )


def key_names() -> st.SearchStrategy[str]:
    known = {key for part in subschemas(SCHEMA) for key in part.get("properties", {})}
    return st.sampled_from([*sorted(known), "titel"])


@st.composite
def documents(draw: st.DrawFn, part: Part) -> Value:
    """A document that fits the part, then damaged in at most three places."""
    document: Value = draw(fitting_text(json.dumps(part)))
    for _ in range(draw(st.integers(0, 3))):
        spots = list(containers(document))
        if not spots:
            return document
        damage(draw, draw(st.sampled_from(spots)))
    return document


def containers(value: Value) -> Iterator[list[Value] | dict[str, Value]]:
    if isinstance(value, (list, dict)):
        yield value
        for child in value.values() if isinstance(value, dict) else value:
            yield from containers(child)


def damage(draw: st.DrawFn, spot: list[Value] | dict[str, Value]) -> None:
    act = draw(st.sampled_from(["drop", "put", "add", "repeat"]))
    if isinstance(spot, dict):
        key = draw(st.sampled_from(sorted(spot)) if spot and act != "add" else key_names())
        if act == "drop":
            spot.pop(key, None)
        else:
            spot[key] = draw(anything())
    elif act == "repeat" and spot:
        spot.extend(spot[:1] * draw(st.sampled_from([1, 1, 13])))
    elif act == "drop" and spot:
        spot.pop()
    else:
        spot.append(draw(anything()))


@pytest.mark.parametrize("name", PARTS)
def test_walker_and_json_schema_agree(name: str) -> None:
    seen: set[bool] = set()

    @settings(
        max_examples=60 if name else 30
    )  # a whole list is large; its items have their own turn
    @given(documents(start_of(name)))
    def agree(document: Value) -> None:
        ours, theirs = verdicts(document, name)
        assert ours == theirs
        seen.add(ours)

    agree()
    assert seen == {True, False}


def test_the_schema_is_valid_draft_7() -> None:
    Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"


KNOWN = {
    "object": {"additionalProperties", "required", "properties"},
    "array": {"minItems", "maxItems", "uniqueItems", "items"},
    "string": {"enum", "minLength", "maxLength", "pattern"},
    "integer": {"minimum", "maximum"},
}
SAID = {"$schema", "title", "description", "definitions", "type"}


def unknown_keywords(schema: Part) -> list[str]:
    """Keywords that the walker would overlook where they stand, and shapes that it relies on."""
    wrong = []
    for part in subschemas(schema):
        if "$ref" in part:
            wrong += [key for key in part if key not in {"$ref", "description"}]
            continue
        known = set().union(*(KNOWN.get(kind, set()) for kind in kinds(part))) | SAID
        wrong += [key for key in part if key not in known]
        if "object" in kinds(part) and part.get("additionalProperties") is not False:
            wrong.append("additionalProperties")
        if "integer" in kinds(part) and part.get("maximum", 10**9) >= 10**9:
            wrong.append("maximum")
        if "uniqueItems" in part and "object" in kinds(resolved(part["items"])):
            wrong.append("uniqueItems")
        if "array" in kinds(part) and "items" not in part:
            wrong.append("items")
    return wrong


def test_the_walker_knows_every_keyword_of_the_schema() -> None:
    assert unknown_keywords(SCHEMA) == []


@pytest.mark.parametrize(
    "part",
    [
        {"type": "string", "format": "date"},
        {"type": "string", "const": "a"},
        {"type": "string", "not": {"pattern": "a"}},
        {"type": "array"},
        {"type": "integer", "exclusiveMinimum": 1, "maximum": 9},
        {"type": "integer"},
        {"type": "object", "properties": {"a": {"type": "null", "enum": ["a"]}}},
        {"type": "object", "additionalProperties": False, "minProperties": 1},
        {"$ref": "#/definitions/id", "maxLength": 3},
    ],
)
def test_a_keyword_that_the_walker_would_overlook_is_noticed(part: Part) -> None:
    assert unknown_keywords(part)


def test_every_reference_leads_to_a_definition() -> None:
    for part in subschemas(SCHEMA):
        if "$ref" in part:
            assert resolved(part)["type"]
