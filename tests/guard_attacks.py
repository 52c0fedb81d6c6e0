"""Attacks on the guard, and the child process that tries them; `test_guard.py` is the parent.

Arming cannot be undone, so it happens in a child: this file, run with a mode and a target. It tries
everything in `ATTACKS` and prints what happened, as JSON.
"""

import concurrent.futures
import ctypes
import dataclasses
import errno
import json
import mmap
import multiprocessing.util
import os
import shutil
import socket
import subprocess
import sys
import webbrowser
from collections.abc import Callable
from pathlib import Path

from tui import guard

assert sys.platform == "linux", "these attacks are those of Linux"

LIBC = ctypes.CDLL(None, use_errno=True)
AT_EMPTY_PATH = 0x1000
_, COLUMN = guard.ARCHITECTURES[guard.this_machine()]
EARLY_THREAD = concurrent.futures.ThreadPoolExecutor(1)
# push rbx; eax = 359 (socket of i386); ebx = AF_INET; ecx = SOCK_STREAM; edx = 0; int 0x80
I386_SOCKET = bytes.fromhex("53 b867010000 bb02000000 b901000000 31d2 cd80 5b c3")


@dataclasses.dataclass(frozen=True)
class Target:
    """What the attacks reach for: servers of the parent, and a folder where programs write."""

    tcp: int
    udp: int
    folder: Path

    @property
    def touched(self) -> Path:
        return self.folder / "touched"

    @property
    def touch(self) -> list[str]:
        return [shutil.which("touch") or "touch", str(self.touched)]


def tcp(target: Target) -> None:
    socket.socket().connect(("127.0.0.1", target.tcp))


