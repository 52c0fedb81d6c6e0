"""Bytes from the terminal become events; what was pasted never becomes keys that act."""

import pytest
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START
from textual.events import Key, Paste
from textual.message import Message

from tui.app import keyboard
from tui.app.keyboard import Keyboard

START, END = BRACKETED_PASTE_START.encode(), BRACKETED_PASTE_END.encode()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that have passed, the last one counts."""
    now = [0.0]
    monkeypatch.setattr(keyboard, "monotonic", lambda: now[-1])
    return now


def said(messages: list[Message]) -> list[str]:
    return [
        f"key {message.key}" if isinstance(message, Key) else f"text {message.text}"
        for message in messages
        if isinstance(message, Key | Paste)
    ]


def test_a_paste_that_comes_slowly_stays_text_to_its_end(clock: list[float]) -> None:
    keys = Keyboard()
    assert said([*keys.read(START + b"we will meet")]) == []
    clock.append(0.6)
    assert said([*keys.read(b" nl the lake")]) == ["text we will meet", "text  nl the lake"]
    clock.append(1.2)
    assert said([*keys.read(b" at six" + END)]) == ["text  at six"]
    assert said([*keys.read(b"n")]) == ["key n"]


def test_a_paste_without_an_end_lets_single_keys_through_again(clock: list[float]) -> None:
    keys = Keyboard()
    assert said([*keys.read(START + b"half")]) == []
    clock.append(0.6)
    assert said([*keys.read(b"l")]) == ["text half", "key l"]
    assert said([*keys.read(b"nu")]) == ["key n", "key u"]


def test_a_leave_key_never_waits_for_the_end_of_a_paste(clock: list[float]) -> None:
    assert clock == [0.0]
    keys = Keyboard()
    assert said([*keys.read(START + b"half")]) == []
    assert said([*keys.read(b"\x1b[21~")]) == ["text half", "key f10"]


def test_a_paste_that_is_far_too_long_is_cut_and_keys_work_after_it() -> None:
    keys, piece = Keyboard(), b"package:org.example.app\r" * 40_000
    events = [*keys.read(START)]
    for _ in range(9):
        events += keys.read(piece)
    events += keys.read(END[:3])
    events += keys.read(END[3:] + b"n")
    pasted, key = said(events)
    assert key == "key n"
    assert len(pasted) == len("text ") + 8 * len(piece)


LINES = b"package:org.example.one\rpackage:org.example.two\r"


def test_lines_faster_than_anybody_types_are_a_paste_until_it_is_quiet(
    clock: list[float],
) -> None:
    keys = Keyboard()
    assert said([*keys.read(LINES)]) == []
    clock.append(0.4)
    assert said([*keys.read(b"n")]) == []
    assert said([*keys.read(b"")]) == []
    clock.append(1.0)
    assert said([*keys.read(b"")]) == [f"text {LINES.decode()}n"]
    assert said([*keys.read(b"n")]) == ["key n"]


@pytest.mark.parametrize(("sent", "key"), [(b"\x11", "ctrl+q"), (b"\x1b[21~", "f10")])
def test_a_leave_key_does_not_wait_for_such_a_paste_either(sent: bytes, key: str) -> None:
    keys = Keyboard()
    assert said([*keys.read(LINES)]) == []
    assert said([*keys.read(sent)]) == [f"text {LINES.decode()}", f"key {key}"]
    assert said([*keys.read(b"n")]) == ["key n"]


def test_a_key_that_is_held_is_no_paste_and_neither_is_one_line() -> None:
    keys = Keyboard()
    assert said([*keys.read(b"n" * 40 + b"\r")]) == ["key n"] * 40 + ["key enter"]
    assert said([*keys.read(b"\x1b[B" * 20)]) == ["key down"] * 20
    assert said([*keys.read(b"n" * 20)]) == ["key n"] * 20
    assert said([*keys.read(LINES + b"\x11")])[-1] == "key ctrl+q"
