"""Finding: what is typed is taken as text, and what could wait says so."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from textual.events import Key, Paste
from textual.widgets import Input

from tests.app.person import LIBRARY, Person, paradak
from tui.app.screens import find as find_screen
from tui.app.screens.find import MOST_ROWS, FindPage
from tui.app.screens.item import ItemPage
from tui.content.folders import builtin_folder
from tui.content.library import Library
from tui.content.model import Checklist
from tui.language import ENGLISH
from tui.search import MOST_CHARACTERS, Hit, Index, find, index
from tui.session import Status

LISTS = len(LIBRARY.checklists)
MOMENT = LIBRARY.notices["stop"]


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is searched for, search by search."""
    queries: list[str] = []

    def noted(everything: Index, query: str) -> tuple[Hit, ...]:
        queries.append(query)
        return find(everything, query)

    monkeypatch.setattr(find_screen, "find", noted)
    return queries


def typed(person: Person) -> str:
    return person.app.screen.query_one(Input).value


async def test_typing_finds_over_all_lists() -> None:
    hits = find(index(LIBRARY), "photo")
    async with paradak() as person:
        await person.press("/", *"photo")
        shown = [person.rows.get_option_at_index(n).id for n in range(person.rows.option_count)]
        assert shown == [hit.item.ref for hit in hits]
        assert len({hit.item.checklist for hit in hits}) > 5
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


async def press_in_a_queue(person: Person, *keys: str) -> None:
    """Presses keys that all wait already, while the screen has its turns between them."""

    async def let_others_work() -> None:
        for _ in range(20):
            await asyncio.sleep(0)

    for key in keys:
        person.app.post_message(Key(key, key if len(key) == 1 else None))
        person.app.call_later(let_others_work)
    await person.settle()


async def test_many_keys_at_once_are_searched_for_once(searches: list[str]) -> None:
    async with paradak() as person:
        await person.press("/")
        searches.clear()
        await press_in_a_queue(person, *"telegram")
        assert searches == ["telegram"]
        await person.press_at_once(*" bot")
        assert searches == ["telegram", "telegram bot"]
        searches.clear()
        await person.press("x", "backspace")
        assert searches == ["telegram botx", "telegram bot"]


@pytest.mark.parametrize("key", ["f10", "ctrl+q"])
async def test_the_key_to_leave_never_waits_for_what_was_typed_before_it(
    key: str, searches: list[str]
) -> None:
    async with paradak() as person:
        await person.press("/")
        searches.clear()
        await press_in_a_queue(person, *"telegram", key, *"bot")
        assert person.app.return_code == 0
        assert searches == []


async def test_enter_and_arrows_pressed_at_once_act_on_what_was_typed() -> None:
    hits = find(index(LIBRARY), "bank")
    async with paradak() as person:
        await person.press("/", "b")
        await person.press_at_once(*"ank", "enter")
        assert person.item == hits[0].item
        await person.press("escape")
        await person.press_at_once(*" card", "down", "enter")
        assert person.item == find(index(LIBRARY), "bank card")[1].item


async def test_a_result_says_in_which_list_it_stands_and_why_it_is_here() -> None:
    hit = next(hit for hit in find(index(LIBRARY), "cops") if hit.place == "caution")
    async with paradak((80, 30)) as person:
        await person.press("/", *"cops")
        await person.go_to(hit.item.ref)
        assert " › ".join(hit.titles) in person.words
        assert f"cops: the list says {hit.matches[0].said}" in person.words
        assert f"caution: {hit.excerpt}" in person.words


async def test_a_mistyped_word_says_what_was_searched_for_instead() -> None:
    async with paradak() as person:
        await person.press("/", *"telegrm")
        count = len(find(index(LIBRARY), "telegram"))
        assert f"{count} items · telegrm: searched for telegram" in person.words


