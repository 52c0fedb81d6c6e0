"""A file is new, private and whole, or it is not there; what was there stays as it was."""

import os
import socket
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tui.errors import WriteError
from tui.files import Written, write_private

assert sys.platform != "win32", "modes, links and FIFOs are tested where there are such things"

OLD, NEW = b"old\n" * 1000, b"new\n" * 2500


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o277, 0o777], ids=oct)
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A folder to write to under one umask after the other."""
    before = os.umask(request.param)
    yield tmp_path
    os.umask(before)


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


# A new file


@pytest.mark.parametrize("force", [False, True])
def test_a_new_file_belongs_to_its_owner_alone_under_any_umask(folder: Path, force: bool) -> None:
    path = folder / "plan.txt"
    assert write_private(path, NEW, force=force) == Written(path, len(NEW), private=True)
    assert mode(path) == 0o600
    assert path.read_bytes() == NEW
    assert names(folder) == ["plan.txt"]


def test_a_replaced_file_belongs_to_its_owner_alone_under_any_umask(folder: Path) -> None:
    path = folder / "plan.txt"
    path.write_bytes(OLD)
    path.chmod(0o666)
    assert write_private(path, NEW, force=True) == Written(path, len(NEW), private=True)
    assert mode(path) == 0o600
    assert path.read_bytes() == NEW
    assert names(folder) == ["plan.txt"]


def test_an_empty_file_can_be_written(tmp_path: Path) -> None:
    assert write_private(tmp_path / "empty", b"").size == 0
    assert (tmp_path / "empty").read_bytes() == b""


# What is there already


def plain_file(path: Path) -> None:
    path.write_bytes(OLD)


def folder_there(path: Path) -> None:
    path.mkdir()


def link(path: Path) -> None:
    path.with_name("target").write_bytes(OLD)
    path.symlink_to("target")


def dangling_link(path: Path) -> None:
    path.symlink_to("nowhere")


def link_to_itself(path: Path) -> None:
    path.symlink_to(path.name)


def link_to_a_folder(path: Path) -> None:
    path.symlink_to(".")


def fifo(path: Path) -> None:
    os.mkfifo(path)


def unix_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(path))


Maker = Callable[[Path], None]
ODD: list[Maker] = [
    folder_there,
    link,
    dangling_link,
    link_to_itself,
    link_to_a_folder,
    fifo,
    unix_socket,
]


def everything(folder: Path) -> dict[str, tuple[int, int, str | bytes]]:
    """All that can be seen of every entry without waiting for a FIFO."""
    found: dict[str, tuple[int, int, str | bytes]] = {}
    for entry in folder.iterdir():
        seen = entry.lstat()
        content: str | bytes = ""
        if entry.is_symlink():
            content = str(entry.readlink())
        elif entry.is_file():
            content = entry.read_bytes()
        found[entry.name] = (seen.st_mode, seen.st_mtime_ns, content)
    return found


@pytest.mark.parametrize("make", [plain_file, *ODD])
def test_what_is_there_is_refused_and_untouched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Maker
) -> None:
    monkeypatch.chdir(tmp_path)
    make(tmp_path / "plan")
    before = everything(tmp_path)
    with pytest.raises(WriteError):
        write_private(tmp_path / "plan", NEW)
    assert everything(tmp_path) == before


@pytest.mark.parametrize("make", ODD)
def test_force_replaces_plain_files_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Maker
) -> None:
    monkeypatch.chdir(tmp_path)
    make(tmp_path / "plan")
    before = everything(tmp_path)
    with pytest.raises(WriteError, match="is not a plain file"):
        write_private(tmp_path / "plan", NEW, force=True)
    assert everything(tmp_path) == before


def test_only_a_plain_file_can_be_forced_and_the_hint_says_so(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(OLD)
    (tmp_path / "folder").mkdir()
    hints = {}
    for name in names(tmp_path):
        with pytest.raises(WriteError) as refused:
            write_private(tmp_path / name, NEW)
        hints[name] = refused.value.hint
    assert "--force" in hints["plain"]
    assert "--force" not in hints["folder"]


def test_force_takes_a_file_out_of_a_hard_link_and_leaves_the_other_name(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(OLD)
    (tmp_path / "plan").hardlink_to(tmp_path / "other")
    write_private(tmp_path / "plan", NEW, force=True)
    assert ((tmp_path / "other").read_bytes(), (tmp_path / "plan").read_bytes()) == (OLD, NEW)


@pytest.mark.parametrize(
    "path", ["gone/plan", "file/plan", "n" * 300, "a\0b", "\ud800", "", ".", "..", "/", "gone/.."]
)
@pytest.mark.parametrize("force", [False, True])
def test_a_place_that_cannot_be_written_is_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, force: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_bytes(OLD)
    before = everything(tmp_path)
    with pytest.raises(WriteError) as refused:
        write_private(Path(path), NEW, force=force)
    assert str(refused.value)
    assert refused.value.hint.startswith("choose another")
    assert everything(tmp_path) == before


# What stands beside the file, or was left there by a crash


@pytest.mark.parametrize("make", [plain_file, *ODD])
def test_what_stands_in_the_way_of_a_replacement_is_named_and_untouched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Maker
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan").write_bytes(OLD)
    make(tmp_path / "plan.new")
    before = everything(tmp_path)
    with pytest.raises(WriteError) as refused:
        write_private(tmp_path / "plan", NEW, force=True)
    assert str(refused.value) == f"'{tmp_path / 'plan.new'}' is in the way"
    assert refused.value.hint == "look what it is, and move it; a crash may have left it"
    assert everything(tmp_path) == before


def test_while_nothing_is_replaced_nothing_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "plan.new").write_bytes(OLD)
    write_private(tmp_path / "plan", NEW, force=True)
    assert (tmp_path / "plan").read_bytes() == NEW
    assert (tmp_path / "plan.new").read_bytes() == OLD
