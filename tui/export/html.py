"""One HTML file without scripts, links, fonts or addresses; nothing in it is ever fetched."""

import base64
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from html import escape
from itertools import count
from string import Template
from typing import Literal

from tui.export.document import (
    Box,
    Document,
    Entry,
    Field,
    Line,
    Part,
    Passage,
    Sheet,
    Sign,
    Steps,
)
from tui.export.groups import Group, grouped
from tui.export.layouts import Layout
from tui.resources import packaged
from tui.text import clean

Element = Literal[
    "article", "aside", "body", "div", "footer", "h1", "h2", "h3", "head", "header", "html",
    "input", "label", "li", "meta", "ol", "p", "section", "span", "strong", "style", "title", "ul",
]  # fmt: skip
_EMPTY = frozenset({"input", "meta"})
_INLINE = frozenset({"input", "label", "span", "strong"})


@dataclass(frozen=True)
class Paper:
    """Lengths of the style sheet: the page and its margins, and text of three sizes on it."""

    size: str
    margin: str
    text: str
    small: str
    foot: str
    line: str


LAYOUTS = {
    Layout.A4: Paper("A4", "16mm 18mm 18mm", "10.5pt", ".85rem", "9pt", "8mm"),
    Layout.LETTER: Paper("letter", "16mm 18mm 18mm", "10.5pt", ".85rem", "9pt", "8mm"),
    Layout.A5: Paper("A5", "11mm 11mm 14mm", "9pt", ".9rem", "8.5pt", "7.5mm"),
    Layout.LARGE: Paper("A4", "15mm 16mm 20mm", "18pt", "1rem", "18pt", "12mm"),
}
"""What a browser can print; folded sheets need more than it can do."""


@dataclass(frozen=True)
class Html:
    """Finished markup; only `h` and the style sheet make it."""

    markup: str


def h(name: Element, /, *children: Html | str, **attributes: str) -> Html:
    """An element; text and attribute values are cleaned and escaped, only Html goes in as it is."""
    words = (
        f' {key.rstrip("_").replace("_", "-")}="{_escape(value)}"'
        for key, value in attributes.items()
        if value
    )
    inside = "".join(c.markup if isinstance(c, Html) else _escape(c) for c in children)
    end = "" if name in _EMPTY else f"</{name}>"
    after = "" if name in _INLINE else "\n"
    return Html(f"<{name}{''.join(words)}>{inside}{end}{after}")


def _escape(text: str) -> str:
    """The text, cleaned, as it may stand between tags and within double quotation marks."""
    return escape(clean(text), quote=False).replace('"', "&quot;")


def render(document: Document, layout: Layout = Layout.A4) -> str:
    """The document as a whole page that ends with a newline, to be printed in one of LAYOUTS."""
    style = _style(LAYOUTS[layout])
    head = h(
        "head",
        h("meta", charset="utf-8"),
        h("meta", http_equiv="Content-Security-Policy", content=_policy(style)),
        h("meta", name="referrer", content="no-referrer"),
        h("meta", name="viewport", content="width=device-width, initial-scale=1"),
        h("meta", name="format-detection", content="telephone=no, date=no, address=no, email=no"),
        h("meta", name="google", content="notranslate"),
        h("title", document.title),
        h("style", Html(style)),
    )
    sheets = (
        _sheet(document, sheet, place) for place, sheet in enumerate(document.sheets, start=1)
    )
    page = h("html", head, h("body", *sheets), lang=document.language, translate="no")
    return f"<!DOCTYPE html>\n{page.markup}"


def _style(paper: Paper) -> str:
    style = (packaged("export") / "page.css").read_text(encoding="utf-8")
    return Template(style).substitute(asdict(paper))


