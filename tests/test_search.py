"""Search: every word counts, the best text is shown, and letters typed otherwise are found."""

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from tests.searching import SHIPPED, own, refs, the_hit
from tui import cli
from tui.guard import Enforcement, Protection
from tui.language import Language
from tui.po import parse
from tui.search import MOST_CHARACTERS, MOST_WORDS, Match, Place, find

PROTECTION = Protection(
    Enforcement.KERNEL, Enforcement.KERNEL, core_dumps_off=True, memory_private=True
)


def test_every_word_has_to_be_somewhere_in_the_item(tmp_path: Path) -> None:
    everything = own(
        tmp_path,
        {"title": "Leave channels", "why": "Somebody looks."},
        {"title": "Leave groups", "why": "Nobody looks."},
    )
    assert refs(everything, "leave") == ["a", "b"]
    assert refs(everything, "leave somebody") == ["a"]
    assert refs(everything, "leave somebody nobody") == []


def test_words_are_found_in_any_order(tmp_path: Path) -> None:
    everything = own(tmp_path, {"title": "Leave risky channels"})
    assert find(everything, "leave channels") != ()
    assert refs(everything, "channels risky leave") == refs(everything, "leave risky channels")


@pytest.mark.parametrize("query", ["", "  ", "?", "“…”", "\ufffd"])
def test_a_query_without_words_finds_nothing(query: str) -> None:
    assert find(SHIPPED, query) == ()


def test_hits_stand_by_titles_then_by_place_then_in_the_order_of_the_list(tmp_path: Path) -> None:
    everything = own(
        tmp_path,
        {"caution": "red blue"},
        {"why": "red blue"},
        {"title": "Red one", "why": "blue"},
        {"why": "red blue"},
        {"title": "Blue and red"},
        {"steps": [{"text": "red blue"}]},
        {"title": "Two blue", "caution": "red"},
    )
    assert refs(everything, "red blue") == ["e", "c", "g", "b", "d", "f", "a"]


def test_the_place_is_that_of_the_best_text_not_that_of_the_first_word(tmp_path: Path) -> None:
    everything = own(tmp_path, {"title": "Bank cards", "why": "Red.", "caution": "Blue."})
    assert [
        the_hit(everything, query).place for query in ("blue", "red blue", "blue red card")
    ] == [
        Place.CAUTION,
        Place.WHY,
        Place.TITLE,
    ]


@pytest.mark.parametrize(
    ("place", "item"),
    [
        (Place.TITLE, {"title": "The word"}),
        (Place.WHY, {"why": "The word."}),
        (Place.STEPS, {"steps": [{"text": "Nothing."}, {"text": "The word."}]}),
        (Place.CAUTION, {"caution": "The word."}),
        (Place.IF_YOU_CANNOT, {"if_you_cannot": "The word."}),
        (Place.INSTEAD, {"kind": "delete", "instead": "The word."}),
    ],
)
def test_each_text_of_an_item_is_searched(
    place: Place, item: dict[str, Any], tmp_path: Path
) -> None:
    hit = the_hit(own(tmp_path, {}, item), "word")
    assert (hit.item.id, hit.place) == ("b", place)
    assert "The word" in hit.excerpt


def test_titles_of_section_and_list_are_searched(tmp_path: Path) -> None:
    everything = own(tmp_path, {}, section="Red part", list="Blue list")
    assert the_hit(everything, "red").place is Place.SECTION
    assert the_hit(everything, "blue").place is Place.LIST
    assert the_hit(everything, "blue red").titles == ("Blue list", "Red part")


def test_sources_are_searched_last(tmp_path: Path) -> None:
    everything = own(tmp_path, {}, {"caution": "Authors."})
    assert refs(everything, "authors") == ["b", "a"]
    assert find(everything, "authors")[1].place is Place.SOURCES


def test_apps_and_devices_are_found_by_the_names_people_know(tmp_path: Path) -> None:
    steps = [{"text": "Nothing.", "devices": ["iphone"]}, {"text": "Nothing."}]
    everything = own(tmp_path, {"apps": ["telegram", "banking"], "steps": steps}, {})
    for query in ("telegram", "Telegram iphone", "banks app", "foreign banks"):
        hit = the_hit(everything, query)
        assert (hit.item.id, hit.place) == ("a", Place.WHERE)
        assert hit.excerpt == "Telegram, foreign banking apps, iPhone"


def test_apps_and_devices_are_found_in_the_language_shown(tmp_path: Path) -> None:
    names = 'msgid "computer"\nmsgstr "камп’ютар"\n\nmsgid "Telegram"\nmsgstr "Тэлеграм"\n'
    item = {"apps": ["telegram"], "devices": ["computer"]}
    everything = own(tmp_path, item, language=Language("be", parse(names)))
    for query in ("тэлеграм", "КАМП'ЮТАРЫ"):
        assert the_hit(everything, query).place is Place.WHERE
    assert the_hit(everything, "кампютар").excerpt.startswith("Тэлеграм, камп’ютар")


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Счёт и Ёлка", "счет елка"),
        ("Счет и елка", "СЧЁТ ЁЛКА"),
        ("сям’я", "сям'я"),
        ("сям'я", "сямʼя"),
        ("сям’я", "сямя"),
        ("don’t", "DON'T"),
        ("проверка", "про\u00adверка"),
        ("проверка", "про\ufffdверка"),
        ("проверка", "прове\u0301рка"),
        ("мой", "мои\u0306"),
        ("бяспека і сведка", "бясьпека сьведка"),
        ("ў спісе", "у списе"),
        ("two-step", "two step"),
        ("“Leave channel”", "leave channel"),
        ("‘yes’", "yes"),
        ("Wi-Fi, SIM.", "(sim) wi fi"),
        ("one\u00a0two", "two one"),
    ],
)
def test_what_is_typed_in_many_ways_is_found(text: str, query: str, tmp_path: Path) -> None:
    everything = own(tmp_path, {"why": text}, {"why": "другое"})
    hit = the_hit(everything, query)
    assert hit.item.id == "a"
    assert not any(match.meant or match.said for match in hit.matches)


