"""Words looked for in what was written on the pages of a VK archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.errors import CutError
from tui.inventory.folding import held
from tui.inventory.model import Progress
from tui.inventory.vk.items import read_item, read_message
from tui.inventory.vk.pages import MESSAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.inventory.model import Table
    from tui.inventory.vk.items import Item
    from tui.inventory.vk.pages import Pages

_SECTIONS = (MESSAGES, "wall", "comments")


def looking(pages: Pages) -> Callable[[tuple[str, ...], Table], Iterator[Progress]]:
    """How words are looked for in messages, posts and comments."""

    def look_for(words: tuple[str, ...], table: Table) -> Iterator[Progress]:
        found = [(section, page) for section in _SECTIONS for page in pages.of(section)]
        size, done = sum(pages.member(page).size for _, page in found), 0
        for section, page in found:
            try:
                for place, block, passed in pages.blocks(page):
                    if block is None:
                        yield Progress(min(done + passed, size), size)
                        continue
                    item = read_message(block) if section == MESSAGES else read_item(block)
                    mine = item.mine or section == "comments"
                    for word in held(words, _said(item)):
                        group = table.find_group(word, word)
                        table.add(group, place, item.number, item.when, mine=mine)
            except CutError:
                pass
            done += pages.member(page).size
            yield Progress(done, size)

    return look_for


def _said(item: Item) -> str:
    addresses = (attachment.address for attachment in item.attachments)
    return " ".join((item.author, item.text, *addresses))
