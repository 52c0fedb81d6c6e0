"""Measures speed, side by side with what a person would use instead.

Every bench runs two ways in turn, A B A B, and prints medians, extremes and the ratio pair by pair;
a machine whose speed drifts moves both sides of a pair alike. Goals stand beside what was measured.
Nothing fails because it is slow; the exit code is not 0 only if a bench cannot be run.
"""

import argparse
import datetime
import os
import platform
import sys
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.benches import BENCHES
from tests.bench.measure import FULL, HEADINGS, SMOKE


def main() -> None:
    """Runs the benches that are wanted, and prints a table in Markdown."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("names", nargs="*", metavar="NAME", help=f"of: {', '.join(BENCHES)}")
    options.add_argument("--smoke", action="store_true", help="each once, with little in it")
    chosen = options.parse_args()
    unknown = [name for name in chosen.names if name not in BENCHES]
    if unknown:
        options.error(f"no bench {unknown[0]!r}; there are: {', '.join(BENCHES)}")
    print(machine(), flush=True)
    _print_row(HEADINGS)
    _print_row(("---",) * len(HEADINGS))
    for name in chosen.names or BENCHES:
        for result in BENCHES[name](SMOKE if chosen.smoke else FULL):
            for row in result.rows():
                _print_row(row)


def machine() -> str:
    """What this was measured on, when, and by which command."""
    packages = (f"{name} {version(name)}" for name in ("textual", "rich", "pyyaml", "typst"))
    day = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    command = " ".join(["python", "tests/bench/run.py", *sys.argv[1:]])
    return (
        f"{day}, {_processor()}, {os.cpu_count()} cores{_load()}, "
        f"{platform.system()} {platform.machine()}, "
        f"{platform.python_implementation()} {platform.python_version()}, {', '.join(packages)}\n"
        f"command: {command}\n"
    )


def _processor() -> str:
    """The processor's name, where the system tells it."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.is_file() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or "unknown processor")


def _load() -> str:
    """How busy the machine was, where the system tells it; other work makes all times longer."""
    told = getattr(os, "getloadavg", None)
    return f" (load {told()[0]:.1f})" if told else ""


def _print_row(cells: tuple[str, ...]) -> None:
    print(f"| {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
