"""The bytes of one file of a data archive, read a piece at a time."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, Self

from tui.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedIOBase


class Stream(Protocol):
    """What a reader can do with an open member; it is closed when its block is left.

    Raises:
        CutError: the member is damaged from here on, or stops before its end.
        ArchiveError: the disk refuses.
    """

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...

    def read(self, most: int) -> bytes:
        """As many bytes as asked for, fewer only where the member ends."""
        ...

    def readinto(self, buffer: bytearray | memoryview) -> int:
        """Fills the front of the buffer, and says how far; 0 is the end."""
        ...

    def seek(self, offset: int) -> None:
        """Goes to a place counted from the start; not in a zip."""
        ...

    def tell(self) -> int:
        """How many bytes lie before the next one."""
        ...


@contextmanager
def told_as_archive_error() -> Iterator[None]:
    """Turns what the disk refuses into an error without a name or a path."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or "the disk refused"
    except ValueError:
        reason = "no file can have this name"
    else:
        return
    raise ArchiveError("the archive cannot be read: {reason}", "choose it again", reason=reason)


class FileStream:
    """A plain file up to the size it had when it was opened, however much is added to it."""

    def __init__(self, file: BufferedIOBase, size: int) -> None:
        self._file = file
        self._size = size
        self._at = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def read(self, most: int) -> bytes:
        """As many bytes as asked for, fewer only where the file ends."""
        with told_as_archive_error():
            data = self._file.read(max(0, min(most, self._size - self._at)))
        self._at += len(data)
        return data

    def readinto(self, buffer: bytearray | memoryview) -> int:
        """Fills the front of the buffer, and says how far; 0 is the end."""
        with memoryview(buffer)[: max(0, self._size - self._at)] as room, told_as_archive_error():
            count = self._file.readinto(room)
        self._at += count
        return count

    def seek(self, offset: int) -> None:
        """Goes to a place counted from the start."""
        with told_as_archive_error():
            self._at = self._file.seek(offset)

    def tell(self) -> int:
        """How many bytes lie before the next one."""
        return self._at
