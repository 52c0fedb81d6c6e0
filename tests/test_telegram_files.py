"""Telegram archives in several files, damaged ones, and files that are none."""

import io
import os
import zipfile
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from tests.archives import SECRET, make_zip, refusal
from tests.telegram import generate
from tests.telegram_layout import LAYOUTS
from tests.telegram_read import DECODERS, assert_counts, found, read, steps
from tests.telegram_small import OWNER, account, found_in, message
from tui.errors import ArchiveError
from tui.inventory.archive import Archive, Member, open_archive, pasted
from tui.inventory.model import Inventory, WhoAreYou
from tui.inventory.streams import FileStream
from tui.inventory.telegram import READER, parts
from tui.inventory.telegram import read as read_with

CHAT = '{"name":"%s","type":"private_supergroup","id":%d,"messages":[%s]}'


def photos(*numbers: int) -> str:
    return ",".join(message('"photo":"p"', number) for number in numbers)


def folder_of(root: Path, *texts: str) -> Path:
    for number, text in enumerate(texts):
        (root / f"ChatExport ({number})").mkdir()
        (root / f"ChatExport ({number})" / "result.json").write_text(text, encoding="utf-8")
    return root


# Several files


def test_messages_that_stand_in_several_files_count_once(tmp_path: Path) -> None:
    texts = (
        CHAT % ("Клуб", 7, photos(1, 2, 3)),
        CHAT % ("Клуб, новая назва", 7, photos(2, 3, 4)),
        CHAT % ("Іншы", 8, photos(2, 3)),
        account(photos(4, 5)).decode(),
    )
    folder_of(tmp_path, *texts)
    for one in found_in(open_archive(tmp_path)):
        assert {chat.name: chat.every for chat in one.inventory.chats} == {"Клуб": 5, "Іншы": 2}
        assert len(one.inventory.tables[parts.PHOTOS.id]) == 7
        assert one.inventory.counts["chat/private_supergroup"] == 2
        assert len(list(one.opened())) == 7


def test_messages_without_a_number_are_not_taken_for_one(tmp_path: Path) -> None:
    text = CHAT % ("Клуб", 7, '{"photo":"p","type":"message"},' * 2 + message('"photo":"p"'))
    folder_of(tmp_path, text, CHAT % ("Іншы", 8, ""))
    for one in found_in(open_archive(tmp_path)):
        assert one.every == 3


def test_chats_without_a_number_are_told_by_name() -> None:
    chats = '{"name":"%s","type":"private_group","messages":[%s]}'
    told = ",".join(chats % (name, message('"photo":"p"')) for name in ("А", "Б", "А"))
    data = f'{{"chats":{{"list":[{told}]}}}}'.encode()
    for one in found_in(data):
        assert {chat.name: chat.every for chat in one.inventory.chats} == {"А": 2, "Б": 1}
        assert one.names(parts.CHANNELS) == ["А", "Б"]


def test_a_zip_with_two_archives_is_read_as_one(tmp_path: Path) -> None:
    chat = CHAT % ("Клуб", 7, photos(1, 2))
    data = {"a/result.json": chat.encode(), "b/result.json": account(photos(2))}
    for one in found_in(open_archive(make_zip(tmp_path / SECRET, data))):
        assert one.every == 2
        assert len(list(one.opened())) == 2


def test_more_archives_than_a_person_has_are_refused() -> None:
    with pytest.raises(ArchiveError, match="more than 1000"):
        READER.recognises(_many(1001))
    assert not READER.recognises(_many(1000))


def _many(count: int) -> Archive:
    members = tuple(Member(f"{number}/result.json", 2, number) for number in range(count))
    return Archive(members, True, lambda _member: FileStream(io.BytesIO(b"{}"), 2))


# Whose it is


def test_an_account_that_does_not_tell_its_owner_is_asked_about() -> None:
    text = account(message('"forwarded_from":"F"')).replace(
        b'"personal_information"', b'"unticked"'
    )
    inventory = Inventory("telegram")
    *_, asked = steps(pasted(text), inventory)
    assert isinstance(asked, WhoAreYou)
    assert [person.key for person in asked.people] == [OWNER.removeprefix("user")] or asked.people
    for decode in DECODERS:
        (row,) = read(pasted(text), OWNER, decode).tables[parts.REPOSTS.id].groups
        assert row.mine == 1
        (row,) = read(pasted(text), "", decode).tables[parts.REPOSTS.id].groups
        assert row.mine == 0


def test_an_account_in_which_nobody_wrote_is_read_without_asking() -> None:
    contacts = '"contacts":{"about":"","list":[{"first_name":"А"}]},'
    text = account("", before=contacts).replace(b'"personal_information"', b'"unticked"')
    assert len(read(pasted(text)).tables[parts.CONTACTS.id]) == 1


