"""A zip is a stream, whatever is wrong with it, and does no harm."""

import os
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.archives import SECRET, change, everything, make_zip, refusal
from tui.errors import ArchiveError, CutError
from tui.inventory import zips
from tui.inventory.archive import open_archive


def test_a_zip_is_told_by_its_bytes_and_may_be_empty(tmp_path: Path) -> None:
    assert open_archive(make_zip(tmp_path / "no ending", {})).members == ()
    (tmp_path / "a.zip").write_bytes(b"PK is how this text begins")
    assert everything(open_archive(tmp_path / "a.zip"), "a.zip") == b"PK is how this text begins"


@given(
    st.dictionaries(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\\"), min_size=1),
        st.binary(max_size=300),
        max_size=5,
    ),
    st.binary(max_size=40).filter(lambda comment: b"PK" not in comment),
)
def test_a_zip_is_understood_as_the_standard_library_does(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes], comment: bytes
) -> None:
    path = make_zip(tmp_path_factory.getbasetemp() / "drawn.zip", files)
    with zipfile.ZipFile(path, "a") as made:
        made.comment = comment
    archive = open_archive(path)
    with zipfile.ZipFile(path) as read:
        entries = [entry for entry in read.infolist() if not entry.filename.endswith("/")]
        assert {entry.filename: read.read(entry) for entry in entries} == {
            member.name: everything(archive, member.name, 7) for member in archive.members
        }


def test_a_large_zip_with_64_bit_places_is_read(tmp_path: Path) -> None:
    path = tmp_path / SECRET
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        with made.open("a", "w", force_zip64=True) as member:
            member.write(b"1" * 1000)
        made.writestr("b", b"2")
    plain = path.read_bytes()
    assert everything(open_archive(path), "a") == b"1" * 1000
    as_far = far(plain)
    path.write_bytes(as_far)
    with zipfile.ZipFile(path) as read:
        assert read.read("b") == b"2"
    archive = open_archive(path)
    assert everything(archive, "a") == b"1" * 1000
    assert everything(archive, "b") == b"2"
    path.write_bytes(as_far.replace(b"PK\x06\x06", b"PK\x06\x05"))
    assert "damaged" in refusal(lambda: open_archive(path))


def far(plain: bytes) -> bytes:
    """The same zip with every number in its directory as if it did not fit."""
    start = plain.index(b"PK\x01\x02")
    end = plain.index(b"PK\x05\x06")
    directory = b""
    at = start
    while at < end:
        head = bytearray(plain[at : at + 46])
        packed, size, name, extra = struct.unpack_from("<LLHH", head, 20)
        (place,) = struct.unpack_from("<L", head, 42)
        struct.pack_into("<LLHH", head, 20, 0xFFFFFFFF, 0xFFFFFFFF, name, 4 + 4 + 2 + 24)
        struct.pack_into("<L", head, 42, 0xFFFFFFFF)
        directory += head + plain[at + 46 : at + 46 + name]
        directory += struct.pack("<HHH", 9, 2, 0) + struct.pack("<HH3Q", 1, 24, size, packed, place)
        at += 46 + name + extra
    record = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 2, 2, len(directory), start)
    place = start + len(directory)
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, place, 1)
    last = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return plain[:start] + directory + record + locator + last


def test_links_and_folders_in_a_zip_are_passed_over(tmp_path: Path) -> None:
    path = make_zip(tmp_path / SECRET, {"plain": b"1", "folder/": b""})
    with zipfile.ZipFile(path, "a") as made:
        link = zipfile.ZipInfo("link")
        link.create_system = 3
        link.external_attr = 0o120777 << 16
        made.writestr(link, "/etc/passwd")
    assert [member.name for member in open_archive(path).members] == ["plain"]


def test_hostile_names_in_a_zip_are_names_and_nothing_more(tmp_path: Path) -> None:
    names = ["../up", "/root", "a\\b", "\x1b]0;x\x07", "\u202efdp.exe", "C:\\x", "same", "raw-é"]
    path = make_zip(tmp_path / SECRET, dict.fromkeys(names, b"1"))
    with zipfile.ZipFile(path, "a") as made, pytest.warns(UserWarning, match="Duplicate"):
        made.writestr("same", b"22")
    change(path, "raw-é".encode(), b"raw-\xff\xfe", 2)
    change(path, b"../up", b"..\0up", 2)
    archive = open_archive(path)
    told = [member.name for member in archive.members]
    assert "a/b" in told
    assert "..\0up" in told
    assert len(told) == 9
    for member in archive.members:
        with archive.open(member) as stream:
            assert len(stream.read(10)) == member.size
    assert len({member for member in archive.members if member.name == "same"}) == 2
    assert sorted(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("at", "old", "new", "said"),
    [
        (8, 0x800, 0x801, "locked with a password"),
        (8, 0x800, 0x840, "locked with a password"),
        (10, 8, 99, "packed in a way"),
        (10, 8, 9, "packed in a way"),
    ],
)
def test_a_member_that_cannot_be_read_is_said_when_it_is_opened(
    tmp_path: Path, at: int, old: int, new: int, said: str
) -> None:
    path = make_zip(tmp_path / SECRET, {SECRET[:4]: b"1" * 100, "a": b"2"})
    data = bytearray(path.read_bytes())
    entry = data.rindex(b"PK\x01\x02", 0, data.rindex(b"PK\x01\x02"))
    assert struct.unpack_from("<H", data, entry + at) == (old,)
    struct.pack_into("<H", data, entry + at, new)
    path.write_bytes(data)
    archive = open_archive(path)
    assert everything(archive, "a") == b"2"
    assert said in refusal(lambda: everything(archive, SECRET[:4]))


