"""The one file among planted files and variables: it writes nothing and obeys nobody."""

import argparse
import py_compile
import shutil
import subprocess
import sys
from importlib.util import cache_from_source
from pathlib import Path

import pytest

from tests.real import tour
from tests.real.bundle import PYTHON, bundle, bundles
from tests.real.kernel import traced, unexpected
from tests.real.terminal import LEFT_WELL, environment, terminal
from tests.real.test_environment import NAMES, everything, plant
from tests.real.test_traceless import is_one_new_file

__all__ = ["bundle", "bundles"]

FILE = "paradak.pyz"
ISOLATED = f"{PYTHON} -I {FILE}"
OPEN_TO_ALL = f"{PYTHON} {FILE}"
OF_THE_USER = f"lib/python{sys.version_info.major}.{sys.version_info.minor}/site-packages"


@pytest.fixture
def hostile(tmp_path: Path, bundle: Path) -> dict[str, str]:
    """The file on a stick full of planted files, and variables by which Python finds them."""
    environment(tmp_path)
    found = plant(tmp_path)
    stick = tmp_path / "cwd"
    shutil.copy(bundle, stick / FILE)
    of_the_user = tmp_path / "xdg" / "user" / OF_THE_USER
    of_the_user.mkdir(parents=True)
    for package in ("tui", "textual", "yaml", "rich"):
        (stick / package).mkdir()
        shutil.copy(stick / f"{package}.py", stick / package / "__init__.py")
    for name in NAMES:
        shutil.copy(stick / f"{name}.py", of_the_user)
    return found | {"PYTHONPATH": str(stick), "PYTHONUSERBASE": str(tmp_path / "xdg" / "user")}


def obeyed(folder: Path, run: str, variables: dict[str, str]) -> bool:
    """Whether planted code was run by a command line on the stick."""
    trace = folder / "home" / "trace"
    trace.unlink(missing_ok=True)
    own = environment(folder, more=variables)
    subprocess.run(run.split(), env=own, cwd=folder / "cwd", capture_output=True, check=False)
    return trace.exists()


def test_a_tour_among_planted_files_leaves_no_trace(
    tmp_path: Path, hostile: dict[str, str]
) -> None:
    before = everything(tmp_path)
    log = tmp_path / "log"
    with terminal(tmp_path, traced(log, ISOLATED), variables=hostile) as window:
        tour.walk(window, seals=False)
        window.press("F10")
        assert window.lines()[-1] == LEFT_WELL
    assert unexpected(log) == []
    assert everything(tmp_path) == before


def test_a_command_among_planted_files_writes_what_was_asked_for(
    tmp_path: Path, hostile: dict[str, str]
) -> None:
    before = everything(tmp_path)
    log = tmp_path / "log"
    run = traced(log, f"{ISOLATED} print reposts --format html --out list.html")
    clean = environment(tmp_path, more=hostile)
    subprocess.run(["sh", "-c", run], env=clean, cwd=tmp_path / "cwd", check=True)
    assert is_one_new_file(unexpected(log))
    changed = {name for name, about in everything(tmp_path).items() if about != before.get(name)}
    assert changed == {"cwd", "cwd/list.html"}


def test_what_is_planted_would_be_run_without_isolation(
    tmp_path: Path, hostile: dict[str, str]
) -> None:
    assert obeyed(tmp_path, f"{OPEN_TO_ALL} list", hostile)
    assert not obeyed(tmp_path, f"{ISOLATED} list", hostile)


@pytest.mark.parametrize(
    "command", ["list", "check", "print reposts --format html", "search phone"]
)
def test_without_isolation_only_what_python_runs_before_it_is_obeyed(
    tmp_path: Path, hostile: dict[str, str], command: str
) -> None:
    for file in tmp_path.rglob("*customize.py"):
        file.unlink()
    assert not obeyed(tmp_path, f"{OPEN_TO_ALL} {command}", hostile)
    for module in ("yaml", "textual", "json"):
        assert obeyed(tmp_path, f"{PYTHON} -m {module}", hostile)


def test_without_isolation_bytecode_of_somebody_else_is_left_alone(
    tmp_path: Path, bundle: Path
) -> None:
    """A variable names a folder in which Python looks for what it has compiled."""
    environment(tmp_path)
    plant(tmp_path)
    shutil.copy(bundle, tmp_path / "cwd" / FILE)
    source, library = Path(argparse.__file__), tmp_path / "cwd" / "library"
    planted = library / source.parent.relative_to("/") / Path(cache_from_source(source)).name
    unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH
    code = str(tmp_path / "cwd" / "yaml.py")
    py_compile.compile(code, str(planted), doraise=True, invalidation_mode=unchecked)
    variable = {"PYTHONPYCACHEPREFIX": str(library)}
    assert obeyed(tmp_path, f"{PYTHON} -m argparse", variable)
    assert not obeyed(tmp_path, f"{OPEN_TO_ALL} --help", variable)
