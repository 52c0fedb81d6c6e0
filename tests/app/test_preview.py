"""Before anything is written: how many pages, what is on each, and what should be known."""

import datetime
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.events import Key

from tests.app.person import LIBRARY, LONGEST, SCREENS, SHORTEST, Person, choose, paradak
from tests.lists import library_of, yaml_item, yaml_list
from tests.pseudo import START, Pseudo
from tui.app.order import What
from tui.app.screens.preview import PreviewPage
from tui.app.screens.printing import PrintPage
from tui.app.widgets.choice import Choice
from tui.content.library import Library
from tui.export import Detail, Format, Layout, from_checklists, from_emergency, pages
from tui.language import ENGLISH

TALL = (80, 120)
FOUND = SHORTEST
WAITING = sum(bool(item.waits) for item in FOUND.items)


@asynccontextmanager
async def looking(
    library: Library = LIBRARY,
    size: tuple[int, int] = TALL,
    name: str = FOUND.id,
    **chosen: str,
) -> AsyncIterator[Person]:
    """A person who looks first, after taking choices for a list."""
    async with paradak(size, library) as person:
        await person.follow("@checklists", f"@{name}", "p")
        for line, option in chosen.items():
            await choose(person, line, option)
        await person.press("v")
        assert isinstance(person.app.screen, PreviewPage)
        yield person


def by_page(person: Person) -> Iterator[tuple[str, list[str]]]:
    """Each heading of a page with the lines under it."""
    found: list[str] = []
    heading = ""
    for line in [*person.lines, " page "]:
        if line.startswith(" page "):
            if heading:
                yield heading, found
            heading, found = line.strip(), []
        elif heading and line.startswith("   "):
            found.append(line.strip())


@pytest.mark.parametrize("layout", [Layout.A4, Layout.LARGE, Layout.BRIEF, Layout.POCKET8])
async def test_every_item_stands_under_its_page(layout: Layout) -> None:
    detail = Detail.TITLES if layout.is_brief else Detail.STEPS
    document = from_checklists([FOUND], LIBRARY, detail)
    (sheet,) = pages(document, Format.PDF, layout)
    expected = [
        (
            f"page {number} of {len(sheet.pages)} · {sheet.title}",
            [*titles] or ["nothing begins here"],
        )
        for number, titles in enumerate(sheet.pages, start=1)
    ]
    async with looking(layout=layout) as person:
        seen = [
            (heading, [line.removeprefix("‖ ") for line in lines])
            for heading, lines in by_page(person)
        ]
        assert seen == expected
        folded = "1 sheet of paper · " if layout is Layout.POCKET8 else ""
        small = "small " if folded else ""
        assert f"{folded}{len(expected)} {small}page" in person.words


async def test_what_waits_is_counted_and_marked() -> None:
    async with looking() as person:
        words = f"‖ {WAITING} items wait or could wait. Each says so, and what to do instead."
        assert words in person.words
        for item in FOUND.items:
            assert (f"‖ {item.title}" in person.words) is bool(item.waits)


async def test_paper_that_lasts_is_told_and_marks_only_where_they_are_printed() -> None:
    marks = "Your marks are on it. They tell what you did."
    async with looking() as person:
        assert " ".join(LIBRARY.notices["paper"]) in person.words
        assert marks not in person.words
        assert "not the built-in lists" not in person.words
        assert "is old" not in person.words
        assert "are old" not in person.words
        assert "cannot be printed" not in person.words
    async with looking(marks="marked") as person:
        assert marks in person.words


async def test_an_own_list_and_what_cannot_be_printed_are_told(tmp_path: Path) -> None:
    item = yaml_item("snow", 1).replace("Title of snow", "A snowman ☃ and ☃")
    library = library_of(tmp_path, winter=yaml_list("winter", 1, [item]))
    async with looking(library, name="winter") as person:
        assert "These are not the built-in lists." in person.words
        assert "2 characters cannot be printed. A box stands in place of each." in person.words
        assert "A snowman ☃ and ☃" in person.words
    async with looking(library, name="winter", format=Format.HTML) as person:
        assert "cannot be printed" not in person.words


async def test_old_advice_is_counted() -> None:
    late = replace(LIBRARY, today=datetime.date(2028, 1, 25))
    async with looking(late) as person:
        every = len(FOUND.items)
        assert f"{every} items are old. Each says so." in person.words


