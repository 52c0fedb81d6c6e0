"""Reads the samples of data archives, and hostile ones, the way the app does."""

import zipfile
from dataclasses import replace
from pathlib import Path

from tui.inventory import words as own_words
from tui.inventory.archive import Archive, pasted
from tui.inventory.marking import Marking
from tui.inventory.model import Inventory, Opened, Part, Progress, Reader, Table
from tui.inventory.words import IN_MESSAGES
from tui.session import Review

SAMPLES = Path(__file__).parent / "data" / "archives"
HOSTILE = "\x1b]0;x\x07\u202eпр\x00\x9b"
"""Takes a terminal over, turns the text around, and ends it."""


def read_all(reader: Reader, archive: Archive) -> Inventory:
    """What the reader finds; every step says how far it is."""
    inventory = Inventory(reader.service)
    for step in reader.read(archive, inventory, None):
        assert isinstance(step, Progress)
        assert 0 <= step.done <= step.size
    return inventory


def read_text(reader: Reader, text: str, name: str = "pasted") -> Inventory:
    """What the reader finds in one file."""
    return read_all(reader, pasted(text.encode("utf-8", "surrogatepass"), name))


def names(inventory: Inventory, part: Part) -> list[str]:
    """The names of the groups of a part."""
    return [group.name for group in inventory.tables[part.id].groups]


def opened(inventory: Inventory, table: Table, number: int) -> dict[str, str]:
    """What a finding says when it is read again."""
    assert inventory.reopen
    *_, last = inventory.reopen(table, number)
    assert isinstance(last, Opened)
    return dict(last.details)


def look_for(inventory: Inventory, *words: str) -> Table:
    """The findings of words in what was written."""
    marking = Marking(replace(inventory, tables=dict(inventory.tables)), b"key")
    for _ in own_words.look_for(words, marking, Review(b"key")):
        pass
    return marking.inventory.tables[IN_MESSAGES.id]


def zip_of(folder: Path, to: Path) -> Path:
    """A zip with what is in the folder."""
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as made:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                made.write(path, path.relative_to(folder))
    return to


def told(inventory: Inventory) -> dict[str, object]:
    """Everything that was found, for comparing: tables, chats, boxes and faults."""
    tables = {
        name: (
            [
                (one.key, one.name, one.note, one.details, one.mine, one.every, one.last)
                for one in table.groups
            ],
            list(table.group),
            list(table.number),
            list(table.when),
            list(table.mine),
        )
        for name, table in inventory.tables.items()
    }
    chats = [
        (one.key, one.name, one.kind, one.mine, one.every, one.last) for one in inventory.chats
    ]
    faults = inventory.faults
    told_faults = (faults.cut, faults.skipped, faults.repaired)
    return {"tables": tables, "chats": chats, "boxes": inventory.boxes, "faults": told_faults}


def shown(inventory: Inventory) -> list[str]:
    """Every text that a person could be shown, each finding read again."""
    texts = [text for chat in inventory.chats for text in (chat.key, chat.name, chat.kind)]
    for table in inventory.tables.values():
        for group in table.groups:
            texts += [group.name, group.note, *(text for pair in group.details for text in pair)]
        for number in range(0 if table.entries else len(table)):
            assert inventory.reopen
            *_, last = inventory.reopen(table, number)
            assert isinstance(last, Opened)
            texts += [*last.text.split("\n"), last.jump]
            texts += [text for pair in last.details for text in pair]
    return texts
