"""The only door to the disk: a new private file, whole or not at all."""

import os
import stat
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

from tui.errors import WriteError

PRIVATE = 0o600
_LONGEST_WAIT = 0.3
"""Seconds that leaving gives the disk to take unfinished files away."""


@dataclass(frozen=True)
class Written:
    """What was written; `private` is false where the disk does not know who may read a file."""

    path: Path
    size: int
    private: bool


@dataclass
class Unfinished:
    """New files that are not whole yet, for whoever may have to leave before they are."""

    paths: set[Path] = field(default_factory=set)
    given_up: bool = False

    def give_up(self) -> None:
        """Removes them if the disk answers soon; one that is begun later does not stay either."""
        self.given_up = True
        remover = Thread(target=self._drop_all, daemon=True)
        remover.start()
        remover.join(_LONGEST_WAIT)

    def _drop_all(self) -> None:
        for path in tuple(self.paths):
            _drop(path)


def write_private(
    path: Path, data: bytes, *, force: bool = False, unfinished: Unfinished | None = None
) -> Written:
    """Writes a new file readable by its owner alone, and syncs it to the disk.

    With `force` an existing plain file is replaced: `<name>.new` is written beside it and then
    takes its place. What is there under this name stays, because it may be the person's own.
    Nothing half-written stays behind, unless the process is killed; `unfinished` knows what has to
    go if the program ends first.

    Raises:
        WriteError: the file is there already, something is in the way, or the disk refuses.
    """
    unfinished = unfinished or Unfinished()
    try:
        if not force or not _is_plain_file(path):
            return _write_new(path, data, unfinished)
        return _replace(path, data, unfinished)
    except OSError as error:
        values = {"path": path, "reason": error.strerror or "the disk refused"}
    except ValueError:
        values = {"path": path, "reason": "no file can have this name"}
    raise WriteError("cannot write '{path}': {reason}", "choose another place", **values)


def _replace(path: Path, data: bytes, unfinished: Unfinished) -> Written:
    beside = path.with_name(f"{path.name}.new")
    if os.path.lexists(beside):
        hint = "look what it is, and move it; a crash may have left it"
        raise WriteError("'{path}' is in the way", hint, path=beside)
    written = _write_new(beside, data, unfinished)
    try:
        beside.replace(path)
    except OSError:
        _drop(beside)
        raise
    _sync_folder(path.parent)
    return Written(path, written.size, written.private)


def _is_plain_file(path: Path) -> bool:
    """Whether there is a plain file at the path; false if nothing is there.

    Raises:
        WriteError: something else is there.
    """
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return False
    if not stat.S_ISREG(mode):
        raise WriteError("'{path}' is not a plain file", "choose another name", path=path)
    return True


def _write_new(path: Path, data: bytes, unfinished: Unfinished) -> Written:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        descriptor = os.open(path, flags, PRIVATE)
    except FileExistsError:
        _is_plain_file(path)
        hint = "choose another name; on the command line --force replaces it"
        raise WriteError("'{path}' is there already", hint, path=path) from None
    unfinished.paths.add(path)
    try:
        private = _fill(descriptor, data)
    except BaseException:
        _drop(path)
        raise
    finally:
        unfinished.paths.discard(path)
    if unfinished.given_up:
        _drop(path)
    _sync_folder(path.parent)
    return Written(path, len(data), private)


def _fill(descriptor: int, data: bytes) -> bool:
    """Writes and closes the new file, and says whether only its owner may read it."""
    with os.fdopen(descriptor, "wb") as file:
        private = _make_private(descriptor)
        file.write(data)
        file.flush()
        os.fsync(descriptor)
    return private


def _make_private(descriptor: int) -> bool:
    """Whether only its owner may read the open file; a umask can deny it to the owner as well."""
    if sys.platform != "win32":
        with suppress(OSError):
            os.fchmod(descriptor, PRIVATE)
    return stat.S_IMODE(os.fstat(descriptor).st_mode) == PRIVATE


def _drop(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        return
    finally:
        os.close(descriptor)
