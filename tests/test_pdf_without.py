"""Without Typst PDF is refused kindly and the rest works; without our font it is set in another."""

import io
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from tests.commands import paradak
from tests.pdfs import SHORT, short
from tui.export import Layout

WITHOUT = (
    "import sys; sys.modules[{name!r}] = None; from tui.__main__ import main; sys.exit(main())"
)
KINDLY = "paradak: PDF cannot be made on this machine\n  take HTML, and print it from a browser\n"


def without(name: str, *words: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    """A command where a library is not there."""
    command = [sys.executable, "-c", WITHOUT.format(name=name), *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, check=False)


@pytest.mark.parametrize("layout", Layout)
def test_without_typst_pdf_is_refused_and_html_is_named(layout: Layout, tmp_path: Path) -> None:
    words = ["print", SHORT, "--format", "pdf", "--layout", layout, "--out", "list-1.pdf"]
    result = without("typst", *words, cwd=tmp_path)
    assert (result.returncode, result.stdout, result.stderr.decode()) == (1, b"", KINDLY)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_without_typst_every_other_format_is_the_same(form: str, tmp_path: Path) -> None:
    words = ["print", SHORT, "--format", form]
    result = without("typst", *words, cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.decode() == paradak(*words)[0]


@pytest.mark.parametrize("words", [["list"], ["show", SHORT], ["check"], ["--help"]], ids=" ".join)
def test_without_typst_every_other_command_works(words: list[str], tmp_path: Path) -> None:
    result = without("typst", *words, cwd=tmp_path)
    assert (result.returncode, result.stdout.decode()) == (0, paradak(*words)[0])


def test_with_typst_the_same_command_makes_it(tmp_path: Path) -> None:
    words = ["print", SHORT, "--format", "pdf", "--detail", "full"]
    assert without("nothing", *words, cwd=tmp_path).stdout == short(Layout.A4).data


@pytest.mark.parametrize("layout", Layout)
def test_without_our_font_the_serif_of_typst_is_taken(layout: Layout, tmp_path: Path) -> None:
    words = ["print", SHORT, "--format", "pdf", "--layout", layout]
    result = without("font_roboto", *words, cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, b"")
    assert "LibertinusSerif" in families(result.stdout)
    assert "Roboto" not in families(result.stdout)
    assert "Roboto" in families(short(layout).data)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in result.stdout


def families(data: bytes) -> set[str]:
    """The names of the fonts in a PDF, without their weights."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        names = [str(one.BaseFont) for one in opened.objects if "/BaseFont" in keys(one)]
    return {name.partition("+")[2].partition("-")[0] for name in names}


def keys(value: object) -> set[str]:
    return set(value.keys()) if isinstance(value, pikepdf.Dictionary) else set()
