"""Keeps the marks in one file, beside the interface; no mark waits for it, nor does leaving."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.app.messages import OpenEnded, RemoveEnded, SaveEnded
from tui.errors import ParadakError
from tui.files import Unfinished
from tui.saving import Kept, read, remove, save
from tui.vault import BEGINNING, Contents, seal, unseal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.message import Message

    from tui.apart import Apart
    from tui.app.passphrase import Passphrase
    from tui.paper_code import Noted


@dataclass(eq=False, repr=False)
class KeptFile:
    """A file with the passphrase that opens it, and what stood in it last.

    `unknown` are marks in it of lists and items that this program does not have; they stay in it.
    """

    path: Path
    passphrase: Passphrase
    kept: Kept | None = None
    unknown: tuple[Noted, ...] = ()


@dataclass(eq=False, repr=False)
class Keeper:
    """Does one thing at a time: saves the newest marks, opens a file, or removes it.

    Every method but the work itself belongs to the thread of the interface.
    """

    apart: Apart
    beside: Callable[[Callable[[], object]], None]
    post: Callable[[Message], object]
    file: KeptFile | None = None
    _wanted: Contents | None = None
    _next: Callable[[], Message] | None = None
    _busy: bool = False
    _closing: bool = False
    _unfinished: Unfinished = field(default_factory=Unfinished)

    def keep(self, contents: Contents) -> None:
        """Has this saved; what still waited to be saved no longer is."""
        self._wanted = contents
        self._go_on()

    def open(self, path: Path, passphrase: Passphrase) -> None:
        """Has a file opened, once what is under way is done."""
        self._next = lambda: self._open(KeptFile(path, passphrase))
        self._go_on()

    def remove(self) -> None:
        """Has the file removed, once what is under way is done."""
        file, self._wanted = self.file, None
        if file:
            self._next = lambda: self._remove(file)
        self._go_on()

    def close(self) -> None:
        """Forgets the file and its passphrase, once the newest marks are in it."""
        self._closing = True
        self._go_on()

    def ended(self) -> None:
        """Goes on after something was done."""
        self._busy = False
        self._go_on()

    @property
    def waiting(self) -> bool:
        """Whether newer marks wait to be saved."""
        return self._wanted is not None

    def give_up(self) -> None:
        """Takes an unfinished file away, if the disk answers soon."""
        self._unfinished.give_up()

    def _go_on(self) -> None:
        if self._busy:
            return
        file, wanted = self.file, self._wanted
        if file and wanted is not None:
            self._wanted = None
            self._start(lambda: self._save(file, wanted))
            return
        if self._closing:
            self.file, self._closing = None, False
        if self._next:
            work, self._next = self._next, None
            self._start(work)

    def _start(self, work: Callable[[], Message]) -> None:
        self._busy = True
        self.beside(lambda: self.post(work()))

    def _save(self, file: KeptFile, contents: Contents) -> Message:
        try:
            data = seal(contents, file.passphrase.reveal(), self.apart)
            file.kept = save(file.path, data, file.kept, BEGINNING, self._unfinished)
        except ParadakError as error:
            return SaveEnded(file, _bare(error))
        return SaveEnded(file, None)

    def _open(self, file: KeptFile) -> Message:
        try:
            file.kept = read(file.path)
            return OpenEnded(file, unseal(file.kept.data, file.passphrase.reveal(), self.apart))
        except ParadakError as error:
            return OpenEnded(None, Contents(()), _bare(error))

    def _remove(self, file: KeptFile) -> Message:
        try:
            remove(file.path, BEGINNING)
        except ParadakError as error:
            return RemoveEnded(_bare(error))
        return RemoveEnded(None)


def _bare(error: ParadakError) -> ParadakError:
    """The error without the frames it went through, in which a passphrase stands."""
    return type(error)(error.message, error.hint, **error.values)
