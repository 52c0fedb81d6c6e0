"""The sections of a Telegram archive that are no chats: contacts, sessions, sites, drafts."""

from __future__ import annotations

import html
import re
from collections import Counter
from typing import Any

from tui.inventory.links import domain_of
from tui.inventory.model import LATEST, Inventory, Part, Presence
from tui.inventory.telegram import parts
from tui.inventory.telegram.lists import Section, decoded

_ADDRESS = re.compile(r"(?:https?|tg)://[^\s<>\"']+")
_MATTERS = (Presence.EMPTY, Presence.HERE, Presence.UNSURE)
_LONGEST_KEY = 200
_MOST_TEXT = 4000
"""Letters that are kept of a draft, and of anything else."""


def owner_in(text: bytes) -> str:
    """The number of the owner in what an archive tells of them; empty where it is not told."""
    told = decoded(text)
    return _word(told, "user_id") if isinstance(told, dict) else ""


def take_section(inventory: Inventory, name: str, text: bytes) -> None:
    """Puts a section into its tables."""
    section = Section(text)
    match name:
        case "profile_pictures":
            _pictures(inventory, parts.PROFILE, section)
        case "stories":
            _pictures(inventory, parts.STORIES, section)
        case "contacts":
            _contacts(inventory, section)
        case "frequent_contacts":
            _frequent(inventory, section)
        case "sessions":
            _sessions(inventory, section)
        case "web_sessions":
            _sites(inventory, section)
        case "other_data":
            _other(inventory, section)
        case "personal_information":
            section.items = 1
    inventory.faults.skipped += section.lost
    if box := parts.SECTION_BOXES.get(name):
        _note_box(inventory, box, section.presence)


def _note_box(inventory: Inventory, box: str, found: Presence) -> None:
    """A box that two sections stand for is empty only if both are, and sure only if both are."""
    known = inventory.boxes.get(box, Presence.EMPTY)
    inventory.boxes[box] = max(known, found, key=_MATTERS.index)


def _pictures(inventory: Inventory, part: Part, section: Section) -> None:
    table = inventory.table(part)
    for number, one in enumerate(section.objects()):
        day = _word(one, "date")[:10]
        table.add_entry(f"{number}", day, when=_when(one, "date"))


def _contacts(inventory: Inventory, section: Section) -> None:
    table, keys = inventory.table(parts.CONTACTS), Counter[str]()
    for number, one in enumerate(section.objects()):
        name = " ".join(filter(None, (_word(one, "first_name"), _word(one, "last_name"))))
        phone = _word(one, "phone_number")
        key = _own_key(_word(one, "user_id") or phone or f"number {number}", keys)
        table.add_entry(key, name or phone, details=(("Phone", phone),), when=_when(one, "date"))


def _frequent(inventory: Inventory, section: Section) -> None:
    for number, one in enumerate(section.objects()):
        bots = _word(one, "category") == "inline_bots"
        table = inventory.table(parts.FREQUENT_BOTS if bots else parts.FREQUENT)
        table.add_entry(_word(one, "id") or str(number), _word(one, "name"))


def _sessions(inventory: Inventory, section: Section) -> None:
    table, keys = inventory.table(parts.SESSIONS), Counter[str]()
    for one in section.objects():
        name = " · ".join(filter(None, (_word(one, "device_model"), _word(one, "platform"))))
        app = " ".join((_word(one, "application_name"), _word(one, "application_version")))
        details = (
            ("App", app.strip()),
            ("System", _word(one, "system_version")),
            ("Signed in", _word(one, "created").replace("T", " ")),
            ("Last active", _word(one, "last_active").replace("T", " ")),
            ("Network address", _word(one, "last_ip")),
            ("Country", _word(one, "last_country")),
            ("Region", _word(one, "last_region")),
        )
        key = _own_key(f"{_word(one, 'created')} {name}", keys)
        table.add_entry(key, name, details=details, when=_when(one, "created"))


def _sites(inventory: Inventory, section: Section) -> None:
    table, keys = inventory.table(parts.SITES), Counter[str]()
    for one in section.objects():
        details = (
            ("Bot", _word(one, "bot_username")),
            ("Browser", _word(one, "browser")),
            ("System", _word(one, "platform")),
            ("Signed in", _word(one, "created").replace("T", " ")),
            ("Last active", _word(one, "last_active").replace("T", " ")),
            ("Network address", _word(one, "last_ip")),
            ("Region", _word(one, "last_region")),
        )
        name = _word(one, "domain_name") or _word(one, "bot_username")
        key = _own_key(f"{_word(one, 'created')} {name}", keys)
        table.add_entry(key, name, details=details, when=_when(one, "created"))


def _other(inventory: Inventory, section: Section) -> None:
    drafts, links = inventory.table(parts.DRAFTS), inventory.table(parts.DRAFT_LINKS)
    for number, one in enumerate(section.objects("drafts")):
        text, name = _word(one, "html"), _word(one, "chat_name")
        drafts.add_entry(f"{number} {name}", name, details=(("Draft", text),))
        for address in dict.fromkeys(_ADDRESS.findall(html.unescape(text))):
            details = (("Chat", name), ("Link", address))
            links.add_entry(f"{number} {address}", domain_of(address), details=details)
    addresses = inventory.table(parts.ADDRESSES)
    for one in section.objects("ips"):
        others = ", ".join(f"{key} {_word(one, key)}" for key in one if key != "ip")
        also = (("Also told", others[:_MOST_TEXT]),)
        addresses.add_entry(_word(one, "ip"), _word(one, "ip"), details=also)


def _own_key(key: str, keys: Counter[str]) -> str:
    """What tells an entry from others; of two that are alike, both are to be seen."""
    key = key[:_LONGEST_KEY]
    keys[key] += 1
    return key if keys[key] == 1 else f"{key} again {keys[key]}"


def _when(one: dict[str, Any], key: str) -> int:
    told = _word(one, f"{key}_unixtime")
    return min(int(told), LATEST) if told.isdecimal() and len(told) < 12 else 0


def _word(one: dict[str, Any], key: str) -> str:
    value = one.get(key)
    known = isinstance(value, str | int) and not isinstance(value, bool)
    return str(value)[:_MOST_TEXT] if known else ""
