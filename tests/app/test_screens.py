"""Every screen looks as it does in the pictures of the README."""

import re
from dataclasses import dataclass
from xml.etree import ElementTree

import pytest

from tests.app.person import LARGE, SMALL, paradak
from tests.app.reviews import Export, choose
from tests.app.snapshots import SCREENS, lines, picture, same_screen

AFTER = ("@phone-came-back", "down", "space", "f")
MARKED = (*AFTER, "space", "down", "l", "down")


@dataclass(frozen=True)
class Picture:
    """A screen with the steps to it; `look` is a theme, or none for a terminal without colours.

    Those of `REVIEW` begin where an archive is read.
    """

    name: str
    steps: tuple[str, ...]
    size: tuple[int, int] = SMALL
    look: str = "dark"


PICTURES = (
    Picture("situations", ()),
    Picture("questions", ("@ordinary-day",)),
    Picture("apps", ("@ordinary-day", "s", "s", "s", "down", "space", "down", "down", "space")),
    Picture("plan", MARKED),
    Picture("plan-wide", MARKED, LARGE),
    Picture("plan-light", MARKED, look="light"),
    Picture("plan-contrast", MARKED, look="contrast"),
    Picture("plan-without-colour", MARKED, look="none"),
    Picture("item", (*AFTER, "down", "enter")),
    Picture("on-hold", (*AFTER, "@reset-or-replace")),
    Picture("lift", (*AFTER, ">reset-or-replace", "x")),
    Picture("now", ("@checking-now",)),
    Picture("lists", ("@checklists",)),
    Picture("checklist", ("@checklists", "enter", *["down"] * 3)),
    Picture("find", ("/", *"devices")),
    Picture("print", (*AFTER, "enter", "p")),
    Picture("print-preview", (*AFTER, "enter", "p", "v")),
    Picture(
        "print-lists", (*AFTER, "p", "right", "right", "enter", "space", "down", "down", "space")
    ),
    Picture("code", (*MARKED, "c")),
    Picture("code-typed", ("c", *"0h22 go")),
    Picture("save-own", ("s", "right", "down", *"key")),
    Picture("open", ("o", *"~/notes", "down", *"key")),
    Picture("about", ("@about",)),
    Picture("keys", (*AFTER, "?")),
    Picture("own-data", ("@own-data",)),
    Picture("own-data-wide", ("@own-data",), LARGE),
    Picture("own-data-guide", ("@own-data", "enter")),
    Picture("own-data-guide-wide", ("@own-data", "enter"), LARGE),
)
SOME_MARKED = ("@reposts", "down", "d", "down", "enter", "k", "escape", "down", "n", "down")
REVIEW = tuple(
    Picture(name if size is SMALL else f"{name}-wide", steps, size)
    for size in (SMALL, LARGE)
    for name, steps in (
        ("archive", ("down",)),
        ("archive-reposts", SOME_MARKED),
        ("archive-findings", ("@reposts", "enter", "space", "down", "d", "down")),
        ("archive-finding", ("@reposts", "enter", "enter", "d")),
        ("archive-people", ("@contacts",)),
        ("archive-advice", ("@reposts", "o")),
        ("archive-words", ("w", *"Вандроўкі, ёлачка", "enter", "escape")),
    )
)


@pytest.mark.parametrize("shown", PICTURES, ids=lambda shown: shown.name)
async def test_the_screen_is_the_same_as_its_picture(
    shown: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("/")
    if shown.look == "none":
        monkeypatch.setenv("NO_COLOR", "1")
    async with paradak(shown.size) as person:
        if shown.look != "none":
            person.app.theme = shown.look
        await person.follow(*shown.steps)
        same_screen(person.app, shown.name, "dark" if shown.look == "none" else shown.look)


@pytest.mark.parametrize("shown", REVIEW, ids=lambda shown: shown.name)
async def test_a_screen_of_a_review_is_the_same_as_its_picture(
    shown: Picture, export: Export
) -> None:
    async with paradak(shown.size) as person:
        person.app.theme = shown.look
        await choose(person, export.path)
        await person.follow(*shown.steps)
        same_screen(person.app, shown.name, shown.look)


def test_there_is_no_picture_of_a_screen_that_is_gone() -> None:
    names = {shown.name for shown in (*PICTURES, *REVIEW)}
    assert {file.stem for file in SCREENS.iterdir()} == names


def test_pictures_are_whole_and_name_no_host() -> None:
    for file in SCREENS.glob("*.svg"):
        svg = file.read_text(encoding="utf-8")
        assert ElementTree.fromstring(svg).tag == "{http://www.w3.org/2000/svg}svg"
        assert re.findall(r"\w+://[^\"' ]+", svg) == ["http://www.w3.org/2000/svg"]
        assert "@import" not in svg
        assert "url(" not in re.sub(r"url\(#t-[\w-]+\)", "", svg)


async def test_a_changed_screen_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("UPDATE_SCREENS", raising=False)
    async with paradak() as person:
        before = lines(picture(person.app))
        await person.press("enter")
        with pytest.raises(pytest.fail.Exception) as failure:
            same_screen(person.app, "situations")
    assert "make screens" in str(failure.value)
    assert any(f"-{line}" in str(failure.value) for line in before)
