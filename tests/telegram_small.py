"""Small archives of Telegram written by hand, and everything one can do with what was read."""

from collections.abc import Iterator
from typing import NamedTuple

from tests.telegram_read import DECODERS, read
from tui.inventory.archive import Archive, pasted
from tui.inventory.marking import Marking
from tui.inventory.model import Group, Inventory, Opened, Part
from tui.inventory.telegram import READER
from tui.inventory.telegram.decoding import Decoder
from tui.inventory.words import IN_MESSAGES, look_for
from tui.session import Review

OWNER = "user1"
HEAD = '"name":"Клуб","type":"private_supergroup","id":7'


def account(messages: str, *, head: str = HEAD, owner: str = "1", before: str = "") -> bytes:
    """An account with one chat."""
    text = (
        f'{{"personal_information":{{"user_id":{owner}}},{before}'
        f'"chats":{{"about":"","list":[{{{head},"messages":[{messages}]}}]}}}}'
    )
    return text.encode("utf-8", "surrogatepass")


def message(more: str = "", number: object = 5) -> str:
    """A message of the owner; `more` is what else is in it."""
    told = f'"id":{number},"type":"message","date":"2020-01-02T03:04:05","from":"A"'
    return f'{{{told},"from_id":"{OWNER}"{"," if more else ""}{more}}}'


class Found(NamedTuple):
    """What one of the two ways has found."""

    inventory: Inventory
    decode: Decoder

    @property
    def every(self) -> int:
        return sum(chat.every for chat in self.inventory.chats)

    def groups(self, part: Part) -> list[Group]:
        return self.inventory.tables[part.id].groups

    def names(self, part: Part) -> list[str]:
        return [group.name for group in self.groups(part)]

    def opened(self) -> Iterator[tuple[int, Opened]]:
        """Number and message of each finding, read again."""
        assert self.inventory.reopen
        for table in self.inventory.tables.values():
            for number in () if table.entries else range(len(table)):
                *_, last = self.inventory.reopen(table, number)
                assert isinstance(last, Opened)
                yield table.number[number], last

    def worded(self, *words: str) -> int:
        """How many messages hold one of the words."""
        for _ in look_for(words, Marking(self.inventory, b"key"), Review(b"key", {})):
            pass
        return len(self.inventory.tables[IN_MESSAGES.id])


def found_in(data: bytes | Archive, owner: str = OWNER) -> Iterator[Found]:
    """What both ways find."""
    archive = pasted(data) if isinstance(data, bytes) else data
    assert READER.recognises(archive)
    for decode in DECODERS:
        yield Found(read(archive, owner, decode), decode)
