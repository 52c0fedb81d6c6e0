"""The archive of VK: what is counted on its pages, and pages that were made to do harm."""

import random
import shutil
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inventories import HOSTILE, SAMPLES, names, opened, read_all, shown, told, zip_of
from tui.errors import ArchiveError
from tui.inventory.archive import Archive, open_archive, pasted
from tui.inventory.model import LATEST, Inventory, Part, Presence
from tui.inventory.readers import READERS
from tui.inventory.vk import READER, parts
from tui.inventory.vk.dates import find_time
from tui.inventory.vk.items import source_of
from tui.inventory.vk.markup import DEEPEST, MOST_BLOCK, PIECE, Node, blocks
from tui.text import clean

SAMPLE = SAMPLES / "vk"
CHAT = "messages/200000001/messages0.html"
BOXES = ("messages", "wall", "likes", "comments", "bookmarks", "profile", "apps", "sessions")


def counts(inventory: Inventory, part: Part) -> dict[str, tuple[int, int]]:
    """By the key of each group, how many findings are one's own, and how many there are."""
    groups = inventory.tables[part.id].groups
    return {group.key: (group.mine, group.every) for group in groups}


def page(*found: str, coding: str = "windows-1251") -> bytes:
    items = "".join(f'<div class="item">{one}</div>' for one in found)
    html = f'<html><head><meta charset="{coding}"></head><body>{items}</body></html>'
    return html.encode(coding, "xmlcharrefreplace")


def message(header: str, body: str = "", number: object = 1) -> str:
    return (
        f'<div class="message" data-id="{number}">'
        f'<div class="message__header">{header}</div><div>{body}</div></div>'
    )


def attached(words: str, address: str) -> str:
    return (
        '<div class="kludges"><div class="attachment">'
        f'<div class="attachment__description">{words}</div>'
        f"<a class='attachment__link' href='{address}'>{address}</a></div></div>"
    )


def make(folder: Path, files: dict[str, bytes]) -> Archive:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return open_archive(folder)


def chat_of(folder: Path, *messages: str, coding: str = "windows-1251") -> Inventory:
    return read_all(READER, make(folder, {CHAT: page(*messages, coding=coding)}))


def in_page(data: bytes, name: str = "item") -> list[Node]:
    archive = pasted(data)
    with archive.open(archive.members[0]) as stream:
        return [block for block in blocks(stream, name) if block is not None]


def test_the_sample_is_counted() -> None:
    inventory = read_all(READER, open_archive(SAMPLE))
    club, evening, garden = "-300000001", "-300000002", "-300000003"
    assert counts(inventory, parts.REPOSTS) == {
        club: (1, 2),
        evening: (1, 1),
        "200000002": (0, 1),
    }
    assert counts(inventory, parts.WALL) == {"Вы": (2, 2), "Ян Крынічны": (0, 1)}
    assert counts(inventory, parts.LIKES) == {
        club: (2, 2),
        "200000001": (1, 1),
        "-300000004": (1, 1),
    }
    assert counts(inventory, parts.COMMENTS) == {club: (1, 1), garden: (1, 1)}
    assert counts(inventory, parts.BOOKMARKS) == {garden: (1, 1), "reading.example": (1, 1)}
    assert counts(inventory, parts.LINKS) == {
        "reading.example": (1, 2),
        "notes.example": (1, 1),
        "list.example": (1, 1),
        "t.me": (1, 1),
    }
    assert counts(inventory, parts.PHOTOS) == {"200000001": (2, 3), "wall": (0, 1)}
    assert counts(inventory, parts.VIDEOS) == {"200000001": (1, 1)}
    chats = [(chat.key, chat.kind, chat.mine, chat.every) for chat in inventory.chats]
    assert chats == [
        ("200000001", "personal_chat", 3, 5),
        ("-300000001", "community", 0, 1),
        ("2000000007", "group_chat", 0, 3),
        ("wall", "wall", 2, 3),
        ("comments", "comments", 2, 2),
        ("likes", "likes", 0, 4),
        ("bookmarks", "bookmarks", 0, 2),
    ]
    assert inventory.counts["messages"] == 9
    assert set(inventory.boxes.values()) == {Presence.HERE}
    assert set(inventory.boxes) == {box for part in parts.PARTS for box in part.boxes}


def test_numbers_get_the_names_that_stand_elsewhere() -> None:
    inventory = read_all(READER, open_archive(SAMPLE))
    assert set(names(inventory, parts.REPOSTS)) == {
        'Кніжны клуб "Верасень"',
        "Вечар у горадзе",
        "Ян Крынічны",
    }
    assert "Сад і агарод" in names(inventory, parts.COMMENTS)
    assert "vk.com/club300000004" in names(inventory, parts.LIKES)


