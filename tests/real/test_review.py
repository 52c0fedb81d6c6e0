"""A review in a real terminal: how one gets there, and that nothing of the archive goes elsewhere.

To see where bytes are written takes root: others may not look at a process that hides its memory.
"""

import os
import re
import shlex
import signal
import sys
from pathlib import Path

import pytest

from tests.inventories import zip_of
from tests.real import tour
from tests.real.kernel import listing
from tests.real.terminal import EARLIER, LEFT_WELL, Terminal, environment, eventually, terminal
from tests.telegram import generate
from tui.inventory.telegram.parts import REPOSTS

ARCHIVE = Path(tour.ARCHIVE)
NAME, TEXT, WORD = "Кніжны клуб", "Вяртаем кнігі", "уголас"
WRITES = ("write", "writev", "pwrite64", "pwritev", "pwritev2", "sendfile", "splice")
WRITE = re.compile(rf"(?:{'|'.join(WRITES)})\((\d+<[^>]*>).*", re.DOTALL)
TERMINAL = re.compile(r"\d+</dev/(?:pts/\d+|tty)")
OF_ITS_OWN = re.compile(r"\d+<(?:pipe:|socket:|UNIX|anon_inode:)")


def under_the_cursor(window: Terminal) -> str:
    """The row that the cursor of the terminal stands on."""
    return window.screen().split("\n")[int(window.ask("cursor_y"))]


def go_down(window: Terminal) -> None:
    row = under_the_cursor(window)
    window.press("Down")
    eventually(lambda: under_the_cursor(window), lambda now: now != row, "another row")


def go_down_to(window: Terminal, words: str) -> None:
    """Presses one arrow until the row under the cursor has these words."""
    while words not in under_the_cursor(window):
        go_down(window)


def way_to(name: str) -> list[tour.Stop]:
    """The stops of the tour up to the one of that name."""
    return tour.way_to(next(stop for stop in tour.stops() if stop.name == name))


def go_to(window: Terminal, name: str) -> None:
    for stop in way_to(name):
        tour.go(window, stop.keys, stop)


def review(window: Terminal, path: Path) -> None:
    """From the first screen through an archive: a finding, a mark, own words, and out."""
    steps = {stop.name: stop for stop in tour.stops()}
    go_to(window, "choose a file")
    window.press(str(path), "Enter")
    window.wait_for("Read to the end.")
    for name in ("reposts", "findings", "finding", "decided"):
        tour.go(window, steps[name].keys, steps[name])
    for shown in ("Кніжны клуб · 3 yours", "1 row · yours first", "Read to the end."):
        window.press("Escape")
        window.wait_for(shown)
    for name in ("own words", "words found"):
        tour.go(window, steps[name].keys, steps[name])
    window.press("F10")
    assert window.lines() == [*EARLIER, LEFT_WELL]


def written(log: Path) -> list[tuple[str, str]]:
    """Every call that wrote: the file it wrote to, and the call."""
    threads = [thread.read_text(encoding="utf-8") for thread in log.parent.glob(f"{log.name}.*")]
    calls = [call for thread in threads for call in thread.splitlines()]
    found = [WRITE.fullmatch(call) for call in calls]
    return [(match[1], match[0]) for match in found if match]


def watched(log: Path, run: str) -> str:
    """The command line with all that it writes in a log, letters as they are in memory."""
    return f"strace -ff -qq -y -s 1000000 -e signal=none -e trace={','.join(WRITES)} -o {log} {run}"


def as_logged(text: str) -> str:
    """How strace writes letters that are not ASCII."""
    return "".join(chr(byte) if byte < 0x80 else f"\\{byte:o}" for byte in text.encode())


def elsewhere(log: Path) -> list[str]:
    """The calls that wrote to neither the terminal nor the program itself."""
    known = (TERMINAL, OF_ITS_OWN)
    return [call for file, call in written(log) if not any(kind.match(file) for kind in known)]


@pytest.mark.parametrize("kind", ["file", "zip"])
def test_what_is_read_is_written_to_the_terminal_alone(kind: str, tmp_path: Path) -> None:
    path = ARCHIVE if kind == "file" else zip_of(ARCHIVE.parent, tmp_path / "all.zip")
    log = tmp_path / "log"
    with terminal(tmp_path, watched(log, "paradak")) as window:
        review(window, path)
    assert elsewhere(log) == []
    drawn = "".join(call for file, call in written(log) if TERMINAL.match(file))
    assert as_logged(TEXT) in drawn
    inside = "".join(call for file, call in written(log) if OF_ITS_OWN.match(file))
    assert [text for text in (NAME, TEXT, WORD) if as_logged(text) in inside] == []


