"""A list that breaks on the disk while it is open is told, and what is there stays."""

from pathlib import Path
from shutil import copytree, rmtree

import pytest

from tests.app.person import SCREENS, Person, paradak
from tests.pseudo import PSEUDO, START
from tui.content.folders import builtin_folder
from tui.content.library import open_library
from tui.language import ENGLISH

LANGUAGES = {"en": lambda: ENGLISH, "pseudo": lambda: PSEUDO}
PAGES = {name: steps for name, steps in SCREENS.items() if name not in {"now", "find", "file name"}}
TOLD = "The language stays."


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    """A folder of lists that can be broken."""
    source = builtin_folder()
    assert isinstance(source, Path)
    return Path(copytree(source, tmp_path / "lists"))


async def breaks(person: Person, file: Path) -> None:
    before, library = person.app.screen, person.state.library
    good = file.read_text(encoding="utf-8")
    file.write_text("title: [", encoding="utf-8")
    await person.press("f2")
    assert person.app.return_code is None
    assert TOLD in person.words
    assert person.state.library is library
    file.write_text(good, encoding="utf-8")
    await person.press("f2")
    assert START in person.words
    assert person.app.screen is before


@pytest.mark.parametrize("name", PAGES)
async def test_a_list_that_broke_keeps_no_screen_from_staying(lists: Path, name: str) -> None:
    library = open_library(ENGLISH, lists)
    async with paradak(library=library, languages=LANGUAGES) as person:
        await person.follow(*PAGES[name])
        await breaks(person, lists / "reposts.yaml")


@pytest.mark.parametrize("name", ["situations.yaml", "sources.yaml", "installed-bots.yaml"])
async def test_whatever_broke_is_named(lists: Path, name: str) -> None:
    library = open_library(ENGLISH, lists)
    async with paradak((120, 40), library=library, languages=LANGUAGES) as person:
        await person.press("enter", "f")
        file = lists / name
        file.write_text("title: [", encoding="utf-8")
        await person.press("f2")
        assert f"{TOLD} {name}:" in person.words
        await person.press("down", "enter")
        assert TOLD not in person.words
        assert person.app.return_code is None


async def test_a_list_that_is_gone_is_told_too(lists: Path) -> None:
    library = open_library(ENGLISH, lists)
    async with paradak(library=library, languages=LANGUAGES) as person:
        await person.follow("@checklists", "@reposts")
        (lists / "reposts.yaml").unlink()
        await person.press("f2")
        assert f"{TOLD} no list 'reposts'" in person.words
        assert person.app.return_code is None


async def test_a_folder_that_is_gone_is_told_too(lists: Path) -> None:
    library = open_library(ENGLISH, lists)
    async with paradak(library=library, languages=LANGUAGES) as person:
        await person.press("enter", "f")
        rmtree(lists)
        await person.press("f2")
        assert TOLD in person.words
        assert person.app.return_code is None
