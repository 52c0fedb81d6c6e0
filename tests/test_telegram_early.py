"""The list of chats is there before anything in it is counted."""

from pathlib import Path

import pytest

from tests.telegram import generate
from tests.telegram_read import DECODERS, read
from tui.inventory.archive import open_archive
from tui.inventory.model import Inventory
from tui.inventory.telegram import parts
from tui.inventory.telegram import read as read_with
from tui.inventory.telegram.heads import heads
from tui.inventory.telegram.window import Window

LISTED = (parts.CHANNELS, parts.LEFT, parts.BOT_CHATS, parts.CHATS)


def rows(inventory: Inventory) -> list[tuple[str, str, str]]:
    tables = (inventory.tables[part.id] for part in LISTED)
    return [(table.part.id, group.key, group.name) for table in tables for group in table.groups]


@pytest.mark.parametrize("layout", ["telegram", "two", "four", "tabs"])
def test_every_chat_is_listed_before_the_first_message(layout: str, tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    generate(path, messages=3000, chats=80, layout=layout)
    early: list[tuple[str, str, str]] = []
    inventory = Inventory("telegram")
    for _ in read_with(open_archive(path), inventory, None, DECODERS[0]):
        if not any(chat.every for chat in inventory.chats):
            early = rows(inventory)
    assert len(early) > 60
    assert early == rows(inventory)
    assert len(inventory.chats) == 80
    assert {chat.left for chat in inventory.chats} == {True, False}


@pytest.mark.parametrize("size", [64, 1000, 99_991, 4 << 20])
def test_chats_are_listed_whatever_is_read_at_once(size: int, tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    generate(path, messages=300, chats=80, layout="two")
    archive = open_archive(path)
    with archive.open(archive.members[0]) as stream:
        found = [step for step in heads(Window(stream, size)) if not isinstance(step, int)]
    left = [head for head, left in found if left]
    assert len(found) == 80
    assert len(left) == sum(chat.left for chat in read(path).chats)
