"""An item that is longer than a page loses nothing, in whatever layout."""

from dataclasses import replace

import pytest

from tests.pdfs import BRIEF, PAGED, Made, bodies, by_sheet, everywhere, less, set_by
from tests.printed import missing, strings
from tui.errors import LayoutError
from tui.export import Document, Format, Layout, render
from tui.export.document import Entry, Line, Part, Passage, Steps

WIDEST = "‱"
PLAIN = everywhere("word")


def of_items(*entries: Entry) -> Document:
    """A document with a sheet for each item."""
    sheet = PLAIN.sheets[0]
    sheets = [replace(sheet, parts=(Part("Part", "", (entry,)),)) for entry in entries]
    return replace(PLAIN, page="page {page} of {pages}", sheets=tuple(sheets))


def steps(amount: int) -> Entry:
    lines = tuple(Line("", f"Take step {number} and wait.", "") for number in range(amount))
    return replace(PLAIN.entries[0], steps=(Steps("", lines),))


def words(amount: int, word: str) -> Entry:
    return replace(PLAIN.entries[0], after=(Passage("Careful", f"{word * amount} at the end"),))


@pytest.mark.parametrize("layout", PAGED)
def test_an_item_longer_than_a_page_begins_one_and_goes_on_to_the_end(layout: Layout) -> None:
    document = of_items(steps(200))
    made = Made(document, render(document, Format.PDF, layout))
    assert len(made.pages) > 3
    assert missing(" ".join(bodies(made)), strings(document)) == []
    assert bodies(made)[1].startswith("Part ☐ word")


@pytest.mark.parametrize("layout", PAGED)
@pytest.mark.parametrize("word", [WIDEST, "other "])
def test_an_item_of_any_length_is_whole(layout: Layout, word: str) -> None:
    lengths = range(100, 3100, 200) if layout is Layout.A4 else range(50, 1550, 100)
    document = of_items(*(words(length, word) for length in lengths))
    made = Made(document, render(document, Format.PDF, layout))
    found = ["".join(pages).replace(" ", "") for _, pages in by_sheet(made)]
    assert [text.count("attheend") for text in found] == [1] * len(lengths)
    counted = [text.count(word.strip()) - found[0].count(word.strip()) for text in found]
    assert counted == [length - lengths[0] for length in lengths]


@pytest.mark.parametrize("layout", PAGED)
def test_an_item_that_is_cut_off_would_be_noticed(layout: Layout) -> None:
    document = of_items(steps(200))
    cut = Made(document, set_by(less("set-block(long)", "set-block(false)"), document, layout))
    assert missing(" ".join(cut.pages), strings(document))


@pytest.mark.parametrize("layout", BRIEF)
def test_a_small_layout_refuses_it_and_names_one_that_holds_it(layout: Layout) -> None:
    title = "word " * 2000
    document = of_items(replace(PLAIN.entries[0], title=title))
    with pytest.raises(LayoutError) as refused:
        render(document, Format.PDF, layout)
    assert refused.value.values["other"] is Layout.A4
    made = Made(document, render(document, Format.PDF))
    assert missing(" ".join(bodies(made)), strings(document)) == []
