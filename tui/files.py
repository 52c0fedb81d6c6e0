"""The only door to the disk: a new private file, whole or not at all."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from tui.errors import WriteError

PRIVATE = 0o600


@dataclass(frozen=True)
class Written:
    """What was written; `private` is false where the disk does not know who may read a file."""

    path: Path
    size: int
    private: bool


def write_private(path: Path, data: bytes, *, force: bool = False) -> Written:
    """Writes a new file readable by its owner alone, and syncs it to the disk.

    With `force` an existing plain file is replaced, by a new file beside it that takes its place.
    Nothing half-written stays behind.

    Raises:
        WriteError: the file is there already, or the disk refuses.
    """
    if not force:
        return _write_new(path, path, data)
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise WriteError("'{path}' is not a plain file", "choose another name", path=path)
    beside = path.with_name(f"{path.name}.new")
    written = _write_new(beside, path, data)
    try:
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise _refused(path, error) from None
    _sync_folder(path.parent)
    return Written(path, written.size, written.private)


def _write_new(target: Path, named: Path, data: bytes) -> Written:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        descriptor = os.open(target, flags, PRIVATE)
    except FileExistsError:
        hint = "choose another name, or use --force to replace it"
        raise WriteError("'{path}' is there already", hint, path=target) from None
    except OSError as error:
        raise _refused(named, error) from None
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            private = stat.S_IMODE(os.fstat(file.fileno()).st_mode) == PRIVATE
    except OSError as error:
        target.unlink(missing_ok=True)
        raise _refused(named, error) from None
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)
    return Written(target, len(data), private)


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


def _refused(path: Path, error: OSError) -> WriteError:
    reason = error.strerror or "the disk refused"
    return WriteError("cannot write '{path}': {reason}", "choose another place", path=path, reason=reason)
