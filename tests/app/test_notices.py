"""Every notice stands where it belongs, once, and nothing of it is cut at 80 by 24."""

import datetime
from dataclasses import replace

import pytest

from tests.app.person import LIBRARY, Person, paradak
from tui.app.screens.contacts import ContactsPage
from tui.content.model import Checklist, Kind, Moment

PLACES: dict[str, tuple[str, ...]] = {
    "not-legal-advice": ("@about",),
    "no-promise": ("@about",),
    "this-tool": ("@about",),
    "stop": ("@checklists",),
    "now": ("@checking-now",),
    "contacts": ("@contacts",),
    "own-pace": ("@ordinary-day", "f", "end"),
    "paper": ("@checklists", "enter", "p"),
    "own-data": ("@own-data",),
    "own-data-yes": ("@own-data", "@telegram"),
}
ON_PAPER = {"pause"}
NOTED = {found.notice for found in LIBRARY.checklists if found.notice}


def stands_once(person: Person, notice: str) -> bool:
    return person.words.count(" ".join(LIBRARY.notices[notice])) == 1


@pytest.mark.parametrize("notice", PLACES)
async def test_a_notice_stands_in_its_place_once(notice: str) -> None:
    async with paradak() as person:
        await person.follow(*PLACES[notice])
        assert stands_once(person, notice)


@pytest.mark.parametrize("found", LIBRARY.checklists, ids=lambda found: found.id)
async def test_a_list_opens_with_its_goal_its_limit_and_its_notice(found: Checklist) -> None:
    about = f"{found.goal} What this cannot do: {found.limit}"
    async with paradak() as person:
        await person.follow("@checklists", f"@{found.id}")
        assert about in person.words
        assert not found.notice or stands_once(person, found.notice)
        await person.press("down")
        assert about not in person.words
        assert not found.notice or not stands_once(person, found.notice)


def test_every_notice_has_its_place() -> None:
    prices = {f"price-{kind}" for kind in Kind if kind.acts}
    assert set(LIBRARY.notices) == {*PLACES, *NOTED, *ON_PAPER, *prices}


async def test_lifting_a_hold_states_the_price_in_one_sentence_and_the_notice_of_the_list() -> None:
    async with paradak() as person:
        await person.follow("@phone-came-back", "f")
        await person.go_to("phone-returned/reset-or-replace")
        await person.press("x")
        (price,) = LIBRARY.notices["price-delete"]
        assert price.count(".") == 1
        assert price in person.words
        assert stands_once(person, "alarm")


async def test_nobody_to_ask_is_named_before_the_person_goes_on() -> None:
    names = [contact.name for contact in LIBRARY.contacts]
    async with paradak(size=(80, 60)) as person:
        await person.follow("@contacts")
        assert isinstance(person.app.screen, ContactsPage)
        assert [name for name in names if name in person.words] == []
        assert "@" not in person.words
        await person.press("enter")
        assert [name for name in names if name in person.words] == names
        assert "@viasna_bot" in person.words
        await person.press("escape")
        await person.follow("@contacts")
        assert [name for name in names if name in person.words] == []


async def test_many_hours_are_told_by_the_number_of_items() -> None:
    async with paradak() as person:
        await person.follow("@questioned-or-released", "f")
        assert person.state.plan.moment is Moment.AFTER
        first, following = person.state.plan.parts[:2]
        assert first.minutes < 180 < following.minutes
        lines = [line.split() for line in person.lines]
        assert ["First", "about", "1", "h", f"{first.minutes - 60}", "min"] in lines
        assert ["Next", f"{len(following.entries)}", "items"] in lines


async def test_old_names_and_old_words_about_the_law_say_so() -> None:
    late = replace(LIBRARY, today=datetime.date(2028, 1, 25))
    law = next(item for found in late.checklists for item in found.items if item.law)
    async with paradak((80, 60), late) as person:
        await person.follow("@contacts", "enter")
        assert "checked 14 months ago: it may be somebody else’s by now" in person.words
        await person.follow("escape", "/", *law.title)
        assert law.why not in person.words
        assert "This says what the law was. It may have changed since." in person.words
        await person.press("enter")
        assert "Ask a lawyer or a human rights defender you trust." in person.words
        assert law.why not in person.words
