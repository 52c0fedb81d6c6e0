"""A file that is saved again and again: the version before is never at risk, nor anybody else's."""

import hashlib
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tui.errors import WriteError
from tui.files import Unfinished, write_private

MOST = 4 * 1024 * 1024
"""Bytes; no file of ours comes near it."""


@dataclass(frozen=True)
class Kept:
    """What stood in a file, and the fingerprint by which a change of it is noticed."""

    data: bytes
    fingerprint: bytes


def read(path: Path) -> Kept:
    """The content of a plain file; of `<name>.new` where a cut left only that.

    Raises:
        WriteError: there is no such file, it is no plain file, or it is too large.
    """
    try:
        with suppress(FileNotFoundError):
            return _read(path)
        return _read(_beside(path))
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        reason = "there is no such file" if missing else error.strerror or "the disk refused"
    except ValueError:
        reason = "no file can have this name"
    raise WriteError("cannot open '{path}': {reason}", "choose another", path=path, reason=reason)


def save(
    path: Path,
    data: bytes,
    before: Kept | None,
    beginning: bytes,
    unfinished: Unfinished | None = None,
) -> Kept:
    """Saves a file: `before` is what was read or saved last, nothing where it is to be a new one.

    What an interrupted save left beside it is taken away if it has the `beginning` of such files;
    where a cut left only that, it becomes the file first. `unfinished` knows what has to go if the
    program ends before the new version is whole.

    Raises:
        WriteError: somebody else saved it since, something is in the way, or the disk refuses.
    """
    if before is None:
        write_private(path, data, unfinished=unfinished)
    else:
        with _alone_in(path.parent):
            if read(path).fingerprint != before.fingerprint:
                hint = "close the other window, or save under another name"
                raise WriteError("'{path}' was saved by another window", hint, path=path)
            if path.exists():
                _take_away(_beside(path), beginning)
            else:
                _put_back(path)
            write_private(path, data, force=True, unfinished=unfinished)
    return Kept(data, _fingerprint(data))


def remove(path: Path, beginning: bytes) -> None:
    """Removes a saved file and what an interrupted save left beside it.

    Raises:
        WriteError: the disk refuses.
    """
    _take_away(_beside(path), beginning)
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        message, hint = "cannot remove '{path}': {reason}", "remove it by other means"
        raise WriteError(message, hint, path=path, reason=error.strerror) from None


def _beside(path: Path) -> Path:
    """Where a new version is written before it takes its place."""
    return path.with_name(f"{path.name}.new")


def _read(path: Path) -> Kept:
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    flags |= getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise WriteError("'{path}' is not a plain file", "choose another name", path=path)
        data = file.read(MOST + 1)
    if len(data) > MOST:
        raise WriteError("'{path}' is too large", "choose another file", path=path)
    return Kept(data, _fingerprint(data))


def _fingerprint(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def _take_away(path: Path, beginning: bytes) -> None:
    """Removes an unfinished version; anything else stays, and is told by whoever writes there."""
    with suppress(OSError, WriteError):
        data = _read(path).data
        if data[: len(beginning)] == beginning[: len(data)]:
            path.unlink()


def _put_back(path: Path) -> None:
    """Has the version that a cut left beside the file be the file."""
    try:
        _beside(path).replace(path)
    except OSError as error:
        message, hint = "cannot write '{path}': {reason}", "choose another place"
        raise WriteError(message, hint, path=path, reason=error.strerror) from None


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """One save at a time in a folder, where the system can see to it; no file is left for it."""
    if sys.platform != "win32":
        import fcntl

        try:
            descriptor = os.open(folder, os.O_RDONLY)
        except OSError as error:
            message, hint = "cannot open the folder '{path}': {reason}", "choose another place"
            raise WriteError(message, hint, path=folder, reason=error.strerror) from None
        try:
            with suppress(OSError):  # a disk without locks: the fingerprint still tells
                fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)
    else:
        yield
