"""Words looked for in the texts of an Instagram archive: own ones, and those that were kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.inventory.folding import held
from tui.inventory.instagram import parts
from tui.inventory.instagram.entries import read_entry
from tui.inventory.kept import number_of
from tui.inventory.model import Mention, Progress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.inventory.instagram.files import Files
    from tui.inventory.model import LookFor


def looking(files: Files) -> LookFor:
    """How words are looked for in comments, reposts, and posts that were liked or saved."""

    def look_for(words: tuple[str, ...]) -> Iterator[Progress | Mention]:
        chosen = [n for n, (part, _) in enumerate(files.found) if part in parts.WITH_TEXTS]
        size, done = sum(files.member(number).size for number in chosen), 0
        for number in chosen:
            for place, item, passed in files.items(number):
                if item is None:
                    yield Progress(min(done + passed, size), size)
                    continue
                entry = read_entry(item)
                if found := held(words, f"{entry.account} {entry.text} {entry.address}"):
                    yield Mention(found, place, number_of(entry.identity), entry.when, mine=True)
            done += files.member(number).size
            yield Progress(done, size)

    return look_for
