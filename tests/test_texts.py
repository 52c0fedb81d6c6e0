"""Text comes in pieces of any size, and broken JSON loses no more than what is broken."""

import json
import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.inventory import texts
from tui.inventory.archive import pasted
from tui.inventory.model import LATEST, Faults
from tui.inventory.texts import head, items, lines, pieces, seconds

START = re.compile(r"\A\s*\[")


def cut(text: str, size: int) -> Iterator[str]:
    return (text[at : at + size] for at in range(0, len(text), size))


def read(text: str, size: int = 7, start: re.Pattern[str] = START) -> tuple[object, bool, int]:
    """The objects, whether they are cut, and how many could not be read."""
    faults = Faults()
    found = [item for item in items(cut(text, size), start, faults) if item is not None]
    return found, faults.cut, faults.skipped


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Прывітанне".encode(), "Прывітанне"),
        ("\ufeffПрывітанне".encode(), "Прывітанне"),
        ("Прывітанне".encode("utf-16"), "Прывітанне"),
        (b"\xfe\xff" + "Прывітанне".encode("utf-16-be"), "Прывітанне"),
        (b"a\xffb\xd0", "a\ufffdb\ufffd"),
        ("ж".encode() * texts.PIECE, "ж" * texts.PIECE),
        (b"a" + "ж".encode() * texts.PIECE, "a" + "ж" * texts.PIECE),
        (b"", ""),
    ],
)
def test_text_is_decoded_whatever_wrote_it(data: bytes, text: str) -> None:
    archive = pasted(data)
    with archive.open(archive.members[0]) as stream:
        assert "".join(pieces(stream, Faults())) == text
    assert head(archive, archive.members[0])[:9] == text[:9].removesuffix("\ufffd")


@given(st.text("ab\r\n", max_size=40), st.integers(1, 9))
def test_lines_do_not_depend_on_pieces(text: str, size: int) -> None:
    *whole, rest = text.split("\n")
    wanted = [line.removesuffix("\r") for line in whole] + [rest] * bool(rest)
    assert list(lines(cut(text, size))) == wanted


def test_a_line_without_end_comes_in_parts() -> None:
    found = list(lines(cut("x" * 1_000_000, texts.PIECE)))
    assert "".join(found) == "x" * 1_000_000
    assert max(map(len, found)) <= texts.LONGEST_LINE + texts.PIECE


@given(st.lists(st.dictionaries(st.text(max_size=5), st.integers() | st.text(), max_size=3)))
def test_objects_do_not_depend_on_pieces_and_layout(objects: list[dict[str, object]]) -> None:
    for size in (1, 5, 10_000):
        for text in (json.dumps(objects), json.dumps(objects, indent=2, ensure_ascii=False)):
            assert read(text, size) == (objects, False, 0)


def test_an_array_is_found_by_its_key_and_ends_where_it_ends() -> None:
    text = '{"about": [{"a": 1}], "wanted" : [{"b": 2}, {"c": 3}], "more": [{"d": 4}]}'
    found = read(text, 3, re.compile(r'"wanted"\s*:\s*\['))
    assert found == ([{"b": 2}, {"c": 3}], False, 0)
    assert read(text, 3, re.compile(r'"other"\s*:\s*\[')) == ([], False, 0)


def test_what_is_no_object_is_passed_over_in_silence() -> None:
    assert read('[1, "a", null, [{"a": 1}], {"b": 2}]') == ([{"b": 2}], False, 0)


def test_control_characters_and_lone_surrogates_do_not_stop_it() -> None:
    assert read('[{"a": "\x01\n\\ud800"}]') == ([{"a": "\x01\n\ud800"}], False, 0)


@pytest.mark.parametrize(
    "broken", ['{"b": \\x01}', '{"b": 1 2}', "{b: 1}", '{"b": %s}' % ("9" * 5000)]
)
def test_a_broken_object_is_counted_and_the_others_stay(broken: str) -> None:
    text = f'[{{"a": 1}}, {broken}, {{"c": 3}}]'
    assert read(text) == ([{"a": 1}, {"c": 3}], False, 1)


@pytest.mark.parametrize("end", ["", ",", ', {"c', ', {"c": "', ', {"c": [1'])
def test_a_cut_array_is_said_to_be_cut(end: str) -> None:
    assert read(f'[{{"a": 1}}, {{"b": 2}}{end}') == ([{"a": 1}, {"b": 2}], True, 0)


def test_nesting_without_end_is_passed_over_in_bounded_time() -> None:
    for deep in ("[" * 3_000_000, '{"a":' * 1_000_000):
        assert read('[{"a": 1},' + deep, texts.PIECE) == ([{"a": 1}], True, 1)


def test_an_object_without_end_does_not_hide_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "MOST_ITEM", 100)
    text = '[{"a": 1}, {"b": "%s"}, {"c": 3}]' % ("x" * 500)
    assert read(text) == ([{"a": 1}, {"c": 3}], False, 1)


@pytest.mark.parametrize(
    ("value", "time"),
    [
        (1709251200, 1709251200),
        ("1709251201", 1709251201),
        (1709251200123456, 1709251200),
        (1709251200123, 1709251200),
        ("2024-03-01T00:00:00.123Z", 1709251200),
        ("2024-03-01T03:00:00+03:00", 1709251200),
        ("2024-03-01T00:00:00", 1709251200),
        (1.7092512e9, 1709251200),
        (LATEST, LATEST),
        (-5, 0),
        ("9" * 5000, 0),
        ("1T", 0),
        ("", 0),
        (None, 0),
        ([1], 0),
        (float("inf"), 0),
        (float("nan"), 0),
    ],
)
def test_a_time_is_understood_in_every_unit(value: object, time: int) -> None:
    assert seconds(value) == time
