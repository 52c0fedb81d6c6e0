"""The files that come with the program."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def packaged(name: str) -> Traversable:
    """A file or folder of this package; the reader of packages, slow to load, serves only a zip."""
    beside = Path(__file__).resolve().parent
    return (beside if beside.is_dir() else _in_a_zip()) / name


@cache
def _in_a_zip() -> Traversable:
    """This package in its zip, whose table of contents is read once."""
    from importlib.resources import files

    return files("tui")
