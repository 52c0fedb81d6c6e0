"""The archive of VK: what is counted on its pages, and read from them again."""

import shutil
from pathlib import Path

import pytest

from tests.inventories import SAMPLES, look_for, names, opened, read_all, shown, told, zip_of
from tests.vk_pages import CHAT, SAMPLE, chat_of, counts, make, message, page
from tui.errors import ArchiveError
from tui.inventory.archive import open_archive
from tui.inventory.folding import folded
from tui.inventory.model import Opened, Presence
from tui.inventory.readers import READERS
from tui.inventory.vk import READER, parts

BOXES = ("messages", "wall", "likes", "comments", "bookmarks", "profile", "apps", "sessions")


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
    rows = inventory.tables[parts.CHATS.id].groups
    assert [(row.key, row.name, row.note, row.mine, row.every, row.last) for row in rows] == [
        (chat.key, chat.name, chat.kind, chat.mine, chat.every, chat.last)
        for chat in inventory.chats[:3]
    ]
    assert set(inventory.boxes.values()) == {Presence.HERE}


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
            "Number": "app4000001",
            "Permissions": "Друзья, стена, доступ в любое время",
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


def test_words_are_looked_for_in_what_was_written() -> None:
    inventory = read_all(READER, open_archive(SAMPLE))
    before = told(inventory)
    table = look_for(inventory, "новым годам", "згодны", "гл", "reading.example", "артыкул", "71")
    found = {group.key: (group.mine, group.every) for group in table.groups}
    assert found == {
        "новым годам": (0, 1),
        "згодны": (1, 1),
        "гл": (1, 2),
        "reading.example": (2, 3),
        "артыкул": (1, 1),
        "71": (1, 1),
    }
    assert inventory.reopen
    assert inventory.chat_of
    for number in range(len(table)):
        *_, last = inventory.reopen(table, number)
        assert isinstance(last, Opened)
        word = table.groups[table.group[number]].key
        assert word in folded(f"{last.text} {last.details} {last.jump}")
        assert 0 <= inventory.chat_of(table.place[number]) < len(inventory.chats)
    assert told(inventory) == before


def test_a_message_without_address_is_found_by_its_first_words(tmp_path: Path) -> None:
    inventory = chat_of(tmp_path, message("Вы, 1 янв 2020 в 1:00:00", "адзін два тры чатыры шэсць"))
    table = look_for(inventory, "тры")
    assert inventory.reopen
    *_, last = inventory.reopen(table, 0)
    assert isinstance(last, Opened)
    assert last.jump == "адзін два тры чатыры шэсць"


def test_a_page_that_lost_its_message_is_told(tmp_path: Path) -> None:
    inventory = chat_of(tmp_path, message("Вы, 1 янв 2020 в 1:02:03", "https://a.example"))
    (tmp_path / CHAT).write_bytes(page())
    assert inventory.reopen
    with pytest.raises(ArchiveError, match="changed"):
        list(inventory.reopen(inventory.tables[parts.LINKS.id], 0))


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
