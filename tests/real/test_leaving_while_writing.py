"""Leaving while a file is being written: at once, and no file that is not whole stays behind."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.real.terminal import EARLIER, LEFT_WELL, Terminal, eventually, line, terminal

assert sys.platform == "linux", "signals are tested on Linux"

SCRIPT = """
import os, sys, threading
from tui.app.app import ParadakApp
from tui.__main__ import main

def crash(self):
    raise ValueError("my word")
ParadakApp.action_look = crash
os.fsync = lambda descriptor: {sync}
sys.exit(main())
"""
NEVER, AT_ONCE = "threading.Event().wait()", "None"


def files(folder: Path) -> str:
    return " ".join(entry.name for entry in (folder / "cwd").iterdir())


def script(folder: Path, sync: str) -> Path:
    """Paradak on a disk of which a file is not whole before it is synced."""
    file = folder / "slow.py"
    file.write_text(SCRIPT.format(sync=sync), encoding="utf-8")
    return file


@pytest.fixture
def writing(tmp_path: Path) -> Iterator[Terminal]:
    """Paradak in the middle of writing to a disk that does not answer."""
    with terminal(tmp_path, f"{sys.executable} {script(tmp_path, NEVER)}") as window:
        window.wait_for("What do you need now?")
        window.press("p")
        window.wait_for("nothing is written yet")
        window.press("Enter")
        window.wait_for("writing …")
        eventually(lambda: files(tmp_path), bool, "a file")
        yield window


@pytest.mark.parametrize("key", ["F10", "C-q", "C-c"])
def test_a_key_leaves_and_takes_the_unfinished_file_away(
    writing: Terminal, tmp_path: Path, key: str
) -> None:
    writing.press(key)
    assert writing.lines() == [*EARLIER, LEFT_WELL]
    assert files(tmp_path) == ""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_leaves_and_takes_the_unfinished_file_away(
    writing: Terminal, tmp_path: Path, name: str
) -> None:
    os.kill(writing.program(), getattr(signal, name))
    assert writing.lines() == [*EARLIER, LEFT_WELL]
    assert files(tmp_path) == ""


def test_a_crash_takes_the_unfinished_file_away(writing: Terminal, tmp_path: Path) -> None:
    writing.press("F3")
    assert writing.lines()[-1] == LEFT_WELL.replace("0", "1")
    assert files(tmp_path) == ""


def test_a_hang_up_takes_the_unfinished_file_away(tmp_path: Path) -> None:
    with line(tmp_path, sys.executable, str(script(tmp_path, NEVER))) as window:
        window.wait_for(b"What do you need now?")
        window.press(b"p")
        window.wait_for(b"nothing is written yet")
        window.press(b"\r")
        eventually(lambda: files(tmp_path), bool, "a file")
        window.hang_up()
        assert window.wait() == 129
    assert files(tmp_path) == ""


def test_a_file_that_is_whole_stays(tmp_path: Path) -> None:
    with terminal(tmp_path, f"{sys.executable} {script(tmp_path, AT_ONCE)}") as window:
        window.wait_for("What do you need now?")
        window.press("p")
        window.wait_for("nothing is written yet")
        window.press("Enter")
        window.wait_for("written: ")
        window.press("F10")
        assert window.lines() == [*EARLIER, LEFT_WELL]
    assert files(tmp_path) != ""


@pytest.mark.parametrize(
    ("keys", "shows"),
    [((), "setting pages: list"), (("Enter",), "writing …")],
    ids=["set", "write"],
)
def test_leaving_waits_for_no_page(tmp_path: Path, keys: tuple[str, ...], shows: str) -> None:
    with terminal(tmp_path) as window:
        window.wait_for("What do you need now?")
        window.press("p")
        window.wait_for("nothing is written yet")
        window.press(*("Down", "Down", *["Right"] * 3))
        window.wait_for("(•) large print")
        for key in keys:
            window.press(key)
        window.wait_for(shows)
        window.press("F10")
        assert window.lines() == [*EARLIER, LEFT_WELL]
    assert files(tmp_path) == ""