@pytest.mark.parametrize(("text", "query"), [("мел", "мол"), ("год", "кот"), ("red", "rod")])
def test_other_letters_are_another_word(text: str, query: str, tmp_path: Path) -> None:
    everything = own(tmp_path, {"why": text}, {"why": query})
    assert refs(everything, query) == ["b"]


def test_the_beginning_of_a_word_is_enough(tmp_path: Path) -> None:
    everything = own(tmp_path, {"why": "Bottom."}, {"why": "Robots."})
    assert refs(everything, "bot") == ["a"]


def test_the_inside_of_a_word_counts_where_no_word_begins_so(tmp_path: Path) -> None:
    everything = own(tmp_path, {"why": "Bottom."}, {"why": "Robots."})
    assert refs(everything, "obot") == ["b"]


@pytest.mark.parametrize(
    ("text", "query"),
    [("a bank", "banks"), ("пра падпіску", "падпіска"), ("две подписки", "подписка")],
)
def test_another_ending_is_the_same_word(text: str, query: str, tmp_path: Path) -> None:
    everything = own(tmp_path, {"why": f"{query} canary"}, {"why": text}, {"why": query})
    assert refs(everything, query) == ["a", "c", "b"]
    assert [hit.matches for hit in find(everything, query)] == [(Match(query),)] * 3


def test_the_excerpt_is_the_text_around_the_word(tmp_path: Path) -> None:
    before, after = "left " * 30, " right" * 30
    everything = own(tmp_path, {"why": f"{before}(Word’s){after}"})
    excerpt = the_hit(everything, "words").excerpt
    assert excerpt.startswith("… left")
    assert excerpt.endswith("right …")
    assert "(Word’s)" in excerpt
    assert len(excerpt) < 140


def test_the_excerpt_of_a_short_text_is_all_of_it(tmp_path: Path) -> None:
    everything = own(tmp_path, {"why": "The word stands here."})
    assert the_hit(everything, "here word").excerpt == "The word stands here."


def test_the_excerpt_is_cut_at_one_end_only_where_more_stands_there(tmp_path: Path) -> None:
    everything = own(tmp_path, {"why": f"Word {'right ' * 40}"}, {"why": f"{'left ' * 40}word."})
    first, second = (hit.excerpt for hit in find(everything, "word"))
    assert first.startswith("Word right")
    assert first.endswith(" …")
    assert second.startswith("… left")
    assert second.endswith(" word.")


def test_only_the_first_words_and_letters_of_a_long_query_are_looked_at(tmp_path: Path) -> None:
    words = "one two three four five six seven eight"
    everything = own(tmp_path, {"why": words})
    assert len(words.split()) == MOST_WORDS
    assert refs(everything, f"{words} other{' more' * 1000}") == ["a"]
    assert refs(everything, f"{words.removeprefix('one ')} other") == []
    assert refs(everything, f"{' ' * (MOST_CHARACTERS - 3)}one other") == ["a"]
    assert refs(everything, f"{' ' * (MOST_CHARACTERS - 9)}one other") == []


TODAY = datetime.date(2026, 11, 25)


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[str, str]:
    assert cli.run(["search", *words], PROTECTION, TODAY) == cli.FINE
    said = capsys.readouterr()
    return said.out, said.err


def test_the_command_says_where_and_why_an_item_was_found(
    capsys: pytest.CaptureFixture[str],
) -> None:
    said, beside = told(capsys, "folow", "youtube")
    assert beside == ""
    assert "\nfolow: searched for follow\n" in said
    assert (
        "  Subscriptions › Social networks and video · follow: the list says subscription\n" in said
    )
    assert "  title: YouTube: tidy subscriptions, likes and history\n" in said


def test_the_command_tells_programs_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    first = json.loads(told(capsys, "folow", "youtube", "--json")[0])["found"][0]
    said = {key: first[key] for key in ("id", "place", "excerpt", "list", "section", "matches")}
    assert said == {
        "id": "youtube",
        "place": "title",
        "excerpt": "YouTube: tidy subscriptions, likes and history",
        "list": "Subscriptions",
        "section": "Social networks and video",
        "matches": [
            {"word": "folow", "meant": "follow", "said": "subscription"},
            {"word": "youtube", "meant": "", "said": ""},
        ],
    }


def test_the_command_says_that_a_long_query_is_cut(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, *"abcdefghi")[1].startswith("only the first 8 words are searched for\n")
    assert told(capsys, *["phone"] * 9)[1] == ""