def udp(target: Target) -> None:
    socket.socket(type=socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", target.udp))


def netlink(_target: Target) -> None:
    socket.socket(socket.AF_NETLINK, socket.SOCK_RAW).bind((0, 0))


def unix_stream(target: Target) -> None:
    socket.socket(socket.AF_UNIX).connect(str(target.folder / "stream"))


def unix_datagram_from_a_pair(target: Target) -> None:
    ours, _ = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    ours.sendto(b"x", str(target.folder / "datagram"))


def unix_connect_of_a_pair(target: Target) -> None:
    ours, _ = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    ours.connect(str(target.folder / "datagram"))


def unix_message_from_a_pair(target: Target) -> None:
    ours, _ = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    ours.sendmsg([b"x"], [], 0, str(target.folder / "datagram"))


def descriptor_from_a_message(_target: Target) -> None:
    _, theirs = socket.socketpair()
    theirs.setblocking(False)
    theirs.recvmsg(1, socket.CMSG_SPACE(4))


def name_lookup(_target: Target) -> None:
    socket.getaddrinfo("localhost", 80)


def result_of(value: int) -> None:
    if value == -1:
        raise OSError(ctypes.get_errno(), "refused")


def c_library_loaded_before(_target: Target) -> None:
    result_of(LIBC.socket(socket.AF_INET, socket.SOCK_STREAM, 0))


def c_library_loaded_after(_target: Target) -> None:
    result_of(ctypes.CDLL(None, use_errno=True).socket(socket.AF_INET6, socket.SOCK_DGRAM, 0))


def thread_started_before(target: Target) -> None:
    EARLY_THREAD.submit(c_library_loaded_before, target).result()


def io_uring(_target: Target) -> None:
    result_of(LIBC.syscall(guard.REFUSED_CALLS["io_uring_setup"][COLUMN], 1, None))


def descriptor_of_a_process(_target: Target) -> None:
    process = os.pidfd_open(os.getpid())
    result_of(LIBC.syscall(guard.REFUSED_CALLS["pidfd_getfd"][COLUMN], process, 0, 0))


def pair_of_another_family(_target: Target) -> None:
    pair = (ctypes.c_int * 2)()
    result_of(LIBC.socketpair(socket.AF_INET, socket.SOCK_STREAM, 0, pair))


def x32_call(_target: Target) -> None:
    result_of(LIBC.syscall(0x40000000 + 41, socket.AF_INET, socket.SOCK_STREAM, 0))


def i386_call(_target: Target) -> None:
    page = mmap.mmap(-1, mmap.PAGESIZE, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(I386_SOCKET)
    address = ctypes.addressof(ctypes.c_char.from_buffer(page))
    result = ctypes.CFUNCTYPE(ctypes.c_int)(address)()
    if result < 0:
        raise OSError(-result, "refused")


def with_subprocess(target: Target) -> None:
    subprocess.run(target.touch, check=True)


def with_system(target: Target) -> None:
    os.system(" ".join(target.touch))


def with_posix_spawn(target: Target) -> None:
    os.waitpid(os.posix_spawn(target.touch[0], target.touch, os.environ), 0)


def with_exec(target: Target) -> None:
    child = os.fork()
    if child == 0:
        try:
            os.execv(target.touch[0], target.touch)
        finally:
            os._exit(1)
    os.waitpid(child, 0)


def with_execveat(target: Target) -> None:
    program = os.open(target.touch[0], os.O_PATH)
    words = (ctypes.c_char_p * 3)(*(word.encode() for word in target.touch), None)
    number = guard.REFUSED_CALLS["execveat"][COLUMN]
    child = os.fork()
    if child == 0:
        LIBC.syscall(number, program, b"", words, None, AT_EMPTY_PATH)
        os._exit(1)
    os.waitpid(child, 0)


def with_fork_exec(target: Target) -> None:
    path, *_ = target.touch
    child = multiprocessing.util.spawnv_passfds(path.encode(), target.touch, ())
    os.waitpid(child, 0)


def with_a_browser(target: Target) -> None:
    webbrowser.get(f"{target.touch[0]} %s").open(target.touch[1])


def after_the_hook_is_emptied(target: Target) -> None:
    guard.REFUSED_MODULES.clear()
    tcp(target)


@dataclasses.dataclass(frozen=True)
class Attack:
    """One attack, its outcome where nothing is armed, and the layers that stop it alone."""

    run: Callable[[Target], None]
    bare: str = "done"
    stopped_by: tuple[str, ...] = ("hook", "kernel")


NETWORK = [
    Attack(tcp),
    Attack(udp),
    Attack(netlink),
    Attack(unix_stream),
    Attack(unix_datagram_from_a_pair),
    Attack(unix_connect_of_a_pair),
    Attack(unix_message_from_a_pair),
    Attack(descriptor_from_a_message, bare="EAGAIN", stopped_by=("kernel",)),
    Attack(name_lookup, stopped_by=("hook",)),  # a file answers; tests/real watches a real lookup
    Attack(c_library_loaded_before, stopped_by=("kernel",)),
    Attack(c_library_loaded_after, stopped_by=("kernel",)),
    Attack(thread_started_before, stopped_by=("kernel",)),
    Attack(io_uring, bare="EFAULT", stopped_by=("kernel",)),
    Attack(descriptor_of_a_process, stopped_by=("kernel",)),
    Attack(pair_of_another_family, bare="ENOTSUP", stopped_by=("kernel",)),
]
X86_64 = [
    Attack(x32_call, bare="ENOSYS", stopped_by=("kernel",)),
    Attack(i386_call, stopped_by=("kernel",)),
]
PROGRAMS = [
    Attack(with_subprocess),
    Attack(with_system),
    Attack(with_posix_spawn),
    Attack(with_exec),
    Attack(with_execveat, stopped_by=("kernel",)),
    Attack(with_fork_exec, stopped_by=("kernel",)),
    Attack(with_a_browser),
]
LAST = [Attack(after_the_hook_is_emptied, stopped_by=("kernel",))]
ON_X86_64 = guard.this_machine() == "linux-x86_64"
ATTACKS = NETWORK + (X86_64 if ON_X86_64 else []) + PROGRAMS + LAST
MODES: dict[str, Callable[[], object]] = {
    "bare": lambda: None,
    "hook": guard.refuse_in_python,
    "kernel": lambda: guard.refuse_in_kernel(guard.this_machine()),
    "armed": guard.arm,
}


def outcome(attack: Attack, target: Target) -> str:
    target.touched.unlink(missing_ok=True)
    try:
        attack.run(target)
    except OSError as error:
        return errno.errorcode[error.errno or 0]
    if attack in PROGRAMS and not target.touched.exists():
        return "nothing ran"
    return "done"


def main(mode: str, tcp_port: str, udp_port: str, folder: str) -> None:
    """Be the child: arm as `mode` says, try everything, print what happened and was measured."""
    target = Target(int(tcp_port), int(udp_port), Path(folder))
    EARLY_THREAD.submit(int).result()
    MODES[mode]()
    measured = dataclasses.asdict(guard.measure())
    outcomes = {attack.run.__name__: outcome(attack, target) for attack in ATTACKS}
    sys.stdout.write(json.dumps({"measured": measured, "outcomes": outcomes}))


if __name__ == "__main__":
    main(*sys.argv[1:])
