"""Messages from JSON by msgspec, which makes only what is counted; the rest is passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import msgspec
from msgspec import Meta, Raw, Struct

from tui.inventory.telegram.decoding import FAILURES, LARGEST, Later, PlainDecoder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.inventory.telegram.decoding import Message


class QuickMessage(Struct, gc=False):
    """A message; `Raw` is JSON that nothing was made of yet."""

    id: Annotated[int, Meta(ge=-LARGEST, le=LARGEST)] = 0
    type: str = ""
    date: str = ""
    date_unixtime: str = ""
    from_id: int | str | None = None
    forwarded_from: Raw = Raw()
    forwarded_from_id: int | str | None = None
    via_bot: str | None = None
    photo: str | None = None
    file: str | None = None
    media_type: str | None = None
    actor_id: int | str | None = None
    action: str | None = None
    reason_domain: str | None = None
    reason_app_name: str | None = None
    text: Raw = Raw()
    text_entities: Raw = Raw()
    inline_bot_buttons: Raw = Raw()
    rich_message: Raw = Raw()
    reactions: Raw = Raw()


class QuickDecoder:
    """msgspec: quick, and strict; whoever uses it has the forgiving one for what it refuses."""

    def __init__(self) -> None:
        self._messages = msgspec.json.Decoder(list[QuickMessage])
        self._values = msgspec.json.Decoder()
        self._items = msgspec.json.Decoder(list[Raw])

    def messages(self, array: bytes) -> Sequence[Message]:
        """The messages of a JSON array."""
        return cast("Sequence[Message]", self._messages.decode(array))

    def later(self, value: Later) -> object:
        """What was kept as it stood; its texts and numbers are looked at only now."""
        try:
            return self._values.decode(value)
        except FAILURES:
            return PlainDecoder().later(value)

    def items(self, array: bytes) -> list[bytes]:
        """The items of a JSON array as they stand there."""
        return [bytes(item) for item in self._items.decode(array)]
