"""What the guard refuses and what it leaves alone; each try is also made unarmed."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests import guard_attacks as attacks

assert sys.platform == "linux", "the guard is tested on Linux, where the kernel enforces it"

ROOT = Path(__file__).parents[1]
ARM = "from tui import guard; protection = guard.arm(); "
WITHOUT_KERNEL = "from tui import guard; protection = guard.arm('linux-unknown'); "


def child(*words: str, keep: tuple[int, ...] = (), variables: dict[str, str] | None = None) -> str:
    command = [sys.executable, *words]
    environ = {**os.environ, "PYTHONPATH": str(ROOT), **(variables or {})}
    result = subprocess.run(
        command, env=environ, pass_fds=keep, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[attacks.Target]:
    folder = tmp_path_factory.mktemp("target")
    with (
        socket.socket() as tcp_server,
        socket.socket(type=socket.SOCK_DGRAM) as udp_server,
        socket.socket(socket.AF_UNIX) as stream,
        socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as datagram,
    ):
        tcp_server.bind(("127.0.0.1", 0))
        tcp_server.listen()
        udp_server.bind(("127.0.0.1", 0))
        stream.bind(str(folder / "stream"))
        stream.listen()
        datagram.bind(str(folder / "datagram"))
        yield attacks.Target(tcp_server.getsockname()[1], udp_server.getsockname()[1], folder)


@cache
def report(mode: str, target: attacks.Target) -> dict[str, dict[str, object]]:
    words = (attacks.__file__, mode, str(target.tcp), str(target.udp), str(target.folder))
    found: dict[str, dict[str, object]] = json.loads(child(*words))
    return found


@pytest.mark.parametrize("attack", attacks.ATTACKS, ids=lambda attack: attack.run.__name__)
@pytest.mark.parametrize("mode", attacks.MODES)
def test_an_attack_fails_where_a_layer_stops_it(
    mode: str, attack: attacks.Attack, target: attacks.Target
) -> None:
    seen = report(mode, target)["outcomes"][attack.run.__name__]
    if mode in attack.stopped_by or mode == "armed":
        assert seen in {"EPERM", "nothing ran"}
    else:
        assert seen == attack.bare


WHO = {"bare": "none", "hook": "python", "kernel": "kernel", "armed": "kernel"}


@pytest.mark.parametrize("mode", attacks.MODES)
def test_what_is_measured_is_what_the_attacks_met(mode: str, target: attacks.Target) -> None:
    measured = report(mode, target)["measured"]
    assert measured["network"] == measured["programs"] == WHO[mode]
    assert measured["core_dumps_off"] == measured["memory_private"] == (mode == "armed")


USE_AN_EVENT_LOOP = """
import asyncio, os, signal, threading
async def main():
    loop = asyncio.get_running_loop()
    heard = asyncio.Event()
    loop.add_signal_handler(signal.SIGUSR1, heard.set)
    os.kill(os.getpid(), signal.SIGUSR1)
    await heard.wait()
    woken = asyncio.Event()
    threading.Thread(target=loop.call_soon_threadsafe, args=[woken.set]).start()
    await woken.wait()
    return await asyncio.to_thread(lambda: "alive")
print(asyncio.run(main()))
"""
# As on Windows: the pair is made by the standard library, over the loopback address.
WITHOUT_SOCKETPAIR = "import _socket; del _socket.socketpair; "


@pytest.mark.parametrize("arming", [ARM, WITHOUT_KERNEL, WITHOUT_SOCKETPAIR + WITHOUT_KERNEL])
def test_an_event_loop_signals_and_threads_work(arming: str) -> None:
    assert child("-c", arming + USE_AN_EVENT_LOOP) == "alive\n"


def test_a_loopback_connection_outside_socketpair_is_refused(target: attacks.Target) -> None:
    connect = f"import socket; socket.create_connection(('127.0.0.1', {target.tcp})).close()"
    child("-c", connect)
    with pytest.raises(AssertionError, match="starts no program: 'socket"):
        child("-c", WITHOUT_SOCKETPAIR + WITHOUT_KERNEL + connect)


USE_TEXTUAL = """
import asyncio
from textual.app import App
class Small(App[str]):
    def on_mount(self):
        self.run_worker(self.work, thread=True)
    def work(self):
        self.call_from_thread(self.exit, "alive")
async def main():
    app = Small()
    async with app.run_test() as pilot:
        while app.return_value is None:
            await pilot.pause()
    return app.return_value
print(asyncio.run(main()))
"""


def test_textual_and_its_thread_workers_work() -> None:
    assert child("-c", ARM + USE_TEXTUAL) == "alive\n"


SHOW_VARIABLES = """
import json, os
from textual import constants
from textual.app import App
driver = App(ansi_color=None).get_driver_class().__module__
print(json.dumps([constants.LOG_FILE, driver, os.environ.get("BROWSER"), os.environ["NO_COLOR"]]))
"""


def test_variables_that_make_textual_leak_are_dropped(tmp_path: Path) -> None:
    planted = "from textual.drivers.headless_driver import HeadlessDriver as Driver"
    (tmp_path / "planted.py").write_text(planted, encoding="utf-8")
    variables = {
        "TEXTUAL_LOG": str(tmp_path / "keys.log"),
        "TEXTUAL_DRIVER": "planted:Driver",
        "BROWSER": "planted",
        "NO_COLOR": "1",
        "PYTHONPATH": f"{ROOT}{os.pathsep}{tmp_path}",
    }
    bare, armed = (
        json.loads(child("-c", arming + SHOW_VARIABLES, variables=variables))
        for arming in ("", ARM)
    )
    assert bare == [variables["TEXTUAL_LOG"], "textual.drivers.headless_driver", "planted", "1"]
    assert armed == [None, "textual.drivers.linux_driver", None, "1"]


SHOW_A_NEW_FILE = """
import os, sys
os.umask(0o022)
{arming}
os.close(os.open(sys.argv[1], os.O_CREAT | os.O_WRONLY))
print(oct(os.stat(sys.argv[1]).st_mode & 0o777))
"""


def test_new_files_are_for_the_user_alone(tmp_path: Path) -> None:
    scripts = [SHOW_A_NEW_FILE.format(arming=arming) for arming in ("", ARM)]
    bare, armed = (child("-c", script, str(tmp_path / str(n))) for n, script in enumerate(scripts))
    assert (bare, armed) == ("0o755\n", "0o700\n")


CRASH = """
import os, resource, sys
_, hard = resource.getrlimit(resource.RLIMIT_CORE)
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
os.chdir(sys.argv[1])
{arming}
pid = os.fork()
if pid == 0:
    os.abort()
