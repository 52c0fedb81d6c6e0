"""Paper codes: the marks come back, and what has changed since is told."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plans import EVERY_ITEM, LIBRARY
from tui.content.library import Library
from tui.content.model import Checklist, Item
from tui.errors import CodeError
from tui.paper_code import Noted, Resumed, decode, encode, resume, write
from tui.session import Status
from tui.symbols import written

MARKED = [status for status in Status if status is not Status.TODO]
REFS = [item.ref for item in EVERY_ITEM]
marks = st.dictionaries(st.sampled_from(REFS), st.sampled_from(MARKED), min_size=1)
numbers = st.integers(1, 700)
noted = st.builds(
    Noted, numbers, numbers, st.dictionaries(numbers, st.sampled_from(MARKED), min_size=1)
)


def characters(lines: tuple[str, ...]) -> int:
    return sum(len(line.replace(" ", "")) for line in lines)


@given(marks)
def test_every_mark_of_every_list_comes_back(marks: dict[str, Status]) -> None:
    found = resume("\n".join(write(marks, LIBRARY, EVERY_ITEM)), LIBRARY)
    assert found == Resumed(marks, changed=(), unknown=())


@given(st.lists(noted, unique_by=lambda one: one.number, min_size=1, max_size=12))
def test_any_numbers_come_back(lists: list[Noted]) -> None:
    lists.sort(key=lambda one: one.number)
    assert list(decode("".join(encode(lists)))) == lists


@given(st.data())
def test_27_items_fit_20_characters(data: st.DataObject) -> None:
    statuses = data.draw(st.lists(st.sampled_from(MARKED), min_size=27, max_size=27))
    number, revision = data.draw(st.integers(1, 63)), data.draw(st.integers(1, 63))
    assert characters(encode([Noted(number, revision, dict(enumerate(statuses, 1)))])) <= 20


@given(st.data())
def test_30_items_of_a_plan_over_three_lists_fit_28_characters(data: st.DataObject) -> None:
    statuses = data.draw(st.lists(st.sampled_from(MARKED), min_size=30, max_size=30))
    cuts = sorted(data.draw(st.sets(st.integers(1, 29), min_size=2, max_size=2)))
    chosen = sorted(data.draw(st.sets(st.integers(1, 63), min_size=3, max_size=3)))
    parts = [statuses[: cuts[0]], statuses[cuts[0] : cuts[1]], statuses[cuts[1] :]]
    lists = [Noted(n, 1, dict(enumerate(part, 1))) for n, part in zip(chosen, parts, strict=True)]
    assert characters(encode(lists)) <= 28


def test_only_what_is_at_hand_is_written() -> None:
    one, *others = LIBRARY.checklists[0].items
    lines = write({item.ref: Status.DONE for item in (one, *others)}, LIBRARY, [one])
    assert resume("".join(lines), LIBRARY).marks == {one.ref: Status.DONE}
    assert write({}, LIBRARY, [one]) == ()


def with_items(*items: Item) -> Library:
    """The shipped library, with its first list holding these items in its first section."""
    library = replace(LIBRARY)
    first, *others = LIBRARY.checklists
    part, *parts = first.sections
    changed = replace(first, revision=9, sections=(replace(part, items=items), *parts))
    library.__dict__["checklists"] = (changed, *others)
    return library


def test_a_renamed_item_keeps_its_mark_and_a_changed_one_asks_again() -> None:
    first = LIBRARY.checklists[0]
    renamed, changed, gone = first.sections[0].items
    code = "".join(
        write(dict.fromkeys((i.ref for i in first.items), Status.DONE), LIBRARY, first.items)
    )
    new = replace(renamed, id="another-name"), replace(changed, changed=2)
    found = resume(code, with_items(*new))
    assert found.marks[f"{first.id}/another-name"] is Status.DONE
    assert [item.id for item in found.changed] == [changed.id]
    assert changed.ref not in found.marks
    assert found.unknown == (Noted(first.number, first.revision, {gone.number: Status.DONE}),)


def test_a_list_that_is_not_there_is_named() -> None:
    code = "".join(encode([Noted(60, 1, {1: Status.DONE})]))
    assert resume(code, LIBRARY).unknown == (Noted(60, 1, {1: Status.DONE}),)


def test_a_missing_line_is_noticed() -> None:
    lists = [Noted(n, 1, dict.fromkeys(range(1, 20), Status.LATER)) for n in range(1, 9)]
    lines = encode(lists)
    assert len(lines) > 2
    for left in range(1, len(lines)):
        with pytest.raises(CodeError, match="ends too early"):
            decode("".join(lines[:left]))


def test_a_newer_code_and_none_at_all_are_told_apart() -> None:
    with pytest.raises(CodeError, match="there is no code"):
        decode(" ")
    with pytest.raises(CodeError, match="newer Paradak"):
        decode("".join(written([0b01000, 0, 0])))


@pytest.mark.parametrize("found", LIBRARY.checklists, ids=lambda found: found.id)
def test_a_whole_list_is_short(found: Checklist) -> None:
    marks = dict.fromkeys((item.ref for item in found.items), Status.DONE)
    lines = write(marks, LIBRARY, found.items)
    assert len(lines) == 1
    assert characters(lines) <= 20 + 4 * (len(found.items) > 27)
