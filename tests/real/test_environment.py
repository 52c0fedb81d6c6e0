"""A hostile environment: variables and planted files that make other programs leak or obey."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.real import tour
from tests.real.kernel import listing
from tests.real.terminal import EARLIER, LEFT_WELL, environment, eventually, terminal
from tests.real.test_packages import built, installed

__all__ = ["built", "installed"]

PLANTED = "import pathlib\npathlib.Path({trace!r}).touch()\n"
NAMES = ("yaml", "textual", "rich", "tui", "json", "locale", "sitecustomize", "usercustomize")
FIRST_SCREEN = "What do you need now?"
SCREEN_AND_QUIT = """
from textual.app import App
from textual.widgets import Input
class Bare(App[None]):
    BINDINGS = [("ctrl+q", "quit", "")]
    def compose(self):
        yield Input("What do you need now?")
Bare().run()
"""


def plant(folder: Path) -> dict[str, str]:
    """Foreign code and broken lists in the folder where we stand, and variables that ask for it."""
    cwd, trace = folder / "cwd", str(folder / "home" / "trace")
    code = PLANTED.format(trace=trace)
    driver = "from textual.drivers.linux_driver import LinuxDriver as Driver\n"
    for name in NAMES:
        (cwd / f"{name}.py").write_text(code, encoding="utf-8")
    (cwd / "driver.py").write_text(code + driver, encoding="utf-8")
    (cwd / "startup.py").write_text(code, encoding="utf-8")
    for name in ("checklists", "locales"):
        (cwd / name).mkdir()
        (cwd / name / "__init__.py").write_text(code, encoding="utf-8")
        (cwd / name / "subscriptions.yaml").write_text("broken: [", encoding="utf-8")
        (cwd / name / "be.po").write_text('msgid "broken', encoding="utf-8")
    browser = cwd / "browser"
    browser.write_text(f"#!/bin/sh\ntouch {trace}\n", encoding="utf-8")
    browser.chmod(0o755)
    return {
        "TEXTUAL": "debug,devtools",
        "TEXTUAL_DEBUG": "1",
        "TEXTUAL_DRIVER": "driver:Driver",
        "TEXTUAL_LOG": str(folder / "home" / "keys.log"),
        "TEXTUAL_PRESS": "p,enter",
        "TEXTUAL_SCREENSHOT": "1",
        "TEXTUAL_SCREENSHOT_LOCATION": str(folder / "home"),
        "TEXTUAL_SCREENSHOT_FILENAME": "screen.svg",
        "BROWSER": f"{browser} %s",
        "PYTHONSTARTUP": str(cwd / "startup.py"),
    }


def everything(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    return {name: about for name, about in listing(folder).items() if name.startswith(OWN)}


OWN = ("cwd", "home", "run", "tmp", "xdg")


def test_the_installed_command_obeys_nobody_but_the_person(tmp_path: Path, installed: Path) -> None:
    environment(tmp_path)
    variables = plant(tmp_path)
    before = everything(tmp_path)
    with terminal(tmp_path, programs=installed, variables=variables) as window:
        tour.walk(window)
        window.press("F10")
        assert window.lines()[-1] == LEFT_WELL
    assert everything(tmp_path) == before


@pytest.mark.parametrize(
    "run", ["list", "check", "show subscriptions", "search phone", "print reposts", "schema"]
)
def test_a_command_obeys_nobody_but_the_person(tmp_path: Path, installed: Path, run: str) -> None:
    quiet = environment(tmp_path, installed)
    command = [str(installed / "paradak"), *run.split()]
    expected = subprocess.check_output(command, env=quiet, cwd=tmp_path / "home")
    variables = plant(tmp_path)
    before = everything(tmp_path)
    hostile = environment(tmp_path, installed, variables)
    assert subprocess.check_output(command, env=hostile, cwd=tmp_path / "cwd") == expected
    assert everything(tmp_path) == before


@pytest.mark.parametrize(
    ("variable", "trace"),
    [
        ("TEXTUAL_LOG", "keys.log"),
        ("TEXTUAL_DRIVER", "trace"),
        ("TEXTUAL_SCREENSHOT", "screen.svg"),
    ],
)
def test_the_toolkit_alone_obeys_the_variables(tmp_path: Path, variable: str, trace: str) -> None:
    environment(tmp_path)
    planted, home = plant(tmp_path), tmp_path / "home"
    location = {name: value for name, value in planted.items() if name.startswith(variable)}
    variables = {**location, "PYTHONPATH": str(tmp_path / "cwd")}
    for name in NAMES:
        (tmp_path / "cwd" / f"{name}.py").unlink()
    script = tmp_path / "bare.py"
    script.write_text(SCREEN_AND_QUIT, encoding="utf-8")
    run = f"{sys.executable} {script}"
    with terminal(tmp_path, run, variables=variables) as window:
        window.wait_for(FIRST_SCREEN)
        eventually(lambda: " ".join(map(str, home.iterdir())), lambda names: trace in names, trace)
        window.press("C-q")
        window.lines()


def test_a_module_run_where_it_stands_obeys_what_is_planted_there(tmp_path: Path) -> None:
    """Why the installed command is what people are told to use."""
    plain = environment(tmp_path)
    plant(tmp_path)
    command = [sys.executable, "-m", "tui", "list"]
    subprocess.run(command, env=plain, cwd=tmp_path / "cwd", capture_output=True, check=False)
    assert (tmp_path / "home" / "trace").exists()


def test_warnings_that_python_is_asked_for_do_not_reach_the_screen(tmp_path: Path) -> None:
    variables = {"PYTHONDEVMODE": "1", "PYTHONWARNINGS": "always"}
    with terminal(tmp_path, variables=variables) as window:
        window.wait_for(FIRST_SCREEN)
        window.press("F10")
        assert window.lines() == [*EARLIER, LEFT_WELL]
