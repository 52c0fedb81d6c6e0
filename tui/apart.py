"""Long work in a copy of this process, so that the interface stays alive.

The library that seals files keeps the whole interpreter to itself for seconds; threads do not help.
Where the system has no copies of processes, the work is done here and everything waits for it.
"""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from tui.errors import ParadakError

_GOOD, _BAD = b"+", b"-"
_PIECE = 1 << 16


class ApartError(ParadakError):
    """The work was given up, or ended without a result."""


@dataclass
class Apart:
    """Copies of this process at work."""

    pids: set[int] = field(default_factory=set)

    def run(self, work: Callable[[], bytes], failing: type[Exception]) -> bytes:
        """What the work gives; an error of the `failing` kind comes back with its words.

        Raises:
            ApartError: the work was given up.
        """
        if sys.platform != "win32":
            reading, writing = os.pipe()
            pid = os.fork()
            if not pid:
                _work_and_end(work, failing, writing)
            os.close(writing)
            self.pids.add(pid)
            try:
                with os.fdopen(reading, "rb") as answer:
                    told = answer.read()
            finally:
                self.pids.discard(pid)
                os.waitpid(pid, 0)
            result = _result(told, failing)
        else:
            result = work()
        return result

    def give_up(self) -> None:
        """Ends every copy at once."""
        if sys.platform != "win32":
            for pid in tuple(self.pids):
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)


def _result(told: bytes, failing: type[Exception]) -> bytes:
    if told[:1] == _BAD:
        raise failing(told[1:].decode(errors="replace"))
    if told[:1] != _GOOD:
        raise ApartError("given up", "try it again")
    return told[1:]


def _work_and_end(work: Callable[[], bytes], failing: type[Exception], writing: int) -> None:
    """In the copy: does the work, tells the result, and ends without anything else."""
    try:
        try:
            told = _GOOD + work()
        except failing as error:
            told = _BAD + str(error).encode()
        while told:
            told = told[os.write(writing, told[:_PIECE]) :]
    finally:
        os._exit(0)
