"""What is printed of a situation's path: first what comes first, then each list, no item twice."""

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from tests.lists import library_of, yaml_item, yaml_list
from tests.plans import EVERY_ITEM, on_the_way
from tests.plans import LIBRARY as SHIPPED
from tests.printed import WRITTEN, blocks, flat, printed_text, without_mark
from tests.pseudo import PSEUDO, START
from tui.content.library import Library
from tui.content.model import Item, Moment, Situation
from tui.export import Detail, Document, Format, from_checklists, from_path
from tui.export.document import Box, Sheet
from tui.language import ENGLISH

PATHS = [found for found in SHIPPED.situations if found.moment is not Moment.NOW]
EVERYTHING = list(product(PATHS, WRITTEN))
DAY = Situation("day", "A day at home", None, "Take your time.", (), ())


@pytest.fixture
def library(tmp_path: Path) -> Library:
    def items(name: str, first: int) -> list[str]:
        return [yaml_item(f"{name}-{n}", n, minutes="10") for n in range(first, first + 12)]

    old = [yaml_item("long-ago", 1, checked="2026-01-31"), *items("one", 2)]
    return library_of(
        tmp_path,
        one=yaml_list("one", 1, old).replace("goal:", "notice: others\ngoal:"),
        two=yaml_list("two", 2, items("two", 1)).replace("goal:", "notice: others\ngoal:"),
        three=yaml_list("three", 3, items("three", 1)),
    )


def titles(sheet: Sheet) -> list[list[str]]:
    return [[entry.title.removeprefix("Title of ") for entry in p.entries] for p in sheet.parts]


def repeated(document: Document) -> list[str]:
    found = [entry.title for entry in document.entries]
    return [title for title in found if found.count(title) > 1]


def printed_items(document: Document) -> list[Item]:
    by_title = {item.title: item for item in EVERY_ITEM}
    return [by_title[entry.title] for entry in document.entries]


@pytest.mark.parametrize("situation", PATHS, ids=lambda found: found.id)
def test_first_stands_what_comes_first_then_each_list_and_no_item_twice(
    situation: Situation,
) -> None:
    document = from_path(SHIPPED, situation, Detail.TITLES)
    first, *lists = document.sheets
    assert first.title == "First steps"
    assert [part.heading for part in first.parts] == ["First"]
    assert [item.ref for item in printed_items(document)[: len(situation.first)]] == [
        *situation.first
    ]
    named = dict.fromkeys(ref.partition("/")[0] for ref in situation.path)
    whole = [SHIPPED.checklist(name) for name in named]
    left = [found for found in whole if set(on_the_way(situation)) & set(found.items)]
    assert [sheet.title for sheet in lists] == [found.title for found in left]
    assert {item.ref for item in printed_items(document)} == {
        item.ref for item in on_the_way(situation)
    }
    assert repeated(document) == []


def test_an_item_that_were_printed_twice_would_be_noticed() -> None:
    situation = PATHS[0]
    path = from_path(SHIPPED, situation, Detail.TITLES)
    whole = from_checklists(SHIPPED.checklists, SHIPPED, Detail.TITLES)
    both = replace(path, sheets=(path.sheets[0], *whole.sheets))
    firsts = [item.title for item in on_the_way(situation)[: len(situation.first)]]
    assert set(repeated(both)) == set(firsts)


@pytest.mark.parametrize(
    ("situation", "form"), EVERYTHING, ids=lambda one: getattr(one, "id", str(one))
)
def test_what_could_wait_says_so_in_every_path_and_format(
    situation: Situation, form: Format
) -> None:
    document = from_path(SHIPPED, situation, Detail.TITLES)
    items = printed_items(document)
    assert any(item.waits for item in items)
    found = blocks(printed_text(document, form), form)
    assert len(found) == len(items)
    assert without_mark(found, items, ENGLISH) == []


