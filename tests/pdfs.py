"""PDF to look at: documents that are set once for all tests, and what a program reads in them."""

import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import typst

from tests.printed import flat
from tests.real.browser import with_ends
from tui.apart import Apart
from tui.content.library import open_library
from tui.content.model import Priority
from tui.errors import LayoutError
from tui.export import Detail, Document, Format, Layout, from_checklists, render
from tui.export.document import (
    Box,
    Entry,
    Field,
    Line,
    Part,
    Passage,
    Sheet,
    Sign,
    Steps,
)
from tui.export.pdf import template
from tui.export.typesetting import setting
from tui.language import ENGLISH

LIBRARY = open_library(ENGLISH)
SHORT = "letters-and-papers"
"""A list that fits every layout."""
BRIEF = tuple(layout for layout in Layout if layout.is_brief)
PAGED = tuple(layout for layout in Layout if not layout.is_brief)


@dataclass(frozen=True)
class Made:
    """A document and the PDF of it."""

    document: Document
    data: bytes

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page."""
        return read(self.data)


def read(data: bytes) -> list[str]:
    """The text of each page in the order it was set, as it was before it fell into lines."""
    command = ["pdftotext", "-raw", "-", "-"]
    found = subprocess.run(command, input=data, check=True, capture_output=True).stdout.decode()
    found = found.replace("\u200b", "").replace("-\n", "-")
    return [flat(page) for page in found.split("\f")[:-1]]


@cache
def marked(detail: Detail) -> Document:
    """All lists, with a word where each item begins and ends, and where each part begins."""
    return with_ends(from_checklists(LIBRARY.checklists, LIBRARY, detail))


@cache
def whole(detail: Detail, layout: Layout) -> Made:
    """All lists in a layout that has as many pages as they need."""
    return Made(marked(detail), render(marked(detail), Format.PDF, layout))


@cache
def each(layout: Layout) -> dict[str, Made | LayoutError]:
    """Each list in a layout that holds titles only; or what is said where it does not fit."""
    found: dict[str, Made | LayoutError] = {}
    for sheet in marked(Detail.TITLES).sheets:
        document = replace(marked(Detail.TITLES), sheets=(sheet,))
        try:
            found[sheet.title] = Made(document, render(document, Format.PDF, layout))
        except LayoutError as error:
            found[sheet.title] = error
    return found


def fitting(layout: Layout) -> list[Made]:
    """The lists that fit; most do."""
    found = [made for made in each(layout).values() if isinstance(made, Made)]
    assert len(found) > len(LIBRARY.checklists) / 2
    return found


@cache
def short(layout: Layout, language: str = "en") -> Made:
    """One list, with all that the layout has room for."""
    detail = Detail.TITLES if layout.is_brief else Detail.FULL
    document = from_checklists([LIBRARY.checklist(SHORT)], LIBRARY, detail)
    document = replace(document, language=language)
    return Made(document, render(document, Format.PDF, layout))


def everywhere(text: str) -> Document:
    """A document with the text in every field; where the number of a page stands it is cut."""
    passage, steps = Passage(text, text), Steps(text, (Line(text, text, text),) * 2)
    entry = Entry(
        *(Box.EMPTY, Priority.CRITICAL, text, text, text, text, passage),
        *((passage,), (steps,), (passage,), text),
    )
    form = Part(text, text, advice=text, fields=(Field(text, 1),), source=text)
    parts = (Part(text, text, (entry,)), Part(text, text, (entry,)), form)
    sheet = Sheet(text, text, text, text, text, (passage,), "", parts)
    return Document(
        *("en", text, (text,), (Sign(Box.EMPTY, Priority.EXTRA, text),), (text,), text, (text,)),
        *(passage, f"{text[:12]} {{page}} {{pages}}", text),
        sheets=(sheet, replace(sheet, limits_heading=text, parts=parts[:1])),
    )


def by_sheet(made: Made) -> Iterator[tuple[Sheet, list[str]]]:
    """The pages of each sheet, which says on its first page how many there are."""
    rest = made.pages
    for sheet in made.document.sheets:
        count = re.search(r" page 1 of (\d+)$", rest[0])
        assert count, rest[0]
        yield sheet, rest[: int(count[1])]
        rest = rest[int(count[1]) :]
    assert rest == []


def heads_and_bodies(sheet: Sheet, pages: list[str]) -> list[tuple[str, str]]:
    """What the running head of each page says beside the title, and the page without its foot."""
    found = []
    for number, page in enumerate(pages, start=1):
        revision = " · ".join(filter(None, (sheet.revision, sheet.origin)))
        foot = f" {revision} page {number} of {len(pages)}"
        assert page.endswith(foot), page
        head, body = "", page.removesuffix(foot)
        if number > 1:
            assert body.startswith(sheet.title), body
            body = body.removeprefix(sheet.title).strip()
            head = going_on(sheet, body)
            body = body.removeprefix(f"· {head}").strip()
        found.append((head, body))
    return found


def going_on(sheet: Sheet, page: str) -> str:
    """What stands in the running head after the title; a long heading is cut."""
    if not page.startswith("· "):
        return ""
    words = page.removeprefix("· ")
    whole = (part.heading for part in sheet.parts if words.startswith(part.heading))
    return next(whole, words.partition("…")[0] + "…")


def bodies(made: Made) -> list[str]:
    """All pages without heads and feet."""
    return [body for found in by_sheet(made) for _, body in heads_and_bodies(*found)]


def panels(made: Made, count: int) -> list[str]:
    """The pages of a folded sheet, without their feet."""
    (sheet,), (rest,) = made.document.sheets, made.pages
    found = []
    for number in range(1, count + 1):
        foot = sheet.revision if number == 1 else sheet.title
        body, mark, rest = rest.partition(f" {foot} {number} / {count}")
        assert mark, rest
        found.append(body.strip())
    assert rest == ""
    return found


def fonts(*, ours: bool = True, system: bool = False) -> typst.Fonts:
    """The fonts a template may use."""
    found = find_spec("font_roboto")
    assert found
    assert found.origin
    folder = Path(found.origin).parent / "files"
    return typst.Fonts(include_system_fonts=system, font_paths=[folder] if ours else [])


def less(part: str, instead: str = "") -> str:
    """The template with a part taken out or replaced."""
    text = template().decode()
    assert part in text
    return text.replace(part, instead)


def set_by(text: str, document: Document, layout: Layout, **options: Any) -> bytes:
    """What Typst makes of a template; apart, or no copy of this process could use it any more."""
    data = json.dumps(setting(document, layout))
    usual = {"format": "pdf", "pdf_standards": ["ua-1"], "font_paths": fonts()}
    words = {**usual, "sys_inputs": {"data": data}, **options}

    def work() -> bytes:
        made, _ = typst.compile_with_warnings(text.encode(), **words)
        assert isinstance(made, bytes)
        return made

    return Apart().run(work, RuntimeError)
