"""Tags and texts of a page are told apart wherever its pieces end, and however it was made."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.inventory.markup import LONGEST, Token, attributes_in, resolved, tokens

PIECE = 64 << 10
HUGE = 1_500_000
"""Letters; a parser that tries again at every tag needs hours for them."""


def read(text: str, size: int = PIECE) -> list[Token]:
    pieces = (text[start : start + size] for start in range(0, len(text), size))
    return [token for token in tokens(pieces) if token]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a<B>b</b >", [Token("a"), Token(tag="b"), Token("b"), Token("", True, "b", " ")]),
        ("<a\nhref='>'>x", [Token(tag="a", inside="\nhref='>'"), Token("x")]),
        ('<a href = "<b>"c=\'"\'>', [Token(tag="a", inside=' href = "<b>"c=\'"\'')]),
        ("<br/><h1>", [Token(tag="br", inside="/"), Token(tag="h1")]),
        ("I <3 a < b", [Token("I <3 a < b")]),
        ("a<!DOCTYPE x><!-- y -->b</><?z?>c", [Token("a"), Token("b"), Token("c")]),
        ("a&amp;<", [Token("a&amp;<")]),
        ("<a 'b>c", [Token(tag="a", inside=" 'b"), Token("c")]),
        ("a<b href='x>c</b>", [Token("a")]),
        ("a<b", [Token("a")]),
        ("a</", [Token("a")]),
        ("", []),
    ],
)
def test_tags_and_texts_are_told_apart(text: str, wanted: list[Token]) -> None:
    assert read(text) == wanted


@given(st.text(st.sampled_from("<>/!='\" aB3&"), max_size=60), st.integers(1, 9))
def test_tokens_do_not_depend_on_where_pieces_end(text: str, size: int) -> None:
    assert read(text, size) == read(text)


@pytest.mark.parametrize(
    ("inside", "wanted"),
    [
        (" HREF=\"a&amp;b\" add_date='5' x=y z", {"href": "a&b", "add_date": "5", "x": "y"}),
        ("a = 'b=c'd=\"\"", {"a": "b=c", "d": ""}),
        ("a='b' a='c'", {"a": "c"}),
        (" a='b", {}),
        ("/", {}),
    ],
)
def test_the_values_of_a_tag_are_known_by_name(inside: str, wanted: dict[str, str]) -> None:
    assert attributes_in(inside) == wanted


def test_entities_are_resolved_but_for_a_number_without_end() -> None:
    assert resolved("&lt;&#1074;&quot;&unknown;") == '<в"&unknown;'
    endless = "&#" + "9" * 100_000 + ";"
    assert resolved(endless) == endless


@pytest.mark.parametrize(
    "evil",
    [
        "<a ",
        "<",
        "<a =",
        '<a b="',
        "<a b=''",
        "<a b='\"",
        "<!",
        "<!--",
        "</",
        "a=",
        "&",
        "= ",
        "\n",
    ],
)
@pytest.mark.parametrize("start", ["", "<a ", "<a b='", "<!--"])
def test_what_does_not_end_is_read_in_one_go_and_in_bounded_parts(start: str, evil: str) -> None:
    text = start + evil * (HUGE // len(evil))
    for token in read(text):
        assert len(token.text) + len(token.inside) <= LONGEST + PIECE
        assert len(attributes_in(token.inside)) <= 1


def test_a_tag_that_is_too_long_is_taken_with_what_is_known_of_it() -> None:
    tag = f'<a href="b" icon="{"c" * LONGEST}">d</a>'
    first, *_, last = read(tag)
    assert attributes_in(first.inside)["href"] == "b"
    assert last == Token("", True, "a")
    whole = f'<a href="b" icon="{"c" * (LONGEST - 100)}">d</a>'
    assert [token.text for token in read(whole)] == ["", "d", ""]
