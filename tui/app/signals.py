"""Signals that end the program leave the terminal in order."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable


def leave_on_signals(leave: Callable[[], None], hang_up: Callable[[], None]) -> None:
    """Has the signals that ask the program to end call `leave`; Windows has none of them.

    A terminal that is gone has `hang_up` called: there is nobody to leave it to.
    """
    if sys.platform != "win32":
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGTERM):
            loop.add_signal_handler(number, leave)
        loop.add_signal_handler(signal.SIGHUP, lambda: leave() if os.isatty(0) else hang_up())
