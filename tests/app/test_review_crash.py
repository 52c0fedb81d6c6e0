"""An error nobody foresaw, in the middle of a review, tells nothing of the archive."""

import re
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from tests.app.person import LIBRARY, PROTECTION, Person
from tests.app.reviews import account, chat, choose, inventory, message, table, take
from tui.app.app import ParadakApp
from tui.inventory.model import Progress
from tui.inventory.readers import READERS

NAME, TEXT, FOLDER = "Knizhny klub", "bread and honey", "DataExport_of_mine"


def failing(*told: object) -> Iterator[Progress]:
    """Fails as no code of ours expects, with all it knows in the error and in its variables."""
    name, text = NAME, TEXT
    yield Progress(1, 2)
    raise RuntimeError(name, text, FOLDER, *told)


async def while_reading(person: Person, path: Path, patch: pytest.MonkeyPatch) -> None:
    first, *others = READERS
    broken = first._replace(read=failing)
    patch.setattr("tui.inventory.READERS", (broken, *others))
    await choose(person, path)


async def while_opening(person: Person, path: Path, patch: pytest.MonkeyPatch) -> None:
    await choose(person, path)
    patch.setattr(inventory(person), "reopen", failing)
    await take(person, "reposts")
    await person.press("enter", "enter")


async def while_looking(person: Person, path: Path, patch: pytest.MonkeyPatch) -> None:
    await choose(person, path)
    patch.setattr(inventory(person), "look_for", failing)
    await person.press("w", *"bread", "enter")


async def while_counting(person: Person, path: Path, patch: pytest.MonkeyPatch) -> None:
    await choose(person, path)
    patch.setattr(table(person, "reposts"), "place", [])
    await take(person, "reposts")
    await person.press("g")


async def while_deciding(person: Person, path: Path, patch: pytest.MonkeyPatch) -> None:
    await choose(person, path)
    patch.setattr(table(person, "reposts"), "number", [])
    await take(person, "reposts")
    await person.press("d")


Breaks = Callable[[Person, Path, pytest.MonkeyPatch], Awaitable[None]]
PLACES: dict[Breaks, str] = {
    while_reading: "RuntimeError at inventory/__init__.py:",
    while_opening: "RuntimeError at app/",
    while_looking: "RuntimeError at inventory/words.py:",
    while_counting: "IndexError at inventory/lines.py:",
    while_deciding: "IndexError at inventory/marking.py:",
}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / FOLDER
    folder.mkdir()
    said = message(1, TEXT, forwarded_from=NAME)
    return account(folder / "result.json", chat("saved_messages", 1, None, said))


def run(path: Path, breaks: Breaks) -> App[None]:
    """Runs the app as the command does, into what breaks."""
    app = ParadakApp(LIBRARY, PROTECTION)

    async def walk(pilot: Pilot[Any]) -> None:
        with pytest.MonkeyPatch.context() as patch:
            person = Person(app, pilot)
            await person.settle()
            await breaks(person, path, patch)

    app.run(headless=True, auto_pilot=walk)
    return app


@pytest.mark.parametrize("breaks", PLACES, ids=lambda breaks: breaks.__name__)
def test_the_report_names_kind_and_place_and_nothing_of_the_archive(
    breaks: Breaks, archive: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    app = run(archive, breaks)
    said = " ".join("".join(capfd.readouterr()).split())
    assert app.return_code == 1
    assert re.fullmatch(
        rf"Stopped by an error in the program: {PLACES[breaks]}\S+\. What was not saved is lost\.",
        said,
    )
    held = (NAME, TEXT, FOLDER, "result", "Traceback", *NAME.split(), *TEXT.split())
    assert [word for word in held if word in said] == []


def test_the_error_itself_would_tell_all_of_it() -> None:
    steps = failing(FOLDER)
    next(steps)
    with pytest.raises(RuntimeError) as caught:
        next(steps)
    assert all(word in str(caught.value) for word in (NAME, TEXT, FOLDER))
