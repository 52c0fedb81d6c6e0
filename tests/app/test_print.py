"""The print dialog writes one new private file when it is told to, and nothing else ever."""

import os
import stat
from itertools import product
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.app.person import LIBRARY, choose, name_the_file, paradak, write
from tui.apart import Apart
from tui.app.messages import WriteEnded
from tui.app.order import What
from tui.app.screens.printing import PrintPage
from tui.app.widgets.choice import Choice
from tui.export import Detail, Format, from_look_again, from_plan, render
from tui.plan import Profile, look_again
from tui.session import Status

LIST = ("@checklists", "enter", "p")
PLANNED = ("enter", "f", "enter", "p")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where files go that are named without a folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def test_nothing_is_written_before_enter_and_nothing_after_escape(folder: Path) -> None:
    async with paradak() as person:
        await person.follow(*LIST, "down", "right", "down", "right", "down", "left", "v", "escape")
        assert "nothing is written yet" in person.words
        await person.press("escape")
        assert not isinstance(person.app.screen, PrintPage)
    assert list(folder.iterdir()) == []


async def test_enter_writes_a_file_for_its_owner_alone_and_says_so(folder: Path) -> None:
    async with paradak() as person:
        await person.follow(*LIST)
        name = person.app.screen.query_one(Input).value
        await write(person)
        assert isinstance(person.app.screen, PrintPage)
        assert f"written: {name}" in person.words
    (written,) = folder.iterdir()
    assert written.name == name
    assert stat.S_IMODE(written.stat().st_mode) == 0o600 or os.name == "nt"


async def test_enter_pressed_twice_in_haste_writes_once_and_says_so(folder: Path) -> None:
    async with paradak() as person:
        await person.follow(*LIST)
        await person.press_at_once("enter", "enter")
        await write(person)
        assert "written: " in person.words
        assert len(list(folder.iterdir())) == 1


async def test_a_file_is_finished_while_another_dialog_opens() -> None:
    async with paradak() as person:
        await person.follow(*LIST)
        person.app.push_screen(PrintPage(person.state, Apart(), "reposts"))
        person.app.on_write_ended(WriteEnded("written: name", written=True))
        await person.settle()
        assert "written: name" in person.words
        await name_the_file(person, "other.html")
        await write(person)
        assert "written: other.html" in person.words


async def test_what_was_written_from_another_dialog_does_not_hold_up_this_one(folder: Path) -> None:
    async with paradak() as person:
        await person.follow(*LIST)
        person.app.on_write_ended(WriteEnded("written: name", written=True))
        await write(person)
        assert [f"written: {file.name}" in person.words for file in folder.iterdir()] == [True]


async def test_a_file_that_is_there_is_left_alone_and_the_dialog_stays(folder: Path) -> None:
    there = folder / "there.html"
    there.write_text("mine", encoding="utf-8")
    async with paradak() as person:
        await person.follow(*LIST)
        await name_the_file(person, "there.html")
        await write(person)
        assert "Nothing was written: 'there.html' is there already." in person.words
        assert "--" not in person.words
        await name_the_file(person, "other.html")
        await write(person)
        assert "written: other.html" in person.words
    assert there.read_text(encoding="utf-8") == "mine"
    assert {file.name for file in folder.iterdir()} == {"there.html", "other.html"}


@pytest.mark.parametrize("name", ["no-such-folder/list.html", "~no-such-person/list.html", "."])
async def test_a_place_that_cannot_be_written_is_said_kindly(folder: Path, name: str) -> None:
    async with paradak() as person:
        await person.follow(*LIST)
        await name_the_file(person, name)
        await write(person)
        assert "Nothing was written: " in person.words
        assert "Choose another name or place." in person.words
    assert list(folder.iterdir()) == []


