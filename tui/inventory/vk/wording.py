"""Words looked for in what was written on the pages of a VK archive."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from tui.errors import CutError
from tui.inventory.folding import held
from tui.inventory.model import Mention, Progress
from tui.inventory.vk.items import read_item, read_message
from tui.inventory.vk.pages import MESSAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.inventory.model import LookFor
    from tui.inventory.vk.items import Item
    from tui.inventory.vk.pages import Pages

_LISTED = ("likes", "bookmarks")
"""Where it is the address itself that was kept."""
_SECTIONS = (MESSAGES, "wall", "comments", *_LISTED)


def looking(pages: Pages) -> LookFor:
    """How words are looked for in what was written, liked, or kept."""

    def look_for(words: tuple[str, ...]) -> Iterator[Progress | Mention]:
        chosen = [(section, page) for section in _SECTIONS for page in pages.of(section)]
        size, done = sum(pages.member(page).size for _, page in chosen), 0
        for section, page in chosen:
            with suppress(CutError):
                for step in _on_page(words, pages, section, page):
                    yield Progress(min(done + step, size), size) if isinstance(step, int) else step
            done += pages.member(page).size
            yield Progress(done, size)

    return look_for


def _on_page(
    words: tuple[str, ...], pages: Pages, section: str, page: int
) -> Iterator[Mention | int]:
    """What is found on a page, and how many of its bytes are passed."""
    read = read_message if section == MESSAGES else read_item
    for place, block, passed in pages.blocks(page):
        if block is None:
            yield passed
            continue
        item = read(block)
        mine = item.mine or section not in {MESSAGES, "wall"}
        if found := held(words, _said(section, item)):
            yield Mention(found, place, item.number, item.when, mine)


def _said(section: str, item: Item) -> str:
    """All words of an entry; none of one that only leads to another page of the archive."""
    if section in _LISTED:
        return f"{item.text} {item.address}" if item.address.startswith("http") else ""
    addresses = (attachment.address for attachment in item.attachments)
    return " ".join((item.author, item.text, *addresses))
