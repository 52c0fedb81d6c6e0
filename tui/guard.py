"""No network and no other programs, refused by the kernel where that is possible.

Two layers. On Linux (x86_64, aarch64) a seccomp filter refuses the system calls: it binds every
thread and all C code, and cannot be taken off. Everywhere an audit hook refuses what Python itself
announces: it names the mistake, but code that means harm can walk around it. Files are left alone.
What was reached is measured by trying, never assumed; `docs/offline.md` tells the limits.
"""

from __future__ import annotations

import errno
import os
import stat
import struct
import sys
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping
    from types import FrameType

ARCHITECTURES: Final = {"linux-x86_64": (0xC000003E, 0), "linux-aarch64": (0xC00000B7, 1)}
"""AUDIT_ARCH of each machine with a filter (linux/audit.h), and its column in the two tables."""

REFUSED_CALLS: Final = {
    # a socket that leads out of this process
    "socket": (41, 198),
    "connect": (42, 203),
    "bind": (49, 200),
    "listen": (50, 201),
    "accept": (43, 202),
    "accept4": (288, 242),
    "sendmsg": (46, 211),
    "sendmmsg": (307, 269),
    "recvmsg": (47, 212),
    "recvmmsg": (299, 243),
    # the kernel or another process acting for us; request_key starts a helper that may ask DNS
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "bpf": (321, 280),
    "request_key": (249, 218),
    "ptrace": (101, 117),
    "process_vm_writev": (311, 271),
    "pidfd_getfd": (438, 438),
    # another program
    "execve": (59, 221),
    "execveat": (322, 281),
}
"""System calls that are always refused: number on x86_64, number on aarch64.

Source: asm/unistd_64.h and asm-generic/unistd.h of Linux. What is refused is listed, not what is
allowed, because each C library brings calls of its own. No fork: threads start by the same call,
and a copy of this process is bound by the same filter.
"""

OTHER_CALLS: Final = {"socketpair": (53, 199), "sendto": (44, 206), "seccomp": (317, 277)}
"""The two calls of asyncio's self-pipe, allowed in that shape only, and the call that installs."""

