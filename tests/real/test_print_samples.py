"""The sample of every layout and format is written, and its pictures are those of the manual."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tui.export import Format

ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "docs" / "printing.md"
PICTURES = ROOT / "docs" / "printing"
PICTURE = re.compile(r"!\[[^\]]+\]\(([^)]+)\)")
LARGEST = 60_000


@dataclass(frozen=True)
class Made:
    """What one run wrote, by name."""

    samples: dict[str, bytes]
    pictures: dict[str, bytes]


def made(folder: Path, zone: str) -> Made:
    """What the script writes in a new home and a time zone."""
    home, samples, pictures = (folder / name for name in ("home", "samples", "pictures"))
    home.mkdir(parents=True)
    script = ROOT / ".ci" / "print_samples.py"
    environment = {**os.environ, "HOME": str(home), "TZ": zone}
    subprocess.run([sys.executable, script, samples, pictures], env=environment, check=True)
    return Made(contents(samples), contents(pictures))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return made(tmp_path_factory.mktemp("first") / "run", "UTC")


def test_every_layout_and_format_is_written(first: Made) -> None:
    endings = {
        f"-{layout}{form.ending}" if layout else form.ending
        for form in Format
        for layout in form.layouts or (None,)
    }
    assert {".txt", ".md", "-a4.html", "-pocket8.pdf"} <= endings
    assert set(first.samples) == {name + ending for name in ("list", "plan") for ending in endings}


def test_another_run_writes_the_same(first: Made, tmp_path: Path) -> None:
    assert made(tmp_path / "run", "Asia/Tokyo") == first


def test_the_manual_shows_every_picture_and_no_other(first: Made) -> None:
    shown = PICTURE.findall(MANUAL.read_text(encoding="utf-8"))
    assert sorted(shown) == sorted(f"printing/{path.name}" for path in PICTURES.iterdir())
    assert set(first.pictures) == {path.name for path in PICTURES.iterdir()}


def test_pictures_are_small(first: Made) -> None:
    assert {name for name, data in first.pictures.items() if len(data) > LARGEST} == set()
    assert min(map(len, first.pictures.values())) > LARGEST / 10
