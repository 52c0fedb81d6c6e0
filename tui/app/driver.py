"""A driver that leaves nothing of ours on the screen."""

from textual.driver import Driver

CLEAR = "\x1b[0m\x1b[2J\x1b[H"
SHOW_CURSOR = "\x1b[?25h"


def leaving_nothing(base: type[Driver]) -> type[Driver]:
    """The driver class with a blank screen before the alternate screen is left.

    The person's own scrollback is never touched.
    """

    class QuietDriver(base):  # type: ignore[misc, valid-type]
        """Blanks the screen at once when leaving, and draws no frame after that."""

        blank = False

        def go_blank(self) -> None:
            """Clears the screen now; later frames are dropped."""
            if not self.blank:
                super().write(CLEAR)
                self.flush()
            self.blank = True

        def start_application_mode(self) -> None:
            """Starts to draw, also after a stop; the cursor shows where the reader is."""
            self.blank = False
            super().start_application_mode()
            super().write(SHOW_CURSOR)

        def write(self, data: str) -> None:
            if not self.blank or "\x1b[?" in data or data.startswith("\x1b[<u"):
                super().write(data)

        def stop_application_mode(self) -> None:
            self.go_blank()
            super().stop_application_mode()

    return QuietDriver
