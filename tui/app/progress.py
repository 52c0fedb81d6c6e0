"""Where the marks of a person come from and go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.quiet import QuietApp
from tui.app.screens.page import Page
from tui.session import Session

if TYPE_CHECKING:
    from tui.app.messages import CarriedOver
    from tui.app.state import State
    from tui.paper_code import Resumed


class ProgressApp(QuietApp):
    """Holds the state, replaces it, and carries marks over from elsewhere."""

    state: State

    def show(self, state: State) -> None:
        """Has every screen show another state."""
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
        self.show(self.state.with_session(session))

    def carry_over(self, found: Resumed) -> None:
        """Adds marks to those there are; every answer is asked again."""
        from tui.app.screens.carried import CarriedPage

        self.start_over(Session(marks={**self.state.session.marks, **found.marks}))
        self.push_screen(CarriedPage(self.state, found))

    def on_carried_over(self, message: CarriedOver) -> None:
        """Goes on from a paper code."""
        self.carry_over(message.found)
