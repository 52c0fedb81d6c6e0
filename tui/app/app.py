"""The interface: holds the state, replaces it, and leaves at once.

Screens other than the first are imported when they open, so that the first comes soon.
"""

from __future__ import annotations

import gc
import os
from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.reactive import Reactive

from tui.app.reviewing import ReviewApp
from tui.app.screens.page import Page
from tui.app.screens.situations import SituationsPage
from tui.app.signals import leave_on_signals
from tui.app.state import State, read_everything
from tui.app.themes import fitting, themes
from tui.app.widgets.rows import RowList
from tui.app.widgets.scroll import Scroll
from tui.errors import ContentError, UsageError
from tui.language import Language, available, load
from tui.session import OnHoldError, Session, lift, mark, undo
from tui.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.events import Key
    from textual.screen import Screen
    from textual.theme import Theme

    from tui.app.messages import (
        Answered,
        Lifted,
        Marked,
        MomentChanged,
        RelatedChosen,
        WriteEnded,
        WriteRequested,
    )
    from tui.app.writing import Writer
    from tui.content.library import Library
    from tui.guard import Protection


class ParadakApp(ReviewApp):
    """Situations first; every change gives a new state, which every screen shows."""

    CSS = """
    Scroll, RowList, Table {
        scrollbar-color: ansi_bright_black;
        scrollbar-color-hover: $accent; scrollbar-color-active: $accent;
        scrollbar-background: $background; scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
    }
    .-plain Scroll, .-plain RowList, .-plain Table { scrollbar-size: 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f10,ctrl+q,ctrl+c",
            "leave",
            "leave",
            id="leave",
            priority=True,
            tooltip="leave at once; nothing is asked, nothing is kept",
        ),
        Binding("slash", "find", "find", id="find", tooltip="find in everything"),
        Binding("p", "print", "print", id="print", tooltip="a list or your plan for paper"),
        Binding("f2", "language", "language", id="language", tooltip="the next language"),
        Binding("f3", "look", "look", id="look", show=False, tooltip="dark, light, high contrast"),
        Binding("question_mark,f1", "keys", "keys", id="keys", tooltip="these keys"),
    ]

    theme: Reactive[str] = Reactive(lambda: fitting(os.environ))
    """The look; known before the first style is worked out, so that none is worked out twice."""

    def __init__(
        self,
        library: Library,
        protection: Protection,
        languages: Mapping[str, Callable[[], Language]] | None = None,
        *,
        resuming: bool = False,
    ) -> None:
        """`languages` says how each is read, else those that there are; `resuming`: from a code."""
        super().__init__(ansi_color=True)
        console = os.environ.get("TERM") == "linux"
        self._languages = languages or {code: partial(load, code) for code in available()}
        self.state = State(library, protection, languages=tuple(self._languages), plain=console)
        if not library.builtin:
            read_everything(library)
        self._resuming = resuming
        self._writer: Writer | None = None
        self.set_class(console, "-plain")

    @property
    def available_themes(self) -> dict[str, Theme]:
        return self._looks

    @cached_property
    def _looks(self) -> dict[str, Theme]:
        """Our looks beside those of Textual, which nothing chooses."""
        return super().available_themes | {theme.name: theme for theme in themes()}

    def get_default_screen(self) -> Screen[None]:
        """The situations lie at the bottom, with no blank screen of Textual's beneath them."""
        return SituationsPage(self.state)

    def on_mount(self) -> None:
        leave_on_signals(self.action_leave, self.hang_up)
        if self._resuming:
            from tui.app.screens.resume import ResumePage

            self.push_screen(ResumePage(self.state))

    def on_ready(self) -> None:
        gc.freeze()
        gc.enable()

    def _try(self, change: Callable[[Session], Session]) -> None:
        try:
            self.show(self.state.with_session(change(self.state.session)))
        except OnHoldError as error:
            say = self.state.language.text
            self.tell(f"{say(error.message)} {say(error.hint)}")

    def on_marked(self, message: Marked) -> None:
        self._try(lambda session: mark(session, message.item, message.status))

    def on_lifted(self, message: Lifted) -> None:
        self._try(lambda session: lift(session, message.item))

    def on_undone(self) -> None:
        self._try(undo)

    def on_moment_changed(self, message: MomentChanged) -> None:
        """Makes holds stand at once, whether or not questions are answered afterwards."""
        self.show(self.state.replan(message.situation, message.profile))

    def on_answered(self, message: Answered) -> None:
        """Makes the plan; whoever has just chosen a situation sees it, others are back again."""
        from tui.app.screens.questions import QuestionsPage
        from tui.app.screens.work import PlanPage

        self.show(self.state.replan(message.situation, message.profile))
        if isinstance(self.screen, QuestionsPage):
            self.pop_screen()
        if isinstance(self.screen, SituationsPage):
            self.push_screen(PlanPage(self.state))

    def on_related_chosen(self, message: RelatedChosen) -> None:
        """Opens the related item in place of the list of them."""
        from tui.app.screens.item import ItemPage

        self.pop_screen()
        self.push_screen(ItemPage(self.state, (message.ref,), 0))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Lets a key do only what the screen offers; leaving is offered by every one."""
        del parameters
        refused = isinstance(self.screen, Page) and self.screen.refuses(action)
        return action == "leave" or not refused

    def on_key(self, event: Key) -> None:
        """Gives a letter typed before the screen of a moment ago was gone to the one at hand."""
        if isinstance(self.screen, Page) and self.screen.take_letter(event):
            event.prevent_default()

    def action_find(self) -> None:
        """Finds in everything."""
        from tui.app.screens.find import FindPage

        if not isinstance(self.screen, FindPage):
            self.push_screen(FindPage(self.state))

    def action_print(self) -> None:
        """Opens the print dialog, for the list at hand if there is one."""
        from tui.app.screens.look_again import LookAgainPage
        from tui.app.screens.printing import PrintPage

        if not isinstance(self.screen, PrintPage):
            again = isinstance(self.screen, LookAgainPage)
            self.push_screen(PrintPage(self.state, self._apart, self._list_at_hand(), again=again))

    def _list_at_hand(self) -> str | None:
        from tui.app.screens.item import ItemPage
        from tui.app.screens.work import ChecklistPage

        screen = self.screen
        if isinstance(screen, ChecklistPage):
            return screen.checklist.id
        if isinstance(screen, ItemPage):
            item = screen.item()
            return item.checklist if item else None
        return None

    def action_keys(self) -> None:
        """Shows the keys of the screen at hand."""
        from tui.app.screens.keys import KeysPage
        from tui.app.widgets.table import Table

        if isinstance(self.screen, Page) and not isinstance(self.screen, KeysPage):
            moves = isinstance(self.focused, RowList | Scroll | Table)
            self.push_screen(KeysPage(self.state, self.screen, moves=moves))

    def action_language(self) -> None:
        """Shows everything in the next language; the item under the cursor stays."""
        codes = self.state.languages
        place = codes.index(self.state.language.code) if self.state.language.code in codes else -1
        language = self._languages[codes[(place + 1) % len(codes)]]()
        try:
            state = self.state.in_language(language)
        except (ContentError, UsageError, OSError) as error:
            problem = clean(error.strerror or "" if isinstance(error, OSError) else str(error))
            self.tell(self.state.language.text("The language stays. {problem}", problem=problem))
        else:
            self.show(state)

    def action_look(self) -> None:
        """Takes the next look."""
        names = [theme.name for theme in themes()]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]

    def on_write_requested(self, message: WriteRequested) -> None:
        """Writes the file beside the interface."""
        from tui.app.writing import Writer

        self._writer = writer = self._writer or Writer(self._apart)
        self.beside(lambda: self.post_message(writer.write(message, self.state.language)))

    def on_write_ended(self, message: WriteEnded) -> None:
        """Says what became of the file."""
        from tui.app.screens.printing import PrintPage

        for screen in self.screen_stack:
            if isinstance(screen, PrintPage):
                screen.show_result(message.words, written=message.written)

    def let_go(self) -> None:
        super().let_go()
        if self._writer:
            self._writer.give_up()
