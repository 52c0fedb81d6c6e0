"""Work in a copy of the process: the interpreter goes on, and leaving ends it."""

import os
import time
from pathlib import Path
from threading import Event, Thread

import pyrage
import pytest

from tui.apart import Apart, ApartError


def steps_while(work: object) -> int:
    """How often this thread can look around while another one works."""
    done, steps = Event(), 0

    def run() -> None:
        assert callable(work)
        work()
        done.set()

    worker = Thread(target=run)
    worker.start()
    while not done.wait(0.002):
        steps += 1
    worker.join()
    return steps


def seal() -> bytes:
    sealed: bytes = pyrage.passphrase.encrypt(b"x", "six words")
    return sealed


def test_the_interpreter_goes_on_while_a_file_is_sealed() -> None:
    apart = Apart()
    assert steps_while(lambda: apart.run(seal, pyrage.EncryptError)) > 40
    assert steps_while(seal) < 10, "the library lets others work now: Apart is not needed"


def test_what_the_work_gives_comes_back_whole() -> None:
    data = os.urandom(300_000)
    assert Apart().run(lambda: data, ValueError) == data
    assert Apart().run(lambda: b"", ValueError) == b""


def test_an_error_comes_back_with_its_words() -> None:
    def fail() -> bytes:
        raise ValueError("no such sea")

    with pytest.raises(ValueError, match="no such sea"):
        Apart().run(fail, ValueError)


def test_another_error_ends_the_copy_and_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    def fail() -> bytes:
        raise KeyError("a secret")

    with pytest.raises(ApartError):
        Apart().run(fail, ValueError)
    assert "secret" not in "".join(capfd.readouterr())


def test_giving_up_ends_the_copy_at_once(tmp_path: Path) -> None:
    apart, trace = Apart(), tmp_path / "pid"

    def work_for_ever() -> bytes:
        trace.write_text(str(os.getpid()), encoding="utf-8")
        while True:
            time.sleep(1)

    def run() -> None:
        with pytest.raises(ApartError):
            apart.run(work_for_ever, ValueError)

    worker = Thread(target=run)
    worker.start()
    while not trace.exists() or not trace.read_text(encoding="utf-8"):
        time.sleep(0.005)
    pid = int(trace.read_text(encoding="utf-8"))
    assert Path(f"/proc/{pid}").exists()
    apart.give_up()
    worker.join()
    assert not Path(f"/proc/{pid}").exists()
    assert apart.pids == set()
