"""Search: what is meant is found too, by what the lists say for it or in its right letters."""

from pathlib import Path

import pytest

from tests.searching import SHIPPED, own, refs, the_hit
from tui.content.check import check
from tui.content.loader import load
from tui.content.synonyms import Synonym, build_synonyms
from tui.language import ENGLISH
from tui.search import Index, Match, Place, corrections, find, synonyms


def test_a_synonym_is_found_and_says_so(tmp_path: Path) -> None:
    everything = own(tmp_path, {"why": "Your subscriptions."}, {"why": "Nobody."})
    hit = the_hit(everything, "Follow")
    assert hit.matches == (Match("Follow", said="subscription"),)
    assert list(synonyms(hit, ENGLISH)) == ["Follow: the list says subscription"]
    assert hit.excerpt == "Your subscriptions."
    assert list(corrections(hit, ENGLISH)) == []


def test_of_two_items_with_the_same_place_the_word_itself_stands_first(tmp_path: Path) -> None:
    everything = own(tmp_path, {"why": "Subscriptions."}, {"why": "Follow."}, {"title": "Channel"})
    assert refs(everything, "follow") == ["c", "b", "a"]
    assert [hit.matches[0].said for hit in find(everything, "follow")] == [
        "channel",
        "",
        "subscription",
    ]


def test_the_best_place_counts_for_synonyms_too(tmp_path: Path) -> None:
    everything = own(tmp_path, {"title": "Channels", "caution": "Do not follow."})
    hit = the_hit(everything, "follow")
    assert (hit.place, hit.matches[0].said) == (Place.TITLE, "channel")


def test_a_synonym_is_no_synonym_the_other_way_round(tmp_path: Path) -> None:
    everything = own(tmp_path, {"why": "Follow."}, {"why": "Channel."})
    assert refs(everything, "channel") == ["b"]


def test_every_shipped_synonym_leads_to_an_item() -> None:
    for synonym in SHIPPED.synonyms:
        found = [find(SHIPPED, word) for word in synonym.people_say]
        assert all(found), synonym
        assert any(match.said for hit in found[0] for match in hit.matches), synonym


@pytest.mark.parametrize(
    ("query", "ref"),
    [
        ("follow", "subscriptions/youtube"),
        ("robot", "installed-bots/find-bots"),
        ("bank card", "banking-apps/cards-and-paper"),
        ("visa", "banking-apps/cards-and-paper"),
        ("erase", "reposts/telegram-comments"),
        ("police", "banking-apps/what-is-asked"),
        ("cops", "banking-apps/what-is-asked"),
        ("attorney", "banking-apps/lawyer-in-reserve"),
    ],
)
def test_everyday_words_find_what_they_mean(query: str, ref: str) -> None:
    assert ref in [hit.item.ref for hit in find(SHIPPED, query)][:12]


def test_bot_finds_every_item_of_the_list_of_bots() -> None:
    found = {hit.item.ref for hit in find(SHIPPED, "bot")}
    assert found >= {e.item.ref for e in SHIPPED.entries if e.item.checklist == "installed-bots"}


@pytest.mark.parametrize(
    ("words", "problems"),
    [
        ("heart", []),
        ("heart, thumb, 2fa", []),
        ("heart,thumb", ["pattern"]),
        ("two words", ["pattern"]),
        ("Heart", ["pattern"]),
        ("", ["pattern"]),
    ],
)
def test_the_words_of_a_synonym_stand_small_and_apart(
    words: str, problems: list[str], tmp_path: Path
) -> None:
    text = f'synonyms: [{{id: like, people_say: "{words}", lists_say: like}}]'
    (tmp_path / "synonyms.yaml").write_text(text, encoding="utf-8")
    assert [problem.key for problem in check(tmp_path).problems] == problems


def test_a_translation_of_synonyms_may_have_more_words_and_leaves_its_mark_out() -> None:
    words = b"synonyms: [{id: bot, people_say: robot, lists_say: bot}]"
    node, problems = load(words, "synonyms.yaml")
    assert node, problems
    told = {"synonyms/bot/people_say": "робат, чат-бот", "synonyms/bot/lists_say": "[en] bot"}
    translated = build_synonyms(node.data(), lambda context, _: told[context])
    assert translated == (Synonym(("робат", "чат-бот"), ("bot",)),)


def test_an_empty_translation_of_a_synonym_finds_nothing(tmp_path: Path) -> None:
    entries = own(tmp_path, {"why": "Other."}).entries
    assert find(Index(entries, (Synonym(("follow", ""), ("", "…")),)), "follow") == ()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("telegrm", "telegram"),
        ("telegramm", "telegram"),
        ("tclegram", "telegram"),
        ("chanel", "channel"),
        ("chnanel", "channel"),
        ("bakn", "bank"),
        ("polise", "police"),
        ("subscribtoins", "subscriptions"),
        ("notificaton", "notification"),
        ("confiscatd", "confiscated"),
    ],
)
def test_a_mistyped_word_is_found_and_the_word_searched_for_is_said(typed: str, meant: str) -> None:
    hits = find(SHIPPED, typed)
    assert [hit.item for hit in hits] == [hit.item for hit in find(SHIPPED, meant)]
    assert {match.meant for hit in hits for match in hit.matches} == {meant}
    assert list(corrections(hits[0], ENGLISH)) == [f"{typed}: searched for {meant}"]


def test_a_word_that_is_there_is_never_taken_for_another(tmp_path: Path) -> None:
    everything = own(tmp_path, {"why": "A form."}, {"why": "It comes from there."})
    assert refs(everything, "form") == ["a"]
    assert the_hit(everything, "form").matches == (Match("form"),)


def test_two_mistakes_are_forgiven_from_eight_letters_on(tmp_path: Path) -> None:
    everything = own(tmp_path, {"why": "Channel."}, {"why": "Settings."})
    assert refs(everything, "settimgz") == ["b"]
    assert refs(everything, "chamnez") == []
    assert refs(everything, "chamnel") == ["a"]
    assert refs(everything, "zettimgz") == []


def test_two_letters_are_no_mistake_for_two_others(tmp_path: Path) -> None:
    everything = own(tmp_path, {"why": "It is so."})
    assert refs(everything, "iz") == []
    assert refs(everything, "is") == ["a"]


def test_among_words_that_are_near_the_one_that_begins_alike_and_is_common_counts(
    tmp_path: Path,
) -> None:
    everything = own(tmp_path, {"why": "Count. Accounts. Account, account."}, {"why": "Accord."})
    assert the_hit(everything, "acount").matches == (Match("acount", meant="account"),)


def test_a_mistyped_word_leads_to_synonyms_too(tmp_path: Path) -> None:
    everything = own(tmp_path, {"why": "Subscription."})
    hit = the_hit(everything, "folow")
    assert hit.matches == (Match("folow", meant="follow", said="subscription"),)
    assert list(synonyms(hit, ENGLISH)) == ["follow: the list says subscription"]


def test_the_word_searched_for_is_shown_as_it_is_written(tmp_path: Path) -> None:
    everything = own(tmp_path, {"why": "Письмо, сям’я."})
    assert the_hit(everything, "пимьсо").matches[0].meant == "письмо"
    assert the_hit(everything, "самя").matches[0].meant == "сям’я"
