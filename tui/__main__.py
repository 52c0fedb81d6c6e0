"""Lets `python -m tui` and the installed command start the same way."""

import gc
import sys
from types import TracebackType


def main() -> int:
    """Runs the command line and gives the exit code; garbage waits for the first screen."""
    gc.disable()
    sys.excepthook = _report_crash
    from tui.cli import run

    return run(sys.argv[1:])


def _report_crash(
    _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
) -> None:
    from tui.errors import crash_report

    sys.stderr.write(f"paradak: {crash_report(error)}\n")


if __name__ == "__main__":
    sys.exit(main())
