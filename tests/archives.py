"""Archives of every kind, made to be read; and what must not stand in an error."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.errors import ArchiveError
from tui.inventory.archive import Archive

SECRET = "Кніжны-клуб"
"""Stands in every name here, and in no message."""


def everything(archive: Archive, name: str, piece: int = 1000) -> bytes:
    (member,) = [member for member in archive.members if member.name == name]
    data = b""
    with archive.open(member) as stream:
        while part := stream.read(piece):
            data += part
            assert stream.tell() == len(data)
    return data


def refusal(action: Callable[[], object], kind: type[ArchiveError] = ArchiveError) -> str:
    """What the error says, after a look that it tells no name."""
    with pytest.raises(kind) as caught:
        action()
    error = caught.value
    assert SECRET not in f"{error} {error!r} {error.hint} {error.values}"
    assert error.hint
    return str(error)


def make_zip(path: Path, files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return path


def change(path: Path, old: bytes, new: bytes, count: int = 1) -> None:
    data = path.read_bytes()
    assert data.count(old) >= count
    path.write_bytes(data.replace(old, new, count))
