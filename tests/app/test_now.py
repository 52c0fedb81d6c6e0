"""During a check: five calm lines and the way out, on every terminal and whatever is pressed."""

import pytest

from tests.app.person import LIBRARY, SCREENS, Person, paradak
from tests.pseudo import PSEUDO
from tui.app.screens.now import NowPage
from tui.content.library import open_library

LEAVE = "F10 or Ctrl+Q closes this at once."
LINES = LIBRARY.notices["now"]


def shown(person: Person) -> str:
    return " ".join(person.words.split())


@pytest.mark.parametrize("size", [(80, 24), (59, 12), (40, 15), (30, 20), (120, 8)])
async def test_every_line_is_whole(size: tuple[int, int]) -> None:
    async with paradak(size) as person:
        await person.follow(*SCREENS["now"])
        assert all(line in shown(person) for line in (*LINES, LEAVE))


@pytest.mark.parametrize("size", [(80, 6), (40, 8), (40, 3), (34, 1), (20, 6), (12, 9)])
async def test_the_way_out_is_always_there_and_every_line_within_reach(
    size: tuple[int, int],
) -> None:
    async with paradak(size) as person:
        await person.follow(*SCREENS["now"])
        seen = shown(person)
        for _ in range(60):
            assert LEAVE in shown(person)
            await person.press("down")
            seen += " " + shown(person)
        if size[1] > 3:
            words = {word for line in LINES for word in line.split() if len(word) <= size[0]}
            assert words <= set(seen.split())


async def test_the_lines_of_a_longer_language_are_whole_too() -> None:
    library = open_library(PSEUDO)
    async with paradak((50, 24), library) as person:
        await person.follow(*SCREENS["now"])
        assert all(line in shown(person) for line in library.notices["now"])
        assert PSEUDO.text(LEAVE) in shown(person)


async def test_a_burst_of_keys_on_the_way_there_offers_nothing() -> None:
    keys = ("/", "a", "?", "p", "f2", "f3", "enter", "enter", "space", "x", "f1")
    async with paradak() as person:
        await person.go_to("checking-now")
        await person.press_at_once("enter", *keys, *keys)
        assert isinstance(person.app.screen, NowPage)
        assert person.app.return_code is None
        await person.press_at_once(*keys, "escape", "enter", *keys, "f10")
        assert person.app.return_code == 0
