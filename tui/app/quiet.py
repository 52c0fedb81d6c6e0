"""An app that leaves no trace: not in the terminal, not in the system, not in a crash report."""

from __future__ import annotations

import asyncio
import os
import sys
from threading import Thread
from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual.app import App

from tui.app.cursor import cursor_for
from tui.app.driver import leaving_nothing
from tui.app.listening import listening
from tui.errors import crash_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType
    from textual.driver import Driver
    from textual.geometry import Offset

HUNG_UP = 129


class QuietApp(App[None]):
    """Leaves at once, says nothing to the system, and reports an error without its values."""

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False

    def get_driver_class(self) -> type[Driver]:
        driver = super().get_driver_class()
        reads_bytes = hasattr(driver, "run_input_thread")
        return leaving_nothing(listening(driver) if reads_bytes else driver)

    def on_mount(self) -> None:
        asyncio.get_running_loop().set_exception_handler(self._stop)
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's own cursor stands, asked for with every frame."""
        return cursor_for(self.focused)

    @cursor_position.setter
    def cursor_position(self, position: Offset) -> None:
        """Keeps nothing: input lines tell where their cursor is, and rows do not."""

    def action_leave(self) -> None:
        """Clears the screen at once and ends; nothing is asked and nothing waited for."""
        go_blank: Callable[[], None] | None = getattr(self._driver, "go_blank", None)
        if go_blank:
            go_blank()
        self.let_go()
        self.exit(return_code=0)

    def hang_up(self) -> None:
        """Ends where the terminal is gone: nobody sees what could still be said."""
        self.let_go()
        os._exit(HUNG_UP)

    def let_go(self) -> None:
        """Takes away what must not outlive the app, from whatever thread it ends."""

    def beside(self, work: Callable[[], object]) -> None:
        """Does work in a thread that leaving does not wait for."""
        Thread(target=self.guard, args=(work,), daemon=True).start()

    def guard(self, work: Callable[[], object]) -> None:
        """Does work in a thread other than the app's; its errors end the app."""
        try:
            work()
        except Exception as error:  # noqa: BLE001 - it ends the app, as in the app's own thread
            self.call_later(self._handle_exception, error)

    def copy_to_clipboard(self, text: str) -> None:
        """Copies nothing to the system: clipboards keep histories and sync."""
        del text

    def bell(self) -> None:
        """Makes no sound: it would draw attention."""

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Opens nothing."""
        del url, new_tab

    def _handle_exception(self, error: Exception) -> None:
        """Ends; what breaks on the way out, after the person has left, is of no matter."""
        if self.return_code is None:
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Ends with the kind and place of the error; never a value, which could be a secret."""
        self._return_code = 1
        self.let_go()
        if not self._exit_renderables:
            error = sys.exc_info()[1] or self._exception
            self._exit_renderables.append(Text(crash_report(error)))
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """Ends without showing what was given, which could hold values."""
        del renderables
        self._fatal_error()

    def _stop(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Ends for an error that reached nobody; asyncio would print it with its values."""
        del loop
        error = context.get("exception")
        if isinstance(error, Exception):
            self._handle_exception(error)
