"""Counts what stands on the pages of a VK archive into the tables of the inventory."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from tui.inventory.addresses import addresses_in
from tui.inventory.links import domain_of
from tui.inventory.model import MOST_GROUPS, Chat
from tui.inventory.vk import parts
from tui.inventory.vk.dates import find_time
from tui.inventory.vk.items import Shown, is_page, read_item, read_message, source_of
from tui.text import clean

if TYPE_CHECKING:
    from tui.inventory.model import Inventory, Part
    from tui.inventory.vk.items import Item
    from tui.inventory.vk.markup import Node

_GROUP_CHATS = 2_000_000_000
"""Chats of several people have larger numbers; communities have negative ones."""
_NUMBER = re.compile(r"-?\d{1,18}", re.ASCII)
_NETWORK = re.compile(r"(?:\d{1,3}\.){3}\d|[0-9a-f]{0,4}:[0-9a-f]{0,4}:", re.ASCII)
_APP_ID = re.compile(r"app\d+", re.ASCII)
_AGENT = "User Agent:"
_NAMED = (parts.REPOSTS, parts.LIKES, parts.COMMENTS, parts.BOOKMARKS)
_PICTURES = {Shown.PHOTO: parts.PHOTOS, Shown.VIDEO: parts.VIDEOS}


class Counting:
    """Takes one block after the other."""

    def __init__(self, inventory: Inventory) -> None:
        self._inventory = inventory
        self._names: dict[str, str] = {}
        self._chats: dict[str, int] = {}
        for part in parts.PARTS:
            inventory.table(part)

    def chat(self, block: Node, _place: int, _page: str) -> None:
        """A line of the list of chats."""
        link = next((node for node in block.walk() if "href" in node.attributes), None)
        if link:
            peer = link.attributes["href"].split("/", 1)[0]
            self.find_chat(peer, link.text())

    def find_chat(self, peer: str, name: str = "") -> int:
        """The number of a chat, which is made if it is not there."""
        chats = self._inventory.chats
        if peer not in self._chats:
            if len(chats) >= MOST_GROUPS:
                return len(chats) - 1
            self._chats[peer] = len(chats)
            chats.append(Chat(clean(peer), clean(name or peer), _kind(peer)))
            self._name(peer, name)
        return self._chats[peer]

    def message(self, block: Node, place: int, chat: int) -> None:
        """A message of a chat."""
        item, found = read_message(block), self._inventory.chats[chat]
        self._inventory.counts["messages"] += 1
        found.every += 1
        found.mine += item.mine
        found.last = max(found.last, item.when)
        if item.account:
            self._name(source_of(item.account)[0], item.author)
        self._below(item, place, mine=item.mine)
        for one in item.attachments:
            if part := _PICTURES.get(one.shown):
                year = _year(item)
                name = f"{found.name} · {year}" if year else found.name
                self._add(part, f"{found.key} {year}", name, item, place, mine=item.mine)

    def wall(self, block: Node, place: int, _page: str) -> None:
        """A post on the owner's wall, or a comment below one."""
        item = read_item(block)
        if item.address:
            self._add(parts.WALL, _year(item), _year(item), item, place, mine=item.mine)
            self._below(item, place, mine=item.mine)

    def comment(self, block: Node, place: int, _page: str) -> None:
        """A comment of the owner."""
        item = read_item(block)
        if item.address:
            self._add(parts.COMMENTS, *source_of(item.address), item, place, mine=True)
            self._below(item, place, mine=True)

    def like(self, block: Node, place: int, _page: str) -> None:
        """Something the owner liked."""
        self._listed(parts.LIKES, read_item(block), place)

    def bookmark(self, block: Node, place: int, _page: str) -> None:
        """Something the owner kept."""
        self._listed(parts.BOOKMARKS, read_item(block), place)

    def _listed(self, part: Part, item: Item, place: int) -> None:
        """A first page lists the others, with addresses that lead to no site."""
        if item.address.startswith("http"):
            key, name = source_of(item.address)
            said = item.fields[0] if item.fields else ""
            if is_page(item.address) and not addresses_in(said):
                self._name(key, said)
            self._add(part, key, name, item, place, mine=True)

    def profile(self, block: Node, _place: int, page: str) -> None:
        """A friend, or somebody or something the owner subscribed to."""
        item = read_item(block)
        part = parts.FRIENDS if re.fullmatch(r"friends\d*", page) else None
        if re.fullmatch(r"subscriptions\d*", page):
            part = parts.SUBSCRIPTIONS
        if part and item.address and item.fields:
            key, name = source_of(item.address)
            self._name(key, item.fields[0])
            details = (("Address", item.address), ("Date", item.time))
            table = self._inventory.table(part)
            table.add_entry(key, item.fields[0] or name, details=details, when=item.when)

    def app(self, block: Node, _place: int, _page: str) -> None:
        """An app that may use the account."""
        item = read_item(block)
        name, *others = item.fields or ("",)
        key = next((field for field in others if _APP_ID.fullmatch(field)), name)
        rights = [field for field in others if field != key and not find_time(field).when]
        if name:
            details = (("App", key), ("Rights", ", ".join(rights)), ("Last used", item.time))
            table = self._inventory.table(parts.APPS)
            table.add_entry(key, name, details=details, when=item.when)

    def session(self, block: Node, _place: int, _page: str) -> None:
        """A time when somebody signed in."""
        item = read_item(block)
        name, *others = item.fields or ("",)
        agent = next((field for field in others if field.startswith(_AGENT)), "")
        network = next((field for field in others if _NETWORK.match(field)), "")
        if name:
            device = agent.removeprefix(_AGENT).strip()
            details = (("Device", device), ("Network address", network), ("Date", item.time))
            table = self._inventory.table(parts.SESSIONS)
            key = f"{item.time} {network} {device}"
            table.add_entry(key, name, details=details, when=item.when)

    def end(self) -> None:
        """Gives the pages that are known by number the names that were met elsewhere."""
        for part in _NAMED:
            for group in self._inventory.table(part).groups:
                group.name = self._names.get(group.key, group.name)

    def _below(self, item: Item, place: int, *, mine: bool) -> None:
        """The reposts and links of something that was written."""
        for one in item.attachments:
            if one.shown is Shown.REPOST:
                key, name = source_of(one.address) if one.address else ("", "")
                self._add(parts.REPOSTS, key, name, item, place, mine=mine)
        for address in item.links():
            domain = domain_of(address)
            self._add(parts.LINKS, domain, domain, item, place, mine=mine)

    def _add(self, part: Part, key: str, name: str, item: Item, place: int, *, mine: bool) -> None:
        table = self._inventory.table(part)
        table.add(table.find_group(key, name), place, item.number, item.when, mine=mine)

    def _name(self, key: str, name: str) -> None:
        if name and (key in self._names or len(self._names) < MOST_GROUPS):
            self._names.setdefault(key, clean(name))


def _kind(peer: str) -> str:
    if not _NUMBER.fullmatch(peer):
        return ""
    if int(peer) < 0:
        return "community"
    return "group_chat" if int(peer) > _GROUP_CHATS else "personal_chat"


def _year(item: Item) -> str:
    return str(datetime.datetime.fromtimestamp(item.when, datetime.UTC).year) if item.when else ""


SECTIONS = {
    "apps": Counting.app,
    "sessions": Counting.session,
    "profile": Counting.profile,
    "chats": Counting.chat,
    "wall": Counting.wall,
    "comments": Counting.comment,
    "likes": Counting.like,
    "bookmarks": Counting.bookmark,
}
"""Who takes the blocks of which section, in the order in which they are read."""
