"""Marks as a short code to copy by hand, and back.

A code holds the permanent numbers of lists and items, the revision of each list and the marks:
no time, no name, no answer. In bits: the version (2) and how many lists have a mark; for each of
them, by number, the distance to the list before, the revision, and the marks in the shorter of two
ways. After a 0 comes the last number and two bits for each number up to it; after a 1 how many
marks there are, and for each the distance to the one before and two bits.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from tui import symbols
from tui.content.library import Library
from tui.content.model import Item
from tui.errors import CodeError
from tui.session import Status

VERSION = 0
_VERSION_BITS, _MARK_BITS, _SYMBOL_BITS, _PIECE_BITS = 2, 2, 5, 3
_MARKS = tuple(Status)
"""The marks by the two bits that stand for them; the first is that of an item without one."""


@dataclass(frozen=True)
class Noted:
    """The marks of one list in a code: its number, its revision then, and marks by item number."""

    number: int
    revision: int
    marks: Mapping[int, Status]


@dataclass(frozen=True)
class Resumed:
    """What a code says today.

    `changed` are items whose meaning is not what it was: they are to be looked at again.
    `unknown` are the marks of lists, and of items of lists, that are not there.
    """

    marks: Mapping[str, Status]
    changed: tuple[Item, ...]
    unknown: tuple[Noted, ...]


def write(marks: Mapping[str, Status], library: Library, items: Iterable[Item]) -> tuple[str, ...]:
    """The lines of the code for the marks of these items; none where nothing is marked."""
    refs = {item.ref for item in items}
    return encode(note({ref: status for ref, status in marks.items() if ref in refs}, library))


def note(marks: Mapping[str, Status], library: Library) -> tuple[Noted, ...]:
    """The marks by the permanent numbers of lists and items."""
    numbers: dict[str, dict[int, Status]] = {}
    for ref, status in marks.items():
        if item := library.item(ref):
            numbers.setdefault(item.checklist, {})[item.number] = status
    lists = [library.checklist(name) for name in numbers]
    return tuple(Noted(found.number, found.revision, numbers[found.id]) for found in lists)


def encode(noted: Iterable[Noted]) -> tuple[str, ...]:
    """The lines of a code."""
    lists = sorted(noted, key=lambda one: one.number)
    if not lists:
        return ()
    bits, before = _bits(VERSION, _VERSION_BITS) + _number(len(lists)), 0
    for one in lists:
        bits += _number(one.number - before) + _number(one.revision)
        bits += min(f"0{_dense(one.marks)}", f"1{_sparse(one.marks)}", key=len)
        before = one.number
    bits += "0" * (-len(bits) % _SYMBOL_BITS)
    places = range(0, len(bits), _SYMBOL_BITS)
    return symbols.written([int(bits[place : place + _SYMBOL_BITS], 2) for place in places])


def decode(text: str) -> tuple[Noted, ...]:
    """What a code holds.

    Raises:
        CodeError: it was not copied as it was shown, or a newer Paradak made it.
    """
    bits = _Bits("".join(_bits(value, _SYMBOL_BITS) for value in symbols.read(text)))
    if not bits.left:
        raise CodeError("there is no code yet", "type it group by group")
    if bits.take(_VERSION_BITS) != VERSION:
        raise CodeError("a newer Paradak made this code", "read it with that one")
    return tuple(_lists(bits))


def resume(text: str, library: Library) -> Resumed:
    """What a code says of the lists there are now.

    Raises:
        CodeError: as for `decode`.
    """
    return look_up(decode(text), library)


def look_up(lists: Iterable[Noted], library: Library) -> Resumed:
    """What marks by number say of the lists there are now."""
    known = {found.number: found for found in library.checklists}
    marks: dict[str, Status] = {}
    changed: list[Item] = []
    unknown: list[Noted] = []
    for noted in lists:
        found = known.get(noted.number)
        items = {item.number: item for item in found.items} if found else {}
        if gone := {n: status for n, status in noted.marks.items() if n not in items}:
            unknown.append(replace(noted, marks=gone))
        there = [(items[n], status) for n, status in noted.marks.items() if n in items]
        changed += [item for item, _ in there if item.changed > noted.revision]
        marks |= {item.ref: status for item, status in there if item.changed <= noted.revision}
    return Resumed(marks, tuple(changed), tuple(unknown))


class _Bits:
    """Bits that are taken one after the other."""

    def __init__(self, bits: str) -> None:
        self.left = bits

    def take(self, count: int) -> int:
        if len(self.left) < count:
            raise CodeError(
                "the code ends too early", "a line is missing; compare it with the paper"
            )
        taken, self.left = self.left[:count], self.left[count:]
        return int(taken, 2)

    def number(self) -> int:
        """A number in pieces of three bits, the highest first; a bit tells if one follows."""
        number = 0
        while True:
            follows = self.take(1)
            number = number << _PIECE_BITS | self.take(_PIECE_BITS)
            if not follows:
                return number


def _lists(bits: _Bits) -> Iterator[Noted]:
    number = 0
    for _ in range(bits.number()):
        number += bits.number()
        revision = bits.number()
        marks = _read_sparse(bits) if bits.take(1) else _read_dense(bits)
        yield Noted(number, revision, marks)
    if "1" in bits.left:
        raise CodeError("the code goes on after its end", "compare it with the paper, line by line")


def _dense(marks: Mapping[int, Status]) -> str:
    """The last number, and the mark of every number up to it."""
    last = max(marks)
    every = (marks.get(number, Status.TODO) for number in range(1, last + 1))
    return _number(last) + "".join(map(_mark, every))


def _read_dense(bits: _Bits) -> dict[int, Status]:
    every = ((number, _MARKS[bits.take(_MARK_BITS)]) for number in range(1, bits.number() + 1))
    return {number: status for number, status in every if status is not Status.TODO}


def _sparse(marks: Mapping[int, Status]) -> str:
    """How many marks there are, and each with its distance from the one before."""
    numbers = sorted(marks)
    distances = (number - before for number, before in zip(numbers, [0, *numbers], strict=False))
    every = (_number(d) + _mark(marks[n]) for d, n in zip(distances, numbers, strict=True))
    return _number(len(numbers)) + "".join(every)


def _read_sparse(bits: _Bits) -> dict[int, Status]:
    marks, number = {}, 0
    for _ in range(bits.number()):
        number += bits.number()
        marks[number] = _MARKS[bits.take(_MARK_BITS)]
    return marks


def _mark(status: Status) -> str:
    return _bits(_MARKS.index(status), _MARK_BITS)


def _bits(number: int, count: int) -> str:
    return f"{number:0{count}b}"


def _number(number: int) -> str:
    """The number as `_Bits.number` takes it."""
    *most, last = (_bits(int(piece, 8), _PIECE_BITS) for piece in f"{number:o}")
    return "".join(f"1{piece}" for piece in most) + f"0{last}"
