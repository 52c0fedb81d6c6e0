"""Decisions about the findings of one inventory, and their hashes for a file that is kept."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from tui.session import HASH_BYTES, Review, Reviewed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tui.inventory.model import Inventory, Table

_TURN = 5000
"""Findings that are hashed at once."""

Decisions = dict[int, Reviewed]


class Marking:
    """What was decided about each finding, by table and number, and how to take it back.

    `key` is random and secret: without it a hash could be guessed, since message numbers can be.
    """

    def __init__(self, inventory: Inventory, key: bytes) -> None:
        self.inventory = inventory
        self.key = key
        self._decided: dict[str, Decisions] = {}
        self._past: list[tuple[str, dict[int, Reviewed | None]]] = []

    def decisions(self, table: Table) -> Mapping[int, Reviewed]:
        """The decisions in a table, by the number of the finding."""
        return self._decided.get(table.part.id, {})

    def mark(
        self, table: Table, numbers: Iterable[int], decision: Reviewed, review: Review
    ) -> Review:
        """The review with a decision about these findings; if all have it, it is taken off."""
        decided = self._decided.setdefault(table.part.id, {})
        wanted = list(numbers)
        given = all(decided.get(number) is decision for number in wanted)
        self._past.append((table.part.id, {number: decided.get(number) for number in wanted}))
        return self._change(table, dict.fromkeys(wanted, None if given else decision), review)

    def undo(self, review: Review) -> Review:
        """The review before the last change; the same one if there was none."""
        if not self._past:
            return review
        part, before = self._past.pop()
        return self._change(self.inventory.tables[part], before, review)

    def _change(
        self, table: Table, decisions: Mapping[int, Reviewed | None], review: Review
    ) -> Review:
        decided = self._decided.setdefault(table.part.id, {})
        marks = dict(review.marks) if review.key == self.key else {}
        for number, decision in decisions.items():
            name = self._hash(table, number)
            if decision is None:
                decided.pop(number, None)
                marks.pop(name, None)
            else:
                decided[number] = marks[name] = decision
        return Review(self.key, marks)

    def forget(self, *tables: Table) -> None:
        """Drops what is known of tables that are made anew."""
        for table in tables:
            self._decided.pop(table.part.id, None)
            self._past = [one for one in self._past if one[0] != table.part.id]

    def restore(self, review: Review, *only: Table) -> Iterator[None]:
        """Finds decisions again, in some tables or all, some thousand findings at a time."""
        for table in only or self.inventory.tables.values():
            decided = self._decided[table.part.id] = {}
            known = review.key == self.key and review.marks
            for number in range(len(table)) if known else ():
                decision = review.marks.get(self._hash(table, number))
                if decision:
                    decided[number] = decision
                if not number % _TURN:
                    yield

    def _hash(self, table: Table, number: int) -> bytes:
        """What a finding is called in a review: the same whenever its archive is read."""
        inventory, group = self.inventory, table.groups[table.group[number]]
        where = ""
        if inventory.chat_of and not table.entries:
            where = inventory.chats[inventory.chat_of(table.place[number])].key
        told = (inventory.service, table.part.id, group.key, where, str(table.number[number]))
        text = "\0".join(told).encode("utf-8", "replace")
        return blake2b(text, digest_size=HASH_BYTES, key=self.key).digest()
