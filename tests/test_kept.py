"""Texts come back as they were, harmless, and take no more room than there is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inventories import HOSTILE
from tui.content.model import Topic
from tui.inventory import kept
from tui.inventory.kept import Kept, number_of
from tui.inventory.model import Opened, Part, Table
from tui.text import clean


def reopened(texts: Kept, place: int) -> tuple[tuple[str, str], ...]:
    table = Table(Part("links", Topic.LINKS, "Links"))
    table.add(table.find_group("a", "a"), place, 0, 0, mine=True)
    (found,) = texts.reopen(table, 0)
    assert isinstance(found, Opened)
    return found.details


@given(st.lists(st.tuples(st.text(), st.text()), min_size=1, max_size=9))
def test_texts_come_back_under_their_labels(pairs: list[tuple[str, str]]) -> None:
    texts = Kept("title", "address")
    places = [texts.add(title, address) for title, address in pairs]
    for place, (title, address) in zip(places, pairs, strict=True):
        wanted = {"title": title.replace("\0", " "), "address": address.replace("\0", " ")}
        assert place is not None
        assert dict(reopened(texts, place)) == {
            label: clean(text) for label, text in wanted.items() if text
        }


def test_what_comes_back_is_clean() -> None:
    texts = Kept("title")
    assert texts.add(HOSTILE + "\ud800") == 0
    ((_, title),) = reopened(texts, 0)
    assert "пр" in title
    assert not set(title) & {*"\x1b\x07\x00\x9b\u202e\ud800"}


def test_what_does_not_fit_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 2)
    texts = Kept("title")
    assert [texts.add(text) for text in "abc"] == [0, 1, None]
    monkeypatch.setattr(kept, "MOST", 9)
    monkeypatch.setattr(kept, "MOST_BYTES", 1)
    assert texts.add("c") is None
    assert reopened(texts, 1) == (("title", "b"),)


def test_a_number_is_the_same_every_time_and_fits_into_a_column() -> None:
    assert number_of("https://a.example/") == number_of("https://a.example/")
    assert number_of("https://a.example/") == 9036103942708129340
    numbers = {number_of(f"\ud800{text}") for text in range(1000)}
    assert len(numbers) == 1000
    assert min(numbers) < 0 < max(numbers)
    assert max(map(abs, numbers)) < 2**63
