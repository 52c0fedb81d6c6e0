"""The strict YAML loader: what it reads, what is too clever for it, and how slips are explained."""

import pytest
import yaml

from tests.reading import Place, Plain, found, loaded, messages
from tui.content.loader import load


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "text",
    ["no", "yes", "on", "Off", "true", "010", "0x1F", "0o17", "12:30", "12:30:45", "2026-11-21",
     "2026-13-45", "1_000", "1.10", "1e3", ".inf", "~", "null", "Null", "=", "+1", "5" * 5000],
)  # fmt: skip
def test_every_value_is_text_as_it_is_written(text: str) -> None:
    assert loaded(f"a: {text}\nb: [{text}]\n{text[:60]}: c") == {
        "a": text,
        "b": [text],
        text[:60]: "c",
    }


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: one\n  two\n\n  three", "one two three"),
        ("a: >-\n  one\n  two\n\n  three", "one two three"),
        ("a: >+\n  one\n   two\n\n", "one two"),
        ("a: |\n  one\n  two\n", "one two"),
        ("a: 'it''s\n\n  ''so'''", "it's 'so'"),
        ('a: "one\\\n  two\\n\\x41 \\u0410"', "onetwo A А"),
        ("a: one  # said aside\n# and here", "one"),
        ("a: c#m", "c#m"),
        ("a: '#tag'", "#tag"),
        ("a:\n  спіс: 1", {"спіс": "1"}),
        ("a: {b: c, d: [e, f]}", {"b": "c", "d": ["e", "f"]}),
        ("a:\n- b\n-  c", ["b", "c"]),
        ("a:", ""),
        ("? a\n: b", "b"),
        ("---\na: b\n...\n", "b"),
        ("\ufeffa: b", "b"),
        ("a:\r\n  - b\r\n  - >-\r\n    c\r\n    d\r\n", ["b", "c d"]),
    ],
)
def test_ordinary_yaml_is_read(text: str, value: Plain) -> None:
    assert loaded(text) == {"a": value}


@pytest.mark.usefixtures("parser")
def test_nodes_know_their_places_also_after_cyrillic_and_wide_letters() -> None:
    text = "спіс: {ў: адзін, 日本: [💥, два]}\nb:\n  - 'x'\n  -  >-\n    y\n"
    node, _ = load(text.encode(), "list.yaml")
    assert node
    places = {
        path: (node.at(*path).line, node.at(*path).column)
        for path in [("спіс", "ў"), ("спіс", "日本", 1), ("b", 0), ("b", 1), ("b", 2), ("c",)]
    }
    assert places == {
        ("спіс", "ў"): (1, 11),
        ("спіс", "日本", 1): (1, 26),
        ("b", 0): (3, 5),
        ("b", 1): (4, 6),
        ("b", 2): (3, 3),
        ("c",): (1, 1),
    }
    assert node.entries
    key, value = node.entries["b"]
    assert (key.line, key.column, value.line, value.column) == (2, 1, 3, 3)


REFUSED = [
    ("!!python/object/apply:os.system ['true']", [(1, 1, "tag")]),
    ("a: !!python/name:os.system x", [(1, 4, "tag")]),
    ("a: !!str 1", [(1, 4, "tag")]),
    ("a: ! b", [(1, 4, "tag")]),
    ("слова: !x y", [(1, 8, "tag")]),
    ("a: [b, !!binary aGk=]", [(1, 8, "tag")]),
    ("!!set {a, b}", [(1, 1, "tag")]),
    ("!!x a: b", [(1, 1, "tag")]),
    ("слова: &x y", [(1, 8, "anchor")]),
    ("a: &x [b]\nc: *x", [(1, 4, "anchor"), (2, 4, "alias")]),
    ("&x a: b", [(1, 1, "anchor")]),
    ("a: &x !y b", [(1, 4, "anchor"), (1, 4, "tag")]),
    ("&x a: [*x]", [(1, 1, "anchor"), (1, 8, "alias")]),
    ("*x : b", [(1, 1, "alias"), (1, 1, "key")]),
    ("спіс: *x", [(1, 7, "alias")]),
    ("a: &b\n  c: d\ne:\n  <<: *b", [(1, 4, "anchor"), (4, 3, "merge-key"), (4, 7, "alias")]),
    ("a: {<<: {b: c}}", [(1, 5, "merge-key")]),
    ("a: b\n'<<': c", [(2, 1, "merge-key")]),
    ("a: b\nc: d\na: e", [(3, 1, "repeated-key")]),
    ("ключ: {ў: b, ў: c, ў: d}", [(1, 14, "repeated-key"), (1, 20, "repeated-key")]),
    ('a: b\n"a": c', [(2, 1, "repeated-key")]),
    ("a: b\n'': c", [(2, 1, "key")]),
    ("[a]: b", [(1, 1, "key")]),
    ("{a: b}: c", [(1, 1, "key")]),
    ("? [a, b]\n: c\nd: e", [(1, 3, "key")]),
    (f"{'k' * 65}: b", [(1, 1, "key")]),
    ("%YAML 1.2\n---\na: b", [(1, 1, "directive")]),
    ("# note\n\n%TAG ! tag:x,2000:\n---\na: b", [(1, 1, "directive")]),
    (f"%YAML 1.{'9' * 5000}\n---\na: b", [(1, 1, "directive")]),
    ("a: b\n---\nc: d", [(2, 1, "several-documents")]),
    ("---\n---\na: b", [(2, 1, "several-documents")]),
    ("a: b\n...\n---\nc: d", [(3, 1, "several-documents")]),
    ("", [(1, 1, "empty")]),
    (" \n\n", [(1, 1, "empty")]),
    ("# only a note\n", [(1, 1, "empty")]),
    ("---\n", [(1, 1, "empty")]),
    ("\ufeff", [(1, 1, "empty")]),
    ("''", [(1, 1, "empty")]),
]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("text", "problems"), REFUSED)
def test_what_is_too_clever_or_not_one_document_is_refused(
    text: str, problems: list[Place]
) -> None:
    assert found(text) == problems


