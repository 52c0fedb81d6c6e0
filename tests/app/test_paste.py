"""Lines are pasted or typed: all of them arrive, few are shown, and none is a command."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.events import Paste
from textual.geometry import Offset

from tests.app.person import SMALL, Person, paradak
from tests.app.test_hostile import PAYLOADS, actions
from tests.app.test_pseudo import BOTH, untranslated
from tui.app.messages import Pasted
from tui.app.screens.keys import KeysPage
from tui.app.screens.paste import PastePage
from tui.app.widgets.lines import MOST, Lines

HINT = "The list of apps of your phone, one name a line."
LINE = "package:/data/app/~~aB==/base.apk=org.example.app{:05}  installer=null  uid:10123"
EMPTY, BY_ENTER, BY_F5 = "Paste here as in any terminal", "Enter goes on", "F5 or Ctrl+D goes on"


class Taking(PastePage):
    """Keeps what was sent."""

    def on_mount(self) -> None:
        self.sent: list[str] = []

    def on_pasted(self, message: Pasted) -> None:
        message.stop()
        message.stop()
        self.sent.append(message.text)


@asynccontextmanager
async def pasting(size: tuple[int, int] = SMALL) -> AsyncIterator[tuple[Person, Taking]]:
    """A person who is to paste a list."""
    async with paradak(size, languages=BOTH) as person:
        page = Taking(person.state, "list of apps", HINT)
        person.app.push_screen(page)
        await person.settle()
        yield person, page


async def paste(person: Person, text: str) -> None:
    person.app.post_message(Paste(text))
    await person.settle()


async def test_enter_goes_on_with_what_was_pasted() -> None:
    async with pasting() as (person, page):
        assert HINT in person.words
        assert f"nothing yet {EMPTY}" in person.words
        await person.press("enter", "f5", "backspace", "ctrl+u")
        assert page.sent == []
        await paste(person, "org.one\r\norg.two\r\r  \rorg.three\r")
        assert "3 lines First org.one Last org.three" in person.words
        assert BY_ENTER in person.words
        assert "org.two" not in person.words
        await person.press("f5", "enter", "enter")
        assert page.sent == ["org.one\norg.two\n\n  \norg.three\n\n"]


async def test_half_a_million_characters_arrive_whole() -> None:
    lines = [LINE.format(number) for number in range(6500)]
    text = "\n".join(lines)
    async with pasting() as (person, page):
        await paste(person, text)
        assert "6500 lines" in person.words
        await person.press("enter")
        assert len(text) > 500_000
        assert page.sent[0].split() == text.split()


async def test_more_than_fits_is_cut_after_a_whole_line_and_told() -> None:
    text = "\n".join(LINE.format(number) for number in range(MOST // 60))
    async with pasting() as (person, page):
        await paste(person, text)
        assert "Only the first 4 MB are taken" in person.words
        await paste(person, "org.more\n")
        await person.press("enter")
        (sent,) = page.sent
        assert len(sent) <= MOST
        assert text.startswith(f"{sent.rstrip()}\n")
        await person.press("backspace")
        assert f"nothing yet {EMPTY}" in person.words
        assert "4 MB" not in person.words


async def test_one_line_without_an_end_is_no_way_around_the_limit() -> None:
    async with pasting() as (person, page):
        await paste(person, "x" * (MOST + 5))
        assert "Only the first 4 MB are taken" in person.words
        assert len(page.query_one(Lines).text) <= MOST


async def test_a_paste_that_comes_as_keys_is_never_a_command() -> None:
    text = [*"dp/?", "enter", "enter", "enter", *"l n", "tab", *"c"]
    async with pasting() as (person, page):
        await person.press_at_once("enter", *text, "ctrl+j", *"end")
        assert person.app.screen is page
        assert page.sent == []
        assert "3 lines First dp/? Last end" in person.words
        assert BY_F5 in person.words
        await person.press("f5")
        assert page.sent == ["dp/?\nl n\tc\nend"]
        await person.press("ctrl+d")
        assert len(page.sent) == 1


async def test_what_is_typed_after_a_paste_belongs_to_it() -> None:
    async with pasting() as (person, page):
        await paste(person, "org.one\norg.two")
        await person.press(*"org.three", "enter", *"org.")
        await paste(person, "four\norg.five\n")
        await person.press("ctrl+d")
        assert page.sent[0].split() == [f"org.{n}" for n in ("one", "two", "three", "four", "five")]


async def test_backspace_takes_back_letters_lines_and_pastes() -> None:
    async with pasting() as (person, page):
        lines = page.query_one(Lines)
        await paste(person, "org.one\norg.two\n")
        await person.press(*"ab", "enter", *"c", "backspace", "backspace")
        assert lines.text.split() == ["org.one", "org.two", "ab"]
        await person.press("backspace", "enter")
        assert lines.text.split() == ["org.one", "org.two", "a"]
        await person.press("backspace", "backspace")
        assert BY_ENTER in person.words
        await person.press("backspace")
        assert EMPTY in person.words
        await paste(person, "org.one\n")
        await person.press(*"abc", "ctrl+u")
        assert (lines.text, lines.empty) == ("", True)


async def test_the_keys_in_the_foot_can_be_clicked() -> None:
    async with pasting((120, 40)) as (person, page):
        await paste(person, "org.one\norg.two\n")
        await person.click("Enter go on")
        assert len(page.sent) == 1
        await person.press("a")
        await person.click("Backspace take back")
        await person.click("Backspace take back")
        assert EMPTY in person.words


async def test_lines_can_be_sent_again_after_they_led_nowhere() -> None:
    async with pasting() as (person, page):
        await paste(person, "org.one")
        await person.press("enter")
        page.tell("this is no list of apps")
        await person.settle()
        assert "this is no list of apps" in person.words
        await paste(person, "\norg.two")
        assert "this is no list" not in person.words
        await person.press("enter")
        assert [text.split() for text in page.sent] == [["org.one"], ["org.one", "org.two"]]


@pytest.mark.parametrize("line", [*PAYLOADS, "\x1b[31mred\x07", "\u202eback", "x" * 10**6])
async def test_hostile_lines_are_shown_as_text_and_sent_as_they_are(line: str) -> None:
    async with pasting() as (person, page):
        await paste(person, f"{line}\nend")
        assert actions(person.strips) == []
        assert not set("\x1b\x07\u202e") & set("".join(person.lines))
        assert "2 lines First" in person.words
        await person.press("enter")
        assert page.sent[0].split("\n")[0] == line


async def test_the_cursor_of_the_terminal_stands_on_the_newest_line() -> None:
    async with pasting() as (person, page):
        lines = page.query_one(Lines)
        assert person.app.cursor_position == lines.content_region.offset
        await person.press("a")
        assert person.app.cursor_position == lines.content_region.offset + Offset(0, 2)


@pytest.mark.parametrize("size", [(120, 40), (40, 10), (20, 6)])
async def test_a_window_of_any_size_tells_how_many_lines_there_are(size: tuple[int, int]) -> None:
    async with pasting(size) as (person, page):
        await paste(person, "org.one\norg.two")
        assert "2 lines" in person.words
        assert person.lines[-1].startswith(" F10 leave")
        await person.press("enter")
        assert len(page.sent) == 1


async def test_every_word_is_of_the_language_shown() -> None:
    async with pasting((80, 40)) as (person, page):
        for text in ("", "12\n34\n", "5"):
            await (person.press(text) if text == "5" else paste(person, text))
            await person.press("f2")
            names = {"list", "apps", "Backspace"}
            assert set(untranslated(person)) <= names
            await person.press("f2")
        await person.press("f1")
        assert isinstance(person.app.screen, KeysPage)
        assert "take the last letter, line or paste away" in person.words
        assert page.sent == []
