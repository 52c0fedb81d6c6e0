"""After three minutes without a key an open file is locked, and nothing of the session is left."""

from pathlib import Path

import pytest

from tests.app.keeping import MARKS, done, file_with, fill, marks_in, saved, type_open
from tests.app.person import LIBRARY, Person, paradak
from tests.sealed import PASSPHRASE
from tui.app import idle
from tui.app.screens.lock import LockPage
from tui.app.screens.situations import SituationsPage
from tui.app.state import Saved
from tui.paper_code import note
from tui.session import Session

LIST = ("@checklists", "enter", "down", "down")


class Clock:
    """Time that passes when a test says so."""

    now = 0.0


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> type[Clock]:
    Clock.now = 0.0
    monkeypatch.setattr(idle, "now", lambda: Clock.now)
    return Clock


async def wait(person: Person, clock: type[Clock], seconds: float) -> None:
    """Nobody presses a key for so long."""
    clock.now += seconds
    person.app.lock_if_idle()
    await person.settle()


async def test_a_key_in_time_keeps_it_open_and_three_minutes_lock_it(
    tmp_path: Path, clock: type[Clock]
) -> None:
    path = file_with(tmp_path / "notes")
    async with paradak() as person:
        await type_open(person, path)
        await person.follow("enter", *LIST)
        await wait(person, clock, 179)
        await person.press("down")
        await wait(person, clock, 179)
        assert not isinstance(person.app.screen, LockPage)
        await wait(person, clock, 1)
        assert isinstance(person.app.screen, LockPage)
        assert person.state.session == Session()
        assert person.app._keeper.file is None
        assert len(person.app.screen_stack) == 2


async def test_only_the_passphrase_leads_back(tmp_path: Path, clock: type[Clock]) -> None:
    path = file_with(tmp_path / "notes")
    async with paradak() as person:
        await type_open(person, path)
        await wait(person, clock, 180)
        await person.press("enter", "escape", "p", "slash", "ctrl+u", *"wrong", "enter")
        await done(person)
        assert isinstance(person.app.screen, LockPage)
        assert "the passphrase is another" in person.words
        assert person.state.session.marks == {}
        await person.press("ctrl+u")
        await fill(person, PASSPHRASE)
        await done(person)
        await person.press("enter")
        assert isinstance(person.app.screen, SituationsPage)
        assert person.state.session.marks == MARKS
        assert saved(person) is Saved.SAVED


async def test_a_save_under_way_is_finished_before_the_passphrase_goes(
    tmp_path: Path, clock: type[Clock]
) -> None:
    path = file_with(tmp_path / "notes")
    async with paradak() as person:
        await type_open(person, path)
        await person.follow("enter", *LIST)
        await person.press_at_once("l", "down", "l")
        noted = note(person.state.session.marks, LIBRARY)
        await wait(person, clock, 180)
        assert isinstance(person.app.screen, LockPage)
        assert "not in the file yet" in person.words
        keeper = person.app._keeper
        assert keeper.file
        await done(person)
        assert [keeper.file] == [None]
        assert marks_in(path) == noted
        assert isinstance(person.app.screen, LockPage)
        assert person.state.session == Session()
        assert len(person.app.screen_stack) == 2


async def test_what_could_not_be_saved_waits_behind_the_passphrase(
    tmp_path: Path, clock: type[Clock]
) -> None:
    (tmp_path / "stick").mkdir()
    path = file_with(tmp_path / "stick" / "notes")
    async with paradak() as person:
        await type_open(person, path)
        (tmp_path / "stick").rename(tmp_path / "pulled")
        await person.follow("enter", *LIST, "l")
        await done(person)
        marks = person.state.session.marks
        assert saved(person) is Saved.FAILED
        await wait(person, clock, 180)
        await done(person)
        assert "not in the file yet" in person.words
        await fill(person, "wrong")
        await done(person)
        assert "the passphrase is another" in person.words
        assert "Locked: " in person.words
        await person.press("ctrl+u")
        await fill(person, PASSPHRASE)
        await done(person)
        assert "Locked: " not in person.words
        assert person.state.session.marks == marks


async def test_without_a_file_nothing_is_locked(clock: type[Clock]) -> None:
    async with paradak() as person:
        await person.follow(*LIST, "l")
        await wait(person, clock, 10_000)
        assert len(person.state.session.marks) == 1


async def test_leaving_a_locked_paradak_is_one_key(tmp_path: Path, clock: type[Clock]) -> None:
    path = file_with(tmp_path / "notes")
    async with paradak() as person:
        await type_open(person, path)
        await wait(person, clock, 180)
        await person.press("f10")
    assert person.app.return_code == 0
