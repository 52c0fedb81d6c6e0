"""Terminals of every size, and places that are no terminal."""

import fcntl
import os
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tests.real.terminal import DEADLINE, LEFT_WELL, environment, eventually, line, terminal

assert sys.platform == "linux", "terminals are tested on Linux"

REFUSAL = (
    "paradak: the interface needs a terminal that can draw, with a keyboard\n"
    "  without one, use: paradak list, paradak show, paradak print\n"
)


@pytest.mark.parametrize("size", [(40, 10), (20, 5), (300, 90)])
def test_a_terminal_of_any_size_shows_the_leave_key(tmp_path: Path, size: tuple[int, int]) -> None:
    with terminal(tmp_path, size=size) as window:
        for key in ("", "Enter", "f", "Enter", "Right", "?", "Escape", "/", "letter", "Escape"):
            window.wait_for("F10 leave")
            if key:
                window.press(key)
        window.press("F10")
        window.wait_for("left with 0")


def test_a_terminal_that_changes_its_size_is_filled_again(tmp_path: Path) -> None:
    with terminal(tmp_path) as window:
        window.wait_for("What do you need now?")
        for columns, rows in ((120, 40), (50, 12), (80, 24)):
            window.resize(columns, rows)

            def filled(screen: str, columns: int = columns, rows: int = rows) -> bool:
                lines = screen.split("\n")
                return lines[1] == f" {'─' * (columns - 2)}" and "F10 leave" in lines[rows - 1]

            window.wait_until(filled)
        window.press("F10")
        window.wait_for(LEFT_WELL)


def without_terminal(folder: Path, run: str, **variables: str) -> tuple[int, str, str]:
    """Exit code, output and errors of a command line with no terminal anywhere."""
    command = ["setsid", "--wait", "sh", "-c", run]
    result = subprocess.run(
        command,
        env=environment(folder, more=variables),
        cwd=folder / "cwd",
        stdin=subprocess.PIPE,
        capture_output=True,
        text=True,
        timeout=DEADLINE,
        check=False,
    )
    return result.returncode, result.stdout, result.stderr


@pytest.mark.parametrize(
    "run", ["paradak", "paradak </dev/null", "paradak <&-", "echo q | paradak"]
)
def test_without_a_terminal_it_says_so_and_ends(tmp_path: Path, run: str) -> None:
    assert without_terminal(tmp_path, run, TERM="xterm") == (2, "", REFUSAL)
    assert without_terminal(tmp_path, run) == (2, "", REFUSAL)


@pytest.mark.parametrize(
    ("run", "refused"),
    [
        ("TERM=dumb paradak", True),
        ("paradak </dev/null", True),
        ("paradak <&-", True),
        ("paradak 2>errors; code=$?; cat errors; (exit $code)", True),
        ("paradak 2>&-", True),
        ("paradak >/dev/null", False),
        ("paradak >&-", False),
    ],
)
def test_a_terminal_in_part_is_refused_where_it_cannot_draw_or_hear(
    tmp_path: Path, run: str, refused: bool
) -> None:
    with line(tmp_path, "sh", "-c", run) as window:
        if not refused:
            window.wait_for(b"What do you need now?")
            window.press(b"\x11")
        assert window.wait() == (2 if refused else 0)
    said = window.sent.decode().replace("\r\n", "\n")
    assert ("\x1b" in said) == (not refused)
    assert said in {REFUSAL, ""} or not refused


def test_a_closed_pipe_is_no_matter(tmp_path: Path) -> None:
    code, output, errors = without_terminal(tmp_path, "paradak show subscriptions | head -n 1")
    assert (code, output.count("\n"), errors) == (0, 1, "")
    at_once = "bash -c 'paradak show subscriptions | true; echo ${PIPESTATUS[0]}'"
    assert without_terminal(tmp_path, at_once) == (0, "141\n", "")


@pytest.mark.parametrize(
    ("run", "code", "said"),
    [
        ("paradak list >&-", 1, "paradak: the output is closed"),
        ("paradak list >/dev/full", 1, "paradak: cannot write the output: No space left on device"),
        ("paradak --lists nowhere list", 1, "paradak: no lists at 'nowhere'"),
        ("paradak list 2>&-", 0, ""),
        ("paradak show nothing 2>&-", 2, ""),
    ],
)
def test_an_output_that_takes_nothing_is_named(
    tmp_path: Path, run: str, code: int, said: str
) -> None:
    result = without_terminal(tmp_path, run)
    assert (result[0], result[2].partition("\n")[0]) == (code, said)


def test_ctrl_c_ends_a_command_that_waits_for_a_full_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    room = fcntl.fcntl(reader, fcntl.F_SETPIPE_SZ, 4096)

    def waiting_to_be_read() -> str:
        return str(int.from_bytes(fcntl.ioctl(reader, termios.FIONREAD, bytes(4)), sys.byteorder))

    run = f"exec paradak show subscriptions >{pipe}"
    with line(tmp_path, "sh", "-c", run) as window:
        eventually(waiting_to_be_read, lambda number: int(number) == room, "a full pipe")
        window.press(b"\x03")
        assert window.wait() == 130
    os.close(reader)
    assert window.sent.decode().replace("^C", "").strip() == ""
