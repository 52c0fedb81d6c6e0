"""Compiled lists: the same as the YAML, used only while the YAML is the same."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tui.content.compiled import FOLDER, compiled, find
from tui.content.folders import SCHEMA
from tui.content.library import open_library
from tui.content.reading import read_node, read_schema
from tui.language import ENGLISH

ROOT = Path(__file__).parents[1]
SHIPPED = ROOT / "checklists"
FILES = sorted(path.stem for path in SHIPPED.glob("*.yaml"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The shipped files, compiled."""
    copy = tmp_path / "checklists"
    shutil.copytree(SHIPPED, copy, ignore=shutil.ignore_patterns(FOLDER))
    (copy / FOLDER).mkdir()
    for name in FILES:
        node, _ = read_node(copy / f"{name}.yaml", read_schema())
        assert node
        text = compiled(copy, name, node.data())
        (copy / FOLDER / f"{name}.json").write_text(text, encoding="utf-8")
    return copy


@pytest.mark.parametrize("name", FILES)
def test_a_compiled_file_says_what_its_yaml_says(folder: Path, name: str) -> None:
    node, _ = read_node(folder / f"{name}.yaml", read_schema())
    assert node
    assert find(folder, name) == node.data()


def test_a_file_that_was_changed_since_is_not_taken_from_what_was_compiled(folder: Path) -> None:
    with (folder / "reposts.yaml").open("a", encoding="utf-8") as file:
        file.write("# a word more\n")
    assert find(folder, "reposts") is None
    assert find(folder, "subscriptions") is not None


def test_a_schema_that_was_changed_since_makes_every_file_be_read_again(folder: Path) -> None:
    with (folder / SCHEMA).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert [name for name in FILES if find(folder, name) is not None] == []


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"\xff\xfe", b"{}", b"[]", b"null", b'{"of": 0, "data": {}}']
)
def test_a_damaged_compiled_file_is_passed_over(folder: Path, damage: bytes) -> None:
    (folder / FOLDER / "reposts.json").write_bytes(damage)
    assert find(folder, "reposts") is None


def test_nothing_compiled_is_nothing_found(folder: Path) -> None:
    shutil.rmtree(folder / FOLDER)
    assert find(folder, "reposts") is None


def test_lists_of_an_author_are_always_read_from_yaml(folder: Path) -> None:
    text = (folder / FOLDER / "reposts.json").read_text(encoding="utf-8")
    (folder / FOLDER / "reposts.json").write_text(text.replace("Reposts", "Hidden"), "utf-8")
    assert open_library(ENGLISH, folder).checklist("reposts").title.startswith("Reposts")


def test_the_set_up_compiles_every_file_that_is_there_and_leaves_no_other(tmp_path: Path) -> None:
    for name in (".ci", "checklists", "tui"):
        shutil.copytree(ROOT / name, tmp_path / name)
    compile_them: list[str | Path] = [sys.executable, tmp_path / ".ci" / "compile_lists.py"]
    compiled_here = tmp_path / "checklists" / FOLDER
    subprocess.run(compile_them, check=True)
    assert {path.stem for path in compiled_here.iterdir()} == set(FILES)
    assert [name for name in FILES if find(tmp_path / "checklists", name) is None] == []
    (tmp_path / "checklists" / "contacts.yaml").unlink()
    (compiled_here / "folder").mkdir()
    subprocess.run(compile_them, check=True)
    assert {path.stem for path in compiled_here.iterdir()} == set(FILES) - {"contacts"}
