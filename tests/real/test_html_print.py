"""The page in a real browser: what gets onto paper, what stays together, what is fetched."""

import datetime
import re
import shutil
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.printed import flat
from tui.content.library import open_library
from tui.export import Detail, Document, Format, from_checklists, render
from tui.export.document import Passage
from tui.language import ENGLISH

LIBRARY = open_library(ENGLISH)
CHROMIUM = shutil.which("chromium") or "chromium"
QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
PAGE_RULE = re.compile(r"@page \{.*\}\s*(?=</style>)", re.DOTALL)


def sample(detail: Detail) -> Document:
    return from_checklists(LIBRARY.checklists[:2], LIBRARY, detail)


def browse(page: Path, *options: str | Path) -> None:
    """Open the page in a browser that has never run before."""
    profile = page.parent / "profile"
    command = [CHROMIUM, *QUIET, f"--user-data-dir={profile}", *options, page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    shutil.rmtree(profile, ignore_errors=True)


def pages(text: str, folder: Path, *options: str) -> list[str]:
    """The text of each printed page; what browsers print into margins is left switched on."""
    folder.mkdir(parents=True)
    page, paper = folder / "list-1.html", folder / "paper.pdf"
    page.write_text(text, encoding="utf-8")
    browse(page, f"--print-to-pdf={paper}", *options)
    command = ["pdftotext", "-layout", paper, "-"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [flat(one) for one in printed.split("\f")[:-1]]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, list[str]]:
    text = render(sample(Detail.FULL), Format.HTML)
    return text, pages(text, tmp_path_factory.mktemp("print") / "somebody")


def tell_tales(printed: list[str], text: str) -> set[str]:
    """Which of path, title and date stand on paper without standing in the text."""
    today = datetime.datetime.now(tz=datetime.UTC).date()
    days = [today + datetime.timedelta(days=n) for n in (-1, 0, 1)]
    marks = {
        "path": ("file:", "list-1.html", "somebody"),
        "title": ("Checklist",),
        "date": tuple(f"{day.month}/{day.day}/{day:%y}" for day in days),
    }
    body = text.partition("<body>")[2]
    everything = " ".join(printed)
    return {
        name
        for name, words in marks.items()
        if any(word in everything and word not in body for word in words)
    }


def test_paper_shows_no_date_no_title_and_no_path(full: tuple[str, list[str]]) -> None:
    text, printed = full
    assert len(printed) > 10
    assert tell_tales(printed, text) == set()


def test_pages_are_numbered(full: tuple[str, list[str]]) -> None:
    _, printed = full
    total = len(printed)
    assert [page.rpartition(" / ")[2] for page in printed] == [str(total)] * total


def test_a_page_without_our_rule_shows_them_all(tmp_path: Path) -> None:
    text = POLICY.sub("", render(sample(Detail.TITLES), Format.HTML))
    bare, removed = PAGE_RULE.subn("", text)
    assert removed == 1
    assert tell_tales(pages(bare, tmp_path / "somebody"), bare) == {"date", "path", "title"}


def with_ends(document: Document) -> Document:
    """The document with a word before and after each item, which say where it begins and ends."""
    numbers = iter(range(1000))

    def numbered(found: Callable[[int], object]) -> object:
        return found(next(numbers))

    sheets = []
    for sheet in document.sheets:
        parts = []
        for part in sheet.parts:
            entries = []
            for entry in part.entries:
                number = next(numbers)
                title, source = f"begin{number}x {entry.title}", f"{entry.source} end{number}x"
                entries.append(replace(entry, title=title, source=source))
            heading = f"part{next(numbers)}x"
            parts.append(replace(part, heading=heading, entries=tuple(entries)))
        sheets.append(replace(sheet, parts=tuple(parts)))
    return replace(document, sheets=tuple(sheets))
