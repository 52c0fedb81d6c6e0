"""Wherever a piece of the file ends that is read at once, the counts are the same."""

import io
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.telegram import generate
from tests.telegram_layout import LAYOUTS
from tests.telegram_read import DECODERS
from tui.errors import CutError
from tui.inventory.model import Inventory
from tui.inventory.telegram.counting import Counting
from tui.inventory.telegram.decoding import Decoder
from tui.inventory.telegram.walking import walk
from tui.inventory.telegram.window import SIZE, Window

OWNER = "user100000001"
FAULTS: dict[str, dict[str, Any]] = {
    "whole": {},
    "faulty": {"bad_escapes": 5, "bare_documents": 2},
    "cut": {"cut": 0.8},
}


@cache
def archive(layout: str, fault: str) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder, "result.json")
        generate(path, messages=60, chats=12, era=2027, layout=layout, **FAULTS[fault])
        return path.read_bytes()


def told(data: bytes, size: int, decode: Decoder) -> dict[str, Any]:
    """All that is counted, reading so many bytes at once."""
    inventory = Inventory("telegram")
    counting = Counting(inventory, OWNER, decode, merging=False)
    with suppress(CutError):
        for _ in walk(Window(io.BytesIO(data), size), counting):
            pass
    return {
        "chats": [vars_of(chat) for chat in inventory.chats],
        "tables": {
            name: ([vars_of(group) for group in table.groups], table.number, table.when, table.mine)
            for name, table in inventory.tables.items()
        },
        "counts": inventory.counts,
        "faults": vars(inventory.faults),
        "boxes": inventory.boxes,
    }


def vars_of(row: Any) -> list[object]:
    return [getattr(row, name) for name in row.__slots__]


@cache
def at_once(layout: str, fault: str) -> dict[str, Any]:
    data = archive(layout, fault)
    quick, plain = (told(data, SIZE, decode) for decode in DECODERS)
    assert quick == plain
    assert sum(chat[-2] for chat in quick["chats"]) >= 40
    return quick


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("layout", LAYOUTS)
@example(1)
@example(64)
@given(st.integers(1, 6000))
def test_the_counts_do_not_depend_on_what_is_read_at_once(
    layout: str, fault: str, size: int
) -> None:
    for decode in DECODERS:
        assert told(archive(layout, fault), size, decode) == at_once(layout, fault)
