"""Tagged PDF, set by Typst within this process; no content is ever read as markup."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.apart import Apart
from tui.errors import LayoutError
from tui.export.document import Document
from tui.export.layouts import Layout, SheetPages
from tui.export.typesetting import setting
from tui.resources import packaged

if TYPE_CHECKING:
    from types import ModuleType

_TEMPLATES = ("sheet.typ", "panels.typ")
_REACHING_OUT = re.compile(r"@[a-z]+/|\b(import|include|eval|read|plugin)\b")
"""What could load a file, a package or code: none of it may stand in a template."""
_DOES_NOT_FIT = re.compile(r"does not fit: ([0-9]+)")
_PROGRAM = re.compile(
    rb"""(/Creator ?\(|<xmp:CreatorTool>|x:xmptk=")(Typst [0-9.]+|xmp-writer)(?=[)<"])"""
)
"""The three places that name what a file was made with."""
_FALLBACKS = (Layout.FOLD4, Layout.POCKET8, Layout.BRIEF, Layout.A4)


def render(document: Document, layout: Layout, apart: Apart | None = None) -> bytes:
    """The document as PDF: the same bytes for the same document, whoever sets it, when and where.

    Typst never gives back the memory of what it has set, and keeps threads that no copy of a
    process has. So it always works `apart`; who may have to give up brings the place for that.

    Raises:
        LayoutError: a list does not fit the layout, or there is no Typst for this machine.
        ApartError: it was given up.
    """
    engine, text, data = _typst(), template(), _data(document, layout)

    def work() -> bytes:
        pdf: bytes = engine.compile_with_warnings(
            text, format="pdf", pdf_standards=["ua-1"], **_options(data)
        )[0]
        return pdf

    try:
        made = _done(work, apart)
    except RuntimeError as error:
        raise _refusal(error, document, layout, apart) from None
    return _PROGRAM.sub(lambda found: found[1] + b" " * len(found[2]), made)


def _done(work: Callable[[], bytes], apart: Apart | None) -> bytes:
    return (apart or Apart()).run(work, RuntimeError)


def pages(document: Document, layout: Layout, apart: Apart | None = None) -> Iterator[SheetPages]:
    """The items on each page, one sheet after the other, as each is set.

    Raises:
        LayoutError, ApartError: as for `render`.
    """
    for sheet in document.sheets:
        alone = replace(document, sheets=(sheet,))
        try:
            places = _places(alone, layout, apart)
        except RuntimeError as error:
            raise _refusal(error, alone, layout, apart) from None
        yield _sheet_pages(sheet.title, places)


def _places(document: Document, layout: Layout, apart: Apart | None) -> list[dict[str, Any]]:
    """The page and the title of each item, and the last page without a title."""
    engine, text, data = _typst(), template(), _data(document, layout)

    def work() -> bytes:
        found: str = engine.query(text, "<place>", field="value", **_options(data))
        return found.encode()

    places: list[dict[str, Any]] = json.loads(_done(work, apart))
    return places


def _sheet_pages(title: str, places: list[dict[str, Any]]) -> SheetPages:
    """Titles by page; the last place has none and tells how many pages there are."""
    count = places[-1]["page"]
    return SheetPages(
        title,
        tuple(
            tuple(place["title"] for place in places[:-1] if place["page"] == page)
            for page in range(1, count + 1)
        ),
    )


def template() -> bytes:
    """The template of pages, which can reach nothing but its input.

    Raises:
        ValueError: it could load something; nothing is set then.
    """
    folder = packaged("export")
    text = "".join((folder / name).read_text(encoding="utf-8") for name in _TEMPLATES)
    if found := _REACHING_OUT.search(text):
        raise ValueError(f"the template of pages may not say {found[0]!r}")
    return text.encode()


def _typst() -> "ModuleType":
    try:
        import typst
    except ImportError:
        message = "PDF cannot be made on this machine"
        raise LayoutError(message, "take HTML, and print it from a browser") from None
    return typst


def _data(document: Document, layout: Layout) -> str:
    return json.dumps(setting(document, layout), ensure_ascii=False)


def _options(data: str) -> dict[str, Any]:
    """Where Typst may look: at the fonts that came with the program, and at nothing else."""
    import typst

    here = Path(__file__).parent
    fonts = typst.Fonts(include_system_fonts=False, font_paths=_font_folders())
    return {
        "root": here,
        "font_paths": fonts,
        "sys_inputs": {"data": data},
        "package_path": here / "no-packages",
        "package_cache_path": here / "no-packages",
    }


def _font_folders() -> list[str]:
    """The folder of Roboto; without it there is the serif that comes with Typst."""
    found = find_spec("font_roboto")
    folders = found.submodule_search_locations if found else None
    return [str(Path(folder) / "files") for folder in folders or ()]


def _refusal(
    error: Exception, document: Document, layout: Layout, apart: Apart | None
) -> LayoutError:
    """What a person can do when pages cannot be set; never what was on them."""
    found = _DOES_NOT_FIT.search(str(error))
    if not found:
        return LayoutError("these pages cannot be set", "take HTML, and print it from a browser")
    sheet = document.sheets[int(found[1])]
    alone = replace(document, sheets=(sheet,))
    other = next(each for each in _FALLBACKS if each is not layout and _fits(alone, each, apart))
    return LayoutError(
        "'{title}' is too long for the layout {layout}",
        "take the layout {other}",
        title=sheet.title,
        layout=layout,
        other=other,
    )


def _fits(document: Document, layout: Layout, apart: Apart | None) -> bool:
    if layout.is_brief:
        with suppress(RuntimeError):
            return bool(_places(document, layout, apart))
    return not layout.is_brief
