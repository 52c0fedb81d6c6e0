"""What is printed of a list: how much, in which order, and that what waits says so."""

import re
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from tests.printed import WRITTEN, blocks, entry, flat, item, library_at, printed_text, without_mark
from tui.content.library import Library, open_library
from tui.export import Detail, Document, Format, from_checklists
from tui.export.document import Entry
from tui.language import ENGLISH

SHIPPED = open_library(ENGLISH)
EVERYTHING = list(product(WRITTEN, Detail))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_at(tmp_path)


def sample(library: Library, detail: Detail = Detail.FULL) -> Document:
    return from_checklists(library.checklists, library, detail)


def stripped(document: Document) -> Document:
    """The document as it would be if the marks of what waits were forgotten."""

    def without(found: Entry) -> Entry:
        return replace(found, waits="", instead=None)

    sheets = (
        replace(
            sheet,
            parts=tuple(replace(p, entries=tuple(map(without, p.entries))) for p in sheet.parts),
        )
        for sheet in document.sheets
    )
    return replace(document, sheets=tuple(sheets))


@pytest.mark.parametrize(("form", "detail"), EVERYTHING)
def test_in_every_shipped_list_what_can_wait_says_so(form: Format, detail: Detail) -> None:
    for checklist in SHIPPED.checklists:
        found = blocks(printed_text(from_checklists([checklist], SHIPPED, detail), form), form)
        assert len(found) == len(checklist.items)
        assert without_mark(found, checklist.items, ENGLISH) == []


@pytest.mark.parametrize(("form", "detail"), EVERYTHING)
def test_a_forgotten_mark_would_be_noticed(form: Format, detail: Detail) -> None:
    checklist = SHIPPED.checklists[0]
    document = from_checklists([checklist], SHIPPED, detail)
    can_wait = [item.ref for item in checklist.items if item.kind.acts and item.waits]
    assert can_wait
    found = blocks(printed_text(stripped(document), form), form)
    assert without_mark(found, checklist.items, ENGLISH) == can_wait


@pytest.mark.parametrize("form", WRITTEN)
def test_the_moment_stands_before_everything(library: Library, form: Format) -> None:
    output = printed_text(sample(library), form)
    start = output.index("<body>") if form is Format.HTML else 0
    places = [output.index(line[:40], start) for line in library.notices["stop"]]
    assert places == sorted(places)
    assert places[-1] < output.index("The phone", start)


@pytest.mark.parametrize("form", WRITTEN)
def test_every_sheet_has_the_moment_and_the_closing_lines(library: Library, form: Format) -> None:
    twice = from_checklists([*library.checklists, *library.checklists], library, Detail.TITLES)
    output = flat(printed_text(twice, form))
    for notice in ("stop", "no-promise", "not-legal-advice"):
        first_words = library.notices[notice][0][:30]
        assert output.count(first_words) == 2, notice


@pytest.mark.parametrize(("form", "detail"), EVERYTHING)
def test_every_item_is_dated_and_sourced(library: Library, form: Format, detail: Detail) -> None:
    read, leave, _lawyer = blocks(printed_text(sample(library, detail), form), form)
    assert re.search(
        r"Viasna(, on parcels)? \(23 Feb 2024\) · checked 31 August 2026 · sourced", read
    )
    assert "(21 Nov 2026) · checked 21 November 2026 · general knowledge" in leave


def test_a_list_says_when_its_text_counts_as_old(library: Library) -> None:
    (sheet,) = sample(library).sheets
    assert sheet.dated.startswith("3 items · 1 h 25 min · ")
    assert sheet.dated.endswith("text of 21 November 2026 · counts as old from 28 February 2027")


def test_details_add_steps_and_then_reasons(library: Library) -> None:
    titles, steps, full = (entry(sample(library, d), "Read the list of devices") for d in Detail)
    assert titles == replace(steps, steps=())
    assert [line.text for line in steps.steps[0].lines][:2] == [
        "Open “Devices”.",
        "Look for “Sessions”.",
    ]
    assert steps.before == steps.after == ()
    assert [p.text for p in full.before] == ["Others may read along."]
    assert [p.label for p in full.after] == ["Careful", "If you cannot", "Related"]
    assert full.after[0].text == "Menus move. (general knowledge)"
    assert full.after[2].text == "Leave the channels"
    assert full.facts == "first · look · 5 min · look again every week"


def test_what_all_steps_are_for_is_said_once(library: Library) -> None:
    (steps,) = entry(sample(library), "Read the list of devices").steps
    assert steps.label == "Telegram"
    assert [line.where for line in steps.lines] == ["Android", "iPhone", ""]
    assert [line.note for line in steps.lines] == ["", "may be named differently", ""]


def test_an_item_that_names_nothing_to_do_instead_is_left_as_it_is(library: Library) -> None:
    (checklist,) = library.checklists
    act = replace(checklist.sections[1], items=(replace(item(library, "leave"), instead=""),))
    document = from_checklists([replace(checklist, sections=(act,))], library, Detail.TITLES)
    (found,) = document.entries
    assert found.instead
    assert found.instead.text == "Leave everything as it is for now."


def test_lists_that_are_not_built_in_say_so(library: Library) -> None:
    (sheet,) = sample(library).sheets
    assert sheet.origin == "not the built-in lists"
    assert all(
        not s.origin for s in from_checklists(SHIPPED.checklists, SHIPPED, Detail.FULL).sheets
    )