REFUSED_MODULES: Final = {"socket", "urllib", "http", "syslog", "subprocess", "webbrowser"}
REFUSED_EVENTS: Final = {"os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "os.system"}
"""Audit events that are refused: all those of a module, and these. Source: the manual of Python."""

_ON_LINUX: Final = sys.platform == "linux"
_REASON: Final = "refused, Paradak uses no network and starts no program"
_ALLOW: Final = 0x7FFF0000
_REFUSE: Final = 0x00050000 | errno.EPERM
_ADDRESS_FAMILIES: Final = {"unix": 1, "inet": 2, "inet6": 10, "netlink": 16}
_SOCK_STREAM: Final = 1
_PRCTL: Final = {"get dumpable": 3, "set dumpable": 4, "set no_new_privs": 38}


class Enforcement(StrEnum):
    """Who refuses something, as measured."""

    KERNEL = "kernel"
    PYTHON = "python"
    NONE = "none"


@dataclass(frozen=True)
class Protection:
    """What the guard reached on this machine.

    `core_dumps_off`: the system writes no copy of our memory to disk when we crash.
    `memory_private`: other programs of the same user cannot read our memory; root still can.
    """

    network: Enforcement
    programs: Enforcement
    core_dumps_off: bool
    memory_private: bool


def arm(machine: str | None = None) -> Protection:
    """Refuse network and other programs for the rest of this process, and say what was reached.

    For the start of `main()`, before Textual is imported. It cannot be undone, and never raises:
    a layer that is missing shows in the result. `machine` is for tests, see `this_machine()`.
    """
    drop_hostile_variables(os.environ)
    os.umask(0o077)
    close_inherited_sockets()
    forbid_memory_dumps()
    refuse_in_kernel(this_machine() if machine is None else machine)
    refuse_in_python()
    return measure()


def drop_hostile_variables(environ: MutableMapping[str, str]) -> None:
    """Drop the variables by which Textual writes keys to disk, loads code or starts a program."""
    for name in list(environ):
        if name.startswith("TEXTUAL") or name == "BROWSER":
            del environ[name]


def close_inherited_sockets() -> None:
    """Close the sockets opened before us, because a filter does not stop writing to them.

    Only sockets: pipes and files stay, so that `paradak check <(...)` works. Standard input, output
    and error stay too, even when they are sockets: whoever started us chose them.
    """
    descriptors = set(range(256))
    with suppress(OSError), os.scandir("/dev/fd") as entries:
        descriptors = {int(entry.name) for entry in entries}
    for descriptor in descriptors - {0, 1, 2}:
        with suppress(OSError):
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                os.close(descriptor)


def forbid_memory_dumps() -> None:
    """Have the system neither write our memory to disk nor show it to other programs of the user.

    Both settings are needed: a crash handler that the kernel feeds by a pipe ignores the limit.
    """
    if sys.platform != "win32":
        with suppress(ImportError, OSError, ValueError):
            import resource

            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _libc("prctl", _PRCTL["set dumpable"], 0, 0, 0, 0)


def refuse_in_kernel(machine: str) -> None:
    """Put the filter on every thread (SET_MODE_FILTER 1, TSYNC 1), where the machine has one."""
    if machine not in ARCHITECTURES:
        return
    with suppress(ImportError):
        import ctypes

        steps = filter_program(machine)
        program = ctypes.create_string_buffer(steps)
        header = struct.pack("HP", len(steps) // 8, ctypes.addressof(program))
        argument = ctypes.create_string_buffer(header)
        seccomp = OTHER_CALLS["seccomp"][ARCHITECTURES[machine][1]]
        _libc("prctl", _PRCTL["set no_new_privs"], 1, 0, 0, 0)
        _libc("syscall", seccomp, 1, 1, ctypes.addressof(argument))


def refuse_in_python() -> None:
    """Add the audit hook, which works on every system and names what was refused."""
    sys.addaudithook(_refuse_event)


def measure() -> Protection:
    """Try to open sockets and to start a program, and say who refused.

    Harmless where nobody refuses: the sockets are closed, and no program has an empty path.
    """
    kernel_network = all(_socket_refused(family) for family in _ADDRESS_FAMILIES.values())
    kernel_programs = _libc("execve", 0, 0, 0) == -errno.EPERM
    memory_private = _libc("prctl", _PRCTL["get dumpable"], 0, 0, 0, 0) == 0
    return Protection(
        network=Enforcement.KERNEL if kernel_network else _without_kernel(_open_socket),
        programs=Enforcement.KERNEL if kernel_programs else _without_kernel(_start_program),
        core_dumps_off=_no_core_size() and (memory_private or not _ON_LINUX),
        memory_private=memory_private,
    )


def this_machine() -> str:
    """Name the system calls we speak, as in `linux-x86_64`; a 32-bit Python speaks others."""
    if sys.platform != "win32" and sys.maxsize > 2**32:
        return f"{sys.platform}-{os.uname().machine}"
    return sys.platform


def filter_program(machine: str) -> bytes:
    """Give the filter for a machine of `ARCHITECTURES` in the kernel's BPF form.

    Foreign calls go first: an x86_64 kernel also answers i386, and x32 from 0x40000000 on. Offsets
    are those of `struct seccomp_data` (linux/seccomp.h), and both machines are little-endian.
    """
    architecture, column = ARCHITECTURES[machine]
    call, arch, domain, address_low, address_high = 0, 4, 16, 48, 52
    refuse, allow = _step(0x06, _REFUSE), _step(0x06, _ALLOW)
    self_pipe = {
        "sendto": _refuse_unless(address_low, 0) + _refuse_unless(address_high, 0) + allow,
        "socketpair": _refuse_unless(domain, _ADDRESS_FAMILIES["unix"]) + allow,
    }
    return b"".join(
        [
            _refuse_unless(arch, architecture),
            _step(0x20, call) + _step(0x35, 0x40000000, 0, 1) + refuse,
            *(_when(numbers[column], refuse) for numbers in REFUSED_CALLS.values()),
            *(_when(OTHER_CALLS[name][column], then) for name, then in self_pipe.items()),
            allow,
        ]
    )


def _when(number: int, then: bytes) -> bytes:
    return _step(0x15, number, 0, len(then) // 8) + then


def _refuse_unless(offset: int, value: int) -> bytes:
    return _step(0x20, offset) + _step(0x15, value, 1, 0) + _step(0x06, _REFUSE)


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    """One `struct sock_filter`: 0x20 loads, 0x15 jumps if equal, 0x35 if not less, 0x06 answers."""
    return struct.pack("=HBBI", code, if_true, if_false, value)


def _refuse_event(event: str, _arguments: tuple[object, ...]) -> None:
    module = event.partition(".")[0]
    if module not in REFUSED_MODULES and event not in REFUSED_EVENTS:
        return
    if module != "socket" or not _inside_socketpair(sys._getframe()):
        raise PermissionError(errno.EPERM, _REASON, event)


def _inside_socketpair(frame: FrameType | None) -> bool:
    """Tell whether Python's own `socketpair()` is at work, which an event loop needs once.

    On Windows it joins the pair by a loopback connection, so it may do what others may not.
    """
    while frame is not None:
        function = frame.f_code.co_name
        if function.endswith("socketpair") and frame.f_globals.get("__name__") == "socket":
            return True
        frame = frame.f_back
    return False


def _socket_refused(family: int) -> bool:
    result = _libc("socket", family, _SOCK_STREAM, 0)
    if result >= 0:
        os.close(result)
    return result == -errno.EPERM


def _without_kernel(attempt: Callable[[], None]) -> Enforcement:
    try:
        attempt()
    except OSError as error:
        if error.strerror == _REASON:
            return Enforcement.PYTHON
    return Enforcement.NONE


def _open_socket() -> None:
    import _socket

    _socket.socket(_ADDRESS_FAMILIES["inet"], _SOCK_STREAM).close()


def _start_program() -> None:
    os.execv("", ["-"])  # noqa: S606, S607 - asks who refuses; no program has an empty path


def _no_core_size() -> bool:
    if sys.platform != "win32":
        with suppress(ImportError):
            import resource

            return resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
    return False


def _libc(name: str, *arguments: int) -> int:
    """Call a function of the C library: its result, or the negated error number when it failed."""
    if not _ON_LINUX:
        return -errno.ENOSYS
    try:
        import ctypes

        function = getattr(ctypes.CDLL(None, use_errno=True), name)
    except (ImportError, OSError, AttributeError):
        return -errno.ENOSYS
    result = int(function(*(ctypes.c_ulong(argument) for argument in arguments)))
    return -ctypes.get_errno() if result == -1 else result
