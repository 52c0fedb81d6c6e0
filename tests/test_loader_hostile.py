"""The strict YAML loader against hidden characters, foreign encodings, bombs and damaged files."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.reading import Place, found, loaded, messages
from tui.content.loader import MAX_BYTES, MAX_DEPTH, MAX_EVENTS, MAX_PROBLEMS, load
from tui.text import clean

SAMPLE = """\
# yaml-language-server: $schema=checklist.schema.json
id: subscriptions                # the file name
title: "Падпіскі: what you follow"
limit: >-
  This helps against a look through the phone. It does not reach
  servers or old databases.
audience: [everyone, former-prisoners]
defaults: {caution: Menus move., if_you_cannot: 'Don''t hurry.'}
sections:
  - id: telegram
    items:
      - id: leave-channels
        waits: never
        why: |
          A channel in the chat list
          is seen in a second.
        steps:
          - text: Open the channel and choose “Leave channel” in the menu.
            seen: [Leave channel, "Delete chat?"]
        checked: 2026-11-21
"""


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
def test_hidden_characters_are_refused_raw_and_by_escape(text: str, problems: list[Place]) -> None:
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


PIECES = [": ", "- ", "'", '"', "[", "]", "{", "}", ",", "#", " #x", "&a ", "*a", "!", "!!str ",
          "|", ">-\n", "%", "@", "`", "? ", "\n", "  ", "---\n", "...\n", "<<: ", "\\", "\\x41",
          "\\U00110000", "а", "💥", "\u202e", "\t", "\0", "\ufeff", ":", "-", "1", "~", "\r\n",
          "%YAML 1.1\n", "!<%ff> ", "e\u0301\u0301\u0301"]  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> str:
    start = draw(st.integers(0, len(SAMPLE)))
    text = SAMPLE[start : start + draw(st.integers(0, len(SAMPLE)))]
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
    said = str(node.data()) if node else ""
    assert clean(said) == said
    assert all(clean(str(problem)) == str(problem) for problem in problems)
