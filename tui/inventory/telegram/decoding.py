"""Messages from JSON: quickly where msgspec is there, else by the standard library.

What is of another type than expected counts as not there, because shapes vary by year and program.
`Later` values are kept as the JSON they were, since few of them are ever looked into.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

LARGEST = 2**63 - 1
Later = bytes
FAILURES = (ValueError, RecursionError)
"""What decoding raises for text that is no JSON, or too deep; decoders raise nothing else."""


class Message(Protocol):
    """What is counted of a message; a `Later` that is not there is empty."""

    @property
    def id(self) -> int: ...
    @property
    def type(self) -> str: ...
    @property
    def date(self) -> str: ...
    @property
    def date_unixtime(self) -> str: ...
    @property
    def from_id(self) -> int | str | None: ...
    @property
    def forwarded_from(self) -> Later: ...
    @property
    def forwarded_from_id(self) -> int | str | None: ...
    @property
    def via_bot(self) -> str | None: ...
    @property
    def photo(self) -> str | None: ...
    @property
    def file(self) -> str | None: ...
    @property
    def media_type(self) -> str | None: ...
    @property
    def action(self) -> str | None: ...
    @property
    def reason_domain(self) -> str | None: ...
    @property
    def reason_app_name(self) -> str | None: ...
    @property
    def text(self) -> Later: ...
    @property
    def text_entities(self) -> Later: ...
    @property
    def inline_bot_buttons(self) -> Later: ...
    @property
    def rich_message(self) -> Later: ...
    @property
    def reactions(self) -> Later: ...


class Decoder(Protocol):
    """One of the two ways; both raise `FAILURES` only."""

    def messages(self, array: bytes | memoryview) -> Sequence[Message]:
        """The messages of a JSON array."""

    def value(self, text: bytes) -> object:
        """Any JSON value."""


@dataclass(frozen=True, slots=True)
class PlainMessage:
    """A message as the standard library gives it."""

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
    action: str | None
    reason_domain: str | None
    reason_app_name: str | None
    text: Later
    text_entities: Later
    inline_bot_buttons: Later
    rich_message: Later
    reactions: Later


class PlainDecoder:
    """The standard library: slower, and forgiving."""

    def messages(self, array: bytes | memoryview) -> Sequence[Message]:
        found = self.value(bytes(array))
        if not isinstance(found, list):
            raise ValueError("no array")
        return [message_from(one) for one in found]

    def value(self, text: bytes) -> object:
        return json.loads(text.decode("utf-8", "replace"), strict=False)


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

    def word(key: str) -> str | None:
        found = value.get(key)
        return found if isinstance(found, str) else None

    def person(key: str) -> int | str | None:
        found = value.get(key)
        return found if isinstance(found, int | str) else None

    def later(key: str) -> Later:
        return _dumped(value[key]) if value.get(key) else b""

    number, text = value.get("id"), value.get("text")
    return PlainMessage(
        id=number if isinstance(number, int) and abs(number) <= LARGEST else 0,
        type=word("type") or "",
        date=word("date") or "",
        date_unixtime=str(value.get("date_unixtime") or ""),
        from_id=person("from_id"),
        forwarded_from=_dumped(word("forwarded_from")) if "forwarded_from" in value else b"",
        forwarded_from_id=person("forwarded_from_id"),
        via_bot=word("via_bot"),
        photo=word("photo"),
        file=word("file"),
        media_type=word("media_type"),
        action=word("action"),
        reason_domain=word("reason_domain"),
        reason_app_name=word("reason_app_name"),
        text=_dumped(text) if isinstance(text, list) else b"",
        text_entities=_more_than_plain(value.get("text_entities")),
        inline_bot_buttons=later("inline_bot_buttons"),
        rich_message=later("rich_message"),
        reactions=later("reactions"),
    )


def _more_than_plain(entities: object) -> Later:
    if not isinstance(entities, list):
        return b""
    plain = all(isinstance(one, dict) and one.get("type") == "plain" for one in entities)
    return b"" if plain else _dumped(entities)


def _dumped(value: object) -> Later:
    return json.dumps(value, separators=(",", ":")).encode()
