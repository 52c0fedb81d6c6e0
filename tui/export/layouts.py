"""The page layouts, and how a document falls into pages."""

from dataclasses import dataclass
from enum import StrEnum


class Layout(StrEnum):
    """How a document is set on paper."""

    A4 = "a4"
    LETTER = "letter"
    A5 = "a5"
    LARGE = "large"
    BRIEF = "brief"
    POCKET8 = "pocket8"
    FOLD4 = "fold4"

    @property
    def is_brief(self) -> bool:
        """Whether there is room for titles only, with what waits."""
        return self in {Layout.BRIEF, Layout.POCKET8, Layout.FOLD4}


@dataclass(frozen=True)
class SheetPages:
    """How one sheet falls into pages: the titles of the entries that begin on each page."""

    title: str
    pages: tuple[tuple[str, ...], ...]
