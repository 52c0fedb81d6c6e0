"""Bookmarks of every browser, and the history of Chrome, are counted by site."""

import json
from pathlib import Path

import pytest

from tests.inventories import HOSTILE, SAMPLES, look_for, names, opened, read_all, read_text, zip_of
from tui.inventory import kept
from tui.inventory.archive import open_archive, pasted
from tui.inventory.bookmarks import BOOKMARKS, HISTORY, READER
from tui.inventory.model import Inventory, Part, Presence

FOLDER = SAMPLES / "bookmarks"
START = "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>"
CHROME = {
    "news.example": (2, 1577836802),
    "cook.example": (1, 1577836801),
    "t.me": (1, 1609459200),
    "xn--e1afmkfd.example": (1, 1609459201),
}


def counts(inventory: Inventory, part: Part) -> dict[str, tuple[int, int]]:
    groups = inventory.tables[part.id].groups
    assert all(group.mine == group.every for group in groups)
    return {group.name: (group.every, group.last) for group in groups}


def faults(inventory: Inventory) -> tuple[bool, int]:
    return inventory.faults.cut, inventory.faults.skipped


def history(*pages: dict[str, object]) -> str:
    return json.dumps({"Browser History": pages})


def test_bookmarks_of_chrome_are_counted_by_site_with_their_folders() -> None:
    archive = open_archive(FOLDER / "bookmarks_chrome.html")
    assert READER.recognises(archive)
    inventory = read_all(READER, archive)
    assert counts(inventory, BOOKMARKS) == CHROME
    assert inventory.boxes == {"bookmarks": Presence.HERE, "history": Presence.ABSENT}
    assert faults(inventory) == (False, 0)
    table = inventory.tables[BOOKMARKS.id]
    assert opened(inventory, table, 0) == {
        "Title": 'Навіны & падзеі "сёння"',
        "Link": "https://www.news.example/belarus?id=1&from=mail",
        "Folder": "Панэль закладак",
    }
    assert opened(inventory, table, 2)["Folder"] == "Панэль закладак › Рэцэпты <3"
    assert opened(inventory, table, 3)["Folder"] == "Панэль закладак"
    assert opened(inventory, table, 4) == {"Link": "http://xn--e1afmkfd.example/"}


def test_bookmarks_of_firefox_are_counted_by_site() -> None:
    archive = open_archive(FOLDER / "bookmarks_firefox.html")
    assert READER.recognises(archive)
    inventory = read_all(READER, archive)
    assert counts(inventory, BOOKMARKS) == {"map.example": (2, 1500000004)}
    table = inventory.tables[BOOKMARKS.id]
    assert opened(inventory, table, 0) == {"Title": "Map", "Link": "https://map.example/"}
    assert opened(inventory, table, 1)["Folder"] == "Other Bookmarks"
    assert faults(inventory) == (False, 0)


@pytest.mark.parametrize("kind", ["folder", "zip", "inner folder"])
def test_an_archive_of_google_holds_bookmarks_and_history(tmp_path: Path, kind: str) -> None:
    takeout = FOLDER / "takeout"
    paths = {
        "folder": takeout,
        "zip": tmp_path / "takeout.zip",
        "inner folder": takeout / "Takeout" / "Chrome",
    }
    zip_of(takeout, paths["zip"])
    archive = open_archive(paths[kind])
    assert READER.recognises(archive)
    inventory = read_all(READER, archive)
    assert counts(inventory, BOOKMARKS) == CHROME
    assert counts(inventory, HISTORY) == {
        "news.example": (1, 1709251200),
        "shop.example": (1, 1709251100),
    }
    assert set(inventory.boxes.values()) == {Presence.HERE}
    table = inventory.tables[HISTORY.id]
    assert opened(inventory, table, 0) == {"Title": "Навіны", "Link": "https://news.example/a"}


