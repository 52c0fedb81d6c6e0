"""Compiles the shipped lists into `checklists/compiled`; wheels are built with what it makes."""

from __future__ import annotations

import sys
from pathlib import Path
from shutil import rmtree
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parents[1]


class CompileLists(BuildHookInterface[Any]):
    """Runs before every wheel, the editable one included."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compiles before files are gathered."""
        del version, build_data
        main()


def main() -> None:
    """Reads every shipped file strictly, and writes what it says as the program will look for it.

    A file with problems is left out: the program reads it itself, and tells them.
    """
    sys.path.insert(0, str(ROOT))
    from tui.content.compiled import FOLDER, compiled
    from tui.content.reading import read_node, read_schema

    lists = ROOT / "checklists"
    target = lists / FOLDER
    rmtree(target, ignore_errors=True)
    target.mkdir()
    schema = read_schema()
    for file in sorted(lists.glob("*.yaml")):
        node, _ = read_node(file, schema)
        if node:
            text = compiled(lists, file.stem, node.data())
            (target / f"{file.stem}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
