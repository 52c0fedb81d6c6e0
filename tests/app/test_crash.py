"""An error nobody foresaw ends the program; the report names its kind and place and no value."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.strip import Strip

from tests.app.person import LIBRARY, PROTECTION
from tui.app.app import ParadakApp
from tui.app.keeping import KeptFile
from tui.app.messages import Marked, OpenRequested, SaveEnded
from tui.app.passphrase import Passphrase
from tui.app.screens.page import Page
from tui.app.widgets.secret import Secret
from tui.errors import ParadakError
from tui.session import Status

SECRET = "correct horse battery staple"


class OwnPictureError(Exception):
    """Textual lets an error draw itself that has this method."""

    def __rich__(self) -> str:
        return SECRET


def fail() -> None:
    password = SECRET
    raise ValueError(password)


def fail_with_a_picture() -> None:
    raise OwnPictureError(SECRET)


async def fail_later() -> None:
    fail()


class BrokenInCompose(Page):
    def body(self) -> ComposeResult:
        fail()
        yield from super().body()


class BrokenInHandler(Page):
    def on_mount(self) -> None:
        fail()


class BrokenInRender(Page):
    def render_lines(self, *_: object) -> list[Strip]:
        fail()
        return []


FAILURES: dict[str, Callable[[ParadakApp], object]] = {
    "in compose": lambda app: app.push_screen(BrokenInCompose(app.state)),
    "in a handler": lambda app: app.push_screen(BrokenInHandler(app.state)),
    "in render": lambda app: app.push_screen(BrokenInRender(app.state)),
    "in a callback": lambda app: app.call_later(fail),
    "in a timer": lambda app: app.set_timer(0.001, fail),
    "in a worker": lambda app: app.run_worker(fail_later()),
    "in a thread": lambda app: app.run_worker(fail, thread=True),
    "in a task": lambda _: asyncio.get_running_loop().create_task(fail_later()),
    "in the loop": lambda _: asyncio.get_running_loop().call_soon(fail),
}


def crash(fails: Callable[[Any], object], app: App[None] | None = None) -> App[None]:
    """Runs the app as the command does, and lets it fail."""
    app = app or ParadakApp(LIBRARY, PROTECTION)

    async def wait(pilot: Pilot[object]) -> None:
        await pilot.pause()
        fails(app)
        await asyncio.wait_for(app._exception_event.wait(), timeout=10)

    app.run(headless=True, auto_pilot=wait)
    return app


@pytest.mark.parametrize("fails", FAILURES.values(), ids=FAILURES)
def test_the_report_has_a_kind_and_no_value(
    fails: Callable[[ParadakApp], object], capfd: pytest.CaptureFixture[str]
) -> None:
    app = crash(fails)
    said = "".join(capfd.readouterr())
    place = r"( at app/screens/page\.py:\d+)?"
    report = (
        rf"Stopped by an error in the program: ValueError{place}\. What was not saved is lost\."
    )
    assert re.fullmatch(report, " ".join(said.split()))
    assert app.return_code == 1


def test_an_end_without_an_error_at_hand_is_no_success() -> None:
    app = ParadakApp(LIBRARY, PROTECTION)

    async def panic(pilot: Pilot[object]) -> None:
        await pilot.pause()
        app.panic("word")

    app.run(headless=True, auto_pilot=panic)
    assert app.return_code == 1


def test_an_error_that_draws_itself_is_not_drawn(capfd: pytest.CaptureFixture[str]) -> None:
    app = crash(lambda app: app.call_later(fail_with_a_picture))
    said = "".join(capfd.readouterr())
    assert "OwnPictureError" in said
    assert SECRET not in said
    assert app.return_code == 1


def test_the_report_names_the_place_in_our_code(capfd: pytest.CaptureFixture[str]) -> None:
    item = replace(
        LIBRARY.checklists[0].items[0],
        title=SECRET,
        waits=None,  # type: ignore[arg-type] # no moment can be in it: the crash that is wanted
    )
    crash(lambda app: app.post_message(Marked(item, Status.DONE)))
    said = "".join(capfd.readouterr())
    assert "TypeError at plan.py:" in said
    assert SECRET not in said
    assert "Traceback" not in said


def fail_holding(app: ParadakApp) -> None:
    file = app._keeper.file
    assert file
    passphrase = file.passphrase.reveal()
    raise ValueError(passphrase)


async def fail_later_holding(app: ParadakApp) -> None:
    fail_holding(app)


HOLDING: dict[str, Callable[[ParadakApp], object]] = {
    "in a handler": lambda app: app.call_later(fail_holding, app),
    "in a worker": lambda app: app.run_worker(fail_later_holding(app)),
    "in the keeper's thread": lambda app: app.beside(lambda: fail_holding(app)),
    "while sealing": lambda app: app._keeper.keep((None,)),  # type: ignore[arg-type] # nothing to seal: the crash that is wanted
    "in a screen with a passphrase typed": lambda app: app.push_screen(BrokenWithSecret(app.state)),
}


class BrokenWithSecret(Page):
    def body(self) -> ComposeResult:
        typed = Secret(id="typed")
        typed._typed = SECRET
        yield typed

    def on_mount(self) -> None:
        fail()


@pytest.mark.parametrize("fails", HOLDING.values(), ids=HOLDING)
def test_a_crash_with_a_file_open_tells_nothing_of_its_passphrase(
    fails: Callable[[ParadakApp], object], capfd: pytest.CaptureFixture[str]
) -> None:
    def hold_and_fail(app: ParadakApp) -> None:
        app._keeper.file = KeptFile(Path("/nowhere/notes"), Passphrase(SECRET))
        fails(app)

    app = crash(hold_and_fail)
    said = "".join(capfd.readouterr())
    assert "Stopped by an error in the program: " in said
    assert not any(word in said for word in (SECRET, "notes", "Traceback"))
    assert app.return_code == 1


def test_neither_a_passphrase_nor_what_holds_it_shows_it() -> None:
    held = Passphrase(SECRET)
    file = KeptFile(Path("notes"), held)
    problem = ParadakError("words")
    said = f"{held!r}{held}{file!r}{SaveEnded(file, problem)!r}{OpenRequested(file.path, held)!r}"
    assert SECRET not in said
    assert held.reveal() == SECRET


def test_an_app_of_textual_alone_shows_the_value(capfd: pytest.CaptureFixture[str]) -> None:
    crash(lambda app: app.call_later(fail), App[None]())
    assert SECRET in "".join(capfd.readouterr())
