"""Through every screen with the keys alone: where they lead, where the cursor is, how to leave."""

import importlib
import pkgutil
import re
from functools import partial
from pathlib import Path

from tests.app.person import paradak
from tests.real import tour
from tests.real.terminal import LEFT_WELL, eventually, terminal
from tests.real.tour import Stop
from tui.app import screens
from tui.app.screens.page import Page

PAGES_OF_ROWS = {
    *("SituationsPage", "QuestionsPage", "PlanPage"),
    *("ChecklistsPage", "ChecklistPage", "RelatedPage", "TickPage"),
    *("OwnDataPage", "InventoryPage", "PartPage", "FindingsPage", "TopicItemsPage", "OwnerPage"),
}
KEYS = {"C-u": "ctrl+u", "C-q": "ctrl+q", "C-c": "ctrl+c"}


def every_page() -> set[str]:
    """The names of the screens that are no base of others."""
    for module in pkgutil.walk_packages(screens.__path__, f"{screens.__name__}."):
        importlib.import_module(module.name)

    def ends(page: type[Page]) -> set[str]:
        ours = (found for found in page.__subclasses__() if found.__module__.startswith("tui."))
        below = [ends(found) for found in ours]
        return set().union(*below) if below else {page.__name__}

    return ends(Page)


def test_the_tour_goes_to_every_screen() -> None:
    assert {stop.page for stop in tour.stops()} | tour.WITH_A_FILE == every_page()


async def test_each_stop_is_the_screen_it_is_said_to_be() -> None:
    async with paradak() as person:
        for keys, stop in tour.route():
            for key in keys:
                known = key in KEYS or re.fullmatch(r"[A-Z][a-z]+|F\d+", key)
                await person.press(*([KEYS.get(key, key.lower())] if known else key))
            assert (stop.name, type(person.app.screen).__name__) == (stop.name, stop.page)


def test_the_cursor_of_the_terminal_stands_on_the_row_under_the_cursor(tmp_path: Path) -> None:
    rows = set[str]()
    with terminal(tmp_path) as window:

        def places() -> str:
            lines = window.tmux("capture-pane", "-p", "-e").split("\n")
            reverse = [str(y) for y, text in enumerate(lines) if is_reversed(text)]
            return f"{window.ask('cursor_y')} = {' '.join(reverse)}"

        def look(stop: Stop) -> None:
            assert window.ask("cursor_flag") == "1"
            if stop.page in PAGES_OF_ROWS:
                rows.add(
                    eventually(places, lambda seen: len(set(seen.split(" = "))) == 1, str(stop))
                )

        tour.walk(window, look)
    assert len(rows) > 3


def is_reversed(line: str) -> bool:
    """Whether the line is in reverse from its start; a scrollbar at its end is in reverse too."""
    styles = re.match(r"((?:\x1b\[[0-9;]*m)*) ?((?:\x1b\[[0-9;]*m)*)", line)
    return bool(styles and re.search(r"\x1b\[(?:\d+;)*7(?:;\d+)*m", styles[0]))


def goes_on(before: str, screen: str) -> bool:
    """Whether there is another screen that takes Enter."""
    return screen != before and ("Enter" in screen or "Do       1  " in screen)


def test_from_the_start_to_the_first_guidance_in_ten_keys_and_out_with_one(tmp_path: Path) -> None:
    with terminal(tmp_path) as window:
        window.wait_for("What do you need now?")
        keys = 0
        while "Do       1  " not in window.screen():
            keys += 1
            assert keys <= 10
            before = window.screen()
            window.press("Enter")
            window.wait_until(partial(goes_on, before))
        window.press("F10")
        window.wait_for(LEFT_WELL)
