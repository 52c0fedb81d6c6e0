"""The keys page shows exactly what works on the screen below, and nothing else works there."""

import pytest

from tests.app.person import SCREENS, Person, paradak
from tui.app.commands import Command, ordered
from tui.app.screens.keys import KeysPage
from tui.app.screens.page import Page
from tui.session import Status

TALL = (80, 80)
TYPED = {"find", "file name", "type a code", "own passphrase", "open"}
"""Screens where letters are typed."""

WITH_KEYS = {name: steps for name, steps in SCREENS.items() if name not in {"now", "keys"}}
HIDDEN = {
    "plan": {"lift", "why", "undo"},
    "item": {"lift", "why", "undo", "others"},
    "lift": set[str](),
    "questions": {"tick"},
    "list": {"lift", "why", "undo"},
    "find": {"find", "print"},
    "print": {"find", "print"},
    "lists to print": {"find", "print"},
    "preview": {"find", "print"},
    "file name": {"find", "print", "preview"},
    "save": {"find", "print"},
    "own passphrase": {"find", "print", "draw", "choose", "before"},
    "open": {"find", "print"},
    "code": {"find", "print"},
    "carried over": {"find", "print"},
}


def commands(person: Person) -> tuple[set[Command], set[Command]]:
    """What the screen offers, and what it hides."""
    screen = person.app.screen
    assert isinstance(screen, Page)
    offered = set(screen.commands())
    return offered, set(ordered(screen.BINDINGS, person.app.BINDINGS)) - offered


@pytest.mark.parametrize("name", HIDDEN)
async def test_what_makes_no_sense_now_is_hidden(name: str) -> None:
    async with paradak() as person:
        await person.follow(*SCREENS[name])
        assert {command.id for command in commands(person)[1]} >= HIDDEN[name]


@pytest.mark.parametrize("name", WITH_KEYS)
async def test_the_keys_page_shows_what_works_on_the_screen_below(name: str) -> None:
    async with paradak(TALL) as person:
        await person.follow(*WITH_KEYS[name])
        offered, hidden = commands(person)
        await person.press("f1")
        assert isinstance(person.app.screen, KeysPage)
        keys = [f"{command.names()} {command.does}" for command in offered]
        assert [key for key in keys if " ".join(key.split()) not in person.words] == []
        assert [command.id for command in hidden if command.does in person.words] == []


@pytest.mark.parametrize("name", SCREENS)
async def test_a_hidden_command_does_nothing(name: str) -> None:
    async with paradak(TALL) as person:
        await person.follow(*SCREENS[name])
        offered, hidden = commands(person)
        taken = {key for command in offered for key in command.keys}
        keys = [key for command in hidden for key in command.keys if key not in taken]
        typed = {"slash", "p", "v"} if name in TYPED else set()
        before, state = person.lines, person.state
        for key in [key for key in keys if key not in typed]:
            await person.press(key)
            assert (person.lines, person.state) == (before, state), key


async def test_steps_for_other_devices_are_offered_where_there_are_some() -> None:
    async with paradak() as person:
        await person.press("enter", "s", "s", "down", "space", "f", "enter")
        for _ in person.state.plan.entries:
            offered = "others" in {command.id for command in commands(person)[0]}
            assert offered is ("t other devices" in person.words)
            if offered:
                return
            await person.press("right")
    raise AssertionError("no item has steps for other devices")


async def test_undo_is_offered_once_there_is_something_to_take_back() -> None:
    async with paradak() as person:
        await person.press("enter", "f", "l")
        assert "undo" in {command.id for command in commands(person)[0]}
        await person.press("u")
        assert "undo" not in {command.id for command in commands(person)[0]}


async def test_space_on_an_item_on_hold_says_why_and_marks_nothing() -> None:
    async with paradak() as person:
        await person.press("enter", "f", "end", "space")
        assert "On hold. Read what to do instead" in person.words
        assert person.state.session.marks == {}
        assert {"why", "lift"} <= {command.id for command in commands(person)[0]}


async def test_what_was_done_before_it_had_to_wait_can_still_be_taken_off() -> None:
    async with paradak() as person:
        await person.follow("enter", "@no", "f")
        held = next(e.item for e in person.state.plan.entries if e.item.waits)
        await person.go_to(held.ref)
        await person.press("space")
        assert person.state.session.status(held) is Status.DONE
        await person.follow("a", "@yes", "f")
        await person.go_to(held.ref)
        assert "done" in {command.id for command in commands(person)[0]}
        await person.press("space")
        assert person.state.session.marks == {}


async def test_every_line_of_the_print_dialog_can_be_reached_with_a_key_that_is_shown() -> None:
    async with paradak(TALL) as person:
        await person.follow(*SCREENS["print"], "f1")
        for line in ("↓ Tab the next line", "↑ Shift+Tab the line before", "← the choice before"):
            assert line in person.words
