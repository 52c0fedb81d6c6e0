"""The safe view of a data archive: a file, a folder or a zip, only ever read.

No message from here holds a name or a path: they belong to the person alone.
"""

from __future__ import annotations

import io
import os
import stat
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import ArchiveError
from tui.inventory.streams import FileStream, Stream, told_as_archive_error
from tui.inventory.zips import MOST_MEMBERS, STARTS, Directory, ZipStream

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import BufferedIOBase

DEEPEST = 8
"""Folders in folders; no archive of a service goes deeper than half of it."""
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0)
_OWN_FOLDER = "choose the folder of the archive itself"
_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


@dataclass(frozen=True, slots=True)
class Member:
    """A plain file in an archive; the name is for readers, `size` is in bytes when unpacked."""

    name: str
    size: int
    number: int = 0
    """Where the archive has it; tells apart members of the same name."""


@dataclass(frozen=True, repr=False)
class Archive:
    """The plain files that can be read, sorted by name."""

    members: tuple[Member, ...]
    seekable: bool
    _opener: Callable[[Member], Stream]

    def open(self, member: Member) -> Stream:
        """The bytes of a member.

        Raises:
            CutError: it is not whole.
            ArchiveError: it is no longer the same, is locked, or the disk refuses.
        """
        return self._opener(member)

    def find(self, *endings: str) -> tuple[Member, ...]:
        """The members whose path ends with one of the endings, whole names, in any case."""
        wanted = tuple(f"/{ending.casefold()}" for ending in endings)
        pairs = zip(self.members, self._folded, strict=True)
        return tuple(member for member, name in pairs if name.endswith(wanted))

    @cached_property
    def _folded(self) -> tuple[str, ...]:
        return tuple(f"/{member.name.casefold()}" for member in self.members)


def open_archive(path: Path) -> Archive:
    """The archive at a path that a person chose.

    Raises:
        ArchiveError: nothing there can be read, or it is more than an archive holds.
    """
    with told_as_archive_error():
        mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        return _folder(path)
    _check_plain(mode)
    files = _Files()
    file, size = files.open(path)
    with file:
        with told_as_archive_error():
            start = file.read(4)
        if start in STARTS:
            return _zip(path, files, file, size)
    member = Member(path.name, size)
    return Archive((member,), True, lambda _member: FileStream(*files.open(path)))


def pasted(text: bytes, name: str = "pasted") -> Archive:
    """The same view of something that was pasted."""
    member = Member(name, len(text))
    return Archive((member,), True, lambda _member: FileStream(io.BytesIO(text), len(text)))


def _folder(path: Path) -> Archive:
    files = _Files()
    members = sorted(_walk(path), key=lambda member: member.name)

    def opened(member: Member) -> Stream:
        return FileStream(*files.open(path / member.name, _NO_LINKS))

    return Archive(tuple(members), True, opened)


def _zip(path: Path, files: _Files, file: BufferedIOBase, size: int) -> Archive:
    directory = Directory(file, size)
    members = [Member(entry.name, entry.size, at) for at, entry in directory.plain_files()]
    members.sort(key=lambda member: member.name)

    def opened(member: Member) -> Stream:
        again, _size = files.open(path)
        try:
            return ZipStream(again, directory.entry(member.number))
        except ArchiveError:
            again.close()
            raise

    return Archive(tuple(members), False, opened)


def _walk(root: Path) -> Iterator[Member]:
    """The plain files in a folder and the folders in it; links and other things are passed over."""
    folders = [(str(root), "", 0)]
    count = 0
    while folders:
        folder, prefix, depth = folders.pop()
        with told_as_archive_error(), os.scandir(folder) as entries:
            for entry in entries:
                count += 1
                if count > MOST_MEMBERS:
                    message = "this folder holds more than {most} files"
                    raise ArchiveError(message, _OWN_FOLDER, most=MOST_MEMBERS)
                if entry.is_dir(follow_symlinks=False):
                    if depth >= DEEPEST:
                        message = "this folder holds folders more than {most} deep"
                        raise ArchiveError(message, _OWN_FOLDER, most=DEEPEST)
                    folders.append((entry.path, f"{prefix}{entry.name}/", depth + 1))
                elif entry.is_file(follow_symlinks=False):
                    size = entry.stat(follow_symlinks=False).st_size
                    yield Member(f"{prefix}{entry.name}", size)


def _check_plain(mode: int) -> None:
    if not stat.S_ISREG(mode):
        kind = _KINDS.get(stat.S_IFMT(mode), "something else")
        hint = "choose the file, the folder or the zip that you were given"
        raise ArchiveError("this is {kind}, not a file", hint, kind=kind)


class _Files:
    """Opens plain files for reading, each again only while it is the one it was at first."""

    def __init__(self) -> None:
        self._seen: dict[Path, tuple[int, ...]] = {}

    def open(self, path: Path, flags: int = 0) -> tuple[BufferedIOBase, int]:
        """The open file and its size."""
        with told_as_archive_error():
            descriptor = os.open(path, _FLAGS | flags)
            try:
                found = os.fstat(descriptor)
                _check_plain(found.st_mode)
                now = (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)
                if self._seen.setdefault(path, now) != now:
                    raise ArchiveError("the archive was changed since it was read", "open it again")
                return os.fdopen(descriptor, "rb"), found.st_size
            except BaseException:
                os.close(descriptor)
                raise