def test_a_wrong_check_sum_is_told_at_the_end_and_what_was_read_stays(tmp_path: Path) -> None:
    path = make_zip(tmp_path / SECRET, {"a": b"1" * 50}, zipfile.ZIP_STORED)
    change(path, b"1" * 50, b"1" * 49 + b"2")
    archive = open_archive(path)
    with archive.open(archive.members[0]) as stream:
        assert stream.read(50) == b"1" * 49 + b"2"
        assert "damaged" in refusal(lambda: stream.read(1), CutError)


def test_a_member_cut_short_is_told_where_it_stops(tmp_path: Path) -> None:
    data = os.urandom(400_000)
    path = make_zip(tmp_path / SECRET, {"a": data})
    whole = path.read_bytes()
    cut = zlib.compress(data)[2:][:300_000]
    path.write_bytes(whole[:31] + cut + b"\xff" * (len(whole) - 31 - len(cut)))
    path.write_bytes(path.read_bytes()[: whole.index(b"PK\x01\x02")] + whole[-22 - 46 - 1 :])
    archive = open_archive(path)
    kept = bytearray()

    def read_on() -> None:
        with archive.open(archive.members[0]) as stream:
            while part := stream.read(5000):
                kept.extend(part)

    refusal(read_on, CutError)
    assert len(kept) > 250_000
    assert data.startswith(kept[:250_000])


def test_a_member_never_gives_more_than_it_said(tmp_path: Path) -> None:
    path = make_zip(tmp_path / SECRET, {"a": b"\0" * 30_000_000})
    data = bytearray(path.read_bytes())
    struct.pack_into("<L", data, data.rindex(b"PK\x01\x02") + 24, 1000)
    path.write_bytes(data)
    archive = open_archive(path)
    assert archive.members[0].size == 1000
    with archive.open(archive.members[0]) as stream:
        assert stream.read(1000) == b"\0" * 1000
        refusal(lambda: stream.read(1000), CutError)


def test_a_bomb_gives_no_more_than_is_asked_for(tmp_path: Path) -> None:
    path = make_zip(tmp_path / SECRET, {"a": b"\0" * 300_000_000})
    assert path.stat().st_size < 400_000
    archive = open_archive(path)
    with archive.open(archive.members[0]) as stream:
        assert len(stream.read(10)) == 10
        assert len(stream.read(100_000)) == 100_000
        assert stream.readinto(bytearray(1000)) == 1000


@pytest.mark.parametrize("share", [0.3, 0.7, 0.97, 0.999])
def test_a_zip_that_lost_its_end_says_so(tmp_path: Path, share: float) -> None:
    path = make_zip(tmp_path / SECRET, {f"{SECRET}{n}": b"1" for n in range(100)})
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    assert "cut short" in refusal(lambda: open_archive(path), CutError)


def outcome(path: Path) -> str:
    try:
        archive = open_archive(path)
        for member in archive.members:
            everything(archive, member.name)
    except ArchiveError as error:
        return type(error).__name__ if SECRET not in f"{error!r}" else "told"
    return "read"


def test_no_byte_of_a_zip_that_was_changed_does_harm(tmp_path: Path) -> None:
    path = tmp_path / SECRET
    whole = make_zip(path, {"a": b"1" * 40, "b/c": b"2" * 40}).read_bytes()
    outcomes: set[str] = set()
    for at in range(4, len(whole)):
        for value in (0x00, 0xFF):
            path.write_bytes(whole[:at] + bytes([value]) + whole[at + 1 :])
            outcomes.add(outcome(path))
    assert outcomes == {"read", "ArchiveError", "CutError"}


def test_a_directory_of_many_entries_is_refused_before_they_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_zip(tmp_path / SECRET, {str(n): b"" for n in range(20)})
    monkeypatch.setattr(zips, "MOST_MEMBERS", 20)
    assert len(open_archive(path).members) == 20
    monkeypatch.setattr(zips, "MOST_MEMBERS", 19)
    assert "more than 19 files" in refusal(lambda: open_archive(path))


def test_a_directory_that_would_fill_the_memory_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / SECRET
    length = (64 << 20) + 1
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(4 + length)
        file.seek(4 + length)
        file.write(struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, length, 4, 0))
    assert "more than 500000 files" in refusal(lambda: open_archive(path))


def test_a_directory_said_to_be_larger_than_the_zip_is_damage(tmp_path: Path) -> None:
    path = make_zip(tmp_path / SECRET, {"a": b"1"})
    data = bytearray(path.read_bytes())
    struct.pack_into("<L", data, len(data) - 10, 0xFFFFFFF0)
    path.write_bytes(data)
    assert "damaged" in refusal(lambda: open_archive(path))


def descriptors() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def test_nothing_stays_open(tmp_path: Path) -> None:
    before = descriptors()
    archive = open_archive(make_zip(tmp_path / SECRET, {"a": b"1"}))
    everything(archive, "a")
    change(tmp_path / SECRET, b"PK\x01\x02", b"PK\x01\x03")
    refusal(lambda: open_archive(tmp_path / SECRET))
    refusal(lambda: archive.open(archive.members[0]))
    assert descriptors() == before
    with (tmp_path / SECRET).open("rb"):
        assert descriptors() == before + 1
