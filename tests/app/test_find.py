"""Finding: what is typed is taken as text, and what could wait says so."""

from textual.widgets import Input

from tests.app.person import LIBRARY, Person, paradak
from tui.app.screens.find import FindPage
from tui.app.screens.item import ItemPage
from tui.search import find, index


def typed(person: Person) -> str:
    return person.app.screen.query_one(Input).value


async def test_typing_finds_over_all_lists() -> None:
    hits = find(index(LIBRARY), "phone")
    async with paradak() as person:
        await person.press("/", *"phone")
        shown = [person.rows.get_option_at_index(n).id for n in range(person.rows.option_count)]
        assert shown == [hit.item.ref for hit in hits]
        assert len({hit.item.checklist for hit in hits}) == len(LIBRARY.checklists)
        assert f"{len(hits)} items" in person.words


async def test_what_is_typed_at_once_is_not_lost_and_is_no_command() -> None:
    async with paradak() as person:
        await person.press_at_once("/", *"pass l?nu/xy")
        assert isinstance(person.app.screen, FindPage)
        assert typed(person) == "pass l?nu/xy"


async def test_what_is_typed_at_once_marks_nothing_in_the_plan_below() -> None:
    async with paradak() as person:
        await person.press("enter", "f")
        await person.press_at_once("/", *"l n ")
        assert typed(person) == "l n "
        assert person.state.session.marks == {}


async def test_letters_that_are_commands_elsewhere_are_text_here() -> None:
    async with paradak() as person:
        await person.press("/", *"?p/a", "f3")
        assert isinstance(person.app.screen, FindPage)
        assert typed(person) == "?p/a"


async def test_nothing_found_says_what_to_try() -> None:
    async with paradak() as person:
        await person.press("/", *"qqq", "enter")
        assert isinstance(person.app.screen, FindPage)
        assert "nothing found; try fewer or shorter words" in person.words


async def test_a_result_that_waits_carries_its_mark_and_what_to_do_instead() -> None:
    held = next(hit.item for hit in find(index(LIBRARY), "delete") if hit.item.waits)
    async with paradak() as person:
        await person.press("/", *"delete")
        await person.go_to(held.ref)
        line = next(line for line in person.lines if held.title in line)
        assert line.strip().startswith(person.state.marks[None])
        assert "on hold" in line
        assert held.instead in person.words


async def test_every_result_that_could_wait_says_so_where_nothing_waits_now() -> None:
    held = next(hit.item for hit in find(index(LIBRARY), "delete") if hit.item.waits)
    async with paradak() as person:
        await person.follow("enter", "@no", "f", "/", *"delete")
        await person.go_to(held.ref)
        assert person.state.session.hold(held) is None
        line = next(line for line in person.lines if held.title in line)
        assert "can wait" in line
        assert held.instead in person.words


async def test_a_result_opens_and_escape_leads_back_to_the_words() -> None:
    hits = find(index(LIBRARY), "bank")
    async with paradak() as person:
        await person.press("/", *"bank", "down", "enter")
        assert isinstance(person.app.screen, ItemPage)
        assert person.item == hits[1].item
        await person.press("escape")
        assert typed(person) == "bank"
        assert person.rows.chosen == hits[1].item.ref
