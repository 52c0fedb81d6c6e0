"""What the kernel saw and what the disk holds: nothing but what the person asked for."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.real import tour
from tests.real.kernel import ONE_NEW_FILE, listing, traced, unexpected
from tests.real.terminal import LEFT_WELL, environment, terminal
from tests.real.test_packages import built, installed
from tui.export import Format

__all__ = ["built", "installed"]

COMMANDS = (
    "paradak list",
    "paradak --lang en show subscriptions",
    "paradak search phone",
    "paradak print subscriptions",
    "paradak print --situation ordinary-day --format html --out -",
    "paradak print subscriptions --format pdf --layout large",
    "paradak print border-crossing --format pdf --layout pocket8 --out -",
    "paradak check",
    "paradak schema",
    "paradak footprint",
    "paradak footprint --json",
    "paradak --help",
    "paradak no-such-command",
    "paradak",
)


def tour_in(folder: Path, programs: Path, *, write: bool) -> list[str]:
    """The unexpected calls of a whole tour."""
    log = folder / "log"
    with terminal(folder, traced(log, "paradak"), programs=programs) as window:
        tour.walk(window, write=write)
        window.press("F10")
        assert window.lines()[-1] == LEFT_WELL
    return unexpected(log)


def run_in(folder: Path, programs: Path, run: str) -> list[str]:
    """The unexpected calls of a command line."""
    clean = environment(folder, programs)
    command = ["sh", "-c", traced(folder / "log", run)]
    subprocess.run(command, env=clean, cwd=folder / "cwd", capture_output=True, check=False)
    return unexpected(folder / "log")


def places(folder: Path, programs: Path) -> dict[str, tuple[int, int, bytes]]:
    """All that is in the person's folders and where the program is installed."""
    environment(folder)
    own = {name: about for name, about in listing(folder).items() if name.startswith(OWN)}
    return own | {f"installed {name}": about for name, about in listing(programs.parent).items()}


OWN = ("cwd", "home", "run", "tmp", "xdg")


def test_a_tour_through_every_screen_leaves_no_trace(tmp_path: Path, installed: Path) -> None:
    before = places(tmp_path, installed)
    assert tour_in(tmp_path, installed, write=False) == []
    assert places(tmp_path, installed) == before


def test_a_tour_that_prints_writes_that_one_file(tmp_path: Path, installed: Path) -> None:
    before = places(tmp_path, installed)
    assert is_one_new_file(tour_in(tmp_path, installed, write=True))
    new = {name for name, about in places(tmp_path, installed).items() if about != before.get(name)}
    assert new == {"cwd", f"cwd/{tour.FILE}"}


@pytest.mark.parametrize("run", COMMANDS)
def test_a_command_leaves_no_trace(tmp_path: Path, installed: Path, run: str) -> None:
    before = places(tmp_path, installed)
    assert run_in(tmp_path, installed, run) == []
    assert places(tmp_path, installed) == before


@pytest.mark.parametrize("form", Format)
def test_print_writes_the_file_that_was_asked_for(
    tmp_path: Path, installed: Path, form: Format
) -> None:
    before = places(tmp_path, installed)
    run = f"paradak print reposts --format {form} --out list-1"
    assert is_one_new_file(run_in(tmp_path, installed, run))
    new = {name for name, about in places(tmp_path, installed).items() if about != before.get(name)}
    assert new == {"cwd", "cwd/list-1"}


def is_one_new_file(calls: list[str]) -> bool:
    return len(calls) == len(ONE_NEW_FILE) and all(
        shape.fullmatch(call) for shape, call in zip(ONE_NEW_FILE, calls, strict=True)
    )


@pytest.mark.parametrize(
    ("forbidden", "call"),
    [
        (
            "import socket; socket.socket(type=socket.SOCK_DGRAM).connect(('127.0.0.1', 9))",
            "connect",
        ),
        ("import socket; socket.socketpair()[0].sendto(b'x', b'\\0nobody')", "sendto"),
        ("import socket; socket.socket()", "socket"),
        ("import os; os.spawnlp(os.P_WAIT, 'true', 'true')", "execve"),
        ("open('new', 'w')", "openat"),
        ("open('old', 'a')", "openat"),
        ("open('old', 'r+')", "openat"),
        ("import tempfile; tempfile.TemporaryFile()", "openat"),
        ("import os; os.mkdir('folder')", "mkdir"),
        ("import os; os.mkfifo('pipe')", "mknod"),
        ("import os; os.rename('old', 'new')", "rename"),
        ("import os; os.link('old', 'new')", "link"),
        ("import os; os.symlink('old', 'new')", "symlink"),
        ("import os; os.remove('old')", "unlink"),
        ("import os; os.truncate('old', 0)", "truncate"),
        ("import os; os.chmod('old', 0o644)", "chmod"),
        ("import os; os.utime('old')", "utimensat"),
        ("import os; os.setxattr('old', 'user.a', b'b')", "setxattr"),
    ],
)
def test_a_trace_would_be_noticed(tmp_path: Path, forbidden: str, call: str) -> None:
    environment(tmp_path)
    (tmp_path / "cwd" / "old").write_text("old", encoding="utf-8")
    script = tmp_path / "canary.py"
    script.write_text(forbidden, encoding="utf-8")
    found = run_in(tmp_path, Path(sys.executable).parent, f"{sys.executable} {script}")
    assert any(line.startswith(call) for line in found), found


def test_a_change_on_the_disk_would_be_noticed(tmp_path: Path) -> None:
    environment(tmp_path)
    before = places(tmp_path, tmp_path / "home" / "bin")
    (tmp_path / "home" / ".cache").mkdir()
    assert places(tmp_path, tmp_path / "home" / "bin") != before


def test_python_compiles_two_files_where_nothing_is_compiled_yet(
    tmp_path: Path, installed: Path
) -> None:
    """Those two are compiled before the first line of ours can say that nothing shall be."""
    (package,) = installed.parent.glob("**/site-packages/tui")
    for compiled in package.rglob("*.pyc"):
        compiled.unlink()
    run_in(tmp_path, installed, "paradak list")
    written = {path.name.partition(".")[0] for path in package.rglob("*.pyc")}
    assert written == {"__init__", "__main__"}
    assert len(list(package.rglob("*.pyc"))) == 2
