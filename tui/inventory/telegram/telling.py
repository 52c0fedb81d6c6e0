"""What a message tells of its time and of who wrote it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from tui.inventory.model import LATEST

if TYPE_CHECKING:
    from tui.inventory.telegram.decoding import Message


_LONGEST_ID = 20
"""Digits; a number of 64 bits has no more."""


def keys_of(owner: str) -> frozenset[int | str]:
    """Every way in which an archive names the person who wrote a message."""
    number = owner.removeprefix("user")
    if not number.isdecimal() or len(number) > _LONGEST_ID:
        return frozenset({owner} if owner else ())
    return frozenset({int(number), number, f"user{number}"})


def when(message: Message) -> int:
    """Seconds since 1970; older archives have the time of the machine alone. 0 where unknown."""
    try:
        if message.date_unixtime:
            moment = int(message.date_unixtime)
        else:
            local = datetime.datetime.fromisoformat(message.date)
            moment = int(local.replace(tzinfo=datetime.UTC).timestamp())
    except (ValueError, OverflowError):
        return 0
    return min(max(moment, 0), LATEST)
