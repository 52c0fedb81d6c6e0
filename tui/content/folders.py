"""Where content lies: the shipped folder, and the files in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import ContentError
from tui.resources import packaged

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

COMPANIONS = (
    *("sources", "notices", "situations", "synonyms"),
    *("contacts", "emergency", "archives"),
)
MAX_FILES = 100
SCHEMA = "checklist.schema.json"


def builtin_folder() -> Traversable:
    """The folder of the shipped lists: inside the package, or beside it in a checkout."""
    inside = packaged("checklists")
    return inside if inside.is_dir() else Path(__file__).resolve().parents[2] / "checklists"


def files_in(folder: Traversable, ending: str) -> list[Traversable]:
    """The files of a folder whose names end so, by name.

    Raises:
        OSError: the folder cannot be read.
        ContentError: there are too many to be read in a time that one waits.
    """
    entries = (entry for entry in folder.iterdir() if entry.name.endswith(ending))
    found = sorted((entry for entry in entries if entry.is_file()), key=lambda entry: entry.name)
    if ending == ".yaml" and len(found) > MAX_FILES:
        message, hint = "more than {most} .yaml files in '{path}'", "put some into another folder"
        raise ContentError(message, hint, most=MAX_FILES, path=folder)
    return found
