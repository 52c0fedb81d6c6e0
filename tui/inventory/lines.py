"""The rows of a table as a person looks at them: grouped, sorted, filtered, and counted."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tui.inventory.folding import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from tui.inventory.model import Inventory, Table
    from tui.session import Reviewed

Key = int | str


class Grouping(StrEnum):
    """By what findings belong together; the first is what the table itself has."""

    OWN = "own"
    CHAT = "chat"
    YEAR = "year"
    KIND = "kind"


class Sort(StrEnum):
    """What comes first: the most of one’s own, the most of all, the newest, or by name."""

    MINE = "mine"
    EVERY = "every"
    LAST = "last"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Line:
    """One row; `last` is in seconds since 1970, 0 where unknown."""

    key: Key
    name: str
    note: str
    mine: int
    every: int
    last: int


def groupings(table: Table, inventory: Inventory) -> tuple[Grouping, ...]:
    """The ways in which a table can be grouped, its own first."""
    ways = [Grouping.OWN]
    if table.entries:
        notes = {group.note for group in table.groups}
        ways += [Grouping.KIND] if len(notes) > 1 else []
    elif inventory.chat_of and inventory.chats:
        chats = {chat.key for chat in inventory.chats}
        ways += [Grouping.CHAT] if any(g.key not in chats for g in table.groups) else []
    return (*ways, Grouping.YEAR) if any(table.when) else tuple(ways)


def lines(table: Table, inventory: Inventory, grouping: Grouping) -> list[Line]:
    """The rows of a table, in no order."""
    if grouping is Grouping.OWN:
        return [
            Line(number, group.name, group.note, group.mine, group.every, group.last)
            for number, group in enumerate(table.groups)
        ]
    key_of = keys(table, inventory, grouping)
    mine: Counter[Key] = Counter()
    every: Counter[Key] = Counter()
    last: dict[Key, int] = {}
    for number in range(len(table)):
        key = key_of(number)
        every[key] += 1
        mine[key] += table.mine[number]
        last[key] = max(table.when[number], last.get(key, 0))
    name_of = _names(inventory, grouping)
    return [Line(key, *name_of(key), mine[key], every[key], last[key]) for key in every]


def keys(table: Table, inventory: Inventory, grouping: Grouping) -> Callable[[int], Key]:
    """The row that each finding belongs to."""
    chat_of = inventory.chat_of
    match grouping:
        case Grouping.CHAT if chat_of:
            return lambda number: chat_of(table.place[number])
        case Grouping.YEAR:
            return lambda number: _year(table.when[number])
        case Grouping.KIND:
            return lambda number: table.groups[table.group[number]].note
    return lambda number: table.group[number]


def numbers(table: Table, inventory: Inventory, grouping: Grouping, key: Key) -> list[int]:
    """The findings of a row, the newest first, one’s own before others."""
    key_of = keys(table, inventory, grouping)
    found = [number for number in range(len(table)) if key_of(number) == key]
    found.sort(key=lambda number: (table.mine[number], table.when[number]), reverse=True)
    return found


def own_first(table: Table, found: list[int]) -> list[int]:
    """Those of the findings that are one’s own; all, where none is."""
    return [number for number in found if table.mine[number]] or found


def counted(
    table: Table, inventory: Inventory, grouping: Grouping, decided: Mapping[int, Reviewed]
) -> Mapping[Key, int]:
    """How many findings of each row a person has decided about."""
    key_of = keys(table, inventory, grouping)
    return Counter(key_of(number) for number in decided)


def ordered(found: Iterable[Line], sort: Sort) -> list[Line]:
    """The rows with the first of that order on top."""
    if sort is Sort.NAME:
        return sorted(found, key=lambda line: (not line.name, folded(line.name), line.note))
    first: dict[Sort, Callable[[Line], tuple[int, ...]]] = {
        Sort.MINE: lambda line: (line.mine, line.every, line.last),
        Sort.EVERY: lambda line: (line.every, line.mine, line.last),
        Sort.LAST: lambda line: (line.last, line.mine, line.every),
    }
    return sorted(found, key=first[sort], reverse=True)


def matching(found: Iterable[Line], typed: str) -> list[Line]:
    """The rows whose name or note holds what was typed."""
    wanted = folded(typed)
    return [line for line in found if wanted in folded(line.name) or wanted in folded(line.note)]


def _names(inventory: Inventory, grouping: Grouping) -> Callable[[Key], tuple[str, str]]:
    if grouping is Grouping.CHAT:
        return lambda key: (inventory.chats[int(key)].name, inventory.chats[int(key)].kind)
    return lambda key: (str(key), "")


def _year(when: int) -> str:
    """The year of a time; empty where it is not known."""
    if not when:
        return ""
    return str(datetime.datetime.fromtimestamp(when, datetime.UTC).year)
