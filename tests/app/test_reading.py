"""Work beside the interface: step by step, and no longer than somebody wants the steps."""

import threading
from collections.abc import Iterator

import pytest

from tui.app.reading import one_by_one, read_in_turns
from tui.content.library import open_library
from tui.language import ENGLISH


async def test_steps_come_in_their_order_from_another_thread() -> None:
    def steps() -> Iterator[tuple[int, int]]:
        for number in range(5):
            yield number, threading.get_ident()

    made = [step async for step in one_by_one(steps())]
    assert [number for number, _ in made] == [0, 1, 2, 3, 4]
    assert threading.get_ident() not in {thread for _, thread in made}


async def test_an_error_comes_to_who_wants_the_steps() -> None:
    def steps() -> Iterator[int]:
        yield 1
        raise KeyError("gone")

    working = one_by_one(steps())
    assert await anext(working) == 1
    with pytest.raises(KeyError, match="gone"):
        await anext(working)


async def test_steps_that_nobody_wants_any_more_are_not_made() -> None:
    left, made, threads = threading.Event(), [], []

    def steps() -> Iterator[int]:
        threads.append(threading.current_thread())
        for number in range(100):
            made.append(number)
            yield number
            assert left.wait(30)

    working = one_by_one(steps())
    assert await anext(working) == 0
    await working.aclose()
    left.set()
    threads[0].join(30)
    assert made == [0, 1]


async def test_every_list_is_read() -> None:
    library = open_library(ENGLISH)
    await read_in_turns(library)
    assert set(library._lists) == set(library.ids)
