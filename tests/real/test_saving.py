"""A file saved again and again: whole at every moment, and nobody's work is lost."""

import os
import random
import signal
import stat
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from tests.proof import Proof
from tui.errors import WriteError
from tui.files import Unfinished
from tui.saving import MOST, Kept, read, remove, save

BEGINNING = b"ours: "
OLD, NEW = BEGINNING + b"old" * 5_000, BEGINNING + b"new" * 11_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes"


@pytest.fixture
def old(path: Path) -> Kept:
    return save(path, OLD, None, BEGINNING)


def names(path: Path) -> list[str]:
    return sorted(entry.name for entry in path.parent.iterdir())


def test_what_is_saved_is_read_and_belongs_to_its_owner_alone(path: Path, old: Kept) -> None:
    assert read(path) == old
    assert save(path, NEW, old, BEGINNING) == read(path)
    assert read(path).data == NEW
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert names(path) == ["notes"]


def test_a_new_file_takes_no_place_that_is_taken(path: Path) -> None:
    path.write_bytes(b"somebody's")
    with pytest.raises(WriteError, match="is there already"):
        save(path, NEW, None, BEGINNING)
    assert path.read_bytes() == b"somebody's"


def test_what_another_window_saved_stays(path: Path, old: Kept) -> None:
    save(path, NEW, old, BEGINNING)
    with pytest.raises(WriteError, match="another window"):
        save(path, OLD + b"mine", old, BEGINNING)
    assert read(path).data == NEW


def test_windows_that_save_at_once_never_overwrite_one_another(path: Path) -> None:
    save(path, BEGINNING + b"0", None, BEGINNING)
    refused = []

    def count_up() -> None:
        for _ in range(50):
            kept = read(path)
            number = int(kept.data[len(BEGINNING) :])
            try:
                save(path, BEGINNING + str(number + 1).encode(), kept, BEGINNING)
            except WriteError:
                refused.append(number)

    windows = [Thread(target=count_up) for _ in range(4)]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    assert int(read(path).data[len(BEGINNING) :]) == 200 - len(refused)
    assert refused


@pytest.mark.parametrize("left", [b"", BEGINNING[:3], NEW[:500], NEW])
def test_what_an_interrupted_save_left_is_taken_away(path: Path, old: Kept, left: bytes) -> None:
    path.with_name("notes.new").write_bytes(left)
    assert save(path, NEW, old, BEGINNING).data == NEW
    assert names(path) == ["notes"]


def test_a_file_of_somebody_else_beside_it_stays(path: Path, old: Kept) -> None:
    beside = path.with_name("notes.new")
    beside.write_bytes(b"a letter")
    with pytest.raises(WriteError, match="in the way"):
        save(path, NEW, old, BEGINNING)
    assert (beside.read_bytes(), read(path).data) == (b"a letter", OLD)


def test_the_new_version_is_read_where_a_cut_left_only_that(path: Path, old: Kept) -> None:
    path.rename(path.with_name("notes.new"))
    assert read(path) == old


def folder(path: Path) -> None:
    path.mkdir()


def link(path: Path) -> None:
    path.symlink_to("elsewhere")


def fifo(path: Path) -> None:
    os.mkfifo(path)


def large(path: Path) -> None:
    path.write_bytes(bytes(MOST + 1))


def nothing(path: Path) -> None:
    del path


@pytest.mark.parametrize("make", [folder, link, fifo, large, nothing])
def test_what_is_no_file_of_ours_is_refused(path: Path, make: Callable[[Path], None]) -> None:
    make(path)
    with pytest.raises(WriteError):
        read(path)


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="no file can have this name"):
        read(tmp_path / "no\0te")


def test_a_removed_file_is_gone_with_what_was_left_beside_it(path: Path, old: Kept) -> None:
    path.with_name("notes.new").write_bytes(NEW[:100])
    assert read(path) == old
    remove(path, BEGINNING)
    assert names(path) == []
    remove(path, BEGINNING)


def test_a_kill_at_any_moment_loses_nothing(path: Path, old: Kept, proof: Proof) -> None:
    chance, seen = random.Random(5), set()
    kills = proof.of(100, 1000)
    for _ in range(kills):
        child = os.fork()
        if not child:
            save_for_ever(path)
        time.sleep(chance.uniform(0, 0.01))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        seen.add(read(path).data)
    assert seen == {OLD, NEW}
    assert old.data in seen
    proof.tell(f"{kills:,} kills at moments drawn by chance, nothing lost")


def save_for_ever(path: Path) -> None:
    """Saves by turns, in a process that is killed."""
    try:
        while True:
            kept = read(path)
            save(path, NEW if kept.data == OLD else OLD, kept, BEGINNING)
    finally:
        os._exit(1)


def test_a_version_that_a_cut_left_alone_is_never_taken_away_before_the_next_is_whole(
    path: Path, old: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.rename(path.with_name("notes.new"))
    kept = read(path)
    assert kept == old

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(WriteError, match="No space left"):
            save(path, NEW, kept, BEGINNING)
    assert read(path).data == OLD
    assert save(path, NEW, kept, BEGINNING) == read(path)
    assert names(path) == ["notes"]


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    path = tmp_path / "stick" / "notes"
    path.parent.mkdir()
    old = save(path, OLD, None, BEGINNING)
    path.unlink()
    path.parent.rmdir()
    with pytest.raises(WriteError, match="cannot open the folder"):
        save(path, NEW, old, BEGINNING)


def test_a_new_version_that_is_given_up_leaves_the_old_one(path: Path, old: Kept) -> None:
    unfinished = Unfinished(given_up=True)
    with pytest.raises(WriteError):
        save(path, NEW, old, BEGINNING, unfinished)
    assert read(path).data == OLD
    assert names(path) == ["notes"]
