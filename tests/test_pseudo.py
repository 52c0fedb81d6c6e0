"""The pseudo-language of the tests is longer, marked, and keeps what has to be filled in."""

from string import Formatter

from hypothesis import given
from hypothesis import strategies as st

from tests.pseudo import END, PSEUDO, START, lengthen
from tui.content.folders import builtin_folder
from tui.content.library import open_library
from tui.po import Catalog
from tui.text import clean, width

LONG = "{n} items are on hold, and {more} were set aside"


def test_a_pseudo_text_is_marked_accented_and_keeps_its_placeholders() -> None:
    assert PSEUDO.text("{n} min", n=5) == "⟦5 mîñłó⟧"
    assert PSEUDO.text("Leave") == "⟦Léàvéłó⟧"
    assert PSEUDO.count(1, "{n} item", "{n} items") == "⟦1 îtémłó⟧"
    assert PSEUDO.count(5, "{n} item", "{n} items") == "⟦5 îtémšłóñ⟧"
    assert [name for _, name, _, _ in Formatter().parse(lengthen(LONG)) if name] == ["n", "more"]


@given(st.text(st.characters(exclude_characters="{}"), min_size=10))
def test_a_pseudo_text_is_some_forty_percent_longer(text: str) -> None:
    assert len(text) * 1.4 + 1 <= len(lengthen(text)) <= len(text) * 1.4 + 3
    assert lengthen(text).startswith(START)
    assert lengthen(text).endswith(END)


def test_a_pseudo_text_can_be_shown_as_it_is() -> None:
    assert clean(lengthen(LONG)) == lengthen(LONG)
    assert width(lengthen(LONG)) == len(lengthen(LONG))


def test_lists_can_be_read_in_the_pseudo_language() -> None:
    library = open_library(PSEUDO)
    item = library.checklists[0].items[0]
    texts = [item.title, item.why, item.steps[0].text, library.situations[0].title]
    texts += [library.notices["stop"][0], item.caution.text]
    assert all(text.startswith(START) and text.endswith(END) for text in texts)
    assert library.folder == builtin_folder()
    assert PSEUDO.content(Catalog(), "en", "a/b", "{") == "⟦{ł⟧"


def test_dates_and_spans_go_through_the_pseudo_language_too() -> None:
    assert PSEUDO.date("2026-11-21") == "⟦21 ⟦Növémbérłóñg⟧ 2026ł⟧"
    assert PSEUDO.minutes(90) == "⟦1 h 30 mîñłóñ⟧"