@pytest.mark.parametrize("form", WRITTEN)
def test_neither_the_situation_nor_its_words_stand_on_paper(form: Format) -> None:
    for situation in PATHS:
        document = from_path(SHIPPED, situation, Detail.FULL)
        told = replace(document.sheets[0], title=situation.title, goal=situation.intro)
        output, telling = (
            flat(printed_text(found, form).replace("\\", ""))
            for found in (document, replace(document, sheets=(told,)))
        )
        for words in (situation.title, situation.intro):
            assert words not in output
            assert words in telling


def test_the_first_sheet_is_told_in_the_language_shown() -> None:
    first = from_path(SHIPPED.in_language(PSEUDO), PATHS[0], Detail.TITLES).sheets[0]
    told = [first.title, first.goal, first.limits_heading, first.parts[0].heading]
    assert [text for text in told if not text.startswith(START)] == []


def test_boxes_are_blank() -> None:
    entries = from_path(SHIPPED, PATHS[0], Detail.STEPS).entries
    assert {entry.box for entry in entries} == {Box.EMPTY}


def test_a_list_has_only_what_the_path_names_in_its_order(library: Library) -> None:
    path = ("three", "one/section-2", "two/two-12", "two/two-2", "two/two-1", "one/one-2")
    situation = replace(DAY, first=("one/one-12", "two/two-1", "one/one-2"), path=path)
    first, three, one, two = from_path(library, situation, Detail.TITLES).sheets
    assert titles(first) == [["one-12", "two-1", "one-2"]]
    assert three in from_checklists(library.checklists, library, Detail.TITLES).sheets
    assert titles(one) == [["one-10", "one-11", "one-13"]]
    assert titles(two) == [["two-12"], ["two-2"]]
    assert [part.heading for part in two.parts] == ["Section 2", "Section 1"]


def test_a_list_of_which_nothing_is_left_has_no_sheet(library: Library) -> None:
    situation = replace(DAY, first=("one/one-2", "one/one-3"), path=("one/one-2", "one/one-3"))
    found = from_path(library, situation, Detail.TITLES)
    assert [sheet.title for sheet in found.sheets] == ["First steps"]
    without = from_path(library, replace(situation, first=()), Detail.TITLES)
    assert [sheet.title for sheet in without.sheets] == ["one"]


def test_dates_limits_and_notices_are_those_of_what_is_printed(library: Library) -> None:
    def dated(*first: str) -> Sheet:
        situation = replace(DAY, first=first, path=("one/one-3",))
        return from_path(library, situation, Detail.TITLES).sheets[0]

    new = "text of 21 November 2026 · counts as old from 21 May 2027"
    old = "text of 21 November 2026 · counts as old from 31 July 2026"
    assert dated("one/one-2", "two/two-1").dated == f"2 items · 20 min · {new}"
    assert dated("one/long-ago", "two/two-1").dated == f"2 items · 15 min · {old}"
    rest = from_path(library, replace(DAY, path=("one/one-3", "one/one-4")), Detail.TITLES)
    assert [sheet.dated for sheet in rest.sheets] == [f"2 items · 20 min · {new}"]
    both, plain = dated("one/one-2", "two/two-1"), dated("three/three-1")
    others = " ".join(library.notices["others"])
    assert [(p.label, p.text) for p in both.limits] == [
        ("one", "Limit."),
        ("Careful", others),
        ("two", "Limit."),
    ]
    assert [(p.label, p.text) for p in plain.limits] == [("three", "Limit.")]
    assert both.limits_heading == "What this cannot do"


def test_named_lists_follow_and_one_that_stands_there_already_does_not(library: Library) -> None:
    situation = replace(DAY, first=("one/one-2",), path=("one", "two"))
    lists = [library.checklist(name) for name in ("one", "two", "three")]
    path = from_path(library, situation, Detail.STEPS)
    whole = from_checklists(lists, library, Detail.STEPS)
    one, two, three = whole.sheets
    assert two in path.sheets
    found = from_path(library, situation, Detail.STEPS, lists)
    assert found == replace(path, sheets=(*path.sheets, one, three))
