"""Symbols to copy by hand: a slip of the pen is noticed, wherever it is."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import CodeError
from tui.symbols import ALPHABET, CHECKS, GROUP, LINE, grouped, read, written

SYMBOLS = st.lists(st.integers(0, 31), max_size=90)
SOME = [index * 7 % 32 for index in range(LINE - CHECKS)]
(FULL_LINE,) = written(SOME)
PLAIN = FULL_LINE.replace(" ", "")


def accepted(text: str) -> bool:
    try:
        read(text)
    except CodeError:
        return False
    return True


@given(SYMBOLS)
def test_what_is_written_is_read_with_zeros_after_it(symbols: list[int]) -> None:
    found = read("\n".join(written(symbols)))
    assert found[: len(symbols)] == symbols
    assert set(found[len(symbols) :]) <= {0}
    assert len(found) - len(symbols) < GROUP


@given(SYMBOLS)
def test_lines_stand_in_groups_of_four(symbols: list[int]) -> None:
    lines = written(symbols)
    assert all(len(group) == GROUP for line in lines for group in line.split(" "))
    assert all(len(line.replace(" ", "")) <= LINE for line in lines)


def test_every_wrong_symbol_is_noticed() -> None:
    for place, right in enumerate(PLAIN):
        for wrong in ALPHABET.replace(right, ""):
            assert not accepted(PLAIN[:place] + wrong + PLAIN[place + 1 :])
    assert accepted(PLAIN)


def test_every_two_wrong_symbols_of_a_line_are_noticed() -> None:
    for (one, first), (other, second) in combinations(enumerate(PLAIN), 2):
        signs = list(PLAIN)
        for step in (1, 7, 19):
            signs[one] = ALPHABET[(ALPHABET.index(first) + step) % 32]
            signs[other] = ALPHABET[(ALPHABET.index(second) + 3 * step) % 32]
            assert not accepted("".join(signs))


def test_every_two_symbols_that_changed_places_are_noticed() -> None:
    swapped = 0
    for one, other in combinations(range(LINE), 2):
        signs = list(PLAIN)
        signs[one], signs[other] = signs[other], signs[one]
        swapped += signs != list(PLAIN)
        assert accepted("".join(signs)) is (signs == list(PLAIN))
    assert swapped > 300


def test_every_symbol_too_few_or_too_many_is_noticed() -> None:
    for place in range(LINE):
        assert not accepted(PLAIN[:place] + PLAIN[place + 1 :])
        assert not accepted(PLAIN[:place] + "7" + PLAIN[place:])


def test_lines_in_another_order_are_noticed_and_named() -> None:
    one, other = written([*SOME, *reversed(SOME)])
    assert accepted(one + other)
    with pytest.raises(CodeError, match="line 1 does not fit"):
        read(other + one)
    with pytest.raises(CodeError, match="line 2 does not fit"):
        read(one + other[:-1] + ("0" if other[-1] != "0" else "1"))


@pytest.mark.parametrize(
    "typed",
    [
        PLAIN.lower(),
        "-".join(FULL_LINE.split()),
        f"  {FULL_LINE}\n",
        PLAIN.replace("0", "O").replace("1", "l"),
        PLAIN.translate(str.maketrans("ABCEHKMPTX", "АВСЕНКМРТХ")),
    ],
)
def test_how_it_is_typed_does_not_matter(typed: str) -> None:
    assert read(typed) == SOME


def test_a_character_that_no_code_has_is_named() -> None:
    with pytest.raises(CodeError, match="'Ж' stands in no code"):
        read(f"{FULL_LINE} ж")


@given(SYMBOLS)
def test_what_is_typed_is_shown_as_on_the_paper(symbols: list[int]) -> None:
    lines = written(symbols)
    assert grouped("-".join(lines).lower()) == lines
    assert grouped("".join(lines)[:-1])[:-1] == lines[:-1]
