"""Writing files while the disk fails, the process dies or is interrupted: the kernel says so."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OLD, NEW = b"old\n" * 1000, b"new\n" * 2500
WRITE = """
import signal, sys
from pathlib import Path
from tui.errors import WriteError
from tui.files import write_private
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    print(write_private(Path(sys.argv[1]), b"new\\n" * 2500, force=sys.argv[2] == "force").private)
except WriteError as error:
    print(error)
except KeyboardInterrupt:
    print("interrupted")
"""


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    """An empty folder; what watches over the test stands outside it."""
    found = tmp_path / "disk"
    found.mkdir()
    return found


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )


def write_elsewhere(path: Path, how: str = "force", before: str = "") -> str:
    """What the same call says in a process of its own, after some lines of code."""
    done = run(sys.executable, "-c", before + WRITE, path, how)
    assert done.stderr == ""
    return done.stdout.strip()


def traced(path: Path, how: str, *inject: str, umask: int = 0o022) -> tuple[str, list[str]]:
    """What the call says and its system calls on files, while the kernel refuses some of them."""
    log = path.parent.parent / "calls"
    calls = "trace=openat,fchmod,write,fsync,/^rename,/^unlink"
    faults = [word for fault in inject for word in ("-e", f"inject={fault}")]
    code = f"import os; os.umask({umask})\n{WRITE}"
    command = ["strace", "-y", "-o", str(log), "-e", calls, *faults, sys.executable, "-c", code]
    done = run(*command, path, how)
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return done.stdout.strip(), [line for line in lines if str(path.parent) in line]


FILES_UP_TO_5000_BYTES = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))
"""


def test_a_file_that_cannot_grow_leaves_nothing_behind(disk: Path) -> None:
    said = write_elsewhere(disk / "plan", "new", FILES_UP_TO_5000_BYTES)
    assert said == f"cannot write '{disk}/plan': File too large"
    assert names(disk) == []


def test_a_replacement_that_cannot_grow_leaves_the_old_file_whole(disk: Path) -> None:
    (disk / "plan").write_bytes(OLD)
    said = write_elsewhere(disk / "plan", "force", FILES_UP_TO_5000_BYTES)
    assert said == f"cannot write '{disk}/plan': File too large"
    assert names(disk) == ["plan"]
    assert (disk / "plan").read_bytes() == OLD


@pytest.mark.parametrize(("how", "there"), [("new", "other"), ("force", "plan")])
def test_a_full_disk_keeps_what_was_there_and_nothing_else(
    disk: Path, how: str, there: str
) -> None:
    script = """
        mount -t tmpfs -o size=12k none "$1" && head -c 4000 /dev/zero >"$1/$2" || exit 9
        "$3" -c "$4" "$1/plan" "$5"
        ls "$1"
        wc -c <"$1/$2"
    """
    alone = ("unshare", "--mount", "--map-root-user", "sh", "-c", script, "sh")
    done = run(*alone, disk, there, sys.executable, WRITE, how)
    assert done.stderr == ""
    said = f"cannot write '{disk}/plan': No space left on device"
    assert done.stdout.splitlines() == [said, there, "4000"]


@pytest.mark.parametrize("how", ["new", "force"])
@pytest.mark.parametrize(
    ("faults", "reason"),
    [
        (["fsync:error=EIO:when=1"], "Input/output error"),
        (["fsync:error=EIO:when=1", "/^unlink:error=EROFS"], "Input/output error"),
        (["write:error=EDQUOT:when=1"], "Disk quota exceeded"),
    ],
)
def test_a_failing_disk_is_reported_and_the_old_file_stays_whole(
    disk: Path, how: str, faults: list[str], reason: str
) -> None:
    path = disk / "plan"
    if how == "force":
        path.write_bytes(OLD)
    said, _ = traced(path, how, *faults)
    assert said == f"cannot write '{path}': {reason}"
    assert how == "new" or path.read_bytes() == OLD
    could_clean = not any("unlink" in fault for fault in faults)
    assert (names(disk) == (["plan"] if how == "force" else [])) is could_clean


def test_a_rename_that_fails_leaves_the_old_file_alone(disk: Path) -> None:
    path = disk / "plan"
    path.write_bytes(OLD)
    said, _ = traced(path, "force", "/^rename:error=EIO")
    assert said == f"cannot write '{path}': Input/output error"
    assert names(disk) == ["plan"]
    assert path.read_bytes() == OLD


@pytest.mark.parametrize("how", ["new", "force"])
def test_ctrl_c_leaves_no_half_written_file(disk: Path, how: str) -> None:
    path = disk / "plan"
    if how == "force":
        path.write_bytes(OLD)
    said, _ = traced(path, how, "fsync:signal=INT:when=1")
    assert said == "interrupted"
    assert names(disk) == (["plan"] if how == "force" else [])
    assert how == "new" or path.read_bytes() == OLD


def test_killed_in_the_middle_the_old_file_is_whole_and_the_next_try_names_what_is_left(
    disk: Path,
) -> None:
    path = disk / "plan"
    path.write_bytes(OLD)
    said, _ = traced(path, "force", "fsync:signal=KILL:when=1")
    assert said == ""
    assert names(disk) == ["plan", "plan.new"]
    assert path.read_bytes() == OLD
    assert write_elsewhere(path) == f"'{path}.new' is in the way"
    (disk / "plan.new").unlink()
    assert write_elsewhere(path) == "True"
    assert names(disk) == ["plan"]
    assert path.read_bytes() == NEW


# What reaches the disk


def call(line: str) -> str:
    return line.partition("(")[0]


def test_the_file_is_synced_before_it_counts_and_its_folder_after(disk: Path) -> None:
    path = disk / "plan"
    said, lines = traced(path, "new")
    assert said == "True"
    assert [call(line) for line in lines] == [
        *("openat", "fchmod", "write", "fsync"),
        *("openat", "fsync"),
    ]
    assert all(flag in lines[0] for flag in ("O_EXCL", "O_NOFOLLOW", "O_CLOEXEC", "0600"))
    assert f"{path}>" in lines[3]
    assert f"{disk}>" in lines[5]


def test_a_replacement_is_on_the_disk_before_it_takes_the_place(disk: Path) -> None:
    path = disk / "plan"
    path.write_bytes(OLD)
    said, lines = traced(path, "force")
    assert said == "True"
    calls = [call(line).rstrip("at2") for line in lines]
    renamed = calls.index("rename")
    synced = [line for line in lines[:renamed] if call(line) == "fsync"]
    assert f"{path}.new>" in synced[0]
    assert calls[renamed + 1 :] == ["open", "fsync"]
    assert f"{disk}>" in lines[-1]


def test_a_folder_that_cannot_be_synced_does_not_spoil_a_written_file(disk: Path) -> None:
    path = disk / "plan"
    assert traced(path, "new", "fsync:error=EINVAL:when=2")[0] == "True"
    assert path.read_bytes() == NEW


@pytest.mark.parametrize(
    ("umask", "private"), [(0o000, "True"), (0o077, "True"), (0o277, "False"), (0o777, "False")]
)
def test_a_disk_that_refuses_modes_is_believed_only_where_the_mode_is_right(
    disk: Path, umask: int, private: str
) -> None:
    path = disk / "plan"
    said, _ = traced(path, "new", "fchmod:error=EPERM", umask=umask)
    assert said == private
    assert (path.stat().st_mode == stat.S_IFREG | 0o600) is (private == "True")
