"""Lets `python -m tui` and the installed command start the same way."""

import gc
import sys


def main() -> int:
    """Runs the command line and gives the exit code; collecting garbage waits for the first screen."""
    gc.disable()
    from tui.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
