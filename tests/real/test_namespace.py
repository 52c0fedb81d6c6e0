"""A tour in a network of its own, where every packet would be counted: there is none.

Making one takes root.
"""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.real import tour
from tests.real.terminal import LEFT_WELL, terminal

OPEN = "ip link set lo up && ip route add default dev lo"
COUNT = "cat /proc/net/dev /proc/net/snmp"
TCP = "import socket; s = socket.socket(); s.settimeout(0.2); s.connect_ex(('192.0.2.1', 80))"
UDP = "import socket; socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 53))"


def in_a_network(run: str, counts: Path) -> str:
    """The command line in a network that leads nowhere; what was counted goes to a file."""
    lines = f"{OPEN}; {run}; code=$?; {COUNT} > {shlex.quote(str(counts))}; exit $code"
    return f"unshare -n sh -c {shlex.quote(lines)}"


def packets(counts: Path) -> int:
    """How many packets were sent, and how many were tried to be."""
    lines = counts.read_text(encoding="utf-8").splitlines()
    lo = next(line.split() for line in lines if line.strip().startswith("lo:"))
    names, values = (line.split() for line in lines if line.startswith("Ip:"))
    return int(lo[10]) + int(values[names.index("OutRequests")])


def test_no_packet_leaves_on_a_tour(tmp_path: Path) -> None:
    counts = tmp_path / "counts"
    with terminal(tmp_path, in_a_network("paradak", counts)) as window:
        tour.walk(window)
        window.press("F10")
        assert window.lines()[-1] == LEFT_WELL
    assert packets(counts) == 0


@pytest.mark.parametrize("code", [TCP, UDP])
def test_a_packet_would_be_counted(tmp_path: Path, code: str) -> None:
    counts = tmp_path / "counts"
    run = in_a_network(f"{sys.executable} -c {shlex.quote(code)}", counts)
    subprocess.run(["sh", "-c", run], check=False)
    assert packets(counts) > 0
