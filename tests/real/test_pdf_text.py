"""The text of a PDF comes back complete and in order, and nothing on its pages is torn apart."""

import re
from dataclasses import replace
from itertools import pairwise, product

import pytest

from tests.pdfs import (
    BRIEF,
    PAGED,
    Made,
    bodies,
    by_sheet,
    fitting,
    fonts,
    heads_and_bodies,
    less,
    marked,
    panels,
    set_by,
    short,
    whole,
)
from tests.printed import flat, missing, strings
from tests.real.browser import torn
from tui.export import Detail, Document, Format, Layout, pages, render
from tui.export.document import Box, Entry, Sheet
from tui.export.geometry import GEOMETRIES
from tui.export.pdf import template

PRINTED = [(Detail.FULL, Layout.A4), *product([Detail.STEPS], PAGED)]
FOLDED = {layout: sum(map(len, order)) for layout in BRIEF if (order := GEOMETRIES[layout].order)}


def boxes(document: Document) -> int:
    """How many boxes there are to tick, with those of the legend of each sheet."""
    signs = [sign for sign in document.legend if sign.box is Box.EMPTY]
    entries = [entry for entry in document.entries if entry.box is Box.EMPTY]
    return len(entries) + len(signs) * len(document.sheets)


@pytest.mark.parametrize(("detail", "layout"), PRINTED)
def test_all_text_comes_back_in_order(detail: Detail, layout: Layout) -> None:
    made = whole(detail, layout)
    text = " ".join(bodies(made))
    assert missing(text, strings(made.document)) == []
    assert text.count("☐") == boxes(made.document)


@pytest.mark.parametrize("layout", PAGED)
def test_all_text_comes_back_without_our_font(layout: Layout) -> None:
    document = short(layout).document
    serif = set_by(template().decode(), document, layout, font_paths=fonts(ours=False))
    assert missing(" ".join(bodies(Made(document, serif))), strings(document)) == []


@pytest.mark.parametrize(("detail", "layout"), PRINTED)
def test_no_item_is_torn_and_no_heading_stands_alone(detail: Detail, layout: Layout) -> None:
    assert torn(without_boxes(bodies(whole(detail, layout)))) == []


def without_boxes(found: list[str]) -> list[str]:
    return [page.replace("☐ ", "") for page in found]


@pytest.mark.parametrize(("detail", "layout"), PRINTED)
def test_no_pause_and_no_closing_stands_at_the_head_of_a_page(
    detail: Detail, layout: Layout
) -> None:
    made = whole(detail, layout)
    assert lonely(bodies(made), made.document) == []


def lonely(found: list[str], document: Document) -> list[str]:
    """Pages that begin with what belongs to the page before, unless one item fills that page."""
    heads = (f"{document.pause.label}: ", document.closing[0])
    return [
        page for before, page in pairwise(found) if page.startswith(heads) and before.count("☐") > 1
    ]


@pytest.mark.parametrize(("detail", "layout"), PRINTED)
def test_the_running_head_names_the_part_that_goes_on(detail: Detail, layout: Layout) -> None:
    for sheet, found in by_sheet(whole(detail, layout)):
        begun = ""
        for head, body in heads_and_bodies(sheet, found):
            opened = re.findall(r"\bpart\d+x", body)
            goes_on = "" if opened and body.startswith(opened[0]) else begun
            assert head.partition(" ")[0] == goes_on
            begun = opened[-1] if opened else begun


def test_no_running_head_names_a_part_of_another_list() -> None:
    document = marked(Detail.TITLES)
    first, second = document.sheets[:2]
    long = replace(document, sheets=(first, replace(second, goal="word " * 900)))
    _, (sheet, found) = by_sheet(Made(long, render(long, Format.PDF)))
    assert found[0].count("word") < 900
    assert [head for head, _ in heads_and_bodies(sheet, found)][:2] == ["", ""]


def begun(found: list[str]) -> list[list[str]]:
    """The marks of the items that begin on each page."""
    return [re.findall(r"\bbegin\d+x", page) for page in found]


def previewed(document: Document, layout: Layout) -> list[list[list[str]]]:
    """The same for each sheet, as the preview tells it."""
    shown = pages(document, Format.PDF, layout)
    return [
        [[title.partition(" ")[0] for title in page] for page in preview.pages] for preview in shown
    ]


