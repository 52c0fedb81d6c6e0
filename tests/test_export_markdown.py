"""Markdown read by other programs: every text comes back in order, and nothing is made of it."""

from itertools import count, cycle

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.tasklists import tasklists_plugin

from tests.payloads import PAYLOADS, changed
from tests.printed import missing, printed_text, strings, with_form
from tui.content.library import open_library
from tui.export import Detail, Document, Format, from_checklists
from tui.export.groups import grouped
from tui.export.markdown import escape
from tui.language import ENGLISH
from tui.text import clean

SHIPPED = open_library(ENGLISH)
READERS = {
    "commonmark": MarkdownIt("commonmark"),
    "like-github": MarkdownIt("gfm-like", {"linkify": True}).use(tasklists_plugin),
}
OURS = {
    *("blockquote_open", "blockquote_close", "heading_open", "heading_close", "hr", "inline"),
    *("bullet_list_open", "bullet_list_close", "ordered_list_open", "ordered_list_close"),
    *("list_item_open", "list_item_close", "paragraph_open", "paragraph_close"),
    *("text", "hardbreak", "strong_open", "strong_close"),
}
"""What our own markup is read as."""


def whole(detail: Detail) -> Document:
    return with_form(from_checklists(SHIPPED.checklists, SHIPPED, detail))


def hostile() -> Document:
    """A document in which every text is a hostile one, and none is there twice."""
    payloads, number = cycle(PAYLOADS.values()), count()
    document = with_form(from_checklists(SHIPPED.checklists[:3], SHIPPED, Detail.FULL))
    result: Document = changed(document, lambda _: f"{next(payloads)} {next(number)}")
    return result


DOCUMENTS = {**{str(detail): whole(detail) for detail in Detail}, "hostile": hostile()}
EVERY = pytest.mark.parametrize(
    ("reader", "document"),
    [
        pytest.param(reader, document, id=f"{kind}-{name}")
        for kind, reader in READERS.items()
        for name, document in DOCUMENTS.items()
    ],
)


def tokens(reader: MarkdownIt, markdown: str) -> list[Token]:
    """All elements, those within lines too."""
    return [one for token in reader.parse(markdown) for one in (token, *(token.children or []))]


def texts(found: list[Token]) -> str:
    return "".join(one.content if one.type == "text" else " " for one in found)


def made(found: list[Token]) -> list[str]:
    """Elements that are neither our own markup nor the box of a task."""
    boxes = '<input class="task-list-item-checkbox"'
    return [
        one.type
        for one in found
        if one.type not in OURS
        and not (one.type == "html_inline" and one.content.startswith(boxes))
    ]


@EVERY
def test_every_text_comes_back_in_order(reader: MarkdownIt, document: Document) -> None:
    found = tokens(reader, printed_text(document, Format.MARKDOWN))
    wanted = [clean(text) for text in strings(document)]
    assert len(wanted) > 500
    assert missing(texts(found), wanted) == []
    assert made(found) == []


@pytest.mark.parametrize("name", ["link", "script", "autolink", "emphasis"])
def test_what_were_made_of_a_text_would_be_noticed(name: str) -> None:
    payload = PAYLOADS[name]
    output = printed_text(DOCUMENTS["hostile"], Format.MARKDOWN)
    assert escape(payload) in output
    found = tokens(READERS["like-github"], output.replace(escape(payload), payload))
    assert made(found)


def test_a_text_that_is_lost_or_elsewhere_would_be_noticed() -> None:
    document, reader = DOCUMENTS["steps"], READERS["commonmark"]
    output, wanted = printed_text(document, Format.MARKDOWN), strings(document)
    first, second = (entry.title for entry in document.entries[:2])
    lost = texts(tokens(reader, output.replace(first, "")))
    assert missing(lost, wanted) == [first]
    turned = output.replace(first, "\0").replace(second, first).replace("\0", second)
    assert missing(texts(tokens(reader, turned)), wanted)


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
def test_pauses_are_quotes_and_lines_to_write_on_are_rules(reader: MarkdownIt) -> None:
    document = DOCUMENTS["titles"]
    names = [one.type for one in reader.parse(printed_text(document, Format.MARKDOWN))]
    sheets = len(document.sheets)
    lines = sum(f.lines for sheet in document.sheets for part in sheet.parts for f in part.fields)
    pauses = sum(group.paused for s in document.sheets for part in grouped(s) for group in part)
    assert lines == 8
    assert pauses > 50
    assert names.count("blockquote_open") == sheets + pauses
    assert names.count("hr") == 2 * sheets - 1 + lines


def test_each_item_is_a_task() -> None:
    document = DOCUMENTS["full"]
    found = tokens(READERS["like-github"], printed_text(document, Format.MARKDOWN))
    assert [one.type for one in found].count("html_inline") == len(document.entries)
