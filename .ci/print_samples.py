"""Writes a sample in every layout and format, and from it the pictures of docs/printing.md.

Other folders may be named, the one of the pictures second.
"""

import subprocess
import sys
import zlib
from pathlib import Path
from tempfile import TemporaryDirectory

from tui.content.library import Library, open_library
from tui.export import Detail, Document, Format, Layout, from_checklists, from_plan, render
from tui.language import ENGLISH
from tui.plan import Profile, make
from tui.session import Session

ROOT = Path(__file__).resolve().parents[1]
LIST, SITUATION = "device-lock", "phone-came-back"
"""A list of middle length, and a situation in which much is on hold."""
PICTURED = {
    Layout.A4: 1,
    Layout.LARGE: 2,
    Layout.BRIEF: 1,
    Layout.POCKET8: 1,
    Layout.FOLD4: 1,
}
"""The layouts that are shown, and the page of the list that shows most of each."""
DOTS_PER_INCH = 80
PRINTER = (
    *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--no-first-run",
)


def main(folder: Path, pictures: Path) -> None:
    """Writes the sample into one folder and the pictures into another."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures.mkdir(parents=True, exist_ok=True)
    library = open_library(ENGLISH)
    for form in Format:
        for layout in form.layouts or (None,):
            for name, document in _documents(library, layout or Layout.A4).items():
                file = "-".join(filter(None, (name, layout))) + form.ending
                (folder / file).write_bytes(render(document, form, layout or Layout.A4))
    for shown, page in PICTURED.items():
        _draw(folder / f"list-{shown}.pdf", page, pictures / f"{shown}.png")
    with TemporaryDirectory() as paper:
        _draw(_printed(folder / "list-a4.html", Path(paper)), 1, pictures / "html.png")


def _documents(library: Library, layout: Layout) -> dict[str, Document]:
    """The list, and the plan: all of it, or its first steps where there is one page."""
    situation = next(found for found in library.situations if found.id == SITUATION)
    plan = Session(make(library, situation, Profile()))
    detail = Detail.TITLES if layout.is_brief else Detail.STEPS
    return {
        "list": from_checklists([library.checklist(LIST)], library, detail),
        "plan": from_plan(plan, library, detail, first_only=layout.is_brief),
    }


def _printed(page: Path, folder: Path) -> Path:
    """The page as a browser prints it that has never run before."""
    paper = folder / "paper.pdf"
    words = [f"--user-data-dir={folder}/profile", f"--print-to-pdf={paper}", page.as_uri()]
    subprocess.run([*PRINTER, *words], check=True, capture_output=True)
    return paper


def _draw(paper: Path, page: int, picture: Path) -> None:
    """Draws one page."""
    words = ("-gray", "-singlefile", "-r", str(DOTS_PER_INCH), "-f", str(page), str(paper))
    drawn = subprocess.run(["pdftoppm", *words], check=True, capture_output=True)
    picture.write_bytes(_png(drawn.stdout))


def _png(drawn: bytes) -> bytes:
    """A PGM in sixteen greys: a third of what its 256 would take."""
    _, size, _, dots = drawn.split(b"\n", 3)
    width, height = map(int, size.split())
    rows = (dots[start : start + width] + b"\xff" for start in range(0, width * height, width))
    packed = b"".join(b"\0" + _halved(row) for row in rows)
    head = width.to_bytes(4) + height.to_bytes(4) + bytes((4, 0, 0, 0, 0))
    chunks = _chunk(b"IHDR", head), _chunk(b"IDAT", zlib.compress(packed, 9)), _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _halved(row: bytes) -> bytes:
    """Two greys in each byte."""
    greys = [(dot + 8) // 17 for dot in row]
    return bytes(left << 4 | right for left, right in zip(greys[::2], greys[1::2], strict=False))


def _chunk(name: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4) + name + data + zlib.crc32(name + data).to_bytes(4)


if __name__ == "__main__":
    given = [Path(word).resolve() for word in sys.argv[1:]]
    here = [ROOT / "build" / "print-samples", ROOT / "docs" / "printing"]
    main(*given, *here[len(given) :])