def test_what_is_written_to_a_file_would_be_noticed(tmp_path: Path) -> None:
    log = tmp_path / "log"
    code = f"open('new', 'w', encoding='utf-8').write({NAME!r})"
    run = watched(log, f"{sys.executable} -c {shlex.quote(code)}")
    with terminal(tmp_path, run) as window:
        window.lines()
    (call,) = elsewhere(log)
    assert as_logged(NAME) in call


def test_who_has_only_the_file_gets_to_the_reposts_by_arrows_enter_and_y(tmp_path: Path) -> None:
    folder = Path(environment(tmp_path)["HOME"]).parent / "cwd"
    expected = generate(folder / "result.json", messages=1500, chats=40, seed=5)
    mine, every = expected.forwarded_from_by_me.total(), expected.forwarded_from.total()
    with terminal(tmp_path) as window:
        window.wait_for("What do you need now?")
        go_down_to(window, "Review my own data")
        window.press("Enter")
        window.wait_for("Finding nothing does not mean")
        go_down_to(window, "Telegram")
        window.press("Enter")
        window.wait_for("Press y to say so")
        window.press("y")
        window.wait_for("result.json  ")
        window.press("Enter")
        window.wait_for(f"{mine} yours of {every}")
        go_down_to(window, REPOSTS.title)
        window.press("Enter")
        rows = window.wait_for(" yours first").split("\n")[4:]
        window.press("F10")
        assert window.lines() == [*EARLIER, LEFT_WELL]
    yours = [int(found[1]) for row in rows if (found := re.search(r" (\d+) +\d+  20\d\d-", row))]
    assert len(yours) > 10
    assert yours == sorted(yours, reverse=True)
    assert yours[0] > yours[-1]


def test_the_title_of_the_window_stays_as_it_was(tmp_path: Path) -> None:
    titles = set[str]()
    with terminal(tmp_path, "printf '\\033]2;mine\\007'; paradak") as window:
        for stop in way_to("finding"):
            tour.go(window, stop.keys, stop)
            titles.add(window.ask("pane_title"))
        assert TEXT in window.screen()
    assert titles == {"mine"}


def core_size(program: int) -> str:
    limits = Path(f"/proc/{program}/limits").read_text(encoding="utf-8")
    return next(line for line in limits.splitlines() if line.startswith("Max core file size"))


def test_a_program_that_dies_in_a_review_leaves_no_picture_of_its_memory(tmp_path: Path) -> None:
    with terminal(tmp_path, "ulimit -S -c $(ulimit -H -c); paradak") as window:
        go_to(window, "finding")
        program = window.program()
        assert re.findall(r"\d+|unlimited", core_size(program)) == ["0", "0"]
        assert re.findall(r"\d+|unlimited", core_size(int(window.ask("pane_pid")))) != ["0", "0"]
        before = listing(tmp_path / "cwd")
        os.kill(program, signal.SIGSEGV)
        window.wait_for("left with 139")
        assert listing(tmp_path / "cwd") == before


CRASH = """
import sys
from tui.__main__ import main
from tui.inventory import words

def crash(typed, marking, review):
    groups = [group.name for table in marking.inventory.tables.values() for group in table.groups]
    yield from ()
    raise ValueError(typed, groups, {path!r})

words.look_for = crash
sys.exit(main())
"""


def test_a_crash_in_a_review_leaves_one_line_without_a_word_of_it(tmp_path: Path) -> None:
    script = tmp_path / "crash.py"
    script.write_text(CRASH.format(path=str(ARCHIVE)), encoding="utf-8")
    with terminal(tmp_path, f"{sys.executable} {script}", size=(120, 30)) as window:
        go_to(window, "own words")
        window.press(WORD, "Enter")
        *earlier, report, end = window.lines()
    assert earlier == EARLIER
    assert report.startswith("Stopped by an error in the program: ValueError at app/")
    assert not any(word in report for word in (NAME, WORD, ARCHIVE.name, ARCHIVE.parent.name))
    assert end == LEFT_WELL.replace("0", "1")
