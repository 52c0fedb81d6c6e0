"""What is in a folder: in the order of a search for an archive, by names as they are."""

import os
from pathlib import Path

import pytest

from tui.app.folder import (
    MOST,
    Kind,
    Listing,
    day,
    end_of,
    look_up,
    meant,
    narrowed,
    nearest,
    read_folder,
    start,
    why_not,
)


def listing(folder: Path) -> Listing:
    *steps, found = read_folder(folder)
    assert isinstance(found, Listing)
    assert all(isinstance(step, int) for step in steps)
    return found


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's own folder."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    return tmp_path


def test_folders_come_first_then_what_an_archive_can_be_then_the_rest(tmp_path: Path) -> None:
    for name in ("b.pdf", "z.ZIP", "a", "c.json", ".hidden.json"):
        (tmp_path / name).write_bytes(b"123")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "link").symlink_to(tmp_path)
    (tmp_path / "broken.zip").symlink_to("nowhere")
    entries = listing(tmp_path).entries
    assert [(entry.name, entry.kind) for entry in entries] == [
        ("folder.txt", Kind.FOLDER),
        ("link", Kind.FOLDER),
        ("c.json", Kind.WANTED),
        ("z.ZIP", Kind.WANTED),
        ("a", Kind.FILE),
        ("b.pdf", Kind.FILE),
        ("broken.zip", Kind.OTHER),
        (".hidden.json", Kind.WANTED),
    ]
    assert {entry.size for entry in entries if entry.kind in {Kind.WANTED, Kind.FILE}} == {3}
    assert [entry.size for entry in entries if entry.kind is Kind.OTHER] == [-1]


def test_of_a_long_folder_the_first_names_are_listed_and_all_are_counted(tmp_path: Path) -> None:
    count = MOST + 500
    for number in range(count):
        (tmp_path / f"photo-{number:06}").touch()
    (tmp_path / "result.json").touch()
    found = listing(tmp_path)
    assert (len(found.entries), found.count, found.whole) == (MOST, count + 1, False)
    assert found.entries[0].name == "result.json"
    assert look_up(tmp_path, f"photo-{count - 1:06}") is not None
    assert look_up(tmp_path, "photo") is None


@pytest.mark.parametrize(
    ("typed", "folder", "name"),
    [
        ("", "/base", ""),
        ("result", "/base", "result"),
        ("sub/", "/base/sub", ""),
        ("sub/res", "/base/sub", "res"),
        ("../x", "/", "x"),
        ("..", "/", ""),
        (".", "/base", "."),
        ("/tmp/x.zip", "/tmp", "x.zip"),
        ("/", "/", ""),
        ("~", "HOME", ""),
        ("~/", "HOME", ""),
        ("~/Down", "HOME", "Down"),
        ("~nobody-there/x", "/base/~nobody-there", "x"),
        ("~x", "/base", "~x"),
    ],
)
def test_a_typed_path_leads_to_a_folder(typed: str, folder: str, name: str, home: Path) -> None:
    assert meant(Path("/base"), typed) == (Path(folder.replace("HOME", str(home))), name)


def test_typing_narrows_and_the_cursor_goes_to_what_is_meant(tmp_path: Path) -> None:
    for name in (
        "old result.json",
        "result.json",
        "result.json.zip",
        ".result",
        "\u0438\u0306.txt",
    ):
        (tmp_path / name).touch()
    (tmp_path / "my result.json files").mkdir()
    entries = listing(tmp_path).entries

    def found(typed: str) -> tuple[str, int]:
        rows = narrowed(entries, typed)
        return rows[nearest(rows, typed)].name, len(rows)

    assert found("RESULT") == ("result.json", 4)
    assert found("result.json.") == ("result.json.zip", 1)
    assert found("old") == ("old result.json", 1)
    assert found("my") == ("my result.json files", 1)
    assert found(".") == (".result", 1)
    assert found("\u0439") == ("\u0438\u0306.txt", 1)
    assert narrowed(entries, "absent") == []
    assert len(narrowed(entries, "")) == len(entries) - 1


def test_it_starts_where_paradak_was_started_or_else_at_home(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    assert start() == here
    here.rmdir()
    assert start() == home


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(), "you may not read this folder"),
        (FileNotFoundError(), "there is no such folder"),
        (NotADirectoryError(), "this is not a folder"),
        (OSError("/home/me/secret"), "this folder cannot be read"),
    ],
)
def test_why_a_folder_is_not_listed_names_no_path(error: OSError, words: str) -> None:
    assert why_not(error) == words


@pytest.mark.parametrize("moment", [-1.0, 1e20, float("inf"), float("nan"), 2.0**63])
def test_a_time_that_is_none_has_no_day(moment: float) -> None:
    assert day(moment) == ""
    assert day(86_400 * 2) == "1970-01-03"


def test_the_end_of_a_long_path_is_shown(home: Path) -> None:
    assert end_of(home / "a" / "b", 20) == f"~{os.sep}a{os.sep}b"
    assert end_of(home / ("x" * 30) / "Telegram", 20) == f"…{os.sep}Telegram"
    assert end_of(home, 1) == "~"
    assert end_of(home / ("x" * 300), 6) == f"…{os.sep}xxx…"
    assert end_of(Path("/"), 5) == "/"
    assert end_of(Path("/a\x1b\u202e"), 80) == "/a\ufffd\ufffd"
