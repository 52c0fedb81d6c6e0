"""The blank emergency sheet: its labels and lines, advice with its source, and no word typed in."""

import datetime
import html
import re
from dataclasses import fields, replace
from pathlib import Path

import pytest

from tests.printed import WRITTEN, library_at, missing, printed_text, strings
from tests.pseudo import END, PSEUDO, START
from tui.content.library import open_library
from tui.export import Document, Format, from_emergency
from tui.export.document import Field
from tui.language import ENGLISH

SHIPPED = open_library(ENGLISH)


def shown(document: Document, form: Format) -> str:
    """The words of the output, without what makes it a page or Markdown."""
    output = re.sub(r"<style>.*?</style>", " ", printed_text(document, form), flags=re.DOTALL)
    words = re.sub(r"<[^>]*>", " ", output).replace("\\", "").replace("\N{NO-BREAK SPACE}", " ")
    return html.unescape(words)


def test_it_is_one_sheet_with_a_part_for_each_entry() -> None:
    (sheet,) = from_emergency(SHIPPED).sheets
    assert sheet.title == "Emergency sheet"
    assert [(part.heading, part.advice) for part in sheet.parts] == [
        (blank.title, blank.advice) for blank in SHIPPED.emergency
    ]
    assert [part.fields for part in sheet.parts] == [
        tuple(Field(label, lines) for label, lines in blank.fields) for blank in SHIPPED.emergency
    ]
    assert not any(part.entries for part in sheet.parts)


def test_a_line_holds_nothing_but_its_label() -> None:
    assert [field.name for field in fields(Field)] == ["label", "lines"]


def test_every_part_is_dated_and_sourced() -> None:
    (sheet,) = from_emergency(SHIPPED).sheets
    new = "text of 28 November 2026 · counts as old from 28 May 2027"
    assert (sheet.dated, sheet.revision) == (new, "text of 28 November 2026")
    sources = {part.heading: part.source for part in sheet.parts}
    checked = "checked 28 November 2026"
    assert sources["Illness and medicine"] == f"Viasna (23 Feb 2024) · {checked} · sourced"
    assert sources["Keys of the home"].endswith(f"{checked} · general knowledge")


def test_old_advice_says_so() -> None:
    old = replace(SHIPPED, today=datetime.date(2027, 6, 1))
    (sheet,) = from_emergency(old).sheets
    for part in sheet.parts:
        assert " · checked 6 months ago: it may be otherwise by now · " in part.source


def test_it_warns_of_paper_and_explains_no_boxes() -> None:
    document = from_emergency(SHIPPED)
    (limit,) = document.sheets[0].limits
    assert (limit.label, limit.text) == ("Careful", " ".join(SHIPPED.notices["paper"]))
    assert (document.legend, document.explained) == ((), ())


def test_with_own_lists_it_is_the_shipped_sheet(tmp_path: Path) -> None:
    assert from_emergency(library_at(tmp_path)) == from_emergency(SHIPPED)


def test_every_word_of_it_is_told_in_the_language_shown() -> None:
    (sheet,) = from_emergency(SHIPPED.in_language(PSEUDO)).sheets
    told = [
        sheet.title,
        sheet.goal,
        *(text for limit in sheet.limits for text in limit.text.split(END) if text),
    ]
    for part in sheet.parts:
        told += [part.heading, part.advice, *(field.label for field in part.fields)]
        told.append(part.source.rpartition(" · ")[2])
    assert [text for text in told if not text.strip().startswith(START)] == []


@pytest.mark.parametrize("form", WRITTEN)
def test_all_of_it_is_printed_in_order_and_what_were_left_out_would_be_noticed(
    form: Format,
) -> None:
    document = from_emergency(SHIPPED)
    (sheet,) = document.sheets
    wanted = strings(document)
    assert wanted[0] == document.moment[0]
    assert missing(shown(document, form), wanted) == []
    short = replace(document, sheets=(replace(sheet, parts=sheet.parts[1:]),))
    first = strings(replace(document, sheets=(replace(sheet, parts=sheet.parts[:1]),)))
    assert set(missing(shown(short, form), wanted)) == set(first) - set(strings(short))
