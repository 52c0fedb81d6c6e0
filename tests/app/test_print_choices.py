"""What can be chosen for paper: formats with their layouts, and several lists."""

import sys
from pathlib import Path

import pytest
from textual.events import Key

from tests.app.person import (
    LIBRARY,
    LONGEST,
    SCREENS,
    SHORTEST,
    Person,
    choose,
    name_the_file,
    paradak,
    write,
)
from tui.app.order import LAYOUTS, What
from tui.app.screens.printing import PrintPage
from tui.app.screens.ticking import TickPage
from tui.app.widgets.choice import Choice
from tui.errors import LayoutError
from tui.export import Detail, Format, Layout, from_checklists, from_emergency, render

LISTS = ("subscriptions", "banking-apps")
NAMES = tuple(LIBRARY.checklist(name).title for name in LISTS)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where files go that are named without a folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def chosen(person: Person, line: str) -> str:
    return person.app.screen.query_one(f"#{line}", Choice).chosen


def printed(form: Format, layout: Layout, detail: Detail, *names: str) -> bytes:
    lists = (LIBRARY.checklist(name) for name in names)
    return render(from_checklists(lists, LIBRARY, detail), form, layout)


@pytest.mark.parametrize("form", Format)
async def test_the_layouts_of_a_format_are_offered_and_no_others(form: Format) -> None:
    async with paradak() as person:
        await person.follow(*SCREENS["print"])
        await choose(person, "format", form)
        offered = [layout for layout in Layout if f") {LAYOUTS[layout]} " in f"{person.words} "]
        assert offered == list(form.layouts)
        assert ("Paper (•)" in person.words) is bool(form.layouts)


@pytest.mark.parametrize("layout", Layout)
async def test_every_layout_is_written(folder: Path, layout: Layout) -> None:
    async with paradak() as person:
        await person.follow("@checklists", f"@{SHORTEST.id}", "p")
        await choose(person, "layout", layout)
        await write(person)
    detail = Detail.TITLES if layout.is_brief else Detail.STEPS
    expected = printed(Format.PDF, layout, detail, SHORTEST.id)
    assert (folder / "list-1.pdf").read_bytes() == expected


async def test_paper_without_room_for_steps_says_so_and_forgets_nothing() -> None:
    async with paradak() as person:
        await person.follow(*SCREENS["print"])
        await choose(person, "layout", Layout.POCKET8)
        assert "Detail titles only: this paper has no room for more" in person.words
        await person.press("down", "down")
        assert not person.app.screen.query_one("#detail").has_focus
        await choose(person, "format", Format.HTML)
        assert (chosen(person, "layout"), chosen(person, "detail")) == (Layout.A4, Detail.STEPS)
        await choose(person, "format", Format.PDF)
        assert chosen(person, "layout") == Layout.POCKET8
        await choose(person, "layout", Layout.A5)
        assert chosen(person, "detail") == Detail.STEPS


async def test_a_list_that_does_not_fit_is_named_with_a_layout_that_it_fits(folder: Path) -> None:
    with pytest.raises(LayoutError) as refusal:
        printed(Format.PDF, Layout.FOLD4, Detail.TITLES, LONGEST.id)
    fitting = refusal.value.values["other"]
    assert isinstance(fitting, Layout)
    told = (
        f"'{LONGEST.title}' is too long for the layout ‘folded card’; "
        f"take the layout ‘{LAYOUTS[fitting]}’"
    )
    async with paradak() as person:
        await person.follow("@checklists", f"@{LONGEST.id}", "p")
        await choose(person, "layout", Layout.FOLD4)
        assert told in person.words
        await write(person)
        assert f"Nothing was written: {told}." in person.words
        assert list(folder.iterdir()) == []
        await choose(person, "layout", fitting)
        await write(person)
        assert "written: list-1.pdf" in person.words


@pytest.mark.parametrize("form", Format)
async def test_the_emergency_sheet_has_no_marks_and_no_detail(folder: Path, form: Format) -> None:
    async with paradak() as person:
        await person.follow(*SCREENS["print"])
        await choose(person, "format", form)
        await choose(person, "what", What.EMERGENCY)
        assert "Detail" not in person.words
        assert "Marks" not in person.words
        await name_the_file(person, "sheet")
        await write(person)
        assert (folder / "sheet").read_bytes() == render(from_emergency(LIBRARY), form)
        await choose(person, "what", What.THIS)
        assert "Detail" in person.words
        assert "Marks" in person.words


