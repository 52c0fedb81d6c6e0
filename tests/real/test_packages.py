"""The wheel and the sdist, built offline and used from a folder that tries to mislead them."""

import email
import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tui.content.folders import COMPANIONS

ROOT = Path(__file__).parents[2]
DATA_FILES = {f"{name}.yaml" for name in COMPANIONS}
COMPLETIONS = {
    "share/bash-completion/completions/paradak",
    "share/fish/vendor_completions.d/paradak.fish",
    "share/zsh/site-functions/_paradak",
}


def run(*words: str | Path, cwd: Path) -> str:
    hidden = ("PYTHON", "PIP_", "TEXTUAL")
    env = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
    result = subprocess.run(words, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def build(source: Path, target: Path, *kinds: str) -> None:
    options = [word for kind in kinds for word in ("-t", kind)]
    run(sys.executable, "-m", "hatchling", "build", "-d", target, *options, cwd=source)


def contents(wheel: Path) -> dict[str, int]:
    with zipfile.ZipFile(wheel) as archive:
        return {entry.filename: entry.CRC for entry in archive.infolist()}


def libraries() -> str:
    """The folder of what is installed for these tests."""
    return sysconfig.get_path("purelib")


def the_only(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("built")
    build(ROOT, target, "sdist", "wheel")
    return target


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a fresh environment: the wheel, and this one's libraries by path.

    A path named in a .pth file has its own .pth files ignored, so the editable install stays out.
    """
    home = tmp_path_factory.mktemp("fresh")
    venv.create(home, with_pip=False)
    paths = {"base": str(home), "platbase": str(home)}
    site = Path(sysconfig.get_path("purelib", "venv", paths))
    (site / "libraries.pth").write_text(f"{libraries()}\n", encoding="utf-8")
    programs = Path(sysconfig.get_path("scripts", "venv", paths))
    pip = [sys.executable, "-m", "pip", "--python", str(programs / "python")]
    options = ["--quiet", "--isolated", "--no-deps", "--no-index", "--ignore-installed"]
    run(*pip, "install", *options, the_only(built, "*.whl"), cwd=home)
    return programs


@pytest.fixture
def decoy(tmp_path: Path) -> Path:
    """A folder to stand in whose `checklists` folder has a list that is not ours, and is broken."""
    lists = tmp_path / "checklists"
    lists.mkdir()
    for name in ("decoy.yaml", "situations.yaml", "__init__.py"):
        (lists / name).write_text("decoy: [", encoding="utf-8")
    return tmp_path


def test_the_wheel_holds_lists_languages_and_completions(built: Path) -> None:
    names = set(contents(the_only(built, "*.whl")))
    lists = {path.name for path in (ROOT / "checklists").iterdir() if path.is_file()}
    lists |= {f"compiled/{Path(name).stem}.json" for name in lists if name.endswith(".yaml")}
    assert {f"tui/checklists/{name}" for name in lists} <= names
    assert {name.partition(".data/data/")[2] for name in names if ".data/" in name} == COMPLETIONS
    assert {name for name in names if not name.startswith(("paradak-", "tui/"))} == set()


def test_the_wheel_asks_for_what_the_project_asks_for(built: Path) -> None:
    with zipfile.ZipFile(the_only(built, "*.whl")) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        metadata = email.message_from_bytes(archive.read(name))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    written = {Requirement(line) for line in metadata.get_all("Requires-Dist", [])}
    assert written == {Requirement(line) for line in project["dependencies"]}
    marked = {"typst", "font-roboto", "pyrage", "msgspec"}
    assert {one.name for one in written if one.marker} == marked


def test_the_sdist_gives_the_same_wheel(built: Path, tmp_path: Path) -> None:
    run("tar", "-xzf", the_only(built, "*.tar.gz"), cwd=tmp_path)
    build(the_only(tmp_path, "paradak-*"), tmp_path, "wheel")
    assert contents(the_only(tmp_path, "*.whl")) == contents(the_only(built, "*.whl"))


def test_the_sdist_holds_what_make_needs(built: Path) -> None:
    with tarfile.open(the_only(built, "*.tar.gz")) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    tests = {path.relative_to(ROOT).as_posix() for path in (ROOT / "tests").rglob("*.py")}
    assert {"Makefile", ".ci/run", ".ci/requirements-dev.txt", "CHANGELOG.md"} <= names
    assert tests <= names


def test_installed_it_lists_its_own_checklists_and_no_others(installed: Path, decoy: Path) -> None:
    listed = json.loads(run(installed / "paradak", "list", "--json", cwd=decoy))
    ours = {path.name for path in (ROOT / "checklists").glob("*.yaml")} - DATA_FILES
    assert {f"{entry['id']}.yaml" for entry in listed} == ours


def test_installed_it_checks_its_own_checklists(installed: Path, decoy: Path) -> None:
    run(installed / "paradak", "check", cwd=decoy)


def test_installed_it_is_not_the_checkout(installed: Path, decoy: Path) -> None:
    code = "import tui, textual; print(tui.__file__)"
    assert str(installed.parent) in run(installed / "python", "-I", "-c", code, cwd=decoy)
