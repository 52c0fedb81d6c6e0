"""A file, a folder and a zip look the same to a reader, and nothing hostile gets past the view."""

import os
import socket
import sys
import zipfile
from pathlib import Path

import pytest

from tests.archives import SECRET, everything, make_zip, refusal
from tui.inventory import archive as archives
from tui.inventory.archive import Archive, open_archive, pasted

assert sys.platform != "win32", "links and FIFOs are tested where there are such things"


@pytest.fixture(params=["folder", "zip", "stored zip"])
def both(request: pytest.FixtureRequest, tmp_path: Path) -> Archive:
    files = {
        "Takeout/B.csv": b"b" * 5000,
        "Takeout/deep/a.JSON": b"{}" * 700_000,
        "Takeout/deep/empty": b"",
        "x.csv": b"x",
    }
    root = tmp_path / SECRET
    if request.param == "folder":
        for name, data in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(data)
        (root / "Takeout/no files").mkdir()
        return open_archive(root)
    method = zipfile.ZIP_STORED if request.param == "stored zip" else zipfile.ZIP_DEFLATED
    path = make_zip(root, files, method)
    with zipfile.ZipFile(path, "a") as made:
        made.mkdir("Takeout/no files")
    return open_archive(path)


# What is in it


def test_the_plain_files_are_told_by_name_and_size(both: Archive) -> None:
    told = [(member.name, member.size) for member in both.members]
    assert told == [
        ("Takeout/B.csv", 5000),
        ("Takeout/deep/a.JSON", 1_400_000),
        ("Takeout/deep/empty", 0),
        ("x.csv", 1),
    ]


@pytest.mark.parametrize("piece", [1000, 333_333, 5_000_000])
def test_a_member_is_read_whole_in_pieces_of_any_size(both: Archive, piece: int) -> None:
    assert everything(both, "Takeout/deep/a.JSON", piece) == b"{}" * 700_000
    assert everything(both, "Takeout/deep/empty", piece) == b""


def test_a_member_fills_a_buffer(both: Archive) -> None:
    buffer = bytearray(b"-" * 6000)
    with both.open(both.find("b.csv")[0]) as stream:
        filled = stream.readinto(memoryview(buffer)[:3000])
        while count := stream.readinto(memoryview(buffer)[filled:]):
            filled += count
        assert stream.tell() == 5000
    assert buffer == b"b" * 5000 + b"-" * 1000


def test_members_are_found_by_whole_names_in_any_case(both: Archive) -> None:
    def found(*endings: str) -> list[str]:
        return [member.name for member in both.find(*endings)]

    assert found("DEEP/A.json") == ["Takeout/deep/a.JSON"]
    assert found("x.csv", "b.csv") == ["Takeout/B.csv", "x.csv"]
    assert found(".csv", "eep/a.json", "nothing") == []


def test_a_single_file_has_its_own_name_and_can_be_read_from_any_place(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_bytes(b"0123456789")
    archive = open_archive(path)
    assert [(member.name, member.size) for member in archive.members] == [("result.json", 10)]
    assert archive.seekable
    with archive.open(archive.members[0]) as stream:
        stream.seek(7)
        assert stream.tell() == 7
        assert stream.read(100) == b"789"
        stream.seek(0)
        assert stream.read(2) == b"01"
        stream.seek(1 << 40)
        assert stream.read(2) == b""


def test_something_pasted_looks_like_a_file() -> None:
    archive = pasted(b"package:by.example")
    assert everything(archive, "pasted") == b"package:by.example"
    assert archive.seekable


def test_a_zip_is_read_from_its_start_only(tmp_path: Path) -> None:
    archive = open_archive(make_zip(tmp_path / SECRET, {"a": b"1"}))
    assert not archive.seekable
    with archive.open(archive.members[0]) as stream:
        assert "from its start" in refusal(lambda: stream.seek(0))


# What is no archive


def test_what_is_not_there_is_said_without_its_name(tmp_path: Path) -> None:
    assert "No such file" in refusal(lambda: open_archive(tmp_path / SECRET))
    assert "no file can have this name" in refusal(lambda: open_archive(tmp_path / f"{SECRET}\0"))


def test_only_plain_files_are_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / SECRET)
    assert "this is a pipe" in refusal(lambda: open_archive(tmp_path / SECRET))
    assert "this is a device" in refusal(lambda: open_archive(Path("/dev/zero")))
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s"))
        assert "this is a socket" in refusal(lambda: open_archive(tmp_path / "s"))


