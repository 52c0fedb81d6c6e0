"""A list to print, and printed output read back: the blocks of text of its items, one each."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

from markdown_it import MarkdownIt

from tui import guidance
from tui.content.library import Library, open_library
from tui.content.model import Item
from tui.export import Document, Format, render
from tui.export.document import Entry, Field, Part, Sheet
from tui.export.groups import grouped
from tui.language import ENGLISH, Language

WRITTEN = (Format.TEXT, Format.MARKDOWN, Format.HTML)
"""The formats that are text."""

SOURCES = """\
sources:
  - {id: parcels, name: "Viasna, on parcels", date: 23 Feb 2024}
  - {id: general-knowledge, name: "General knowledge, not published", date: 21 Nov 2026}
"""
PHONE = """\
id: phone
number: 1
title: The phone
goal: A look through it shows less.
limit: It does not reach servers.
audience: [everyone]
review_months: 6
revision: 1
language: en
defaults: {caution: Menus move., if_you_cannot: Do a part of it.}
sections:
  - id: look
    title: Look first
    items:
      - id: read
        number: 1
        changed: 1
        kind: look
        phases: [before, after]
        priority: critical
        minutes: 5
        recheck: weekly
        title: Read the list of devices
        why: Others may read along.
        apps: [telegram]
        steps:
          - {text: Open “Devices”., apps: [telegram], devices: [android], seen: [Devices]}
          - {text: Look for “Sessions”., apps: [telegram], devices: [iphone], general: [Sessions]}
          - {text: Read it slowly., apps: [telegram]}
        related: [leave]
        sources: [parcels]
        evidence: sourced
        checked: 2026-08-31
  - id: act
    title: Then act
    items:
      - id: leave
        number: 2
        changed: 1
        kind: delete
        phases: [before]
        instead: Keep every channel and remember it.
        priority: important
        minutes: 10
        recheck: once
        title: Leave the channels
        why: They are seen at a glance.
        steps:
          - {text: Leave each of them.}
        caution: Comments stay.
        sources: [general-knowledge]
        evidence: general
        checked: 2026-11-21
      - id: lawyer
        number: 3
        changed: 1
        kind: contact
        phases: [before]
        waits: never
        never_waits_because: A lawyer is right at every moment.
        priority: extra
        minutes: 70
        recheck: event
        title: Reach a lawyer
        why: It is easier on a calm day.
        devices: [computer]
        steps:
          - {text: Call.}
        sources: [general-knowledge]
        evidence: weak
        checked: 2026-11-21
"""


def library_at(folder: Path) -> Library:
    (folder / "phone.yaml").write_text(PHONE, encoding="utf-8")
    (folder / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    return open_library(ENGLISH, folder)


def printed_text(document: Document, form: Format) -> str:
    """The document in a format, as text."""
    return render(document, form).decode()


def strings(document: Document) -> list[str]:
    """What is printed in every format, in order."""
    found: list[str] = []
    for sheet in document.sheets:
        limits = [text for limit in sheet.limits for text in (limit.label, limit.text)]
        found += [*document.moment, sheet.title, sheet.goal]
        found += [] if sheet.limits_heading else limits
        found += [sheet.dated, sheet.origin, *document.explained]
        for part, groups in zip(sheet.parts, grouped(sheet), strict=True):
            found += [part.heading, part.note, part.advice]
            for group in groups:
                found += [text for entry in group.entries for text in _said(entry)]
                found += [document.pause.label, document.pause.text] * group.paused
            found += [*(field.label for field in part.fields), part.source]
        found += [sheet.limits_heading, *limits] if sheet.limits_heading else []
        found += document.closing
    return [text for text in found if text]


def _said(entry: Entry) -> Iterator[str]:
    yield from (entry.title, entry.facts, entry.aside, entry.waits)
    instead = (entry.instead,) if entry.instead else ()
    for passage in (*instead, *entry.before):
        yield from (passage.label, passage.text)
    for steps in entry.steps:
        yield steps.label
        for line in steps.lines:
            yield from (line.where, line.text, line.note)
    for passage in entry.after:
        yield from (passage.label, passage.text)
    yield entry.source


def missing(text: str, wanted: Iterable[str]) -> list[str]:
    """Which of the texts do not stand in this one after those before them."""
    everything, place, found = flat(text), 0, []
    for one in map(flat, wanted):
        start = everything.find(one, place)
        if start < 0:
            found.append(one)
        else:
            place = start + len(one)
    return found


def with_form(document: Document) -> Document:
    """The document with a sheet to write on by hand."""
    fields = (Field("Name and number", 1), Field("What to bring", 3))
    parts = tuple(
        Part(heading, "", advice="Leave it with somebody.", fields=fields, source="Viasna, 2024")
        for heading in ("Lawyer", "Medicines")
    )
    sheet = Sheet("Blank sheet", "", "", "", "", (), "", parts)
    return replace(document, sheets=(*document.sheets, sheet))


def flat(text: str) -> str:
    return " ".join(text.split())


def item(library: Library, name: str) -> Item:
    """An item of the list in that library."""
    found = library.item(f"phone/{name}")
    assert found
    return found


def entry(document: Document, title: str) -> Entry:
    """The entry with that title, which stands there once."""
    (found,) = (entry for entry in document.entries if entry.title == title)
    return found


def blocks(output: str, form: Format) -> list[str]:
    """The text of each item, in order, as one line that begins with its title."""
    readers = {Format.TEXT: _plain, Format.MARKDOWN: _markdown, Format.HTML: _html}
    return [re.sub(r"^(\[[ x]\] )?([○●◔–‖] )?", "", flat(block)) for block in readers[form](output)]


def _plain(output: str) -> list[str]:
    found = unpaged(output).split("\n\n")
    return [block for block in found if re.match(r"\[ \] | [○●◔–‖]  ", block)]


def unpaged(output: str) -> str:
    """Printed text without its feet, in one piece."""
    pages = (page.rpartition("\n\n")[0] for page in output.split("\f"))
    return "\n\n".join(page.strip("\n") for page in pages)


def _markdown(output: str) -> list[str]:
    found: list[str] = []
    depth = 0
    for token in MarkdownIt("commonmark").parse(output):
        if token.type == "bullet_list_open":
            depth += 1
        elif token.type == "bullet_list_close":
            depth -= 1
        elif token.type == "list_item_open" and token.level == 1 and depth:
            found.append("")
        elif token.type == "inline" and depth:
            found[-1] += " " + "".join(child.content or " " for child in token.children or [])
    return found


class _Items(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "li" and "item" in (dict(attrs).get("class") or "").split():
            self.found.append("")
            self.depth = 1
        elif tag == "li" and self.depth:
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "li" and self.depth > 0

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.found[-1] += f" {data}"


def _html(output: str) -> list[str]:
    reader = _Items()
    reader.feed(output)
    return reader.found


def without_mark(found: Iterable[str], items: Iterable[Item], language: Language) -> list[str]:
    """Which of the items that can wait do not say so, or not what to do instead."""
    texts = list(found)
    missing = []
    for item in items:
        mark = flat(f"{guidance.waits(item, language)} Instead: {item.instead}")
        own = [text for text in texts if text.startswith(flat(item.title) + " ")]
        if item.kind.acts and item.waits and not (own and all(mark in text for text in own)):
            missing.append(item.ref)
    return missing
