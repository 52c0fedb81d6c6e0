"""A file cut at any byte, or damaged at any, gives what stands whole in it."""

import io
import json

import pytest

from tests.telegram_layout import LAYOUTS, Late, Writer
from tests.telegram_read import DECODERS
from tests.telegram_small import OWNER
from tui.errors import CutError
from tui.inventory.model import Inventory
from tui.inventory.telegram import parts
from tui.inventory.telegram.counting import Counting
from tui.inventory.telegram.decoding import Decoder
from tui.inventory.telegram.walking import walk
from tui.inventory.telegram.window import Window

KINDS = ("private_supergroup", "public_channel")
WHAT_EACH_HOLDS = (parts.REPOSTS, parts.LINKS, parts.BUTTONS, parts.PHOTOS)


def one(number: int) -> dict[str, object]:
    """A message that counts once in several tables."""
    address = f"https://here{number}.example/\u2028'\"}},]"
    return {
        "id": number,
        "type": "message",
        "date": "2020-01-02T03:04:05",
        "from": 'А "Б" }]',
        "from_id": OWNER,
        "forwarded_from": f"Крыніца {number}",
        "photo": "p",
        "text": [{"type": "link", "text": address}, "\n  },\n  {"],
        "inline_bot_buttons": [[{"type": "url", "data": address}]],
    }


def written(layout: str) -> bytes:
    """Two chats of two messages."""
    chats = (
        {"name": f"Чат {n}", "type": kind, "id": n, "messages": [one(10 * n + m) for m in range(2)]}
        for n, kind in enumerate(KINDS, 1)
    )
    pairs = (
        ("personal_information", {"user_id": 1}),
        ("chats", {"about": "", "list": list(chats)}),
    )
    file = io.BytesIO()
    Writer(file, LAYOUTS[layout]).value(Late(pairs))
    return file.getvalue()


def ends(data: bytes) -> list[int]:
    """Where each message ends, by what the standard library takes for one."""
    text, found = data.decode(), []
    start = text.find('"messages"')
    while start >= 0:
        at = text.index("[", start) + 1
        while text[at:].lstrip(", \r\n\t")[0] == "{":
            at = text.index("{", at)
            _, at = json.JSONDecoder().raw_decode(text, at)
            found.append(len(text[:at].encode()))
        start = text.find('"messages"', at)
    return found


def counted(data: bytes, decode: Decoder, size: int = 1 << 20) -> tuple[Inventory, bool]:
    inventory = Inventory("telegram")
    counting = Counting(inventory, OWNER, decode, merging=False)
    try:
        for _ in walk(Window(io.BytesIO(data), size), counting):
            pass
    except CutError:
        return inventory, True
    return inventory, False


def totals(inventory: Inventory) -> set[int]:
    """How many messages there are, by everything that each of them holds."""
    every = {sum(chat.every for chat in inventory.chats)}
    return every | {len(inventory.tables[part.id]) for part in WHAT_EACH_HOLDS}


@pytest.mark.parametrize("layout", ["telegram", "minified", "crlf", "sorted"])
def test_a_cut_at_any_byte_leaves_what_stands_before_it(layout: str) -> None:
    data = written(layout)
    whole = ends(data)
    assert len(whole) == 4
    for end in range(1, len(data) + 1):
        decode, size = DECODERS[end % 2], (64, 1 << 20)[end // 2 % 2]
        inventory, cut = counted(data[:end], decode, size)
        assert cut is (end < len(data))
        assert totals(inventory) == {sum(place <= end for place in whole)}, end
        assert not inventory.faults.skipped


@pytest.mark.parametrize("new", [b'"', b"{", b"}", b"[", b"]", b"\\", b"\xff", b"", b"}}", b'"",'])
@pytest.mark.parametrize("layout", ["telegram", "crlf", "two"])
def test_damage_inside_a_message_costs_no_other(layout: str, new: bytes) -> None:
    data = written(layout)
    first, second = ends(data)[:2]
    for place in range(first + 20, second - 20, 3):
        damaged = data[:place] + new + data[place + 1 :]
        inventory, cut = counted(damaged, DECODERS[place % 2])
        every = sum(chat.every for chat in inventory.chats)
        assert every in {3, 4}, place
        assert every + inventory.faults.skipped >= 4
        assert not cut
