"""Save, leave, reopen, go on: in a real terminal, with one file on the disk and nothing else."""

import re
from pathlib import Path

from tests.real.kernel import ONE_NEW_FILE, traced, unexpected
from tests.real.terminal import EARLIER, LEFT_WELL, PROGRAMS, Terminal, terminal
from tests.real.test_traceless import places
from tui.apart import Apart
from tui.vault import unseal

FIRST_SCREEN = "What do you need now?"
PASSPHRASE, NAME = "tulip window copper", "notes"
SAVED, SAVING = "English · saved", "saving …"
MOVED = re.compile(r"rename(at2?)?\(.*= 0")


def mark_in_the_first_list(window: Terminal) -> None:
    window.wait_for(FIRST_SCREEN)
    window.press("End", *["Up"] * 4, "Enter")
    window.wait_for("› All checklists")
    window.press("Enter")
    window.wait_for("About this list")
    window.press("Down", "Space")
    window.wait_for("●")


def save(window: Terminal) -> None:
    window.press("s")
    window.wait_for("nothing is written yet")
    window.press("Right")
    window.wait_for("Once more")
    for words in (PASSPHRASE, PASSPHRASE, NAME):
        window.press("Tab")
        window.press(words)
    window.wait_for(NAME)
    window.press("Enter")
    window.wait_for("The marks are saved after every mark")
    window.wait_for(SAVED)


def open_again(window: Terminal) -> None:
    window.wait_for(FIRST_SCREEN)
    window.press("o")
    window.wait_for("open a file")
    window.press(NAME)
    window.wait_for(NAME)
    window.press("Tab")
    window.press(PASSPHRASE)
    window.wait_for("•")
    window.press("Enter")


def test_save_leave_reopen_and_go_on(tmp_path: Path) -> None:
    with terminal(tmp_path) as window:
        mark_in_the_first_list(window)
        save(window)
        window.press("F10")
        assert window.lines() == [*EARLIER, LEFT_WELL]
    with terminal(tmp_path) as window:
        open_again(window)
        window.wait_for("1 mark was carried over.")
        window.press("Enter")
        window.wait_for(FIRST_SCREEN)
        assert SAVED in window.screen()
        window.press("End", *["Up"] * 4, "Enter")
        window.wait_for("› All checklists")
        window.press("Enter")
        window.wait_for("●")
        window.press("Down", "Down", "l")
        window.wait_for(SAVING)
        window.wait_for(SAVED)
        window.press("F10")
        assert window.lines() == [*EARLIER, LEFT_WELL]
    (noted,) = unseal((tmp_path / "cwd" / NAME).read_bytes(), PASSPHRASE, Apart()).noted
    assert len(noted.marks) == 2


def test_leaving_in_the_middle_of_a_save_leaves_the_version_before(tmp_path: Path) -> None:
    with terminal(tmp_path) as window:
        mark_in_the_first_list(window)
        save(window)
        before = (tmp_path / "cwd" / NAME).read_bytes()
        window.press("Enter")
        window.wait_for("About this list")
        window.press("Down", "l", "F10")
        assert window.lines() == [*EARLIER, LEFT_WELL]
    assert [path.name for path in (tmp_path / "cwd").iterdir()] == [NAME]
    assert (tmp_path / "cwd" / NAME).read_bytes() == before


def test_the_file_is_all_that_stays_and_the_passphrase_is_nowhere(tmp_path: Path) -> None:
    before = places(tmp_path, PROGRAMS)
    log = tmp_path / "log"
    with terminal(tmp_path, traced(log, "paradak")) as window:
        mark_in_the_first_list(window)
        save(window)
        window.press("Enter")
        window.wait_for("About this list")
        window.press("Down", "l")
        window.wait_for(SAVING)
        window.wait_for(SAVED)
        window.press("F10")
        assert window.lines() == [*EARLIER, LEFT_WELL]
        sent = window.raw()
    new = {name for name, about in places(tmp_path, PROGRAMS).items() if about != before.get(name)}
    assert new == {"cwd", f"cwd/{NAME}"}
    shapes = (*ONE_NEW_FILE, *ONE_NEW_FILE, MOVED)
    calls = unexpected(log)
    assert len(calls) == len(shapes), calls
    assert all(any(shape.fullmatch(call) for shape in shapes) for call in calls), calls
    assert NAME.encode() in sent
    assert not any(word.encode() in sent for word in PASSPHRASE.split())
