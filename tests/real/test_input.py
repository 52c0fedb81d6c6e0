"""Whatever comes from the keyboard's end of the line, the program stays and can be left."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.real.terminal import EARLIER, LEFT_WELL, Line, line, terminal

assert sys.platform == "linux", "terminals are tested on Linux"

FIRST_SCREEN, KEYS = b"What do you need now?", b"leave at once; nothing is asked"
F10, CTRL_Q = b"\x1b[21~", b"\x11"
PASTE, PASTE_END = b"\x1b[200~", b"\x1b[201~"
ODD = {
    "a byte that is no UTF-8": b"\xff",
    "half a character": b"\xd0",
    "the end of a character": b"\x80\xbf",
    "a character that is too long": b"\xf8\x88\x80\x80\x80",
    "half a surrogate": b"\xed\xa0\x80",
    "a key that is no character": b"\x1b[1114112;5u",
    "a key with a number that is too large": b"\x1b[99999999999999999999u",
    "a key that is half a surrogate": b"\x1b[55296;1u",
    "a mouse on a screen of no size": b"\x1b[48;0;0;0;0t\x1b[<0;3;3M",
    "a mouse far outside": b"\x1b[<0;99999999;99999999M\x1b[<0;99999999;99999999m",
    "a screen of a huge size": b"\x1b[48;99999;99999;99999;99999t",
    "zeros": bytes(64),
}


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Line]:
    """Paradak on its first screen."""
    with line(tmp_path) as opened:
        opened.wait_for(FIRST_SCREEN)
        yield opened


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_odd_input_does_not_end_the_program(window: Line, odd: bytes) -> None:
    window.press(odd)
    window.press(b"?")
    window.wait_for(KEYS)
    window.press(F10)
    assert window.wait() == 0


@pytest.mark.parametrize("leave", [F10, CTRL_Q, b"\x1b[113;5u"])
@pytest.mark.parametrize("pasted", [b"", b"\x1b[20", b"word\r"])
def test_an_unfinished_paste_does_not_keep_anybody_from_leaving(
    window: Line, pasted: bytes, leave: bytes
) -> None:
    window.press(PASTE)
    window.press(pasted)
    window.press(b"?")
    window.wait_for(FIRST_SCREEN)
    assert window.hold(leave) == 0


def test_after_an_unfinished_paste_the_other_keys_work_again(window: Line) -> None:
    window.press(PASTE + b"l n ")
    window.wait_until_pressed(b"?", KEYS)
    window.press(F10)
    assert window.wait() == 0


def test_a_finished_paste_is_text_and_no_command(window: Line) -> None:
    window.press(b"/")
    window.wait_for(b"ype a word")
    window.press(PASTE + b"pho" + CTRL_Q + b"ne" + PASTE_END)
    window.wait_for("pho\ufffdne".encode())
    window.press(F10)
    assert window.wait() == 0


@pytest.mark.parametrize("sizes", [("99999", "99999"), ("0", "0"), ("-1", "x"), ("7", "3")])
def test_variables_for_the_size_do_not_outweigh_the_terminal(
    tmp_path: Path, sizes: tuple[str, str]
) -> None:
    variables = dict(zip(("COLUMNS", "LINES"), sizes, strict=True))
    with terminal(tmp_path, variables=variables) as window:
        window.wait_for("About and limits")
        window.press("F10")
        assert window.lines() == [*EARLIER, LEFT_WELL]


def test_a_terminal_of_no_size_gets_an_ordinary_one(tmp_path: Path) -> None:
    with line(tmp_path, size=(0, 0)) as window:
        window.wait_for(b"About and limits")
        window.press(F10)
        assert window.wait() == 0


def test_a_huge_terminal_is_drawn_and_left(tmp_path: Path) -> None:
    with line(tmp_path, size=(65000, 65000)) as window:
        window.wait_for(FIRST_SCREEN)
        window.press(F10)
        assert window.wait() == 0


CRASH = """
import sys
from tui.app import keyboard
from tui.__main__ import main

def crash(self, data):
    if b"!" in data:
        word = "my word"
        raise KeyError(word)
    return read(self, data)
read, keyboard.Keyboard.read = keyboard.Keyboard.read, crash
sys.exit(main())
"""


def test_a_crash_of_the_input_itself_is_told_and_is_no_success(tmp_path: Path) -> None:
    script = tmp_path / "crash.py"
    script.write_text(CRASH, encoding="utf-8")
    with terminal(tmp_path, f"{sys.executable} {script}") as window:
        window.wait_for(FIRST_SCREEN.decode())
        window.press("!")
        lines = window.lines()
        assert lines[: len(EARLIER)] == EARLIER
        assert lines[len(EARLIER)].startswith("Stopped by an error in the program: KeyError")
        assert "my word" not in "".join(lines)
        assert lines[-1] == LEFT_WELL.replace("0", "1")
