"""What a person would write to count an archive of Telegram, with the tools at hand.

    python tests/bench/rivals.py json FILE

prints the counts as JSON. A file with one chat does not tell who its owner is; --me does.
"""

import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.telegram_expected import NO_NAME, Expected

_Json = dict[str, Any]
_BOXES = {
    "bots": {"bot_chat"},
    "groups": {"public_supergroup"},
    "channels": {"private_channel", "public_channel"},
}
_SECTIONS = {
    "sessions": "sessions",
    "contacts": "contacts",
    "other": "other_data",
    "left": "left_chats",
}
_LISTED = ("contacts", "frequent_contacts", "sessions", "web_sessions")


def count_with_json(path: Path, me: int, needle: str) -> Expected:
    """Everything that is expected of a file, counted in the simplest way there is."""
    data = json.loads(path.read_text(encoding="utf-8"))
    seen = Expected(me, needle, _absent(data))
    chats = list(_chats_of(data))
    count(chats, me, seen)
    for chat in chats:
        if chat["type"] == "bot_chat":
            seen.bots.add(chat["id"])
        for message in chat["messages"]:
            _count_more(message, me, seen)
    _count_sections(data, seen)
    return seen


def count(chats: Iterable[_Json], me: int, seen: Expected) -> None:
    """Forwards by source, links by domain, bots, media, chats and messages by type."""
    for chat in chats:
        seen.chats_by_type[chat["type"]] += 1
        for message in chat["messages"]:
            seen.messages_by_type[chat["type"]] += 1
            mine = message.get("from_id") in {me, f"user{me}"}
            if "forwarded_from" in message:
                name = message["forwarded_from"]
                name = NO_NAME if name is None else name
                seen.forwarded_from[name] += 1
                seen.forwarded_from_by_me[name] += mine
            if "via_bot" in message:
                seen.via_bots[message["via_bot"]] += 1
            for domain in map(domain_of, links(message)):
                seen.link_domains[domain] += 1
                seen.link_domains_by_me[domain] += mine
            if "photo" in message or "file" in message:
                kind = "photo" if "photo" in message else message.get("media_type", "file")
                seen.media[kind] += 1
                seen.media_by_me[kind] += mine


def links(message: _Json) -> Iterator[str]:
    """Where a message leads to."""
    for part in message.get("text_entities") or message.get("text") or ():
        if type(part) is dict and part["type"] == "link":
            yield part["text"]
        elif type(part) is dict and part["type"] == "text_link":
            yield part["href"]
    if "rich_message" in message:
        for inside in _objects(message["rich_message"]):
            yield from (inside[key] for key in ("url", "href") if key in inside)


def domain_of(address: str) -> str:
    """The host without `www.`, port and user; `tg:` for links into the app."""
    if address.lower().startswith("tg:"):
        return "tg:"
    host = re.split("[/?#]", address.split("://", 1)[-1], maxsplit=1)[0]
    host = host.rsplit("@", 1)[-1].split(":", 1)[0].rstrip(".").lower()
    return host.removeprefix("www.")


def _objects(value: object) -> Iterator[_Json]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for inside in value:
            yield from _objects(inside)


def _chats_of(data: _Json) -> Iterator[_Json]:
    if "messages" in data:
        yield data
    for key in ("chats", "left_chats"):
        yield from data.get(key, {"list": ()})["list"]


def _absent(data: _Json) -> frozenset[str]:
    if "messages" in data:
        return frozenset()
    missing = {box for box, key in _SECTIONS.items() if key not in data}
    kinds = {chat["type"] for chat in data["chats"]["list"]}
    return frozenset(missing | {box for box, types in _BOXES.items() if not types & kinds})


def _count_more(message: _Json, me: int, seen: Expected) -> None:
    totals = seen.totals
    totals["messages"] += 1
    totals["migrated_messages"] += message["id"] < 0
    totals["unsupported"] += message["type"] == "unsupported"
    totals["messages_with_reactions"] += "reactions" in message
    totals["needle_messages"] += _plain(seen.needle) in _plain("".join(_said(message)))
    totals["bad_escapes"] += '"\\u0001' in json.dumps(message)
    if "action" in message:
        seen.actions[message["action"]] += 1
    for reason in ("reason_domain", "reason_app_name"):
        if reason in message:
            seen.bot_permission_reasons[message[reason]] += 1
    if "forwarded_from_id" in message:
        seen.forwarded_from_ids[message["forwarded_from_id"]] += 1
        by_me = message["from_id"] == f"user{me}"
        seen.forwarded_from_ids_by_me[message["forwarded_from_id"]] += by_me
    for row in message.get("inline_bot_buttons", ()):
        addresses = (button["data"] for button in row if button["type"] == "url")
        seen.button_domains.update(map(domain_of, addresses))
    for part in message.get("text", ()):
        if type(part) is dict and part["type"] not in {"link", "text_link"}:
            seen.entity_types[part["type"]] += 1


def _said(message: _Json) -> Iterator[str]:
    """The text of a message, part by part."""
    parts = message.get("text", "")
    for part in [parts] if isinstance(parts, str) else parts:
        yield part if isinstance(part, str) else part["text"]
    for inside in _objects(message.get("rich_message")):
        if isinstance(inside.get("text"), str):
            yield inside["text"]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")


def _count_sections(data: _Json, seen: Expected) -> None:
    seen.totals["chats"] = seen.chats_by_type.total()
    seen.totals["left_chats"] = len(data.get("left_chats", {"list": ()})["list"])
    seen.totals["profile_pictures"] = len(data.get("profile_pictures", ()))
    for key in _LISTED:
        seen.totals[key] = len(data.get(key, {"list": ()})["list"])
    for draft in data.get("other_data", {"drafts": ()})["drafts"]:
        seen.totals["drafts"] += 1
        addresses = re.findall(r'https?://[^"\s<>]+', draft["html"])
        seen.draft_domains.update(map(domain_of, addresses))
