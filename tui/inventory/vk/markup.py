"""Reads the blocks out of a page of a VK archive, one after the other, in bounded memory.

The parser of the standard library can take hours for a page that was made to stop it; here each
letter is looked at once.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.inventory.streams import Stream

PIECE = 128 << 10
"""Bytes that are read at once."""
MOST_BLOCK = 256 << 10
"""Letters that are kept of one block."""
DEEPEST = 40
_LONGEST_TAG = 64 << 10
_TOKEN = re.compile(r"<[^<>]*+>|[^<]++|<")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*+)")
_ATTRIBUTE = re.compile(
    r"(?<![a-zA-Z-])([a-zA-Z-]++)\s*+=\s*+"
    r"""(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))"""
)
_UTF8 = re.compile(rb"charset=[\"']?utf-?8", re.IGNORECASE)
_EMPTY = frozenset({"br", "img", "meta", "link", "hr", "input"})
_BLANKS = re.compile(r"[ \t\r\n]+")


@dataclass(eq=False, slots=True)
class Node:
    """An element of a page and what is in it: text and other elements."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    def has(self, name: str) -> bool:
        """Whether it is of this class."""
        return name in self.attributes.get("class", "").split()

    def walk(self, *past: str) -> Iterator[Node]:
        """The element and all in it in their order; those of the classes `past` are left out."""
        ahead: list[Node] = [self]
        while ahead:
            node = ahead.pop()
            if not any(map(node.has, past)):
                yield node
                ahead += [child for child in reversed(node.children) if isinstance(child, Node)]

    def every(self, name: str) -> Iterator[Node]:
        """The elements in it that are of a class."""
        return (node for node in self.walk() if node.has(name))

    def first(self, name: str) -> Node | None:
        """The first of them."""
        return next(self.every(name), None)

    def text(self, *past: str) -> str:
        """The text in it as it is drawn; elements of the classes `past` are left out."""
        lines = _BLANKS.sub(" ", "".join(self._texts(past))).split("\0")
        return "\n".join(line.strip() for line in lines).strip()

    def _texts(self, past: tuple[str, ...]) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag == "br":
                yield "\0"
            elif not any(map(child.has, past)):
                yield from child._texts(past)


def blocks(stream: Stream, name: str) -> Iterator[Node | None]:
    """The elements of a class, which do not lie in one another; None after each piece read."""
    piece = stream.read(PIECE)
    coding = "utf-8" if _UTF8.search(piece[:4096]) else "windows-1251"
    decoder = codecs.getincrementaldecoder(coding)(errors="replace")
    builder = _Builder(name)
    rest = ""
    while piece:
        text = rest + decoder.decode(piece).replace("\0", " ")
        whole = text.rfind(">") + 1
        if len(text) - whole > _LONGEST_TAG:
            whole = len(text)
        for token in _TOKEN.findall(text, 0, whole):
            if (found := builder.take(token)) is not None:
                yield found
        rest = text[whole:]
        yield None
        piece = stream.read(PIECE)
    if (found := builder.end()) is not None:
        yield found


def _plain(text: str) -> str:
    """The text with its entities resolved, unless one of them is a number without end."""
    try:
        return unescape(text)
    except ValueError:
        return text


class _Builder:
    """Puts the pieces of a page together to a block, and gives it when it is whole."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._open: list[Node] = []
        self._room = MOST_BLOCK

    def take(self, token: str) -> Node | None:
        """Takes a tag or some text; gives the block that ends there."""
        tag = _TAG.match(token)
        if tag is None:
            if self._open and self._fits(token) and not token.startswith("<!"):
                self._open[-1].children.append(_plain(token))
            return None
        closing, name = tag.groups()
        return self._close(name.lower()) if closing else self._begin(name.lower(), token)

    def end(self) -> Node | None:
        """The block that was still open at the end of the page."""
        return self._open[0] if self._open else None

    def _fits(self, token: str) -> bool:
        self._room -= len(token)
        return self._room >= 0

    def _begin(self, tag: str, token: str) -> Node | None:
        if not self._open and self._name not in token:
            return None
        found = _ATTRIBUTE.findall(token)
        node = Node(tag, {key.lower(): _plain(a or b or c) for key, a, b, c in found})
        before = None
        if node.has(self._name):
            before = self.end()
            self._open, self._room = [node], MOST_BLOCK
        elif self._open and self._fits(token):
            self._open[-1].children.append(node)
            if tag not in _EMPTY and len(self._open) < DEEPEST:
                self._open.append(node)
        return before

    def _close(self, tag: str) -> Node | None:
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth].tag == tag:
                block = self._open[0]
                del self._open[depth:]
                return block if not depth else None
        return None
