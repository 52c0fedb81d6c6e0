"""Programs that are measured: run to their end, or kept on a terminal of their own."""

import json
import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.measure import Sample
from tests.bench.scripts import MEASURED
from tests.real.browser import CHROMIUM
from tests.real.browser import QUIET as QUIETLY

PYTHON = sys.executable
PARADAK = str(Path(sys.executable).parent / "paradak")
COLUMNS, ROWS = 100, 30
DEADLINE = 120.0
QUIET = 0.15
_POSIX = "the benches need a POSIX system"
_ESCAPE = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
    r"|\x1b[ -/]*[0-~]"
    r"|[\x00-\x09\x0b-\x1f]"
)


class BrokenError(Exception):
    """A program did not do what it is measured at."""


def run(*words: str, talk: int | None = None) -> Sample:
    """Runs a command to its end and reads all of its output; what it says beside goes to `talk`."""
    with TemporaryDirectory() as home:
        start, environment = time.perf_counter(), _environment(home)
        process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=talk, env=environment)
        if process.stdout is not None:
            process.stdout.read()
        used = _reap(process)
        wall = time.perf_counter() - start
        process.communicate()
    if process.returncode:
        raise BrokenError(f"{words[0]} ended with {process.returncode}")
    return Sample(wall, used)


def told(*words: str) -> str:
    """Runs a command to its end: what it prints."""
    with TemporaryDirectory() as home:
        shown = subprocess.run(words, check=True, stdout=subprocess.PIPE, env=_environment(home))
    return shown.stdout.decode()


def watched(*words: str) -> tuple[Sample, str]:
    """Runs a command to its end: its time and the most memory it had, and what it prints."""
    *taken, shown = json.loads(told(PYTHON, "-S", "-c", MEASURED, *words))
    return Sample(*taken), shown


def measured(*words: str) -> Sample:
    """Runs a command to its end: its time, and the most memory it had."""
    return watched(*words)[0]


def browser_prints(page: Path, paper: Path) -> Sample:
    """A browser prints a page; its processor time is not known, for its helpers take most of it."""
    words = (f"--user-data-dir={paper.parent / 'profile'}", f"--print-to-pdf={paper}")
    taken = run(CHROMIUM, *QUIETLY, *words, page.as_uri(), talk=subprocess.DEVNULL)
    return replace(taken, cpu=None)


def until(text: str, *words: str) -> Sample:
    """From just before the start of a program until the text is on its terminal."""
    with terminal(*words) as program:
        shown = program.wait_for(text)
        return Sample(shown - program.started, program.end())


class Terminal:
    """A program on a pseudo-terminal; questions to the terminal stay without an answer."""

    def __init__(self, process: subprocess.Popen[bytes], line: int, started: float) -> None:
        self.started = started
        self._process = process
        self._line = line

    def wait_for(self, text: str) -> float:
        """The moment at which the text has arrived, whatever escape sequences stand within."""
        arrived = b""
        while text not in _words(arrived):
            data = self._read(DEADLINE)
            if not data:
                raise BrokenError(f"{text!r} did not come; there is:\n{_words(arrived)[-2000:]}")
            arrived += data
        return time.perf_counter()

    def open(self, key: bytes, text: str) -> None:
        """Presses a key, and waits for the text it brings."""
        self._settle()
        os.write(self._line, key)
        self.wait_for(text)

    def press(self, key: bytes, effect: str) -> Sample:
        """From a key until its effect is drawn; the processor is watched until all is quiet."""
        self._settle()
        used, start = self._used(), time.perf_counter()
        os.write(self._line, key)
        shown = self.wait_for(effect)
        self._settle()
        after = self._used()
        return Sample(shown - start, None if used is None or after is None else after - used)

    def leave(self, key: bytes) -> Sample:
        """From a key that leaves until the program has ended."""
        self._settle()
        start = time.perf_counter()
        os.write(self._line, key)
        while self._read(DEADLINE):
            pass
        used = _reap(self._process)
        return Sample(time.perf_counter() - start, used)

    def end(self) -> float:
        """Ends the program at once: the seconds of processor time it took."""
        self._process.kill()
        return _reap(self._process)

    def close(self) -> None:
        """Ends what is still running."""
        if self._process.returncode is None:
            self._process.kill()
            self._process.wait()
        os.close(self._line)

    def _settle(self) -> None:
        while self._read(QUIET):
            pass

    def _read(self, seconds: float) -> bytes:
        """What arrives in that time; nothing once the program has ended."""
        if not select.select([self._line], [], [], seconds)[0]:
            return b""
        try:
            return os.read(self._line, 65536)
        except OSError:
            return b""

    def _used(self) -> float | None:
        """Seconds on the processors of all threads so far, where the system tells."""
        tasks = Path(f"/proc/{self._process.pid}/task")
        try:
            found = [(task / "schedstat").read_text().split()[0] for task in tasks.iterdir()]
        except (OSError, IndexError):
            return None
        return sum(map(int, found)) / 1e9


@contextmanager
def terminal(*words: str) -> Iterator[Terminal]:
    """A program started on a terminal of 100 by 30 in a new, empty home."""
    with TemporaryDirectory() as home:
        ours, theirs = _open_line()
        environment = _environment(home)
        started = time.perf_counter()
        process = _start(words, theirs, environment)
        os.close(theirs)
        program = Terminal(process, ours, started)
        try:
            yield program
        finally:
            program.close()


def _open_line() -> tuple[int, int]:
    """Both ends of a new terminal."""
    if sys.platform != "win32":
        import termios

        ends = os.openpty()
        termios.tcsetwinsize(ends[1], (ROWS, COLUMNS))
        return ends
    raise BrokenError(_POSIX)


def _reap(process: subprocess.Popen[bytes]) -> float:
    """Waits for the end of a program: the seconds of processor time it took."""
    if sys.platform != "win32":
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        return used.ru_utime + used.ru_stime
    raise BrokenError(_POSIX)


def _start(words: Sequence[str], line: int, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        words, stdin=line, stdout=line, stderr=line, env=environment, start_new_session=True
    )


def _environment(home: str) -> dict[str, str]:
    return {
        "HOME": home,
        "LANG": "C.UTF-8",
        "PATH": os.pathsep.join([str(Path(PYTHON).parent), os.defpath]),
        "TERM": "xterm-256color",
    }


def _words(data: bytes) -> str:
    return _ESCAPE.sub("", data.decode(errors="replace"))