async def test_a_file_without_a_name_is_asked_for(folder: Path) -> None:
    async with paradak() as person:
        await person.follow(*LIST)
        await name_the_file(person, " ")
        await write(person)
        assert "give the file a name first" in person.words
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "renamed"),
    [
        ("for.grandma.html", "for.grandma.md"),
        ("../list", "../list.md"),
        ("~/.private/list", "~/.private/list.md"),
        ("a.b/list.html", "a.b/list.md"),
    ],
)
async def test_the_ending_follows_the_format_and_the_name_stays(name: str, renamed: str) -> None:
    async with paradak() as person:
        await person.follow(*LIST)
        await name_the_file(person, name)
        await choose(person, "format", Format.MARKDOWN)
        assert person.app.screen.query_one(Input).value == renamed


async def test_the_dialog_opens_where_the_folder_is_gone(folder: Path) -> None:
    gone = folder / "stick"
    gone.mkdir()
    os.chdir(gone)
    gone.rmdir()
    async with paradak((120, 40)) as person:
        await person.follow(*LIST)
        assert isinstance(person.app.screen, PrintPage)
        await name_the_file(person, str(folder / "list.html"))
        assert str(folder) in "".join(person.words.split())


@pytest.mark.parametrize("form", Format)
async def test_boxes_are_blank_unless_marks_are_asked_for(folder: Path, form: Format) -> None:
    async with paradak() as person:
        await person.press("enter", "f", "space", "enter", "p")
        session = person.state.session
        assert list(session.marks.values()) == [Status.DONE]
        await choose(person, "what", What.PLAN)
        await choose(person, "format", form)
        for name in ("blank", "marked"):
            await choose(person, "marks", name)
            await name_the_file(person, name)
            await write(person)
            document = from_plan(session, LIBRARY, Detail.STEPS, with_marks=name == "marked")
            assert ("●" in str(document)) is (name == "marked")
            assert (folder / name).read_bytes() == render(document, form)
    assert (folder / "blank").read_bytes() != (folder / "marked").read_bytes()


async def test_every_choice_writes_a_file(folder: Path) -> None:
    forms = [form for form in Format if form is not Format.PDF]
    choices = list(product(forms, (What.THIS, What.PLAN, What.ALL, What.AGAIN), Detail))
    async with paradak() as person:
        await person.follow(*PLANNED)
        for form, what, detail in choices:
            for line, option in (("format", form), ("what", what), ("detail", detail)):
                await choose(person, line, option)
            await name_the_file(person, f"{what}-{detail}{form.ending}")
            await write(person)
            assert "written: " in person.words
    files = list(folder.iterdir())
    assert len(files) == len(choices)
    assert all(file.stat().st_size > 500 for file in files)


async def test_the_keys_of_the_foot_move_through_the_dialog() -> None:
    async with paradak() as person:
        await person.follow(*LIST, "down", "right")
        form = person.app.screen.query_one("#format", Choice)
        assert form.has_focus
        assert form.chosen == Format.HTML
        await person.press("left", "left", "up")
        assert form.chosen == Format.MARKDOWN
        assert person.app.screen.query_one("#what").has_focus


async def test_the_mouse_takes_a_choice(folder: Path) -> None:
    async with paradak() as person:
        await person.follow(*LIST)
        await person.click("everything")
        assert person.app.screen.query_one("#detail", Choice).chosen == Detail.FULL
    assert list(folder.iterdir()) == []


async def test_what_to_look_at_again_is_printed_from_its_own_screen_and_from_everywhere(
    folder: Path,
) -> None:
    async with paradak() as person:
        await person.follow("@look-again", "p")
        assert "(•) what to look at again" in person.words
        await write(person)
        await person.press("escape", "escape", "p")
        await choose(person, "what", What.AGAIN)
        await name_the_file(person, "again.pdf")
        await write(person)
    again = from_look_again(look_again(LIBRARY, None, Profile()), LIBRARY, Detail.STEPS)
    assert again.sheets[0].parts[0].heading == "Every week"
    for name in ("list-1.pdf", "again.pdf"):
        assert (folder / name).read_bytes() == render(again, Format.PDF)
