"""Looks at the program, and where a shell, a desktop or a person may have kept something of it."""

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from tui.footprint import words
from tui.footprint.program import completions, program
from tui.footprint.trace import Footprint, Trace, measured, naming

_START_FILES = (".bashrc", ".bash_profile", ".bash_completion", ".profile", ".zshrc", ".zprofile")
_HISTORIES = (
    *(".bash_history", ".zsh_history", ".histfile", ".ash_history", ".sh_history", ".history"),
    ".local/share/powershell/PSReadLine/ConsoleHost_history.txt",
    "AppData/Roaming/Microsoft/Windows/PowerShell/PSReadLine/ConsoleHost_history.txt",
)
_COMPLETIONS = (
    *("bash-completion/completions/paradak", "bash_completion/paradak"),
    *("fish/completions/paradak.fish", "fish/vendor_completions.d/paradak.fish"),
    *("zsh/site-functions/_paradak", "zsh/vendor-completions/_paradak"),
)
_IN_THE_HOME = (
    *(".zfunc/_paradak", ".zsh/_paradak", ".zsh/completions/_paradak"),
    *(".oh-my-zsh/completions/_paradak", ".bash_completion.d/paradak"),
)
_FOR_ALL = ("/usr/share", "/usr/local/share", "/opt/homebrew/share")
_FOLDER = re.compile(r'^XDG_(?:DESKTOP|DOCUMENTS|DOWNLOAD)_DIR="\$HOME/(.+)"$', re.MULTILINE)
_NAMED = re.compile(r".*paradak.*|list-1\.(txt|md|html|pdf)", re.IGNORECASE)
"""Downloads and copies, and the names that Paradak suggests for a file."""


@dataclass(frozen=True)
class Machine:
    """Where to look: a person's home, and the folders that variables name or that are usual."""

    home: Path
    data: Path
    config: Path
    pip: Path
    history: Path


def look(variables: Mapping[str, str]) -> Footprint:
    """What is there; nothing is written, nothing is removed, and no content is kept."""
    ours = tuple(program())
    known = {place.path for trace in ours for place in trace.places}
    found = (*ours, *_around(_machine(variables), known))
    return Footprint(tuple(one for one in found if one.places), words.UNKNOWN, words.SYSTEM)


def _machine(variables: Mapping[str, str]) -> Machine:
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - the other one fails without a home

    def place(variable: str, usual: str) -> Path:
        return Path(variables.get(variable) or home / usual)

    pip = place("XDG_CACHE_HOME", ".cache") / "pip"
    if sys.platform == "darwin":
        pip = home / "Library/Caches/pip"
    elif sys.platform == "win32":
        pip = place("LOCALAPPDATA", "AppData/Local") / "pip/Cache"
    return Machine(
        home,
        place("XDG_DATA_HOME", ".local/share"),
        place("XDG_CONFIG_HOME", ".config"),
        Path(variables.get("PIP_CACHE_DIR") or pip),
        place("HISTFILE", _HISTORIES[0]),
    )


def _around(machine: Machine, known: set[Path]) -> Iterator[Trace]:
    places = *measured(_completions(machine)), *naming(_that_load(machine))
    yield replace(words.COMPLETIONS, places=places)
    yield replace(words.PIP, places=measured([machine.pip]))
    files = (file for file in _named(machine) if file not in known)
    yield replace(words.FILES, places=measured(files))
    yield replace(words.HISTORY, places=tuple(naming(_histories(machine))))
    yield replace(words.LISTS, places=tuple(naming(_lists(machine))))


def _completions(machine: Machine) -> Iterator[Path]:
    """What the installation brought, and what a person may have copied where shells look."""
    yield from completions()
    for folder in (machine.data, machine.config, *map(Path, _FOR_ALL)):
        yield from (folder / name for name in _COMPLETIONS)
    yield from (machine.home / name for name in _IN_THE_HOME)
    yield Path("/etc/bash_completion.d/paradak")


def _that_load(machine: Machine) -> Iterator[Path]:
    """What a shell reads at its start, and what zsh notes of completions."""
    yield from (machine.home / name for name in _START_FILES)
    yield machine.config / "fish/config.fish"
    yield from _in([machine.home], re.compile(r"\.zcompdump.*"))


def _named(machine: Machine) -> Iterator[Path]:
    """Files with names that tell: at hand, where people keep files, and in the wastebasket."""
    usual = ("", "Desktop", "Documents", "Downloads", ".Trash")
    folders = [machine.data / "Trash/files", *(machine.home / name for name in usual)]
    with suppress(OSError, ValueError):
        folders.append(Path().absolute())
        text = (machine.config / "user-dirs.dirs").read_text(encoding="utf-8")
        folders += [machine.home / name for name in _FOLDER.findall(text)]
    yield from _in(folders, _NAMED)


def _histories(machine: Machine) -> Iterator[Path]:
    yield machine.history
    yield from (machine.home / name for name in _HISTORIES)
    yield machine.data / "fish/fish_history"
    yield from _in([machine.home / ".zsh_sessions"], re.compile(r".*\.history.*"))


def _lists(machine: Machine) -> Iterator[Path]:
    """What desktops, editors and pagers note of files and of words that were searched."""
    yield machine.data / "recently-used.xbel"
    yield from _in([machine.data / "RecentDocuments"], re.compile(r".*\.desktop"))
    yield from (machine.home / name for name in (".viminfo", ".lesshst"))


def _in(folders: Iterable[Path], names: re.Pattern[str]) -> Iterator[Path]:
    """The entries of folders whose whole names fit, by name."""
    for folder in folders:
        with suppress(OSError):
            yield from sorted(path for path in folder.iterdir() if names.fullmatch(path.name))
