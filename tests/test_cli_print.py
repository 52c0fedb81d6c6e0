"""What `paradak print` prints: paths, the emergency sheet, layouts, and no PDF on a screen."""

import os
import pty
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from tests.commands import PARADAK, paradak
from tests.printed import WRITTEN, flat, printed_text
from tui.content.library import open_library
from tui.content.model import Situation
from tui.export import (
    Detail,
    Document,
    Format,
    Layout,
    from_checklists,
    from_emergency,
    from_path,
    render,
)
from tui.language import ENGLISH

assert sys.platform != "win32", "terminals are tested where there are such things"

LIBRARY = open_library(ENGLISH)
SET = [form for form in Format if form.layouts]


def lists(*names: str, detail: Detail = Detail.STEPS) -> Document:
    return from_checklists([LIBRARY.checklist(name) for name in names], LIBRARY, detail)


def output(*words: str) -> bytes:
    """What a command writes into a pipe."""
    return subprocess.run([PARADAK, *words], capture_output=True, check=True).stdout


def refused(*words: str) -> list[str]:
    said, beside = paradak(*words, code=2)
    assert said == ""
    return beside.splitlines()


@pytest.mark.parametrize(("form", "detail"), [*product(Format, Detail)])
def test_every_format_is_printed_in_every_detail(form: Format, detail: Detail) -> None:
    words = ["print", "reposts", "--format", form, "--detail", detail]
    paper = render(lists("reposts", detail=detail), form)
    assert output(*words) == output(*words, "--out", "-") == paper
    if form is not Format.PDF:
        step = LIBRARY.checklist("reposts").items[0].steps[0].text
        assert (step in flat(paper.decode())) == (detail is not Detail.TITLES)


@pytest.mark.parametrize("situation", LIBRARY.situations, ids=lambda one: one.id)
def test_a_situation_prints_its_path_and_the_lists_that_are_named_follow(
    situation: Situation,
) -> None:
    words = ["print", "--situation", situation.id]
    if not situation.path:
        assert paradak(*words, code=1)[0] == ""
        return
    named = [LIBRARY.checklist("reposts"), LIBRARY.checklist("border-crossing")]
    alone = printed_text(from_path(LIBRARY, situation, Detail.STEPS), Format.TEXT)
    more = printed_text(from_path(LIBRARY, situation, Detail.STEPS, named), Format.TEXT)
    assert paradak(*words) == (alone, "")
    assert paradak(*words, "reposts", "border-crossing", "reposts") == (more, "")


@pytest.mark.parametrize("form", WRITTEN)
def test_the_emergency_sheet_is_printed_alone(form: Format) -> None:
    sheet = printed_text(from_emergency(LIBRARY), form)
    assert paradak("print", "--emergency", "--format", form) == (sheet, "")


@pytest.mark.parametrize(
    "words", [["reposts"], ["--situation", "ordinary-day"], ["--look-again"], ["nothing"]]
)
def test_the_emergency_sheet_stands_beside_nothing_else(words: list[str]) -> None:
    assert refused("print", "--emergency", *words) == [
        "paradak: --emergency prints one blank sheet",
        "  name no list with it, no situation and no --look-again",
    ]


@pytest.mark.parametrize(("form", "layout"), [*product(Format, Layout)])
def test_a_layout_is_taken_only_by_formats_that_have_it(form: Format, layout: Layout) -> None:
    words = ["print", "border-crossing", "--format", form, "--layout", layout]
    if layout in form.layouts:
        detail = Detail.TITLES if layout.is_brief else Detail.STEPS
        assert output(*words) == render(lists("border-crossing", detail=detail), form, layout)
    else:
        known = ", ".join(one for one in SET if layout in one.layouts)
        assert refused(*words) == [
            f"paradak: '{form}' has no layout '{layout}'",
            f"  the formats that have it are: {known}",
        ]


@pytest.mark.parametrize("form", SET)
def test_without_a_layout_it_is_a4(form: Format) -> None:
    words = ["print", "border-crossing", "--format", form]
    assert output(*words) == output(*words, "--layout", "a4")


@pytest.mark.parametrize(("layout", "detail"), [*product(Layout, Detail)])
def test_small_layouts_hold_titles_only(layout: Layout, detail: Detail) -> None:
    words = ["print", "border-crossing", "--format", "pdf", "--layout", layout, "--detail", detail]
    if layout.is_brief and detail is not Detail.TITLES:
        assert refused(*words) == [
            f"paradak: layout '{layout}' holds titles only",
            "  leave --detail out, or choose a layout that holds more: a4, letter, a5, large",
        ]
    else:
        assert output(*words) == render(lists("border-crossing", detail=detail), Format.PDF, layout)


def on_a_terminal(*words: str) -> tuple[int, str, str]:
    """How a command ends whose output is a terminal, what stands there, and what is said beside."""
    ours, theirs = pty.openpty()
    command = [PARADAK, *words]
    process = subprocess.Popen(command, stdout=theirs, stderr=subprocess.PIPE, text=True)
    os.close(theirs)
    shown = b""
    try:
        while some := os.read(ours, 65536):
            shown += some
    except OSError:  # the other side is closed, and everything was read
        pass
    os.close(ours)
    _, beside = process.communicate()
    return process.returncode, shown.decode().replace("\r\n", "\n"), beside


@pytest.mark.parametrize("out", [[], ["--out", "-"]])
def test_a_pdf_is_never_written_to_a_terminal(out: list[str]) -> None:
    words = ["print", "border-crossing", "--format", "pdf", *out]
    said = "paradak: a terminal cannot show pdf\n  write it into a file: --out list-1.pdf\n"
    assert on_a_terminal(*words) == (2, "", said)
    assert output(*words).startswith(b"%PDF-")
    text = printed_text(lists("border-crossing"), Format.TEXT)
    assert on_a_terminal("print", "border-crossing", *out) == (0, text, "")


def test_a_pdf_goes_into_a_private_file(tmp_path: Path) -> None:
    words = [
        "print",
        "border-crossing",
        "--format",
        "pdf",
        "--layout",
        "pocket8",
        "--out",
        "list-1.pdf",
    ]
    assert paradak(*words, cwd=tmp_path) == ("", "")
    (written,) = tmp_path.iterdir()
    small = lists("border-crossing", detail=Detail.TITLES)
    assert written.read_bytes() == render(small, Format.PDF, Layout.POCKET8)
    assert written.stat().st_mode & 0o777 == 0o600
