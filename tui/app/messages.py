"""What screens ask the app to do; the app alone replaces the state.

Messages are neither compared nor printed, and come the sooner without the means for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from pathlib import Path

    from tui.app.keeping import KeptFile
    from tui.app.passphrase import Passphrase
    from tui.content.model import Item, Situation
    from tui.errors import ParadakError
    from tui.export import Document, Format, Layout
    from tui.inventory.model import Table
    from tui.paper_code import Resumed
    from tui.plan import Profile
    from tui.session import Reviewed, Status
    from tui.vault import Contents


@dataclass(eq=False, repr=False)
class Answered(Message):
    """The person chose a situation, or none, and answered what they wanted to."""

    situation: Situation | None
    profile: Profile


@dataclass(eq=False, repr=False)
class MomentChanged(Message):
    """What the person chose says something about the moment, which counts from now on."""

    situation: Situation | None
    profile: Profile


@dataclass(eq=False, repr=False)
class Marked(Message):
    """An item was marked."""

    item: Item
    status: Status


@dataclass(eq=False, repr=False)
class Lifted(Message):
    """The person lifts a hold after reading its price."""

    item: Item


@dataclass(eq=False, repr=False)
class RelatedChosen(Message):
    """An item that belongs to the one at hand is wanted in its place."""

    ref: str


@dataclass(eq=False, repr=False)
class CarriedOver(Message):
    """Marks from a paper code are to be added."""

    found: Resumed


class Undone(Message):
    """The last mark or lift is taken back."""


@dataclass(eq=False, repr=False)
class WriteRequested(Message):
    """A document is wanted in a new file."""

    path: Path
    document: Document
    form: Format
    layout: Layout


@dataclass(eq=False, repr=False)
class WriteEnded(Message):
    """What became of a file, in words."""

    words: str
    written: bool


@dataclass(eq=False, repr=False)
class KeepRequested(Message):
    """The marks are wanted in a new file, and kept there."""

    path: Path
    passphrase: Passphrase


class KeepAgain(Message):
    """What could not be saved is to be saved now."""


class RemoveRequested(Message):
    """The file with the marks is to be removed."""


@dataclass(eq=False, repr=False)
class OpenRequested(Message):
    """A file is to be opened and gone on from."""

    path: Path
    passphrase: Passphrase


@dataclass(eq=False, repr=False)
class Decided(Message):
    """The person decided about findings in their own data."""

    table: Table
    numbers: tuple[int, ...]
    decision: Reviewed


class DecisionUndone(Message):
    """The last decision about findings is taken back."""


class ReviewClosed(Message):
    """The archive that is open is to be forgotten."""


@dataclass(eq=False, repr=False)
class SaveEnded(Message):
    """The marks are in the file, or a problem was in the way."""

    file: KeptFile
    problem: ParadakError | None


@dataclass(eq=False, repr=False)
class OpenEnded(Message):
    """A file was opened with this in it, or a problem was in the way."""

    file: KeptFile | None
    contents: Contents
    problem: ParadakError | None = None


@dataclass(eq=False, repr=False)
class RemoveEnded(Message):
    """The file is removed, or a problem was in the way."""

    problem: ParadakError | None


@dataclass(eq=False, repr=False)
class FileChosen(Message):
    """A file or a folder was chosen to be read."""

    path: Path


@dataclass(eq=False, repr=False)
class Pasted(Message):
    """Lines were pasted or typed, to be read in place of a file."""

    text: str
