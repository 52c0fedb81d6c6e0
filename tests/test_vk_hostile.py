"""Pages of VK that are damaged, or were made to do harm."""

import random
import shutil
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inventories import HOSTILE, look_for, read_all, shown, zip_of
from tests.vk_pages import CHAT, SAMPLE, attached, chat_of, in_page, make, message, page
from tui.inventory.archive import open_archive
from tui.inventory.vk import READER
from tui.inventory.vk.blocks import DEEPEST, MOST_BLOCK, PIECE, Node
from tui.text import clean


def test_a_damaged_zip_keeps_what_could_be_read(tmp_path: Path) -> None:
    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("messages/1/messages0.html", page(message("Вы", "first")))
        made.writestr("messages/1/messages50.html", page(message("Вы", "second")))
    archive.write_bytes(archive.read_bytes().replace(b"second", b"secund", 1))
    inventory = read_all(READER, open_archive(archive))
    assert inventory.faults.cut
    assert inventory.counts["messages"] == 1


def test_blocks_do_not_depend_on_where_pieces_end() -> None:
    one = '<div class="item"><div>текст &#33; <br>далей</div></div>'
    whole = in_page((one * 5000).encode("windows-1251"))
    assert len(one) * 5000 > PIECE
    assert {block.text() for block in whole} == {"текст !\nдалей"}
    assert len(whole) == 5000


def test_a_block_that_is_not_closed_ends_with_the_next_or_with_the_page() -> None:
    found = in_page(b'<div class="item">a<b>b<div class="item">c<p>d')
    assert [block.text() for block in found] == ["ab", "cd"]


def test_blocks_and_tags_without_end_take_no_more_memory_than_they_may() -> None:
    (deep,) = in_page(b'<div class="item">' + b"<div>" * 100_000 + b"x")
    assert deep.text() == "" or len(deep.text()) < 10
    (long,) = in_page(b'<div class="item">' + b"y" * (MOST_BLOCK + PIECE))
    assert len(long.text()) <= MOST_BLOCK
    depth, node = 0, deep
    while node.children and isinstance(node.children[0], Node):
        depth, node = depth + 1, node.children[0]
    assert depth <= DEEPEST


@pytest.mark.parametrize(
    "evil",
    [
        "<" * 1_000_000,
        "<a " * 300_000,
        "<!" * 300_000,
        "<!--" * 300_000,
        '<a href="' * 200_000,
        "</" * 300_000,
        '<a a="' + "b" * 900_000,
        "<a " + "a" * 900_000 + ">",
        "<a " + "a=b " * 200_000 + ">",
        "&#" + "9" * 100_000 + ";",
        "&#xd800;&#0;&#x110000;" * 1000,
        "a." * 400_000,
        "http://" * 100_000,
        "27 дек " * 100_000,
        "\0" * 100_000,
    ],
)
def test_a_page_made_to_do_harm_comes_to_an_end(tmp_path: Path, evil: str) -> None:
    inventory = chat_of(
        tmp_path,
        message(evil, evil, evil.replace('"', "")),
        message("Вы, 1 янв 2020 в 1:00:00", "https://a.example", 2),
    )
    assert inventory.counts["messages"] in {0, 1, 2}
    assert all(text == clean(text) for text in shown(inventory))


def test_names_that_act_on_a_terminal_are_made_harmless(tmp_path: Path) -> None:
    evil = HOSTILE.replace("\x9b", "")
    archive = make(
        tmp_path,
        {
            CHAT: page(
                message(f'<a href="https://vk.com/id7">{evil}</a>, 1 янв 2020 в 1:00', evil),
                message("Вы", attached(evil, "https://vk.com/wall7_1")),
                message("Вы", f"https://{evil}.example/x"),
            ),
            "messages/index-messages.html": page(f'<a href="200000001/x">{evil}</a>'),
            "apps/installed-apps.html": page(f"<div>{evil}</div><div>{evil}</div>"),
            "sessions/s.html": page(f"<div>{evil}</div><div>User Agent: {evil}</div>"),
            "likes/l.html": page(f'<a href="https://x.example/{evil}">{evil}</a>'),
        },
    )
    inventory = read_all(READER, archive)
    texts = shown(inventory)
    assert any("\ufffd" in text for text in texts)
    assert all(text == clean(text) for text in texts)


def scramble(data: bytes, chance: random.Random) -> bytes:
    """The page with some of its pieces left out, doubled, or put elsewhere."""
    parts_ = data.replace(b"<", b"\n<").split(b"\n")
    for _ in range(chance.randint(1, 12)):
        at, to = chance.randrange(len(parts_)), chance.randrange(len(parts_))
        what = chance.randrange(5)
        if what == 0:
            parts_[at] = b""
        elif what == 1:
            parts_[at], parts_[to] = parts_[to], parts_[at]
        elif what == 2:
            parts_.insert(to, parts_[at])
        elif what == 3:
            parts_[at] = parts_[at].replace(b"2", b"-99999999999999999999", 1)
        else:
            parts_[at] = parts_[at][: chance.randrange(len(parts_[at]) + 1)]
    return b"\n".join(parts_)


@pytest.mark.parametrize("seed", range(40))
def test_scrambled_pages_end_in_a_result(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    shutil.copytree(SAMPLE, tmp_path / "a")
    for file in sorted((tmp_path / "a").rglob("*.html")):
        file.write_bytes(scramble(file.read_bytes(), chance))
    inventory = read_all(READER, open_archive(tmp_path / "a"))
    assert all(text == clean(text) for text in shown(inventory))


@given(st.binary(max_size=300))
def test_any_bytes_are_a_page(data: bytes) -> None:
    for block in in_page(b'<div class="item">' + data):
        assert isinstance(block.text(), str)


def test_words_are_found_up_to_where_the_archive_is_damaged(tmp_path: Path) -> None:
    chats = [message("Вы", f"слова {number} " + "x" * 50, number) for number in range(3000)]
    folder = tmp_path / "a"
    folder.mkdir()
    make(
        folder,
        {CHAT: page(*chats), "messages/200000002/messages0.html": page(message("Вы", "слова"))},
    )
    packed = zip_of(folder, tmp_path / "a.zip")
    data = bytearray(packed.read_bytes())
    with zipfile.ZipFile(packed) as made:
        at = made.getinfo(CHAT).header_offset + made.getinfo(CHAT).compress_size // 2
    data[at : at + 40] = bytes(40)
    packed.write_bytes(data)
    table = look_for(read_all(READER, open_archive(packed)), "слова")
    assert 0 < len(table) <= 3001
