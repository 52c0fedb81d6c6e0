"""Signals that end the program leave the terminal in order."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable

HUNG_UP = 129


def leave_on_signals(leave: Callable[[], None]) -> None:
    """Has the signals that ask the program to end call `leave`; Windows has none of them."""
    if sys.platform != "win32":
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGTERM):
            loop.add_signal_handler(number, leave)
        loop.add_signal_handler(signal.SIGHUP, _hang_up, leave)


def _hang_up(leave: Callable[[], None]) -> None:
    """Leaves if the terminal is still there; else there is nobody to leave it to."""
    if not os.isatty(0):
        os._exit(HUNG_UP)
    leave()
