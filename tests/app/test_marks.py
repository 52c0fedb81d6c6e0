"""Marks are set on purpose, holds stand until they are lifted on purpose, and the cursor stays."""

import pytest

from tests.app.person import LARGE, LIBRARY, SMALL, Person, paradak
from tests.pseudo import PSEUDO
from tui.app.screens.item import ItemPage
from tui.app.screens.lift import LiftPage
from tui.app.screens.questions import QuestionsPage
from tui.app.screens.work import PlanPage
from tui.content.model import Moment
from tui.guidance import meanwhile
from tui.language import ENGLISH
from tui.plan import Reason
from tui.session import Status
from tui.words import STATUS_WORDS

AFTER = ("@phone-came-back", "f")
UNKNOWN = ("@ordinary-day", "f")


def marks(person: Person) -> dict[str, Status]:
    return dict(person.state.session.marks)


async def test_enter_never_marks() -> None:
    async with paradak() as person:
        await person.follow(*UNKNOWN)
        await person.press("enter", "enter", "right", "enter", "escape", "enter", "enter")
        assert isinstance(person.app.screen, ItemPage)
        assert marks(person) == {}


@pytest.mark.parametrize(
    ("key", "status"),
    [("space", Status.DONE), ("l", Status.LATER), ("n", Status.NOT_FOR_ME)],
)
async def test_a_key_marks_and_the_same_key_takes_it_off(key: str, status: Status) -> None:
    async with paradak() as person:
        await person.follow(*UNKNOWN, key)
        item = person.item
        assert marks(person) == {item.ref: status}
        assert f"{person.state.marks[status]} {item.title}" in person.words
        await person.press("enter", key)
        assert marks(person) == {}
        assert f"{person.state.marks[Status.TODO]} to do" in person.words


async def test_u_takes_back_one_mark_after_the_other() -> None:
    async with paradak() as person:
        await person.follow(*UNKNOWN, "l", "down", "space", "u")
        assert list(marks(person).values()) == [Status.LATER]
        await person.press("u", "u")
        assert marks(person) == {}


async def test_an_item_on_hold_cannot_be_done_but_left_for_later() -> None:
    async with paradak() as person:
        await person.follow(*AFTER, "end")
        await person.press("space", "enter")
        assert "on hold" in person.words
        await person.press("space")
        assert marks(person) == {}
        await person.press("l")
        assert marks(person) == {person.item.ref: Status.LATER}


@pytest.mark.parametrize(
    ("key", "status"), [("l", Status.LATER), ("n", Status.NOT_FOR_ME), ("", Status.TODO)]
)
@pytest.mark.parametrize("columns", [40, 80])
async def test_an_item_on_hold_says_so_beside_its_other_mark(
    key: str, status: Status, columns: int
) -> None:
    async with paradak((columns, 24)) as person:
        await person.follow(*AFTER, "end", *([key] if key else []))
        held, marks = person.item, person.state.marks
        both = marks[None] + (marks[status] if key else "")
        row = next(line for line in person.lines if held.title[:20] in line)
        assert row.split()[0] == both
        await person.press("enter")
        assert f"{both} on hold" in person.words
        assert not key or STATUS_WORDS[status] in person.words


async def test_an_item_that_was_done_before_it_had_to_wait_shows_both() -> None:
    async with paradak() as person:
        await person.follow("@ordinary-day", "@no", "f")
        held = next(e.item for e in person.state.plan.entries if Moment.AFTER in e.item.waits)
        await person.go_to(held.ref)
        await person.follow("space", "a", "@yes", "f")
        await person.go_to(held.ref)
        row = next(line for line in person.lines if held.title[:20] in line)
        assert row.split()[0] == person.state.marks[None] + person.state.marks[Status.DONE]


async def test_a_related_item_on_hold_shows_so_beside_its_other_mark() -> None:
    async with paradak() as person:
        await person.follow(*AFTER)
        held, related = next(
            (item, entry.item)
            for entry in person.state.plan.entries
            for item in map(LIBRARY.item, entry.item.related)
            if item and Moment.AFTER in item.waits
        )
        await person.go_to(held.ref)
        await person.press("l")
        await person.go_to(related.ref, "up")
        await person.press("enter", "o")
        row = next(line for line in person.lines if held.title[:20] in line)
        assert row.split()[0] == person.state.marks[None] + person.state.marks[Status.LATER]


async def test_what_an_item_waits_for_and_what_to_do_instead_stand_below_the_list() -> None:
    async with paradak() as person:
        await person.follow(*AFTER, "end")
        hold = person.state.session.hold(person.item)
        assert meanwhile(person.item, ENGLISH, hold) in person.words


async def test_every_reason_is_shown_to_its_last_word() -> None:
    async with paradak() as person:
        await person.follow(*AFTER)
        waiting = [e.item for e in person.state.plan.entries if e.reason is Reason.WAITS]
        longest = max(waiting, key=lambda item: len(item.instead))
        await person.go_to(longest.ref, "up")
        assert longest.instead in person.words
        assert cursor_in_view(person)


