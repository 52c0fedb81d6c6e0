"""At every edge of the schema our walker and JSON Schema decide alike, and as they should."""

import pytest

from tests.schemas import Value, verdicts

ITEM: dict[str, Value] = {
    "id": "item",
    "number": 2,
    "changed": 1,
    "kind": "look",
    "phases": ["before"],
    "priority": "extra",
    "minutes": 1,
    "recheck": "once",
    "title": "An item",
    "why": "So.",
    "steps": [{"text": "Look."}],
    "sources": ["a"],
    "evidence": "weak",
    "checked": "2026-11-21",
}


@pytest.mark.parametrize(
    ("change", "valid"),
    [
        ({}, True),
        ({"waits": "never"}, True),
        ({"waits": ["after"]}, True),
        ({"waits": "always"}, False),
        ({"waits": []}, False),
        ({"waits": ["never"]}, False),
        ({"waits": {"after": "a"}}, False),
        ({"number": 0}, False),
        ({"number": 999}, True),
        ({"number": 1000}, False),
        ({"number": "two"}, False),
        ({"number": "007"}, False),
        ({"changed": 10**30}, False),
        ({"title": "x" * 60}, True),
        ({"title": "x" * 61}, False),
        ({"title": "ab"}, False),
        ({"title": ["A title"]}, False),
        ({"why": "ў" * 700}, True),
        ({"why": "ў" * 701}, False),
        ({"id": "Item"}, False),
        ({"id": "item-"}, False),
        ({"id": "i" * 40}, True),
        ({"id": "i" * 41}, False),
        ({"phases": []}, False),
        ({"phases": ["before", "before"]}, False),
        ({"phases": "before"}, False),
        ({"related": ["a", "a/b"]}, True),
        ({"related": ["a/b/c"]}, False),
        ({"steps": [{"text": "Look."}] * 12}, True),
        ({"steps": [{"text": "Look."}] * 13}, False),
        ({"steps": [{}]}, False),
        ({"steps": [{"text": "Look.", "note": "a"}]}, False),
        ({"checked": "2026-11-32"}, False),
        ({"checked": "2026-02-30"}, True),
        ({"extra": "a"}, False),
    ],
)
def test_the_edges_of_an_item(change: dict[str, Value], valid: bool) -> None:
    assert verdicts({**ITEM, **change}, "item") == (valid, valid)


@pytest.mark.parametrize(
    ("change", "valid"),
    [
        ({}, True),
        ({"moment": "now"}, True),
        ({"moment": "after"}, True),
        ({"moment": "before"}, False),
        ({"moment": "unknown"}, False),
        ({"id": "about"}, True),
        ({"id": "#about"}, False),
        ({"id": "i" * 41}, False),
    ],
)
def test_the_edges_of_a_situation(change: dict[str, Value], valid: bool) -> None:
    situation: dict[str, Value] = {"id": "day", "title": "A day", "moment": "ask", "intro": "So."}
    document: Value = {"situations": [{**situation, **change}]}
    assert verdicts(document, "situations") == (valid, valid)


@pytest.mark.parametrize("key", ITEM)
def test_each_required_key_of_an_item_is_missed(key: str) -> None:
    rest = {name: value for name, value in ITEM.items() if name != key}
    assert verdicts(rest, "item") == (False, False)
