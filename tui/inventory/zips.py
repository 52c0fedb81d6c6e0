"""Zip files as streams: what is in them, and one member at a time, never unpacked to a disk.

The standard library makes an object of a kilobyte for every entry before anybody can count them,
and keeps the file open; a file made to fill the memory needs neither.
"""

from __future__ import annotations

import struct
import zlib
from stat import S_IFMT, S_IFREG
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from tui.errors import ArchiveError, CutError
from tui.inventory.streams import told_as_archive_error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedIOBase

MOST_MEMBERS = 500_000
MOST_DIRECTORY = 64 << 20
"""Bytes of the list of entries at the end of a zip."""
STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
"""What a zip begins with: an entry, nothing at all, or the first of several parts."""

_END = struct.Struct("<4s4H2LH")
_END64_PLACE = struct.Struct("<4sLQL")
_END64 = struct.Struct("<4sQ2H2L4Q")
_ENTRY = struct.Struct("<4sHHHHLLLLHHHHHLL")
_LOCAL = struct.Struct("<4s5H3L2H")
_LONGEST_COMMENT = 0xFFFF
_ELSEWHERE = 0xFFFFFFFF
"""A number that did not fit and stands among the extra fields."""
_FARTHEST = 1 << 62
"""No disk holds a file of that many bytes."""
_LOCKED = 0x2041
"""Flags of an entry that needs a password."""
_UNIX = 3
_STORED, _DEFLATED = 0, 8
_PIECE = 256 << 10

_UNPACK = "unpack it with the program you use for zip files, and open the folder"
_AGAIN = "copy or download it again, or unpack it and open the folder"


class Entry(NamedTuple):
    """What the list at the end of a zip says of one of its files."""

    name: str
    size: int
    packed: int
    place: int
    check: int
    method: int
    flags: int


class Directory:
    """The list of what is in a zip; an entry is known by its place, and read again when wanted.

    Raises:
        ArchiveError: the zip is cut short, damaged, or holds more than is read.
    """

    def __init__(self, file: BufferedIOBase, size: int) -> None:
        with told_as_archive_error():
            self._start, length, self._shift = _find_directory(file, size)
            if length > MOST_DIRECTORY:
                raise _too_many()
            file.seek(self._start)
            self._data = file.read(length)
        if len(self._data) < length:
            raise _damaged()

    def plain_files(self) -> Iterator[tuple[int, Entry]]:
        """Place and entry of each plain file; folders and links are passed over."""
        at = count = 0
        while at < len(self._data):
            if count >= MOST_MEMBERS:
                raise _too_many()
            entry, plain, after = _entry(self._data, at, self._shift)
            if plain:
                yield at, entry
            at = after
            count += 1

    def entry(self, place: int) -> Entry:
        """The entry at a place that `plain_files` gave."""
        return _entry(self._data, place, self._shift)[0]


def _too_many() -> ArchiveError:
    message = "this zip holds more than {most} files"
    return ArchiveError(message, "unpack what you want to look at", most=MOST_MEMBERS)


def _damaged() -> CutError:
    return CutError("this zip is cut short or damaged", _AGAIN)


def _find_directory(file: BufferedIOBase, size: int) -> tuple[int, int, int]:
    """Where the list of entries is, how long, and how far all places in the zip are shifted."""
    front = max(0, size - _END.size - _LONGEST_COMMENT)
    file.seek(front)
    tail = file.read(size - front)
    found = tail.rfind(b"PK\x05\x06", 0, len(tail) - _END.size + 4)
    if found < 0:
        raise _damaged()
    *_, length, offset, _comment = _END.unpack_from(tail, found)
    end = front + found
    place = end - _END64_PLACE.size
    if place >= 0 and (far := _find_far_directory(file, place)):
        end, length, offset = far
    start = end - length
    if start < offset:
        raise _damaged()
    return start, length, start - offset


def _find_far_directory(file: BufferedIOBase, place: int) -> tuple[int, int, int] | None:
    """The same from the end record of a large zip, where there is one."""
    mark, _disk, end, _disks = _record(file, place, _END64_PLACE)
    if mark != b"PK\x06\x07":
        return None
    for start in (end, place - _END64.size):
        if 0 <= start <= place - _END64.size:
            mark, *_, length, offset = _record(file, start, _END64)
            if mark == b"PK\x06\x06":
                return start, length, offset
    raise _damaged()


def _record(file: BufferedIOBase, place: int, layout: struct.Struct) -> tuple[Any, ...]:
    file.seek(min(place, _FARTHEST))
    data = file.read(layout.size)
    if len(data) < layout.size:
        raise _damaged()
    return layout.unpack(data)


