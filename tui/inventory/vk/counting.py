"""Counts what stands on the pages of a VK archive into the tables of the inventory."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from tui.inventory.addresses import addresses_in
from tui.inventory.links import domain_of
from tui.inventory.model import LONGEST_NAME, MOST_GROUPS, UNTOLD, Chat
from tui.inventory.vk import parts
from tui.inventory.vk.dates import find_time
from tui.inventory.vk.items import Shown, Source, is_page, read_item, read_message, source_of
from tui.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.inventory.model import Group, Inventory, Part
    from tui.inventory.vk.blocks import Node
    from tui.inventory.vk.items import Item

MOST = 4_000_000
"""Findings of one table; no archive known comes near it."""
_MOST_BELOW = 50
"""Attachments, or links, of one message; the site allows ten."""
_GROUP_CHATS = 2_000_000_000
"""Chats of several people have larger numbers; communities have negative ones."""
_NUMBER = re.compile(r"-?\d{1,18}", re.ASCII)
_NETWORK = re.compile(r"(?:\d{1,3}\.){3}\d|[0-9a-f]{0,4}:[0-9a-f]{0,4}:", re.ASCII)
_APP_ID = re.compile(r"app\d+", re.ASCII)
_AGENT = "User Agent:"
_LISTS = {"friends": parts.FRIENDS, "subscriptions": parts.SUBSCRIPTIONS}
_NAMED = (parts.REPOSTS, parts.LIKES, parts.COMMENTS, parts.BOOKMARKS)
_PICTURES = {Shown.PHOTO: parts.PHOTOS, Shown.VIDEO: parts.VIDEOS}


class Counting:
    """Takes one block of a page after the other."""

    def __init__(self, inventory: Inventory) -> None:
        self._inventory = inventory
        self._names: dict[str, str] = {}
        self._chats: dict[str, int] = {}
        self._rows: dict[int, Group] = {}
        self._takers: dict[str, Callable[[Item, int, str], None]] = {
            "apps": self._app,
            "sessions": self._session,
            "profile": self._profile,
            "chats": self._chat,
            "wall": self._post,
            "comments": self._comment,
            "likes": self._like,
            "bookmarks": self._bookmark,
        }
        for part in parts.PARTS:
            inventory.table(part)

    def find_chat(self, peer: str, name: str = "") -> int:
        """The number of a chat, which is made if it is not there."""
        self._name(peer, name)
        number = self._find(peer, name or peer, _kind(peer))
        if number not in self._rows:
            chat, table = self._inventory.chats[number], self._inventory.table(parts.CHATS)
            self._rows[number] = table.add_entry(chat.key, chat.name, chat.kind)
            self._count(number)
        return number

    def _count(self, number: int) -> None:
        """Tells the row of a chat how much there is in it."""
        chat, row = self._inventory.chats[number], self._rows[number]
        row.mine, row.every, row.last = chat.mine, chat.every, chat.last

    def find_section(self, section: str) -> int:
        """The number among the chats of a section in which something stands as well."""
        return self._find(section, "", section)

    def _find(self, key: str, name: str, kind: str) -> int:
        chats, key = self._inventory.chats, key[:LONGEST_NAME]
        if key not in self._chats:
            if len(chats) >= MOST_GROUPS:
                return len(chats) - 1
            self._chats[key] = len(chats)
            chats.append(Chat(clean(key), clean(name[:LONGEST_NAME]), kind))
        return self._chats[key]

    def message(self, block: Node, place: int, chat: int) -> None:
        """A message of a chat."""
        item, found = read_message(block), self._inventory.chats[chat]
        self._inventory.counts["messages"] += 1
        self._written(found, item, place, mine=item.mine)
        self._count(chat)
        if item.account:
            self._name(source_of(item.account)[0], item.author)

    def entry(self, section: str, block: Node, place: int, page: str) -> None:
        """An entry of a page in any other section."""
        self._takers[section](read_item(block), place, page)

    def _chat(self, item: Item, _place: int, _page: str) -> None:
        if item.address:
            self.find_chat(item.address.split("/", 1)[0], "".join(item.fields[:1]))

    def _post(self, item: Item, place: int, _page: str) -> None:
        if item.address:
            author = Source(item.author, item.author)
            self._add(parts.WALL, author, item, place, mine=item.mine)
            wall = self._inventory.chats[self.find_section("wall")]
            self._written(wall, item, place, mine=item.mine)

    def _comment(self, item: Item, place: int, _page: str) -> None:
        if item.address:
            self._add(parts.COMMENTS, source_of(item.address), item, place, mine=True)
            comments = self._inventory.chats[self.find_section("comments")]
            self._written(comments, item, place, mine=True)

    def _like(self, item: Item, place: int, _page: str) -> None:
        self._listed(parts.LIKES, item, place)

    def _bookmark(self, item: Item, place: int, _page: str) -> None:
        self._listed(parts.BOOKMARKS, item, place)

    def _listed(self, part: Part, item: Item, place: int) -> None:
        """The page that lists the others has addresses that lead to no site."""
        if item.address.startswith("http"):
            source = source_of(item.address)
            said = "".join(item.fields[:1])
            if is_page(item.address) and not addresses_in(said):
                self._name(source.key, said)
            self._add(part, source, item, place, mine=True)
            self._inventory.chats[self.find_section(part.id)].every += 1

    def _profile(self, item: Item, _place: int, page: str) -> None:
        part = _LISTS.get(page.rstrip("0123456789"))
        if part and item.address and item.fields:
            source, name = source_of(item.address), item.fields[0]
            self._name(source.key, name)
            self._add_entry(part, source.key, name, (("Link", item.address),), item)

    def _app(self, item: Item, _place: int, _page: str) -> None:
        name, *others = item.fields or ("",)
        key = next((field for field in others if _APP_ID.fullmatch(field)), name)
        rights = [field for field in others if field != key and not find_time(field).when]
        if name:
            number = key if key != name else ""
            told = ("Number", number), ("Permissions", ", ".join(rights)), ("Last used", item.time)
            self._add_entry(parts.APPS, key, name, told, item)

    def _session(self, item: Item, _place: int, _page: str) -> None:
        name, *others = item.fields or ("",)
        agent = next((field for field in others if field.startswith(_AGENT)), "")
        network = next((field for field in others if _NETWORK.match(field)), "")
        if name:
            device = agent.removeprefix(_AGENT).strip() or name
            details = (("Device", device), ("Network address", network), ("Time", item.time))
            key = f"{item.time} {network} {device}"
            self._add_entry(parts.SESSIONS, key, name, details, item)

    def end(self) -> None:
        """Gives the pages that are known by number the names that were met elsewhere."""
        for part in _NAMED:
            for group in self._inventory.table(part).groups:
                group.name = self._names.get(group.key, group.name)

    def _written(self, chat: Chat, item: Item, place: int, *, mine: bool) -> None:
        """Counts something that was written, and the reposts, pictures and links in it."""
        chat.every += 1
        chat.mine += mine
        chat.last = max(chat.last, item.when)
        for one in item.attachments[:_MOST_BELOW]:
            if one.shown is Shown.REPOST:
                self._add(parts.REPOSTS, source_of(one.address), item, place, mine=mine)
            elif part := _PICTURES.get(one.shown):
                source = Source(chat.key, chat.name, chat.kind)
                self._add(part, source, item, place, mine=mine)
        for address in islice(item.links(), _MOST_BELOW):
            domain = domain_of(address)
            self._add(parts.LINKS, Source(domain, domain), item, place, mine=mine)

    def _add(self, part: Part, source: Source, item: Item, place: int, *, mine: bool) -> None:
        table = self._inventory.table(part)
        if len(table) < MOST:
            key, name, note = source
            group = table.find_group(key, name, note if key else UNTOLD)
            table.add(group, place, item.number, item.when, mine=mine)
        else:
            self._inventory.faults.skipped += 1

    def _add_entry(
        self, part: Part, key: str, name: str, details: tuple[tuple[str, str], ...], item: Item
    ) -> None:
        table = self._inventory.table(part)
        if len(table) < MOST:
            short = tuple((label, value[:LONGEST_NAME]) for label, value in details)
            table.add_entry(key, name, details=short, when=item.when)

    def _name(self, key: str, name: str) -> None:
        if name and (key in self._names or len(self._names) < MOST_GROUPS):
            self._names.setdefault(key[:LONGEST_NAME], clean(name[:LONGEST_NAME]))


def _kind(peer: str) -> str:
    """The kind of a chat; nothing where its number does not tell."""
    if not _NUMBER.fullmatch(peer):
        return ""
    if int(peer) < 0:
        return "community"
    return "group_chat" if int(peer) > _GROUP_CHATS else "personal_chat"