# What is recognised


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_single_chat_is_recognised_in_any_layout(layout: str, tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    expected = generate(path, messages=300, single="private_supergroup", layout=layout)
    assert READER.recognises(open_archive(path))
    assert_counts(found(read(path, "user100000001")), expected)


def test_an_account_with_large_sections_first_is_recognised() -> None:
    contacts = ",".join(['{"first_name":"А","phone_number":"+000"}'] * 9000)
    text = account(photos(1), before=f'"contacts": {{\n "about": "",\n "list":[{contacts}]}},')
    text = text.replace(b'"personal_information"', b'"unticked"')
    assert text.index(b'"chats"') > 300_000
    assert READER.recognises(pasted(text))
    assert read(pasted(text), OWNER).chats[0].mine == 1


@pytest.mark.parametrize("code", ["utf-16", "utf-16-le", "utf-16-be"])
def test_another_encoding_is_told(code: str) -> None:
    mark = "" if code == "utf-16" else "\ufeff"
    text = (mark + account(photos(1)).decode()).encode(code)
    assert "its encoding" in refusal(lambda: READER.recognises(pasted(text)))


@pytest.mark.parametrize(
    "data",
    [
        *(
            b"",
            b"{",
            b"[",
            b"}",
            b'"',
            b"\\",
            b"{}",
            b"[]",
            b"null",
            b"\xef\xbb\xbf",
            b"\xff\xfe{\0",
        ),
        b'{"id":1,"type":"message"}\n{"id":2,"type":"message"}\n',
        b"PK\x03\x04",
        bytes(100_000),
        b" " * 100_000,
        b"[" * 100_000,
        b'{"messages":' * 50_000,
    ],
)
def test_what_is_no_archive_of_telegram_is_not_taken_for_one(data: bytes) -> None:
    assert not READER.recognises(pasted(data))
    assert not READER.recognises(pasted(data, "result.json"))


@pytest.mark.parametrize("end", [b"", b"{", b'"', b"[", b'"a":', b"\\", b'"messages":[', b"]" * 9])
def test_an_archive_of_which_only_the_start_is_there_says_that_it_is_cut(end: bytes) -> None:
    for start in (b'{"chats":{"list":[', b'{"chats":[', b'{"personal_information":{'):
        for one in found_in(start + end):
            assert one.inventory.faults.cut
            assert one.every == 0


# Files that are not whole


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_what_stands_before_damage_in_a_zip_counts(method: int, tmp_path: Path) -> None:
    noise = Random(1)
    texts = [noise.randbytes(200).hex() for _ in range(15_000)]
    messages = (message(f'"photo":"p","text":"{text}"', n) for n, text in enumerate(texts, 1))
    path = make_zip(tmp_path / SECRET, {"result.json": account(",".join(messages))}, method)
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 5000] = bytes(5000)
    path.write_bytes(data)
    for one in found_in(open_archive(path)):
        assert one.inventory.faults.cut
        assert 5000 < one.every <= 15_000
        assert one.every == len(one.inventory.tables[parts.PHOTOS.id])
        assert (one.every > 14_900) is (method == zipfile.ZIP_STORED)


def test_a_zip_that_is_damaged_early_is_still_recognised(tmp_path: Path) -> None:
    texts = (Random(n).randbytes(200).hex() for n in range(1000))
    text = account(",".join(message(f'"text":"{text}"') for text in texts))
    path = make_zip(tmp_path / SECRET, {"result.json": text})
    data = bytearray(path.read_bytes())
    data[15_000:15_100] = bytes(100)
    path.write_bytes(data)
    for one in found_in(open_archive(path)):
        assert one.inventory.faults.cut


def test_a_locked_archive_is_told(tmp_path: Path) -> None:
    path = make_zip(tmp_path / SECRET, {"result.json": account("")}, zipfile.ZIP_STORED)
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    assert "password" in refusal(lambda: READER.recognises(open_archive(path)))


@pytest.mark.parametrize("new", [b"", b"{", b'{"chats":{"list":[]}}', b"x" * 3_000_000])
def test_an_archive_that_changes_while_it_is_read_ends_in_words(new: bytes, tmp_path: Path) -> None:
    path = tmp_path / SECRET
    text = account(",".join(message('"photo":"p"', n) for n in range(1, 20_000)))
    for decode in DECODERS:
        path.write_bytes(text)
        reopen, photos = (whole := read(open_archive(path), OWNER, decode)).reopen, "photos"
        assert reopen
        inventory = Inventory("telegram")
        reading = read_with(open_archive(path), inventory, OWNER, decode)
        next(reading)
        path.write_bytes(new)
        with suppress(ArchiveError):
            list(reading)
            assert inventory.faults.cut
        refusal(lambda: list(reopen(whole.tables[photos], 9)))  # noqa: B023


@pytest.mark.parametrize("end", [b"{}", b"\0", b"x" * 2_000_000, b" " * 2_000_000 + b"]"])
def test_more_behind_an_archive_is_told(end: bytes) -> None:
    for one in found_in(account(photos(1)) + end):
        assert one.every == 1
        assert one.inventory.faults.cut
    for one in found_in(account(photos(1)) + b" \r\n" * 1_000_000):
        assert not one.inventory.faults.cut


@pytest.mark.parametrize("size", [0, 300_000_000])
@pytest.mark.parametrize("start", [account(photos(1))[:-9] + b",", account("")[:-5] + b'{"a":"'])
def test_an_archive_of_which_most_is_empty_ends_in_words(
    size: int, start: bytes, tmp_path: Path
) -> None:
    path = tmp_path / SECRET
    path.write_bytes(start)
    os.truncate(path, len(start) + size)
    if size:
        refusal(lambda: read(open_archive(path), OWNER))
    else:
        assert read(open_archive(path), OWNER).faults.cut
