"""Reads the blocks out of a page of a VK archive, one after the other, in bounded memory."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.inventory.markup import attributes_in, resolved, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.inventory.markup import Token
    from tui.inventory.streams import Stream

PIECE = 128 << 10
"""Bytes that are read at once."""
MOST_BLOCK = 256 << 10
"""Letters that are kept of one block."""
DEEPEST = 40
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
        classes = self.attributes.get("class", "")
        return classes == name or (name in classes and name in classes.split())

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
    builder = _Builder(name)
    for token in tokens(_decoded(stream)):
        if token is None:
            yield None
        elif token.text:
            builder.add(token.text)
        else:
            take = builder.close if token.closing else builder.begin
            if (found := take(token)) is not None:
                yield found
    if (found := builder.end()) is not None:
        yield found


def _decoded(stream: Stream) -> Iterator[str]:
    piece = stream.read(PIECE)
    coding = "utf-8" if _UTF8.search(piece[:4096]) else "windows-1251"
    decoder = codecs.getincrementaldecoder(coding)(errors="replace")
    while piece:
        yield decoder.decode(piece).replace("\0", " ")
        piece = stream.read(PIECE)


class _Builder:
    """Puts the pieces of a page together to a block, and gives it when it is whole."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._open: list[Node] = []
        self._room = MOST_BLOCK

    def end(self) -> Node | None:
        """The block that was still open at the end of the page."""
        return self._open[0] if self._open else None

    def add(self, text: str) -> None:
        """Takes some text, as much as there is room for."""
        if self._open and (kept := text[: max(self._room, 0)]):
            self._room -= len(kept)
            self._open[-1].children.append(" " if kept.isspace() else resolved(kept))

    def _fits(self, text: str) -> bool:
        self._room -= len(text)
        return self._room >= 0

    def begin(self, token: Token) -> Node | None:
        """Takes a tag; gives the block that was not closed before the next one."""
        if not self._open and self._name not in token.inside:
            return None
        tag, inside = token.tag, token.inside
        node = Node(tag, attributes_in(inside) if inside else {})
        before = None
        if node.has(self._name):
            before = self.end()
            self._open, self._room = [node], MOST_BLOCK
        elif self._open and self._fits(tag) and self._fits(inside):
            self._open[-1].children.append(node)
            if tag not in _EMPTY and len(self._open) < DEEPEST:
                self._open.append(node)
        return before

    def close(self, token: Token) -> Node | None:
        """Takes a closing tag; gives the block that ends there."""
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth].tag == token.tag:
                block = self._open[0]
                del self._open[depth:]
                return block if not depth else None
        return None
