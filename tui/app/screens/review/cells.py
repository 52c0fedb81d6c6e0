"""How the rows of a table of the inventory stand in columns."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from tui.app.review_words import DECISION_WORDS, day, label
from tui.app.widgets.table import Column
from tui.content.model import Topic
from tui.inventory.lines import Grouping, Key, Line, counted
from tui.inventory.marking import Marking
from tui.inventory.model import Table
from tui.language import Language
from tui.session import Reviewed

_NEW_DAYS = 30
"""A device that was signed in so lately is worth the first look."""


def is_dated(table: Table) -> bool:
    """Whether its rows are single entries without counts, for which the newest comes first."""
    return table.entries and all(group.every == 1 for group in table.groups)


@dataclass(frozen=True)
class Cells:
    """The cells of each row, with what is decided at the moment."""

    table: Table
    grouping: Grouping
    language: Language
    today: datetime.date | None
    counts: Mapping[tuple[Key, bool], int]
    decisions: Mapping[Key, Reviewed]

    @property
    def _narrow(self) -> bool:
        return is_dated(self.table) and self.grouping is Grouping.OWN

    def columns(self) -> tuple[Column, ...]:
        """The columns: with counts, or with the date alone."""
        say = self.language.text
        name = Column(say("name"), 20)
        last, marked = Column(say("last"), 10), Column(say("marked"), 9, right=True)
        if self._narrow:
            return (name, Column(say("date"), 10), marked)
        yours, every = Column(say("yours"), 7, right=True), Column(say("all"), 8, right=True)
        return (name, yours, every, last, marked)

    def of(self, line: Line) -> tuple[str, ...]:
        """The cells of one row."""
        name, marked = label(line, self.grouping, self.language), self._marked(line)
        if not line.note and self._is_new(line):
            name = f"{name} · {self.language.text('in the last {n} days', n=_NEW_DAYS)}"
        if self._narrow:
            return (name, day(line.last), marked)
        return (name, f"{line.mine}", f"{line.every}", day(line.last), marked)

    def _is_new(self, line: Line) -> bool:
        """Whether a device or site was signed in lately, by the clock of this machine."""
        if self.table.part.topic is not Topic.SESSIONS or not line.last or self.today is None:
            return False
        return (self.today - datetime.date.fromisoformat(day(line.last))).days <= _NEW_DAYS

    def _marked(self, line: Line) -> str:
        if self.table.entries and self.grouping is Grouping.OWN:
            decision = self.decisions.get(line.key)
            return self.language.text(DECISION_WORDS[decision]) if decision else ""
        yours, others = (self.counts.get((line.key, mine), 0) for mine in (True, False))
        decided = f"{yours}/{line.mine}" if line.mine else f"{others}/{line.every}"
        return decided if yours or others else ""


def cells(
    table: Table,
    marking: Marking,
    grouping: Grouping,
    language: Language,
    today: datetime.date | None,
) -> Cells:
    """The cells as things are decided now."""
    decided = marking.decisions(table)
    counts = counted(table, marking.inventory, grouping, decided)
    decisions: dict[Key, Reviewed] = {table.group[number]: one for number, one in decided.items()}
    return Cells(table, grouping, language, today, counts, decisions)
