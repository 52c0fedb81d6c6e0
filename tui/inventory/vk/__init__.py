"""VK: the archive of pages that the site makes of an account, in windows-1251."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.errors import CutError
from tui.inventory.model import Presence, Progress, Reader
from tui.inventory.texts import head
from tui.inventory.vk import parts
from tui.inventory.vk.counting import Counting
from tui.inventory.vk.pages import CHATS, MESSAGES, Pages
from tui.inventory.vk.wording import looking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.inventory.archive import Archive
    from tui.inventory.model import Inventory

_KNOWN = (
    "messages/index-messages.html",
    "profile/page-info.html",
    "apps/installed-apps.html",
)
_PLACES = ("wall", "comments", "likes", "bookmarks")
"""Sections that are no chats, but where things stand as in one."""
_ORDER = ("apps", "sessions", "profile", CHATS, *_PLACES, MESSAGES)
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
    inventory.look_for = looking(pages)
    every = [page for found in pages.sections.values() for page, _ in found]
    size, done = sum(pages.member(page).size for page in every), 0
    for section in _ORDER:
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
    chat = 0
    if section == MESSAGES:
        chat = counting.find_chat(name)
        pages.belongs(page, chat)
    elif section in _PLACES:
        pages.belongs(page, counting.find_section(section))
    for place, block, passed in pages.blocks(page):
        if block is None:
            yield passed
        elif section == MESSAGES:
            counting.message(block, place, chat)
        else:
            counting.entry(section, block, place, name)


def _note_boxes(inventory: Inventory, pages: Pages) -> None:
    """A section that is not there was not asked for."""
    boxes, here = inventory.boxes, set(pages.sections)
    if any(name.startswith("subscriptions") for _, name in pages.sections.get("profile", ())):
        here.add("communities")
    if CHATS in here:
        here.add(MESSAGES)
    for box, part in parts.FILLED.items():
        boxes[box] = _presence(box in here, len(inventory.table(part)) > 0)
    written = any(chat.kind not in _PLACES for chat in inventory.chats)
    boxes[MESSAGES] = _presence(MESSAGES in here, written)
    if "communities" not in here:
        boxes["communities"] = Presence.UNSURE


def _presence(here: bool, full: bool) -> Presence:
    if not here:
        return Presence.ABSENT
    return Presence.HERE if full else Presence.EMPTY


READER = Reader("vk", parts.PARTS, _recognises, _read)
