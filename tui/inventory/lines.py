"""The rows of a table as a person looks at them: grouped, sorted, filtered, and counted."""

from __future__ import annotations

import datetime
from array import array
from collections import Counter
from dataclasses import dataclass, field
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


@dataclass(frozen=True)
class Rows:
    """The rows of a table, and the numbers of the findings in each."""

    lines: tuple[Line, ...] = ()
    members: Mapping[Key, array[int]] = field(default_factory=dict)


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


def rows(table: Table, inventory: Inventory, grouping: Grouping) -> Rows:
    """The rows of a table, in no order."""
    key_of = keys(table, inventory, grouping)
    members: dict[Key, array[int]] = {}
    for number in range(len(table)):
        members.setdefault(key_of(number), array("I")).append(number)
    if grouping is Grouping.OWN:
        groups = enumerate(table.groups)
        own = (Line(key, g.name, g.note, g.mine, g.every, g.last) for key, g in groups)
        return Rows(tuple(own), members)
    name_of = _names(inventory, grouping)
    found = (_line(table, key, name_of(key), numbers) for key, numbers in members.items())
    return Rows(tuple(found), members)


def _line(table: Table, key: Key, name: tuple[str, str], numbers: array[int]) -> Line:
    mine = sum(table.mine[number] for number in numbers)
    last = max(table.when[number] for number in numbers)
    return Line(key, *name, mine, len(numbers), last)


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


def newest_first(table: Table, found: Iterable[int]) -> list[int]:
    """Findings in order: one’s own before others, the newest first."""
    return sorted(found, key=lambda number: (table.mine[number], table.when[number]), reverse=True)


def own(table: Table, found: Iterable[int]) -> list[int]:
    """Those of the findings that are one’s own; all, where none is."""
    every = list(found)
    return [number for number in every if table.mine[number]] or every


def counted(
    table: Table, inventory: Inventory, grouping: Grouping, decided: Mapping[int, Reviewed]
) -> Mapping[tuple[Key, bool], Mapping[Reviewed, int]]:
    """How often each decision was made in each row, about one’s own apart from others."""
    key_of = keys(table, inventory, grouping)
    result: dict[tuple[Key, bool], Counter[Reviewed]] = {}
    for number, decision in decided.items():
        row = key_of(number), bool(table.mine[number])
        result.setdefault(row, Counter())[decision] += 1
    return result


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
