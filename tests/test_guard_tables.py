"""The guard's tables: the filter for each machine, read as the kernel reads it, and the events."""

import errno
import re
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from tui import guard

ROOT = Path(__file__).parents[1]
HEADERS = Path("/usr/include")
MACHINES = sorted(guard.ARCHITECTURES)
REFUSE = 0x00050000 | errno.EPERM
ALLOW = 0x7FFF0000
UNIX, INET = 1, 2


def answer(program: bytes, arch: int, number: int, *arguments: int) -> int:
    """Run a filter as the kernel would (the machine of linux/filter.h, as far as it is used)."""
    steps = list(struct.iter_unpack("=HBBI", program))
    data = struct.pack("=IIQ6Q", number, arch, 0, *arguments, *(0,) * (6 - len(arguments)))
    position = loaded = 0
    while True:
        code, if_true, if_false, value = steps[position]
        position += 1
        if code == 0x06:
            return int(value)
        if code == 0x20:
            (loaded,) = struct.unpack_from("=I", data, value)
        else:
            passed = {0x15: loaded == value, 0x35: loaded >= value}[code]
            position += if_true if passed else if_false


@pytest.mark.parametrize("machine", MACHINES)
def test_the_filter_refuses_what_is_listed_and_nothing_else(machine: str) -> None:
    arch, column = guard.ARCHITECTURES[machine]
    program = guard.filter_program(machine)
    refused = {number for number in range(1000) if answer(program, arch, number, 1) == REFUSE}
    assert refused == {numbers[column] for numbers in guard.REFUSED_CALLS.values()}
    assert {answer(program, arch, number, 1) for number in range(1000)} == {REFUSE, ALLOW}


@pytest.mark.parametrize("machine", MACHINES)
def test_the_filter_allows_the_self_pipe_in_its_own_shape_only(machine: str) -> None:
    arch, column = guard.ARCHITECTURES[machine]
    program = guard.filter_program(machine)
    socketpair, sendto = (guard.OTHER_CALLS[name][column] for name in ("socketpair", "sendto"))
    assert answer(program, arch, socketpair, UNIX) == ALLOW
    assert answer(program, arch, socketpair, INET) == REFUSE
    assert answer(program, arch, sendto, 5, 0xFFFF, 1, 0, 0, 0) == ALLOW
    assert answer(program, arch, sendto, 5, 0xFFFF, 1, 0, 0xFFFF, 16) == REFUSE
    assert answer(program, arch, sendto, 5, 0xFFFF, 1, 0, 1 << 32, 16) == REFUSE


@pytest.mark.parametrize("machine", MACHINES)
def test_the_filter_refuses_calls_of_another_machine(machine: str) -> None:
    arch, _ = guard.ARCHITECTURES[machine]
    program = guard.filter_program(machine)
    i386 = 0x40000003
    assert answer(program, arch, 39) == ALLOW
    assert answer(program, i386, 39) == REFUSE
    assert answer(program, arch, 0x40000000 + 39) == REFUSE


@pytest.mark.parametrize(
    ("column", "header"), [(0, "x86_64-linux-gnu/asm/unistd_64.h"), (1, "asm-generic/unistd.h")]
)
def test_numbers_are_those_of_the_kernel_headers(column: int, header: str) -> None:
    text = (HEADERS / header).read_text(encoding="utf-8")
    known = dict(re.findall(r"#define __NR_(\w+)\s+(\d+)", text))
    for name, numbers in {**guard.REFUSED_CALLS, **guard.OTHER_CALLS}.items():
        assert int(known[name]) == numbers[column], name


TRY_EVERY_NUMBER = """
import ctypes, errno, sys
from tui import guard
if sys.argv[1] == "armed":
    guard.arm()
libc = ctypes.CDLL(None, use_errno=True)
_, column = guard.ARCHITECTURES[guard.this_machine()]
for name, numbers in guard.REFUSED_CALLS.items():
    result = libc.syscall(numbers[column], *[ctypes.c_long(-1)] * 6)
    print(name, errno.errorcode[ctypes.get_errno()] if result == -1 else "done")
"""


def test_every_refused_call_is_refused_by_this_kernel() -> None:
    command = [sys.executable, "-c", TRY_EVERY_NUMBER]
    bare, armed = (
        subprocess.check_output([*command, mode], cwd=ROOT, text=True).splitlines()
        for mode in ("bare", "armed")
    )
    assert armed == [f"{name} EPERM" for name in guard.REFUSED_CALLS]
    assert [line for line in bare if line.endswith((" EPERM", " ENOSYS"))] == []


TELL_WHO_IS_LET_THROUGH = """
import sys
from tui import guard
guard.refuse_in_python()
for event in sys.argv[1:]:
    try:
        sys.audit(event)
        print(event)
    except PermissionError as error:
        assert error.filename == event
"""


def test_the_hook_refuses_by_name_and_leaves_the_rest() -> None:
    refused = (
        "socket.__new__ socket.bind socket.connect socket.getaddrinfo socket.gethostbyaddr"
        " socket.gethostbyname socket.getnameinfo socket.sendmsg socket.sendto"
        " http.client.connect syslog.syslog urllib.Request webbrowser.open"
        " os.exec os.posix_spawn os.spawn os.startfile os.system subprocess.Popen"
    )
    allowed = "open import compile ctypes.dlopen os.listdir os.remove os.rename sys._getframe"
    command = [sys.executable, "-c", TELL_WHO_IS_LET_THROUGH, *refused.split(), *allowed.split()]
    output = subprocess.check_output(command, cwd=ROOT, text=True)
    assert output.split() == allowed.split()
