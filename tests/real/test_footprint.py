"""What `paradak footprint` finds: a real installation, and what was left on purpose."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.real.bundle import PYTHON
from tests.real.kernel import listing
from tests.real.terminal import environment
from tests.real.test_packages import built, installed, libraries
from tui.text import unsafe_characters

__all__ = ["built", "installed"]

FROM_THE_INSTALLATION = {"installed", "compiled", "environment", "completions"}
LEFT_ON_PURPOSE = {
    "history": (
        "home/.bash_history",
        "home/.zsh_history",
        "xdg/DATA/fish/fish_history",
        "home/.zsh_sessions/1.history",
        "home/.local/share/powershell/PSReadLine/ConsoleHost_history.txt",
    ),
    "completions": (
        "home/.bashrc",
        "home/.zcompdump-here-5.9",
        "home/.zfunc/_paradak",
        "xdg/DATA/bash-completion/completions/paradak",
        "xdg/CONFIG/fish/completions/paradak.fish",
        "xdg/CONFIG/fish/config.fish",
    ),
    "pip-cache": ("xdg/CACHE/pip",),
    "files": (
        "cwd/list-1.pdf",
        "home/Downloads/Paradak-0.1.0.tar.gz",
        "home/Загрузкі/paradak.pyz",
        "xdg/DATA/Trash/files/list-1.txt",
    ),
    "lists": ("xdg/DATA/recently-used.xbel", "home/.viminfo", "xdg/DATA/RecentDocuments/a.desktop"),
}
SECRET = "the words beside it"
HOSTILE = "paradak \x1b]0;title\x07 \u202e.txt"


def told(
    folder: Path, *command: str | Path, variables: Mapping[str, str] | None = None
) -> dict[str, list[dict[str, Any]]]:
    """The places that are found, by the name of the trace."""
    said = subprocess.check_output(
        [*command, "footprint", "--json"],
        env=environment(folder, more=variables),
        cwd=folder / "cwd",
    )
    return {trace["name"]: trace["places"] for trace in json.loads(said)["found"]}


def paths(places: list[dict[str, Any]]) -> set[str]:
    return {place["path"] for place in places}


def leave(folder: Path) -> None:
    """Leaves one of everything."""
    environment(folder)
    for name in (name for names in LEFT_ON_PURPOSE.values() for name in names):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith("/pip"):
            path.mkdir()
            (path / "download").write_bytes(b"1234")
        else:
            path.write_text(f"one\nparadak list {SECRET}\nPARADAK\n", encoding="utf-8")
    folders = folder / "xdg" / "CONFIG" / "user-dirs.dirs"
    folders.write_text('XDG_DOWNLOAD_DIR="$HOME/Загрузкі"\n', encoding="utf-8")


@pytest.fixture
def own(installed: Path, tmp_path: Path) -> Path:
    """An environment of its own that a test may take apart: its Python."""
    shutil.copytree(installed.parent, tmp_path / "own", symlinks=True)
    return tmp_path / "own" / installed.name / "python"


def test_a_fresh_installation_is_found_and_nothing_else(tmp_path: Path, installed: Path) -> None:
    environment(tmp_path)
    found = told(tmp_path, installed / "paradak")
    assert set(found) == FROM_THE_INSTALLATION
    assert paths(found["environment"]) == {str(installed.parent)}
    files = [path for path in installed.parent.rglob("*") if not path.is_dir()]
    assert found["environment"][0]["bytes"] == sum(path.lstat().st_size for path in files)


def test_every_file_of_the_package_lies_at_a_place_that_is_told(tmp_path: Path, own: Path) -> None:
    found = told(tmp_path, own, "-m", "tui")
    del found["environment"]
    for path in sorted(place for places in found.values() for place in paths(places)):
        shutil.rmtree(path) if Path(path).is_dir() else Path(path).unlink(missing_ok=True)
    left = [path for path in own.parents[1].rglob("*") if "paradak" in path.name.lower()]
    assert left == []
    assert list(own.parents[1].rglob("tui")) == []


def test_before_they_were_deleted_there_were_such_files(own: Path) -> None:
    named = {path.name for path in own.parents[1].rglob("*paradak*")}
    assert {"paradak", "_paradak", "paradak.fish", "paradak-0.1.0.dist-info"} <= named


def test_what_was_left_on_purpose_is_found(tmp_path: Path, installed: Path) -> None:
    leave(tmp_path)
    found = told(tmp_path, installed / "paradak")
    assert set(found) == FROM_THE_INSTALLATION | set(LEFT_ON_PURPOSE)
    for name, expected in LEFT_ON_PURPOSE.items():
        assert {str(tmp_path / path) for path in expected} <= paths(found[name])
    assert [place["lines"] for place in found["history"]] == [2] * 5
    assert [place["bytes"] for place in found["pip-cache"]] == [4]


def test_nothing_that_was_read_is_told(tmp_path: Path, installed: Path) -> None:
    leave(tmp_path)
    clean = environment(tmp_path)
    for option in ([], ["--json"]):
        command = [str(installed / "paradak"), "footprint", *option]
        said = subprocess.check_output(command, env=clean, cwd=tmp_path / "cwd", text=True)
        assert SECRET not in said
    assert SECRET in (tmp_path / "home" / ".bash_history").read_text(encoding="utf-8")


def test_nothing_is_written_and_nothing_is_removed(tmp_path: Path, installed: Path) -> None:
    leave(tmp_path)
    before = listing(tmp_path), listing(installed.parent)
    told(tmp_path, installed / "paradak")
    assert (listing(tmp_path), listing(installed.parent)) == before


def test_a_file_among_ours_that_is_not_ours_is_found(tmp_path: Path, own: Path) -> None:
    assert "strays" not in told(tmp_path, own, "-m", "tui")
    (package,) = own.parents[1].glob("lib/*/site-packages/tui")
    (package / "export" / "mine.txt").write_text("12345", encoding="utf-8")
    (package / "folder").mkdir()
    (package / "folder" / "inside").write_text("123", encoding="utf-8")
    found = told(tmp_path, own, "-m", "tui")["strays"]
    assert found == [
        {"path": str(package / "export" / "mine.txt"), "bytes": 5},
        {"path": str(package / "folder"), "bytes": 3},
    ]


def test_bytecode_that_a_variable_sends_elsewhere_is_found(tmp_path: Path, own: Path) -> None:
    variable = {"PYTHONPYCACHEPREFIX": str(tmp_path / "elsewhere")}
    subprocess.run(
        [own, "-c", "import tui.cli"], env=environment(tmp_path, more=variable), check=True
    )
    found = told(tmp_path, own, "-m", "tui", variables=variable)["compiled"]
    (package,) = own.parents[1].glob("lib/*/site-packages/tui")
    assert paths(found) == {str(package), f"{tmp_path}/elsewhere{package}"}


def test_without_an_environment_of_its_own_what_it_needs_is_named(
    tmp_path: Path, own: Path
) -> None:
    environment(tmp_path)
    (site,) = own.parents[1].glob("lib/*/site-packages")
    places = os.pathsep.join([str(site), libraries()])
    found = told(tmp_path, PYTHON, "-P", "-m", "tui", variables={"PYTHONPATH": places})
    assert "environment" not in found
    names = {Path(path).name.split("-")[0] for path in paths(found["libraries"])}
    assert {"textual", "rich", "pyyaml", "pygments"} <= names
    assert {"pytest", "paradak", "tree_sitter"}.isdisjoint(names)


def test_names_of_files_cannot_act_on_the_terminal(tmp_path: Path, installed: Path) -> None:
    clean = environment(tmp_path)
    (tmp_path / "cwd" / HOSTILE).touch()
    command = [str(installed / "paradak"), "footprint"]
    said = subprocess.check_output(command, env=clean, cwd=tmp_path / "cwd", text=True)
    assert "]0;title" in said
    assert list(unsafe_characters(said.replace("\n", ""))) == []
    (shown,) = paths(told(tmp_path, installed / "paradak")["files"])
    assert list(unsafe_characters(shown)) == []


def test_people_read_the_moment_first_then_each_place_and_how_it_goes(
    tmp_path: Path, installed: Path
) -> None:
    leave(tmp_path)
    command = [str(installed / "paradak"), "footprint"]
    said = subprocess.check_output(
        command, env=environment(tmp_path), cwd=tmp_path / "cwd", text=True
    )
    assert said.startswith("Stop. ")
    lines = said.splitlines()
    for name in ("home/.bash_history  2 lines name it", "cwd/list-1.pdf", "xdg/CACHE/pip  4 bytes"):
        assert any(line.startswith(f"    {tmp_path / name}") for line in lines), name
    assert "    → Look whether they are yours, and delete them; then empty the" in lines
    order = ["Found on this machine", "What looking cannot find", "What the system may have noted"]
    assert sorted(order, key=said.index) == order
