"""How each format is written, and that no content can become anything but text in it."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin
from mdit_py_plugins.substitution import substitution_plugin

from tests.payloads import PAYLOADS, changed
from tests.printed import (
    WRITTEN,
    blocks,
    flat,
    library_at,
    missing,
    printed_text,
    strings,
    unpaged,
    with_form,
)
from tui.content.library import open_library
from tui.export import Detail, Document, Format, Layout, from_checklists, html, suggest_name
from tui.export.markdown import escape
from tui.export.plain import COLUMNS
from tui.language import ENGLISH
from tui.text import clean, unsafe_characters, width

SHIPPED = open_library(ENGLISH)
COMMONMARK = MarkdownIt("commonmark")
LIKE_GITHUB = MarkdownIt("gfm-like")
LIKE_WIKIS = MarkdownIt("gfm-like").use(substitution_plugin).use(attrs_plugin).use(deflist_plugin)
READERS = (COMMONMARK, LIKE_GITHUB, LIKE_WIKIS, MarkdownIt("commonmark").use(gfm_autolink_plugin))
EVERY = list(product(WRITTEN, PAYLOADS))


@pytest.fixture
def document(tmp_path: Path) -> Document:
    library = library_at(tmp_path)
    return from_checklists(library.checklists, library, Detail.FULL)


@pytest.fixture
def every(document: Document) -> Document:
    """A document with a text in every field there is."""
    return with_form(document)


class Page(HTMLParser):
    """What stands in a page: elements with the names of their attributes, and text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, ...]] = []
        self.texts: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, *(name for name, _ in attrs)))
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.elements.append(("comment", data))

    def handle_pi(self, data: str) -> None:
        self.elements.append(("instruction", data))


def structure(tokens: list[Token]) -> list[str]:
    """Every element of parsed Markdown; plain text is none."""
    found = []
    for token in tokens:
        found.append(token.type)
        found += [child.type for child in token.children or [] if child.type != "text"]
    return found


def shown(markdown: str) -> str:
    inline = [token for token in COMMONMARK.parse(markdown) if token.type == "inline"]
    children = [child for token in inline for child in [*(token.children or []), None]]
    return flat("".join(child.content if child and child.content else " " for child in children))


def shape(output: str, form: Format) -> object:
    if form is Format.HTML:
        return Page(output).elements
    if form is Format.MARKDOWN:
        return [structure(reader.parse(output)) for reader in READERS]
    found = unpaged(output).split("\n\n")
    opened = [block[:4] for block in found if block[:4] not in {"    ", "____"}]
    return [start in {"[ ] ", "----"} for start in opened]


def said(output: str, form: Format) -> str:
    if form is Format.HTML:
        return flat("".join(Page(output).texts))
    return shown(output) if form is Format.MARKDOWN else flat(unpaged(output))


@pytest.mark.parametrize(("form", "name"), EVERY)
def test_content_stays_text_in_every_field(every: Document, form: Format, name: str) -> None:
    payload = PAYLOADS[name]
    output = printed_text(changed(every, lambda _: payload), form)
    harmless = printed_text(changed(every, lambda _: "harmless"), form)
    assert shape(output, form) == shape(harmless, form)
    allowed = "\n\f" if form is Format.TEXT else "\n"
    assert [c for c in map(output.__getitem__, unsafe_characters(output)) if c not in allowed] == []
    count = said(harmless, form).count("harmless")
    assert count > 40
    wanted = flat(clean(payload))
    assert said(output, form).count(wanted) >= count


@pytest.mark.parametrize(("form", "name"), EVERY)
def test_content_stays_text_beside_other_text(every: Document, form: Format, name: str) -> None:
    payload = PAYLOADS[name]
    output = printed_text(changed(every, lambda text: f"{payload}{text}{payload}"), form)
    harmless = printed_text(changed(every, lambda text: f"x{text}x"), form)
    assert shape(output, form) == shape(harmless, form)


def test_markup_that_were_let_through_would_be_noticed(every: Document) -> None:
    for form, mark in (
        (Format.HTML, "<b>"),
        (Format.MARKDOWN, "*b*"),
        (Format.TEXT, "\n\n[ ] b\n\n"),
    ):
        output = printed_text(changed(every, lambda _: "harmless"), form)
        assert shape(output.replace("harmless", mark, 3), form) != shape(output, form)


PROCESSED = re.compile(r"(?<!\\):(?=\S)|(?<!\\)\{")
"""What stands before an emoji code, or opens a template, for programs that read the raw text."""


@pytest.mark.parametrize("name", ["emoji", "template"])
def test_markdown_has_nothing_for_programs_that_replace_codes(name: str) -> None:
    assert PROCESSED.search(PAYLOADS[name])
    assert PROCESSED.findall(escape(PAYLOADS[name])) == []


