"""Where the marks of a person come from and go to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.events import InputEvent, Paste

from tui.apart import Apart
from tui.app.idle import Idle
from tui.app.quiet import QuietApp
from tui.app.screens.page import Page
from tui.app.state import Keeping, Saved
from tui.session import Session, join

if TYPE_CHECKING:
    from pathlib import Path

    from textual.message import Message

    from tui.app.keeping import Keeper, KeptFile
    from tui.app.messages import (
        CarriedOver,
        KeepRequested,
        OpenEnded,
        OpenRequested,
        RemoveEnded,
        SaveEnded,
    )
    from tui.app.state import State
    from tui.errors import ParadakError
    from tui.paper_code import Resumed
    from tui.vault import Contents

_LOOK_EVERY = 1.0
"""Seconds between two looks at how long nobody has been there."""


class ProgressApp(QuietApp):
    """Holds the state, replaces it, and keeps the marks where the person wants them."""

    state: State
    _kept_by: Keeper | None = None

    def __init__(self, *, ansi_color: bool) -> None:
        super().__init__(ansi_color=ansi_color)
        self._apart = Apart()
        self._idle = Idle()

    def show(self, state: State) -> None:
        """Has every screen show another state; what changed is saved if a file is open."""
        before = self.state.session
        self._show(state)
        self._keep_if_changed(before)

    def _show(self, state: State) -> None:
        self.state = state
        for screen in self.screen_stack:
            if isinstance(screen, Page):
                screen.state = state

    def tell(self, words: str) -> None:
        """Has the screen at hand say why what was asked for did not happen."""
        if isinstance(self.screen, Page):
            self.screen.tell(words)

    def start_over(self, session: Session) -> None:
        """Goes back to the first screen with another session."""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self._show(self.state.with_session(session))

    def on_carried_over(self, message: CarriedOver) -> None:
        """Adds the marks of a paper code to those there are; every answer is asked again."""
        before = self.state.session
        marks = {**before.marks, **message.found.marks}
        self.start_over(Session(marks=marks, review=before.review))
        self._keep_if_changed(before)
        self._tell_what_came(message.found)

    def _tell_what_came(self, found: Resumed, decided: int = 0, *, left: bool = False) -> None:
        from tui.app.screens.carried import CarriedPage

        self.push_screen(CarriedPage(self.state, found, decided, left=left))

    @property
    def _keeper(self) -> Keeper:
        from tui.app.keeping import Keeper

        if self._kept_by is None:
            self._kept_by = Keeper(self._apart, self.beside, self.post_message)
            self._idle.touch()
            self.set_interval(_LOOK_EVERY, self.lock_if_idle)
        return self._kept_by

    def _keep_if_changed(self, before: Session) -> None:
        now = self.state.session
        changed = (now.marks, now.review) != (before.marks, before.review)
        if changed and self._kept_by and self._kept_by.file:
            self._keep()

    def _keep(self) -> None:
        from tui.paper_code import note
        from tui.vault import Contents

        self._show(self.state.with_keeping(Saved.SAVING))
        file = self._keeper.file
        unknown = file.unknown if file else ()
        session = self.state.session
        noted = (*note(session.marks, self.state.library), *unknown)
        self._keeper.keep(Contents(noted, session.review))

    def on_keep_requested(self, message: KeepRequested) -> None:
        """Keeps the marks in another file from now on."""
        from tui.app.keeping import KeptFile

        before = self._keeper.file
        unknown = before.unknown if before else ()
        self._keeper.file = KeptFile(message.path, message.passphrase, unknown=unknown)
        self._keep()

    def on_keep_again(self) -> None:
        """Tries once more to save."""
        if self._keeper.file:
            self._keep()

    def on_save_ended(self, message: SaveEnded) -> None:
        """Says what became of the marks; a file that was never written is not kept at all."""
        keeper, file = self._keeper, message.file
        if file is keeper.file:
            if message.problem:
                new = file.kept is None
                keeper.file = None if new else file
                self._not_saved(message.problem, Keeping() if new else self.state.keeping)
            elif not keeper.waiting:
                self._saved(Keeping(Saved.SAVED, file.path))
        keeper.ended()

    def _saved(self, keeping: Keeping) -> None:
        from tui.app.screens.keep import KeepPage
        from tui.app.screens.kept import KeptPage

        self._show(replace(self.state, keeping=keeping))
        asked = self.screen
        if self._is_locked() and keeping.path:
            self._drop(keeping.path)
        elif isinstance(asked, KeepPage):
            self.pop_screen()
            if isinstance(self.screen, KeptPage):
                self.pop_screen()
            self.push_screen(KeptPage(self.state, asked.to_write_down))

    def _not_saved(self, problem: ParadakError, keeping: Keeping) -> None:
        from tui.app.problems import in_words

        self._show(replace(self.state, keeping=keeping).with_keeping(Saved.FAILED, problem))
        words = in_words(problem, self.state.language)
        self.tell(self.state.language.text("Not saved: {problem}.", problem=words))

    def on_open_requested(self, message: OpenRequested) -> None:
        """Opens a file beside the interface; behind a lock, first what is not in it yet."""
        file = self._keeper.file
        if not self._is_locked() or file is None:
            self._keeper.open(message.path, message.passphrase)
        elif file.passphrase.same_as(message.passphrase):
            self.pop_screen()
        else:
            say = self.state.language.text
            self.tell(f"{say('the passphrase is another')}; {say('type it again, slowly')}")

    def on_open_ended(self, message: OpenEnded) -> None:
        """Goes on from a file, or says why not."""
        if message.problem:
            from tui.app.problems import in_words

            self.tell(in_words(message.problem, self.state.language))
        elif message.file:
            self._go_on_from(message.file, message.contents)
        self._keeper.ended()

    def _go_on_from(self, file: KeptFile, contents: Contents) -> None:
        """Goes on from a file; what was marked and decided before without one comes into it."""
        from tui.paper_code import look_up

        keeper, found = self._keeper, look_up(contents.noted, self.state.library)
        before = Session() if keeper.file else self.state.session
        review = join(before.review, contents.review)
        file.unknown = found.unknown
        keeper.file = file
        self.start_over(Session(marks={**before.marks, **found.marks}, review=review))
        self._show(replace(self.state, keeping=Keeping(Saved.SAVED, file.path)))
        marked = before.marks.items() - found.marks.items()
        if marked or review.marks != contents.review.marks:
            self._keep()
        left = bool(before.review.marks) and review.key != before.review.key
        self._tell_what_came(found, len(contents.review.marks), left=left)

    def on_remove_requested(self) -> None:
        """Removes the file; the marks stay until the person leaves."""
        self._keeper.remove()

    def on_remove_ended(self, message: RemoveEnded) -> None:
        """Says what became of the file."""
        from tui.app.screens.kept import KeptPage

        keeper = self._keeper
        if message.problem:
            from tui.app.problems import in_words

            self.tell(in_words(message.problem, self.state.language))
        else:
            keeper.file = None
            self._show(replace(self.state, keeping=Keeping()))
            if isinstance(self.screen, KeptPage):
                self.pop_screen()
            self.tell(self.state.language.text("The file is deleted."))
        keeper.ended()

    def post_message(self, message: Message) -> bool:
        if isinstance(message, InputEvent | Paste):
            self._idle.touch()
        return super().post_message(message)

    def lock_if_idle(self) -> None:
        """Asks for the passphrase if a file is open and nobody has been there for long.

        Everything of the session is dropped, as soon as the newest marks are in the file.
        """
        file = self._kept_by and self._kept_by.file
        if not file or not self._idle.too_long() or self._is_locked():
            return
        from tui.app.screens.lock import LockPage

        if self.state.keeping.saved is Saved.FAILED:
            self._keep()
        if self.state.keeping.saved is Saved.SAVED:
            self._drop(file.path)
        else:
            self.push_screen(LockPage(self.state, file.path))

    def _is_locked(self) -> bool:
        from tui.app.screens.lock import LockPage

        return isinstance(self.screen, LockPage)

    def _drop(self, path: Path) -> None:
        from tui.app.screens.lock import LockPage

        self.start_over(Session())
        self.push_screen(LockPage(self.state, path))
        self._keeper.close()

    def let_go(self) -> None:
        self._apart.give_up()
        if self._kept_by:
            self._kept_by.give_up()
