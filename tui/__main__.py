"""Lets `python -m tui` and the installed command start the same way."""

import gc
import sys
from types import TracebackType


def main() -> int:
    """Arms the guard, runs the command line and gives the exit code.

    Garbage is not collected before the first screen, and the event loop goes without `ssl`, which
    nothing here could use: the screen comes the sooner for both.
    """
    gc.disable()
    sys.modules["ssl"] = None  # type: ignore[assignment] # how Python says: not to be had
    sys.excepthook = _report_crash
    from tui import guard

    protection = guard.arm()
    from tui.cli import run

    return run(sys.argv[1:], protection)


def _report_crash(
    _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
) -> None:
    from tui.errors import crash_report

    sys.stderr.write(f"paradak: {crash_report(error)}\n")


if __name__ == "__main__":
    sys.exit(main())
