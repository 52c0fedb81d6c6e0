"""Anything anywhere in an archive of Telegram ends in words, or in the counts that are true."""

import json
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest

from tests.proof import Proof
from tests.telegram import ERAS, generate
from tests.telegram_fuzz import Json, damaged, messages_in, mutated, written
from tests.telegram_read import DECODERS, read
from tests.telegram_small import Found
from tui.errors import ArchiveError
from tui.inventory.archive import pasted
from tui.inventory.telegram import READER

OWNER = "user100000001"
MOST = 150
IN_LENGTH = 5000


@cache
def sound(number: int) -> Json:
    """An archive without faults: an account, or a chat."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "result.json")
        single = "private_supergroup" if number % 2 else ""
        era = ERAS[number % len(ERAS)]
        generate(path, messages=15, chats=9, seed=number, era=era, single=single)
        return json.loads(path.read_bytes())


def found_in(data: bytes) -> Iterator[Found]:
    """What both ways find, if it is not refused in words."""
    archive = pasted(data)
    if READER.recognises(archive):
        for decode in DECODERS:
            with suppress(ArchiveError):
                yield Found(read(archive, OWNER, decode), decode)


def compared(found: Found) -> list[object]:
    """What is the same in both ways."""
    inventory = found.inventory
    rows = [(chat.key, chat.name, chat.mine, chat.every, chat.last) for chat in inventory.chats]
    tables = [
        [(group.key, group.name, group.details, group.mine, group.every) for group in table.groups]
        for table in inventory.tables.values()
    ]
    return [rows, tables, inventory.counts, inventory.boxes, vars(inventory.faults)]


def look_at_everything(found: Found) -> None:
    """Opens each finding, and looks for words: nothing fails, and each is the right one."""
    found.worded("а", "мора", "x")
    for number, opened in found.opened():
        if number and opened.jump.startswith("https://t.me/c/"):
            assert opened.jump.endswith(f"/{number}")


@pytest.mark.parametrize("part", range(2))
def test_values_of_any_kind_anywhere_are_counted_as_they_are(part: int, proof: Proof) -> None:
    read_both = 0
    for seed in range(part, proof.of(MOST, IN_LENGTH), 2):
        random = Random(seed)
        value = mutated(sound(seed % 10), random)
        found = list(found_in(written(value, random)))
        for one in found:
            assert one.every == len(messages_in(value)), seed
            assert not one.inventory.faults.cut
            look_at_everything(one)
        assert len({repr(compared(one)) for one in found}) < 2, seed
        read_both += len(found) == 2
    assert read_both > MOST // 3
    proof.tell(f"{read_both} archives with odd values were read")


@pytest.mark.parametrize("part", range(2))
def test_bytes_of_any_kind_anywhere_end_in_words_or_in_a_count(part: int, proof: Proof) -> None:
    read_both = 0
    for seed in range(part, proof.of(MOST, IN_LENGTH), 2):
        random = Random(seed)
        found = list(found_in(damaged(written(sound(seed % 10), random), random)))
        for one in found:
            assert 0 <= one.every <= 20
            look_at_everything(one)
        assert len({repr(compared(one)) for one in found}) < 2, seed
        read_both += len(found) == 2
    assert read_both > MOST // 3
    proof.tell(f"{read_both} damaged archives were read")
