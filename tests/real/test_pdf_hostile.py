"""Hostile text in every field of a PDF: it stays text, and it stays on the paper."""

import re
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from html import unescape
from itertools import islice

import pytest

from tests.payloads import PAYLOADS
from tests.pdfs import BRIEF, everywhere, fitting, less, set_by
from tui.export import Format, Layout, render
from tui.export.geometry import GEOMETRIES, Geometry
from tui.export.typesetting import settable

HOSTILE = PAYLOADS | {
    "import": '#import "@preview/x:1.0.0": * #include "a.typ" #eval("1")',
    "function": '#read("/etc/passwd") #panic() #sys.inputs #context here()',
    "typst": "= Title <label> @label $x^2$ _e_ `r` // c /* d */ ~ -- --- ...",
    "unclosed": '"#[ { ( $ ` _ * /*',
    "operators": "(a) Tj ET Q endstream endobj xref 0 1 trailer <</JS (x)>>",
    "json": '"}], "sheets": [], "x": "\\u0041\\n\\"',
    "places": "{page} {pages} {title}",
    "nothing": "\x00\ufffe\ud800\U0010ffff",
    "scripts": "漢字 かな עברית عربي हिन्दी ไทย",
    "pictures": "😀 👩\u200d👩\u200d👧 🇧🇾 ❤\ufe0f 𝔘",
    "alone": "\u0301\u0308",
    "composed": "e\u0301 и\u0306 у\u0306 \u212b \u0958",
    "ours": "ў і ё Ў І Ё ’ ʼ № « » “ ” — … ‖ ☐ □",
    "long": "unbreakable" * 14,
    "wide": "Щ" * 30,
    "signs": "‱" * 30,
}
STACKED = ("marks", "alone")
"""What a program reads once for each mark on a letter."""
LIMITS = {Layout.BRIEF: 90, Layout.POCKET8: 56, Layout.FOLD4: 60}
"""How long a text can be there if it stands in every field."""
AT_ONCE = {Layout.BRIEF: 2, Layout.POCKET8: 1, Layout.FOLD4: 2}
"""How many texts stand in each field where there is no room for more."""
EDGE = 3.0
"""This much of the paper and of each folded page holds no text, in mm."""


@dataclass(frozen=True)
class Word:
    """A word on the paper, with the box around it in mm."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def words(data: bytes) -> list[Word]:
    """All words of a PDF, in the order they were set."""
    command = ["pdftotext", "-raw", "-bbox", "-", "-"]
    found = subprocess.run(command, input=data, check=True, capture_output=True).stdout.decode()
    shape = r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>'
    return [
        Word(unescape(text), *(float(number) * 25.4 / 72 for number in corners))
        for *corners, text in re.findall(shape, found)
    ]


def page_of(word: Word, geometry: Geometry) -> tuple[float, float, float, float, bool]:
    """How far a word is from the edges of its page, folded or not, and if it is upside down."""
    rows, columns = (len(geometry.order), len(geometry.order[0])) if geometry.order else (1, 1)
    wide, high = geometry.width / columns, geometry.height / rows
    column = (word.left + word.right) / 2 // wide
    row = (word.top + word.bottom) / 2 // high
    return (
        word.left - column * wide,
        word.top - row * high,
        (column + 1) * wide - word.right,
        (row + 1) * high - word.bottom,
        rows > 1 and row == 0,
    )


def off_the_page(found: list[Word], geometry: Geometry) -> list[Word]:
    """The words that come too near to an edge or a fold."""
    seen = (word for word in found if word.left < word.right)
    return [word for word in seen if min(page_of(word, geometry)[:4]) < EDGE]


def body(found: list[Word], geometry: Geometry) -> Iterator[str]:
    """The words that are neither in a head nor in a foot."""
    for word in found:
        _, above, _, below, turned = page_of(word, geometry)
        half = (word.bottom - word.top) / 2
        above, below = (below, above) if turned else (above, below)
        if above + half > geometry.top and below + half > geometry.bottom:
            yield word.text


def squeezed(text: str) -> str:
    """The text without blanks, as it is whether a line ends in it or not."""
    return unicodedata.normalize("NFC", re.sub(r"[\s\u200b]", "", text))


@cache
def times(layout: Layout) -> int:
    """In how many places a text stands that stands in every field; pages for notes vary."""
    document = replace(everywhere("harmless"), notes="Notes")
    found = words(render(document, Format.PDF, layout))
    count = "".join(body(found, GEOMETRIES[layout])).count("harmless")
    assert count > 40
    return count


def batches() -> Iterator[tuple[Layout, list[str]]]:
    """The names of texts that stand in each field of a document."""
    for layout in Layout:
        names = (name for name in HOSTILE if name not in STACKED)
        while batch := [*islice(names, AT_ONCE.get(layout, 7))]:
            yield layout, batch
        for name in STACKED:
            yield layout, [name]


@pytest.mark.parametrize(("layout", "names"), [*batches()], ids=str)
def test_content_stays_text_in_every_field_and_stays_on_the_paper(
    layout: Layout, names: list[str]
) -> None:
    geometry = GEOMETRIES[layout]
    payload = " | ".join(HOSTILE[name][: LIMITS.get(layout)] for name in names)
    found = words(render(everywhere(payload), Format.PDF, layout))
    assert off_the_page(found, geometry) == []
    text, wanted = squeezed("".join(body(found, geometry))), squeezed(settable(payload))
    assert text.count(wanted) >= times(layout)


@pytest.mark.parametrize("layout", BRIEF)
def test_no_list_comes_too_near_to_an_edge_or_a_fold(layout: Layout) -> None:
    for made in fitting(layout):
        assert off_the_page(words(made.data), GEOMETRIES[layout]) == []


def test_text_that_were_let_through_would_be_noticed() -> None:
    document = everywhere("*harmless*")
    marked_up = less("  it.text\n", '  eval(it.text, mode: "markup")\n')
    found = words(set_by(marked_up, document, Layout.A4))
    count = "".join(body(found, GEOMETRIES[Layout.A4])).count("*harmless*")
    assert count == times(Layout.A4) - len(document.entries) * 2


@pytest.mark.parametrize(
    ("layout", "part", "instead"),
    [
        (Layout.A4, 'it.text.clusters().join("\\u{200b}")', "it"),
        (Layout.A5, "on-one-line(sheet.foot)", "sheet.foot * 9"),
        (Layout.POCKET8, "L.side * 1mm, dy: L.top * 1mm", "1mm, dy: L.top * 1mm"),
        (Layout.FOLD4, "dy: -6mm", "dy: -2mm"),
    ],
)
def test_text_off_the_paper_would_be_noticed(layout: Layout, part: str, instead: str) -> None:
    document = everywhere("unbreakable" * 10 if layout is Layout.A4 else "word " * 10)
    found = words(set_by(less(part, instead), document, layout))
    assert off_the_page(found, GEOMETRIES[layout])
