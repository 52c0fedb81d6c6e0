"""The sections of a Telegram archive that are no chats: contacts, sessions, sites, drafts."""

from __future__ import annotations

import html
import re
from typing import Any

from tui.inventory.links import domain_of
from tui.inventory.model import LATEST, Inventory, Part, Presence
from tui.inventory.telegram import parts
from tui.inventory.telegram.decoding import FAILURES, PlainDecoder
from tui.inventory.telegram.repair import repaired

_ADDRESS = re.compile(r"(?:https?|tg)://[^\s<>\"']+")
_MOST_TEXT = 4000
"""Letters that are kept of a draft, and of anything else."""


def owner_in(text: bytes) -> str:
    """The number of the owner in what an archive tells of them; empty where it is not told."""
    return _word(_dict(_decoded(text)), "user_id")


def take_section(inventory: Inventory, name: str, text: bytes) -> None:
    """Puts a section into its tables."""
    value = _decoded(text)
    if box := parts.SECTION_BOXES.get(name):
        _note_box(inventory, box, empty=name != "personal_information" and not _filled(value))
    match name:
        case "profile_pictures":
            _pictures(inventory, parts.PROFILE, _dicts(value))
        case "stories":
            _pictures(inventory, parts.STORIES, _dicts(value))
        case "contacts":
            _contacts(inventory, _listed(value))
        case "frequent_contacts":
            _frequent(inventory, _listed(value))
        case "sessions":
            _sessions(inventory, _listed(value))
        case "web_sessions":
            _sites(inventory, _listed(value))
        case "other_data":
            _other(inventory, _dict(value))


def _decoded(text: bytes) -> object:
    for attempt in (text, repaired(text)):
        try:
            return PlainDecoder().value(attempt)
        except FAILURES:
            pass
    return None


def _note_box(inventory: Inventory, box: str, *, empty: bool) -> None:
    """A box that two sections stand for is empty only if both are."""
    if inventory.boxes.get(box) is not Presence.HERE:
        inventory.boxes[box] = Presence.EMPTY if empty else Presence.HERE


def _filled(value: object) -> bool:
    listed = value.get("list", value) if isinstance(value, dict) else value
    return bool(listed)


def _pictures(inventory: Inventory, part: Part, found: list[dict[str, Any]]) -> None:
    table = inventory.table(part)
    for number, one in enumerate(found):
        day = _word(one, "date")[:10]
        table.add_entry(f"{number}", day, when=_when(one, "date"))


def _contacts(inventory: Inventory, found: list[dict[str, Any]]) -> None:
    table = inventory.table(parts.CONTACTS)
    for number, one in enumerate(found):
        name = " ".join(filter(None, (_word(one, "first_name"), _word(one, "last_name"))))
        phone = _word(one, "phone_number")
        key = _word(one, "user_id") or phone or str(number)
        table.add_entry(key, name or phone, details=(("Phone", phone),), when=_when(one, "date"))


def _frequent(inventory: Inventory, found: list[dict[str, Any]]) -> None:
    for number, one in enumerate(found):
        bots = _word(one, "category") == "inline_bots"
        table = inventory.table(parts.FREQUENT_BOTS if bots else parts.FREQUENT)
        table.add_entry(_word(one, "id") or str(number), _word(one, "name"))


def _sessions(inventory: Inventory, found: list[dict[str, Any]]) -> None:
    table = inventory.table(parts.SESSIONS)
    for one in found:
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
        key = f"{_word(one, 'created')} {name}"
        table.add_entry(key, name, details=details, when=_when(one, "created"))


def _sites(inventory: Inventory, found: list[dict[str, Any]]) -> None:
    table = inventory.table(parts.SITES)
    for one in found:
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
        key = f"{_word(one, 'created')} {name}"
        table.add_entry(key, name, details=details, when=_when(one, "created"))


def _other(inventory: Inventory, found: dict[str, Any]) -> None:
    drafts, links = inventory.table(parts.DRAFTS), inventory.table(parts.DRAFT_LINKS)
    for number, one in enumerate(_dicts(found.get("drafts"))):
        text, name = _word(one, "html"), _word(one, "chat_name")
        drafts.add_entry(f"{number} {name}", name, details=(("Draft", text),))
        for address in dict.fromkeys(_ADDRESS.findall(html.unescape(text))):
            details = (("Chat", name), ("Link", address))
            links.add_entry(f"{number} {address}", domain_of(address), details=details)
    addresses = inventory.table(parts.ADDRESSES)
    for one in _dicts(found.get("ips")):
        others = ", ".join(f"{key} {_word(one, key)}" for key in one if key != "ip")
        also = (("Also told", others[:_MOST_TEXT]),)
        addresses.add_entry(_word(one, "ip"), _word(one, "ip"), details=also)


def _when(one: dict[str, Any], key: str) -> int:
    told = _word(one, f"{key}_unixtime")
    return min(int(told), LATEST) if told.isdecimal() and len(told) < 12 else 0


def _word(one: dict[str, Any], key: str) -> str:
    value = one.get(key)
    known = isinstance(value, str | int) and not isinstance(value, bool)
    return str(value)[:_MOST_TEXT] if known else ""


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _dicts(value: object) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _listed(value: object) -> list[dict[str, Any]]:
    return _dicts(_dict(value).get("list", value))
