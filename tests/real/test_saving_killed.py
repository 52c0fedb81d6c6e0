"""A save that is killed at each of its system calls: the version before or the new one is there."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.proof import Proof
from tui.saving import read, save

ROOT = Path(__file__).parents[2]
BEGINNING = b"ours: "
OLD, NEW = BEGINNING + b"old" * 5_000, BEGINNING + b"new" * 11_000
MARK = "here-a-save-begins"
SAVE = f"""
import os, sys
from pathlib import Path
from tui.saving import read, save
path = Path(sys.argv[1])
new = {BEGINNING!r} + b"new" * 11_000
try:
    os.stat("{MARK}")
except OSError:
    pass
save(path, new, read(path), {BEGINNING!r})
"""
CALL = re.compile(r"(\w+)\(")


def run(path: Path, log: Path, *inject: str) -> int:
    """The exit code of a save in a process of its own, with its calls in a log."""
    command = ["strace", "-o", str(log), *inject, sys.executable, "-c", SAVE, str(path)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode


def calls(log: Path) -> list[tuple[str, int]]:
    """The system calls of the save, each with how many of its kind came before it in all."""
    counted: Counter[str] = Counter()
    found, begun = [], False
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        match = CALL.match(line)
        if match is None:
            continue
        counted[match[1]] += 1
        if begun:
            found.append((match[1], counted[match[1]]))
        begun = begun or MARK in line
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "disk"
    folder.mkdir()
    return folder / "notes"


def test_a_kill_at_any_system_call_loses_nothing_and_the_next_save_cleans_up(
    path: Path, proof: Proof
) -> None:
    log = path.parent.parent / "log"
    save(path, OLD, None, BEGINNING)
    assert run(path, log) == 0
    save_calls = calls(log)
    path.unlink()
    seen: Counter[bytes] = Counter()
    left = 0
    for name, number in save_calls:
        path.unlink(missing_ok=True)
        save(path, OLD, None, BEGINNING)
        run(path, log, "-e", f"inject={name}:signal=KILL:when={number}")
        kept = read(path)
        seen[kept.data] += 1
        left += len(list(path.parent.iterdir())) - 1
        save(path, NEW, kept, BEGINNING)
        assert [entry.name for entry in path.parent.iterdir()] == ["notes"]
    assert {name for name, _ in save_calls} >= {"write", "fsync", "rename", "flock"}
    assert set(seen) == {OLD, NEW}
    assert left > 0
    proof.tell(f"{len(save_calls)} system calls, a kill at each, nothing lost")


def test_a_writer_in_place_would_be_caught(path: Path) -> None:
    """A kill between the emptying of a file and the writing of it loses both versions."""
    path.write_bytes(OLD)
    code = f"open({str(path)!r}, 'wb').write(b'x' * 100_000)"
    inject = ["-e", "inject=write:signal=KILL:error=EIO:when=1"]
    command = ["strace", "-o", "/dev/null", *inject, sys.executable, "-c", code]
    subprocess.run(command, capture_output=True, check=False)
    assert path.read_bytes() not in {OLD, b"x" * 100_000}
