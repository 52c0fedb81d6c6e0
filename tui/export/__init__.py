"""Checklists for paper: what is printed, and the formats it is printed in."""

from tui.export.compose import (
    from_checklists,
    from_emergency,
    from_look_again,
    from_path,
    from_plan,
)
from tui.export.document import Detail, Document
from tui.export.formats import Format, render, suggest_name
from tui.export.layouts import Layout

__all__ = [
    "Detail",
    "Document",
    "Format",
    "Layout",
    "from_checklists",
    "from_emergency",
    "from_look_again",
    "from_path",
    "from_plan",
    "render",
    "suggest_name",
]
