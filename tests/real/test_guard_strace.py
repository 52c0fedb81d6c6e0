"""What the kernel saw of an armed process: every network and exec call, as strace logs them.

Calls are matched by their shape and flags, because a process that is not dumpable hides its strings
from a strace of an ordinary user.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WATCHED = "%network,io_uring_setup,io_uring_enter,execve,execveat"
SELF_PIPE = re.compile(
    r"socketpair\(AF_UNIX, .*= 0"
    r"|getsockname\(.*= 0"
    r"|sendto\(\d+, .*, 1, 0, NULL, 0\)\s*= 1"
    r"|recvfrom\(\d+, .*, 4096, 0, NULL, NULL\)\s*= (\d+|-1 EAGAIN .*)"
)
REFUSED = re.compile(
    r"(socket\(AF_(UNIX|INET|INET6|NETLINK), |execve\(NULL, NULL, ).*= -1 EPERM .*"
)
ARM = "from tui import guard; guard.arm(); "
USE_A_LOOP = "import asyncio; asyncio.run(asyncio.to_thread(print))"
USE_UDP = "import socket; socket.socket(type=socket.SOCK_DGRAM).connect(('127.0.0.1', 9))"
USE_A_PROGRAM = "import subprocess; subprocess.run(['true'], check=False)"
USE_AN_ADDRESS = """
import socket
ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
ours.sendto(b"x", theirs.getsockname() or b"\\0nobody")
"""
# A name that a file answers: the C library opens sockets all the same, and nothing leaves.
LOOK_UP_A_NAME = """
import ctypes
found = ctypes.c_void_p()
ctypes.CDLL(None).getaddrinfo(b"localhost", None, None, ctypes.byref(found))
"""


def calls(code: str, folder: Path) -> list[str]:
    """Give the watched calls of a child, thread by thread, less the start of Python itself."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    watch = ["-e", "signal=none", "-e", f"trace={WATCHED}"]
    options = ["-ff", "-qq", *watch, "-o", str(folder / "log")]
    command = ["strace", *options, sys.executable, "-c", code]
    subprocess.run(command, env=environ, cwd=folder, capture_output=True, check=False, timeout=120)
    logs = [log.read_text(encoding="utf-8") for log in folder.glob("log.*")]
    lines = [line for log in logs for line in log.splitlines()]
    (start,) = [line for line in lines if line.startswith(f'execve("{sys.executable}"')]
    return [line for line in lines if line != start]


def unexpected(lines: list[str]) -> list[str]:
    return [line for line in lines if not (SELF_PIPE.fullmatch(line) or REFUSED.fullmatch(line))]


def test_an_armed_event_loop_makes_its_self_pipe_and_nothing_else(tmp_path: Path) -> None:
    lines = calls(ARM + USE_A_LOOP, tmp_path)
    assert unexpected(lines) == []
    assert len([line for line in lines if line.startswith("socketpair(")]) == 1
    self_test = [line for line in lines if REFUSED.fullmatch(line)]
    assert len(self_test) == 5


def test_a_name_lookup_by_the_c_library_gets_no_socket(tmp_path: Path) -> None:
    lines = calls(ARM + LOOK_UP_A_NAME, tmp_path)
    assert unexpected(lines) == []
    assert len(lines) > 5


@pytest.mark.parametrize(
    ("code", "call"),
    [
        (USE_UDP, "connect("),
        (USE_A_PROGRAM, "execve("),
        (USE_AN_ADDRESS, "sendto("),
        (LOOK_UP_A_NAME, "socket("),
    ],
)
def test_strace_shows_what_an_unarmed_process_does(code: str, call: str, tmp_path: Path) -> None:
    assert call in "\n".join(unexpected(calls(code, tmp_path)))
