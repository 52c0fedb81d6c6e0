"""Shipped files read in advance: what each says as JSON, used while the file is the same.

Strict YAML takes its time; a start and `paradak list` should not. A file that was changed since, or
a schema that was, shows in a checksum, and then the YAML is read as ever.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from zlib import crc32

from tui.content.folders import SCHEMA

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from tui.content.build import Data

FOLDER = "compiled"


def find(folder: Traversable, name: str) -> Data | None:
    """What the file with that name in the folder says, if it was compiled as it is now."""
    with suppress(OSError, ValueError, LookupError, TypeError):
        text = (folder / FOLDER / f"{name}.json").read_text(encoding="utf-8")
        compiled: dict[str, Any] = json.loads(text)
        if compiled["of"] == _checksum(folder, name):
            data: Data = compiled["data"]
            return data
    return None


def compiled(folder: Traversable, name: str, data: Data) -> str:
    """The text of the compiled file, for `name.json` in the folder `compiled`."""
    found = {"of": _checksum(folder, name), "data": data}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _checksum(folder: Traversable, name: str) -> int:
    """A number for the file and the schema it has to fit, as they are now."""
    return crc32((folder / f"{name}.yaml").read_bytes(), crc32((folder / SCHEMA).read_bytes()))
