"""A list is pasted into a real terminal, whether or not the terminal tells that it is a paste."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.real.terminal import LEFT_WELL, Terminal, terminal

PAGE = """
import sys
from tests.app.person import LIBRARY, PROTECTION
from tui.app.app import ParadakApp
from tui.app.screens.paste import PastePage

class Pasting(ParadakApp):
    def on_mount(self):
        self.push_screen(PastePage(self.state, "list of apps", "One name a line."))

    def on_pasted(self, message):
        message.prevent_default()
        lines = message.text.split()
        self.tell(f"{len(lines)} arrived, from {lines[0]} to {lines[-1]}, {len(set(lines))} differ")

app = Pasting(LIBRARY, PROTECTION)
app.run()
sys.exit(app.return_code)
"""
ROOT = Path(__file__).parents[2]
NAME = "package:/data/app/~~aB==/x-cD==/base.apk=org.example.the.app.{:05}"
LINES = 8000
ARRIVED = f"{LINES} arrived, from {NAME.format(0)} to"


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Terminal]:
    """The page that takes lines, and a list of 500 kB in the buffer of the terminal."""
    script, names = tmp_path / "page.py", tmp_path / "names"
    script.write_text(PAGE, encoding="utf-8")
    names.write_text("".join(f"{NAME.format(n)}\n" for n in range(LINES)), encoding="utf-8")
    assert names.stat().st_size > 500_000
    where = {"PYTHONPATH": str(ROOT)}
    with terminal(tmp_path, f"{sys.executable} {script}", variables=where, size=(160, 24)) as page:
        page.wait_for("nothing yet")
        page.tmux("load-buffer", str(names))
        yield page


@pytest.mark.parametrize("told", [True, False])
def test_a_long_list_arrives_whole_and_enter_goes_on(window: Terminal, told: bool) -> None:
    window.tmux("paste-buffer", *(["-p"] if told else []))
    window.wait_for(f"{LINES} lines")
    window.wait_for("Enter goes on.")
    window.press("Enter")
    screen = window.wait_for(ARRIVED)
    assert f"{NAME.format(LINES - 1)}, {LINES} differ" in " ".join(screen.split())
    window.press("F10")
    window.wait_for(LEFT_WELL)


def test_lines_that_come_as_keys_are_no_commands_and_f5_goes_on(window: Terminal) -> None:
    for name in ("dp/?", "ln", "q"):
        window.press(*name)
        window.wait_for(f"Last   {name}")
        window.press("Enter")
    window.wait_for("3 lines")
    window.wait_for("F5 or Ctrl+D goes on.")
    window.press("F5")
    window.wait_for("3 arrived, from dp/? to q")
    window.press("F10")
    window.wait_for(LEFT_WELL)


def test_leaving_does_not_wait_for_a_paste(window: Terminal) -> None:
    window.tmux("paste-buffer", ";", "send-keys", "F10")
    window.wait_for(LEFT_WELL)
