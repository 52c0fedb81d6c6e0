"""A PDF has the same bytes wherever, whenever and by whomever it is made."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import PARADAK
from tests.pdfs import SHORT, less, set_by, short
from tests.real.terminal import environment
from tui.export import Layout

ROOT = Path(__file__).parents[2]
LATER = "2027-02-03 04:05:06"
"""Before the text counts as old, which it says itself."""
OTHER = {
    "TZ": "Asia/Tokyo",
    "USER": "zz",
    "LOGNAME": "zz",
    "LANG": "ru_RU.UTF-8",
    "LC_ALL": "ru_RU.UTF-8",
    "RAYON_NUM_THREADS": "1",
    "SOURCE_DATE_EPOCH": "1",
    "TYPST_FONT_PATHS": "/usr/share/fonts",
    "TYPST_IGNORE_SYSTEM_FONTS": "false",
}
WITHOUT_ROBOTO = "import sys; sys.modules['font_roboto'] = None; "
SET = """
from tests.pdfs import short
from tui.export import Layout
sys.stdout.buffer.write(short(Layout.A4).data)
"""
SYSTEM_FONTS = """
import typst
fonts = typst.Fonts
typst.Fonts = lambda include_system_fonts, font_paths: fonts(True, True, font_paths)
"""
CLOCK = """
import sys
from tests.pdfs import less, set_by, short
from tui.export import Layout
text = less({part!r})
sys.stdout.buffer.write(set_by(text, short(Layout.A4).document, Layout.A4))
"""


def somewhere(folder: Path) -> dict[str, str]:
    """The environment of another person, who has fonts of the names we ask for."""
    found = environment(folder, more=OTHER)
    own = Path(found["HOME"]) / ".fonts"
    own.mkdir()
    (roboto,) = Path(sys.prefix).glob("lib/python*/site-packages/font_roboto/files")
    for face in roboto.glob("Roboto-*.ttf"):
        shutil.copy(face, own)
    return found


def output(*words: str, env: dict[str, str], cwd: Path) -> bytes:
    return subprocess.run(words, env=env, cwd=cwd, capture_output=True, check=True).stdout


def child(code: str, folder: Path, *before: str, env: dict[str, str] | None = None) -> bytes:
    """What a piece of Python writes."""
    env = {**(env or os.environ), "PYTHONPATH": str(ROOT)}
    return output(*before, sys.executable, "-c", code, env=env, cwd=folder)


@pytest.mark.parametrize("layout", Layout)
def test_it_has_the_same_bytes_for_everybody(layout: Layout, tmp_path: Path) -> None:
    detail = [] if layout.is_brief else ["--detail", "full"]
    words = [PARADAK, "print", SHORT, "--format", "pdf", "--layout", layout, *detail]
    there = output("faketime", LATER, *words, env=somewhere(tmp_path), cwd=tmp_path / "cwd")
    assert there == short(layout).data


def test_fonts_of_the_person_are_not_taken_where_ours_is_missing(tmp_path: Path) -> None:
    env = somewhere(tmp_path)
    missing = child(WITHOUT_ROBOTO + SET, tmp_path, env=env)
    assert missing == child(WITHOUT_ROBOTO + SET, tmp_path)
    assert missing != short(Layout.A4).data
    taken = child(WITHOUT_ROBOTO + SYSTEM_FONTS + SET, tmp_path, env=env)
    assert taken != missing


def test_the_clock_would_get_in_if_no_date_were_not_asked_for(tmp_path: Path) -> None:
    code = CLOCK.format(part=", date: none")
    at_two_times = [
        child(code, tmp_path, "faketime", time) for time in ("2030-01-02 03:04:05", LATER)
    ]
    assert at_two_times[0] != at_two_times[1]
    assert b"20270203" in at_two_times[1].replace(b"-", b"")
    undated = set_by(less("// How pages are set."), short(Layout.A4).document, Layout.A4)
    assert at_two_times[0] != undated
