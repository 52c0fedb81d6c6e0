"""PDF as the program makes it: layouts that fit or name one that does, text that can be set."""

import json
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pdfs import (
    BRIEF,
    LIBRARY,
    PAGED,
    each,
    everywhere,
    fitting,
    fonts,
    marked,
    set_by,
    short,
)
from tui.errors import LayoutError
from tui.export import (
    Detail,
    Format,
    Layout,
    pages,
    pdf,
    render,
    unprintable,
)
from tui.export.pdf import template
from tui.export.typesetting import BLANK, settable
from tui.language import NAMES

REACHING_OUT = (
    '#import "other.typ": x',
    '#include "other.typ"',
    '#eval("1 + 1")',
    '#let secret = read("secret")',
    '#let clever = plugin("clever.wasm")',
    '#image("@preview/thing:1.0.0/picture.svg")',
    "// import nothing",
    "/* eval */",
)
REPERTOIRE = [letter for letter in map(chr, range(0x10000)) if settable(letter) == letter]
LETTERS = """
#set document(title: "x", date: none)
#set text(lang: "en", hyphenate: false, fallback: false, font: sys.inputs.fonts.split(","))
#for words in json(bytes(sys.inputs.data)) { par(words) }
"""


@pytest.fixture
def plant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Has the pages set by the template with one line more."""
    (tmp_path / "sheet.typ").write_bytes(template())

    def plant(line: str) -> None:
        (tmp_path / "panels.typ").write_text(line, encoding="utf-8")
        monkeypatch.setattr(pdf, "packaged", lambda _: tmp_path)

    return plant


@pytest.mark.parametrize("line", REACHING_OUT)
def test_a_template_that_could_load_something_sets_nothing(
    line: str, plant: Callable[[str], None]
) -> None:
    made = short(Layout.A4)
    plant(line)
    with pytest.raises(ValueError, match="the template of pages may not say"):
        render(made.document, Format.PDF)


def test_a_template_that_loads_nothing_sets_pages(plant: Callable[[str], None]) -> None:
    made = short(Layout.A4)
    plant("// important, already and evaluated")
    assert render(made.document, Format.PDF) == made.data


@pytest.mark.parametrize("layout", Layout)
def test_a_letter_more_changes_the_bytes_and_nothing_else_does(layout: Layout) -> None:
    made = short(layout)
    assert render(made.document, Format.PDF, layout) == made.data
    closing = (made.document.closing[0] + ".", *made.document.closing[1:])
    assert render(replace(made.document, closing=closing), Format.PDF, layout) != made.data


@pytest.mark.parametrize("layout", BRIEF)
def test_a_list_fits_a_small_layout_or_is_told_one_that_it_fits(layout: Layout) -> None:
    assert len(fitting(layout)) >= len(LIBRARY.checklists) / 2
    for title, found in each(layout).items():
        if isinstance(found, LayoutError):
            assert found.values["title"] == title
            assert found.values["layout"] is layout
            other = found.values["other"]
            assert isinstance(other, Layout)
            assert other is not layout
            (sheet,) = (one for one in marked(Detail.TITLES).sheets if one.title == title)
            assert render(replace(marked(Detail.TITLES), sheets=(sheet,)), Format.PDF, other)


@pytest.mark.parametrize("layout", BRIEF)
def test_of_several_lists_the_one_that_does_not_fit_is_named(layout: Layout) -> None:
    fits = fitting(layout)[0].document
    entry = fits.entries[0]
    part = replace(fits.sheets[0].parts[0], entries=(entry,) * 150)
    long = replace(fits.sheets[0], title="The long one", parts=(part,))
    document = replace(fits, sheets=(*fits.sheets, long, *fits.sheets))
    with pytest.raises(LayoutError) as refused:
        render(document, Format.PDF, layout)
    assert refused.value.values == {
        "title": "The long one",
        "layout": layout,
        "other": Layout.A4,
    }
    with pytest.raises(LayoutError):
        list(pages(document, Format.PDF, layout))


@pytest.mark.parametrize("language", NAMES)
def test_every_language_we_show_can_be_set(language: str) -> None:
    assert f"/Lang({language})".encode() in short(Layout.A4, language).data


def test_what_cannot_be_set_is_said_without_a_word_of_it() -> None:
    document = replace(short(Layout.A4).document, language="nobody speaks this")
    with pytest.raises(LayoutError) as refused:
        render(document, Format.PDF)
    assert str(refused.value) == "these pages cannot be set"
    assert refused.value.hint == "take HTML, and print it from a browser"


def letters_set(texts: list[str], *, ours: bool) -> bytes:
    """The texts as they are, with our fonts or with those that come with Typst alone."""
    families = ["Roboto"] * ours + ["Libertinus Serif", "DejaVu Sans Mono"]
    given = {"data": json.dumps(texts), "fonts": ",".join(families)}
    document = short(Layout.A4).document
    return set_by(LETTERS, document, Layout.A4, sys_inputs=given, font_paths=fonts(ours=ours))


@pytest.mark.parametrize("ours", [True, False])
def test_every_letter_that_is_let_through_has_a_sign_in_a_font(ours: bool) -> None:
    assert len(REPERTOIRE) > 800
    assert set("ўіёЎІЁ’№—…«»“”☐‖□") <= set(REPERTOIRE)
    marks = [letter for letter in REPERTOIRE if unicodedata.combining(letter)]
    accented = (settable(letter + mark) for letter in REPERTOIRE for mark in marks)
    stacked = (settable("w" + one + other) for one in marks for other in marks)
    assert letters_set([*REPERTOIRE, *accented, *stacked], ours=ours)


@pytest.mark.parametrize("letter", ["漢", "😀", "\x00", "\u0480", "\U0001d518"])
def test_a_letter_without_a_sign_would_be_noticed(letter: str) -> None:
    assert settable(letter) == BLANK
    with pytest.raises(RuntimeError):
        letters_set([letter], ours=False)


@given(st.text(min_size=1, max_size=60), st.sampled_from(PAGED))
@settings(max_examples=30)
def test_any_text_in_every_field_can_be_set(text: str, layout: Layout) -> None:
    assert render(everywhere(text), Format.PDF, layout)


@given(st.text())
def test_what_cannot_be_set_is_a_box_and_is_counted(text: str) -> None:
    shown = settable(text)
    assert settable(shown) == shown
    assert set(shown) <= set(REPERTOIRE)
    document = replace(everywhere("x"), title=text)
    assert unprintable(document) == shown.count(BLANK) - text.count(BLANK)
