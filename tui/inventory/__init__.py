"""What a person's own data archive holds; the one door to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.errors import ArchiveError
from tui.inventory.model import Progress, WhoAreYou
from tui.inventory.readers import READERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.inventory.archive import Archive
    from tui.inventory.marking import Marking
    from tui.session import Review


def review(
    choose: Callable[[], Archive],
    service: str,
    marking: Marking,
    before: Review,
    owner: str | None = None,
) -> Iterator[Progress | WhoAreYou]:
    """Reads an archive into the inventory of a marking, and finds earlier decisions again.

    Of two services whose data is in one archive, the one that was asked for is read.

    Raises:
        ArchiveError: nothing reads it, or it cannot be read.
    """
    archive = choose()
    first = sorted(READERS, key=lambda reader: reader.service != service)
    reader = next((reader for reader in first if reader.recognises(archive)), None)
    if reader is None:
        hint = "choose the file or the folder that the service gave you"
        raise ArchiveError("this is no data archive that Paradak knows", hint)
    marking.inventory.service = reader.service
    for step in reader.read(archive, marking.inventory, owner):
        yield step
        if isinstance(step, WhoAreYou):
            return
    marking.inventory.whole = True
    for _ in marking.restore(before):
        yield Progress(1, 1)
