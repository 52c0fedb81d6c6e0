"""Finds the time in the words of a VK page, which depend on the language of the account."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from tui.inventory.model import LATEST

_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "янв jan сту січ",
            "фев feb лют",
            "мар mar сак бер",
            "апр apr кра кві",
            "мая май may тра",
            "июн jun чэр чер",
            "июл jul ліп лип",
            "авг aug жні сер",
            "сен sep вер",
            "окт oct кас жов",
            "ноя nov ліс лис",
            "дек dec сне гру",
        ),
        start=1,
    )
    for word in words.split()
}
"""The first letters of the months in Russian, English, Belarusian and Ukrainian."""
_CLOCK = r"(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ([ap]m))?"
_DAY = r"(\d{1,2}) ([^\W\d_]{3,12})\.? (\d{4})"
_DAY_FIRST = re.compile(rf"\b{_DAY}(?: [^\W\d_]{{1,3}} {_CLOCK})?")
_CLOCK_FIRST = re.compile(rf"\bat {_CLOCK} on {_DAY}")


class Found(NamedTuple):
    """A time in a text: seconds since 1970 as if written in Greenwich, and what stands before."""

    when: int
    words: str
    before: str


def find_time(text: str) -> Found:
    """The last time in the text; 0 and no words where there is none."""
    text = text.replace("\xa0", " ")
    best = Found(0, "", text)
    for pattern, clock, day in ((_DAY_FIRST, 3, 0), (_CLOCK_FIRST, 0, 4)):
        for match in pattern.finditer(text):
            parts = match.groups()
            when = _seconds(parts[day : day + 3], parts[clock : clock + 4])
            if when and len(match[0]) >= len(best.words):
                best = Found(when, match[0], text[: match.start()])
    return best


def _seconds(day: tuple[str, ...], clock: tuple[str | None, ...]) -> int:
    month = _MONTHS.get(day[1][:3].casefold(), 0)
    hour, minute, second = (int(part or 0) for part in clock[:3])
    if clock[3]:
        hour = hour % 12 + (12 if clock[3] == "pm" else 0)
    try:
        zone = datetime.UTC
        time = datetime.datetime(int(day[2]), month, int(day[0]), hour, minute, second, tzinfo=zone)
    except ValueError:
        return 0
    return min(max(0, int(time.timestamp())), LATEST)
