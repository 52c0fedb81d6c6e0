"""Choosing a file: by typing, by the arrows, by the mouse; whatever the names hold."""

import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input

from tests.app.person import SMALL, Person, paradak
from tests.app.test_hostile import PAYLOADS, actions
from tests.app.test_pseudo import BOTH, untranslated
from tui.app import folder as folders
from tui.app.messages import FileChosen
from tui.app.screens.choose_file import ChooseFilePage
from tui.app.screens.keys import KeysPage
from tui.app.widgets.table import Table

HINT = "The archive: result.json, the folder it is in, or a zip of it."
ARCHIVE = Path("Downloads", "DataExport_2025-11-01")


class Choosing(ChooseFilePage):
    """Keeps what was chosen."""

    def on_mount(self) -> None:
        self.chosen: list[Path] = []

    def on_file_chosen(self, message: FileChosen) -> None:
        message.stop()
        message.stop()
        self.chosen.append(message.path)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with an archive in it, where Paradak is started."""
    for name in (ARCHIVE, ARCHIVE / "chats", "Documents", ".config"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / ARCHIVE / "result.json").write_text("{}" * 5000, encoding="utf-8")
    for name in ("export.zip", "photo.jpg", "notes.txt"):
        (tmp_path / "Downloads" / name).write_bytes(b"1234")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@asynccontextmanager
async def choosing(size: tuple[int, int] = SMALL) -> AsyncIterator[tuple[Person, Choosing]]:
    """A person who is to choose a file."""
    async with paradak(size, languages=BOTH) as person:
        page = Choosing(person.state, "open an archive", HINT)
        person.app.push_screen(page)
        await person.settle()
        yield person, page


def rows(page: ChooseFilePage) -> list[str]:
    """The rows of the table, as far as they are names."""
    return [row.name for row in page._rows if row.name]


def at_cursor(page: ChooseFilePage) -> str:
    return page._rows[page.query_one(Table).cursor].name


async def test_folders_are_gone_into_and_a_file_is_taken(home: Path) -> None:
    async with choosing() as (person, page):
        assert HINT in person.words
        assert rows(page) == ["Documents", "Downloads"]
        assert at_cursor(page) == "Documents"
        await person.press("down", "enter")
        assert rows(page) == [ARCHIVE.name, "export.zip", "notes.txt", "photo.jpg"]
        await person.press("enter", "down")
        assert at_cursor(page) == "result.json"
        assert "10 kB" in person.words
        await person.press("enter")
        assert page.chosen == [home / ARCHIVE / "result.json"]


async def test_a_folder_is_taken_as_a_whole_and_left_upwards(home: Path) -> None:
    async with choosing() as (person, page):
        await person.press(*"downl", "enter")
        await person.press("enter", "up", "up", "enter")
        assert page.chosen == [home / ARCHIVE]
        await person.press("down", "enter")
        assert at_cursor(page) == ARCHIVE.name
        await person.press("up", "enter")
        assert at_cursor(page) == "Downloads"


@pytest.mark.parametrize(
    "typed",
    [
        "~/Downloads/export.zip",
        "Downloads/export.zip",
        "Documents/../Downloads/export.zip",
        "'HOME/Downloads/export.zip'",
        "HOME/Downloads/export.zip",
    ],
)
async def test_a_path_is_typed_or_pasted_faster_than_folders_are_read(
    home: Path, typed: str
) -> None:
    path = typed.replace("HOME", str(home))
    async with choosing() as (person, page):
        await person.press_at_once(*path, "enter")
        assert page.chosen == [home / "Downloads" / "export.zip"]
    async with choosing() as (person, page):
        person.app.post_message(Paste(f"{path}\n"))
        await person.press("enter")
        assert page.chosen == [home / "Downloads" / "export.zip"]


async def test_what_was_never_seen_is_not_taken_in_haste() -> None:
    async with choosing() as (person, page):
        await person.press_at_once("down", "enter", "enter", "enter")
        assert page._base.name == "Downloads"
        assert page.chosen == []


async def test_tab_fills_in_a_name_and_goes_into_a_folder(home: Path) -> None:
    async with choosing() as (person, page):
        await person.press(*"~/Do", "down", "tab")
        assert rows(page)[1:] == ["export.zip", "notes.txt", "photo.jpg"]
        await person.press(*"ZIP", "tab")
        assert page.query_one(Input).value == "export.zip"
        await person.press("enter")
        assert page.chosen == [home / "Downloads" / "export.zip"]


async def test_hidden_names_are_shown_after_a_dot_only() -> None:
    async with choosing() as (person, page):
        assert ".config" not in person.words
        await person.press(".")
        assert rows(page) == [".config"]
        await person.press("backspace", *"config")
        assert rows(page) == []
        assert "no name here has that in it" in person.words


async def test_a_click_takes_a_row(home: Path) -> None:
    async with choosing() as (person, page):
        await person.click("Downloads")
        await person.click("export.zip")
        assert page.chosen == [home / "Downloads" / "export.zip"]
        await person.press(*"pho")
        assert rows(page) == ["photo.jpg"]


async def test_another_choice_can_be_made_after_one_that_led_nowhere(home: Path) -> None:
    async with choosing() as (person, page):
        await person.press(*"~/Downloads/exp", "enter", "enter")
        assert len(page.chosen) == 1
        page.tell("this is no archive")
        await person.settle()
        assert "this is no archive" in person.words
        await person.press("ctrl+u", *"~/Downloads/notes", "enter")
        assert page.chosen[1:] == [home / "Downloads" / "notes.txt"]
        assert "this is no archive" not in person.words


HOSTILE_NAMES = [
    *(name.replace("/", "-").encode() for name in PAYLOADS),
    b"\xff\xfe.json",
    b"\x1b[31mred\x1b]0;title\x07",
    "\u202eback".encode(),
    b"two\nlines",
    ("x" * 250).encode(),
    ("漢" * 80).encode(),
    b" blanks ",
]


@pytest.mark.parametrize("name", HOSTILE_NAMES)
@pytest.mark.parametrize("by", ["arrows", "tab"])
async def test_what_is_chosen_is_the_name_as_it_is(home: Path, name: bytes, by: str) -> None:
    folder = home / "hostile" / os.fsdecode(name)
    folder.mkdir(parents=True)
    (folder / os.fsdecode(name)).write_bytes(b"1")
    async with choosing() as (person, page):
        await person.press(*"hostile", "enter", "enter")
        assert page._base == folder
        if by == "tab":
            await person.press("tab")
            assert page.query_one(Input).value
        await person.press("enter")
        assert page.chosen == [folder / os.fsdecode(name)]
        assert actions(person.strips) == []
        assert not set("\x1b\x07\u202e\n\udcff") & set("".join(person.lines))
        assert person.lines[0].startswith(" Paradak › open an archive  ")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("absent/", "there is no such folder"),
        ("Downloads/export.zip/", "this is not a folder"),
        ("absent", "no name here has that in it"),
        ("x" * 300 + "/", "this folder cannot be read"),
    ],
)
async def test_what_cannot_be_listed_says_why(typed: str, words: str) -> None:
    async with choosing() as (person, page):
        person.app.post_message(Paste(typed))
        await person.press("enter")
        assert words in person.words
        assert page.chosen == []
        await person.press("ctrl+u")
        assert rows(page) == ["Documents", "Downloads"]


async def test_what_has_gone_since_it_was_listed_is_told(home: Path) -> None:
    async with choosing() as (person, page):
        await person.press(*"downloads", "enter", *"export")
        (home / "Downloads" / "export.zip").unlink()
        await person.press("enter")
        assert "it is not there any more, or cannot be read" in person.words
        assert page.chosen == []
        await person.press("ctrl+u")
        (home / ARCHIVE).rename(home / "elsewhere")
        await person.press("enter")
        assert "it is not there any more" in person.words


async def test_a_pipe_is_not_opened(home: Path) -> None:
    if sys.platform != "win32":
        os.mkfifo(home / "Documents" / "pipe.json")
    async with choosing() as (person, page):
        await person.press("enter", *"pipe", "enter")
        assert "this is neither a file nor a folder" in person.words
        assert page.chosen == []


async def test_a_long_folder_says_that_it_is_cut_and_any_name_can_be_typed(home: Path) -> None:
    count = folders.MOST + 10
    many = home / "Documents"
    for number in range(count):
        (many / f"photo-{number:06}.jpg").touch()
    last = f"photo-{count - 1:06}.jpg"
    async with choosing() as (person, page):
        await person.press("enter")
        assert f"the first {folders.MOST} of {count} names are listed" in person.words
        assert last not in rows(page)
        await person.press(*last, "enter")
        assert page.chosen == [many / last]


async def test_nothing_is_remembered_of_a_page_that_was_closed() -> None:
    async with choosing() as (person, _):
        await person.press(*"downloads", "enter", *"exp", "escape")
        again = Choosing(person.state, "open an archive", HINT)
        person.app.push_screen(again)
        await person.settle()
        assert (again._base, again.query_one(Input).value) == (Path.cwd(), "")
        assert rows(again) == ["Documents", "Downloads"]
        assert person.app.title == "ParadakApp"


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 10), (20, 6), (20, 5)])
async def test_a_window_of_any_size_can_be_left_and_chosen_in(
    home: Path, size: tuple[int, int]
) -> None:
    async with choosing(size) as (person, page):
        assert person.lines[-1].startswith(" F10 leave")
        await person.press(*"downl")
        assert "downl" in person.words
        assert "Downloads" in person.words or size[1] < 6
        await person.press("enter", *"export", "enter")
        assert page.chosen == [home / "Downloads" / "export.zip"]


async def test_every_word_is_of_the_language_shown() -> None:
    async with choosing((80, 40)) as (person, page):
        before = person.lines
        await person.press("f2")
        names = {"Documents", "Downloads", "archive", "result", "json", "the", "folder"}
        assert set(untranslated(person)) <= names
        await person.press("f2")
        assert person.lines == before
        await person.press("f1")
        assert isinstance(person.app.screen, KeysPage)
        assert "take this file, or go into this folder" in person.words
        assert page.chosen == []
