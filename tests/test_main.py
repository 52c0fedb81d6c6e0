"""The start of the program: what the environment and the current folder cannot make it do."""

import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands import PARADAK

assert sys.platform != "win32", "terminals are tested where there are such things"

ROOT = Path(__file__).parents[1]
CRASH = """
import sys
import tui.cli
from tui.__main__ import main

def crash(*_):
    secret = "a story"
    raise ValueError(secret)

tui.cli.run = crash
sys.exit(main())
"""


@pytest.fixture
def keyboard() -> Iterator[int]:
    """A terminal at which nobody types."""
    ours, theirs = pty.openpty()
    yield theirs
    os.close(theirs)
    os.close(ours)


@pytest.mark.parametrize(
    ("command", "code", "first"),
    [
        ([PARADAK, "list"], 0, "subscriptions             Subscriptions · 26 items · 4 h 1 min"),
        ([PARADAK, "--help"], 0, "paradak [--lang CODE] [--lists PATH]     open the interface"),
        ([PARADAK, "check", "nowhere"], 1, "paradak: nothing to check at 'nowhere'"),
        ([PARADAK, "lst"], 2, "paradak: argument COMMAND: no 'lst' here; did you mean 'list'?"),
        ([PARADAK], 2, "paradak: the interface needs a terminal that can draw, with a keyboard"),
        (
            [sys.executable, "-c", CRASH],
            1,
            "paradak: Stopped by an error in the program: ValueError at __main__.py:",
        ),
    ],
    ids=["list", "help", "refused", "usage", "interface", "crash"],
)
def test_no_console_stays_open_though_python_is_asked_for_one(
    keyboard: int, command: list[str], code: int, first: str
) -> None:
    result = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | {"PYTHONINSPECT": "1"},
        stdin=keyboard,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=30,
        check=False,
    )
    assert (result.returncode, result.stdout[: len(first)]) == (code, first)
    assert ">>>" not in result.stdout


def test_the_console_would_stay_open_without_us(keyboard: int) -> None:
    command = [sys.executable, "-c", "print('done')"]
    variables = os.environ | {"PYTHONINSPECT": "1"}
    with subprocess.Popen(
        command, env=variables, stdin=keyboard, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        assert process.stdout
        said = b""
        while b">>>" not in said:
            said += os.read(process.stdout.fileno(), 100)
        process.kill()
    assert said.startswith(b"done")


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    """A folder with code in the name of every module but those that Python loads before us."""
    (tmp_path / "probe.py").write_text("import sys; print(*sys.modules)", encoding="utf-8")
    command = [sys.executable, "-m", "probe"]
    loaded = subprocess.check_output(command, cwd=tmp_path, text=True).split()
    for name in {*sys.stdlib_module_names, "yaml", "textual", "rich"} - set(loaded):
        (tmp_path / f"{name}.py").write_text("print('obeyed', end=' ')", encoding="utf-8")
    return tmp_path


def test_a_module_run_in_a_folder_imports_nothing_from_it(planted: Path) -> None:
    said = subprocess.check_output([sys.executable, "-c", "import json"], cwd=planted, text=True)
    assert said == "obeyed "
    for words in (["list"], ["print", "reposts", "--format", "html"]):
        command = [sys.executable, "-m", "tui", *words]
        assert subprocess.check_output(command, cwd=planted) == subprocess.check_output(
            [PARADAK, *words]
        )
