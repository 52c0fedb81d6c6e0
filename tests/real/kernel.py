"""What a program asked of the kernel, by strace, and what none of our programs may ask."""

import re
from pathlib import Path

from tests.real.test_guard_strace import REFUSED, SELF_PIPE

CALLS = (
    *("io_uring_setup", "execve", "execveat"),
    *("open", "openat", "openat2", "creat", "mkdir", "mkdirat", "mknod", "mknodat"),
    *("rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat"),
    *("unlink", "unlinkat", "rmdir", "truncate", "ftruncate", "fallocate", "memfd_create"),
    *("chmod", "fchmod", "fchmodat", "chown", "fchown", "fchownat", "lchown"),
    *("utime", "utimes", "utimensat", "futimesat", "setxattr", "fsetxattr", "lsetxattr"),
)
# Not every machine has every call; strace lets those pass that begin with a question mark.
WATCHED = ",".join(["%network", *(f"?{call}" for call in CALLS)])
# Matched by shape and flags: the strings of a process that hides its memory may be missing.
READING = re.compile(r"open(at)?\(.*\bO_RDONLY\b(?!.*\b(O_CREAT|O_TRUNC|O_TMPFILE)\b).*")
START = re.compile(r"execve\(\".*= 0")
ONE_NEW_FILE = (
    re.compile(r"openat\(.*\bO_WRONLY\|O_CREAT\|O_EXCL\b.*, 0600\)\s*= \d+"),
    re.compile(r"fchmod\(\d+, 0600\)\s*= 0"),
)


def traced(log: Path, run: str) -> str:
    """The command line with its calls written to logs, one a thread."""
    return f"strace -ff -qq -e signal=none -e 'trace={WATCHED}' -o {log} {run}"


def unexpected(log: Path) -> list[str]:
    """The calls in the logs other than the start, reading, the self-pipe and the guard's tries."""
    logs = log.parent.glob(f"{log.name}.*")
    threads = [thread.read_text(encoding="utf-8").splitlines() for thread in logs]
    (first,) = [calls for calls in threads if calls and START.fullmatch(calls[0])]
    del first[0]
    harmless = (READING, SELF_PIPE, REFUSED)
    calls = [call for thread in threads for call in thread]
    return [call for call in calls if not any(shape.fullmatch(call) for shape in harmless)]


def listing(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Everything in a folder, hidden or not: mode, time of change and content by path."""
    found = {}
    for path in [folder, *sorted(folder.rglob("*"))]:
        about = path.lstat()
        content = path.read_bytes() if path.is_file() else b""
        found[str(path.relative_to(folder))] = (about.st_mode, about.st_mtime_ns, content)
    return found
