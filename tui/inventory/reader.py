"""What the reader of one service is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.inventory.archive import Archive
    from tui.inventory.model import Inventory, Progress, WhoAreYou


class Reader(NamedTuple):
    """How the archive of one service is told from others, and read.

    `read` fills the inventory step by step, each at most a tenth of a second long; `owner` is the
    key of the person whose archive it is, where the archive itself does not tell.

    Raises:
        ArchiveError: the archive is not what it seemed to be, or cannot be read.
    """

    service: str
    recognises: Callable[[Archive], bool]
    read: Callable[[Archive, Inventory, str | None], Iterator[Progress | WhoAreYou]]
