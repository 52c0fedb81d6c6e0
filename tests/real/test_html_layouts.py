"""The page in a real browser, in each layout: what gets onto paper and what stays together."""

import re
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.real.browser import PAGE_RULE, POLICY, pages, paper, tell_tales, torn, with_ends
from tui.content.library import open_library
from tui.export import Detail, Document, from_checklists
from tui.export.document import Field, Line, Part, Passage, Steps
from tui.export.html import LAYOUTS, render
from tui.export.layouts import Layout
from tui.language import ENGLISH

LIBRARY = open_library(ENGLISH)
TITLE = "Shown in the tab"
SIZES = {
    Layout.A4: "594.96 x 841.92 pts (A4)",
    Layout.LETTER: "612 x 792 pts (letter)",
    Layout.A5: "420 x 594.96 pts (A5)",
    Layout.LARGE: "594.96 x 841.92 pts (A4)",
}


def sample(detail: Detail) -> Document:
    return replace(from_checklists(LIBRARY.checklists[:2], LIBRARY, detail), title=TITLE)


@dataclass(frozen=True)
class Print:
    """A page, and what a browser made of it."""

    layout: Layout
    text: str
    paper: Path
    pages: list[str]


@pytest.fixture(scope="module", params=LAYOUTS)
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Print:
    text = render(with_ends(sample(Detail.STEPS)), request.param)
    made = paper(text, tmp_path_factory.mktemp("print") / "somebody")
    return Print(request.param, text, made, pages(made))


def told(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_paper_shows_no_date_no_title_and_no_path(printed: Print) -> None:
    assert len(printed.pages) > 10
    assert tell_tales(printed.pages, printed.text, TITLE) == set()


def test_pages_are_numbered(printed: Print) -> None:
    total = len(printed.pages)
    assert [page.rpartition(" / ")[2] for page in printed.pages] == [str(total)] * total


def test_the_paper_has_its_size(printed: Print) -> None:
    facts = told("pdfinfo", printed.paper)
    assert re.findall(r"Page size: +(.*)", facts) == [SIZES[printed.layout]]


def test_no_item_is_torn_and_no_heading_stands_alone(printed: Print) -> None:
    assert torn(printed.pages) == []


def text_sizes(paper: Path) -> set[int]:
    """The sizes of text on the paper, in points."""
    found = told("pdftohtml", "-xml", "-i", "-stdout", "-zoom", "1", paper)
    return set(map(int, re.findall(r'<fontspec [^>]*size="(\d+)"', found)))


def test_large_print_is_large_everywhere(printed: Print) -> None:
    smallest = min(text_sizes(printed.paper))
    assert smallest == 18 if printed.layout is Layout.LARGE else 7 < smallest < 10


def test_a_page_without_our_rules_shows_them_all_and_is_torn(tmp_path: Path) -> None:
    text = POLICY.sub("", render(with_ends(sample(Detail.STEPS))))
    bare, removed = PAGE_RULE.subn("", text)
    assert removed == 1
    loose = re.sub(r"break-(inside|after): avoid;", "", bare)
    found = pages(paper(loose, tmp_path / "somebody"))
    assert tell_tales(found, loose, TITLE) == {"date", "path", "title"}
    assert torn(found)


def sliding() -> Document:
    """Sheets with pauses and with lines to write on, each a line lower than on the one before."""
    document = sample(Detail.TITLES)
    sheet, entry = document.sheets[0], document.entries[0]
    sheets = []
    for lower in range(30):
        steps = Steps("", tuple(Line("", "One line.", "") for _ in range(lower)))
        first = Part("Part", "", (replace(entry, steps=(steps,)),))
        sheets.append(replace(sheet, parts=(first, *[Part("Part", "", (entry, entry))] * 6)))
    pause = Passage("opens", f"{'and goes on ' * 20} closes")
    marked = with_ends(replace(document, sheets=tuple(sheets), pause=pause))
    return replace(
        marked,
        sheets=tuple(
            replace(sheet, parts=(*sheet.parts, form(1000 + number)))
            for number, sheet in enumerate(marked.sheets)
        ),
    )


def form(number: int) -> Part:
    fields = (Field(f"begin{number}x", 2), Field("Names", 3), Field(f"end{number}x", 1))
    return Part(f"part{number}x", "", fields=fields)


def lonely(found: list[str]) -> list[str]:
    """Pages that begin with a pause, and those that hold a piece of one."""
    return [
        page
        for page in found
        if page.startswith("opens: ") or page.count("opens: ") != page.count(" closes")
    ]


def test_pauses_stay_with_what_is_before_them_and_lines_with_their_heading(tmp_path: Path) -> None:
    text = render(sliding())
    kept = pages(paper(text, tmp_path / "kept"))
    assert sum(page.count("opens: ") for page in kept) == 30 * 6
    assert (lonely(kept), torn(kept)) == ([], [])
    rules = r"break-(inside|after): avoid;|display: inline-block; width: 100%;"
    found = pages(paper(POLICY.sub("", re.sub(rules, "", text)), tmp_path / "loose"))
    assert lonely(found)
    assert [word for word in torn(found) if int(re.sub(r"\D", "", word)) >= 1000]