def test_apps_sessions_and_people_are_entries() -> None:
    inventory = read_all(READER, open_archive(SAMPLE))
    chess = inventory.tables[parts.APPS.id].groups[0]
    assert (chess.name, dict(chess.details)) == (
        "Шахматы онлайн",
        {
            "App": "app4000001",
            "Rights": "Друзья, стена, доступ в любое время",
            "Last used": "3 фев 2022 в 11:12",
        },
    )
    phone, site = inventory.tables[parts.SESSIONS.id].groups
    assert phone.name == "VK для Android"
    assert dict(phone.details)["Network address"] == "192.0.2.10 (Беларусь)"
    assert dict(site.details)["Network address"] == "2001:db8::7 (Польша)"
    assert dict(site.details)["Device"].startswith("Mozilla/5.0")
    assert names(inventory, parts.FRIENDS) == ["Алеся Вярба", "Ян Крынічны"]
    assert names(inventory, parts.SUBSCRIPTIONS) == ["Вечар у горадзе", 'Кніжны клуб "Верасень"']


def test_a_folder_and_a_zip_are_the_same(tmp_path: Path) -> None:
    archive = open_archive(zip_of(SAMPLE, tmp_path / "Archive.zip"))
    assert READER.recognises(archive)
    packed, plain = read_all(READER, archive), read_all(READER, open_archive(SAMPLE))
    assert told(packed) == told(plain)
    assert shown(packed) == shown(plain)


def test_a_zip_with_a_folder_around_it_is_the_same(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE, tmp_path / "up" / "Архив")
    archive = open_archive(zip_of(tmp_path / "up", tmp_path / "a.zip"))
    assert READER.recognises(archive)
    assert told(read_all(READER, archive)) == told(read_all(READER, open_archive(SAMPLE)))


def test_only_its_own_is_recognised(tmp_path: Path) -> None:
    others = [path for path in SAMPLES.rglob("*") if path.is_dir() or path.suffix != ".html"]
    own = [path for path in others if READER.recognises(open_archive(path))]
    assert own == [SAMPLE]
    assert [reader for reader in READERS if reader.recognises(open_archive(SAMPLE))] == [READER]
    for name in ("index.html", "messages/1/messages0.html", "messages.html", "wall/wall0.html"):
        folder = tmp_path / name.replace("/", "-")
        assert not READER.recognises(make(folder, {name: page("x")}))
    (tmp_path / "likes").mkdir()
    shutil.copy(SAMPLE / "index.html", tmp_path / "likes")
    assert READER.recognises(open_archive(tmp_path / "likes"))


def test_a_finding_is_read_again_from_its_page() -> None:
    inventory = read_all(READER, open_archive(SAMPLE))
    table = inventory.tables[parts.LINKS.id]
    keys = [table.groups[group].key for group in table.group]
    assert inventory.reopen
    *_, found = inventory.reopen(table, keys.index("t.me"))
    assert getattr(found, "text", "").splitlines() == [
        "дзякуй! вось спіс: https://list.example/books?a=1&b=2",
        "і яшчэ t.me/verasen_club",
    ]
    photos = inventory.tables[parts.PHOTOS.id]
    assert opened(inventory, photos, len(photos) - 1) == {
        "Written by": "Вы",
        "Date": "27 дек 2018 в 0:58:19",
        "Photo": "https://sun9-1.userapi.example/b.jpg",
        "Video": "https://vk.com/video-300000001_9",
    }
    comments = inventory.tables[parts.COMMENTS.id]
    *_, comment = inventory.reopen(comments, 0)
    assert getattr(comment, "jump", "") == "https://vk.com/wall-300000001_70?reply=71"


def test_a_page_that_lost_its_message_is_told(tmp_path: Path) -> None:
    inventory = chat_of(tmp_path, message("Вы, 1 янв 2020 в 1:02:03", "https://a.example"))
    (tmp_path / CHAT).write_bytes(page())
    assert inventory.reopen
    with pytest.raises(ArchiveError, match="changed"):
        list(inventory.reopen(inventory.tables[parts.LINKS.id], 0))