ADDRESSES = st.lists(
    st.sampled_from([*"./:@-_ (){}1", "www", "example", "org", "http", "mailto", "localhost", "рф"])
).map("".join)


@settings(deadline=None)
@given(st.text(min_size=1, max_size=60) | ADDRESSES)
def test_markdown_shows_every_text_letter_by_letter(text: str) -> None:
    for frame in ("{}", "# {}", "> {}", "- [ ] **x**\\\n  {}", "1. {}", "**Why:** {}"):
        plain, real = frame.format("x"), frame.format(escape(text))
        if not clean(text).strip():
            continue
        assert shown(real) == flat(frame_text(frame, clean(text)))
        for reader in READERS:
            assert structure(reader.parse(real)) == structure(reader.parse(plain))


def frame_text(frame: str, text: str) -> str:
    words = {"- [ ] **x**\\\n  {}": "[ ] x {}", "**Why:** {}": "Why: {}"}.get(frame, "{}")
    return words.replace("{}", text)


@pytest.mark.parametrize("detail", Detail)
def test_text_fits_its_columns_and_keeps_items_together(detail: Detail) -> None:
    document = from_checklists(SHIPPED.checklists, SHIPPED, detail)
    output = printed_text(document, Format.TEXT)
    assert max(map(width, output.splitlines())) <= COLUMNS
    assert not re.search(r"[ \t]$", output, re.MULTILINE)
    for entry, block in zip(document.entries, blocks(output, Format.TEXT), strict=True):
        assert block.startswith(flat(entry.title))
        assert block.endswith(flat(entry.source))


@pytest.mark.parametrize("form", WRITTEN)
def test_it_ends_with_one_newline_and_is_the_same_each_time(
    document: Document, form: Format
) -> None:
    output = printed_text(document, form)
    assert output.endswith("\n")
    assert not output.endswith("\n\n")
    assert output == printed_text(document, form)


def test_markdown_has_a_task_for_each_item(document: Document) -> None:
    output = printed_text(document, Format.MARKDOWN)
    tasks = re.findall(r"^- \[ \] (.*?)\\$", output, re.MULTILINE)
    assert tasks == ["**Read the list of devices**", "Leave the channels", "Reach a lawyer"]
    assert output.startswith("> Stop.")


def test_a_page_fetches_nothing_and_names_no_address(document: Document) -> None:
    output = printed_text(document, Format.HTML)
    page = Page(output)
    names = {name for element in page.elements for name in element[1:]}
    assert names <= {
        *("aria-hidden", "autocomplete", "charset", "class", "content", "for", "http-equiv"),
        *("id", "lang", "name", "translate", "type"),
    }
    assert not re.search(r"https?:|//|url\(|@import|@font-face|<script|<link|<img", output)
    assert re.match(
        r"<!DOCTYPE html>\s*<html lang=\"en\"[^>]*><head><meta charset=\"utf-8\">", output
    )
    assert page.texts.count("Checklist") == 1


@pytest.mark.parametrize("layout", html.LAYOUTS)
def test_a_page_allows_only_its_own_style(document: Document, layout: Layout) -> None:
    output = html.render(document, layout)
    ((style,),) = [re.findall(r"<style>(.*?)</style>", output, re.DOTALL)]
    assert f"size: {html.LAYOUTS[layout].size};" in style
    assert "$" not in style
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert output.index(policy) < output.index("<title>")
    assert ("content", policy) in Page(output).attributes
    assert ("content", "no-referrer") in Page(output).attributes


def test_a_page_has_a_labelled_box_for_each_item(document: Document) -> None:
    page = Page(printed_text(document, Format.HTML))
    ids = [value for name, value in page.attributes if name == "id"]
    assert len(ids) == len(set(ids)) == 3
    assert ids == [value for name, value in page.attributes if name == "for"]
    assert [e[0] for e in page.elements if e[0] in {"h1", "h2"}] == ["h1", "h2", "h2"]


def test_a_page_says_everything_in_order(every: Document) -> None:
    page = Page(printed_text(every, Format.HTML))
    said = "".join(page.texts)
    assert missing(said, strings(every)) == []
    assert missing(said.replace(every.pause.text, ""), strings(every)) == [every.pause.text]


def test_lines_to_write_on_take_no_typing(document: Document, every: Document) -> None:
    lines = sum(f.lines for sheet in every.sheets for part in sheet.parts for f in part.fields)
    pages = [Page(printed_text(one, Format.HTML)) for one in (document, every)]
    names = [[element[0] for element in page.elements] for page in pages]
    assert [found.count("input") for found in names] == [3, 3]
    assert [page.attributes.count(("class", "line")) for page in pages] == [0, lines]


def test_the_suggested_name_says_nothing() -> None:
    assert [suggest_name(form) for form in WRITTEN] == ["list-1.txt", "list-1.md", "list-1.html"]
