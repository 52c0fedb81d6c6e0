"""Counts the messages of a Telegram archive into the tables of the inventory."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

from tui.inventory.links import domain_of
from tui.inventory.model import (
    LONGEST_NAME,
    MOST_GROUPS,
    OTHERS,
    Chat,
    Group,
    Inventory,
    Part,
    Presence,
)
from tui.inventory.telegram import parts
from tui.inventory.telegram.decoding import FAILURES, Decoder, Message, PlainDecoder
from tui.inventory.telegram.links import in_text, may_hold_links, on_buttons
from tui.inventory.telegram.places import Places, pieces
from tui.inventory.telegram.sections import take_section
from tui.inventory.telegram.telling import keys_of, when
from tui.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

GONE = "name is gone"
_MOST_KINDS = 10_000


class Counting:
    """Takes what a walk finds in one file after the other."""

    sections = frozenset({*parts.SECTION_BOXES, "profile_pictures"})

    def __init__(
        self, inventory: Inventory, owner: str | None, decode: Decoder, *, merging: bool
    ) -> None:
        """`merging`: several files, in which the same message may stand twice."""
        self.places = Places()
        self._inventory = inventory
        self._me = keys_of(owner or "")
        self._number_of_me = (owner or "").removeprefix("user").encode("utf-8", "replace")
        self._decoder = decode
        self._tables = {part.id: inventory.table(part) for part in parts.PARTS}
        self._chats: dict[str, int] = {}
        self._groups: list[Group] = []
        self._left = self._saved = self.chats_begin = False
        self._number = 0
        self._merging = merging
        self._seen: dict[int, array[int]] = {}
        self._known: set[int] = set()
        self._counted: set[str] = set()

    def begin_file(self, number: int) -> None:
        """What follows stands in another file."""
        self.places.file = number
        self._left = False

    def is_mine(self, chat: int, message: Message) -> bool:
        """Whether the owner wrote a message of a chat."""
        saved = self._inventory.chats[chat].kind == "saved_messages"
        return saved or message.from_id in self._me

    def section(self, name: str, value: bytes) -> None:
        """Takes a section that is no chats."""
        take_section(self._inventory, name, value)

    def chats(self, name: str) -> None:
        """Begins with the chats, or with those that were left."""
        self._left = name == "left_chats"
        self.chats_begin = not self._left

    def chat(self, head: dict[str, bytes]) -> None:
        """Begins with a chat."""
        self._number = self.find_chat(head, left=self._left)
        chat = self._inventory.chats[self._number]
        self._saved = chat.kind == "saved_messages"
        self.places.begin(self._number)
        if self._merging:
            self._known = set(self._seen.setdefault(self._number, array("q"))) - {0}
        self._count_chat(chat)

    def _count_chat(self, chat: Chat) -> None:
        """Counts a chat, once if it stands in several files."""
        if chat.kind and not (self._merging and chat.key in self._counted):
            self._tally("chat", chat.kind)
            self._counted.add(chat.key)

    def _tally(self, what: str, kind: str) -> None:
        """Counts one more of a kind; a file made to fill the memory can hold too many kinds."""
        counts, key = self._inventory.counts, f"{what}/{kind[:LONGEST_NAME]}"
        known = key in counts or len(counts) < _MOST_KINDS
        counts[key if known else f"{what}/{OTHERS}"] += 1

    def find_chat(self, head: dict[str, bytes], *, left: bool) -> int:
        """The number of a chat, which is made if it is not there."""
        told, chats = _read_head(head), self._inventory.chats
        key = _key(told) or f"untold {len(chats)}"
        if key not in self._chats and len(chats) >= MOST_GROUPS:
            told, key = {}, OTHERS
        if key not in self._chats:
            self._chats[key] = len(chats)
            chats.append(Chat(key, told.get("name", ""), _kind(told), left))
            self._groups.append(self._row(chats[-1]))
        return self._chats[key]

    def _row(self, chat: Chat) -> Group:
        """The row of a chat among the others of its kind."""
        if box := parts.CHAT_BOXES.get(chat.kind):
            self._inventory.boxes[box] = Presence.HERE
        part = parts.LEFT if chat.left else parts.CHAT_PARTS.get(chat.kind)
        if part is None:
            return Group("", "")
        group = self._tables[part.id].add_entry(chat.key, chat.name, chat.kind)
        group.mine, group.every, group.last = chat.mine, chat.every, chat.last
        return group

    def chat_end(self, head: dict[str, bytes]) -> None:
        """Takes name and kind from behind the messages, where the keys were sorted."""
        chat = self._inventory.chats[self._number]
        told = _read_head(head)
        if told and not chat.kind and chat.key != OTHERS:
            chat.kind, chat.name = _kind(told), told.get("name", "")
            self._groups[self._number] = self._row(chat)
            self._count_chat(chat)

    def run(self, offset: int, array: bytes) -> bool:
        """Counts messages, if they are JSON."""
        try:
            found = self._decoder.messages(array)
        except FAILURES:
            return False
        self._count(found, self.places.add(offset, len(array)))
        return True

    def pieces(self, offset: int, array: bytes) -> None:
        """Counts messages one by one; what is no JSON is mended or passed over."""
        found = [piece.message for piece in pieces(array, self._decoder, self._inventory.faults)]
        self._count(found, self.places.add(offset, len(array)))

    def _count(self, messages: Sequence[Message | None], first: int) -> None:
        """The hot loop: nothing is made of a message in which there is nothing to count."""
        chat, me, saved = self._inventory.chats[self._number], self._me, self._saved
        if self._merging:
            messages = self._unseen(messages)
        last: Message | None = None
        for place, message in enumerate(messages, first):
            if message is None:
                continue
            last = message
            mine = saved or message.from_id in me
            chat.every += 1
            chat.mine += mine
            if message.type == "message":
                self._said(message, place, mine=mine)
            else:
                self._service(message, place)
            if may_hold_links(message):
                for address in in_text(message, self._decoder):
                    self._add(parts.LINKS, domain_of(address), message, place, mine=mine)
            if message.inline_bot_buttons:
                for address in on_buttons(message, self._decoder):
                    self._add(parts.BUTTONS, domain_of(address), message, place, mine=mine)
        if last is not None:
            chat.last = max(chat.last, when(last))
        group = self._groups[self._number]
        group.mine, group.every, group.last = chat.mine, chat.every, chat.last

    def _said(self, message: Message, place: int, *, mine: bool) -> None:
        if message.forwarded_from:
            self._repost(message, place, mine=mine)
        if message.via_bot is not None:
            self._add(parts.INLINE_BOTS, message.via_bot, message, place, mine=mine)
        if message.photo is not None:
            self._media("photo", message, place, mine=mine)
        elif message.file is not None or message.media_type is not None:
            self._media(message.media_type or "file", message, place, mine=mine)
        if message.reactions:
            self._reaction(message, place)

    def _unseen(self, messages: Sequence[Message | None]) -> list[Message | None]:
        """The messages, with nothing where one was in a file before; an unknown number is new."""
        known = self._known
        new = [one if one is not None and one.id not in known else None for one in messages]
        self._seen[self._number].extend(one.id for one in new if one is not None)
        return new

    def _add(self, part: Part, name: str, message: Message, place: int, *, mine: bool) -> None:
        table = self._tables[part.id]
        table.add(table.find_group(name, name), place, message.id, when(message), mine=mine)

    def _repost(self, message: Message, place: int, *, mine: bool) -> None:
        """Groups by the source's id, since a renamed source looks like another."""
        name = self._decoder.later(bytes(message.forwarded_from))
        source = message.forwarded_from_id
        said = name if isinstance(name, str) else ""
        key = f"name {said}" if source is None else f"id {source}"
        table = self._tables[parts.REPOSTS.id]
        group = table.find_group(key, said, "" if said else GONE)
        table.add(group, place, message.id, when(message), mine=mine)

    def _media(self, kind: str, message: Message, place: int, *, mine: bool) -> None:
        self._tally("media", kind)
        if mine:
            self._tally("own media", kind)
        if part := parts.MEDIA_PARTS.get(kind):
            self._by_chat(part, message, place, mine=mine)

    def _by_chat(self, part: Part, message: Message, place: int, *, mine: bool) -> None:
        table, chat = self._tables[part.id], self._inventory.chats[self._number]
        group = table.find_group(chat.key, chat.name, chat.kind)
        table.add(group, place, message.id, when(message), mine=mine)

    def _reaction(self, message: Message, place: int) -> None:
        self._inventory.counts["reactions"] += 1
        text = bytes(message.reactions)
        if self._number_of_me not in text:
            return
        given = self._decoder.later(text)
        recent = [who for one in _dicts(given) for who in _dicts(one.get("recent"))]
        who = [one["from_id"] for one in recent if isinstance(one.get("from_id"), int | str)]
        if not self._me.isdisjoint(who):
            self._by_chat(parts.REACTIONS, message, place, mine=True)

    def _service(self, message: Message, place: int) -> None:
        action = message.action
        if action is None:
            self._tally("other", message.type or "unknown")
            return
        self._tally("action", action)
        reason = message.reason_domain or message.reason_app_name or ""
        if reason:
            self._tally("reason", reason)
        mine = message.actor_id is None or message.actor_id in self._me
        if mine and action in parts.PERMISSION_ACTIONS:
            table = self._tables[parts.PERMISSIONS.id]
            name = reason or self._inventory.chats[self._number].name
            group = table.find_group(f"{action} {name}", name, parts.PERMISSION_ACTIONS[action])
            table.add(group, place, message.id, when(message), mine=True)


def _dicts(value: object) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _key(head: dict[str, str]) -> str:
    """What tells a chat from others; the first archives of all have no numbers, only names."""
    return f"{head.get('type', '')}/{head.get('id') or head.get('name', '')}" if head else ""


def _kind(head: dict[str, str]) -> str:
    """The kind of a chat; nothing if it is none that is known."""
    kind = head.get("type", "")
    return kind if kind in parts.CHAT_BOXES else ""


def _read_head(head: dict[str, bytes]) -> dict[str, str]:
    """Name, type and id of a chat, clean, as far as they are there."""
    told: dict[str, str] = {}
    for key, text in head.items():
        value = PlainDecoder().later(text)
        if isinstance(value, int | str):
            told[key] = clean(str(value)[:LONGEST_NAME])
    return told
