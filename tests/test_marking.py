"""Decisions about findings, their hashes, and the way back."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inventories import zip_of
from tests.telegram import generate
from tests.telegram_read import read
from tests.test_telegram_counts import KIND_FIRST
from tui.content.model import Topic
from tui.inventory.marking import Marking
from tui.inventory.model import Inventory, Part, Table
from tui.session import HASH_BYTES, Review, Reviewed

KEY, OTHER = b"k" * 32, b"o" * 32
NOTHING = Review()
PARTS = [Part("one", Topic.LINKS, "One"), Part("two", Topic.REPOSTS, "Two")]
MOST = 6


def all_marked(inventory: Inventory, key: bytes = KEY) -> Review:
    """The review in which every finding is done."""
    marking, review = Marking(inventory, key), NOTHING
    for table in inventory.tables.values():
        if len(table):
            review = marking.mark(table, range(len(table)), Reviewed.DONE, review)
    return review


def restored(inventory: Inventory, review: Review, key: bytes = KEY) -> Marking:
    marking = Marking(inventory, key)
    for _ in marking.restore(review):
        pass
    return marking


def decided(marking: Marking) -> dict[str, dict[int, Reviewed]]:
    tables = marking.inventory.tables
    return {part: dict(marking.decisions(table)) for part, table in tables.items()}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("DataExport") / "result.json"
    generate(path, messages=800, chats=40, seed=5)
    return path


@pytest.fixture(scope="module")
def review(archive: Path) -> Review:
    return all_marked(read(archive))


def test_a_hash_is_short_and_each_finding_has_its_own(archive: Path, review: Review) -> None:
    inventory = read(archive)
    findings = {
        (part, group.key, table.place[number], table.number[number])
        for part, table in inventory.tables.items()
        for number, group in enumerate(table.groups[one] for one in table.group)
    }
    assert {len(name) for name in review.marks} == {HASH_BYTES}
    assert len(review.marks) == len(findings) > 500


@pytest.mark.parametrize("layout", KIND_FIRST)
def test_hashes_are_the_same_in_every_layout(layout: str, review: Review, tmp_path: Path) -> None:
    path = tmp_path / "saved-again.json"
    generate(path, messages=800, chats=40, seed=5, layout=layout)
    assert all_marked(read(path)) == review


def test_hashes_are_the_same_from_the_folder_and_from_a_zip(
    archive: Path, review: Review, tmp_path: Path
) -> None:
    assert all_marked(read(archive.parent)) == review
    assert all_marked(read(zip_of(archive.parent, tmp_path / "all.zip"))) == review


def test_another_key_gives_other_hashes(archive: Path, review: Review) -> None:
    other = all_marked(read(archive), OTHER)
    assert len(other.marks) == len(review.marks)
    assert not other.marks.keys() & review.marks.keys()


def test_decisions_are_found_again_by_their_key_alone(archive: Path) -> None:
    inventory = read(archive)
    marking, table = Marking(inventory, KEY), inventory.tables["reposts"]
    review = marking.mark(table, [0, 5], Reviewed.KEEP, NOTHING)
    review = marking.mark(inventory.tables["contacts"], [3], Reviewed.DONE, review)
    again = restored(read(archive), review)
    assert decided(again)["reposts"] == {0: Reviewed.KEEP, 5: Reviewed.KEEP}
    assert decided(again)["contacts"] == {3: Reviewed.DONE}
    assert sum(map(len, decided(again).values())) == 3
    assert not any(decided(restored(read(archive), review, OTHER)).values())


def test_what_is_decided_about_an_archive_that_is_gone_stays_in_the_review(archive: Path) -> None:
    inventory = read(archive)
    before = Review(KEY, {b"earlier.": Reviewed.DONE})
    marking = restored(inventory, before)
    assert not any(decided(marking).values())
    after = marking.mark(inventory.tables["links"], [0], Reviewed.KEEP, before)
    assert after.marks[b"earlier."] is Reviewed.DONE
    assert len(after.marks) == 2
    assert marking.undo(after) == before


def test_a_review_under_another_key_is_not_added_to(archive: Path) -> None:
    inventory = read(archive)
    before = Review(OTHER, {b"earlier.": Reviewed.DONE})
    after = Marking(inventory, KEY).mark(inventory.tables["links"], [0], Reviewed.KEEP, before)
    assert after.key == KEY
    assert list(after.marks.values()) == [Reviewed.KEEP]


def small() -> Inventory:
    """Two tables of some entries, one of which no reader has named."""
    inventory = Inventory("none")
    for part in PARTS:
        table = inventory.table(part)
        for number in range(MOST):
            table.add_entry(f"{number}\udc00", f"entry {number}")
    return inventory


marks = st.tuples(
    st.sampled_from([part.id for part in PARTS]),
    st.sets(st.integers(0, MOST - 1), min_size=1),
    st.sampled_from(Reviewed),
)


def one_after_the_other(
    marking: Marking, changes: Iterable[tuple[str, set[int], Reviewed]]
) -> list[tuple[Review, dict[str, dict[int, Reviewed]]]]:
    """What stands after each change, from before the first."""
    states = [(NOTHING, decided(marking))]
    for part, numbers, decision in changes:
        table: Table = marking.inventory.tables[part]
        review = marking.mark(table, sorted(numbers), decision, states[-1][0])
        states.append((review, decided(marking)))
    return states


@given(st.lists(marks, max_size=12))
def test_undo_goes_back_through_everything_that_was_decided(
    changes: list[tuple[str, set[int], Reviewed]],
) -> None:
    marking = Marking(small(), KEY)
    states = one_after_the_other(marking, changes)
    review, _ = states.pop()
    while states:
        before, there = states.pop()
        review = marking.undo(review)
        assert (dict(review.marks), decided(marking)) == (dict(before.marks), there)
    assert marking.undo(review) is review
    assert not review.marks


@given(st.lists(marks, max_size=12))
def test_a_review_tells_all_that_was_decided(
    changes: list[tuple[str, set[int], Reviewed]],
) -> None:
    marking = Marking(small(), KEY)
    review, there = one_after_the_other(marking, changes)[-1]
    assert decided(restored(small(), review)) == there
    assert len(review.marks) == sum(map(len, there.values()))


def test_tables_made_anew_have_no_way_back_to_what_they_were() -> None:
    inventory = small()
    marking = Marking(inventory, KEY)
    one, two = (inventory.tables[part.id] for part in PARTS)
    review = marking.mark(one, [0], Reviewed.DONE, NOTHING)
    review = marking.mark(two, [0], Reviewed.DONE, review)
    marking.forget(two)
    assert marking.decisions(two) == {}
    assert not marking.undo(marking.undo(review)).marks.keys() - review.marks.keys()
    assert marking.decisions(one) == {}
