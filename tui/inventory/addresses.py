"""Finds addresses in text that people wrote."""

from __future__ import annotations

import re

_ADDRESS = re.compile(
    r"https?://[^\s<>\"']++"
    r"|(?<![\w@./-])(?:[a-z0-9-]++\.)++[a-z]{2,12}/[^\s<>\"']*+"
    r"|(?<![\w@./-])www\.[^\s<>\"']++",
    re.IGNORECASE,
)
_AFTER = ".,:;!?…)]}»”’"


def addresses_in(text: str) -> tuple[str, ...]:
    """The addresses in a text, each once; without `http` only those that go on behind a slash."""
    found = (match.rstrip(_AFTER) for match in _ADDRESS.findall(text))
    return tuple(dict.fromkeys(found))
