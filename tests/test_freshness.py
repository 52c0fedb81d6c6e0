"""Advice gets old by a clock that is passed in, and a clock that cannot be right is not trusted."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from tests.lists import library_of, yaml_item, yaml_list
from tests.printed import WRITTEN, printed_text
from tui.content.freshness import due, months_since
from tui.content.library import Library
from tui.content.model import Item
from tui.export import Detail, Format, from_checklists
from tui.guidance import guide


@pytest.mark.parametrize(
    ("checked", "months", "day"),
    [
        ("2026-11-21", 6, "2027-05-21"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-12-31", 1, "2027-01-31"),
        ("2026-11-30", 24, "2028-11-30"),
    ],
)
def test_advice_counts_as_old_after_the_months_of_its_list(
    checked: str, months: int, day: str
) -> None:
    assert due(checked, months).isoformat() == day


@pytest.mark.parametrize(
    ("today", "months"),
    [
        ("2026-11-20", 0),
        ("2026-11-21", 0),
        ("2026-12-20", 0),
        ("2026-12-21", 1),
        ("2027-11-20", 11),
        ("2027-11-21", 12),
        ("2028-01-22", 14),
    ],
)
def test_only_whole_months_count(today: str, months: int) -> None:
    assert months_since("2026-11-21", datetime.date.fromisoformat(today)) == months


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A list to be reviewed every six months, checked on 21 November 2026; `law` states the law."""
    items = [yaml_item("menu", 1), yaml_item("law", 2, law="yes")]
    return library_of(tmp_path, mine=yaml_list("mine", 1, items))


def on(library: Library, day: str) -> Library:
    return replace(library, today=datetime.date.fromisoformat(day))


def item(library: Library, name: str) -> Item:
    found = library.item(f"mine/{name}")
    assert found
    return found


@pytest.mark.parametrize(
    ("day", "age"),
    [
        ("2026-11-21", 0),
        ("2027-05-20", 0),
        ("2027-05-21", 6),
        ("2028-01-25", 14),
        ("2026-11-20", 0),
        ("1970-01-01", 0),
    ],
)
def test_an_item_is_old_from_its_review_on_and_never_by_a_clock_before_it(
    library: Library, day: str, age: int
) -> None:
    assert on(library, day).age(item(library, "menu")) == age


def test_without_a_clock_nothing_is_old(library: Library) -> None:
    assert library.age(item(library, "menu")) == 0


def test_a_clock_before_the_newest_item_of_a_list_says_nothing_about_the_others(
    tmp_path: Path,
) -> None:
    items = [yaml_item("old", 1, checked="2024-01-01"), yaml_item("new", 2)]
    library = library_of(tmp_path, mine=yaml_list("mine", 1, items))
    assert on(library, "2026-11-20").age(item(library, "old")) == 0
    assert on(library, "2026-11-21").age(item(library, "old")) == 34


def test_old_advice_says_so_where_its_date_stood(library: Library) -> None:
    menu = item(library, "menu")
    assert "checked 21 November 2026" in guide(menu, on(library, "2027-05-20")).source
    old = guide(menu, on(library, "2028-01-25"))
    assert "checked 14 months ago: labels may have moved" in old.source
    assert [step.text for step in old.steps] == ["Do it."]


def test_old_words_about_the_law_give_way_to_a_lawyer(library: Library) -> None:
    law = item(library, "law")
    fresh = guide(law, on(library, "2027-05-20"))
    assert (fresh.why, [step.text for step in fresh.steps]) == ("Because.", ["Do it."])
    old = guide(law, on(library, "2027-06-25"))
    assert "checked 7 months ago: the law may have changed" in old.source
    assert [step.text for step in old.steps] == [
        "Ask a lawyer or a human rights defender you trust."
    ]
    assert "Because." not in old.why
    assert [line.text for line in old.others] == ["Because.", "Do it."]
    assert old.others_label == "Earlier text"


@pytest.mark.parametrize("form", WRITTEN)
def test_paper_says_it_too(library: Library, form: Format) -> None:
    def printed(day: str) -> str:
        dated = on(library, day)
        text = printed_text(from_checklists(dated.checklists, dated, Detail.STEPS), form)
        return " ".join(text.split())

    assert "months ago" not in printed("2027-05-20")
    assert "checked 6 months ago: labels may have moved" in printed("2027-05-21")
    assert "Ask a lawyer or a human rights defender you trust." in printed("2027-05-21")
