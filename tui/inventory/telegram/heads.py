"""The list of chats before anything is counted, where each stands on lines of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.inventory.telegram.window import Window

_MESSAGES = b'"messages":'
_LONGEST_HEAD = 64 << 10
_LINE = re.compile(rb'"(name|type|id)":([^\r\n]*+)')
_CHATS, _LEFT = b'"chats":', b'"left_chats":'


def heads(window: Window) -> Iterator[tuple[dict[str, bytes], bool] | int]:
    """Name, type and id of each chat, and whether it was left; or how many bytes are passed."""
    left = False
    while window.more():
        while (place := window.data.find(_MESSAGES, window.pos, window.end)) >= 0:
            before = max(window.pos, place - _LONGEST_HEAD)
            left = _is_left(window.data, before, place, left)
            start = window.data.rfind(b"{\n", before, place)
            head = _head(bytes(window.data[start:place])) if start >= 0 else {}
            if "type" in head:
                yield head, left
            window.pos = place + len(_MESSAGES)
        window.pos = max(window.pos, window.end - _LONGEST_HEAD)
        yield window.offset


def _head(lines: bytes) -> dict[str, bytes]:
    found = _LINE.findall(lines)
    return {key.decode(): value.strip().removesuffix(b",") for key, value in found}


def _is_left(data: bytearray, before: int, place: int, left: bool) -> bool:
    """Whether what stands at a place belongs to the chats that were left, as the one before it."""
    others, those = (data.rfind(key, before, place) for key in (_CHATS, _LEFT))
    return left if others == those else those > others
