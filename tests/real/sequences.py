"""What a program may send to a terminal, and in which state it leaves it."""

import re

from tui.app.driver import CLEAR

SEQUENCE = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")
MODE = re.compile(r"\x1b\[\?([0-9;]+)([hl])")
STYLE = re.compile(r"\x1b\[([0-9;]*)m")
ALTERNATE, KEPT_ON = "1049", {"7", "25"}
ALLOWED_ENDINGS = set("HJhlmpu")
COLOURS = {*range(30, 39), *range(40, 49), *range(90, 98), *range(100, 108)}


def faults(sent: str) -> set[str]:
    """What is wrong with all that a program has sent, from its start to its end."""
    found = {
        "more than cursor, style and modes": _foreign(sent),
        "scrollback erased": "\x1b[3J" in sent,
        "sound": "\a" in sent,
        "not blank before leaving": not _blank_before_leaving(sent),
        "cursor hidden": _modes(sent).get("25") == "l",
        "keyboard mode left on": sent.count("\x1b[>") != sent.count("\x1b[<u"),
    }
    left_on = {mode for mode, state in _modes(sent).items() if state == "h"} - KEPT_ON
    switched_off = {mode for mode, state in _modes(sent).items() if state == "l"} & KEPT_ON - {"25"}
    return {name for name, bad in found.items() if bad} | {
        f"mode {mode}" for mode in left_on | switched_off
    }


def _foreign(sent: str) -> bool:
    """Titles, links, the clipboard and the window are none of a program's business."""
    endings = {sequence[-1] for sequence in SEQUENCE.findall(sent)}
    return "\x1b" in SEQUENCE.sub("", sent) or not endings <= ALLOWED_ENDINGS


def _modes(sent: str) -> dict[str, str]:
    """The last state of each mode: h is on, l is off."""
    pairs = ((name, state) for names, state in MODE.findall(sent) for name in names.split(";"))
    return dict(pairs)


def _blank_before_leaving(sent: str) -> bool:
    """Whether nothing is drawn after the last clearing, which stands before the screen is left."""
    drawn, cleared, rest = sent.rpartition(CLEAR)
    leaves = f"\x1b[?{ALTERNATE}l"
    return bool(cleared) and leaves not in drawn and leaves in rest and not text(rest).strip()


def text(sent: str) -> str:
    """What is sent without all sequences."""
    return SEQUENCE.sub("", sent)


def colours(sent: str) -> set[int]:
    """The parameters of styles that set a colour."""
    numbers = {int(n or 0) for style in STYLE.findall(sent) for n in style.split(";")}
    return numbers & COLOURS
