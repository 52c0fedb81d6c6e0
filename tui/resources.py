"""The files that come with the program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def packaged(name: str) -> Traversable:
    """A folder of this package; the reader of packages, slow to load, is asked only in a zip."""
    beside = Path(__file__).resolve().parent / name
    if beside.parent.is_dir():
        return beside
    from importlib.resources import files

    return files("tui") / name
