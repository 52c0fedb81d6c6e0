"""The one file for a stick: the same bytes wherever it is made, and what it does with them."""

import ast
import importlib.metadata
import json
import os
import py_compile
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.commands import PARADAK
from tests.real.bundle import PYTHON, ROOT, bundle, bundles, remade

__all__ = ["bundle", "bundles"]

COMMANDS = (
    "list",
    "show subscriptions",
    "search phone",
    "print --situation ordinary-day --format html",
    "check",
    "schema",
    "--help",
)
CRASH = """
import sys
sys.path.insert(0, {bundle!r})
import tui.cli
from tui.__main__ import main

def crash(*_):
    raise ValueError("a story")

tui.cli.run = crash
sys.exit(main())
"""
SAVE = """
import sys
sys.path.insert(0, {bundle!r})
from tui.apart import Apart
from tui.vault import Contents, seal
seal(Contents(()), "six words", Apart())
"""
SAVE = """
import sys
sys.path.insert(0, {bundle!r})
from tui.apart import Apart
from tui.errors import VaultError
from tui.vault import Contents, seal
try:
    seal(Contents(()), "some words", Apart())
except VaultError as error:
    print(error, error.hint, sep=chr(10))
"""
AS_OLD = "import runpy, sys; sys.version_info = (3, 10); runpy.run_path({bundle!r})"


def said(bundle: Path, *words: str, python: str = PYTHON, code: int = 0) -> tuple[str, str]:
    """What the file says, and what it says beside it."""
    command = [python, "-I", str(bundle), *words]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == code, result.stdout + result.stderr
    return result.stdout, result.stderr


def test_two_builds_in_two_folders_give_the_same_bytes(bundles: tuple[Path, Path]) -> None:
    here, there = bundles
    assert here.read_bytes() == there.read_bytes()


def test_it_holds_no_place_no_day_and_no_mode_of_the_machine(bundle: Path) -> None:
    data = bundle.read_bytes()
    places = {str(ROOT), str(bundle.parents[1]), sys.prefix, sys.base_prefix, str(Path.home())}
    assert {place for place in places if place.encode() in data} == set()
    with zipfile.ZipFile(bundle) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries} == {0o100644}
    names = [entry.filename for entry in entries]
    assert names == sorted(names)


def test_a_place_would_be_found(tmp_path: Path) -> None:
    source = tmp_path / "source.py"
    source.write_text("pass", encoding="utf-8")
    compiled = py_compile.compile(str(source), str(tmp_path / "compiled"))
    assert compiled
    assert str(tmp_path).encode() in Path(compiled).read_bytes()


def test_it_holds_pure_python_and_a_licence_for_each_part(bundle: Path) -> None:
    with zipfile.ZipFile(bundle) as archive:
        names = archive.namelist()
    endings = {Path(name).suffix for name in names if not name.startswith(("tui/", "licenses/"))}
    assert endings == {".py", ".pyc", ".txt"}
    licensed = {name.split("/")[1] for name in names if name.startswith("licenses/")}
    assert licensed == {"paradak", "platformdirs", "pyyaml", "rich", "textual", "typing-extensions"}


@pytest.mark.parametrize("command", COMMANDS)
def test_it_says_what_the_installed_command_says(bundle: Path, command: str) -> None:
    words = command.split()
    installed = subprocess.run([PARADAK, *words], capture_output=True, text=True, check=True)
    assert said(bundle, *words) == (installed.stdout, installed.stderr)


def test_own_lists_are_read_without_the_parser_in_c(bundle: Path) -> None:
    lists = str(ROOT / "checklists")
    listed, _ = said(bundle, "--lists", lists, "list")
    assert listed == "not the built-in lists\n" + said(bundle, "list")[0]


@pytest.mark.parametrize("python", [PYTHON, sys.executable], ids=["without", "with"])
def test_its_footprint_is_the_file_whatever_is_installed(bundle: Path, python: str) -> None:
    found = json.loads(said(bundle, "footprint", "--json", python=python)[0])["found"]
    assert found[0]["name"] == "one-file"
    assert found[0]["places"] == [{"path": str(bundle), "bytes": bundle.stat().st_size}]
    names = {trace["name"] for trace in found}
    assert names.isdisjoint({"installed", "compiled", "environment", "libraries", "sources"})


