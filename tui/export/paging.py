"""Blocks of lines put together to pages; a block is parted only if no page could hold it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Lines = list[str]


@dataclass(frozen=True)
class Block:
    """Lines that stay together, and the titles of the entries that begin in them."""

    lines: Lines
    titles: tuple[str, ...] = ()

    def joined(self, other: "Block") -> "Block":
        """Both, with a blank line between."""
        return Block([*self.lines, "", *other.lines], (*self.titles, *other.titles))


def paged(blocks: Iterable[Block], room: int) -> list[Block]:
    """The blocks as pages of at most `room` lines, with blank lines between the blocks."""
    found: list[Block] = []
    for block in blocks:
        for piece in _pieces(block, room):
            if found and len(found[-1].lines) + 1 + len(piece.lines) <= room:
                found[-1] = found[-1].joined(piece)
            else:
                found.append(_trimmed(piece))
    return found


def _pieces(block: Block, room: int) -> Iterator[Block]:
    """The block, or pieces of even length if it is longer than a page."""
    lines = _trimmed(block).lines
    if len(lines) <= room:
        yield block
        return
    amount = -(-len(lines) // room)
    for place in range(amount):
        piece = lines[len(lines) * place // amount : len(lines) * (place + 1) // amount]
        yield _trimmed(Block(piece, () if place else block.titles))


def _trimmed(block: Block) -> Block:
    """The block without blank lines at both ends."""
    filled = [place for place, line in enumerate(block.lines) if line]
    return Block(block.lines[filled[0] : filled[-1] + 1] if filled else [], block.titles)
