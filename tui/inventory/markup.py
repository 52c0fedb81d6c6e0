"""The tags and the texts of a page of HTML, one after the other, in bounded memory.

The parser of the standard library can take hours for a page that was made to stop it; here each
letter is looked at a few times at most.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 256 << 10
"""Letters in which the end of a tag or of a text is awaited; what is longer comes in parts."""
_TOKEN = re.compile(
    r"((?:[^<]++|<(?![a-zA-Z!?/]))++)"
    r"|<(?:(/?)([a-zA-Z][a-zA-Z0-9]*+)"
    r"""((?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+'|(?!["'])))*+(?=>)|.*+)"""
    r"|[!?/][^>]*+)(>?)",
    re.DOTALL,
)
"""Some text, or a tag with what stands in it, or what is passed over.

A tag whose end is not there goes up to the end of all, so that nothing is tried twice.
"""
_ATTRIBUTE = re.compile(
    r"(?<![\w:-])([\w:-]++)\s*+=\s*+"
    r"""(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))"""
)


class Token(NamedTuple):
    """Some text with its entities, or a tag in small letters and what stands in it."""

    text: str = ""
    closing: bool = False
    tag: str = ""
    inside: str = ""


def tokens(pieces: Iterator[str]) -> Iterator[Token | None]:
    """The tags and texts of a page; None after each piece of it."""
    window = ""
    for piece in pieces:
        window, at = window + piece, 0
        for match in _TOKEN.finditer(window):
            text, closing, tag, inside, end = match.groups("")
            if not end and match.end() == len(window) <= match.start() + LONGEST:
                break
            at = match.end()
            if text or tag:
                yield Token(text, closing == "/", tag.lower(), inside)
        window = window[at:]
        yield None
    last = _TOKEN.match(window)
    if last and last[1]:
        yield Token(last[1])


def attributes_in(inside: str) -> dict[str, str]:
    """The values of a tag by their names in small letters."""
    return {key.lower(): resolved(a or b or c) for key, a, b, c in _ATTRIBUTE.findall(inside)}


def resolved(text: str) -> str:
    """The text with its entities resolved, unless one of them is a number without end."""
    try:
        return unescape(text)
    except ValueError:
        return text
