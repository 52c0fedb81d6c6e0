"""Archives of Telegram with anything anywhere, made by a seed, and what is true of them."""

import copy
import json
from collections.abc import Iterator
from random import Random
from typing import Any

from tests.inventories import HOSTILE

Json = Any
_DEEP = "[" * 60 + "]" * 60
_ODD: tuple[Json, ...] = (
    *(None, True, False, 0, -1, 7, 2**31, 2**63, -(2**63), 10**30, 1.5, 1e300),
    *(float("inf"), float("nan"), "", "x", HOSTILE, "\ud800", "\udcff", "user1", "9" * 5000),
    *([], {}, [[]], [None], [{}], {"": {}}, {"type": "link"}, {"list": []}, {"messages": []}),
    json.loads(_DEEP),
    "public_channel",
    "text " * 2000,
)
_NASTY = (b'"', b"{", b"}", b"[", b"]", b"\\", b",", b":", b"\n", b"\r", b"\x00", b"\xff", b"\xd0")
_INDENTS = (None, 0, 1, 1, 1, 4, "\t")


def nodes(value: Json) -> Iterator[tuple[Json, Any]]:
    """Every place in a value, as what it is in and its key."""
    level = [value]
    while level:
        inside = level.pop()
        pairs = inside.items() if isinstance(inside, dict) else enumerate(inside)
        for key, one in list(pairs):
            yield inside, key
            if isinstance(one, dict | list):
                level.append(one)


def mutated(value: Json, random: Random) -> Json:
    """A copy in which some places hold something odd, nothing, or what stands elsewhere."""
    made = copy.deepcopy(value)
    for _ in range(random.randint(1, 4)):
        places = list(nodes(made))
        if not places:
            break
        inside, key = random.choice(places)
        draw = random.random()
        if draw < 0.6:
            inside[key] = copy.deepcopy(random.choice(_ODD))
        elif draw < 0.75:
            del inside[key]
        elif draw < 0.9:
            other, there = random.choice(places)
            inside[key] = copy.deepcopy(other[there]) if there in _keys(other) else None
        elif isinstance(inside, list):
            inside.insert(key, copy.deepcopy(random.choice(_ODD)))
        else:
            inside[random.choice(("list", "messages", "id", "type", "name", "text"))] = inside.pop(
                key
            )
    return made


def _keys(value: Json) -> Any:
    return value if isinstance(value, dict) else range(len(value))


def written(value: Json, random: Random) -> bytes:
    """The value in some layout, as whoever saves JSON again may write it."""
    indent, plain = random.choice(_INDENTS), random.random() < 0.5
    text = json.dumps(value, indent=indent, ensure_ascii=plain, sort_keys=random.random() < 0.2)
    newline = random.choice(("\n", "\n", "\r\n", "\r"))
    return text.replace("\n", newline).encode("utf-8", "surrogatepass")


def damaged(data: bytes, random: Random) -> bytes:
    """The bytes with some of them changed, left out, repeated, or cut off."""
    made = bytearray(data)
    for _ in range(random.randint(1, 4)):
        place, draw = random.randrange(len(made)), random.random()
        end = place + random.choice((1, 1, 1, 2, 10, 300))
        if draw < 0.5:
            made[place:end] = random.choice(_NASTY)
        elif draw < 0.7:
            del made[place:end]
        elif draw < 0.8:
            made[place:place] = random.choice(_NASTY) * random.choice((1, 2, 100))
        elif draw < 0.95:
            made[place:place] = made[place:end]
        else:
            del made[place + 1 :]
    return bytes(made)


def messages_in(value: Json) -> list[Json]:
    """Every message of an archive, in its order."""
    found = _messages_of(value)
    for key, below in value.items() if isinstance(value, dict) else ():
        if key in {"chats", "left_chats"}:
            listed = below.get("list") if isinstance(below, dict) else below
            for chat in listed if isinstance(listed, list) else ():
                found += _messages_of(chat)
    return found


def _messages_of(chat: Json) -> list[Json]:
    listed = chat.get("messages") if isinstance(chat, dict) else None
    return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
