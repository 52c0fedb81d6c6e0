"""What is worked through in one go: groups of items, with a pause between every two of them."""

from dataclasses import dataclass

from tui.export.document import Box, Entry, Part, Sheet

MOST = 9
"""More items than this are not worked through without a pause."""


@dataclass(frozen=True)
class Group:
    """Entries in order; `paused` says that the pause stands right after the last of them."""

    entries: tuple[Entry, ...]
    paused: bool


def groups(part: Part) -> tuple[tuple[Entry, ...], ...]:
    """The entries of a part in as few groups as can be, as even in size as can be."""
    total = len(part.entries)
    amount = -(-total // MOST)
    return tuple(
        part.entries[total * place // amount : total * (place + 1) // amount]
        for place in range(amount)
    )


def grouped(sheet: Sheet) -> tuple[tuple[Group, ...], ...]:
    """The groups of each part; no pause follows the last one, nor what waits or is set aside."""
    parts = [groups(part) for part in sheet.parts]
    last = max((place for place, found in enumerate(parts) if found), default=0)
    return tuple(
        tuple(
            Group(entries, (place < last or number < len(found)) and any(map(_is_done, entries)))
            for number, entries in enumerate(found, start=1)
        )
        for place, found in enumerate(parts)
    )


def _is_done(entry: Entry) -> bool:
    return entry.box is not Box.HELD and not entry.aside
