"""What readers call things are words of the interface, and the same words for the same things."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import tui
from tests.inventories import SAMPLES, read_all, read_text
from tests.telegram import generate
from tui.app.review_words import KIND_NAMES
from tui.inventory import telegram
from tui.inventory.archive import open_archive
from tui.inventory.model import Inventory, Opened, Reader
from tui.inventory.readers import READERS
from tui.inventory.telegram.parts import PERMISSION_ACTIONS

LABELS = {
    *("Name", "Date", "Time", "Signed in", "Last active", "Last used"),
    *("Written by", "Account", "Forwarded from", "Saved from", "Repost", "Through the bot", "Chat"),
    *("Title", "Link", "Folder", "Draft", "Photo", "Video", "Attachment", "File", "Kind of file"),
    *("Event", "Because of", "Phone", "Device", "App", "Number", "System", "Browser", "Bot"),
    *("Permissions", "Network address", "Country", "Region", "Language", "Also told"),
    *("Installed from", "Kept in"),
}
"""Every label there is: a new one is for a thing that none of these is."""


@pytest.fixture(scope="module")
def inventories(tmp_path_factory: pytest.TempPathFactory) -> list[Inventory]:
    """What is found in the samples, and in a larger archive of Telegram."""
    made = tmp_path_factory.mktemp("telegram") / "result.json"
    generate(made, messages=900, chats=24)
    archives = [(reader, SAMPLES / reader.service) for reader in READERS]
    archives.append((telegram.READER, made))
    return [read_all(reader, open_archive(path)) for reader, path in archives]


def interface_strings() -> set[str]:
    found: set[str] = set()
    for path in Path(tui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def opened(inventory: Inventory) -> Iterator[Opened]:
    for table in inventory.tables.values():
        for number in range(0 if table.entries else len(table)):
            assert inventory.reopen
            *_, last = inventory.reopen(table, number)
            assert isinstance(last, Opened)
            yield last


def test_every_kind_and_note_is_said_in_plain_words(inventories: list[Inventory]) -> None:
    strings = interface_strings()
    words = {chat.kind for inventory in inventories for chat in inventory.chats}
    for inventory in inventories:
        words |= {group.note for table in inventory.tables.values() for group in table.groups}
    assert {"wall", "public_channel", "no shop installed it"} <= words
    said = {KIND_NAMES.get(word, word) for word in words - {""}}
    assert said <= strings
    assert {word for word in said if not re.fullmatch(r"[A-Za-z][A-Za-z .,]+", word)} == set()


def test_every_label_is_one_of_a_few_and_in_use(inventories: list[Inventory]) -> None:
    assert interface_strings() >= LABELS
    found = {label for inv in inventories for one in opened(inv) for label, _ in one.details}
    for inventory in inventories:
        groups = [group for table in inventory.tables.values() for group in table.groups]
        found |= {label for group in groups for label, _ in group.details}
    assert {"Link", "Title", "Signed in", "Kept in", "Permissions"} <= found
    assert found <= LABELS


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: str(reader.service))
def test_the_titles_of_tables_begin_with_a_capital_and_end_without_a_stop(reader: Reader) -> None:
    for part in reader.parts:
        assert re.fullmatch(r"[A-Z][A-Za-z ,]+", part.title)
    assert len({part.title for part in reader.parts}) == len(reader.parts)


def test_what_telegram_calls_things_is_no_word_for_people() -> None:
    said = {"id": 1, "type": "message", "media_type": "video_file", "file": "a", "text": ""}
    done = {"id": 2, "type": "service", "action": "send_payment", "text": ""}
    chats = [
        {"name": "a", "type": "personal_chat", "id": 1, "messages": [said, done]},
        {"name": "b", "type": "made_up_kind", "id": 2, "messages": [said]},
    ]
    left = {"list": [{"name": "c", "type": "made_up_kind", "id": 3, "messages": []}]}
    inventory = read_text(
        telegram.READER, json.dumps({"chats": {"list": chats}, "left_chats": left})
    )
    assert {chat.kind for chat in inventory.chats} == {"personal_chat", ""}
    groups = [group for table in inventory.tables.values() for group in table.groups]
    assert {group.note for group in groups} == {
        "personal_chat",
        "",
        PERMISSION_ACTIONS["send_payment"],
    }
    values = {value for one in opened(inventory) for _, value in one.details}
    assert {"video file", "send payment"} <= values
