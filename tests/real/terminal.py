"""Real terminals for the program under test: a private tmux server, and a bare line."""

import os
import select
import shlex
import subprocess
import sys
import termios
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

PROGRAMS = Path(sys.executable).parent
DEADLINE = 30.0
PAUSE = 0.02
EARLIER = [f"earlier line {number}" for number in range(1, 41)]
LEFT = "left with "
LEFT_WELL = "left with 0, line restored"
_SESSION = f"""
for number in $(seq {len(EARLIER)}); do echo "earlier line $number"; done
before=$(stty -g)
{{run}}
code=$?
[ "$before" = "$(stty -g)" ] && line=restored || line=changed
echo "{LEFT}$code, line $line"
exec cat
"""


def environment(
    folder: Path, programs: Path = PROGRAMS, more: Mapping[str, str] | None = None
) -> dict[str, str]:
    """A clean environment whose every folder lies in the given one."""
    folders = {"HOME": "home", "TMPDIR": "tmp", "XDG_RUNTIME_DIR": "run"}
    folders |= {f"XDG_{kind}_HOME": f"xdg/{kind}" for kind in ("CACHE", "CONFIG", "DATA", "STATE")}
    for name in (*folders.values(), "cwd"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    places = {variable: str(folder / name) for variable, name in folders.items()}
    path = os.pathsep.join([str(programs), "/usr/bin", "/bin"])
    return {"PATH": path, "LANG": "C.UTF-8", **places, **(more or {})}


def eventually(look: Callable[[], str], good: Callable[[str], bool], wanted: str) -> str:
    """What is seen once it is good.

    Raises:
        AssertionError: it does not become good in time.
    """
    end = time.monotonic() + DEADLINE
    while not good(seen := look()):
        assert time.monotonic() < end, f"waited in vain for {wanted}; there is:\n{seen}"
        time.sleep(PAUSE)
    return seen


@dataclass(frozen=True)
class Terminal:
    """A window of a tmux server of its own."""

    command: tuple[str, ...]
    variables: Mapping[str, str]
    recording: Path

    def tmux(self, *words: str) -> str:
        """Gives an order to the server, and its answer."""
        result = subprocess.run(
            [*self.command, *words], env=self.variables, capture_output=True, text=True, check=False
        )
        assert result.returncode == 0, result.stderr
        return result.stdout

    def press(self, *keys: str) -> None:
        """Presses keys by their tmux names; other words are typed letter by letter."""
        self.tmux("send-keys", *keys)

    def screen(self) -> str:
        """What is on the screen now."""
        return self.tmux("capture-pane", "-p")

    def everything(self) -> str:
        """The screen with all that has scrolled off it."""
        return self.tmux("capture-pane", "-p", "-S", "-")

    def lines(self) -> list[str]:
        """What is left on the screen and above it, once the program has left."""
        self.wait_for(LEFT)
        return self.everything().rstrip("\n").split("\n")

    def wait_for(self, text: str) -> str:
        """The screen once the text is on it."""
        return eventually(self.screen, lambda screen: text in screen, repr(text))

    def wait_until(self, good: Callable[[str], bool]) -> str:
        """The screen once it is good."""
        return eventually(self.screen, good, "a good screen")

    def ask(self, what: str) -> str:
        """A value that tmux knows by that name."""
        return self.tmux("display-message", "-p", f"#{{{what}}}").strip()

    def resize(self, columns: int, rows: int) -> None:
        """Makes the window that large."""
        self.tmux("resize-window", "-x", str(columns), "-y", str(rows))

    def program(self) -> int:
        """The id of the program that the shell in the window has started."""
        shell = self.ask("pane_pid")
        children = Path(f"/proc/{shell}/task/{shell}/children")
        return int(eventually(children.read_text, bool, "a program in the window"))

    def raw(self) -> bytes:
        """Every byte sent to the terminal, once the program has left."""
        read = self.recording.read_bytes
        eventually(lambda: read().decode(errors="replace"), lambda sent: LEFT in sent, repr(LEFT))
        return read()


@contextmanager
def terminal(
    folder: Path,
    run: str = "paradak",
    *,
    size: tuple[int, int] = (80, 24),
    term: str = "xterm-256color",
    programs: Path = PROGRAMS,
    options: Mapping[str, str] | None = None,
    variables: Mapping[str, str] | None = None,
) -> Iterator[Terminal]:
    """A terminal in which a shell has printed the earlier lines and runs the command line."""
    recording = folder / "recording"
    orders: list[str] = []
    for name, value in {"default-terminal": term, **(options or {})}.items():
        orders += ["set-option", "-g", name, value, ";"]
    orders += ["new-session", "-d", "-x", str(size[0]), "-y", str(size[1])]
    clean = environment(folder, programs, variables)
    orders += ["-c", str(folder / "cwd"), "sh", "-c", _SESSION.format(run=run), ";"]
    orders += ["pipe-pane", f"exec cat >{shlex.quote(str(recording))}"]
    with TemporaryDirectory(prefix="tmux-") as sockets:
        command = ("tmux", "-u", "-L", uuid.uuid4().hex[:8], "-f", os.devnull)
        window = Terminal(command, {**clean, "TMUX_TMPDIR": sockets}, recording)
        window.tmux("start-server", ";", *orders)
        try:
            yield window
        finally:
            window.tmux("kill-server")


class Line:
    """A program on a pseudo-terminal of its own, with no terminal program behind it.

    `answers` are given to what the program asks the terminal.
    """

    def __init__(
        self, process: subprocess.Popen[bytes], end: int, answers: Mapping[bytes, bytes]
    ) -> None:
        self.process = process
        self.sent = b""
        self._end = end
        self._answers = dict(answers)

    def press(self, data: bytes) -> None:
        """Sends bytes as a keyboard would."""
        os.write(self._end, data)

    def wait_for(self, data: bytes) -> None:
        """Reads until the program has sent these bytes."""
        end = time.monotonic() + DEADLINE
        while data not in self.sent:
            assert time.monotonic() < end, f"waited in vain for {data!r} in {self.sent!r}"
            self._read(PAUSE)

    def wait_until_pressed(self, key: bytes, data: bytes) -> None:
        """Presses a key again and again until the program has sent these bytes."""
        end = time.monotonic() + DEADLINE
        while data not in self.sent:
            assert time.monotonic() < end, f"waited in vain for {data!r} in {self.sent!r}"
            self.press(key)
            self._read(1)

    def hold(self, key: bytes) -> int:
        """Holds a key that ends the program, and gives the exit code."""
        end = time.monotonic() + DEADLINE
        while self.process.poll() is None:
            assert time.monotonic() < end, f"the program does not end; it sent {self.sent!r}"
            self.press(key)
            self._read(0.1)
        return self.process.returncode

    def wait(self) -> int:
        """Reads to the end, and gives the exit code."""
        end = time.monotonic() + DEADLINE
        while self.process.poll() is None:
            assert time.monotonic() < end, f"the program does not end; it sent {self.sent!r}"
            self._read(PAUSE)
        while self._read(0):
            pass
        return self.process.returncode

    def hang_up(self) -> None:
        """Takes the terminal away, as closing its window does."""
        os.close(self._end)
        self._end = -1

    def _read(self, seconds: float) -> bool:
        if self._end < 0:
            time.sleep(seconds)
            return False
        if not select.select([self._end], [], [], seconds)[0]:
            return False
        try:
            self.sent += os.read(self._end, 65536)
        except OSError:
            return False
        for question, answer in list(self._answers.items()):
            if question in self.sent:
                self.press(self._answers.pop(question, answer))
        return True

    def close(self) -> None:
        """Ends the program if it is still there."""
        self.process.kill()
        self.process.wait()
        if self._end >= 0:
            self.hang_up()


def _pseudo_terminal(columns: int, rows: int) -> tuple[int, int]:
    """Its end for the person, and its end for the program."""
    if sys.platform != "win32":
        ours, theirs = os.openpty()
        termios.tcsetwinsize(theirs, (rows, columns))
        return ours, theirs
    raise NotImplementedError


@contextmanager
def line(
    folder: Path,
    *words: str,
    size: tuple[int, int] = (80, 24),
    answers: Mapping[bytes, bytes] | None = None,
    programs: Path = PROGRAMS,
    variables: Mapping[str, str] | None = None,
) -> Iterator[Line]:
    """A program that has a pseudo-terminal of its own for everything."""
    ours, theirs = _pseudo_terminal(*size)
    clean = environment(folder, programs, {"TERM": "xterm-256color", **(variables or {})})
    process = subprocess.Popen(
        ["setsid", "--ctty", *(words or ["paradak"])],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=clean,
        cwd=folder / "cwd",
    )
    os.close(theirs)
    opened = Line(process, ours, answers or {})
    try:
        yield opened
    finally:
        opened.close()
