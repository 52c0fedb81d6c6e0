"""What the program says in a language, and what it says where a translation is missing or old."""

from pathlib import Path

import pytest

from tui.errors import UsageError
from tui.language import ENGLISH, Language, available, load
from tui.po import MAX_BYTES, Catalog, parse, read

PO = """\
msgid "leave"
msgstr "выйсці"

msgid "{n} item"
msgid_plural "{n} items"
msgstr[0] "{n} пункт"
msgstr[1] "{n} пункты"
msgstr[2] "{n} пунктаў"

msgid "{n} of {all}"
msgstr "{n} з {all}"
"""
BELARUSIAN = Language("be", parse(PO))
MONTHS = {
    "January": "студзеня",
    "February": "лютага",
    "March": "сакавіка",
    "April": "красавіка",
    "May": "мая",
    "June": "чэрвеня",
    "July": "ліпеня",
    "August": "жніўня",
    "September": "верасня",
    "October": "кастрычніка",
    "November": "лістапада",
    "December": "снежня",
}


def language(*blocks: str, code: str = "be") -> Language:
    return Language(code, parse("\n\n".join(blocks)))


@pytest.mark.parametrize(
    ("block", "wanted"),
    [
        ('msgctxt "a/b/title"\nmsgid "Now"\nmsgstr "Цяпер"', "Цяпер"),
        ('msgctxt "a/b/title"\nmsgid "Earlier"\nmsgstr "Цяпер"', "[en, newer] Now"),
        ('#, fuzzy\nmsgctxt "a/b/title"\nmsgid "Now"\nmsgstr "Цяпер"', "[en, newer] Now"),
        ('msgctxt "a/b/title"\nmsgid "Now"\nmsgstr ""', "[en] Now"),
        ('msgctxt "a/b/why"\nmsgid "Now"\nmsgstr "Цяпер"', "[en] Now"),
        ('msgid "Now"\nmsgstr "Цяпер"', "[en] Now"),
        ('msgctxt "a/b/title"\nmsgid "Now"\nmsgstr "{x} {"', "{x} {"),
    ],
    ids=["current", "edited", "fuzzy", "empty", "other field", "no context", "braces are text"],
)
def test_text_of_a_list_is_current_or_marked(block: str, wanted: str) -> None:
    assert Language("be").content(parse(block), "en", "a/b/title", "Now") == wanted


def test_a_list_in_the_language_of_the_person_needs_no_translation() -> None:
    assert Language("be").content(Catalog(), "be", "a/b/title", "Цяпер") == "Цяпер"
    assert ENGLISH.content(Catalog(), "be", "a/b/title", "Цяпер") == "[be] Цяпер"
    english = parse('msgctxt "a/b/title"\nmsgid "Цяпер"\nmsgstr "Now"')
    assert ENGLISH.content(english, "be", "a/b/title", "Цяпер") == "Now"


# Placeholders


@pytest.mark.parametrize(
    "translation",
    [
        *("хв", "{x} хв", "{n} {x}", "{}", "{0}", "{n", "n}", "{n }"),
        *("{n!r}", "{n:d}", "{n:>9999999999}", "{n:{n}}", "{n.real}", "{n[0]}"),
    ],
)
def test_a_translation_that_cannot_be_filled_in_gives_way_to_the_marked_source(
    translation: str,
) -> None:
    block = f'msgid "{{n}} min"\nmsgstr "{translation}"'
    assert language(block).text("{n} min", n=5) == "[en] 5 min"
    assert language(block).minutes(5) == "[en] 5 min"


def test_places_may_change_their_order_and_stand_twice() -> None:
    turned = language('msgid "{n} of {all}"\nmsgstr "з {all}: {n}, {n}"')
    assert turned.text("{n} of {all}", n=2, all=7) == "з 7: 2, 2"


@pytest.mark.parametrize(
    ("number", "wanted"), [(1, "[en] 1 day"), (2, "2 дні"), (5, "[en] 5 days")]
)
def test_only_the_plural_form_that_cannot_be_filled_in_gives_way(number: int, wanted: str) -> None:
    found = language(
        'msgid "{n} day"\nmsgid_plural "{n} days"\n'
        'msgstr[0] "дзень"\nmsgstr[1] "{n} дні"\nmsgstr[2] "{x} дзён"'
    )
    assert found.count(number, "{n} day", "{n} days") == wanted


def test_values_are_filled_in_letter_by_letter() -> None:
    assert BELARUSIAN.text("{n} of {all}", n="{all}", all="{n}") == "{all} з {n}"


# Counting


def cldr_form(number: int) -> int:
    """The form of a whole number in Belarusian and Russian: one, few, many (CLDR)."""
    tens, ones = divmod(number % 100, 10)
    if ones == 1 and tens != 1:
        return 0
    if ones in {2, 3, 4} and tens != 1:
        return 1
    return 2


@pytest.mark.parametrize("code", ["be", "ru"])
def test_plurals_follow_the_rule_from_0_to_200(code: str) -> None:
    forms = '"{n} one"\nmsgstr[1] "{n} few"\nmsgstr[2] "{n} many"'
    found = language(f'msgid "{{n}} a"\nmsgid_plural "{{n}} b"\nmsgstr[0] {forms}', code=code)
    for number in range(201):
        wanted = ("one", "few", "many")[cldr_form(number)]
        assert found.count(number, "{n} a", "{n} b") == f"{number} {wanted}"


