"""Checklists for paper: what is printed, and the formats it is printed in."""

from tui.export.compose import (
    from_checklists,
    from_emergency,
    from_look_again,
    from_path,
    from_plan,
)
from tui.export.document import Detail, Document
from tui.export.formats import Format, pages, render, suggest_name
from tui.export.layouts import Layout, SheetPages
from tui.export.plain import reading
from tui.export.typesetting import unprintable

__all__ = [
    "Detail",
    "Document",
    "Format",
    "Layout",
    "SheetPages",
    "from_checklists",
    "from_emergency",
    "from_look_again",
    "from_path",
    "from_plan",
    "pages",
    "reading",
    "render",
    "suggest_name",
    "unprintable",
]