async def test_a_list_that_does_not_fit_is_told_with_a_layout_that_it_fits() -> None:
    async with looking(name=LONGEST.id, layout=Layout.FOLD4) as person:
        assert f"'{LONGEST.title}' is too long for the layout ‘folded card’;" in person.words
        assert "take the layout ‘" in person.words
        assert "page 1" not in person.words


async def test_the_emergency_sheet_tells_what_can_be_written_on_it() -> None:
    (sheet,) = from_emergency(LIBRARY).sheets
    async with looking(what=What.EMERGENCY) as person:
        assert f"page 1 of 2 · {sheet.title}" in person.words
        assert [part.heading for part in sheet.parts if part.heading not in person.words] == []
        assert sheet.revision in person.words
        assert "item" not in person.words
    async with looking(what=What.EMERGENCY, format=Format.HTML) as person:
        assert f"{sheet.title} lines to write on by hand" in person.words


@pytest.mark.parametrize("form", [Format.HTML, Format.MARKDOWN])
async def test_where_pages_are_not_known_the_items_stand_under_their_list(form: Format) -> None:
    async with looking(format=form) as person:
        assert "page 1" not in person.words
        titles = [item.title for item in FOUND.items if item.title in person.words]
        assert titles == [item.title for item in FOUND.items]


async def test_everything_can_be_scrolled_to_and_escape_leads_back() -> None:
    last = FOUND.items[-1].title
    async with looking(size=(80, 24)) as person:
        assert last not in person.words
        await person.press("end")
        await until(person, last)
        await person.press("escape")
        assert isinstance(person.app.screen, PrintPage)
        assert "nothing is written yet" in person.words


async def test_another_language_sets_the_pages_anew() -> None:
    both = {"en": lambda: ENGLISH, "be": lambda: Pseudo("be")}
    async with paradak((80, 200), languages=both) as person:
        await person.follow(*SCREENS["preview"])
        before = person.lines
        await person.press("f2")
        title = person.state.library.checklists[0].title
        assert title.startswith(START)
        assert f"· {title}" in person.words
        await person.press("f2")
        assert person.lines == before


async def start_setting_all_lists(person: Person) -> PrintPage:
    """Has all lists set in large print, and comes back in the middle of it."""
    await person.follow(*SCREENS["print"])
    await choose(person, "layout", Layout.LARGE)
    page = person.app.screen
    assert isinstance(page, PrintPage)
    what = page.query_one("#what", Choice)
    while what.chosen != What.ALL:
        what.move(1)
    while not (page.setting and page.setting.order.what is What.ALL and page.setting.sheets):
        await person.pilot.pause(0)
    return page


def press(person: Person, key: str) -> None:
    """Presses a key and waits for nothing."""
    person.app.post_message(Key(key, key if len(key) == 1 else None))


async def until(person: Person, words: str) -> None:
    """Waits for words on the screen, and not for pages that are set."""
    while words not in person.words:
        await person.pilot.pause(0)


async def test_keys_are_answered_while_all_lists_are_set() -> None:
    async with paradak() as person:
        page = await start_setting_all_lists(person)
        assert "setting pages: list " in person.words
        press(person, "down")
        await until(person, "›As")
        press(person, "up")
        await until(person, "›What")
        press(person, "v")
        await until(person, "page 1 of ")
        assert "setting pages: list " in person.words
        assert page.setting is not None
        assert not page.setting.whole
        await person.settle()
        assert "setting pages" not in person.words
        assert page.setting is not None
        assert len(page.setting.sheets) == len(LIBRARY.checklists)


async def test_pages_that_are_not_wanted_any_more_are_set_no_further() -> None:
    async with paradak() as person:
        page = await start_setting_all_lists(person)
        await choose(person, "what", What.THIS)
        assert page.setting is not None
        assert page.setting.whole
        assert [sheet.title for sheet in page.setting.sheets] == [LIBRARY.checklists[0].title]
        assert "setting pages" not in person.words


async def test_leaving_waits_for_no_page() -> None:
    async with paradak() as person:
        page = await start_setting_all_lists(person)
        press(person, "f10")
        while person.app.return_code is None:
            await person.pilot.pause(0)
        assert page.setting is not None
        assert not page.setting.whole
