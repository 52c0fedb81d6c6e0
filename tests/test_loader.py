"""The strict YAML loader: what it refuses and where, with either parser behind it."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tui.content.loader import MAX_BYTES, MAX_DEPTH, MAX_EVENTS, MAX_PROBLEMS, Node, load
from tui.text import clean

CHECKLISTS = Path(__file__).parents[1] / "checklists"
Plain = str | list["Plain"] | dict[str, "Plain"]


@pytest.fixture(params=["libyaml", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """With libyaml, and as where PyYAML was installed without it."""
    assert yaml.__with_libyaml__
    if request.param == "python":
        monkeypatch.delattr(yaml, "CSafeLoader")
    return str(request.param)


def plain(node: Node) -> Plain:
    if node.entries is not None:
        return {key: plain(value) for key, (_, value) in node.entries.items()}
    if node.items is not None:
        return [plain(item) for item in node.items]
    assert node.text is not None
    return node.text


def loaded(text: str) -> Plain:
    node, problems = load(text.encode(), "list.yaml")
    assert problems == []
    assert node
    return plain(node)


def found(data: str | bytes) -> list[tuple[int, int, str]]:
    data = data.encode() if isinstance(data, str) else data
    node, problems = load(data, "list.yaml")
    assert (node is None) == bool(problems)
    assert {problem.path for problem in problems} <= {"list.yaml"}
    return [(problem.line, problem.column, problem.key) for problem in problems]


def messages(text: str) -> list[str]:
    return [problem.message for problem in load(text.encode(), "list.yaml")[1]]


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
    text: str, problems: list[tuple[int, int, str]]
) -> None:
    assert found(text) == problems


def test_a_repeated_key_names_both_lines() -> None:
    assert messages("a: b\nc: d\n\na: e") == [
        "'a' stands here twice, the first time in line 1; remove one"
    ]


HIDDEN = [
    ("a: b\x1b[31m", [(1, 5, "control-character")]),
    ("слова: x\u202ey", [(1, 9, "control-character")]),
    ("a: b\n# ў\u2028\nc\x00: d\x85", [(2, 4, "control-character"), (3, 2, "control-character"),
                                     (3, 6, "control-character")]),
    ("a: b\ufeffc", [(1, 5, "control-character")]),
    ("\ufeff\ufeffa: b", [(1, 1, "control-character")]),
    ("a: b\rc: d", [(1, 5, "control-character")]),
    ("a: soft\u00adhyphen", [(1, 8, "control-character")]),
    ("a: \u2066b\u2069", [(1, 4, "control-character"), (1, 6, "control-character")]),
    ("a: \ue000", [(1, 4, "control-character")]),
    ("a: \U000e0041", [(1, 4, "control-character")]),
    ("a:\n\tb: c", [(2, 1, "tab")]),
    ("ў:\tc", [(1, 3, "tab")]),
    ("a: b\t", [(1, 5, "tab")]),
    (r'a: "\e[31m"', [(1, 4, "control-character")]),
    (r'слова: "x\u202ey"', [(1, 8, "control-character")]),
    (r'a: ["\L", "\P", "\N", "\0", "\x7f", "\U000e0041"]',
     [(1, n, "control-character") for n in (5, 11, 17, 23, 29, 37)]),
    (r'"\x1b": b', [(1, 1, "control-character")]),
    (r'"\x1b"', [(1, 1, "control-character")]),
    (r'a: "b\tc"', [(1, 4, "tab")]),
    ("a: e\u0301\u0301\u0301", [(1, 4, "accents")]),
]  # fmt: skip


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("text", "problems"), HIDDEN)
def test_hidden_characters_are_refused_raw_and_by_escape(
    text: str, problems: list[tuple[int, int, str]]
) -> None:
    assert found(text) == problems


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("escape", [r"\ud800", r"\U00110000", r"\UFFFFFFFF", r"\q", r"\x1"])
def test_an_impossible_escape_is_refused(escape: str) -> None:
    assert len(found(f'a: "{escape}"')) == 1


def test_a_hidden_character_is_named() -> None:
    assert messages("a: \u202e\x1b") == [
        "hidden character U+202E RIGHT-TO-LEFT OVERRIDE; delete it, it could act on a terminal",
        "hidden character U+001B; delete it, it could act on a terminal",
    ]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ("a: слова".encode("utf-16"), (1, 1)),
        ("a: слова".encode("utf-16-be"), (1, 1)),
        ("a: слова".encode("utf-16-le"), (1, 1)),
        ("a: слова".encode("utf-32"), (1, 1)),
        ("a: b\nc: слова".encode("cp1251"), (2, 4)),
        ("ў: b\nцік: ".encode() + b"\xff", (2, 6)),
        ("\ufeffў".encode() + b"\xc3", (1, 2)),
        ("a: b\r\nў: ".encode() + b"\xed\xa0\x80", (2, 4)),
        (b"a: \xc0\xaf", (1, 4)),
    ],
)
def test_another_encoding_than_utf_8_is_refused(data: bytes, place: tuple[int, int]) -> None:
    assert found(data) == [(*place, "encoding")]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[" * 100_000, (1, MAX_DEPTH + 1)),
        ("- " * 100_000, (1, 2 * MAX_DEPTH + 1)),
        ("[" * 20 + "a" + "]" * 20, (1, 21)),
        ("{a: " * 50_000, (1, 4 * MAX_DEPTH - 2)),
        ("\n".join(f"{' ' * n}а{n}:" for n in range(200)), (MAX_DEPTH, MAX_DEPTH)),
    ],
)
def test_deep_nesting_is_refused_before_it_can_end_the_process(
    text: str, place: tuple[int, int]
) -> None:
    assert found(text) == [(*place, "too-deep")]


def test_nesting_that_is_deep_enough_for_any_list_is_read() -> None:
    assert loaded("[" * 19 + "a" + "]" * 19)


def test_a_bomb_of_aliases_is_refused() -> None:
    rows = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    problems = found("\n".join(["a0: &a0 lol", *rows]))
    assert len(problems) == 81
    assert {key for _, _, key in problems} == {"anchor", "alias"}


def test_a_large_file_is_refused_unread() -> None:
    assert found(b"#" * (MAX_BYTES - 1) + b"\n") == [(1, 1, "empty")]
    assert found(b"#" * MAX_BYTES + b"\n") == [(1, 1, "too-large")]


@pytest.mark.usefixtures("parser")
def test_a_file_of_very_many_parts_is_refused() -> None:
    assert found("- a\n" * (MAX_EVENTS - 10)) == []
    assert found("- a\n" * (MAX_EVENTS + 10)) == [(MAX_EVENTS - 1, 3, "too-large")]


def test_no_more_problems_are_said_than_can_be_read() -> None:
    assert len(found("\x01" * 5000)) == MAX_PROBLEMS
    assert len(found("a: !b c\n" * 5000)) == MAX_PROBLEMS


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


PIECES = [": ", "- ", "'", '"', "[", "]", "{", "}", ",", "#", " #x", "&a ", "*a", "!", "!!str ",
          "|", ">-\n", "%", "@", "`", "? ", "\n", "  ", "---\n", "...\n", "<<: ", "\\", "\\x41",
          "\\U00110000", "а", "💥", "\u202e", "\t", "\0", "\ufeff", ":", "-", "1", "~", "\r\n",
          "%YAML 1.1\n", "!<%ff> ", "e\u0301\u0301\u0301"]  # fmt: skip
SHIPPED = [path.read_text(encoding="utf-8") for path in sorted(CHECKLISTS.glob("*.yaml"))]


@st.composite
def mutated(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(SHIPPED))
    start = draw(st.integers(0, len(text)))
    text = text[start : start + draw(st.integers(0, 300))]
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(PIECES)) + text[at + draw(st.integers(0, 2)) :]
    return text


def verdicts(data: bytes) -> tuple[bool, bool]:
    fast = found(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader")
        slow = found(data)
    return bool(fast), bool(slow)


@given(st.binary(max_size=200))
def test_arbitrary_bytes_give_problems_and_nothing_else(data: bytes) -> None:
    with_libyaml, without = verdicts(data)
    assert with_libyaml == without


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_pieces_of_yaml_get_the_same_verdict_from_both_parsers(text: str) -> None:
    with_libyaml, without = verdicts(text.encode(errors="surrogatepass"))
    assert with_libyaml == without


@given(mutated())
def test_damaged_lists_get_the_same_verdict_from_both_parsers(text: str) -> None:
    with_libyaml, without = verdicts(text.encode())
    assert with_libyaml == without


@given(mutated())
def test_what_is_read_and_what_is_said_is_clean(text: str) -> None:
    node, problems = load(text.encode(), "list\x1b.yaml")
    said = str(plain(node)) if node else ""
    assert clean(said) == said
    assert all(clean(str(problem)) == str(problem) for problem in problems)
