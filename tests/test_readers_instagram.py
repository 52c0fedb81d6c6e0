"""The archive of Instagram: the layouts of several years, mojibake, and values of any type."""

import json
import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.inventories import HOSTILE, SAMPLES, names, read_all, shown, told, zip_of
from tui.errors import ArchiveError
from tui.inventory.archive import Archive, open_archive
from tui.inventory.instagram import READER, parts
from tui.inventory.instagram.entries import Entry, mended, read_entry, read_sign_in
from tui.inventory.model import LATEST, Inventory, Opened, Part, Presence
from tui.inventory.readers import READERS
from tui.text import clean

SAMPLE = SAMPLES / "instagram"
YEARS = ("2021", "2023", "2026")
FOLLOWING = "connections/followers_and_following/following.json"
LIKED = "your_instagram_activity/likes/liked_posts.json"
SIGN_INS = "security_and_login_information/login_and_profile_creation/login_activity.json"
POST = "https://www.instagram.com/p/AAAAAAAAAAA/"
VALUES: tuple[object, ...] = (
    *(None, True, False, 0, -1, 1.5, float("nan"), float("inf"), 2**70, -(2**70), 10**300),
    *("", "x", "\ud800", HOSTILE, "й".encode().decode("latin-1"), "http://[", "9" * 400),
    *([], {}, [[]], [{}], {"dict": [{"dict": {}}]}, [None, 1, "x"], {"label": 1, "value": {}}),
    *({"timestamp": "x"}, {"timestamp": {}}, {"label_values": {"a": 1}}),
)


def groups(inventory: Inventory, part: Part) -> dict[str, int]:
    return {group.key: group.every for group in inventory.tables[part.id].groups}


def make(folder: Path, files: dict[str, object]) -> Archive:
    for name, value in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        text = value if isinstance(value, str) else json.dumps(value)
        (folder / name).write_bytes(text.encode("utf-8", "surrogatepass"))
    return open_archive(folder)


def texts(inventory: Inventory, part: Part) -> list[str]:
    """The texts of the findings of a part, read again."""
    assert inventory.reopen
    table, found = inventory.tables[part.id], []
    for number in range(len(table)):
        *_, last = inventory.reopen(table, number)
        assert isinstance(last, Opened)
        found.append(last.text)
    return found


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
    assert set(inventory.boxes) == {box for part in parts.PARTS for box in part.boxes}


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


def test_a_file_that_stops_early_is_read_to_its_last_whole_entry(tmp_path: Path) -> None:
    entries = [{"title": f"a{n}", "string_list_data": [{"timestamp": n}]} for n in range(1, 9)]
    text = json.dumps({"likes_media_likes": entries})
    for length in range(0, len(text), 7):
        inventory = read_all(READER, make(tmp_path, {LIKED: text[:length]}))
        whole = text[:length].count("}]}")
        assert len(inventory.tables[parts.LIKES.id]) == whole
        begun = length > text.index("[") + 1
        assert (inventory.faults.cut or inventory.faults.skipped > 0) is begun


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "[" * 200_000,
        '[{"a":' * 100_000,
        '{"likes_media_likes":' + "[" * 200_000,
        '[{"title":"a","string_list_data":[{"timestamp":' + "9" * 100_000 + "}]}]",
        '[{"title":"a","string_list_data":[{"timestamp":1e999}]}]',
        '[{"title":"\\ud800\\u001b","string_list_data":[{"value":"\\udfff"}]}]',
        '[{"title":"' + "a" * 3_000_000 + '"},{"title":"b"}]',
        '["x", 1, null, [], {"title":"b"}]',
        "[NaN, Infinity, {}]",
        '{"likes_media_likes": {"title": "a"}}',
        "\ufeff[]",
    ],
)
def test_json_made_to_do_harm_comes_to_an_end(tmp_path: Path, text: str) -> None:
    for name in (LIKED, FOLLOWING, SIGN_INS):
        inventory = read_all(READER, make(tmp_path / name[:5], {name: text}))
        assert all(shown_ == clean(shown_) for shown_ in shown(inventory))


def test_names_that_act_on_a_terminal_are_made_harmless(tmp_path: Path) -> None:
    evil = [{"title": HOSTILE, "string_list_data": [{"href": HOSTILE, "value": HOSTILE}]}]
    agents = {f"l{n}": {"value": f"Mozilla/5 ({HOSTILE})"} for n in range(3)}
    files: dict[str, object] = {
        FOLLOWING: evil,
        LIKED: evil,
        SIGN_INS: [{"title": HOSTILE, "string_map_data": agents}],
        "comments/post_comments_1.json": [
            {"string_map_data": {"Comment": {"value": f"https://{HOSTILE} {HOSTILE}"}}}
        ],
    }
    inventory = read_all(READER, make(tmp_path, files))
    found = shown(inventory)
    assert any("\ufffd" in text for text in found)
    assert all(text == clean(text) for text in found)


def test_times_stay_within_what_a_table_holds(tmp_path: Path) -> None:
    times = [-5, 0, 1, LATEST, LATEST + 1, 1_700_000_000_000, 10**40, 1.5, "7", "x", None, [], {}]
    entries = [{"title": "a", "string_list_data": [{"timestamp": time}]} for time in times]
    inventory = read_all(READER, make(tmp_path, {LIKED: entries}))
    assert len(inventory.tables[parts.LIKES.id]) == len(times)
    assert names(inventory, parts.LIKES) == ["a"]


def replaced(value: object, chance: random.Random) -> object:
    """The value, with some of what is in it left out, renamed, or something else altogether."""
    if chance.random() < 0.06:
        return chance.choice(VALUES)
    if isinstance(value, list):
        return [replaced(one, chance) for one in value for _ in range(chance.choice((1, 1, 1, 2)))]
    if isinstance(value, dict):
        return {
            (key if chance.random() > 0.03 else f"x{key}"): replaced(one, chance)
            for key, one in value.items()
        }
    return value


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("seed", range(40))
def test_values_of_any_type_end_in_a_result(tmp_path: Path, year: str, seed: int) -> None:
    chance = random.Random(f"{year} {seed}")
    files: dict[str, object] = {
        str(file.relative_to(SAMPLE / year)): replaced(json.loads(file.read_bytes()), chance)
        for file in sorted((SAMPLE / year).rglob("*.json"))
    }
    inventory = read_all(READER, make(tmp_path, files))
    assert all(text == clean(text) for text in shown(inventory))
