"""The list of chats before anything is counted, where each stands on lines of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.inventory.telegram.window import Window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.inventory.streams import Stream

_MESSAGES = b'"messages":'
_LONGEST_HEAD = 64 << 10
_LINE = re.compile(rb'"(name|type|id)":[ \t]*(.*?),?[ \t]*$', re.MULTILINE)
_LEFT = b'"left_chats":'


def heads(stream: Stream) -> Iterator[tuple[dict[str, bytes], bool] | int]:
    """Name, type and id of each chat, and whether it was left; or how many bytes are passed."""
    window, left = Window(stream), False
    while window.more():
        while True:
            place = window.data.find(_MESSAGES, window.pos, window.end)
            if place < 0:
                break
            head = max(window.pos, place - _LONGEST_HEAD)
            left = left or window.data.find(_LEFT, head, place) >= 0
            start = window.data.rfind(b"{\n", head, place)
            if start >= 0:
                yield dict(_LINE.findall(bytes(window.data[start:place]))), left
            window.pos = place + len(_MESSAGES)
        window.pos = max(window.pos, window.end - _LONGEST_HEAD)
        yield window.offset
