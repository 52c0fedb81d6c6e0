"""Text from outside is harmless after `clean`, and lines hold what they are given."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.text import REPLACEMENT, clean, fit, fold, shorten, unsafe_characters, width, wrap

EVERY_CHARACTER = [chr(code) for code in range(sys.maxunicode + 1)]
LETTERS = "abcdefghijklmnopqrstuvwxyz" + "абвгдеёжзійклмнопрстуўфхцчшыьэюя" + "ищъ" + "№«»“”‘’—–…"
MARK = "\N{COMBINING ACUTE ACCENT}"
WIDE = "\N{HIRAGANA LETTER A}"
# Default_Ignorable_Code_Point of Unicode 16, and what is drawn as nothing though it is a letter.
UNSEEN = {
    *("\u034f", "\u115f", "\u1160", "\u17b4", "\u17b5", "\u180b", "\u180c", "\u180d", "\u180f"),
    *("\u2800", "\u3164", "\uffa0", "\U00013441", "\U00013442", "\U00016fe4", "\U0001d159"),
    *map(chr, range(0xFE00, 0xFE10)),
    *map(chr, range(0xE0100, 0xE01F0)),
}


def unsafe(character: str) -> bool:
    category = unicodedata.category(character)
    return category.startswith("C") or category in {"Zl", "Zp"} or character in UNSEEN


def test_every_character_is_kept_or_replaced_by_what_it_is() -> None:
    assert len(EVERY_CHARACTER) == 1_114_112
    wrong = [c for c in EVERY_CHARACTER if clean(c) != (REPLACEMENT if unsafe(c) else c)]
    assert wrong == []


def test_with_newlines_kept_nothing_else_changes() -> None:
    changed = [c for c in EVERY_CHARACTER if clean(c, keep_newlines=True) != clean(c)]
    assert changed == ["\n"]
    assert clean("a\nb\r\n\u2028", keep_newlines=True) == "a\nb\ufffd\n\ufffd"


def test_the_positions_of_unsafe_characters_are_those_that_clean_replaces() -> None:
    text = "".join(EVERY_CHARACTER)
    assert list(unsafe_characters(text)) == [n for n, c in enumerate(text) if unsafe(c)]


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
        ("\x1b]52;c;aGk=\x07", "\ufffd]52;c;aGk=\ufffd"),
        ("\x9b31m", "\ufffd31m"),
        ("pay \u202e001\u202c", "pay \ufffd001\ufffd"),
        ("\u2066a\u2069\u200f\u200e\u061c", "\ufffda\ufffd\ufffd\ufffd\ufffd"),
        ("a\u2028b\u2029c\x85d", "a\ufffdb\ufffdc\ufffdd"),
        ("zero\u200bwidth\u200d\ufeff\u00ad", "zero\ufffdwidth\ufffd\ufffd\ufffd"),
        ("a\tb\nc\rd", "a\ufffdb\ufffdc\ufffdd"),
        ("\ud800", "\ufffd"),
        ("\ue000\ufffe\U000e0041", "\ufffd\ufffd\ufffd"),
        ("\u3164\u115f\u1160\uffa0\u2800", "\ufffd\ufffd\ufffd\ufffd\ufffd"),
        ("a\u034fb\ufe0fc\U000e0101d", "a\ufffdb\ufffdc\ufffdd"),
        ("Няма № 5 — «так» “да” ‘не’", "Няма № 5 — «так» “да” ‘не’"),
        ("no\u00a0break 💥 日本", "no\u00a0break 💥 日本"),
    ],
)
def test_what_acts_on_a_terminal_is_replaced(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        (f"e{MARK}", f"e{MARK}"),
        (f"e{MARK * 2}", f"e{MARK * 2}"),
        (f"e{MARK * 5}x{MARK}", f"e{MARK * 2}{REPLACEMENT * 3}x{MARK}"),
        (f"e{MARK}\u20dd\u0489", f"e{MARK}\u20dd{REPLACEMENT}"),
        (f"{MARK * 3}", f"{MARK * 2}{REPLACEMENT}"),
    ],
)
def test_a_run_of_combining_marks_is_cut_off_after_two(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text())
def test_cleaning_twice_changes_nothing_more_and_keeps_the_length(text: str) -> None:
    once = clean(text)
    assert len(once) == len(text)
    assert clean(once) == once
    assert list(unsafe_characters(once)) == []


@pytest.mark.parametrize(
    ("text", "cells"),
    [("", 0), ("list", 4), ("спіс", 4), (WIDE, 2), ("ｆ", 2), (f"e{MARK}", 1), ("💥!", 3)],
)
def test_width_counts_terminal_cells(text: str, cells: int) -> None:
    assert width(text) == cells


@given(st.text(alphabet=LETTERS + LETTERS.upper() + " .,:;?0123456789" + WIDE))
def test_width_is_what_rich_counts_for_the_letters_of_our_languages(text: str) -> None:
    assert width(text) == cell_len(text)


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("", 10, [""]),
        ("  \n ", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one  two\nthree", 80, ["one two three"]),
        ("адзін два", 5, ["адзін", "два"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("a abcdefgh", 3, ["a", "abc", "def", "gh"]),
        (WIDE * 3, 3, [WIDE, WIDE, WIDE]),
        (WIDE * 2, 1, [WIDE, WIDE]),
        (f"ab{MARK * 2}c", 2, [f"ab{MARK * 2}", "c"]),
        (f"{WIDE}{MARK}{WIDE}", 1, [f"{WIDE}{MARK}", WIDE]),
        ("a №\u00a05 d", 4, ["a", "№\u00a05", "d"]),
        ("ab", 0, ["a", "b"]),
    ],
)
def test_text_is_set_into_lines(text: str, columns: int, lines: list[str]) -> None:
    assert wrap(text, columns) == lines


def test_lines_open_with_what_is_asked_for() -> None:
    assert wrap("one two three", 9, first="1. ", rest="   ") == ["1. one", "   two", "   three"]
    assert wrap("", 9, first="1. ", rest="   ") == ["1. "]


WORDS = st.text(alphabet=f"abcўі{WIDE}{MARK}\u00a0 \n", max_size=60)


@given(WORDS, st.integers(2, 20), st.sampled_from(["", "- ", "№ 1. "]))
def test_no_line_is_wider_than_asked_and_no_letter_is_lost(
    text: str, columns: int, first: str
) -> None:
    columns += width(first)
    lines = wrap(text, columns, first=first, rest=" " * width(first))
    assert all(width(line) <= columns for line in lines)
    said = "".join(line[len(first) :] for line in lines)
    assert said.replace(" ", "") == text.replace(" ", "").replace("\n", "")


@given(WORDS, st.integers(1, 20))
def test_only_a_word_too_wide_for_a_line_is_parted(text: str, columns: int) -> None:
    words = [word for word in text.replace("\n", " ").split(" ") if word]
    whole = [word for line in wrap(text, columns) for word in line.split(" ")]
    assert [word for word in words if width(word) <= columns and word not in whole] == []


def test_folding_makes_case_and_yo_equal() -> None:
    assert fold("ЁЛКА Straße ў") == fold("елка STRASSE Ў")
    assert fold("е") != fold("э")


@pytest.mark.parametrize(
    ("text", "columns", "short"),
    [
        ("order", 5, "order"),
        ("order", 4, "ord…"),
        ("парадак", 5, "пара…"),
        ("漢字かな", 8, "漢字かな"),
        ("漢字かな", 7, "漢字か…"),
        ("漢字かな", 6, "漢字…"),
        ("a\u0301b\u0301c\u0301", 2, "a\u0301…"),
        ("order", 1, "…"),
        ("order", 0, ""),
        ("", 0, ""),
    ],
)
def test_text_is_shortened_by_the_cells_it_takes(text: str, columns: int, short: str) -> None:
    assert shorten(text, columns) == short
    assert width(short) <= columns


@pytest.mark.parametrize("letter", ["a", "漢", "е\u0301", "a\u0301\u0302", "\u202e", "\n"])
def test_a_text_of_any_length_is_cleaned_to_fit(letter: str) -> None:
    for columns in (1, 2, 10):
        fitted = fit(letter * 1_000_000, columns)
        assert fitted.endswith("…")
        assert fitted == shorten(clean(letter * 50), columns)
    assert fit("short", 5) == "short"