def test_a_repeated_key_names_both_lines() -> None:
    assert messages("a: b\nc: d\n\na: e") == [
        "'a' stands here twice, the first time in line 1; remove one"
    ]


SYNTAX = [
    ("title: Phone: lock", (1, 13), "':' is not expected here"),
    ("тытул: Тэлефон: код", (1, 15), "':' is not expected here"),
    ("a:b\nc: d", (2, 2), "':' is not expected here"),
    ("a: b\n c: d", (2, 3), "':' is not expected here"),
    ("a: @home", (1, 4), "needs quotes around it"),
    ("a: %x", (1, 4), "needs quotes around it"),
    ("ў: `x`", (1, 4), "needs quotes around it"),
    ("a: *bold*", (1, 4), "needs quotes around it"),
    ("a: & b", (1, 4), "needs quotes around it"),
    ("a: , b", (1, 4), "needs quotes around it"),
    ("a: }", (1, 4), "needs quotes around it"),
    ("a: b\nc: 'не закрыта\nd: e\n", (2, 4), "this quotation mark is never closed"),
    ('a: "b\nc: d', (1, 4), "this quotation mark is never closed"),
    (r'a: "C:\docs"', (1, 4), "a backslash is special in double quotes"),
    ("a: 'don't'", (1, 9), "this stands behind a closed quote or bracket"),
    ('a: "слова" і яшчэ', (1, 12), "this stands behind a closed quote or bracket"),
    ('- "a" b\n- c', (1, 7), "this stands behind a closed quote or bracket"),
    ("a: [b]]", (1, 7), "this stands behind a closed quote or bracket"),
    ("a: b\nтолькі словы\nc: d", (2, 1), "a ': ' is missing here"),
    ("a:\n  b: c\n d: e", (3, 2), "this line does not fit the lines above"),
    ("a:\n  - b: c\n   d: e", (3, 4), "this line does not fit the lines above"),
    ("a: b\n- c", (2, 1), "this line does not fit the lines above"),
    ("- c\na: b", (2, 1), "this line does not fit the lines above"),
    ("a: [b, c\nd: e\n", (1, 4), "this '[' is not closed"),
    ("a: {b: c\nd: e\n", (1, 4), "this '{' is not closed"),
    ("a: | b\n  c", (1, 4), "nothing may stand behind '|' or '>'"),
    ("a: - b", (1, 4), "begin a list in a line of its own"),
    ("a: b\n...\nc: d", (3, 1), "the file ends at '...'"),
]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("text", "place", "message"), SYNTAX)
def test_a_slip_is_explained_where_it_stands(
    text: str, place: tuple[int, int], message: str
) -> None:
    assert found(text) == [(*place, "syntax")]
    assert message in messages(text)[0]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: use #tag", (1, 8)),
        ("слова: тэг #тэг", (1, 12)),
        ("- #tag", (1, 3)),
        ("- b\n- c\n  d #e", (3, 5)),
    ],
)
def test_text_that_would_be_lost_as_a_comment_is_refused(text: str, place: tuple[int, int]) -> None:
    assert found(text) == [(*place, "comment")]


def test_a_comment_set_off_by_a_space_is_fine() -> None:
    assert loaded("a: b # aside\nc: 'd' #e\n#f\n") == {"a": "b", "c": "d"}


@pytest.mark.parametrize(
    ("text", "place"),
    [("a: [Delete chat?, b]", (1, 5)), ("a: {b: so?}", (1, 8)), ("a: >-#\n  b", (1, 4))],
)
def test_what_only_libyaml_would_read_is_refused_with_both(
    text: str, place: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(text) == [(*place, "quotes")]
    monkeypatch.delattr(yaml, "CSafeLoader")
    assert [key for _, _, key in found(text)] == ["syntax"]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "text", ["a: {b:}", "a: {b:, c: d}", "a: [b:]", "a: [b:[c]]", "a: {b:{c: d}}"]
)
def test_what_only_the_parser_in_python_would_read_is_refused_with_both(text: str) -> None:
    assert [key for _, _, key in found(text)] == ["syntax"]


@pytest.mark.usefixtures("parser")
def test_question_marks_are_fine_outside_brackets_and_in_quotes() -> None:
    assert loaded("a: why?\nb: ['Delete chat?']") == {"a": "why?", "b": ["Delete chat?"]}


def test_problems_that_do_not_end_the_reading_are_all_said() -> None:
    assert found("a: !x b\nc: &d e\na: f\n[g]: h\ni: 'j") == [
        (1, 4, "tag"),
        (2, 4, "anchor"),
        (3, 1, "repeated-key"),
        (4, 1, "key"),
        (5, 4, "syntax"),
    ]
