"""The one file for a stick, made twice: from the sdist, in two folders and two environments."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.real.test_packages import build, run, the_only

ROOT = Path(__file__).parents[2]
PYTHON = str(Path(sys.executable).resolve())
"""The Python that the environment of the tests was made from, without its libraries."""
HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
THERE = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "2"}
HOLD_EVERY_WORD = """
import re, sys
from pathlib import Path
texts = [file.read_text("utf-8") for file in Path("tui").rglob("*.py")]
held = [sys.intern(word) for text in texts for word in re.findall(r"\\w+|\\W", text)]
"""
"""What Python holds in memory can change the bytecode that it writes."""


@pytest.fixture(scope="module")
def bundles(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The file as it is made here and there."""
    folder = tmp_path_factory.mktemp("bundles")
    build(ROOT, folder, "sdist")
    return (
        make(folder / "here", "2026-11-21 10:00:00", 0o022, HERE, ""),
        make(folder / "over there", "2031-02-03 04:05:06", 0o077, THERE, HOLD_EVERY_WORD),
    )


@pytest.fixture(scope="module")
def bundle(bundles: tuple[Path, Path]) -> Path:
    return bundles[0]


def make(place: Path, day: str, umask: int, variables: Mapping[str, str], first: str) -> Path:
    """Makes the file in a new folder, on a day by the clock, in a Python that runs code first."""
    place.mkdir()
    run("tar", "-xzf", the_only(place.parent, "*.tar.gz"), cwd=place)
    (place / "sitecustomize.py").write_text(first, encoding="utf-8")
    target = place / "stick" / "paradak.pyz"
    subprocess.run(
        ["faketime", day, sys.executable, ".ci/bundle.py", target],
        cwd=the_only(place, "paradak-*"),
        env={**os.environ, **variables, "PYTHONPATH": str(place)},
        umask=umask,
        check=True,
    )
    return target


def remade(bundle: Path, target: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """A copy in which each file but the one that is run first is what `change` makes of it."""
    with zipfile.ZipFile(bundle) as before, zipfile.ZipFile(target, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            after.writestr(name, data if name == "__main__.py" else change(name, data))
    return target
