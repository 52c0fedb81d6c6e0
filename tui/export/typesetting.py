"""A document as the template of pages takes it: nothing but numbers and text that can be set."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from tui.export.brief import Common, common
from tui.export.document import Document, Entry, Part, Sheet
from tui.export.geometry import GEOMETRIES
from tui.export.groups import Group, grouped
from tui.export.layouts import Layout
from tui.text import clean

BLANK = "□"
"""What stands for a character that no font here can set."""

_UNSET = re.compile(
    r"[^\x20-\x7e\xa0-\xac\xae-\u017f\u02b0-\u02ff\u0300-\u030c\u0400-\u0477\u047c-\u047f"
    r"\u048c-\u04c4\u04c7-\u04cc\u04cf-\u04f9\u0510\u0511\u051a-\u051d"
    r"\u2010-\u2027\u2030-\u2037\u2039\u203a\u20ac\u20bd\u2116\u2122\u2190-\u2193\u2500-\u257f"
    r"\u25a1\u25cb\u25cf\u25d4\u2610-\u2612\u2713\u2717]"
)
_LETTER, _LINE = 0.16, 0.45
"""A letter is about this wide and a line about this high, in mm for each point of the type."""
_MAY_FIT, _MAY_NOT_FIT = 1.7, 0.5
"""Shares of a page by that rough measure: less may fit one, more may not. Typst then knows."""

Data = dict[str, Any]


@dataclass(frozen=True)
class _Page:
    """How many letters about stand on a line, and how many lines on a page."""

    letters: float
    lines: float

    def share(self, value: object) -> float:
        """How much of a page the texts of a value take; each begins a line."""
        return sum(1 + len(text) // self.letters for text in _texts(value)) / self.lines


def setting(document: Document, layout: Layout) -> Data:
    """Everything the template needs, under the names it uses."""
    geometry = GEOMETRIES[layout]
    inner = geometry.width - 2 * geometry.side, geometry.height - geometry.top - geometry.bottom
    size = geometry.sizes[0]
    page = _Page(inner[0] / (size * _LETTER), inner[1] / (size * _LINE))
    sheets = [_sheet(document, sheet, page, brief=layout.is_brief) for sheet in document.sheets]
    data = {
        "geometry": asdict(geometry),
        "brief": layout.is_brief,
        "lang": document.language,
        "title": document.title,
        "moment": document.moment,
        "legend": [asdict(sign) for sign in document.legend],
        "closing": document.closing,
        "pause": asdict(document.pause),
        "page": document.page,
        "notes": document.notes,
        "sheets": sheets,
    }
    settable: Data = _each(data)
    return settable


def unprintable(document: Document) -> int:
    """How many characters cannot be set and are replaced."""
    return sum(len(_UNSET.findall(_composed(text))) for text in _texts(asdict(document)))


def settable(text: str) -> str:
    """The text with a box for what no font has."""
    return _UNSET.sub(BLANK, _composed(text))


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", clean(text))


def _each(value: Any) -> Any:
    """The value with every text in it made settable."""
    if isinstance(value, str):
        return settable(value)
    if isinstance(value, dict):
        return {key: _each(one) for key, one in value.items()}
    return [_each(one) for one in value] if isinstance(value, list | tuple) else value


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


def _sheet(document: Document, sheet: Sheet, page: _Page, *, brief: bool) -> Data:
    limits = [asdict(passage) for passage in sheet.limits]
    said = common(sheet) if brief else None
    parts = [
        _part(part, groups, page, said)
        for part, groups in zip(sheet.parts, grouped(sheet), strict=True)
    ]
    return {
        "title": sheet.title,
        "goal": sheet.goal,
        "facts": " · ".join(filter(None, (sheet.dated, sheet.origin))),
        "foot": " · ".join(filter(None, (sheet.revision, sheet.origin))),
        "opening": [] if sheet.limits_heading else limits,
        "ending": limits if sheet.limits_heading else [],
        "limits-heading": sheet.limits_heading,
        "explained": [*(said.explained(document.pause) if said else ()), *document.explained],
        "parts": parts,
        "sources": said.by_what_is_common() if said else [],
        "may-fit": page.share(parts) < _MAY_FIT,
    }


def _part(part: Part, groups: tuple[Group, ...], page: _Page, said: Common | None) -> Data:
    return {
        "heading": part.heading,
        "note": part.note,
        "advice": part.advice,
        "source": part.source,
        "fields": [asdict(field) for field in part.fields],
        "groups": [
            {
                "entries": [_entry(entry, page, said) for entry in group.entries],
                "paused": group.paused,
            }
            for group in groups
        ],
    }


def _entry(entry: Entry, page: _Page, said: Common | None) -> Data:
    if said:
        return said.shorten(entry)
    data = asdict(entry)
    return data | {"may-be-long": page.share(data) > _MAY_NOT_FIT}
