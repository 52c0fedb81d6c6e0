"""Writes the shell completions into the folder named; by default docs/completions."""

import argparse
import sys
from pathlib import Path

import shtab

from tui.cli import parser
from tui.content.library import open_library
from tui.language import ENGLISH

FILES = {"bash": "paradak.bash", "zsh": "_paradak", "fish": "paradak.fish"}


def complete(top: argparse.ArgumentParser, lists: list[str]) -> None:
    """Has list names and files completed where they are asked for."""
    for action in top._actions:
        if action.dest in {"id", "ids"}:
            action.choices = lists
        elif action.dest in {"path", "out", "lists"}:
            action.complete = shtab.FILE
        elif isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                complete(command, lists)


def main(folder: Path) -> None:
    """Writes the file of each shell."""
    top = parser()
    complete(top, list(open_library(ENGLISH).ids))
    for shell, name in FILES.items():
        text = shtab.complete(top, shell=shell).replace("\r\n", "\n").rstrip() + "\n"
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).parents[1] / "docs" / "completions")
