"""The page in a real browser: nothing is ever fetched."""

import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from tests.printed import printed_text
from tests.real.browser import POLICY, paper
from tui.content.library import open_library
from tui.export import Detail, Document, Format, from_checklists
from tui.language import ENGLISH

LIBRARY = open_library(ENGLISH)


def sample() -> Document:
    return from_checklists(LIBRARY.checklists[:2], LIBRARY, Detail.TITLES)


class Door:
    """An address on this machine that counts who comes."""

    def __init__(self, server: socket.socket) -> None:
        self.server = server
        self.port: int = server.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.came: list[int] = []

    def answer(self) -> None:
        """Lets everybody in and out again, until somebody says goodbye."""
        while True:
            connection, (_, port) = self.server.accept()
            self.came.append(port)
            connection.settimeout(0.2)
            with connection, suppress(OSError):
                if connection.recv(3) == b"bye":
                    return


@pytest.fixture
def door() -> Iterator[Door]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        found = Door(server)
        thread = threading.Thread(target=found.answer)
        thread.start()
        yield found
        with socket.create_connection(("127.0.0.1", found.port)) as last:
            last.sendall(b"bye")
        thread.join()


def visitors(door: Door) -> int:
    """How many came before us; connections are let in one after the other."""
    with socket.create_connection(("127.0.0.1", door.port)) as ours:
        ours.shutdown(socket.SHUT_WR)
        ours.recv(1)
        return door.came.index(ours.getsockname()[1])


LOADED = (
    "<img src='{0}/a'><script src='{0}/b'></script><link rel=stylesheet href='{0}/c'>"
    "<style>body{{background:url({0}/d)}}</style>"
)
OPENED = (
    "<iframe src='{0}/e'></iframe><link rel=preconnect href='{0}/'>"
    "<meta http-equiv=refresh content='0;url={0}/f'>"
)


def test_content_cannot_make_the_page_connect(tmp_path: Path, door: Door) -> None:
    words = (LOADED + OPENED).format(door.address)
    document = replace(sample(), title=words, moment=(words,), closing=(words,))
    text = printed_text(document, Format.HTML)
    paper(text, tmp_path / "content")
    assert visitors(door) == 0
    paper(POLICY.sub("", unescape(text)), tmp_path / "canary")
    assert visitors(door) > 1


def test_the_policy_stops_what_a_damaged_page_would_load(tmp_path: Path, door: Door) -> None:
    text = printed_text(sample(), Format.HTML)
    damaged = text.replace("<article>", f"<article>{LOADED.format(door.address)}", 1)
    paper(damaged, tmp_path / "damaged")
    assert visitors(door) == 0
    paper(POLICY.sub("", damaged), tmp_path / "canary")
    assert visitors(door) > 1
