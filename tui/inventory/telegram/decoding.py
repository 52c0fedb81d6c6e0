"""Messages from JSON: quickly where msgspec is there, else by the standard library.

What is of another type than expected counts as not there, because shapes vary by year and program.
`Later` values are kept as the JSON they were, since few of them are ever looked into.
"""

from __future__ import annotations

import json
from contextlib import suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from tui.inventory.telegram.window import depths

if TYPE_CHECKING:
    from collections.abc import Sequence

LARGEST = 2**63 - 1
_MOST_DIGITS = 1000
Later = bytes
FAILURES = (ValueError, RecursionError)
"""What decoding raises for text that is no JSON, or too deep; decoders raise nothing else."""
_WORDS = (
    *("type", "date", "via_bot", "photo", "file", "media_type"),
    *("action", "reason_domain", "reason_app_name"),
)
_PERSONS = ("from_id", "forwarded_from_id", "actor_id")
_KINDS = {"id": (int,), **dict.fromkeys(_WORDS, (str,)), **dict.fromkeys(_PERSONS, (int, str))}
_ENCODER = json.JSONEncoder(separators=(",", ":"))
_LATER = frozenset({"inline_bot_buttons", "rich_message", "reactions"})


class Message(Protocol):
    """What is counted of a message; a `Later` that is not there is empty."""

    id: int
    type: str
    date: str
    date_unixtime: str
    from_id: int | str | None
    forwarded_from: Later
    forwarded_from_id: int | str | None
    via_bot: str | None
    photo: str | None
    file: str | None
    media_type: str | None
    actor_id: int | str | None
    action: str | None
    reason_domain: str | None
    reason_app_name: str | None
    text: Later
    text_entities: Later
    inline_bot_buttons: Later
    rich_message: Later
    reactions: Later


class Decoder(Protocol):
    """One of the two ways; both raise `FAILURES` only."""

    def messages(self, array: bytes) -> Sequence[Message]:
        """The messages of a JSON array."""

    def later(self, value: Later) -> object:
        """What was kept as it stood; nothing where it is too deep to look into."""

    def items(self, array: bytes) -> list[bytes]:
        """The items of a JSON array as they stand there."""


class PlainMessage:
    """A message as the standard library gives it; what is not there is told by the class."""

    id = 0
    type = date = date_unixtime = ""
    from_id: int | str | None = None
    forwarded_from_id: int | str | None = None
    actor_id: int | str | None = None
    via_bot: str | None = None
    photo: str | None = None
    file: str | None = None
    media_type: str | None = None
    action: str | None = None
    reason_domain: str | None = None
    reason_app_name: str | None = None
    forwarded_from = text = text_entities = inline_bot_buttons = rich_message = reactions = Later()


class PlainDecoder:
    """The standard library: slower, and forgiving."""

    def messages(self, array: bytes) -> Sequence[Message]:
        """The messages of a JSON array."""
        found = self.value(array)
        if not isinstance(found, list):
            raise ValueError("no array")
        return [message_from(one) for one in found]

    def value(self, text: bytes) -> object:
        """Any JSON value."""
        whole = text.decode("utf-8", "replace")
        try:
            return json.loads(whole, strict=False)
        except json.JSONDecodeError:
            raise
        except ValueError:  # a number of thousands of digits
            return json.loads(whole, strict=False, parse_int=_number)

    def later(self, value: Later) -> object:
        """What was kept as it stood; nothing where it is too deep to look into."""
        with suppress(*FAILURES):
            return self.value(value)
        return None

    def items(self, array: bytes) -> list[bytes]:
        """The objects and arrays in a JSON array as they stand there."""
        self.value(array)
        data, start, found = bytearray(array), 0, []
        for depth, place in depths(data, 1, len(data) - 1):
            if depth == 1 and data[place - 1] in b"{[":
                start = place - 1
            elif not depth:
                found.append(array[start:place])
        return found


def decoder() -> Decoder:
    """The quicker of the two that there is."""
    if find_spec("msgspec"):
        from tui.inventory.telegram.quick import QuickDecoder

        return QuickDecoder()
    return PlainDecoder()


def message_from(value: object) -> PlainMessage:
    """A message from whatever stands in its place.

    Raises:
        ValueError: it is no object.
    """
    if not isinstance(value, dict):
        raise ValueError("no message")

    message = PlainMessage()
    told = vars(message)
    for key, one in value.items():
        if isinstance(one, _KINDS.get(key, ())) and not isinstance(one, bool):
            told[key] = one
        elif one and key in _LATER:
            told[key] = _dumped(one)
    if abs(message.id) > LARGEST:
        message.id = 0
    if "forwarded_from" in value:
        name = value["forwarded_from"]
        message.forwarded_from = _dumped(name if isinstance(name, str) else None)
    if moment := value.get("date_unixtime"):
        message.date_unixtime = str(moment)
    if isinstance(text := value.get("text"), list):
        message.text = _dumped(text)
    message.text_entities = _more_than_plain(value.get("text_entities"))
    return message


def _number(digits: str) -> float:
    return int(digits) if len(digits) < _MOST_DIGITS else float(digits)


def _more_than_plain(entities: object) -> Later:
    if not isinstance(entities, list):
        return b""
    plain = all(isinstance(one, dict) and one.get("type") == "plain" for one in entities)
    return b"" if plain else _dumped(entities)


def _dumped(value: object) -> Later:
    return _ENCODER.encode(value).encode()
