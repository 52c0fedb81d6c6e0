"""Words of a person's own are found in names and in what was written, as many as are kept."""

import pytest

from tests.inventories import SAMPLES, look_for, read_all, read_text
from tests.test_readers_bookmarks import history
from tui.app.review_words import faults
from tui.inventory import android, bookmarks, words
from tui.inventory.archive import open_archive
from tui.inventory.marking import Marking
from tui.inventory.model import Inventory, Reader
from tui.inventory.readers import READERS
from tui.language import ENGLISH
from tui.session import Review

SAID = "Your words stand in more places than are listed. Look for fewer at a time."


def names_with(inventory: Inventory, *typed: str) -> set[str]:
    for _ in words.look_for(typed, Marking(inventory, b"key"), Review(b"key")):
        pass
    return {group.name for group in inventory.tables[words.IN_NAMES.id].groups}


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: str(reader.service))
def test_every_name_is_found_by_a_part_of_it(reader: Reader) -> None:
    inventory = read_all(reader, open_archive(SAMPLES / reader.service))
    groups = [group for table in inventory.tables.values() for group in table.groups]
    names = {group.name for group in groups} | {chat.name for chat in inventory.chats}
    typed = {word for name in names for word in words.words_in(name[-5:])}
    assert typed
    assert names_with(inventory, *typed) == names - {""}
    assert names_with(inventory, "нічога такога") == set()


def test_where_nothing_was_written_there_is_no_table_for_it() -> None:
    apps = read_text(android.READER, "package:com.example.notes\n")
    assert names_with(apps, "notes") == {"com.example.notes"}
    assert words.IN_MESSAGES.id not in apps.tables


def test_words_in_more_places_than_are_kept_are_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    pages: list[dict[str, object]] = [{"url": f"https://a.example/{n}"} for n in range(5)]
    inventory = read_text(bookmarks.READER, history(*pages))
    assert len(look_for(inventory, "example")) == 5
    assert not inventory.faults.full
    monkeypatch.setattr(words, "MOST_MENTIONS", 3)
    assert len(look_for(inventory, "example")) == 3
    assert list(faults(inventory, ENGLISH)) == [SAID]
    look_for(inventory, "a.example/4")
    assert list(faults(inventory, ENGLISH)) == []
