"""The addresses in one message: in its text, below it on buttons, and in newer shapes of text."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tui.inventory.telegram.decoding import Decoder, Message

_LINK = b'link"'
"""How the types `link` and `text_link` end in JSON; in a text the quotation mark is escaped."""
_FIND_LINK = re.compile(_LINK).search
_ADDRESS_KEYS = ("url", "href")
_MOST_NESTED = 100
"""A newer shape of text is looked into that deep."""


def in_text(message: Message, decoder: Decoder) -> tuple[str, ...]:
    """The addresses in the text; those told twice, in text and entities, once."""
    text, entities = bytes(message.text), bytes(message.text_entities)
    found: list[str] = []
    if text[:1] == b"[" and _LINK in text:
        found = list(_addresses(decoder.later(text)))
    told = list(_addresses(decoder.later(entities))) if _LINK in entities else []
    if told != found:
        found += (Counter(told) - Counter(found)).elements()
    if message.rich_message:
        found += _everywhere(decoder.later(bytes(message.rich_message)))
    return tuple(found)


def may_hold_links(message: Message) -> bool:
    """Whether it is worth looking for addresses in the text."""
    return bool(
        _FIND_LINK(message.text_entities) or _FIND_LINK(message.text) or message.rich_message
    )


def on_buttons(message: Message, decoder: Decoder) -> Iterator[str]:
    """The addresses behind buttons."""
    yield from _buttons(decoder.later(bytes(message.inline_bot_buttons)))


def in_whole(message: Mapping[str, object]) -> tuple[str, ...]:
    """Every address in a message that was read whole, each once."""
    found = [*_addresses(message.get("text")), *_addresses(message.get("text_entities"))]
    found += _buttons(message.get("inline_bot_buttons"))
    found += _everywhere(message.get("rich_message"))
    return tuple(dict.fromkeys(found))


def _buttons(rows: object) -> Iterator[str]:
    for row in _list(rows):
        for button in _list(row):
            if isinstance(button, dict) and button.get("type") == "url":
                yield from _words(button.get("data"))


def _addresses(parts: object) -> Iterator[str]:
    for part in _list(parts):
        if isinstance(part, dict):
            kind = part.get("type")
            if kind == "link":
                yield from _words(part.get("text"))
            elif kind == "text_link":
                yield from _words(part.get("href"))


def _everywhere(value: object) -> Iterator[str]:
    """What stands under the keys of addresses, however deep; the same one once."""
    found: dict[str, None] = {}
    level: list[object] = [value]
    for _ in range(_MOST_NESTED):
        following: list[object] = []
        for one in level:
            if isinstance(one, dict):
                for key in _ADDRESS_KEYS:
                    found |= dict.fromkeys(_words(one.get(key)))
                following += _inner(one.values())
            elif isinstance(one, list):
                following += _inner(one)
        level = following
    yield from found


def _inner(values: Iterable[object]) -> Iterator[object]:
    return (value for value in values if isinstance(value, dict | list))


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str) and value:
        yield value


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
