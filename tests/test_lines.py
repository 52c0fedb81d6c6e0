"""The rows of a table: grouped, sorted, narrowed and counted."""

import datetime
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.content.model import Topic
from tui.inventory.lines import (
    Grouping,
    Line,
    Sort,
    counted,
    groupings,
    matching,
    newest_first,
    ordered,
    own,
    rows,
)
from tui.inventory.model import Chat, Inventory, Part, Table
from tui.session import Reviewed

PART = Part("links", Topic.LINKS, "Links")
CHATS = [Chat("group/1", "Picnic", "private_group"), Chat("saved/1", "", "saved_messages")]
SOURCES = ("meadow.example", "tea.example", "")
DAYS = (0, 1_614_600_000, 1_709_283_600, 1_709_290_000)

findings = st.lists(
    st.tuples(
        st.sampled_from(SOURCES), st.sampled_from([0, 1]), st.sampled_from(DAYS), st.booleans()
    )
)
Finding = tuple[str, int, int, bool]


def made(found: list[Finding]) -> tuple[Table, Inventory]:
    """A table of findings, whose place is the number of their chat."""
    inventory = Inventory("none", chats=list(CHATS), chat_of=int)
    table = inventory.table(PART)
    for number, (source, chat, when, mine) in enumerate(found):
        table.add(table.find_group(source, source), chat, number, when, mine=mine)
    return table, inventory


def year(when: int) -> str:
    return str(datetime.datetime.fromtimestamp(when, datetime.UTC).year) if when else ""


NAMES: dict[Grouping, Callable[[Finding], str]] = {
    Grouping.OWN: lambda found: found[0],
    Grouping.CHAT: lambda found: CHATS[found[1]].name,
    Grouping.YEAR: lambda found: year(found[2]),
}


@pytest.mark.parametrize("grouping", NAMES)
@given(found=findings)
def test_every_finding_is_in_one_row_whatever_the_rows_are(
    grouping: Grouping, found: list[Finding]
) -> None:
    table, inventory = made(found)
    shown = rows(table, inventory, grouping)
    name_of = NAMES[grouping]
    every = Counter(name_of(one) for one in found)
    mine = Counter(name_of(one) for one in found if one[3])
    assert {row.name: row.every for row in shown.lines} == every
    assert {row.name: row.mine for row in shown.lines if row.mine} == mine
    for row in shown.lines:
        inside = [number for number, one in enumerate(found) if name_of(one) == row.name]
        assert list(shown.members[row.key]) == inside
        assert row.last == max(found[number][2] for number in inside)
    assert len(shown.members) == len(shown.lines)


@given(found=findings, decisions=st.sets(st.integers(0, 20)))
def test_decisions_are_counted_by_row_ones_own_apart(
    found: list[Finding], decisions: set[int]
) -> None:
    table, inventory = made(found)
    given_ = {number: Reviewed.DONE for number in decisions if number < len(found)}
    counts = counted(table, inventory, Grouping.CHAT, given_)
    wanted = Counter((found[number][1], found[number][3]) for number in given_)
    assert counts == {row: {Reviewed.DONE: count} for row, count in wanted.items()}


def test_the_newest_of_ones_own_come_first_then_what_others_wrote() -> None:
    told = [("tea", 0, when, mine) for when, mine in ((5, False), (1, True), (9, False), (3, True))]
    table, _ = made(told)
    assert newest_first(table, range(4)) == [3, 1, 2, 0]
    assert own(table, [3, 1, 2, 0]) == [3, 1]
    assert own(table, [2, 0]) == [2, 0]


def test_tables_are_grouped_by_what_they_can_be_grouped_by() -> None:
    table, inventory = made([("tea", 0, DAYS[1], True)])
    assert groupings(table, inventory) == (Grouping.OWN, Grouping.CHAT, Grouping.YEAR)
    timeless, inventory = made([("tea", 0, 0, True)])
    assert groupings(timeless, inventory) == (Grouping.OWN, Grouping.CHAT)
    inventory.chats.clear()
    assert groupings(timeless, inventory) == (Grouping.OWN,)


def test_a_table_whose_rows_are_chats_is_not_grouped_by_chat() -> None:
    inventory = Inventory("none", chats=list(CHATS), chat_of=int)
    table = inventory.table(PART)
    table.add(table.find_group(CHATS[0].key, CHATS[0].name), 0, 1, DAYS[1], mine=True)
    assert groupings(table, inventory) == (Grouping.OWN, Grouping.YEAR)


def test_entries_are_grouped_by_kind_where_there_are_several() -> None:
    inventory = Inventory("none")
    table = inventory.table(PART)
    table.add_entry("1", "Picnic", "public_channel")
    assert groupings(table, inventory) == (Grouping.OWN,)
    table.add_entry("2", "Tea", "private_group")
    table.add_entry("3", "Kettle", "private_group")
    assert groupings(table, inventory) == (Grouping.OWN, Grouping.KIND)
    shown = rows(table, inventory, Grouping.KIND)
    assert {row.name: row.every for row in shown.lines} == {"public_channel": 1, "private_group": 2}
    assert list(shown.members["private_group"]) == [1, 2]


ROWS = [
    Line(0, "Ёлкі", "", 1, 9, 10),
    Line(1, "birds", "public_channel", 5, 5, 30),
    Line(2, "", "", 5, 7, 20),
    Line(3, "Ежы", "", 0, 1, 0),
]


@pytest.mark.parametrize(
    ("sort", "keys"),
    [
        (Sort.MINE, [2, 1, 0, 3]),
        (Sort.EVERY, [0, 2, 1, 3]),
        (Sort.LAST, [1, 2, 0, 3]),
        (Sort.NAME, [1, 3, 0, 2]),
    ],
)
def test_rows_are_sorted_with_the_nameless_last_among_names(sort: Sort, keys: list[int]) -> None:
    assert [row.key for row in ordered(ROWS, sort)] == keys


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("елк", [0]),
        ("ЁЛК", [0]),
        ("е\u0308лкі", [0]),
        ("ＢＩＲＤ", [1]),
        ("CHANNEL", [1]),
        ("е", [0, 3]),
        ("", [0, 1, 2, 3]),
        ("nowhere", []),
    ],
)
def test_rows_are_narrowed_by_name_or_kind_however_it_is_typed(typed: str, keys: list[int]) -> None:
    assert [row.key for row in matching(ROWS, typed)] == keys
