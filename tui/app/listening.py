"""A driver that hears whatever the terminal sends, and believes only what can be."""

import os
import selectors
from collections.abc import Iterator
from threading import Event

from textual.driver import Driver
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message

from tui.app.keyboard import Keyboard

_LARGEST = Size(1000, 400)
"""More than a terminal shows; a size beyond is a mistake, and would take all memory."""
_QUIET, _LOOK_EVERY = 0.1, 0.02
"""Seconds after which a key is taken for whole, and between two looks at whether it has ended."""


def listening(base: type[Driver]) -> type[Driver]:
    """The driver class, which reads bytes, with input that cannot end it and sizes that can be."""

    class ListeningDriver(base):  # type: ignore[misc, valid-type] # the base is known when it runs
        """Reads bytes as they come; of the sizes it hears, none is too large to draw."""

        def _get_terminal_size(self) -> tuple[int, int]:
            """What the terminal says; variables count only where it says nothing."""
            return _possible(_told(self.fileno) or Size(*super()._get_terminal_size()))

        def start_application_mode(self) -> None:
            """Starts with the right size, before the first event tells it."""
            self._size: tuple[int, int] | None = self._size or self._get_terminal_size()
            super().start_application_mode()

        def process_message(self, message: Message) -> None:
            """Passes events on, a new size only as far as it can be."""
            if isinstance(message, Resize):
                if not message.size:
                    return
                message.size = message.virtual_size = _possible(message.size)
            super().process_message(message)

        def _run_input_thread(self) -> None:
            self._app.guard(self.run_input_thread)

        def run_input_thread(self) -> None:
            """Reads the keyboard until the app ends."""
            for event in _heard(self.fileno, self.exit_event):
                self.process_message(event)
            if not self.exit_event.is_set():
                self._app.hang_up()

    return ListeningDriver


def _told(descriptor: int) -> Size:
    try:
        return Size(*os.get_terminal_size(descriptor))
    except OSError:
        return Size(0, 0)


def _possible(size: Size) -> Size:
    return Size(min(size.width, _LARGEST.width), min(size.height, _LARGEST.height))


def _heard(descriptor: int, end: Event) -> Iterator[Message]:
    """What is heard until the end, or until the terminal is gone."""
    keyboard, quiet = Keyboard(), 0.0
    with selectors.SelectSelector() as selector:
        selector.register(descriptor, selectors.EVENT_READ)
        while not end.is_set():
            ready = selector.select(_LOOK_EVERY)
            quiet = 0.0 if ready else quiet + _LOOK_EVERY
            if not ready and quiet < _QUIET:
                continue
            data, quiet = _read(descriptor) if ready else b"", 0.0
            if ready and not data:
                return
            yield from keyboard.read(data)


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 4096)
    except OSError:
        return b""
