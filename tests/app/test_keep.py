"""Marks kept in a file: only when asked, by themselves after that, and told when they are not."""

import os
import stat
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.app.keeping import (
    FIRST,
    FOUND,
    MARKS,
    done,
    file_with,
    fill,
    keep_in,
    marks_in,
    saved,
    type_open,
)
from tests.app.person import LIBRARY, paradak
from tests.sealed import PASSPHRASE
from tui import passphrase, vault
from tui.app.keeping import Keeper
from tui.app.screens.carried import CarriedPage
from tui.app.screens.keep import KeepPage
from tui.app.screens.kept import DeletePage, KeptPage
from tui.app.screens.opening import OpenPage
from tui.app.screens.situations import SituationsPage
from tui.app.screens.work import ChecklistPage
from tui.app.state import Saved
from tui.paper_code import Noted, note
from tui.session import Status

LIST = ("@checklists", "enter", "down")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where files go that are named without a folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def test_six_drawn_words_keep_the_marks_and_every_later_mark(folder: Path) -> None:
    async with paradak() as person:
        await person.follow(*LIST, "space", "s")
        drawn = next(line for line in person.lines if len(line.split()) == 6).strip()
        assert set(drawn.split()) <= set(passphrase.words())
        assert "nothing saved" in person.lines[0]
        await person.press("down", *"notes", "enter")
        await done(person)
        assert isinstance(person.app.screen, KeptPage)
        assert drawn in person.words
        assert person.lines[0].endswith(" saved")
        await person.press("enter", "down", "l")
        assert isinstance(person.app.screen, ChecklistPage)
        await done(person)
        marks = person.state.session.marks
        assert saved(person) is Saved.SAVED
    assert len(marks) == 2
    assert marks_in(folder / "notes", drawn) == note(marks, LIBRARY)
    assert stat.S_IMODE((folder / "notes").stat().st_mode) == 0o600 or os.name == "nt"
    assert [file.name for file in folder.iterdir()] == ["notes"]


async def test_marks_never_wait_and_only_the_newest_are_saved(folder: Path) -> None:
    file_with(folder / "notes")
    async with paradak() as person:
        await type_open(person, "notes")
        await person.follow("enter", *LIST)
        seals = 0
        ended = Keeper.ended

        def counted(keeper: Keeper) -> None:
            nonlocal seals
            seals += 1
            ended(keeper)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Keeper, "ended", counted)
            for _ in range(6):
                await person.press_at_once("down", "l")
            assert len(person.state.session.marks) == 7
            assert "saving …" in person.lines[0]
            await done(person)
        assert "saved" in person.lines[0]
        assert seals == 2
        assert marks_in(folder / "notes") == note(person.state.session.marks, LIBRARY)


async def test_a_passphrase_of_ones_own_shows_nothing_of_itself() -> None:
    async with paradak() as person:
        await person.press("s", "right", "down")
        await person.press_at_once("k")
        short = person.lines
        await person.press_at_once(*"ey p/?q12")
        assert isinstance(person.app.screen, KeepPage)
        assert person.lines == short
        assert "weaker than six drawn words" in person.words
        await person.press_at_once(*PASSPHRASE)
        assert "weaker than" not in person.words
        assert "What a person chooses is mostly guessed within days." in person.words
        await person.press("ctrl+u")
        assert person.words.count("nothing yet") == 2


async def test_what_is_missing_is_asked_for_and_nothing_is_written(folder: Path) -> None:
    async with paradak() as person:
        await person.press("s", "enter")
        assert "give the file a name first" in person.words
        assert isinstance(person.app.focused, Input)
        await person.press(*"notes", "down", "right", "enter")
        assert "type a passphrase first" in person.words
        await person.press(*"one", "down", *"two", "enter")
        assert "both must be the same" in person.words
        await person.press("escape")
        assert saved(person) is Saved.NOTHING
    assert list(folder.iterdir()) == []


async def test_other_words_are_drawn_with_a_key() -> None:
    async with paradak() as person:
        await person.press("s")
        first = next(line for line in person.lines if len(line.split()) == 6)
        await person.press("w")
        assert first not in person.lines


async def test_a_file_is_opened_and_gone_on_from(folder: Path) -> None:
    file_with(folder / "notes")
    async with paradak() as person:
        await type_open(person, "notes")
        assert isinstance(person.app.screen, CarriedPage)
        assert FOUND in person.words
        await person.press("enter")
        assert isinstance(person.app.screen, SituationsPage)
        assert person.state.session.marks == MARKS
        assert saved(person) is Saved.SAVED


async def test_what_changed_or_is_unknown_is_told_of_a_file_too(folder: Path) -> None:
    number = LIBRARY.checklists[0].number
    noted = (Noted(number, 0, {FIRST.number: Status.DONE}), Noted(600, 1, {1: Status.DONE}))
    file_with(folder / "notes", noted)
    async with paradak() as person:
        await type_open(person, "notes")
        assert f"look at them again: {FIRST.title}" in person.words
        assert "list 600" in person.words


