"""Words looked for in the texts of an Instagram archive: own ones, and those that were kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.inventory.folding import held
from tui.inventory.instagram import parts
from tui.inventory.instagram.entries import read_entry
from tui.inventory.kept import number_of
from tui.inventory.model import Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.inventory.instagram.files import Files
    from tui.inventory.model import Table


def looking(files: Files) -> Callable[[tuple[str, ...], Table], Iterator[Progress]]:
    """How words are looked for in comments, reposts, and posts that were liked or saved."""

    def look_for(words: tuple[str, ...], table: Table) -> Iterator[Progress]:
        found = [n for n, (part, _) in enumerate(files.found) if part in parts.WITH_TEXTS]
        size, done = sum(files.member(number).size for number in found), 0
        for number in found:
            for place, item, passed in files.items(number):
                if item is None:
                    yield Progress(min(done + passed, size), size)
                    continue
                entry = read_entry(item)
                for word in held(words, f"{entry.account} {entry.text} {entry.address}"):
                    group = table.find_group(word, word)
                    table.add(group, place, number_of(entry.identity), entry.when, mine=True)
            done += files.member(number).size
            yield Progress(done, size)

    return look_for