def test_the_preview_knows_the_pages() -> None:
    made = whole(Detail.STEPS, Layout.A4)
    printed = [begun(found) for _, found in by_sheet(made)]
    assert previewed(made.document, Layout.A4) == printed


@pytest.mark.parametrize("layout", BRIEF)
def test_the_preview_knows_the_pages_of_a_sheet_that_is_folded(layout: Layout) -> None:
    made = fitting(layout)[0]
    found = panels(made, FOLDED[layout]) if layout in FOLDED else made.pages
    assert previewed(made.document, layout) == [begun(found)]


@pytest.mark.parametrize(
    ("part", "instead"),
    [
        ("breakable: breakable,", "breakable: true,"),
        ("sticky: true, breakable: false,", "sticky: false,"),
    ],
)
def test_what_is_torn_would_be_noticed(part: str, instead: str) -> None:
    document = marked(Detail.STEPS)
    made = Made(document, set_by(less(part, instead), document, Layout.A4))
    assert torn(without_boxes(bodies(made)))


def test_what_stands_alone_would_be_noticed() -> None:
    document = marked(Detail.STEPS)
    loose = less("sticky: keeps-next and not breakable,")
    assert lonely(bodies(Made(document, set_by(loose, document, Layout.A4))), document)


@pytest.mark.parametrize(
    "part", ["quiet(it.facts)", "for words in D.moment { par(strong(words)) }", "labelled(D.pause)"]
)
def test_what_is_left_out_would_be_noticed(part: str) -> None:
    document = short(Layout.A4).document
    made = Made(document, set_by(less(part, "{}"), document, Layout.A4))
    assert missing(" ".join(bodies(made)), strings(document))


def titles_only(text: str, sheet: Sheet, document: Document) -> list[str]:
    """What is missing of a sheet that has titles only, with what waits and numbers of sources."""
    limits = [f"{limit.label}: {limit.text}" for limit in sheet.limits]
    opening = [*document.moment, sheet.title, sheet.goal, sheet.dated, *document.explained]
    entries = [entry for part in sheet.parts for entry in part.entries]
    inside = [
        words
        for part in sheet.parts
        for words in (part.heading, *(said for entry in part.entries for said in told(entry, text)))
    ]
    return [
        *missing(text, [*opening, *inside, *document.closing]),
        *missing(text, limits),
        *(entry.source for entry in entries if not has_source(entry, text)),
    ]


def told(entry: Entry, text: str) -> list[str]:
    """What an item says; one that could wait has a sign, and words if the sign is not explained."""
    if not entry.waits or not entry.instead:
        return [entry.title]
    explained = f"{Box.HELD} {entry.waits}" in text
    instead = f"{entry.instead.label}: {entry.instead.text}"
    return [f"{Box.HELD} {entry.title}", *[entry.waits] * (not explained), instead]


def has_source(entry: Entry, text: str) -> bool:
    """Whether the number after the title leads to its source."""
    number = re.search(re.escape(flat(entry.title)) + r" \[(\d+)\]", text)
    names, _, common = entry.source.partition(" · ")
    listed = f"[{number[1]}] {names}" if number else ""
    return bool(number) and 0 <= text.find(f"{common}:") < text.find(listed)


@pytest.mark.parametrize("layout", BRIEF)
def test_titles_come_back_with_what_waits_and_their_sources(layout: Layout) -> None:
    for made in fitting(layout):
        (sheet,) = made.document.sheets
        (page,) = made.pages
        text = " ".join(panels(made, FOLDED[layout])) if layout in FOLDED else page
        assert titles_only(text, sheet, made.document) == []
        assert text.count("☐") == boxes(made.document)
        if layout not in FOLDED:
            assert page.endswith(f" {sheet.revision} page 1 of 1")


@pytest.mark.parametrize(
    ("part", "instead"),
    [
        ('"‖ "', '""'),
        ("title-of(it)\n", "[]\n"),
        ("group.sources.map(numbered)", "()"),
        ("explained { quiet(words) }", "explained { }"),
    ],
)
def test_a_title_without_its_signs_would_be_noticed(part: str, instead: str) -> None:
    document = short(Layout.BRIEF).document
    made = Made(document, set_by(less(part, instead), document, Layout.BRIEF))
    assert titles_only(made.pages[0], document.sheets[0], document)
