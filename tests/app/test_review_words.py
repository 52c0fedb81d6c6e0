"""Words of a person's own: typed or from a file, found in names and messages, never kept."""

from pathlib import Path

import pytest
from textual.events import Paste

from tests.app.person import LARGE, Person, paradak
from tests.app.reviews import (
    Export,
    account,
    chat,
    choose,
    counts,
    decisions,
    inventory,
    message,
    page,
    rows,
    said_of,
    table,
    take,
)
from tests.telegram_words import NEEDLE
from tui.app.screens.review.inventory import InventoryPage
from tui.app.screens.review.words import WordsPage
from tui.inventory.words import IN_MESSAGES, IN_NAMES
from tui.session import Reviewed


async def look_for(person: Person, words: str) -> None:
    """Looks for words from the page of the archive, and comes back to it."""
    await person.press("w")
    assert page(person) is WordsPage
    person.app.post_message(Paste(words))
    await person.press("enter")
    assert "Found: " in person.words
    await person.press("escape")
    assert page(person) is InventoryPage


def found(person: Person, part: str = IN_MESSAGES.id) -> dict[str, tuple[int, int]]:
    groups = table(person, part).groups
    return {group.name: (group.mine, group.every) for group in groups}


@pytest.mark.parametrize("typed", [NEEDLE, "ЕЛАЧКА", " Ёлачка ,,"])
async def test_a_typed_word_is_found_however_it_is_written(typed: str, export: Export) -> None:
    every = export.expected.totals["needle_messages"]
    async with paradak(LARGE) as person:
        await choose(person, export.path)
        await look_for(person, typed)
        assert found(person).keys() == {"елачка"}
        assert found(person)["елачка"][1] == every > 1
        mine = found(person)["елачка"][0]
        assert said_of(person, IN_MESSAGES.title) == f"{mine} yours of {every}"
        assert said_of(person, IN_NAMES.title) == "none of your words is here"
        await take(person, IN_MESSAGES.id)
        assert counts(rows(person)) == [found(person)["елачка"]]
        await person.press("enter", "enter")
        assert "1 of " in person.words


@pytest.fixture
def small(tmp_path: Path) -> Path:
    site = {"type": "link", "text": "https://meadow.example/Tea"}
    picnic = chat("public_channel", 5, "Picnic", message(1, "bring TEA"), message(2, ["", site]))
    contacts = {"list": [{"user_id": "9", "first_name": "Tea", "last_name": "Kettle"}]}
    return account(tmp_path / "result.json", picnic, contacts=contacts)


async def test_words_from_a_file_are_found_in_names_and_messages(
    small: Path, tmp_path: Path
) -> None:
    words = tmp_path / "words.txt"
    words.write_bytes("\ufefftea\r\nPICNIC\r\nnowhere, meadow.example\n".encode())
    async with paradak(LARGE) as person:
        await choose(person, small)
        await person.press("w", "f4")
        await person.press_at_once(*str(words), "enter")
        assert page(person) is WordsPage
        assert "Found: " in person.words
        assert found(person) == {"tea": (2, 2), "meadow.example": (1, 1)}
        names = table(person, IN_NAMES.id).groups
        assert {group.name for group in names} == {"Tea Kettle", "Picnic", "meadow.example"}
        assert words.stem + ".txt" not in person.words


@pytest.mark.parametrize("content", [b"x" * (2 << 20), None])
async def test_what_is_no_short_text_says_so(
    content: bytes | None, small: Path, tmp_path: Path
) -> None:
    path = tmp_path / "my-words"
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    async with paradak() as person:
        await choose(person, small)
        await person.press("w", "f4")
        await person.press_at_once(*str(path), "enter")
        if content is None:
            await person.press("pageup", "enter")
        assert page(person) is WordsPage
        assert "this is no short text file" in person.words
        assert "my-words" not in person.words


async def test_no_word_is_looked_for_without_one_and_other_words_take_the_place_of_earlier(
    small: Path,
) -> None:
    async with paradak() as person:
        await choose(person, small)
        await person.press("w", "enter")
        assert "type a word first" in person.words
        await person.press("escape")
        assert IN_MESSAGES.id not in inventory(person).tables
        await look_for(person, "tea, picnic")
        await take(person, IN_MESSAGES.id)
        await person.press("d", "escape")
        assert decisions(person, IN_MESSAGES.id) == {Reviewed.DONE: 2}
        await look_for(person, "picnic")
        assert found(person) == {}
        await look_for(person, "bring, tea")
        assert decisions(person, IN_MESSAGES.id) == {Reviewed.DONE: 2}


async def test_words_say_that_nothing_found_is_not_fine_and_are_gone_with_the_archive(
    small: Path,
) -> None:
    async with paradak() as person:
        await choose(person, small)
        await person.press("w")
        assert "What is not on your list can still matter." in person.words
        await person.press(*"picnic", "enter", "escape", "escape", "x", "escape")
        await choose(person, small)
        assert IN_MESSAGES.id not in inventory(person).tables
        await person.press("w")
        assert "picnic" not in person.words