async def test_a_thousand_pasted_words_are_cut_and_it_is_said(searches: list[str]) -> None:
    async with paradak() as person:
        await person.press("/")
        searches.clear()
        person.app.post_message(Paste("phone app bank bot chat list look mail " * 125))
        await person.settle()
        assert len(typed(person)) == MOST_CHARACTERS
        assert "only the first 8 words are searched for" not in person.words
        await person.press(*["backspace"] * 10, *"word")
        assert "only the first 8 words are searched for" in person.words
        assert max(map(len, searches)) == MOST_CHARACTERS


async def test_the_first_hundred_of_many_are_shown() -> None:
    hits = find(index(LIBRARY), "t")
    assert len(hits) > MOST_ROWS
    async with paradak() as person:
        await person.press("/", "t")
        assert person.rows.option_count == MOST_ROWS
        assert f"{len(hits)} items · the first {MOST_ROWS} are shown" in person.words


async def test_a_mark_made_in_a_result_is_seen_and_the_cursor_stays() -> None:
    open_now = [hit.item for hit in find(index(LIBRARY), "phone") if not hit.item.waits]
    async with paradak() as person:
        await person.press("/", *"phone")
        await person.go_to(open_now[1].ref)
        await person.press("enter", "space", "escape")
        assert person.rows.chosen == open_now[1].ref
        assert f"{person.state.marks[Status.DONE]} {open_now[1].title}" in person.words


@dataclass(frozen=True)
class Watched(Library):
    """Lists that are not read yet; acts whenever one is asked for."""

    acts: list[Callable[[], None]] = field(default_factory=list)

    def checklist(self, name: str) -> Checklist:
        for act in self.acts:
            act()
        return super().checklist(name)


@pytest.fixture
def unread() -> Watched:
    return Watched(ENGLISH, builtin_folder())


async def test_letters_are_taken_while_the_lists_are_read_for_the_first_time(
    unread: Watched,
) -> None:
    lines: list[str] = []
    async with paradak(library=unread) as person:

        def type_a_word() -> None:
            lines.append(typed(person))
            if len(lines) == 1:
                assert "reading the lists…" in person.words
                for letter in "bank":
                    person.app.post_message(Key(letter, letter))

        unread.acts.append(type_a_word)
        await person.press("/")
        assert lines[0] == ""
        assert lines[LISTS - 1] == "bank"
        assert f"{len(find(index(unread), 'bank'))} items" in person.words
        assert "reading the lists…" not in person.words


async def test_leaving_does_not_wait_until_all_lists_are_read(unread: Watched) -> None:
    reads: list[int | None] = []
    async with paradak(library=unread) as person:

        def leave() -> None:
            reads.append(person.app.return_code)
            if len(reads) == 1:
                person.app.post_message(Key("f10", None))

        unread.acts.append(leave)
        await person.press("/")
        assert person.app.return_code == 0
    assert 0 < len(reads) < LISTS


@pytest.mark.parametrize("width", [40, 80])
async def test_on_a_screen_of_ten_lines_the_results_and_their_marks_are_seen(width: int) -> None:
    async with paradak((width, 10)) as person:
        await person.press("/")
        assert MOMENT[0] in person.words
        await person.press(*"archive")
        hits = find(index(LIBRARY), "archive")
        lines = [line.strip() for line in person.lines]
        assert lines[2:4] == ["archive", f"{len(hits)} items"]
        for line, hit in zip(lines[4:6], hits, strict=False):
            assert line.startswith(f"{person.state.mark(hit.item)} {hit.item.title[:20]}")
        assert lines[6].startswith("Waits: ")
        assert lines[9].startswith("F10 leave")
        await person.press(*["backspace"] * 7)
        assert MOMENT[0] in person.words


@pytest.mark.parametrize(("width", "seen"), [(80, 6), (40, 3)])
async def test_of_twenty_four_lines_some_are_left_for_results(width: int, seen: int) -> None:
    async with paradak((width, 24)) as person:
        await person.press("/", *"arrested")
        assert " ".join(MOMENT) in person.words
        for hit in find(index(LIBRARY), "arrested")[:seen]:
            assert hit.item.title[:30] in person.words
