"""Every byte sent to the terminal, each kind of fault with a canary that shows it."""

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.real import tour
from tests.real.sequences import colours, faults, text
from tests.real.terminal import EARLIER, LEFT, LEFT_WELL, Line, line, terminal
from tui.app.driver import CLEAR

CTRL_Q, DOWN = b"\x11", b"\x1b[B"
# As a terminal that knows them: frames in one piece, sizes in band with the mouse in pixels.
ANSWERS = {b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[?2048$p": b"\x1b[?2048;2$y"}
LATIN = "‘’“”…›–№·•«»"
"""Latin punctuation that console fonts have beside ASCII."""
LINES_AND_ARROWS = "─│←↑→↓"
CYRILLIC = "абвгдеёжзійклмнопрстуўфхцчшыьэюяищъ"
CONSOLE = {*map(chr, range(32, 127)), *LATIN, *LINES_AND_ARROWS, *CYRILLIC, *CYRILLIC.upper()}


def leave(window: Line, shows: bytes = b"What do you need now?") -> str:
    """Leaves once the first screen is there; all that was sent."""
    window.wait_for(shows)
    window.wait_for(b"\x1b[?1016h")
    window.wait_until_pressed(DOWN, b"\x1b[?2026l")  # the first frame may come before the answer
    window.press(CTRL_Q)
    assert window.wait() == 0
    return window.sent.decode()


def sent_in_a_tour(
    folder: Path,
    size: tuple[int, int] = (80, 24),
    term: str = "xterm-256color",
    variables: Mapping[str, str] | None = None,
) -> str:
    """All that is sent from the start through every screen to the end."""
    with terminal(folder, size=size, term=term, variables=variables) as window:
        tour.walk(window)
        window.press("F10")
        assert window.lines() == [*EARLIER, LEFT_WELL]
        sent = window.raw().decode()
    before, alternate, ours = sent.partition("\x1b[?1049h")
    assert "earlier line" in before
    return alternate + ours.partition(LEFT)[0]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> str:
    with line(tmp_path_factory.mktemp("small"), answers=ANSWERS) as window:
        return leave(window)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> str:
    return sent_in_a_tour(tmp_path_factory.mktemp("whole"))


def test_a_terminal_that_knows_everything_is_left_in_order(small: str) -> None:
    assert "What do you need now?" in text(small)
    assert faults(small) == set()


def test_no_screen_sends_more_than_it_draws(whole: str) -> None:
    assert faults(whole) == set()


@pytest.mark.parametrize(
    ("good", "bad", "fault"),
    [
        (CLEAR, f"\x1b]0;Paradak\a{CLEAR}", "more than cursor, style and modes"),
        (CLEAR, f"\x1b]8;;https://a.example\x1b\\{CLEAR}", "more than cursor, style and modes"),
        (CLEAR, f"\x1b]52;c;YQ==\x1b\\{CLEAR}", "more than cursor, style and modes"),
        (CLEAR, f"\x1b[22;0t{CLEAR}", "more than cursor, style and modes"),
        (CLEAR, f"\x1bkParadak\x1b\\{CLEAR}", "more than cursor, style and modes"),
        (CLEAR, f"{CLEAR}\x1b[3J", "scrollback erased"),
        (CLEAR, "", "not blank before leaving"),
        (CLEAR, f"{CLEAR}First", "not blank before leaving"),
        (CLEAR, f"\x1b[?1049l{CLEAR}", "not blank before leaving"),
        ("\x1b[?25h", "", "cursor hidden"),
        ("\x1b[?7h", "", "mode 7"),
        ("\x1b[<u", "", "keyboard mode left on"),
        (CLEAR, f"{CLEAR}\a", "sound"),
        *((f"\x1b[?{mode}l", "", f"mode {mode}") for mode in (1000, 1003, 1004, 1006, 1015)),
        *((f"\x1b[?{mode}l", "", f"mode {mode}") for mode in (1016, 1049, 2004, 2026, 2048)),
    ],
)
def test_a_fault_would_be_noticed(small: str, good: str, bad: str, fault: str) -> None:
    assert good in small
    assert fault in faults(small.replace(good, bad))


BARE = """
from textual.app import App
from textual.widgets import Label
class Bare(App[None]):
    BINDINGS = [("ctrl+q", "quit", "")]
    def compose(self):
        yield Label("Bare")
Bare().run()
"""


def test_the_toolkit_alone_would_be_noticed(tmp_path: Path) -> None:
    with line(tmp_path, sys.executable, "-c", BARE, answers=ANSWERS) as window:
        found = faults(leave(window, b"Bare"))
    assert {"not blank before leaving", "more than cursor, style and modes", "mode 1016"} <= found


def test_without_colour_no_colour_is_sent(tmp_path: Path, whole: str) -> None:
    assert colours(whole)
    assert colours(sent_in_a_tour(tmp_path, variables={"NO_COLOR": "1"})) == set()


def test_the_console_gets_only_characters_that_it_can_draw(tmp_path: Path, whole: str) -> None:
    assert set(text(whole)) - CONSOLE - {"\r", "\n"}
    drawn = text(sent_in_a_tour(tmp_path, (120, 40), "linux"))
    assert set(drawn) - CONSOLE - {"\r", "\n"} == set()


@pytest.mark.parametrize(("background", "accent"), [("0;15", 34), ("15;0", 36), ("", 36)])
def test_the_look_fits_the_background_that_the_terminal_tells(
    tmp_path: Path, background: str, accent: int
) -> None:
    with line(tmp_path, answers=ANSWERS, variables={"COLORFGBG": background}) as window:
        assert colours(leave(window)) == {accent}
