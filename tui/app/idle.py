"""How long nobody has pressed a key."""

import sys
import time

LONGEST = 180.0
"""Seconds without a key after which an open file is locked."""


def now() -> float:
    """Seconds that only grow; on Linux also while the machine sleeps."""
    if sys.platform == "linux":
        seconds = time.clock_gettime(time.CLOCK_BOOTTIME)
    else:
        seconds = time.monotonic()
    return seconds


class Idle:
    """Knows when the last key was pressed."""

    def __init__(self) -> None:
        self._last = now()

    def touch(self) -> None:
        """Somebody is there."""
        self._last = now()

    def too_long(self) -> bool:
        """Whether nobody has been there for too long."""
        return now() - self._last >= LONGEST
