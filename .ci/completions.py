"""Writes the shell completions into the folder named; by default docs/completions."""

import argparse
import sys
from pathlib import Path

import shtab

from tui.arguments import parser
from tui.content.library import open_library
from tui.language import ENGLISH, available

FILES = {"bash": "paradak.bash", "zsh": "_paradak", "fish": "paradak.fish"}


def complete(top: argparse.ArgumentParser, known: dict[str, list[str]]) -> None:
    """Has known names and files completed where they are asked for."""
    for action in top._actions:
        if action.dest in known:
            action.choices = known[action.dest]
        elif action.dest in {"path", "out", "lists"}:
            action.complete = shtab.FILE
        elif isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                complete(command, known)


def main(folder: Path) -> None:
    """Writes the file of each shell."""
    top, library = parser(), open_library(ENGLISH)
    situations = [found.id for found in library.situations if found.path]
    lists, languages = list(library.ids), list(available())
    complete(top, {"id": lists, "ids": lists, "situation": situations, "lang": languages})
    for shell, name in FILES.items():
        text = shtab.complete(top, shell=shell).replace("\r\n", "\n").rstrip() + "\n"
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).parents[1] / "docs" / "completions")
