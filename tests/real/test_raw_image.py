"""What the bytes of a whole disk hold after a tour, deleted files too: no word typed or read.

A disk of its own is made and mounted for it, which takes root.
"""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.real import tour
from tests.real.terminal import LEFT_WELL, eventually, terminal
from tests.real.test_keeping import PASSPHRASE, mark_in_the_first_list, save
from tui.vault import BEGINNING

SIZE = 48 * 1024 * 1024
TYPED = sorted({key for stop in tour.stops() for key in stop.keys if " " in key})
SEEN = [stop.shows for stop in tour.stops() if len(stop.shows) > 12 and "\n" not in stop.shows]

SECRET = [PASSPHRASE, '"lists"', '"marks"', '"done"']
"""What a saved file holds or is opened by."""


@contextmanager
def mounted(image: Path) -> Iterator[Path]:
    """A new disk in an image; it is written out whole at the end."""
    folder = image.with_name("disk")
    folder.mkdir()
    with image.open("wb") as file:
        file.truncate(SIZE)
    subprocess.run(["mkfs.ext4", "-q", "-F", image], check=True)
    subprocess.run(["mount", "-o", "loop", image, folder], check=True)
    try:
        yield folder
    finally:
        eventually(lambda: unmounted(folder), lambda said: not said, "a disk that nobody uses")


def unmounted(folder: Path) -> str:
    """Why the disk cannot be taken off yet; nothing once it is off."""
    done = subprocess.run(["umount", folder], capture_output=True, text=True, check=False)
    return done.stderr


def found(image: Path, texts: list[str]) -> list[str]:
    """Which of the texts the bytes of the disk hold, in either of two encodings."""
    data = image.read_bytes()
    return [one for one in texts if one.encode() in data or one.encode("utf-16-le") in data]


def test_a_tour_leaves_no_word_on_the_disk(tmp_path: Path) -> None:
    image = tmp_path / "image"
    with mounted(image) as disk:
        (disk / "recording").symlink_to(tmp_path / "recording")  # what the terminal showed
        with terminal(disk) as window:
            tour.walk(window)
            mark_in_the_first_list(window)
            save(window)
            window.press("F10")
            assert window.lines()[-1] == LEFT_WELL
    shown = (tmp_path / "recording").read_text(encoding="utf-8", errors="replace")
    assert TYPED
    assert any(words in shown for words in SEEN)
    assert found(image, [*TYPED, *SEEN, *SECRET]) == []
    assert found(image, [BEGINNING.decode()])


def test_a_word_that_was_written_and_deleted_would_be_found(tmp_path: Path) -> None:
    image = tmp_path / "image"
    with mounted(image) as disk:
        (disk / "note").write_text(TYPED[0], encoding="utf-8")
        subprocess.run(["sync", "-f", disk], check=True)
        (disk / "note").unlink()
    assert found(image, TYPED) == TYPED[:1]
