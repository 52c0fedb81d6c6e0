"""Work that takes longer than a frame, done so that keys are answered in between."""

import asyncio
from collections.abc import AsyncGenerator, Iterator
from contextlib import suppress
from threading import Event, Thread
from typing import TypeVar

from tui.content.library import Library

TURN = 0.001
"""Seconds between two pieces of work, in which keys and frames have their turn."""
Step = TypeVar("Step")


async def read_in_turns(library: Library) -> None:
    """Reads list after list, in the thread of the interface: no other has the stack for it."""
    for name in library.ids:
        await asyncio.sleep(TURN)
        library.checklist(name)


async def one_by_one(steps: Iterator[Step]) -> AsyncGenerator[Step, None]:
    """What an iterator gives, made in a thread that leaving does not wait for.

    When nobody wants the next step any more, the thread ends after the one at hand.
    """
    loop, unwanted = asyncio.get_running_loop(), Event()
    made: asyncio.Queue[Step | Exception | None] = asyncio.Queue()

    def give(step: Step | Exception | None) -> None:
        with suppress(RuntimeError):  # the person has left
            loop.call_soon_threadsafe(made.put_nowait, step)

    def work() -> None:
        try:
            for step in steps:
                if unwanted.is_set():
                    return
                give(step)
        except Exception as error:  # noqa: BLE001 - raised again where the steps are wanted
            give(error)
        else:
            give(None)

    Thread(target=work, daemon=True).start()
    try:
        while (step := await made.get()) is not None:
            if isinstance(step, Exception):
                raise step
            yield step
    finally:
        unwanted.set()