def test_a_link_that_was_chosen_is_followed_and_links_in_a_folder_are_passed_over(
    tmp_path: Path,
) -> None:
    folder = tmp_path / SECRET
    folder.mkdir()
    (folder / "plain").write_bytes(b"1")
    (tmp_path / "outside").write_bytes(b"2")
    (folder / "link").symlink_to(tmp_path / "outside")
    (folder / "around").symlink_to(folder)
    os.mkfifo(folder / "pipe")
    (tmp_path / "chosen").symlink_to(folder)
    (tmp_path / "chosen file").symlink_to(folder / "plain")
    assert [member.name for member in open_archive(tmp_path / "chosen").members] == ["plain"]
    assert everything(open_archive(tmp_path / "chosen file"), "chosen file") == b"1"


def test_a_file_that_became_a_link_or_a_pipe_is_not_read(tmp_path: Path) -> None:
    (tmp_path / SECRET).write_bytes(b"1")
    (tmp_path / "other").write_bytes(b"1")
    archive = open_archive(tmp_path)
    member = next(member for member in archive.members if member.name == SECRET)
    (tmp_path / SECRET).unlink()
    (tmp_path / SECRET).symlink_to(tmp_path / "other")
    refusal(lambda: archive.open(member))
    (tmp_path / SECRET).unlink()
    os.mkfifo(tmp_path / SECRET)
    assert "this is a pipe" in refusal(lambda: archive.open(member))


def test_a_file_that_is_gone_is_said_without_its_name(tmp_path: Path) -> None:
    (tmp_path / SECRET).write_bytes(b"1")
    archive = open_archive(tmp_path)
    (tmp_path / SECRET).unlink()
    assert "No such file" in refusal(lambda: archive.open(archive.members[0]))


@pytest.mark.parametrize("kind", ["file", "folder", "zip"])
def test_an_archive_that_changed_is_not_read_on(tmp_path: Path, kind: str) -> None:
    path = tmp_path / SECRET / "file"
    path.parent.mkdir()
    path.write_bytes(b"12345")
    if kind == "zip":
        make_zip(path, {"a": b"12345"})
    archive = open_archive(path.parent if kind == "folder" else path)
    (member,) = archive.members
    assert everything(archive, member.name) == b"12345"
    assert everything(archive, member.name) == b"12345"
    found = path.stat()
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns + 1000))
    assert "was changed" in refusal(lambda: archive.open(member))
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert everything(archive, member.name) == b"12345"
    path.with_name("copy").write_bytes(path.read_bytes())
    path.with_name("copy").replace(path)
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert "was changed" in refusal(lambda: archive.open(member))


def test_a_file_that_grows_while_it_is_read_ends_where_it_ended(tmp_path: Path) -> None:
    path = tmp_path / SECRET
    path.write_bytes(b"12345")
    archive = open_archive(path)
    with archive.open(archive.members[0]) as stream, path.open("ab") as more:
        more.write(b"678")
        more.flush()
        assert stream.read(3) == b"123"
        assert stream.read(10) == b"45"
        assert stream.readinto(bytearray(4)) == 0


def test_folders_have_a_depth_and_a_number_of_files_beyond_which_they_are_no_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deepest = tmp_path.joinpath(*[SECRET] * 8)
    deepest.mkdir(parents=True)
    (deepest / "file").write_bytes(b"1")
    assert len(open_archive(tmp_path).members) == 1
    monkeypatch.setattr(archives, "MOST_MEMBERS", 9)
    assert len(open_archive(tmp_path).members) == 1
    monkeypatch.setattr(archives, "MOST_MEMBERS", 8)
    assert "more than 8 files" in refusal(lambda: open_archive(tmp_path))
    monkeypatch.undo()
    (deepest / SECRET).mkdir()
    assert "more than 8 deep" in refusal(lambda: open_archive(tmp_path))


def test_names_that_are_no_text_are_read_all_the_same(tmp_path: Path) -> None:
    hostile = [b"\xff\xfe.json", "\x1b]0;x\x07\u202e.json".encode(), b"new\nline.json"]
    for name in hostile:
        Path(os.fsdecode(bytes(tmp_path) + b"/" + name)).write_bytes(b"1")
    archive = open_archive(tmp_path)
    assert len(archive.members) == 3
    assert {everything(archive, member.name) for member in archive.members} == {b"1"}
