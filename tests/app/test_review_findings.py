"""One finding is read from the archive again, wherever that is, and nothing of it is kept."""

import asyncio
import gc
import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from tests.app.person import Person, paradak
from tests.app.reviews import (
    Export,
    account,
    chat,
    inventory,
    message,
    open_part,
    page,
    rows,
)
from tests.inventories import zip_of
from tui.app.screens.review.finding import FindingPage
from tui.app.screens.review.findings import FindingsPage
from tui.inventory.model import Opened, Progress, Table

LINK = {"type": "text_link", "text": "here", "href": "https://meadow.example/deep"}
TEXTS = ("bread and honey for the first picnic", "rain on the second", "third and last")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive of three messages that lead to one site."""
    folder = tmp_path / "DataExport_2026-11-01"
    folder.mkdir()
    said = [message(number, [text, LINK]) for number, text in enumerate(TEXTS, 5)]
    account(folder / "result.json", chat("private_supergroup", 77, "Picnic", *said))
    return folder


async def until(person: Person, words: str) -> None:
    """Waits for words while something is being read."""
    async with asyncio.timeout(30):
        while words not in person.words:
            await person.pilot.pause(0.01)


@pytest.mark.parametrize("kind", ["file", "folder", "zip"])
async def test_a_message_is_read_again_from_a_file_a_folder_and_a_zip(
    kind: str, folder: Path, tmp_path: Path
) -> None:
    paths = {"file": folder / "result.json", "folder": folder}
    path = paths.get(kind) or zip_of(folder, tmp_path / "all.zip")
    async with paradak() as person:
        await open_part(person, path, "links")
        assert [row[:3] for row in rows(person)] == [("meadow.example", "3", "3")]
        await person.press("enter")
        assert "meadow.example · 3 yours" in person.words
        assert not any(text in person.words for text in TEXTS)
        await person.press("enter")
        assert page(person) is FindingPage
        assert "1 of 3 · yours · not marked" in person.words
        for detail in (
            TEXTS[0],
            "2024-03-01 12:00:00",
            LINK["href"],
            "https://t.me/c/77/5",
            "Picnic · private group",
        ):
            assert detail in person.words


async def test_right_and_left_turn_through_the_findings_of_a_row(folder: Path) -> None:
    async with paradak() as person:
        await open_part(person, folder, "links")
        await person.press("enter", "down", "enter")
        shown = [TEXTS[1]]
        for key in ("right", "right", "left", "left", "left"):
            await person.press(key)
            shown.append(next(text for text in TEXTS if text in person.words))
            assert sum(text in person.words for text in TEXTS) == 1
        assert [TEXTS.index(text) for text in shown] == [1, 2, 0, 2, 1, 0]
        assert "1 of 3" in person.words


def alive(kind: type[object]) -> int:
    """How many of a kind the memory holds."""
    gc.collect()
    return sum(isinstance(one, kind) for one in gc.get_objects())


async def test_what_was_read_is_dropped_with_the_screen(folder: Path) -> None:
    async with paradak() as person:
        await open_part(person, folder, "links")
        await person.press("enter", "enter")
        assert TEXTS[0] in person.words
        assert alive(Opened) == 1
        await person.press("escape")
        assert page(person) is FindingsPage
        assert alive(Opened) == 0


class Slowly:
    """Reads a finding again as the archive does, and stops after each step until it may go on."""

    def __init__(self, person: Person) -> None:
        self.steps = 0
        self.may_go_on = Event()
        self._reopen = inventory(person).reopen
        inventory(person).reopen = self.reopen

    def reopen(self, table: Table, number: int) -> Iterator[Progress | Opened]:
        assert self._reopen
        for step in self._reopen(table, number):
            yield step
            self.steps += 1
            self.may_go_on.wait(30)


@pytest.fixture
def large_zip(tmp_path: Path) -> Path:
    """A zip in which some megabytes stand before the last message."""
    folder = tmp_path / "large"
    folder.mkdir()
    filling = [message(number, "filling " * 2000) for number in range(400)]
    told = [message(500, ["at the very end", LINK]), message(501, ["and after it", LINK])]
    account(folder / "result.json", chat("private_group", 3, "Long", *filling, *told))
    return zip_of(folder, tmp_path / "all.zip")


async def test_reading_from_a_zip_tells_how_far_it_is_and_can_be_stopped(large_zip: Path) -> None:
    async with paradak() as person:
        await open_part(person, large_zip, "links")
        await person.press("enter")
        slow = Slowly(person)
        await person.pilot.press("enter")
        await until(person, "reading it again … ")
        assert "x stop reading" in person.words
        await person.pilot.press("right")
        await until(person, "2 of 2")
        await until(person, "reading it again … ")
        await until(person, "x stop reading")
        await person.pilot.press("x")
        await until(person, "You stopped the reading.")
        slow.may_go_on.set()
        await person.settle()
        assert "x stop reading" not in person.words
        assert "at the very end" not in person.words
        await person.press("left")
        assert "at the very end" in person.words
        assert slow.steps > 3


@pytest.mark.parametrize(
    ("kind", "change"),
    [("file", "other"), ("file", "gone"), ("zip", "longer"), ("zip", "a folder")],
)
async def test_an_archive_that_was_changed_is_not_read_as_if_it_were_the_same(
    kind: str, change: str, folder: Path, tmp_path: Path
) -> None:
    path = folder / "result.json" if kind == "file" else zip_of(folder, tmp_path / "all.zip")
    async with paradak() as person:
        await open_part(person, path, "links")
        await person.press("enter")
        data = path.read_bytes()
        path.unlink()
        if change == "a folder":
            path.mkdir()
        elif change != "gone":
            path.write_bytes(data + b" " if change == "longer" else bytes(len(data)))
        await person.press("enter")
        assert "Not read: " in person.words
        assert not any(text in person.words for text in TEXTS)
        assert tmp_path.name not in "".join(person.lines)
        await person.press("right", "d", "escape", "escape", "escape", "escape")
        assert person.app.return_code is None


async def test_an_archive_that_is_gone_before_it_is_read_says_so(
    export: Export, tmp_path: Path
) -> None:
    path = tmp_path / "mine-alone.json"
    shutil.copy(export.path, path)
    async with paradak() as person:
        await person.follow("@own-data", "@telegram", "y")
        await person.press_at_once(*str(path))
        path.unlink()
        await person.press("enter")
        assert "it is not there any more" in person.words
