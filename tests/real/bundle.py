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
HERE = ("2026-11-21 10:00:00", 0o022, {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"})
THERE = ("2031-02-03 04:05:06", 0o077, {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "2"})


@pytest.fixture(scope="module")
def bundles(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The file as it is made here and there."""
    folder = tmp_path_factory.mktemp("bundles")
    build(ROOT, folder, "sdist")
    return make(folder, "here", *HERE), make(folder, "over there", *THERE)


@pytest.fixture(scope="module")
def bundle(bundles: tuple[Path, Path]) -> Path:
    return bundles[0]


def make(folder: Path, name: str, day: str, umask: int, variables: Mapping[str, str]) -> Path:
    """Makes the file in a folder of its own, on another day by the clock."""
    place = folder / name
    place.mkdir()
    run("tar", "-xzf", the_only(folder, "*.tar.gz"), cwd=place)
    target = place / "stick" / "paradak.pyz"
    subprocess.run(
        ["faketime", day, sys.executable, ".ci/bundle.py", target],
        cwd=the_only(place, "paradak-*"),
        env={**os.environ, **variables},
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