def test_a_finding_has_the_same_number_in_every_archive() -> None:
    one = read_text(READER, f"{START}<DT><A HREF='https://a.example/1'>a</A></DL>")
    other = read_text(
        READER, f"{START}<A HREF='https://b.example'></A><A HREF='https://a.example/1'></A></DL>"
    )
    numbers = one.tables[BOOKMARKS.id].number, other.tables[BOOKMARKS.id].number
    assert numbers[0][0] == numbers[1][1]
    assert numbers[0][0] != numbers[1][0]


def test_words_are_looked_for_in_titles_addresses_and_folders() -> None:
    inventory = read_all(READER, open_archive(FOLDER / "takeout"))
    words = ("падзеі", "news.example/a", "рэцэпты", "нічога такога")
    table = look_for(inventory, *words)
    assert {group.name: (group.every, group.last) for group in table.groups} == {
        "падзеі": (1, 1546300801),
        "рэцэпты": (2, 1577836802),
        "news.example/a": (1, 1709251200),
    }
    assert opened(inventory, table, 0)["Title"] == 'Навіны & падзеі "сёння"'
    first = inventory.tables[BOOKMARKS.id]
    assert (table.number[0], table.place[0]) == (first.number[0], first.place[0])


def test_no_bookmarks_is_empty_and_not_absent() -> None:
    inventory = read_text(READER, f"{START}</DL><p>")
    assert inventory.boxes == {"bookmarks": Presence.EMPTY, "history": Presence.ABSENT}
    assert counts(inventory, BOOKMARKS) == {}
    assert read_text(READER, history()).boxes["history"] is Presence.EMPTY


@pytest.mark.parametrize(
    "end", ["", "<DT><A HREF='https://b.exam", "<DT><A HREF='https://b.example"]
)
def test_a_file_that_stops_early_is_said_to_be_cut(end: str) -> None:
    inventory = read_text(READER, f"{START}<DT><A HREF='https://a.example/'>a</A>{end}")
    assert counts(inventory, BOOKMARKS) == {"a.example": (1, 0)}
    assert faults(inventory) == (True, 0)


def test_a_title_that_does_not_end_is_kept() -> None:
    inventory = read_text(READER, f"{START}<DT><A HREF='https://a.example/'>a <b>b</b>\n<DT>")
    assert opened(inventory, inventory.tables[BOOKMARKS.id], 0)["Title"] == "a b"


def test_what_is_hostile_is_clean_when_it_is_shown() -> None:
    page = {"url": f"https://a{HOSTILE}\ud800.example/{HOSTILE}", "title": HOSTILE + "\ud800"}
    hostile = page["url"].replace("\x00", "").replace("\ud800", "")
    texts = {
        BOOKMARKS: f'{START}<H3>{HOSTILE}</H3><DL><A HREF="{hostile}">{HOSTILE}</A></DL></DL>',
        HISTORY: history({**page}),
    }
    for part, text in texts.items():
        inventory = read_text(READER, text)
        (name,) = names(inventory, part)
        shown = name + "".join(opened(inventory, inventory.tables[part.id], 0).values())
        assert shown.count("пр") >= 3
        assert not set(shown) & {*"\x1b\x07\x00\x9b\u202e\ud800"}


def test_folders_without_end_are_walked_and_left_again() -> None:
    deep = 20_000
    inside = "<A HREF='https://deep.example'>deep</A>"
    text = f"{START}{'<H3>f</H3><DL>' * deep}{inside}{'</DL>' * deep}"
    inventory = read_text(READER, f"{text}<A HREF='https://out.example'>out</A></DL>")
    table = inventory.tables[BOOKMARKS.id]
    assert len(opened(inventory, table, 0)["Folder"]) <= kept.LONGEST
    assert opened(inventory, table, 1) == {"Title": "out", "Link": "https://out.example"}
    assert faults(inventory) == (False, 0)


