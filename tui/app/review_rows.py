"""How the rows of a table of a review stand in columns, and in which orders."""

import datetime
from collections.abc import Iterable, Mapping

from tui.app.review_words import DECISION_WORDS, day
from tui.app.widgets.table import Column
from tui.inventory.lines import Key, Line, Sort
from tui.inventory.model import Table
from tui.language import Language
from tui.session import Reviewed

NEW_DAYS = 30
"""A device that was signed in so lately is worth the first look."""


def is_new(line: Line, today: datetime.date | None) -> bool:
    """Whether something was signed in lately, by the clock of this machine."""
    if not line.last or today is None:
        return False
    return (today - datetime.date.fromisoformat(day(line.last))).days <= NEW_DAYS


def counts_of(table: Table) -> bool:
    """Whether the rows of a table stand for more than a single entry each."""
    return not table.entries or any(group.every != 1 for group in table.groups)


def orders(lines: Iterable[Line], *, counts: bool) -> tuple[Sort, ...]:
    """The orders that differ for these rows, the best first."""
    found = list(lines)
    others = any(line.mine != line.every for line in found)
    return (
        *((Sort.MINE,) if counts else ()),
        *((Sort.EVERY,) if counts and others else ()),
        *((Sort.LAST,) if any(line.last for line in found) else ()),
        Sort.NAME,
    )


def columns(language: Language, *, counts: bool, dates: bool) -> tuple[Column, ...]:
    """The columns of the rows, with those that would be empty left out."""
    say = language.text
    numbers = (Column(say("yours"), 6, right=True), Column(say("all"), 7, right=True))
    date = Column(say("last") if counts else say("date"), 10)
    return (
        Column(say("name"), 16),
        *(numbers if counts else ()),
        *((date,) if dates else ()),
        Column(say("marked"), 9, right=True),
    )


def cells(line: Line, name: str, marked: str, *, counts: bool, dates: bool) -> tuple[str, ...]:
    """What stands in these columns."""
    return (
        name,
        *((f"{line.mine}", f"{line.every}") if counts else ()),
        *((day(line.last),) if dates else ()),
        marked,
    )


def marked(
    line: Line,
    decided: Mapping[tuple[Key, bool], Mapping[Reviewed, int]],
    language: Language,
    *,
    entry: bool,
) -> str:
    """What was decided about one's own in a row, or about how much of it.

    `entry` tells that the row is one finding, whatever it counts.
    """
    mine = entry or line.mine > 0
    of_row, every = decided.get((line.key, mine), {}), 1 if entry else line.mine or line.every
    count = sum(of_row.values())
    if count == every and len(of_row) == 1:
        return language.text(DECISION_WORDS[next(iter(of_row))])
    touched = count or (line.key, not mine) in decided
    return f"{count}/{every}" if touched else ""