async def test_lists_are_ticked_with_the_keys_and_written(folder: Path) -> None:
    async with paradak() as person:
        await person.follow(*SCREENS["lists to print"])
        assert isinstance(person.app.screen, TickPage)
        for name in LISTS:
            await person.follow(f">{name}", "space")
        await person.press("home", "end", "space", "space", "enter")
        assert isinstance(person.app.screen, PrintPage)
        assert f"Lists 2: {', '.join(NAMES)}" in person.words
        items = sum(len(LIBRARY.checklist(name).items) for name in LISTS)
        assert f"· {items} items ·" in person.words
        await write(person)
    expected = printed(Format.PDF, Layout.A4, Detail.STEPS, *LISTS)
    assert (folder / "list-1.pdf").read_bytes() == expected


@pytest.mark.parametrize("key", ["enter", "v"])
async def test_without_a_list_the_lists_are_shown_and_nothing_is_written(
    folder: Path, key: str
) -> None:
    async with paradak() as person:
        await person.follow(*SCREENS["print"])
        await choose(person, "what", What.CHOSEN)
        assert "no list is chosen yet" in person.words
        await person.press(key)
        assert isinstance(person.app.screen, TickPage)
        await person.press("escape")
        assert "no list is chosen yet" in person.words
    assert list(folder.iterdir()) == []


async def test_enter_takes_the_list_under_the_cursor_where_none_is_ticked() -> None:
    async with paradak() as person:
        await person.follow(*SCREENS["lists to print"], ">reposts", "enter")
        assert f"Lists 1: {LIBRARY.checklist('reposts').title}" in person.words


async def test_ticks_stay_when_going_back_and_are_there_again() -> None:
    async with paradak() as person:
        await person.follow(*SCREENS["lists to print"], ">reposts", "space", "escape")
        assert "Lists 1: " in person.words
        await person.press("down", "right")
        assert isinstance(person.app.screen, TickPage)
        assert "1 list ticked" in person.words
        assert f"● {LIBRARY.checklist('reposts').title}" in person.words


async def test_the_mouse_ticks_a_list() -> None:
    async with paradak() as person:
        await person.follow(*SCREENS["lists to print"])
        await person.click(NAMES[0])
        assert f"● {NAMES[0]}" in person.words
        assert isinstance(person.app.screen, TickPage)
        await person.press("enter")
        await person.click("1: ")
        assert isinstance(person.app.screen, TickPage)


async def test_where_no_pdf_can_be_made_it_is_said_and_html_is_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    told = "PDF cannot be made on this machine; take HTML, and print it from a browser"
    async with paradak() as person:
        await person.follow(*SCREENS["print"])
        assert told in person.words
        await write(person)
        assert f"Nothing was written: {told}." in person.words
        await choose(person, "format", Format.HTML)
        assert told not in person.words
        await write(person)
    assert [file.name for file in folder.iterdir()] == ["list-1.html"]


async def test_keys_are_answered_while_all_lists_are_written(folder: Path) -> None:
    async with paradak() as person:
        await person.follow(*SCREENS["print"])
        await choose(person, "layout", Layout.LARGE)
        await choose(person, "what", What.ALL)
        person.app.post_message(Key("enter", "\r"))
        person.app.post_message(Key("down", None))
        while "›As" not in person.words:
            await person.pilot.pause(0)
        assert "writing … Many lists take some seconds." in person.words
        assert list(folder.iterdir()) == []
        await person.written()
        assert "written: list-1.pdf" in person.words


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_whole_dialog_is_seen_with_all_its_lines(size: tuple[int, int]) -> None:
    async with paradak(size) as person:
        await person.follow("enter", "f", "enter", "p")
        await choose(person, "what", What.CHOSEN)
        await person.press("down", "space", "space", "down", "space", "enter")
        name = "no-such-folder/list.pdf"
        await name_the_file(person, name)
        await write(person)
        labels = ("What ", "Lists ", "As ", "Paper ", "Detail ", "Marks ", "File ")
        assert [label for label in labels if label not in person.words] == []
        assert " ".join(LIBRARY.notices["paper"]) in person.words
        assert "Nothing was written: " in person.words
        assert "Choose another name or place." in person.words
        assert str(Path.cwd() / Path(name).parent) in "".join(person.lines).replace(" ", "")