def _entry(directory: bytes, at: int, shift: int) -> tuple[Entry, bool, int]:
    """The entry at a place, whether it is a plain file, and the place of the next."""
    name_start = at + _ENTRY.size
    if name_start > len(directory):
        raise _damaged()
    fields = _ENTRY.unpack_from(directory, at)
    mark, maker, _, flags, method, _, check, packed, size = fields[:9]
    name_length, extra_length, comment_length, _, _, attributes, place = fields[9:]
    name_end = name_start + name_length
    extra_end = name_end + extra_length
    after = extra_end + comment_length
    if mark != b"PK\x01\x02" or after > len(directory):
        raise _damaged()
    if _ELSEWHERE in {size, packed, place}:
        extra = directory[name_end:extra_end]
        size, packed, place = _far_numbers(extra, [size, packed, place])
    name = _name(directory[name_start:name_end])
    kind = S_IFMT(attributes >> 16) if maker >> 8 == _UNIX else 0
    plain = kind in {0, S_IFREG} and name != "" and not name.endswith("/")
    return Entry(name, size, packed, place + shift, check, method, flags), plain, after


def _far_numbers(extra: bytes, numbers: list[int]) -> list[int]:
    """The numbers, with each that did not fit taken from the extra fields."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        data = extra[at + 4 : at + 4 + length]
        if kind == 1:
            large = list(struct.unpack_from(f"<{len(data) // 8}Q", data))
            if len(large) < numbers.count(_ELSEWHERE):
                raise _damaged()
            return [large.pop(0) if number == _ELSEWHERE else number for number in numbers]
        at += 4 + length
    return numbers


def _name(raw: bytes) -> str:
    """The name with "/" between folders, from UTF-8 even where the zip does not say so."""
    try:
        name = raw.decode()
    except UnicodeDecodeError:
        name = raw.decode("cp437")
    return name.replace("\\", "/")


class ZipStream:
    """A member of a zip; a wrong check sum is told where the member ends."""

    def __init__(self, file: BufferedIOBase, entry: Entry) -> None:
        if entry.flags & _LOCKED:
            raise ArchiveError("this zip is locked with a password", _UNPACK)
        if entry.method not in {_STORED, _DEFLATED}:
            raise ArchiveError("this zip is packed in a way that cannot be read here", _UNPACK)
        self._file = file
        self._entry = entry
        self._left = entry.packed
        self._pending = b""
        self._inflate = zlib.decompressobj(-zlib.MAX_WBITS) if entry.method else None
        self._at = 0
        self._check = 0
        self._seek_data()

    def _seek_data(self) -> None:
        place = self._entry.place
        with told_as_archive_error():
            mark, *_, name_length, extra_length = _record(self._file, place, _LOCAL)
            if mark != b"PK\x03\x04":
                raise _damaged()
            self._file.seek(place + _LOCAL.size + name_length + extra_length)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def read(self, most: int) -> bytes:
        """As many bytes as asked for, fewer only where the member ends."""
        pieces: list[bytes] = []
        while most > 0 and (piece := self._next(most)):
            pieces.append(piece)
            most -= len(piece)
        return b"".join(pieces)

    def readinto(self, buffer: bytearray | memoryview) -> int:
        """Fills the front of the buffer, and says how far; 0 is the end."""
        piece = self._next(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)

    def seek(self, offset: int) -> None:
        """Nothing can be read before or after its turn.

        Raises:
            ArchiveError: always.
        """
        raise ArchiveError("a zip is read from its start to its end", _UNPACK, offset=offset)

    def tell(self) -> int:
        """How many bytes lie before the next one."""
        return self._at

    def _next(self, most: int) -> bytes:
        """Some bytes, none only at the end, which is where all that was read is checked."""
        most = min(most, _PIECE)
        if most <= 0:
            return b""
        piece = self._inflated(most) if self._inflate else self._packed(most)
        self._check = zlib.crc32(piece, self._check)
        self._at += len(piece)
        if self._at > self._entry.size:
            raise _damaged()
        if not piece and (self._at, self._check) != (self._entry.size, self._entry.check):
            raise _damaged()
        return piece

    def _inflated(self, most: int) -> bytes:
        inflate = self._inflate
        while inflate and not inflate.eof:
            packed = inflate.unconsumed_tail or self._packed(_PIECE)
            try:
                piece = inflate.decompress(packed, most)
            except zlib.error:
                raise _damaged() from None
            if piece:
                return piece
            if not packed:
                break
        return b""

    def _packed(self, most: int) -> bytes:
        with told_as_archive_error():
            data = self._file.read(min(most, self._left))
        self._left -= len(data)
        return data
