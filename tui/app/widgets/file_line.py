"""A line to name a new file in."""

import os
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from tui.app.widgets.line import Line
from tui.text import clean


class FileLine(Horizontal):
    """A label, and a name as people write it: with `~`, relative or whole."""

    DEFAULT_CSS = """
    FileLine { height: 1; padding: 0 1; }
    FileLine Static { width: auto; color: $accent; text-style: bold; }
    FileLine Line { width: 1fr; }
    """

    def __init__(self, name: str, *, id: str) -> None:  # noqa: A002 - Textual’s
        super().__init__(id=id)
        self._first = name

    def compose(self) -> ComposeResult:
        """The label and the line."""
        yield Static(markup=False)
        yield Line(self._first, id="file-name")

    def show(self, label: str) -> None:
        """Sets the label."""
        self.query_one(Static).update(Content(f" {label} "))

    @property
    def typed(self) -> str:
        """What stands in the line."""
        return self.query_one(Line).value.strip()

    def path(self) -> Path:
        """The file that is meant."""
        return Path(os.path.expanduser(self.typed))  # noqa: PTH111 - the other one fails on "~nobody"

    def folder(self) -> str:
        """The folder the file goes to; empty where it is gone, as a stick that was taken out."""
        try:
            return clean(str(Path.cwd() / self.path().parent))
        except OSError:
            return ""

    def rename(self, ending: str) -> None:
        """Gives the name another ending."""
        line = self.query_one(Line)
        folder, name = os.path.split(line.value)
        stem = name.rpartition(".")[0] or name
        line.value = os.path.join(folder, f"{stem}{ending}")  # noqa: PTH118 - keeps "~" and ".."
