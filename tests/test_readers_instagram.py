"""The archive of Instagram: the layouts of several years, and mojibake."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.instagram_files import FOLLOWING, LIKED, POST, SAMPLE, YEARS, groups, make, texts
from tests.inventories import SAMPLES, look_for, read_all, shown, told, zip_of
from tui.errors import ArchiveError
from tui.inventory.archive import open_archive
from tui.inventory.folding import folded
from tui.inventory.instagram import READER, parts
from tui.inventory.instagram.entries import Entry, mended, read_entry, read_sign_in
from tui.inventory.model import Opened, Presence
from tui.inventory.readers import READERS


def test_the_layout_of_2021() -> None:
    inventory = read_all(READER, open_archive(SAMPLE / "2021"))
    assert groups(inventory, parts.FOLLOWING) == {"knizhny.klub": 1, "sad_i_aharod": 1}
    assert groups(inventory, parts.FOLLOWERS) == {"alesia.viarba": 1}
    assert groups(inventory, parts.LIKES) == {"knizhny.klub": 2, "alesia.viarba": 1}
    assert groups(inventory, parts.SAVED) == {"sad_i_aharod": 1}
    assert groups(inventory, parts.COMMENTS) == {"knizhny.klub": 1}
    assert groups(inventory, parts.LINKS) == {"reading.example": 1}
    assert texts(inventory, parts.COMMENTS) == ["Дзякуй! Гл. https://reading.example/1"]
    (phone,) = inventory.tables[parts.LOGINS.id].groups
    assert phone.name == "29/10; 420dpi; 1080x2134; Example; Phone 4; ru_RU"
    assert phone.last == 1610004805
    assert dict(phone.details)["Network address"] == "192.0.2.20"
    assert dict(phone.details)["Language"] == "ru"
    absent = {box for box, here in inventory.boxes.items() if here is Presence.ABSENT}
    assert absent == {"reposts", "link-history"}


def test_the_layout_of_2023() -> None:
    inventory = read_all(READER, open_archive(SAMPLE / "2023"))
    assert groups(inventory, parts.FOLLOWING) == {"knizhny.klub": 1, "vechar.u.horadzie": 1}
    assert groups(inventory, parts.FOLLOWERS) == {"alesia.viarba": 1, "jan_krynichny": 1}
    assert groups(inventory, parts.LIKES) == {"vechar.u.horadzie": 1}
    assert groups(inventory, parts.SAVED) == {"vechar.u.horadzie": 1}
    assert groups(inventory, parts.COMMENTS) == {
        "vechar.u.horadzie": 1,
        "jan_krynichny": 1,
        "": 1,
    }
    assert texts(inventory, parts.COMMENTS) == [
        "Прыгожа ❤ t.me/verasen_club",
        "Так",
        "свой допіс",
    ]
    assert groups(inventory, parts.LINKS) == {"t.me": 1}
    (computer,) = inventory.tables[parts.LOGINS.id].groups
    assert computer.name == "X11; Linux x86_64; rv:115.0"
    assert dict(computer.details)["Network address"] == "2001:db8::15"


def test_the_layout_of_2026() -> None:
    inventory = read_all(READER, open_archive(SAMPLE / "2026"))
    assert groups(inventory, parts.FOLLOWING) == {"knizhny.klub": 1, "vechar.u.horadzie": 1}
    assert groups(inventory, parts.FOLLOWERS) == {"alesia.viarba": 1, "jan_krynichny": 1}
    assert groups(inventory, parts.LIKES) == {
        "alesia.viarba": 1,
        "knizhny.klub": 1,
        "jan_krynichny": 1,
        "": 1,
    }
    assert groups(inventory, parts.SAVED) == {"vechar.u.horadzie": 1}
    assert groups(inventory, parts.COMMENTS) == {"knizhny.klub": 1}
    assert groups(inventory, parts.REPOSTS) == {"knizhny.klub": 1}
    assert groups(inventory, parts.LINKS) == {"reading.example": 2}
    assert groups(inventory, parts.OPENED) == {"news.example": 1}
    assert texts(inventory, parts.COMMENTS) == ["Віншую! 🎉"]
    (phone,) = inventory.tables[parts.LOGINS.id].groups
    assert phone.name.startswith("iPhone14,2; iOS 18_5")
    assert set(inventory.boxes.values()) == {Presence.HERE}


@pytest.mark.parametrize("year", YEARS)
def test_a_folder_and_a_zip_are_the_same(tmp_path: Path, year: str) -> None:
    shutil.copytree(SAMPLE / year, tmp_path / "up" / "instagram-vera-2026")
    archive = open_archive(zip_of(tmp_path / "up", tmp_path / "a.zip"))
    assert READER.recognises(archive)
    packed, plain = read_all(READER, archive), read_all(READER, open_archive(SAMPLE / year))
    assert told(packed) == told(plain)
    assert shown(packed) == shown(plain)


def test_only_its_own_is_recognised(tmp_path: Path) -> None:
    others = [path for path in SAMPLES.iterdir() if path != SAMPLE]
    others += [path for path in SAMPLES.rglob("*") if path.is_file()]
    assert [path for path in others if READER.recognises(open_archive(path))] == []
    for year in YEARS:
        archive = open_archive(SAMPLE / year)
        assert [reader for reader in READERS if reader.recognises(archive)] == [READER]
    for name in ("following.json", "link_history/link_history.json", "media/reposts.json"):
        assert not READER.recognises(make(tmp_path / name.replace("/", "-"), {name: []}))


@pytest.mark.parametrize(
    "name",
    [
        "connections/followers_and_following/following.html",
        "your_instagram_activity/likes/liked_posts.html",
    ],
)
def test_pages_are_recognised_and_the_way_to_json_is_told(tmp_path: Path, name: str) -> None:
    archive = make(tmp_path, {name: "<html>"})
    assert READER.recognises(archive)
    with pytest.raises(ArchiveError) as caught:
        read_all(READER, archive)
    assert "JSON" in caught.value.hint
    assert read_all(READER, make(tmp_path, {LIKED: []})).boxes["likes"] is Presence.EMPTY


def test_what_was_not_asked_for_is_never_taken_for_empty(tmp_path: Path) -> None:
    files: dict[str, object] = {
        FOLLOWING: {"relationships_following": []},
        "your_instagram_activity/saved/saved_collections.json": [],
        "your_instagram_activity/media/posts_1.json": [],
    }
    assert read_all(READER, make(tmp_path, files)).boxes == {
        "following": Presence.EMPTY,
        "followers": Presence.EMPTY,
        "saved": Presence.EMPTY,
        "reposts": Presence.UNSURE,
        "likes": Presence.ABSENT,
        "comments": Presence.ABSENT,
        "logins": Presence.ABSENT,
        "link-history": Presence.ABSENT,
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Кніжны клуб 🎉".encode().decode("latin-1"), "Кніжны клуб 🎉"),
        ("Кніжны клуб", "Кніжны клуб"),
        ("plain", "plain"),
        ("café", "café"),
        ("\xd0", "\xd0"),
        ("\ud83c", "\ud83c"),
        ("", ""),
    ],
)
def test_mojibake_is_mended_string_by_string(text: str, wanted: str) -> None:
    assert mended(text) == wanted


@pytest.mark.parametrize(
    ("value", "entry"),
    [
        ({}, Entry("", "", "", 0)),
        ({"title": "a.b", "string_list_data": []}, Entry("a.b", "", "", 0)),
        (
            {"string_list_data": [{"href": "https://www.instagram.com/_u/a.b", "timestamp": 5}]},
            Entry("a.b", "https://www.instagram.com/_u/a.b", "", 5),
        ),
        (
            {"string_map_data": {"Shared By": {"value": "a.b"}, "Saved on": {"timestamp": 5}}},
            Entry("a.b", "", "", 5),
        ),
        (
            {"string_map_data": {"Comment": {"value": "a b"}, "Owner": {"value": "c d"}}},
            Entry("c d", "", "a b", 0),
        ),
        (
            {"timestamp": 5, "label_values": [{"label": "URL", "value": POST}]},
            Entry("", POST, "", 5),
        ),
        (
            {
                "timestamp": 5,
                "label_values": [
                    {"label": "URL", "value": ""},
                    {"label": "Имя", "value": "А Б"},
                    {"label": "Имя пользователя", "value": "a.b"},
                ],
            },
            Entry("a.b", "", "", 5),
        ),
        ({"label_values": [{"label": "URL", "href": POST}]}, Entry("", POST, "", 0)),
        ({"timestamp": {}, "label_values": [{"label": "x"}]}, Entry("", "", "", 0)),
    ],
)
def test_an_entry_is_read_in_every_shape(value: dict[str, Any], entry: Entry) -> None:
    assert read_entry(value) == entry


def test_a_sign_in_takes_its_time_from_the_title_if_need_be() -> None:
    found = read_sign_in({"title": "2021-01-07T07:33:25+00:00", "string_map_data": {}})
    assert (found.when, found.agent, found.network) == (1610004805, "", "")


def test_unknown_keys_and_files_are_no_error(tmp_path: Path) -> None:
    files: dict[str, object] = {
        FOLLOWING: {
            "about": {"any": ["thing"]},
            "relationships_following": [{"new": 1, "title": "a.b", "string_list_data": [{"x": 2}]}],
        },
        "connections/new/new.json": "no JSON",
    }
    inventory = read_all(READER, make(tmp_path, files))
    assert groups(inventory, parts.FOLLOWING) == {"a.b": 1}
    assert not inventory.faults.cut


@pytest.mark.parametrize(
    ("year", "found"),
    [
        ("2021", {"дзякуй": 1, "knizhny": 3}),
        ("2023", {"прыгожа": 1}),
        ("2026", {"чыта": 1, "кніга": 1, "knizhny": 3, "сад": 1}),
    ],
)
def test_words_are_looked_for_in_texts(year: str, found: dict[str, int]) -> None:
    inventory = read_all(READER, open_archive(SAMPLE / year))
    before = told(inventory)
    words = ("дзякуй", "прыгожа", "чыта", "кніга", "knizhny", "сад", "нічога такога")
    table = look_for(inventory, *words)
    assert {group.key: group.every for group in table.groups} == found
    assert inventory.reopen
    for number in range(len(table)):
        *_, last = inventory.reopen(table, number)
        assert isinstance(last, Opened)
        word = table.groups[table.group[number]].key
        assert word in folded(f"{last.text} {last.details} {last.jump}")
        assert table.mine[number]
    assert told(inventory) == before


def test_a_text_without_address_is_found_by_its_first_words(tmp_path: Path) -> None:
    said = {"value": "a b c d e f g h"}
    entry = {"string_map_data": {"Comment": said, "Media Owner": {"value": "who"}}}
    comments = {"comments_media_comments": [entry]}
    inventory = read_all(READER, make(tmp_path, {"comments/post_comments_1.json": comments}))
    table = inventory.tables[parts.COMMENTS.id]
    assert inventory.reopen
    *_, last = inventory.reopen(table, 0)
    assert isinstance(last, Opened)
    assert last.jump == "a b c d e f"
