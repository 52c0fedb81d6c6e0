"""Plain text in pages: nothing is torn or lost, each page has its foot, and reading has none."""

import re
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest

from tests.printed import flat, library_at, missing, printed_text, strings, unpaged, with_form
from tui.content.library import open_library
from tui.export import Detail, Document, Format, from_checklists, reading
from tui.export.document import Line, Steps
from tui.export.plain import COLUMNS, LINES, pages
from tui.language import ENGLISH
from tui.text import width

SHIPPED = open_library(ENGLISH)
FOOT = re.compile(r"(.*) page (\d+) of (\d+)")


@pytest.fixture
def document(tmp_path: Path) -> Document:
    library = library_at(tmp_path)
    return from_checklists(library.checklists, library, Detail.FULL)


@pytest.fixture(params=Detail)
def shipped(request: pytest.FixtureRequest) -> Document:
    return with_form(from_checklists(SHIPPED.checklists, SHIPPED, request.param))


def papers(document: Document) -> list[list[str]]:
    """The lines of each page."""
    output = printed_text(document, Format.TEXT)
    assert output.endswith("\n")
    return [page.removesuffix("\n").split("\n") for page in output.split("\f")]


def chunks(text: str) -> list[str]:
    """What blank lines set apart."""
    return re.split(r"\n\n+", text.strip("\n"))


def with_steps(document: Document, amount: int) -> Document:
    """The document with that many short steps in its first item."""
    sheet = document.sheets[0]
    first, *others = sheet.parts
    lines = tuple(Line("", f"Step {place} of many.", "") for place in range(amount))
    entries = (replace(first.entries[0], steps=(Steps("", lines),)), *first.entries[1:])
    return replace(
        document, sheets=(replace(sheet, parts=(replace(first, entries=entries), *others)),)
    )


def test_every_page_is_full_and_ends_with_its_foot(shipped: Document) -> None:
    found = papers(shipped)
    assert {len(page) for page in found} == {LINES}
    assert max(width(line) for page in found for line in page) <= COLUMNS
    feet = [FOOT.fullmatch(flat(chunks("\n".join(page))[-1])) for page in found]
    told = [(foot[1], int(foot[2]), int(foot[3])) for foot in feet if foot]
    assert len(told) == len(found)
    for sheet, (name, own) in zip(shipped.sheets, groupby(told, lambda t: t[0]), strict=True):
        numbers = [numbers for _, *numbers in own]
        assert name.replace(" ·", "") == flat(f"{sheet.title} {sheet.revision}")
        assert numbers == [[n, len(numbers)] for n in range(1, len(numbers) + 1)]


def test_pages_hold_what_is_read_in_one_piece_and_tear_nothing(shipped: Document) -> None:
    whole = chunks(reading(shipped))
    assert chunks(unpaged(printed_text(shipped, Format.TEXT))) == whole
    assert missing(reading(shipped), strings(shipped)) == []
    assert missing(reading(shipped), reversed(strings(shipped)))


def alone(found: list[list[str]], pause: str) -> list[str]:
    """Headings without an item below them, and pauses and closing words without one above."""
    lost = []
    for page in found:
        *_, last = own = chunks("\n".join(page[:-1]))
        lost += [last] if re.fullmatch(r".*\n-+", last) else []
        lost += [own[0]] if flat(pause) in flat(own[0]) or own[0].startswith("-" * 72) else []
    return [text for text in lost if "Stop." not in text]


def test_headings_keep_an_item_below_and_pauses_one_above(shipped: Document) -> None:
    found = papers(shipped)
    assert len(found) > 30
    assert alone(found, shipped.pause.text) == []


def test_headings_and_pauses_alone_would_be_noticed(document: Document) -> None:
    text = "\n".join(papers(document)[0])
    after_heading = re.sub(r"(Look first.*\n-+\n)\n", "\\1\n\f", text, count=1)
    before_pause = re.sub(r"\n( +-+\n +Pause)", "\n\f\\1", text, count=1)
    for torn in (after_heading, before_pause):
        found = [[*page.strip("\n").split("\n"), "foot"] for page in torn.split("\f")]
        assert len(found) == 2
        assert len(alone(found, document.pause.text)) == 1


@pytest.mark.parametrize("amount", [*range(44, 60), 110, 111, 112, 300])
def test_an_item_longer_than_a_page_goes_on_between_its_lines(
    document: Document, amount: int
) -> None:
    long = with_steps(document, amount)
    found = papers(long)
    assert {len(page) for page in found} == {LINES}
    lines = [line for page in found for line in page[:-1] if line]
    assert lines == [line for line in reading(long).split("\n") if line]
    assert alone(found, long.pause.text) == []


def test_the_pages_tell_which_items_begin_on_them(shipped: Document) -> None:
    found = iter(papers(shipped))
    for sheet, told in zip(shipped.sheets, pages(shipped), strict=True):
        assert told.title == sheet.title
        own = [title for page in told.pages for title in page]
        assert own == [entry.title for part in sheet.parts for entry in part.entries]
        for titles, page in zip(told.pages, found, strict=False):
            boxes = re.findall(r"^\[ \] (.*)", "\n".join(page), re.MULTILINE)
            assert len(boxes) == len(titles)
            assert all(map(str.startswith, map(flat, titles), map(flat, boxes)))
    assert list(found) == []


def test_a_long_title_is_told_whole_in_the_foot(document: Document) -> None:
    title = "A title of sixty letters and blanks in all that says so much"
    (sheet,) = document.sheets
    page = papers(replace(document, sheets=(replace(sheet, title=title),)))[0]
    assert len(page) == LINES
    assert page[-3:-1] == ["", title]
    assert re.fullmatch(rf"{sheet.revision} +page 1 of 2", page[-1])


def test_lines_to_write_on_stay_together_and_are_blank(document: Document) -> None:
    form = with_form(document)
    text = "\n".join(papers(form)[-1])
    labels = ("Name and number: ", "What to bring: ", "", "")
    assert re.findall(r"^(.*?)_+$", text, re.MULTILINE) == [*labels, *labels]
    (sheet,) = form.sheets[-1:]
    part = replace(sheet.parts[0], fields=sheet.parts[0].fields * 4)
    found = papers(replace(form, sheets=(replace(sheet, parts=(part, part)),)))
    assert ["\n".join(page).count("What to bring") for page in found] == [4, 4]