async def test_a_hold_is_lifted_only_after_its_price_was_shown() -> None:
    async with paradak() as person:
        await person.follow(*AFTER, "end")
        item = person.item
        await person.press("x")
        assert isinstance(person.app.screen, LiftPage)
        assert " ".join(LIBRARY.notices[f"price-{item.kind}"]) in person.words
        assert item.instead in person.words
        await person.press("enter", "space")
        assert person.state.session.hold(item)
        await person.press("y")
        assert isinstance(person.app.screen, PlanPage)
        assert person.item == item
        assert person.state.session.hold(item) is None
        await person.press("space")
        assert marks(person) == {item.ref: Status.DONE}


async def test_escape_leaves_the_hold_as_it_is() -> None:
    async with paradak() as person:
        await person.follow(*AFTER, "end")
        await person.press("x", "escape")
        assert isinstance(person.app.screen, PlanPage)
        assert person.state.session.lifted == frozenset()


async def test_no_hold_is_lifted_while_the_moment_is_not_known() -> None:
    async with paradak() as person:
        await person.follow(*UNKNOWN, "end")
        await person.press("x")
        price = " ".join(LIBRARY.notices[f"price-{person.state.plan.entries[-1].item.kind}"])
        assert price not in person.words
        assert "once you have said what happened" in person.words
        await person.press("y")
        assert person.state.session.lifted == frozenset()


async def test_the_answers_can_be_given_from_the_guidance_where_the_hint_says_so() -> None:
    async with paradak() as person:
        await person.press("enter", "f", "end", "enter", "space")
        assert "press a to say what happened" in person.words
        await person.press("a")
        assert isinstance(person.app.screen, QuestionsPage)


@pytest.mark.parametrize("chosen", ["@checking-now", "@phone-came-back"])
async def test_choosing_a_moment_makes_holds_stand_even_if_it_is_left_again(chosen: str) -> None:
    async with paradak() as person:
        await person.follow("enter", "@no", "f")
        assert person.state.plan.moment is Moment.BEFORE
        await person.follow("escape", chosen, "escape")
        assert person.state.plan.moment in {Moment.AFTER, Moment.UNKNOWN}


async def test_u_takes_back_a_lifted_hold() -> None:
    async with paradak() as person:
        await person.follow(*AFTER, "end")
        await person.press("x", "y", "u")
        assert person.state.session.hold(person.item)


async def test_a_lifted_hold_stands_again_when_the_answers_change_the_moment() -> None:
    async with paradak() as person:
        await person.follow("@ordinary-day", "@yes", "f", "end")
        item = person.item
        await person.press("x", "y")
        assert person.state.session.hold(item) is None
        await person.follow("a", "@dont-know", "f")
        assert person.state.plan.moment is Moment.UNKNOWN
        assert person.state.session.hold(item)
        await person.follow("a", "@yes", "f")
        assert person.state.session.hold(item)


def cursor_in_view(person: Person) -> bool:
    rows = person.rows
    place = (rows.highlighted or 0) - rows.scroll_offset.y
    line = person.lines[rows.region.y + place]
    return 0 <= place < rows.size.height and person.item.title[:20] in line


async def test_the_cursor_stays_on_its_item() -> None:
    async with paradak() as person:
        await person.follow(*UNKNOWN, "pagedown", "down", "pagedown")
        item = person.item
        for key in ("space", "l", "u", "f2", "f3"):
            await person.press(key)
            assert person.item == item, key
            assert cursor_in_view(person), key
        for size in ((120, 40), (60, 24), SMALL, (80, 12), LARGE):
            await person.resize(size)
            assert person.item == item, size
            assert cursor_in_view(person), size


async def test_the_cursor_stays_on_its_item_when_the_language_changes() -> None:
    languages = {"en": lambda: ENGLISH, "pseudo": lambda: PSEUDO}
    async with paradak(languages=languages) as person:
        await person.follow(*UNKNOWN, "pagedown", "down", "pagedown", "f2")
        assert person.item.title.startswith("⟦")
        assert person.rows.chosen == person.item.ref
        assert cursor_in_view(person)


async def test_the_cursor_stays_where_it_was_while_another_screen_is_resized() -> None:
    async with paradak() as person:
        await person.follow(*UNKNOWN, "pagedown", "down", "pagedown", "enter")
        item = person.item
        await person.resize((100, 14))
        await person.press("escape")
        assert person.item == item
        assert cursor_in_view(person)


async def test_the_heading_comes_back_with_the_first_item() -> None:
    async with paradak() as person:
        await person.follow(*UNKNOWN)
        first = person.lines
        await person.press("pagedown", "pagedown", "pageup", "pageup", "home")
        assert person.lines == first


async def test_a_console_with_few_letters_gets_plain_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "linux")
    async with paradak() as person:
        await person.follow(*UNKNOWN, "space", "?")
        seen = person.words
        await person.press("escape", "end")
        assert not set("○●◔‖") & set(seen + person.words)
        assert f"= {person.item.title}" in person.words