@pytest.mark.parametrize(
    ("header", "mine", "when"),
    [
        ("Вы, 27 дек 2018 в 0:58:19", 1, 1545872299),
        ("  \n Вы, 3 дек 2018 в 17:44:05\n ", 1, 1543859045),
        ("You, at 7:15:40 pm on 3 Nov 2014", 1, 1415042140),
        ("Ви, 2 лис 2014 о 19:15:40", 1, 1414955740),
        ("&#1042;&#1099;, 3 &#1076;&#1077;&#1082; 2018 &#1074; 17:44:05", 1, 1543859045),
        ('<a href="https://vk.com/id1">Вы</a>, 2 мая 2020 в 22:46:22', 0, 1588459582),
        ('<a href="https://vk.com/id1">Ян, 5</a>, 2 мая 2020 в 22:46:22', 0, 1588459582),
        ("Частное сообщество, 29 ноя 2018 в 22:40:32", 0, 1543531232),
        ("DELETED, at 12:00:00 am on 1 Jan 2024", 0, 1704067200),
        (
            "Вы, 1 янв 2020 в 0:00:00<span class='message-edited' title='2 янв 2020 в 1:00:00'>"
            " (ред.)</span>",
            1,
            1577836800,
        ),
        ("Вы", 1, 0),
        ("", 0, 0),
    ],
)
def test_whose_a_message_is_and_when(tmp_path: Path, header: str, mine: int, when: int) -> None:
    (chat,) = chat_of(tmp_path, message(header)).chats
    assert (chat.mine, chat.every, chat.last) == (mine, 1, when)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Вы 2 фев 2021 в 19:08", 1612292880),
        ("You 2 Feb 2021 at 7:08 pm", 1612292880),
        ("2 лют 2021 у 19:08", 1612292880),
        ("Последнее использование: 2 февраля 2021", 1612224000),
        ("31 фев 2021 в 19:08", 0),
        ("2 xyz 2021 в 19:08", 0),
        ("1 янв 0000 в 25:61:61", 0),
        ("1 янв 1900 в 1:00", 0),
        ("1 янв 9999 в 1:00", LATEST),
        ("", 0),
    ],
)
def test_a_time_is_found_in_words(text: str, when: int) -> None:
    assert find_time(text).when == when


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://vk.com/wall-12_34", "-12"),
        ("https://m.vk.com/wall12_34?reply=5", "12"),
        ("https://vk.ru/photo-12_34", "-12"),
        ("https://vk.com/club12", "-12"),
        ("https://vk.com/public12", "-12"),
        ("https://vk.com/id12", "12"),
        ("https://vk.com/Some.Name", "vk.com/some.name"),
        ("https://site.example/wall-12_34", "site.example"),
        ("https://vk.com/wall" + "9" * 5000 + "_1", "vk.com"),
        ("javascript:alert(1)", "javascript:"),
        ("", ""),
    ],
)
def test_whose_page_an_address_leads_to(address: str, key: str) -> None:
    assert source_of(address)[0] == key


def test_attachments_are_told_by_their_words_or_by_where_they_lead(tmp_path: Path) -> None:
    inventory = chat_of(
        tmp_path,
        message("Вы", attached("Wall post", "https://vk.com/wall-1_2")),
        message("Вы", attached("Новое слово", "https://vk.com/wall-1_3")),
        message("Вы", attached("Запись на&nbsp;стене", "https://vk.com/wall-1_4")),
        message("Вы", attached("Запись на стене", "")),
        message("Вы", attached("Новое слово", "https://a.example/x")),
        message("Вы", attached("Файл", "https://psv4.userapi.com/x.ogg")),
        message("Вы", attached("Стикер", "")),
    )
    assert counts(inventory, parts.REPOSTS) == {"-1": (3, 3), "": (1, 1)}
    assert counts(inventory, parts.LINKS) == {"a.example": (1, 1)}


def test_service_messages_have_no_links(tmp_path: Path) -> None:
    link = '<a class="im_srv_lnk " href="https://vk.com/id1">Ян</a>'
    inventory = chat_of(tmp_path, message("Вы", f'<div class="kludges">{link} выйшаў</div>'))
    assert (inventory.counts["messages"], len(inventory.tables["links"])) == (1, 0)


def test_a_page_in_utf_8_says_so(tmp_path: Path) -> None:
    text = message('<a href="https://vk.com/id2">Łukasz 🏔</a>, 1 янв 2020 в 1:00:00')
    (chat,) = chat_of(tmp_path, text, coding="utf-8").chats
    assert (chat.every, chat.last) == (1, 1577840400)


@pytest.mark.parametrize(
    ("peer", "kind"),
    [
        ("5", "personal_chat"),
        ("-5", "community"),
        ("2000000000", "personal_chat"),
        ("2000000001", "group_chat"),
        ("slug", ""),
        ("9" * 40, ""),
    ],
)
def test_the_number_of_a_chat_tells_what_it_is(tmp_path: Path, peer: str, kind: str) -> None:
    archive = make(tmp_path, {f"messages/{peer}/messages0.html": page(message("Вы"))})
    (chat,) = read_all(READER, archive).chats
    assert (chat.key, chat.kind) == (peer, kind)


def test_what_was_not_asked_for_is_never_taken_for_empty(tmp_path: Path) -> None:
    archive = make(tmp_path, {"index.html": page(), "likes/likes.html": page()})
    boxes = read_all(READER, archive).boxes
    assert boxes.pop("likes") is Presence.EMPTY
    assert boxes.pop("communities") is Presence.UNSURE
    assert boxes == dict.fromkeys((box for box in BOXES if box != "likes"), Presence.ABSENT)


def test_communities_are_unsure_without_a_page_of_them(tmp_path: Path) -> None:
    archive = make(tmp_path, {"profile/page-info.html": page("x")})
    boxes = read_all(READER, archive).boxes
    assert (boxes["profile"], boxes["communities"]) == (Presence.EMPTY, Presence.UNSURE)
    archive = make(tmp_path, {"profile/subscriptions0.html": page()})
    assert read_all(READER, archive).boxes["communities"] is Presence.EMPTY


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