def _policy(style: str) -> str:
    import hashlib

    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _sheet(document: Document, sheet: Sheet, place: int) -> Html:
    limits = tuple(map(_passage, sheet.limits))
    facts = " · ".join(filter(None, (sheet.dated, sheet.origin)))
    parts = (
        _part(document, part, found, f"{place}-{number}")
        for number, (part, found) in enumerate(
            zip(sheet.parts, grouped(sheet), strict=True), start=1
        )
    )
    return h(
        "article",
        h("aside", *(h("p", line) for line in document.moment), class_="moment"),
        *_text(document.printing if place == 1 else "", "small screen"),
        h(
            "header",
            h("h1", sheet.title),
            *_text(sheet.goal, "goal"),
            *(() if sheet.limits_heading else limits),
            *_text(facts, "small"),
            *_legend(document),
        ),
        *parts,
        *_last(sheet.limits_heading, limits),
        h("footer", *(h("p", line) for line in document.closing)),
    )


def _last(heading: str, limits: Iterable[Html]) -> Iterator[Html]:
    if heading:
        yield h("section", h("h2", heading), *limits, class_="last")


def _legend(document: Document) -> Iterator[Html]:
    if document.legend:
        yield h("ul", *map(_sign, document.legend), class_="legend")
    for line in document.explained:
        yield h("p", line, class_="small")


def _sign(sign: Sign) -> Html:
    look = "mark" if sign.box else "box"
    box = h("span", sign.box, class_=look, aria_hidden="true")
    return h("li", box, h("span", sign.words), class_=sign.weight)


def _part(document: Document, part: Part, found: Iterable[Group], place: str) -> Html:
    note = h("span", part.note, class_="note") if part.note else ""
    return h(
        "section",
        h("h2", part.heading, " ", note),
        *_text(part.advice, "advice"),
        *_groups(document, found, place),
        *map(_field, part.fields),
        *_text(part.source, "small source"),
        class_="form" if part.fields else "",
    )


def _groups(document: Document, found: Iterable[Group], place: str) -> Iterator[Html]:
    places = (f"item-{place}-{number}" for number in count(1))
    for group in found:
        *first, last = group.entries
        items = [_entry(entry, next(places)) for entry in first]
        end = _entry(last, next(places), document.pause if group.paused else None)
        yield h("ul", *items, end, class_="items")


def _field(field: Field) -> Html:
    lines = (h("div", class_="line") for _ in range(field.lines))
    return h("div", h("p", f"{field.label}:"), *lines, class_="field")


def _entry(entry: Entry, place: str, pause: Passage | None = None) -> Html:
    """An item; the pause after it is a part of it, so that no page begins with a pause."""
    return h(
        "li",
        _title(entry, place),
        *_text(entry.facts, "small"),
        *_text(entry.aside, "small"),
        *_hold(entry),
        *map(_passage, entry.before),
        *_steps(entry.steps),
        *map(_passage, entry.after),
        h("div", *_text(entry.source, "small"), *_pause(pause), class_="end"),
        class_=f"item {entry.weight}",
    )


def _pause(pause: Passage | None) -> Iterator[Html]:
    if pause:
        yield h("div", _passage(pause), class_="pause")


def _title(entry: Entry, place: str) -> Html:
    if entry.box is not Box.EMPTY:
        return h("h3", h("span", entry.box, class_="mark"), h("span", entry.title))
    box = h("input", type="checkbox", class_="box", id=place, autocomplete="off")
    return h("h3", box, h("label", entry.title, for_=place))


def _hold(entry: Entry) -> Iterator[Html]:
    if entry.waits:
        instead = _passage(entry.instead) if entry.instead else ""
        yield h("div", h("p", h("strong", entry.waits)), instead, class_="waits")


def _steps(groups: Iterable[Steps]) -> Iterator[Html]:
    for steps in groups:
        yield from _text(f"{steps.label}:" if steps.label else "", "where")
        if len(steps.lines) == 1:
            yield h("p", *_step(steps.lines[0]))
        else:
            yield h("ol", *(h("li", *_step(line)) for line in steps.lines))


def _step(line: Line) -> Iterator[Html | str]:
    if line.where:
        yield from (h("span", f"{line.where}:", class_="where"), " ")
    yield line.text
    if line.note:
        yield from (" ", h("span", f"({line.note})", class_="note"))


def _passage(passage: Passage) -> Html:
    return h("p", h("strong", f"{passage.label}:"), " ", passage.text)


def _text(text: str, look: str) -> Iterator[Html]:
    if text:
        yield h("p", text.replace(" · ", "\N{NO-BREAK SPACE}· "), class_=look)
