"""What stands in a block of a VK page: a message, or an entry of another list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tui.inventory.addresses import addresses_in
from tui.inventory.kept import number_of
from tui.inventory.links import domain_of
from tui.inventory.vk.dates import find_time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.inventory.vk.blocks import Node

_MINE = frozenset({"вы", "you", "ви"})
"""What stands for the owner in Russian and Belarusian, English, Ukrainian."""
_SITE = r"^https?://(?:[a-z]{1,3}\.)?vk\.(?:com|ru)/"
_PLACE = re.compile(_SITE + r"[a-z]+(-?\d{1,18})_\d+", re.IGNORECASE)
_COMMUNITY = re.compile(_SITE + r"(?:club|public|event)(\d{1,18})$", re.IGNORECASE)
_PERSON = re.compile(_SITE + r"id(\d{1,18})$", re.IGNORECASE)
_PAGE = re.compile(_SITE + r"([\w.]{1,64})$", re.IGNORECASE)
_POST = re.compile(_SITE + r"wall-?\d+_\d+", re.IGNORECASE)
_STORAGE = ("userapi.com", "vk-cdn.net", "vkuser.net")
_BELOW, _POST_LINK = "kludges", "post__link"
_LONGEST_HEADER = 1000


class Source(NamedTuple):
    """Where something comes from: what tells it from others, a name, and of what kind it is."""

    key: str
    name: str
    note: str = ""


class Shown(StrEnum):
    """What an attachment is."""

    REPOST = "Repost"
    PHOTO = "Photo"
    VIDEO = "Video"
    LINK = "Link"
    OTHER = "Attachment"


_SHOWN = {
    "запись на стене": Shown.REPOST,
    "запись со стены": Shown.REPOST,
    "комментарий на стене": Shown.REPOST,
    "wall post": Shown.REPOST,
    "wall comment": Shown.REPOST,
    "фотография": Shown.PHOTO,
    "photo": Shown.PHOTO,
    "видеозапись": Shown.VIDEO,
    "video": Shown.VIDEO,
}


@dataclass(frozen=True, slots=True)
class Attachment:
    """What hangs on a text, and the words that the archive has for it."""

    shown: Shown
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Item:
    """A message, a post, a comment, or one line of another list.

    `account` is the address of who wrote, empty for the owner and for accounts that are gone;
    `address` is where it stands on the site, `time` as the archive has it, `fields` are the parts
    of a line.
    """

    number: int
    author: str
    account: str
    when: int
    time: str
    text: str
    address: str
    attachments: tuple[Attachment, ...]
    fields: tuple[str, ...] = ()

    @property
    def mine(self) -> bool:
        """Whether the owner of the archive wrote it."""
        return not self.account and self.author.casefold() in _MINE

    def links(self) -> Iterator[str]:
        """The addresses in its text and below it, but for pictures and reposts."""
        yield from addresses_in(self.text)
        for attachment in self.attachments:
            if attachment.shown is Shown.LINK:
                yield attachment.address


def read_message(block: Node) -> Item:
    """A message of a chat."""
    parts = _divisions(block)
    header = next((part for part in parts if part.has("message__header")), None)
    body = next((part for part in parts if part is not header), None)
    link = _first_link(header)
    told = find_time(header.text("message-edited")[:_LONGEST_HEADER] if header else "")
    author = link.text() if link else told.before.strip(" ,\n")
    return Item(
        number=_number(block.attributes.get("data-id", "")),
        author=author,
        account=_href(link),
        when=told.when,
        time=told.words,
        text=body.text(_BELOW) if body else "",
        address="",
        attachments=tuple(_attachments(body)) if body else (),
    )


def read_item(block: Node) -> Item:
    """An entry of any other list: its text stands in the first part, the time in a small one."""
    parts = _divisions(block)
    fields = tuple(filter(None, (part.text() for part in parts)))
    small = " ".join(node.text(_POST_LINK) for node in block.every("item__tertiary"))
    told = find_time((small or "".join(fields[-1:]))[:_LONGEST_HEADER])
    address = _href(block.first(_POST_LINK)) or _address(block)
    return Item(
        number=number_of(address),
        author=told.before.strip(" ,\n") if told.when else "",
        account="",
        when=told.when,
        time=told.words,
        text=(parts[0] if parts else block).text(_BELOW, _POST_LINK),
        address=address,
        attachments=tuple(_attachments(block)),
        fields=fields,
    )


def source_of(address: str) -> Source:
    """Whose page an address leads to; the key is negative for communities."""
    if place := _PLACE.match(address):
        owner = int(place[1])
    elif community := _COMMUNITY.match(address):
        owner = -int(community[1])
    elif person := _PERSON.match(address):
        owner = int(person[1])
    else:
        page = _PAGE.match(address)
        name = f"vk.com/{page[1].lower()}" if page else domain_of(address)
        return Source(name, name)
    return Source(str(owner), f"vk.com/{'id' if owner > 0 else 'club'}{abs(owner)}")


def is_page(address: str) -> bool:
    """Whether an address leads to a community or a person, and not to something of theirs."""
    return bool(_COMMUNITY.match(address) or _PERSON.match(address))


def _number(digits: str) -> int:
    return int(digits) if digits.isdecimal() and len(digits) < 19 else 0


def _divisions(block: Node) -> list[Node]:
    return [node for node in block.children if not isinstance(node, str) and node.tag == "div"]


def _href(node: Node | None) -> str:
    return node.attributes.get("href", "").strip() if node else ""


def _first_link(block: Node | None) -> Node | None:
    return next((node for node in block.walk() if node.tag == "a"), None) if block else None


def _address(block: Node) -> str:
    """The address of something on the site if there is one, else any; none that hangs below."""
    found = [_href(node) for node in block.walk(_BELOW) if node.tag == "a"]
    places = (address for address in found if _PLACE.match(address))
    return next(places, found[0] if found else "")


def _attachments(block: Node) -> Iterator[Attachment]:
    for node in block.every("attachment"):
        description = node.first("attachment__description")
        words = description.text() if description else ""
        address = _href(node.first("attachment__link"))
        yield Attachment(_shown(words, address), words, address)


def _shown(words: str, address: str) -> Shown:
    known = _SHOWN.get(words.replace("\xa0", " ").casefold())
    if known:
        return known
    if _POST.match(address):
        return Shown.REPOST
    stored = domain_of(address).endswith(_STORAGE)
    return Shown.LINK if address.startswith("http") and not stored else Shown.OTHER
