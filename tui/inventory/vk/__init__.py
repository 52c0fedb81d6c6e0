"""VK: the archive of pages that the site makes of an account, in windows-1251."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.errors import CutError
from tui.inventory.model import Presence, Progress
from tui.inventory.model import Reader
from tui.inventory.texts import head
from tui.inventory.vk import parts
from tui.inventory.vk.counting import SECTIONS, Counting
from tui.inventory.vk.pages import CHATS, MESSAGES, Pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.inventory.archive import Archive
    from tui.inventory.model import Inventory

_KNOWN = (
    "messages/index-messages.html",
    "profile/page-info.html",
    "apps/installed-apps.html",
)
_SIGN = '<meta name="jd"'
"""Stands on every page. Source: pages that public readers of these archives were written for."""


def _recognises(archive: Archive) -> bool:
    """Whether it is what the site makes, or a part of it."""
    if archive.find(*_KNOWN):
        return True
    return any(_SIGN in head(archive, member) for member in archive.find("index.html")[:1])


def _read(archive: Archive, inventory: Inventory, _owner: str | None) -> Iterator[Progress]:
    """The short lists first, then what was written."""
    pages, counting = Pages(archive), Counting(inventory)
    inventory.reopen, inventory.chat_of = pages.reopen, pages.chat_of
    every = [page for found in pages.sections.values() for page, _ in found]
    size, done = sum(pages.member(page).size for page in every), 0
    for section in (*SECTIONS, MESSAGES):
        for page, name in pages.sections.get(section, ()):
            try:
                for passed in _count(pages, counting, section, page, name):
                    yield Progress(min(done + passed, size), size)
            except CutError:
                inventory.faults.cut = True
            done += pages.member(page).size
            yield Progress(done, size)
    counting.end()
    _note_boxes(inventory, pages)


def _count(pages: Pages, counting: Counting, section: str, page: int, name: str) -> Iterator[int]:
    """Counts a page, and says how many of its bytes are passed."""
    take = SECTIONS.get(section)
    chat = -1 if take else counting.find_chat(name)
    if take is None:
        pages.belongs(page, chat)
    for place, block, passed in pages.blocks(page, "item" if take else "message"):
        if block is None:
            yield passed
        elif take:
            take(counting, block, place, name)
        else:
            counting.message(block, place, chat)


def _note_boxes(inventory: Inventory, pages: Pages) -> None:
    """A section that is not there was not asked for."""
    sections = set(pages.sections)
    if CHATS in sections:
        sections.add(MESSAGES)
    for box, filled in parts.BOXES.items():
        full = any(len(inventory.table(part)) for part in filled)
        full = full or (box == MESSAGES and bool(inventory.chats))
        inventory.boxes[box] = _presence(box in sections, full)
    told = any(name.startswith("subscriptions") for _, name in pages.sections.get("profile", ()))
    communities = _presence(told, len(inventory.table(parts.SUBSCRIPTIONS)) > 0)
    inventory.boxes[parts.COMMUNITIES] = communities if told else Presence.UNSURE


def _presence(here: bool, full: bool) -> Presence:
    if not here:
        return Presence.ABSENT
    return Presence.HERE if full else Presence.EMPTY


READER = Reader("vk", _recognises, _read)