@pytest.mark.parametrize(
    ("number", "wanted"),
    [
        (0, "0 пунктаў"),
        (1, "1 пункт"),
        (2, "2 пункты"),
        (4, "4 пункты"),
        (5, "5 пунктаў"),
        (11, "11 пунктаў"),
        (14, "14 пунктаў"),
        (21, "21 пункт"),
        (22, "22 пункты"),
        (111, "111 пунктаў"),
    ],
)
def test_belarusian_counts_as_people_do(number: int, wanted: str) -> None:
    assert BELARUSIAN.count(number, "{n} item", "{n} items") == wanted


def test_a_plural_form_that_is_missing_is_marked_and_the_others_are_used() -> None:
    found = language('msgid "{n} day"\nmsgid_plural "{n} days"\nmsgstr[1] "{n} дні"')
    assert found.count(2, "{n} day", "{n} days") == "2 дні"
    assert found.count(1, "{n} day", "{n} days") == "[en] 1 day"


def test_a_count_without_translation_is_marked_and_right_in_english() -> None:
    assert ENGLISH.count(1, "{n} list", "{n} lists") == "1 list"
    assert ENGLISH.count(0, "{n} list", "{n} lists") == "0 lists"
    assert BELARUSIAN.count(1, "{n} list", "{n} lists") == "[en] 1 list"
    assert BELARUSIAN.count(21, "{n} list", "{n} lists") == "[en] 21 lists"


# Dates and spans


def test_dates_are_written_in_words() -> None:
    blocks = [f'msgid "{english}"\nmsgstr "{other}"' for english, other in MONTHS.items()]
    dated = language(*blocks, 'msgid "{day} {month} {year}"\nmsgstr "{day} {month} {year} г."')
    for number, (one, other) in enumerate(MONTHS.items(), start=1):
        assert ENGLISH.date(f"2026-{number:02}-09") == f"9 {one} 2026"
        assert dated.date(f"2026-{number:02}-21") == f"21 {other} 2026 г."


@pytest.mark.parametrize(
    "text",
    [
        *("", "2024", "not shown", "23 Feb 2024", "2026-11-21 ", "٢٠٢٦-11-21"),
        *("2026-13-01", "2026-00-01", "2026-02-30", "2026-11-99", "20261121", "2026-W47-6"),
    ],
)
def test_what_is_no_day_stays_as_it_is(text: str) -> None:
    assert ENGLISH.date(text) == text


@pytest.mark.parametrize(
    ("number", "wanted"),
    [
        (0, "0 min"),
        (1, "1 min"),
        (59, "59 min"),
        (60, "1 h"),
        (61, "1 h 1 min"),
        (120, "2 h"),
        (600, "10 h"),
        (605, "10 h 5 min"),
    ],
)
def test_spans_are_minutes_and_from_one_hour_on_hours(number: int, wanted: str) -> None:
    assert ENGLISH.minutes(number) == wanted


@pytest.mark.parametrize(
    ("number", "wanted"),
    [
        (0, "0 B"),
        (9_999, "9999 B"),
        (10_000, "10 kB"),
        (9_999_499, "9999 kB"),
        (9_999_500, "10 MB"),
        (595_000_000, "595 MB"),
        (53_500_000_000, "54 GB"),
        (10**18, "1000000000 GB"),
    ],
)
def test_sizes_are_short(number: int, wanted: str) -> None:
    assert ENGLISH.size(number) == wanted


# Which languages there are


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    for name in ("be.po", "ru.po.bak", "xx.po"):
        (tmp_path / name).write_text(PO, encoding="utf-8")
    return tmp_path


def test_the_interface_speaks_english_and_what_it_has_a_file_for(locales: Path) -> None:
    assert available(locales) == ("en", "be")
    assert load("en", locales) == ENGLISH
    assert load("be", locales).text("leave") == "выйсці"
    assert load("be", locales).name == "Беларуская"


@pytest.mark.parametrize("code", ["ru", "uk", "", "be.po", "../be", "be\0"])
def test_another_language_is_refused_with_the_ones_there_are(locales: Path, code: str) -> None:
    with pytest.raises(UsageError) as refused:
        load(code, locales)
    assert refused.value.values["known"] == "en, be"


def test_a_file_that_is_not_utf_8_says_nothing_rather_than_nonsense(locales: Path) -> None:
    (locales / "be.po").write_bytes(PO.encode("utf-16"))
    assert read(locales / "be.po") == Catalog()
    (locales / "be.po").write_bytes('msgid "leave"\nmsgstr "выйсці"'.encode("cp1251"))
    assert load("be", locales).text("leave") == "[en] leave"


def test_a_file_that_is_too_large_or_cannot_be_read_counts_as_no_translation(locales: Path) -> None:
    text = 'msgid "leave"\nmsgstr "выйсці"\n'.encode()
    for more, said in ((0, "выйсці"), (1, "[en] leave")):
        (locales / "be.po").write_bytes(text.ljust(MAX_BYTES + more, b"\n"))
        assert load("be", locales).text("leave") == said
    (locales / "be.po").unlink()
    (locales / "be.po").symlink_to("/proc/self/mem")
    assert load("be", locales).text("leave") == "[en] leave"


def test_english_is_the_source_and_is_never_marked() -> None:
    assert ENGLISH.text("leave") == "leave"
    assert ENGLISH.text("{n} of {all}", n=1, all=2, more=3) == "1 of 2"
