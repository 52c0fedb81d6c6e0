"""A page printed by a browser, and what to look for on the paper."""

import datetime
import re
import shutil
import subprocess
from dataclasses import replace
from itertools import count
from pathlib import Path

from tests.printed import flat
from tui.export import Document
from tui.export.document import Entry

CHROMIUM = shutil.which("chromium") or "chromium"
QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
PAGE_RULE = re.compile(r"@page \{.*\}\s*(?=</style>)", re.DOTALL)


def paper(text: str, folder: Path) -> Path:
    """The page printed by a browser that has never run before, with what it adds to margins."""
    folder.mkdir(parents=True)
    page, printed, profile = folder / "list-1.html", folder / "paper.pdf", folder / "profile"
    page.write_text(text, encoding="utf-8")
    words = [f"--user-data-dir={profile}", f"--print-to-pdf={printed}", page.as_uri()]
    subprocess.run([CHROMIUM, *QUIET, *words], check=True, capture_output=True, timeout=120)
    shutil.rmtree(profile, ignore_errors=True)
    return printed


def pages(made: Path) -> list[str]:
    """The text of each page of a PDF."""
    command: list[str | Path] = ["pdftotext", "-layout", made, "-"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [flat(one) for one in printed.split("\f")[:-1]]


def tell_tales(printed: list[str], text: str, title: str) -> set[str]:
    """Which of path, title and date stand on paper without standing in the text."""
    today = datetime.datetime.now(tz=datetime.UTC).date()
    days = [today + datetime.timedelta(days=n) for n in (-1, 0, 1)]
    marks = {
        "path": ("file:", "list-1.html", "somebody"),
        "title": (title,),
        "date": tuple(f"{day.month}/{day.day}/{day:%y}" for day in days),
    }
    body = text.partition("<body>")[2]
    everything = " ".join(printed)
    return {
        name
        for name, words in marks.items()
        if any(word in everything and word not in body for word in words)
    }


def with_ends(document: Document) -> Document:
    """The document with a word where each item begins and ends, and its number in each heading."""
    number = count()

    def ends(entry: Entry) -> Entry:
        n = next(number)
        return replace(entry, title=f"begin{n}x {entry.title}", source=f"{entry.source} end{n}x")

    sheets = []
    for sheet in document.sheets:
        parts = []
        for part in sheet.parts:
            entries = tuple(map(ends, part.entries))
            word = entries[0].title.split()[0].replace("begin", "part")
            parts.append(replace(part, heading=f"{word} {part.heading}", entries=entries))
        sheets.append(replace(sheet, parts=tuple(parts)))
    return replace(document, sheets=tuple(sheets))


def torn(printed: list[str]) -> list[str]:
    """Items that begin on one page and end on another, and headings without their first item.

    An item that begins at the head of a page is not torn: it is longer than a page.
    """
    place = {
        word: number
        for number, page in enumerate(printed)
        for word in re.findall(r"\b(?:begin|end|part)\d+x", page)
    }
    starts = {word: re.sub("end|part", "begin", word) for word in place}
    heads = {
        found[1] for page in printed if (found := re.match(r"(?:part.{,99}?)?(begin\d+x)", page))
    }
    assert len(set(starts.values())) > 40
    return [
        word
        for word, start in starts.items()
        if place[word] != place[start] and not (word.startswith("end") and start in heads)
    ]
