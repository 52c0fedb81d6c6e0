"""What a person would write to count an archive of Telegram, with the tools at hand.

    python tests/bench/rivals.py json FILE

prints the counts as JSON. A file with one chat does not tell who its owner is; --me does.
"""

import argparse
import json
import mmap
import os
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.telegram_expected import NO_NAME, Expected

RIVALS = ("json", "orjson", "ijson", "jq")
COUNTED = (
    "chats_by_type",
    "messages_by_type",
    "forwarded_from",
    "forwarded_from_by_me",
    "link_domains",
    "link_domains_by_me",
    "via_bots",
    "media",
    "media_by_me",
)
"""What all of them count."""
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


def command(rival: str, path: Path, me: int) -> tuple[str, ...]:
    """The words that start a rival, which prints its counts."""
    if rival == "jq":
        program = str(Path(__file__).with_suffix(".jq"))
        return ("jq", "-c", "--argjson", "me", str(me), "-f", program, str(path))
    return (sys.executable, __file__, rival, str(path), "--me", str(me))


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


def _with_json(path: Path) -> tuple[int | None, Iterator[_Json]]:
    with path.open("rb") as file:
        data = json.load(file)
    return _owner(data), _chats_of(data)


def _with_orjson(path: Path) -> tuple[int | None, Iterator[_Json]]:
    import orjson

    with (
        path.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as pages,
        memoryview(pages) as view,
    ):
        data = orjson.loads(view)
    return _owner(data), _chats_of(data)


def _with_ijson(path: Path) -> tuple[int | None, Iterator[_Json]]:
    """A chat at a time; reads the file again for the chats that were left."""
    import ijson

    with path.open("rb") as file:
        for place, _, value in ijson.parse(file):
            if place == "personal_information.user_id":
                return value, _chats_by_turns(path, "chats.list.item", "left_chats.list.item")
            if place == "type":
                break
    return None, _chats_by_turns(path, "")


def _chats_by_turns(path: Path, *places: str) -> Iterator[_Json]:
    import ijson

    for place in places:
        with path.open("rb") as file:
            yield from ijson.items(file, place, use_float=True)


_READERS: dict[str, Callable[[Path], tuple[int | None, Iterator[_Json]]]] = {
    "json": _with_json,
    "orjson": _with_orjson,
    "ijson": _with_ijson,
}


def _owner(data: _Json) -> int | None:
    found: int | None = data.get("personal_information", {}).get("user_id")
    return found


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
    if "forwarded_from" in message:
        _count_source(message, me, seen)
    for row in message.get("inline_bot_buttons", ()):
        addresses = (button["data"] for button in row if button["type"] == "url")
        seen.button_domains.update(map(domain_of, addresses))
    for part in message.get("text", ()):
        if type(part) is dict and part["type"] not in {"link", "text_link"}:
            seen.entity_types[part["type"]] += 1


def _count_source(message: _Json, me: int, seen: Expected) -> None:
    mine = message["from_id"] in {me, f"user{me}"}
    if "forwarded_from_id" in message:
        seen.forwarded_from_ids[message["forwarded_from_id"]] += 1
        seen.forwarded_from_ids_by_me[message["forwarded_from_id"]] += mine
    else:
        name = NO_NAME if message["forwarded_from"] is None else message["forwarded_from"]
        seen.forwarded_without_id[name] += 1
        seen.forwarded_without_id_by_me[name] += mine


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


def main() -> None:
    """Counts with one of them."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("rival", choices=RIVALS)
    options.add_argument("path", type=Path, metavar="FILE")
    options.add_argument("--me", type=int, default=0)
    chosen = options.parse_args()
    if chosen.rival == "jq":
        words = command("jq", chosen.path, chosen.me)
        os.execvp(words[0], words)
    owner, chats = _READERS[chosen.rival](chosen.path)
    me = chosen.me if owner is None else owner
    seen = Expected(me, "")
    count(chats, me, seen)
    counters = seen.counters()
    print(json.dumps({name: +counters[name] for name in COUNTED}))


if __name__ == "__main__":
    main()