@pytest.mark.parametrize(
    "hostile",
    ["<![", "<!--", "<a ", "<", "<a href='", "<a href='x' ", "<dl ", "</a ", "&#9"],
)
def test_a_file_made_to_do_harm_comes_to_an_end(hostile: str) -> None:
    """With the parser of the standard library 600 KB of some of these take minutes."""
    page = "<DT><A HREF='https://a.example/'>a</A>"
    inventory = read_text(READER, f"{START}{page}{hostile * 300_000}'>-->{page}</DL>")
    assert counts(inventory, BOOKMARKS)["a.example"] == (2, 0)


@pytest.mark.parametrize("hostile", ["<!" + "[" * 9, "<a href='x", "&#" + "9" * 9000 + ";"])
def test_tags_that_do_not_end_cost_no_more_than_themselves(hostile: str) -> None:
    pages = "<DT><A HREF='https://a.example/'>a</A>"
    inventory = read_text(READER, f"{START}{pages}{hostile}" + "x" * 600_000 + f"'>-->{pages}</DL>")
    assert counts(inventory, BOOKMARKS)["a.example"] == (2, 0)
    assert set(counts(inventory, BOOKMARKS)) <= {"a.example", "x" * 253}


def test_addresses_with_signs_of_tags_in_them_are_whole() -> None:
    script = "javascript:write('<b>' + \"&amp;\")"
    tag = f"<A HREF=\"{script.replace(chr(34), '&quot;')}\" ICON='>'>I <3 it</A>"
    inventory = read_text(READER, f"{START}{tag}</DL>")
    told = opened(inventory, inventory.tables[BOOKMARKS.id], 0)
    assert told == {"Title": "I <3 it", "Link": script.replace("&amp;", "&")}


def test_huge_addresses_and_titles_are_kept_in_part() -> None:
    long = "x" * 200_000
    text = f"{START}<A HREF='https://a.example/{long}' ADD_DATE='{'9' * 9000}'>{long}</A></DL>"
    inventory = read_text(READER, text)
    told = opened(inventory, inventory.tables[BOOKMARKS.id], 0)
    assert {len(value) for value in told.values()} == {kept.LONGEST}
    assert counts(inventory, BOOKMARKS) == {"a.example": (1, 0)}


def test_pages_beyond_the_most_are_counted_as_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 3)
    pages: list[dict[str, object]] = [{"url": f"https://a.example/{n}"} for n in range(5)]
    inventory = read_text(READER, history(*pages))
    assert counts(inventory, HISTORY) == {"a.example": (3, 0)}
    assert faults(inventory) == (False, 2)
    monkeypatch.setattr(kept, "MOST", 9)
    monkeypatch.setattr(kept, "MOST_BYTES", 60)
    assert faults(read_text(READER, history(*pages))) == (False, 2)


def test_history_that_is_not_as_it_was_does_not_stop_it() -> None:
    odd: list[dict[str, object]] = [
        {},
        {"url": None},
        {"url": 5, "title": 5},
        {"url": "https://a.example/", "title": None, "time_usec": "x"},
    ]
    inventory = read_text(READER, history(*odd))
    assert counts(inventory, HISTORY) == {"a.example": (1, 0)}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        "<html><a href='https://a.example'>a</a></html>",
        '{"Browser": "History"}',
        "package:com.x\n",
        "Channel Id,Channel Url,Channel Title\n",
    ],
)
def test_what_is_neither_is_not_recognised(text: str) -> None:
    assert not READER.recognises(pasted(text.encode()))


def test_files_of_others_in_the_same_folder_do_not_count(tmp_path: Path) -> None:
    (tmp_path / "messages").mkdir()
    for name in ("a.html", "messages/b.html", "c.json"):
        (tmp_path / name).write_text("<html>", "utf-8")
    assert not READER.recognises(open_archive(tmp_path))
    (tmp_path / "d.html").write_text(f"{START}</DL>", "utf-8")
    assert READER.recognises(open_archive(tmp_path))
