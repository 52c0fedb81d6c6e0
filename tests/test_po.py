"""Reading .po files: as they are laid out, and harmless where they are broken or hostile."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.language import Language
from tui.po import MAX_BYTES, Entry, parse

PO = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural=0;\\n"

#. where the person leaves
#: tui/app/screens/work.py:12
msgid "leave"
msgstr "выйсці"

msgid ""
"one thought "
"per sentence"
msgstr ""
"адна думка "
"ў сказе"

msgid "say \\"yes\\"\\tor C:\\\\n"
msgstr "скажыце \\"так\\"\\\\"

msgid "{n} item"
msgid_plural "{n} items"
msgstr[0] "{n} пункт"
msgstr[1] "{n} пункты"
msgstr[2] "{n} пунктаў"

#, python-brace-format, fuzzy
#| msgid "save"
msgid "keep"
msgstr "захаваць"

#, fuzzy
#~ msgid "gone"
#~ msgstr "зьнікла"

msgid "empty"
msgstr ""

msgid "{n} of {all}"
msgstr "{n} з {all}"
"""
BELARUSIAN = Language("be", parse(PO))


def entry(source: str, *forms: str, context: str = "", line: int = 1, fuzzy: bool = False) -> Entry:
    return Entry(line, context, source, forms, fuzzy)


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("leave", "выйсці"),
        ("one thought per sentence", "адна думка ў сказе"),
        ('say "yes"\tor C:\\n', 'скажыце "так"\\'),
        ("keep", "[en, newer] keep"),
        ("gone", "[en] gone"),
        ("empty", "[en] empty"),
        ("never translated", "[en] never translated"),
    ],
)
def test_a_translation_is_shown_and_a_missing_or_unsure_one_is_marked(
    source: str, wanted: str
) -> None:
    assert BELARUSIAN.text(source) == wanted


def test_every_entry_knows_the_line_where_it_starts() -> None:
    lines = {found.source: found.line for found in parse(PO).entries}
    assert lines["leave"] == 6
    assert lines["one thought per sentence"] == 11
    assert lines["keep"] == PO.splitlines().index("#, python-brace-format, fuzzy") + 1
    assert lines["empty"] == PO.splitlines().index('msgid "empty"') + 1


def test_the_header_and_obsolete_entries_are_left_out() -> None:
    sources = [found.source for found in parse(PO).entries]
    assert "" not in sources
    assert "gone" not in sources
    assert len(sources) == 7


def test_the_text_before_an_edit_is_not_taken_for_the_text_of_now() -> None:
    old = """\
#, fuzzy
#| msgctxt "a/b"
#| msgid "old "
#| "words"
msgctxt "a/c"
msgid "new words"
msgstr "новае"
"""
    assert parse(old).entries == (entry("new words", "новае", context="a/c", fuzzy=True),)


@pytest.mark.parametrize(
    "text",
    [
        'msgid "a"\nmsgstr "б"\nmsgid "c"\nmsgstr "д"\n',
        'msgid "a"\n\nmsgstr "б"\n\n\nmsgid "c"\n\nmsgstr "д"',
        'msgid "a"\nmsgstr "б"\n#, fuzzy\n#~ msgid "z"\n#~ msgstr "з"\nmsgid "c"\nmsgstr "д"\n',
        '\ufeffmsgid "a"\r\nmsgstr "б"\r\n\r\nmsgid "c"\r\nmsgstr "д"\r\n',
        '  msgid   "a"  \n\tmsgstr\t"б"\nmsgid "c"\nmsgstr "д"  \n',
        'msgid "x"\nmsgid "a"\nmsgstr "б"\nmsgid "c"\nmsgstr "д"\n',
        '#, no-fuzzy, c-format\nmsgid "a"\nmsgstr "б"\n# fuzzy\nmsgid "c"\nmsgstr "д"\n',
    ],
    ids=["no blanks", "blanks", "obsolete", "windows", "spaces", "no msgstr", "flags"],
)
def test_entries_are_told_apart_however_the_file_is_laid_out(text: str) -> None:
    found = {e.source: (e.forms, e.fuzzy) for e in parse(text).entries if any(e.forms)}
    assert found == {"a": (("б",), False), "c": (("д",), False)}


def test_interface_and_content_do_not_mix() -> None:
    both = parse('msgctxt "a/title"\nmsgid "look"\nmsgstr "1"\n\nmsgid "look"\nmsgstr "2"')
    assert both.by_source["look"].forms == ("2",)
    assert both.by_context["a/title"].forms == ("1",)
    assert Language("be", both).text("look") == "2"


# Hostile and broken files


def test_what_could_act_on_a_terminal_is_replaced() -> None:
    hostile = parse('msgid "leave"\nmsgstr "a\x1b[31m\u202eb\\r\\n\x9b\u2028c"')
    assert hostile.by_source["leave"].forms[0] == "a\ufffd[31m\ufffdb\ufffd\ufffd\ufffd\ufffdc"


def test_a_text_in_very_many_pieces_is_put_together() -> None:
    pieces = (MAX_BYTES - 40) // 4
    long = parse('msgid "leave"\nmsgstr ""\n' + '"a"\n' * pieces)
    assert long.by_source["leave"].forms == ("a" * pieces,)


FRAGMENTS = st.sampled_from(
    [
        *("msgid", "msgstr", "msgctxt", "msgid_plural", "msgstr[0]", "msgstr[9]", "msgstr[٣]"),
        *("#", "#,", "#|", "#~", "fuzzy", "\\", "\n", "\r", " "),
        *('"', '"a"', '"{n}"', '"{"', '"{n.__class__}"'),
    ]
)
pieces = st.lists(FRAGMENTS | st.text(max_size=4), max_size=40).map("".join)


@given(pieces | st.text())
def test_no_file_is_so_broken_that_it_raises(text: str) -> None:
    catalog = parse(text)
    broken = Language("be", catalog)
    for found in catalog.entries:
        assert broken.content(catalog, "en", found.context, found.source)
        assert broken.count(3, found.source.replace("{", "").replace("}", ""), "{n} many")
    assert broken.text("{n} min", n=5)
    assert broken.date("2026-11-21")
