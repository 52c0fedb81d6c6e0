"""A driver that leaves nothing of ours on the screen."""

from textual.driver import Driver

CLEAR = "\x1b[0m\x1b[999;999H\x1b[1J\x1b[H"
"""Erases from the end back to the start: the other way some terminals keep the frame above."""

_SHOW_CURSOR = "\x1b[?25h"
_MOUSE_IN_CELLS = "\x1b[?1016l"
_TO_THE_SYSTEM = "\x1b]"


def leaving_nothing(base: type[Driver]) -> type[Driver]:
    """The driver class with a blank screen before the alternate screen is left.

    The person's own scrollback is never touched.
    """

    class QuietDriver(base):  # type: ignore[misc, valid-type] # the base is known when it runs
        """Blanks the screen at once when leaving, and draws no frame after that."""

        blank = False

        def go_blank(self) -> None:
            """Clears the screen now; later frames are dropped."""
            if not self.blank:
                super().write(CLEAR)
                self.flush()
            self.blank = True

        def write(self, data: str) -> None:
            """Sends what draws; titles, pointers and the clipboard of the system are left alone."""
            leaves = "\x1b[?" in data or data.startswith("\x1b[<u")
            if (leaves or not self.blank) and not data.startswith(_TO_THE_SYSTEM):
                super().write(data)

        def start_application_mode(self) -> None:
            """Draws, also after a stop; the cursor stays visible for screen readers."""
            self.blank = False
            super().start_application_mode()
            super().write(_SHOW_CURSOR)

        def stop_application_mode(self) -> None:
            """Blanks the screen, and switches off what the driver below forgets."""
            self.go_blank()
            super().write(_MOUSE_IN_CELLS)
            super().stop_application_mode()

    return QuietDriver