async def test_what_is_unknown_stays_in_the_file(folder: Path) -> None:
    first = LIBRARY.checklists[0]
    unknown = Noted(first.number, 7, {500: Status.LATER}), Noted(600, 1, {1: Status.DONE})
    file_with(folder / "notes", unknown)
    async with paradak() as person:
        await type_open(person, "notes")
        await person.follow("enter", "@checklists", "enter", "down", "l")
        await done(person)
        marks = person.state.session.marks
        assert marks
        assert marks_in(folder / "notes") == (*note(marks, LIBRARY), *unknown)


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("notes", "another passphrase", "the passphrase is another"),
        ("absent", PASSPHRASE, "there is no such file"),
        ("text", PASSPHRASE, "not a file that Paradak saved"),
        (".", PASSPHRASE, "Is a directory"),
        ("cut", PASSPHRASE, "the file is cut short"),
    ],
)
async def test_what_does_not_open_says_why_and_what_was_typed_stays(
    folder: Path, name: str, typed: str, words: str
) -> None:
    data = file_with(folder / "notes").read_bytes()
    (folder / "cut").write_bytes(data[:-9])
    (folder / "text").write_text("a letter", encoding="utf-8")
    async with paradak() as person:
        await type_open(person, name, typed)
        assert isinstance(person.app.screen, OpenPage)
        assert words in person.words
        assert person.app.screen.query_one(Input).value == name
        assert "•" in person.words
        assert typed not in person.words
        await person.press("enter")
        await done(person)
        assert words in person.words


async def test_another_window_is_never_overwritten(folder: Path) -> None:
    path = file_with(folder / "notes")
    async with paradak() as person:
        await type_open(person, "notes")
        await person.follow("enter", *LIST, "down")
        theirs = file_with(path, (Noted(1, 1, {2: Status.LATER}),)).read_bytes()
        await person.press("l")
        await done(person)
        assert "not saved" in person.lines[0]
        assert "saved by another window" in person.words
        await person.press("s")
        assert "save under another name" in person.words
    assert path.read_bytes() == theirs


async def test_a_name_that_is_taken_is_left_alone_and_nothing_is_kept(folder: Path) -> None:
    (folder / "notes").write_text("mine", encoding="utf-8")
    async with paradak() as person:
        await keep_in(person, folder / "notes")
        assert isinstance(person.app.screen, KeepPage)
        assert "is there already" in person.words
        assert "not saved" in person.lines[0]
        assert person.app._keeper.file is None
    assert (folder / "notes").read_text(encoding="utf-8") == "mine"


async def test_a_folder_that_is_gone_and_comes_back(folder: Path) -> None:
    stick = folder / "stick"
    stick.mkdir()
    path = file_with(stick / "notes")
    async with paradak() as person:
        await type_open(person, path)
        await person.follow("enter", *LIST, "down")
        away = stick.rename(folder / "away")
        await person.press("l")
        await done(person)
        assert "not saved" in person.lines[0]
        away.rename(stick)
        await person.press("s", "r")
        await done(person)
        assert saved(person) is Saved.SAVED
        assert marks_in(path) == note(person.state.session.marks, LIBRARY)


async def test_the_file_is_deleted_with_a_key_that_is_not_enter(folder: Path) -> None:
    file_with(folder / "notes")
    async with paradak() as person:
        await type_open(person, "notes")
        await person.press("enter", "s", "d", "enter")
        assert isinstance(person.app.screen, DeletePage)
        assert "Traces may remain; they stay encrypted." in person.words
        await person.press("y")
        await done(person)
        assert saved(person) is Saved.NOTHING
        assert person.app._keeper.file is None
        assert person.state.session.marks == MARKS
    assert list(folder.iterdir()) == []


async def test_leaving_ends_the_sealing_and_no_unfinished_file_stays(folder: Path) -> None:
    async with paradak() as person:
        await person.follow(*LIST, "space", "s", "right", "down")
        await fill(person, "own", "own", "notes")
        while not person.app._apart.pids:
            await person.pilot.pause(0.01)
        await person.press("f10")
    assert person.app.return_code == 0
    assert list(folder.iterdir()) == []


async def test_answers_and_holds_are_not_in_the_file(folder: Path) -> None:
    async with paradak() as person:
        await person.follow("@phone-came-back", "f", "space")
        await keep_in(person, folder / "notes")
        assert person.state.plan.situation is not None
        marks = person.state.session.marks
    async with paradak() as person:
        await type_open(person, "notes")
        assert person.state.session.marks == marks
        assert person.state.plan.situation is None
        assert person.state.plan.profile == type(person.state.plan.profile)()


async def test_where_no_file_can_be_sealed_the_paper_code_is_offered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(vault, "find_spec", lambda name: None if name == "pyrage" else name)
    async with paradak() as person:
        await person.press("s")
        assert isinstance(person.app.screen, SituationsPage)
        assert "no file can be kept on this machine" in person.words
        await person.follow(*LIST, "s")
        assert "the paper code needs nothing; press c" in person.words
