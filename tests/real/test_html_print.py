"""The page in a real browser: what gets onto paper, what stays together, what is fetched."""

import datetime
import re
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from html import unescape
from itertools import count
from pathlib import Path

import pytest

from tests.printed import flat, printed_text
from tui.content.library import open_library
from tui.export import Detail, Document, Format, from_checklists
from tui.export.document import Entry
from tui.language import ENGLISH

LIBRARY = open_library(ENGLISH)
CHROMIUM = shutil.which("chromium") or "chromium"
QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
PAGE_RULE = re.compile(r"@page \{.*\}\s*(?=</style>)", re.DOTALL)


TITLE = "Shown in the tab"


def sample(detail: Detail) -> Document:
    return replace(from_checklists(LIBRARY.checklists[:2], LIBRARY, detail), title=TITLE)


def paper(text: str, folder: Path) -> Path:
    """The page printed by a browser that has never run before, with what it adds to margins."""
    folder.mkdir(parents=True)
    page, printed, profile = folder / "list-1.html", folder / "paper.pdf", folder / "profile"
    page.write_text(text, encoding="utf-8")
    words = [f"--user-data-dir={profile}", f"--print-to-pdf={printed}", page.as_uri()]
    subprocess.run([CHROMIUM, *QUIET, *words], check=True, capture_output=True, timeout=120)
    shutil.rmtree(profile, ignore_errors=True)
    return printed


def pages(text: str, folder: Path) -> list[str]:
    """The text of each printed page."""
    command: list[str | Path] = ["pdftotext", "-layout", paper(text, folder), "-"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [flat(one) for one in printed.split("\f")[:-1]]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, list[str]]:
    text = printed_text(sample(Detail.FULL), Format.HTML)
    return text, pages(text, tmp_path_factory.mktemp("print") / "somebody")


def tell_tales(printed: list[str], text: str) -> set[str]:
    """Which of path, title and date stand on paper without standing in the text."""
    today = datetime.datetime.now(tz=datetime.UTC).date()
    days = [today + datetime.timedelta(days=n) for n in (-1, 0, 1)]
    marks = {
        "path": ("file:", "list-1.html", "somebody"),
        "title": (TITLE,),
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
    text = POLICY.sub("", printed_text(sample(Detail.TITLES), Format.HTML))
    bare, removed = PAGE_RULE.subn("", text)
    assert removed == 1
    assert tell_tales(pages(bare, tmp_path / "somebody"), bare) == {"date", "path", "title"}


def with_ends(document: Document) -> Document:
    """The document with a word where each item begins and ends, and its number in each heading."""
    number = count()

    def ends(entry: Entry) -> Entry:
        n = next(number)
        return replace(entry, title=f"begin{n}x", source=f"{entry.source} end{n}x")

    sheets = []
    for sheet in document.sheets:
        parts = []
        for part in sheet.parts:
            entries = tuple(map(ends, part.entries))
            heading = entries[0].title.replace("begin", "part")
            parts.append(replace(part, heading=heading, entries=entries))
        sheets.append(replace(sheet, parts=tuple(parts)))
    return replace(document, sheets=tuple(sheets))


def torn(printed: list[str]) -> list[str]:
    """Items that begin on one page and end on another, and headings without their first item."""
    place = {
        word: number
        for number, page in enumerate(printed)
        for word in re.findall(r"\b(?:begin|end|part)\d+x", page)
    }
    starts = [word for word in place if not word.startswith("begin")]
    assert len(starts) > 50
    return [word for word in starts if place[word] != place[re.sub("end|part", "begin", word)]]


def test_no_item_is_torn_and_no_heading_stands_alone(tmp_path: Path) -> None:
    text = printed_text(with_ends(sample(Detail.FULL)), Format.HTML)
    assert torn(pages(text, tmp_path / "kept")) == []
    loose = POLICY.sub("", re.sub(r"break-(inside|after): avoid;", "", text))
    assert torn(pages(loose, tmp_path / "loose"))


class Door:
    """An address on this machine that counts who comes."""

    def __init__(self, server: socket.socket) -> None:
        self.server = server
        self.port: int = server.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.came: list[int] = []

    def answer(self) -> None:
        """Lets everybody in and out again, until somebody says goodbye."""
        while True:
            connection, (_, port) = self.server.accept()
            self.came.append(port)
            connection.settimeout(0.2)
            with connection, suppress(OSError):
                if connection.recv(3) == b"bye":
                    return


@pytest.fixture
def door() -> Iterator[Door]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        found = Door(server)
        thread = threading.Thread(target=found.answer)
        thread.start()
        yield found
        with socket.create_connection(("127.0.0.1", found.port)) as last:
            last.sendall(b"bye")
        thread.join()


def visitors(door: Door) -> int:
    """How many came before us; connections are let in one after the other."""
    with socket.create_connection(("127.0.0.1", door.port)) as ours:
        ours.shutdown(socket.SHUT_WR)
        ours.recv(1)
        return door.came.index(ours.getsockname()[1])


LOADED = (
    "<img src='{0}/a'><script src='{0}/b'></script><link rel=stylesheet href='{0}/c'>"
    "<style>body{{background:url({0}/d)}}</style>"
)
OPENED = (
    "<iframe src='{0}/e'></iframe><link rel=preconnect href='{0}/'>"
    "<meta http-equiv=refresh content='0;url={0}/f'>"
)


def test_content_cannot_make_the_page_connect(tmp_path: Path, door: Door) -> None:
    words = (LOADED + OPENED).format(door.address)
    document = replace(sample(Detail.TITLES), title=words, moment=(words,), closing=(words,))
    text = printed_text(document, Format.HTML)
    paper(text, tmp_path / "content")
    assert visitors(door) == 0
    paper(POLICY.sub("", unescape(text)), tmp_path / "canary")
    assert visitors(door) > 1


def test_the_policy_stops_what_a_damaged_page_would_load(tmp_path: Path, door: Door) -> None:
    text = printed_text(sample(Detail.TITLES), Format.HTML)
    damaged = text.replace("<article>", f"<article>{LOADED.format(door.address)}", 1)
    paper(damaged, tmp_path / "damaged")
    assert visitors(door) == 0
    paper(POLICY.sub("", damaged), tmp_path / "canary")
    assert visitors(door) > 1
