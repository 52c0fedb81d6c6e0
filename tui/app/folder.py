"""What is in a folder, in the order in which a person would look for an archive."""

import os
import stat
import time
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice
from pathlib import Path

from tui.text import clean, shorten, width

MOST = 10_000
"""Names that are listed of one folder."""
_AT_ONCE = 2_000
_WANTED = (".json", ".zip", ".html", ".csv", ".txt")


class Kind(IntEnum):
    """What a row stands for; in the order in which they stand."""

    THIS = 0
    UP = 1
    FOLDER = 2
    WANTED = 3
    FILE = 4
    OTHER = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """A name as it is, and as it can be shown; size and time are -1 where they are not known."""

    name: str
    shown: str
    kind: Kind
    size: int = -1
    changed: float = -1


@dataclass(frozen=True)
class Listing:
    """The first entries of a folder, and how many it has."""

    entries: tuple[Entry, ...]
    count: int

    @property
    def whole(self) -> bool:
        """Whether every entry is listed."""
        return len(self.entries) == self.count


def start() -> Path:
    """The folder Paradak was started in if it can be read, else the person's own."""
    with suppress(OSError):
        here = Path.cwd()
        if os.access(here, os.R_OK | os.X_OK):
            return here
    return _home() or Path(os.sep)


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:
        return None


def unquoted(typed: str) -> str:
    """A path without the quotes that terminals put around a file that is dragged into them."""
    quoted = len(typed) > 1 and typed[0] == typed[-1] and typed[0] in "'\""
    return typed[1:-1] if quoted else typed


def meant(base: Path, typed: str) -> tuple[Path, str]:
    """The folder that a typed path leads to, and what is typed of a name in it."""
    head, name = os.path.split(typed)
    if name in {"~", os.pardir}:
        head, name = typed, ""
    there = os.path.join(base, os.path.expanduser(head))  # noqa: PTH111, PTH118 - Path fails on "~nobody"
    return Path(os.path.normpath(there)), name


def as_shown(name: str) -> str:
    """A name as it can be shown, composed as people type it: some disks take letters apart."""
    return unicodedata.normalize("NFC", clean(name))


def read_folder(folder: Path) -> Iterator[Listing | int]:
    """Reads a folder in steps: how many names there are so far, and at last what is in it.

    Raises:
        OSError: it cannot be read.
    """
    first: list[tuple[tuple[bool, Kind, str], os.DirEntry[str]]] = []
    count = 0
    with os.scandir(folder) as found:
        while some := [(_order(entry), entry) for entry in islice(found, _AT_ONCE)]:
            count += len(some)
            first = sorted((*first, *some), key=lambda pair: pair[0])[:MOST]
            yield count
    entries: list[Entry] = []
    for (_, kind, _), entry in first:
        entries.append(_described(entry, kind))
        if len(entries) % _AT_ONCE == 0:
            yield count
    yield Listing(tuple(entries), count)


def _order(entry: os.DirEntry[str]) -> tuple[bool, Kind, str]:
    return entry.name.startswith("."), _kind(entry), entry.name.casefold()


def _kind(entry: os.DirEntry[str]) -> Kind:
    with suppress(OSError):
        if entry.is_dir():
            return Kind.FOLDER
        if entry.is_file():
            return _kind_of_file(entry.name)
    return Kind.OTHER


def _kind_of_file(name: str) -> Kind:
    return Kind.WANTED if name.casefold().endswith(_WANTED) else Kind.FILE


def _described(entry: os.DirEntry[str], kind: Kind) -> Entry:
    try:
        about = entry.stat()
    except OSError:
        return Entry(entry.name, as_shown(entry.name), kind)
    return Entry(entry.name, as_shown(entry.name), kind, about.st_size, about.st_mtime)


def look_up(folder: Path, name: str) -> Entry | None:
    """The entry with that very name, if there is one."""
    try:
        about = (folder / name).stat()
    except (OSError, ValueError):
        return None
    kind = Kind.OTHER
    if stat.S_ISDIR(about.st_mode):
        kind = Kind.FOLDER
    elif stat.S_ISREG(about.st_mode):
        kind = _kind_of_file(name)
    return Entry(name, as_shown(name), kind, about.st_size, about.st_mtime)


def rows(folder: Path, listing: Listing | None, typed: str) -> list[Entry]:
    """What can be chosen in a folder for what is typed; of one that cannot be read, little."""
    if not typed:
        return [*_ways(folder, listing), *narrowed(listing.entries if listing else (), "")]
    found = narrowed(listing.entries, typed) if listing else []
    if not (listing and listing.whole) and all(entry.name != typed for entry in found):
        found += filter(None, [look_up(folder, typed)])
    return found


def _ways(folder: Path, listing: Listing | None) -> Iterator[Entry]:
    """The entries that are no names: the folder itself, and the one above it."""
    if listing:
        yield Entry("", "", Kind.THIS)
    if folder.parent != folder:
        yield Entry("", "", Kind.UP)


def narrowed(entries: tuple[Entry, ...], typed: str) -> list[Entry]:
    """The entries that have in their name what is typed; hidden ones only after a dot."""
    wanted = as_shown(typed).casefold()
    if typed.startswith("."):
        return [entry for entry in entries if entry.shown.casefold().startswith(wanted)]
    seen = (entry for entry in entries if not entry.name.startswith("."))
    return [entry for entry in seen if wanted in entry.shown.casefold()]


def nearest(entries: list[Entry], typed: str) -> int:
    """The place of the entry that what is typed means most likely."""
    exact = as_shown(typed)
    wanted = exact.casefold()
    names = [place for place, entry in enumerate(entries) if entry.kind > Kind.UP]
    same = [place for place in names if entries[place].shown == exact]
    alike = [place for place in names if entries[place].shown.casefold().startswith(wanted)]
    return next(iter((*same, *alike)), 0)


def why_not(error: OSError) -> str:
    """Why a folder is not listed, in a word of the interface and without its name."""
    match error:
        case PermissionError():
            return "you may not read this folder"
        case FileNotFoundError():
            return "there is no such folder"
        case NotADirectoryError():
            return "this is not a folder"
    return "this folder cannot be read"


def day(moment: float) -> str:
    """The day of a time of the disk, empty where there is none such."""
    try:
        return time.strftime("%Y-%m-%d", time.localtime(moment)) if moment >= 0 else ""
    except (OSError, OverflowError, ValueError):
        return ""


def end_of(folder: Path, columns: int) -> str:
    """As much of a folder’s path as fits, from its end; the person’s own folder is `~`."""
    home, parts = _home(), folder.parts
    if home and folder.is_relative_to(home):
        parts = ("~", *folder.relative_to(home).parts)
    text = clean(os.path.join(*parts))  # noqa: PTH118 - keeps "~"
    start = 1
    while width(text) > columns and start < len(parts):
        text = clean(os.path.join("…", *parts[start:]))  # noqa: PTH118
        start += 1
    return shorten(text, columns)
