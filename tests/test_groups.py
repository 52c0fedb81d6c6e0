"""Groups of items: none too long, even, complete, with a pause between every two of them."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.printed import library_at
from tui.export import Detail, from_checklists
from tui.export.document import Entry, Field, Part, Sheet
from tui.export.groups import Group, grouped, groups


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    library = library_at(tmp_path)
    return from_checklists(library.checklists, library, Detail.TITLES).sheets[0]


def part(sheet: Sheet, amount: int) -> Part:
    """A part with so many different items."""
    entry = sheet.parts[0].entries[0]
    entries = tuple(replace(entry, title=str(number)) for number in range(amount))
    return Part("Part", "", entries)


def paused(sheet: Sheet) -> list[list[bool]]:
    return [[group.paused for group in found] for found in grouped(sheet)]


@pytest.mark.parametrize(
    ("amount", "sizes"),
    [(0, []), (1, [1]), (9, [9]), (10, [5, 5]), (18, [9, 9]), (19, [6, 6, 7]), (31, [7, 8, 8, 8])],
)
def test_groups_are_few_and_even_and_hold_nine_at_most(
    sheet: Sheet, amount: int, sizes: list[int]
) -> None:
    whole = part(sheet, amount)
    found = groups(whole)
    assert [len(group) for group in found] == sizes
    assert tuple(entry for group in found for entry in group) == whole.entries


def test_a_pause_stands_between_two_groups_and_never_after_the_last(sheet: Sheet) -> None:
    amounts = (3, 12, 2)
    parts = tuple(part(sheet, amount) for amount in amounts)
    assert paused(replace(sheet, parts=parts)) == [[True], [True, True], [False]]
    assert paused(replace(sheet, parts=parts[1:2])) == [[True, False]]
    assert paused(replace(sheet, parts=parts[:1])) == [[False]]
    assert paused(replace(sheet, parts=())) == []


def test_what_is_written_by_hand_has_no_pause_before_it(sheet: Sheet) -> None:
    form = Part("Lawyer", "", fields=(Field("Name", 1),))
    assert paused(replace(sheet, parts=(part(sheet, 2), form))) == [[False], []]
    assert paused(replace(sheet, parts=(part(sheet, 2), form, part(sheet, 1)))) == [
        *([True], [], [False]),
    ]


def test_equal_items_are_counted_one_by_one(sheet: Sheet) -> None:
    entries: tuple[Entry, ...] = sheet.parts[0].entries[:1] * 10
    (found,) = grouped(replace(sheet, parts=(Part("Part", "", entries),)))
    assert found == (Group(entries[:5], paused=True), Group(entries[5:], paused=False))
