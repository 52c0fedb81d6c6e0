"""What stays behind, and how much of it lies at a place."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

LONGEST = 64 * 1024 * 1024
"""Bytes; a longer file is not searched for lines."""


@dataclass(frozen=True)
class Place:
    """A file or a folder: its size in bytes, or how many of its lines name Paradak."""

    path: Path
    size: int | None = None
    lines: int | None = None


@dataclass(frozen=True)
class Trace:
    """One kind of thing that stays behind, where it was found, and how it goes; untranslated."""

    name: str
    what: str
    remove: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Footprint:
    """What was found, what cannot be found by looking, and what the system keeps by itself."""

    found: tuple[Trace, ...]
    unknown: tuple[Trace, ...]
    system: tuple[Trace, ...]


def measured(paths: Iterable[Path], *, without: str = "") -> tuple[Place, ...]:
    """Those paths that are there, each once; folders are measured but for folders of that name."""
    found = (_measured(path, without) for path in dict.fromkeys(paths))
    return tuple(place for place in found if place)


def _measured(path: Path, without: str) -> Place | None:
    try:
        size = path.lstat().st_size
    except (OSError, ValueError):
        return None
    whole = path.is_dir() and not path.is_symlink()
    return Place(path, size_of(path, without=without) if whole else size)


def size_of(folder: Path, *, without: str = "") -> int:
    """The bytes of all files in a folder; links are not followed."""
    size = 0
    for top, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name != without]
        for name in files:
            with suppress(OSError):
                size += Path(top, name).lstat().st_size
    return size


def naming(paths: Iterable[Path]) -> Iterator[Place]:
    """The plain files with lines that name Paradak, in letters of any size."""
    for path in dict.fromkeys(paths):
        with suppress(OSError, ValueError):
            if path.is_file() and path.stat().st_size <= LONGEST:
                lines = path.read_bytes().lower().splitlines()
                count = sum(b"paradak" in line for line in lines)
                if count:
                    yield Place(path, lines=count)
