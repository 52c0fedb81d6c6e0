"""Every screen in a language that is 40 % longer: all of it is translated, and nothing is lost."""

import re

import pytest

from tests.app.person import SCREENS, SMALL, Person, paradak
from tests.pseudo import END, PSEUDO, START
from tui.app.screens.keys import KeysPage
from tui.content.library import open_library
from tui.language import ENGLISH
from tui.passphrase import words
from tui.symbols import ALPHABET

LIBRARY = open_library(PSEUDO)
BOTH = {"en": lambda: ENGLISH, "pseudo": lambda: PSEUDO}
WITH_FOOT = {name: steps for name, steps in SCREENS.items() if name != "now"}
NAMES = {"Paradak", "pseudo", "F10", "F1", "Esc", "Enter", "PgUp", "PgDn", "Ctrl", "space", "Tab"}
SOURCES = "|".join(re.escape(f"{one.name} ({one.date})") for one in LIBRARY.sources.values())
DRAWN = rf"\b(?:{'|'.join(words())})\b"
CODE = rf"\b[{ALPHABET}]{{4}} [{ALPHABET}]{{4}}\b"
NO_WORDS = re.compile(rf"{SOURCES}|list-\d+\.pdf|{DRAWN}|{CODE}")


def untranslated(person: Person) -> list[str]:
    """The words on the screen that did not pass through the language."""
    text, before = NO_WORDS.sub(" ", person.words), ""
    while text != before:
        text, before = re.sub(rf"{START}[^{START}{END}]*({END}|…)", " ", text), text
    return [word for word in re.findall(r"[^\W\d_]{2,}\d*", text) if word not in NAMES]


async def test_the_lines_for_a_check_are_whole() -> None:
    async with paradak(library=LIBRARY) as person:
        await person.follow(*SCREENS["now"])
        assert all(line in person.words for line in LIBRARY.notices["now"])
        assert untranslated(person) == []


@pytest.mark.parametrize("name", WITH_FOOT)
async def test_f2_changes_every_word_of_a_screen_and_back(name: str) -> None:
    async with paradak((80, 240), languages=BOTH) as person:
        await person.follow(*SCREENS[name])
        before, screen = person.lines, person.app.screen
        await person.press("f2")
        assert START in person.words
        assert untranslated(person) == []
        await person.press("f2")
        assert person.lines == before
        assert person.app.screen is screen


async def test_the_check_for_untranslated_words_finds_them() -> None:
    async with paradak((80, 240)) as person:
        assert {"What", "do", "you", "need", "now"} <= set(untranslated(person))


@pytest.mark.parametrize("steps", WITH_FOOT.values(), ids=WITH_FOOT)
async def test_head_and_foot_are_whole(steps: tuple[str, ...]) -> None:
    async with paradak(SMALL, LIBRARY, BOTH) as person:
        await person.follow(*steps)
        head, foot = person.lines[0], person.lines[-1]
        assert head.endswith(f"  pseudo · {PSEUDO.text('nothing saved')}")
        assert foot.startswith(f" F10 {PSEUDO.text('leave')}  ")
        assert re.search(rf"  (\?|F1) {PSEUDO.text('keys')}$", foot)
        assert foot.count(START) == foot.count(END)
        assert set(person.lines[1].strip()) == set(person.lines[-2].strip()) == {"─"}


async def test_the_keys_tell_every_key_in_the_language() -> None:
    async with paradak((80, 60), LIBRARY, BOTH) as person:
        await person.follow(*SCREENS["item"], "f1")
        assert isinstance(person.app.screen, KeysPage)
        assert untranslated(person) == []
