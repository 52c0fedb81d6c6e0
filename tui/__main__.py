"""Lets `python -m tui` and the installed command start the same way.

Nothing is imported here but what Python has ready, so that no file of the current folder can stand
in for it.
"""

import gc
import os
import sys

INTERRUPTED = 130


def main() -> int:
    """Arms the guard, runs the command line and gives the exit code; writes no compiled code.

    Garbage is not collected before the first screen, and the libraries go without encryption and
    compression, which nothing here uses: the screen comes the sooner for both.
    """
    _import_nothing_from_here()
    sys.dont_write_bytecode = True
    gc.disable()
    for never in ("ssl", "bz2", "lzma"):
        sys.modules[never] = None  # type: ignore[assignment] # how Python says: not to be had
    sys.excepthook = _end
    try:
        from tui import guard

        protection = guard.arm()
        from datetime import datetime

        from tui.cli import run

        return run(sys.argv[1:], protection, datetime.now().astimezone().date())
    except KeyboardInterrupt:
        os._exit(INTERRUPTED)  # at once: a full pipe would hold up what is left to say


def _import_nothing_from_here() -> None:
    """Has no file of the current folder taken for a module: `python -m tui` looks there first."""
    try:
        here = os.getcwd()  # noqa: PTH109 - pathlib is not there yet, and may be planted here
    except OSError:
        return
    ours = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - as above
    if here != ours:  # a stick may hold us and what we need in one folder
        sys.path[:] = [place for place in sys.path if place not in {"", here}]


def _end(_kind: type[BaseException], error: BaseException, _trace: object) -> None:
    """Reports a crash; under PYTHONINSPECT, by which every end comes here, opens no console."""
    code: object = 1
    if isinstance(error, SystemExit):
        code = error.code
    else:
        from tui.errors import crash_report

        sys.stderr.write(f"paradak: {crash_report(error)}\n")
    if sys.flags.inspect:
        try:
            if sys.stdout:
                sys.stdout.flush()
        finally:
            os._exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    sys.exit(main())
