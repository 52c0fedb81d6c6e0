"""Leaving: at once, from everywhere, however it comes about, and with nothing of ours left."""

import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.real import tour
from tests.real.terminal import EARLIER, LEFT_WELL, Terminal, eventually, line, terminal
from tests.real.tour import Stop

assert sys.platform == "linux", "signals are tested on Linux"

AT_ONCE = 4
FIRST_SCREEN = "What do you need now?"


def one_of_each() -> list[Stop]:
    """The first stop on each kind of screen, and all those where something is typed."""
    first = {stop.page: stop for stop in reversed(tour.stops())}
    typed = [
        stop
        for stop in tour.stops()
        if stop.page in {"FindPage", "PrintPage", "ResumePage", "KeepPage", "OpenPage"}
    ]
    return list(dict.fromkeys([*first.values(), *typed]))


@pytest.mark.parametrize("key", ["F10", "C-q", "C-c"])
def test_every_screen_is_left_at_once_with_nothing_left_behind(key: str, tmp_path: Path) -> None:
    def leave(stop: Stop) -> list[str]:
        folder = tmp_path / stop.name
        folder.mkdir()
        with terminal(folder) as window:
            for step in tour.way_to(stop):
                tour.go(window, step.keys, step)
            window.press(key)
            return window.lines()

    stops = tour.stops() if key == "F10" else one_of_each()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        left = {stop.name: found for stop, found in zip(stops, pool.map(leave, stops), strict=True)}
    assert {name: found for name, found in left.items() if found != [*EARLIER, LEFT_WELL]} == {}


BLANK = "import sys; sys.stdout.write('ours\\n')"


def test_what_is_left_behind_would_be_noticed(tmp_path: Path) -> None:
    with terminal(tmp_path, f'{sys.executable} -c "{BLANK}"') as window:
        assert window.lines() == [*EARLIER, "ours", LEFT_WELL]


@pytest.mark.parametrize("term", ["xterm-256color", "linux"])
def test_without_an_alternate_screen_the_screen_is_blank(tmp_path: Path, term: str) -> None:
    with terminal(tmp_path, term=term, options={"alternate-screen": "off"}) as window:
        window.wait_for(FIRST_SCREEN)
        window.press("?")
        window.wait_for("the mouse works too")
        window.press("F10")
        scrolled_off = EARLIER[: len(EARLIER) + 1 - 24]
        assert window.lines() == [*scrolled_off, LEFT_WELL]


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"])
def test_a_signal_leaves_as_a_key_does(tmp_path: Path, name: str) -> None:
    with terminal(tmp_path) as window:
        window.wait_for(FIRST_SCREEN)
        os.kill(window.program(), getattr(signal, name))
        assert window.lines() == [*EARLIER, LEFT_WELL]


def test_a_killed_program_would_be_noticed(tmp_path: Path) -> None:
    with terminal(tmp_path) as window:
        window.wait_for(FIRST_SCREEN)
        os.kill(window.program(), signal.SIGKILL)
        window.wait_for("left with 137, line changed")


def test_a_terminal_that_goes_away_ends_the_program(tmp_path: Path) -> None:
    with line(tmp_path) as window:
        window.wait_for(FIRST_SCREEN.encode())
        window.hang_up()
        assert window.wait() == 129


def test_a_stopped_program_shows_nothing_and_comes_back(tmp_path: Path) -> None:
    with terminal(tmp_path) as window:
        window.wait_for(FIRST_SCREEN)
        program = window.program()
        os.kill(program, signal.SIGTSTP)
        state = Path(f"/proc/{program}/stat")
        eventually(state.read_text, lambda stat: ") T " in stat, "it to stop")
        assert EARLIER[-1] in window.screen()
        os.kill(program, signal.SIGCONT)
        window.wait_for(FIRST_SCREEN)
        window.press("?")
        window.wait_for("the mouse works too")
        window.press("F10")
        assert window.lines() == [*EARLIER, LEFT_WELL]


CRASH = """
import sys
from tui.app.app import ParadakApp
from tui.__main__ import main

def crash(self):
    word = "my word"
    {crash}
ParadakApp.action_look = crash
sys.exit(main())
"""
IN_A_HANDLER = "raise ValueError(word)"
IN_A_WORKER = "self.run_worker(lambda: int(word), thread=True)"
LATER = "self.call_later(int, word)"


@pytest.fixture
def crashing(tmp_path: Path, crash: str) -> Iterator[Terminal]:
    """Paradak after a key that makes it crash."""
    script = tmp_path / "crash.py"
    script.write_text(CRASH.format(crash=crash), encoding="utf-8")
    with terminal(tmp_path, f"{sys.executable} {script}") as window:
        window.wait_for(FIRST_SCREEN)
        window.press("F3")
        yield window


@pytest.mark.parametrize("crash", [IN_A_HANDLER, IN_A_WORKER, LATER])
def test_a_crash_tells_no_value_and_leaves_the_line_in_order(crashing: Terminal) -> None:
    *earlier, report, end = crashing.lines()
    assert earlier == EARLIER
    assert report.startswith("Stopped by an error in the program: ")
    assert end == LEFT_WELL.replace("0", "1")


@pytest.mark.parametrize("crash", [f"self.action_leave(); {IN_A_HANDLER}"])
def test_what_breaks_after_leaving_is_of_no_matter(crashing: Terminal) -> None:
    assert crashing.lines() == [*EARLIER, LEFT_WELL]