print(os.WCOREDUMP(os.waitpid(pid, 0)[1]))
"""


def test_a_crash_leaves_no_memory_on_the_disk(tmp_path: Path) -> None:
    bare, armed = (child("-c", CRASH.format(arming=arm), str(tmp_path)) for arm in ("", ARM))
    assert (bare, armed) == ("True\n", "False\n")


READ_FROM_A_SIBLING = """
import _socket, ctypes, os, resource, sys
from tui import guard
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)
{arming}
if os.fork() == 0:
    try:
        open("/proc/%d/environ" % os.getppid(), "rb").close()
    except PermissionError:
        os._exit(1)
    os._exit(0)
print(os.waitstatus_to_exitcode(os.wait()[1]))
"""


def test_other_programs_of_the_user_cannot_read_our_memory() -> None:
    bare, armed = (child("-c", READ_FROM_A_SIBLING.format(arming=arm)) for arm in ("", ARM))
    assert (bare, armed) == ("0\n", "1\n")


WRITE_TO_A_DESCRIPTOR = """
import errno, os, sys
try:
    os.write(int(sys.argv[1]), b"x")
    print("written")
except OSError as error:
    print(errno.errorcode[error.errno])
"""


def test_a_socket_opened_before_us_is_closed() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        number = theirs.fileno()
        bare, armed = (
            child("-c", arming + WRITE_TO_A_DESCRIPTOR, str(number), keep=(number,))
            for arming in ("", ARM)
        )
    assert (bare, armed) == ("written\n", "EBADF\n")


def test_a_pipe_of_the_shell_stays_open() -> None:
    read = ARM + "import pathlib, sys; print(pathlib.Path(sys.argv[1]).read_text().strip())"
    command = ["bash", "-c", '"$0" -c "$1" <(echo from a pipe)', sys.executable, read]
    assert subprocess.check_output(command, cwd=ROOT, text=True) == "from a pipe\n"


WITHOUT_CTYPES = "import sys; sys.modules['ctypes'] = None; "
WITHOUT_LIMITS = "import sys; sys.modules['resource'] = None; "
# As a container may: the call that installs a filter does not exist (ENOSYS is 38).
WITHOUT_SECCOMP = """
import ctypes, struct
from tui import guard
_, column = guard.ARCHITECTURES[guard.this_machine()]
steps = [(0x20, 0, 0, 0), (0x15, 0, 1, guard.OTHER_CALLS["seccomp"][column])]
steps += [(0x06, 0, 0, 0x00050000 | 38), (0x06, 0, 0, 0x7FFF0000)]
program = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
header = ctypes.create_string_buffer(struct.pack("HP", len(steps), ctypes.addressof(program)))
call = ctypes.CDLL(None).prctl
assert call(38, 1, 0, 0, 0) == call(22, 2, ctypes.c_void_p(ctypes.addressof(header))) == 0
"""
WITHOUT_HOOKS = """
import sys
def veto(event, arguments):
    if event == "sys.addaudithook":
        raise RuntimeError
sys.addaudithook(veto)
"""
SHOW = """
print(*(str(value) for value in vars(protection).values()))
import socket
try:
    socket.socket()
except OSError as error:
    print(error)
"""
REFUSED = "[Errno 1] refused, Paradak uses no network and starts no program: 'socket.__new__'"


@pytest.mark.parametrize(
    ("arming", "shown"),
    [
        (ARM, ["kernel kernel True True", REFUSED]),
        (WITHOUT_KERNEL, ["python python True True", REFUSED]),
        (WITHOUT_SECCOMP + ARM, ["python python True True", REFUSED]),
        (WITHOUT_CTYPES + ARM, ["python python False False", REFUSED]),
        (WITHOUT_LIMITS + ARM, ["kernel kernel False True", REFUSED]),
        (WITHOUT_HOOKS + ARM, ["kernel kernel True True", "[Errno 1] Operation not permitted"]),
        (WITHOUT_HOOKS + WITHOUT_KERNEL, ["none none True True"]),
    ],
)
def test_a_missing_layer_is_told_and_does_no_harm(arming: str, shown: list[str]) -> None:
    assert child("-c", arming + SHOW).splitlines() == shown


def test_importing_the_guard_loads_nothing_that_it_refuses_or_needs_late() -> None:
    loaded = child("-c", "import sys, tui.guard; print(*sys.modules)").split()
    assert not {"ctypes", "resource", "_socket", "socket", "subprocess"} & set(loaded)
