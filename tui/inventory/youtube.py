"""The channels of YouTube in an archive of Google: those subscribed to, and those watched.

Names of files and columns are in the language of the account, so both are known by what they hold.
"""

from __future__ import annotations

import csv
import re
from itertools import chain
from typing import TYPE_CHECKING, Any

from tui.content.model import Topic
from tui.inventory.kept import LONGEST, Kept, number_of
from tui.inventory.model import UNTOLD, Inventory, Part, Reader
from tui.inventory.takeout import lists_in, read_lists
from tui.inventory.texts import items, lines, seconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.inventory.archive import Archive
    from tui.inventory.model import Faults, Progress
    from tui.inventory.takeout import Lists

SUBSCRIBED = Part("subscriptions", Topic.CHANNELS, "Channels you subscribe to", ("subscriptions",))
WATCHED = Part("watched", Topic.CHANNELS, "Channels you watched", ("history",))
PARTS = (SUBSCRIBED, WATCHED)
STEP = 200
"""Rows."""

_ID = r"UC[\w-]{10,40}"
_CHANNEL = re.compile(_ID, re.ASCII)
_CHANNEL_ADDRESS = re.compile(rf"/channel/({_ID})", re.ASCII)
_ROW = re.compile(
    rf'^"?{_ID}"?[,;]\s*"?https?://[\w.]*youtube\.com/channel/', re.ASCII | re.MULTILINE
)
_VIEW = re.compile(r'"titleUrl"\s*:\s*"https?://[\w.]*youtube\.com/watch', re.ASCII)
_VIDEO = re.compile(r"/watch\?|/shorts/")
_ARRAY = re.compile(r"\A\s*\[")
_EMPTY_LIST = "subscriptions.csv"
"""What a list without a row is known by."""


def _part_of(start: str) -> Part | None:
    if _ROW.search(start):
        return SUBSCRIBED
    return WATCHED if _ARRAY.match(start) and _VIEW.search(start) else None


def _may_be(name: str) -> bool:
    near = name.count("/") <= 1 or "youtube" in name
    return near and name.endswith((".csv", ".json"))


def _lists(archive: Archive) -> Lists:
    found = lists_in(archive, _may_be, _part_of)
    if not any(part is SUBSCRIBED for _, part in found):
        found += [(member, SUBSCRIBED) for member in archive.find(_EMPTY_LIST)[:1]]
    return found


def _recognises(archive: Archive) -> bool:
    return bool(_lists(archive))


def _read(archive: Archive, inventory: Inventory, _owner: str | None) -> Iterator[Progress]:
    for part in PARTS:
        inventory.table(part)
    views = _Views(inventory)

    def take(part: Part, text: Iterator[str]) -> Iterator[None]:
        return views.read(text) if part is WATCHED else _subscriptions(text, inventory)

    return read_lists(archive, _lists(archive), inventory, take)


def _subscriptions(text: Iterator[str], inventory: Inventory) -> Iterator[None]:
    """Takes each channel once; the first row names the columns."""
    table = inventory.table(SUBSCRIBED)
    for count, row in enumerate(_rows(text, inventory.faults)):
        channel, address, title = [cell.strip()[:LONGEST] for cell in [*row, "", "", ""][:3]]
        if not _CHANNEL.fullmatch(channel):
            inventory.faults.skipped += count > 0 and channel != ""
        else:
            table.add_entry(channel, title or channel, details=(("Link", address),))
        if count % STEP == 0:
            yield


def _rows(text: Iterator[str], faults: Faults) -> Iterator[list[str]]:
    """The rows of a table, which a program for tables may have saved again with semicolons."""
    found = (f"{line}\n" for line in lines(text))
    first = next(found, "")
    delimiter = ";" if first.count(";") > first.count(",") else ","
    every = chain([first], found)
    while True:
        try:
            yield from csv.reader(every, delimiter=delimiter)
        except csv.Error:
            faults.skipped += 1
        else:
            return


class _Views:
    """Counts what was watched by channel, each view once."""

    def __init__(self, inventory: Inventory) -> None:
        self._faults = inventory.faults
        self._table = inventory.table(WATCHED)
        self._kept = Kept("Title", "Link")
        self._seen: set[int] = set()
        inventory.reopen = self._kept.reopen
        inventory.look_for = self._kept.looking(self._table)

    def read(self, text: Iterator[str]) -> Iterator[None]:
        """Takes the views of one file."""
        for count, item in enumerate(items(text, _ARRAY, self._faults)):
            if item is not None:
                self._take(item)
            if item is None or count % STEP == 0:
                yield

    def _take(self, item: dict[str, Any]) -> None:
        address, title = _text(item, "titleUrl"), _text(item, "title")
        name, channel = _channel_of(item)
        number = number_of(f"{address} {_text(item, 'time')}")
        if number in self._seen or not (name or channel or _VIDEO.search(address)):
            return
        place = self._kept.add(title, address)
        if place is None:
            self._faults.skipped += 1
            return
        self._seen.add(number)
        found = _CHANNEL_ADDRESS.search(channel)
        key = found[1] if found else channel or name
        group = self._table.find_group(key, name, "" if key else UNTOLD)
        self._table.add(group, place, number, seconds(item.get("time")), mine=True)


def _channel_of(item: dict[str, Any]) -> tuple[str, str]:
    """Name and address of the channel; videos that are gone have none."""
    told = item.get("subtitles")
    first = told[0] if isinstance(told, list) and told else None
    return (_text(first, "name"), _text(first, "url")) if isinstance(first, dict) else ("", "")


def _text(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    return value[:LONGEST] if isinstance(value, str) else ""


READER = Reader("youtube", PARTS, _recognises, _read)
