"""Which pages a VK archive has, and how a finding is read again from its page."""

from __future__ import annotations

import re
from array import array
from typing import TYPE_CHECKING

from tui.inventory.model import Opened, Progress
from tui.inventory.shown import first_words, no_longer_there, shown
from tui.inventory.vk.blocks import Node, blocks
from tui.inventory.vk.items import Item, Shown, read_item, read_message
from tui.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.inventory.archive import Archive, Member
    from tui.inventory.model import Table

MESSAGES, CHATS = "messages", "chats"
_CHAT = re.compile(r"(?:^|/)messages/([^/]+)/messages\d+\.html$", re.IGNORECASE)
_CHATS = re.compile(r"(?:^|/)messages/index-messages\.html$", re.IGNORECASE)
_OTHER = re.compile(
    r"(?:^|/)(wall|likes|comments|bookmarks|profile|apps|sessions)/((?:[^/]+/){0,2}[^/]+)\.html$",
    re.IGNORECASE,
)
_PLACE_BITS = 24
_MOST_BLOCKS = 1 << _PLACE_BITS
"""On one page; there are fifty as a rule."""


class Pages:
    """The pages by section, and the chat that each of them belongs to."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._chat = array("I", [0]) * len(archive.members)
        self.sections: dict[str, list[tuple[int, str]]] = {}
        for number, member in enumerate(archive.members):
            section, name = _section_of(member.name)
            if section:
                self.sections.setdefault(section, []).append((number, name))

    def of(self, section: str) -> list[int]:
        """The numbers of the pages of a section."""
        return [page for page, _ in self.sections.get(section, ())]

    def member(self, page: int) -> Member:
        """The file of a page."""
        return self._archive.members[page]

    def belongs(self, page: int, chat: int) -> None:
        """Notes the number of the chat that a page is of."""
        self._chat[page] = chat

    def chat_of(self, place: int) -> int:
        """The number of the chat that a finding stands in."""
        return self._chat[place >> _PLACE_BITS]

    def blocks(self, page: int) -> Iterator[tuple[int, Node | None, int]]:
        """The place of each block on a page, the block, and how many bytes are read.

        The block is None where only a piece of the page was read.
        """
        place, last = page << _PLACE_BITS, (page << _PLACE_BITS) + _MOST_BLOCKS - 1
        with self._archive.open(self.member(page)) as stream:
            for block in blocks(stream, "message" if self._holds_messages(page) else "item"):
                yield place, block, stream.tell()
                place = min(place + (block is not None), last)

    def _holds_messages(self, page: int) -> bool:
        return _section_of(self.member(page).name)[0] == MESSAGES

    def reopen(self, table: Table, number: int) -> Iterator[Progress | Opened]:
        """A finding as it stands on its page."""
        place = table.place[number]
        page = place >> _PLACE_BITS
        read = read_message if self._holds_messages(page) else read_item
        for at, block, done in self.blocks(page):
            if block is None:
                yield Progress(done, self.member(page).size)
            elif at == place:
                item = read(block)
                text = "" if item.text == item.address else shown(item.text)
                jump = clean(item.address) or first_words(text)
                yield Opened(tuple(_details(item)), text, jump)
                return
        raise no_longer_there()


def _section_of(name: str) -> tuple[str, str]:
    """The section of a page and its name there, which is the chat for messages."""
    if chat := _CHAT.search(name):
        return MESSAGES, chat[1]
    if _CHATS.search(name):
        return CHATS, ""
    other = _OTHER.search(name)
    return (other[1].lower(), other[2].lower()) if other else ("", "")


def _details(item: Item) -> Iterator[tuple[str, str]]:
    if item.time:
        yield "Date", clean(item.time)
    if item.author:
        yield "Written by", clean(item.author)
    for one in item.attachments:
        described = one.address if one.shown is not Shown.OTHER else f"{one.words} {one.address}"
        yield one.shown.value, clean((described or one.words).strip())
