"""The lists in a section of a Telegram archive, item by item, since they can be long."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tui.errors import CutError
from tui.inventory.model import Presence
from tui.inventory.telegram.decoding import FAILURES, PlainDecoder
from tui.inventory.telegram.repair import repaired
from tui.inventory.telegram.window import Window

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(eq=False)
class Section:
    """The text of a section, how many items were looked at, and how many could not be read."""

    text: bytes
    items: int = 0
    lost: int = 0

    def objects(self, key: str = "list") -> Iterator[dict[str, Any]]:
        """The objects in the section, or in its list of that name."""
        try:
            for item in _items(Window(io.BytesIO(self.text), len(self.text) + 1), key):
                self.items += 1
                value = decoded(item)
                if isinstance(value, dict):
                    yield value
                else:
                    self.lost += 1
        except CutError:
            self.lost += 1

    @property
    def presence(self) -> Presence:
        """Whether something is in it; what cannot be read is not taken for empty."""
        if self.lost:
            return Presence.UNSURE
        return Presence.HERE if self.items else Presence.EMPTY


def decoded(text: bytes) -> object:
    """A value, mended if need be; nothing where it cannot be read."""
    for attempt in (text, repaired(text)):
        try:
            return PlainDecoder().value(attempt)
        except FAILURES:
            pass
    return None


def _items(window: Window, key: str) -> Iterator[bytes]:
    if window.opens(b"["):
        for _ in window.items():
            yield window.value()
    elif window.opens(b"{"):
        for name in window.members():
            if name == key and window.opens(b"["):
                for _ in window.items():
                    yield window.value()
            else:
                window.value()
