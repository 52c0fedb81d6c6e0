"""Bookmarks of any browser, and the history that Chrome gives with an archive of Google."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui.content.model import Topic
from tui.inventory.kept import LONGEST, MOST, Kept, number_of
from tui.inventory.links import domain_of
from tui.inventory.markup import attributes_in, resolved, tokens
from tui.inventory.model import Inventory, Part, Reader
from tui.inventory.takeout import lists_in, read_lists
from tui.inventory.texts import items, seconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.inventory.archive import Archive
    from tui.inventory.markup import Token
    from tui.inventory.model import Faults, Progress

BOOKMARKS = Part("bookmarks", Topic.LINKS, "Bookmarks, by site", ("bookmarks",))
HISTORY = Part("history", Topic.LINKS, "Pages you visited, by site", ("history",))
PARTS = (BOOKMARKS, HISTORY)
STEP = 500
"""Pages."""

_MARK = re.compile(r"<!doctype\s+netscape-bookmark-file", re.IGNORECASE)
_HISTORY = re.compile(r'"Browser History"\s*:\s*\[')
_DEEPEST = 100
_MOST_TEXTS = 100
_OPENING = frozenset({"a", "h3", "dl", "dt", "dd"})


class Page(NamedTuple):
    """An address and where it was kept, or when it was last visited."""

    address: str
    title: str
    folder: str
    when: int


class _Shelf:
    """Takes the pages out of the tags and texts of a file of bookmarks."""

    def __init__(self) -> None:
        self.depth = 0
        self._folders: list[str] = []
        self._folder = ""
        self._page: Page | None = None
        self._texts: list[str] = []

    def take(self, token: Token) -> Page | None:
        """Goes on by one of them; gives the page that ends there."""
        if token.text:
            if len(self._texts) < _MOST_TEXTS:
                self._texts.append(resolved(token.text)[:LONGEST])
            return None
        return self._close(token.tag) if token.closing else self._open(token)

    def _open(self, token: Token) -> Page | None:
        """Opens a page or a folder."""
        ended = None
        if token.tag in _OPENING:
            ended = self.end_page()
            self._texts.clear()
        if token.tag == "a":
            told = attributes_in(token.inside)
            folder = " › ".join(name for name in self._folders if name)
            self._page = Page(told.get("href", ""), "", folder, seconds(told.get("add_date", "")))
        elif token.tag == "dl":
            self.depth += 1
            if self.depth <= _DEEPEST:
                self._folders.append(self._folder)
            self._folder = ""
        return ended

    def _close(self, tag: str) -> Page | None:
        """Ends what is open."""
        if tag == "h3":
            self._folder = self._text()
        if tag == "dl" and self.depth:
            if self.depth <= _DEEPEST:
                self._folders.pop()
            self.depth -= 1
        return self.end_page() if tag in {"a", "dl"} else None

    def end_page(self) -> Page | None:
        """The page that is open, with its title."""
        page, self._page = self._page, None
        return page._replace(title=self._text()) if page else None

    def _text(self) -> str:
        return "".join(self._texts).strip()[:LONGEST]


def _in_bookmarks(text: Iterator[str], faults: Faults) -> Iterator[Page | None]:
    shelf = _Shelf()
    for token in tokens(text):
        if token is None:
            yield None
        elif page := shelf.take(token):
            yield page
    yield shelf.end_page()
    faults.cut |= shelf.depth > 0


def _in_history(text: Iterator[str], faults: Faults) -> Iterator[Page | None]:
    """Each page once, with its last visit, which stands first."""
    seen: set[int] = set()
    for item in items(text, _HISTORY, faults):
        if item is None:
            yield None
            continue
        address, title = item.get("url"), item.get("title")
        if not isinstance(address, str) or (number := number_of(address)) in seen:
            continue
        if len(seen) <= MOST:
            seen.add(number)
        name = title if isinstance(title, str) else ""
        yield Page(address, name, "", seconds(item.get("time_usec")))


def _part_of(start: str) -> Part | None:
    if _MARK.search(start):
        return BOOKMARKS
    return HISTORY if _HISTORY.search(start) else None


def _may_be(name: str) -> bool:
    near = "/" not in name or "/chrome/" in f"/{name}"
    return near and name.endswith((".html", ".htm", ".json"))


def _recognises(archive: Archive) -> bool:
    return bool(lists_in(archive, _may_be, _part_of))


def _read(archive: Archive, inventory: Inventory, _owner: str | None) -> Iterator[Progress]:
    kept = Kept("Title", "Link", "Folder")
    inventory.reopen = kept.reopen
    inventory.look_for = kept.looking(*map(inventory.table, PARTS))

    def take(part: Part, text: Iterator[str]) -> Iterator[None]:
        pages = (_in_bookmarks if part is BOOKMARKS else _in_history)(text, inventory.faults)
        for count, page in enumerate(pages):
            if page and page.address:
                _take(inventory, part, kept, page)
            if page is None or count % STEP == 0:
                yield

    return read_lists(archive, lists_in(archive, _may_be, _part_of), inventory, take)


def _take(inventory: Inventory, part: Part, kept: Kept, page: Page) -> None:
    place = kept.add(page.title, page.address, page.folder)
    if place is None:
        inventory.faults.skipped += 1
        return
    table = inventory.table(part)
    domain = domain_of(page.address)
    group = table.find_group(domain, domain)
    table.add(group, place, number_of(page.address), page.when, mine=True)


READER = Reader("bookmarks", PARTS, _recognises, _read)