@pytest.mark.parametrize("python", [PYTHON, sys.executable], ids=["without", "with"])
def test_it_makes_no_pdf_and_offers_html_whatever_is_installed(
    bundle: Path, tmp_path: Path, python: str
) -> None:
    words = ("print", "reposts", "--format", "pdf", "--out", str(tmp_path / "1.pdf"))
    _, beside = said(bundle, *words, python=python, code=1)
    assert beside == (
        "paradak: PDF cannot be made on this machine\n  take HTML, and print it from a browser\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_it_keeps_no_encrypted_file_and_offers_the_paper_code(bundle: Path) -> None:
    command = [PYTHON, "-I", "-S", "-c", SAVE.format(bundle=str(bundle))]
    assert subprocess.check_output(command, text=True) == (
        "no file can be kept on this machine\n"
        "the paper code needs nothing; press c in a list or a plan\n"
    )


def test_another_python_takes_the_sources(bundle: Path, tmp_path: Path) -> None:
    def of_another(name: str, data: bytes) -> bytes:
        return b"\0\0\r\n" + data[4:] if name.endswith(".pyc") else data

    other = remade(bundle, tmp_path / "other.pyz", of_another)
    assert said(other, "list") == said(bundle, "list")


def test_the_python_it_was_made_with_takes_the_bytecode(bundle: Path, tmp_path: Path) -> None:
    def without_sources(name: str, data: bytes) -> bytes:
        return b"raise SystemExit('compiled')" if name.endswith(".py") else data

    other = remade(bundle, tmp_path / "other.pyz", without_sources)
    assert said(other, "list") == said(bundle, "list")


def test_one_of_both_is_needed(bundle: Path, tmp_path: Path) -> None:
    def with_neither(name: str, data: bytes) -> bytes:
        return b"raise SystemExit('compiled')" if name.endswith((".py", ".pyc")) else data

    other = remade(bundle, tmp_path / "other.pyz", with_neither)
    assert said(other, "list", code=1) == ("", "compiled\n")


def test_a_python_that_is_too_old_is_told_so(bundle: Path) -> None:
    with zipfile.ZipFile(bundle) as archive:
        start = archive.read("__main__.py")
    ast.parse(start, feature_version=(3, 4))
    command = [PYTHON, "-c", AS_OLD.format(bundle=str(bundle))]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    running = sys.version.split()[0]
    assert result.stderr == f"Paradak needs Python 3.11 or newer; this one is {running}\n"


def test_a_crash_names_the_place_and_no_value(bundle: Path) -> None:
    command = [PYTHON, "-c", CRASH.format(bundle=str(bundle))]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "ValueError at __main__.py:" in result.stderr
    assert "a story" not in result.stdout + result.stderr


@pytest.mark.parametrize(
    ("metadata", "record", "refusal"),
    [
        ("99", "", "rich 99 is not what is locked"),
        ("", "rich/__init__.py,sha256=AAAA,4", "rich/__init__.py was changed since"),
    ],
    ids=["version", "file"],
)
def test_a_library_that_is_not_as_locked_is_refused(
    tmp_path: Path, metadata: str, record: str, refusal: str
) -> None:
    found = importlib.metadata.version("rich")
    about = tmp_path / f"rich-{metadata or found}.dist-info"
    about.mkdir()
    head = f"Metadata-Version: 2.1\nName: rich\nVersion: {metadata or found}\n"
    (about / "METADATA").write_text(head, encoding="utf-8")
    (about / "RECORD").write_text(record, encoding="utf-8")
    (tmp_path / "rich").mkdir()
    (tmp_path / "rich" / "__init__.py").write_text("pass", encoding="utf-8")
    result = subprocess.run(
        [sys.executable, ROOT / ".ci" / "bundle.py", tmp_path / "paradak.pyz"],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, refusal in result.stderr) == (1, True), result.stderr
    assert not (tmp_path / "paradak.pyz").exists()
