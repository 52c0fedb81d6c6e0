"""Decisions about findings: by row and one by one, taken back, found again, kept as hashes."""

import asyncio
import gc
import json
import re
import weakref
from pathlib import Path

import pyrage
import pytest

from tests.app.keeping import done, file_with, fill, saved, type_open
from tests.app.person import LARGE, Person, paradak
from tests.app.reviews import (
    Export,
    choose,
    counts,
    decisions,
    inventory,
    marking,
    open_part,
    page,
    rows,
    said_of,
    take,
)
from tests.app.test_lock import Clock, clock
from tests.sealed import PASSPHRASE
from tui.app.screens.lock import LockPage
from tui.app.screens.review.findings import FindingsPage
from tui.app.state import Saved
from tui.inventory.telegram import parts
from tui.session import Review, Reviewed

__all__ = ["clock"]

KEYS = {
    "space": (Reviewed.TO_REVIEW, "to review"),
    "d": (Reviewed.DONE, "done"),
    "k": (Reviewed.KEEP, "keep"),
    "n": (Reviewed.NOT_MINE, "not mine"),
}


def marks(person: Person) -> list[str]:
    """What stands in the last column."""
    return [row[-1] for row in rows(person)]


@pytest.mark.parametrize("key", KEYS)
async def test_a_key_marks_a_row_a_finding_or_the_one_that_is_read(
    key: str, export: Export
) -> None:
    decision, words = KEYS[key]
    async with paradak(LARGE) as person:
        await open_part(person, export.path, "reposts")
        mine, every = counts(rows(person))[0]
        assert 3 < mine < every
        await person.press(key)
        assert decisions(person, "reposts") == {decision: mine}
        assert marks(person)[:2] == [words, ""]
        await person.press(key)
        assert decisions(person, "reposts") == {}
        assert marks(person)[:2] == ["", ""]
        await person.press("enter", key, "down", "down", key)
        assert marks(person)[:4] == [words, "", words, ""]
        await person.press("enter", "right", key)
        assert f"4 of {every} · yours · {words}" in person.words
        await person.press("escape", "escape")
        assert marks(person)[0] == f"3/{mine}"
        await person.press("escape")
        assert said_of(person, parts.REPOSTS.title).startswith("3 marked · ")


async def test_another_key_changes_the_decision_and_a_row_is_taken_off_only_when_all_have_it(
    export: Export,
) -> None:
    async with paradak(LARGE) as person:
        await open_part(person, export.path, "reposts")
        mine = counts(rows(person))[0][0]
        await person.press("enter", "k", "escape")
        assert marks(person)[0] == f"1/{mine}"
        await person.press("d")
        assert decisions(person, "reposts") == {Reviewed.DONE: mine}
        await person.press("n")
        assert decisions(person, "reposts") == {Reviewed.NOT_MINE: mine}


async def test_marks_on_what_others_wrote_do_not_count_as_ones_own(export: Export) -> None:
    async with paradak(LARGE) as person:
        await open_part(person, export.path, "reposts")
        mine, every = counts(rows(person))[0]
        await person.press("enter", "end", "d", "up", "d", "home", "d", "escape")
        assert decisions(person, "reposts") == {Reviewed.DONE: 3}
        assert marks(person)[0] == f"1/{mine}"
        await person.press("end")
        last = counts(rows(person))[-1]
        assert last[0] == 0
        await person.press("d")
        assert marks(person)[-1] == "done"
        assert every > mine


async def test_u_takes_back_one_decision_after_the_other_wherever_it_was_made(
    export: Export,
) -> None:
    async with paradak(LARGE) as person:
        await open_part(person, export.path, "links")
        await person.press("d", "escape")
        await take(person, "reposts")
        await person.press("k", "down", "k", "up", "n")
        before = decisions(person, "reposts")
        await person.press("u")
        assert decisions(person, "reposts") == {Reviewed.KEEP: before.total()}
        await person.press("u", "enter", "u")
        assert page(person) is FindingsPage
        assert decisions(person, "reposts") == {}
        assert decisions(person, "links").total() > 0
        await person.press("u", "u", "u")
        assert decisions(person, "links") == {}
        assert person.state.session.review.marks == {}


async def test_marks_are_there_again_when_the_archive_is_closed_and_read_again(
    export: Export,
) -> None:
    async with paradak(LARGE) as person:
        await open_part(person, export.path, "reposts")
        await person.press("d", "down", "enter", "k", "escape")
        before, shown = decisions(person, "reposts"), marks(person)
        await person.press("escape")
        await take(person, "sessions")
        await person.press("n", "escape", "escape", "x")
        assert person.state.marking is None
        await person.press("escape")
        await open_part(person, export.path, "reposts")
        assert decisions(person, "reposts") == before
        assert marks(person) == shown
        assert decisions(person, "sessions") == {Reviewed.NOT_MINE: 1}
        await person.press("u")
        assert decisions(person, "reposts") == before


def words_of(person: Person, path: Path) -> set[str]:
    """Names of the archive, and of its file, that nothing kept may hold."""
    every = (group.name for found in inventory(person).tables.values() for group in found.groups)
    return {word for name in every for word in re.findall(r"[^\W_]{5,}", name)} | {path.stem}


async def test_a_saved_file_holds_hashes_and_not_one_name(export: Export, tmp_path: Path) -> None:
    path = file_with(tmp_path / "notes", ())
    async with paradak(LARGE) as person:
        await type_open(person, path)
        await person.press("enter")
        await open_part(person, export.path, "reposts")
        await person.press("d", "down", "k", "escape")
        await take(person, "people-chats")
        await person.press("h", "n")
        await done(person)
        assert saved(person) is Saved.SAVED
        names = words_of(person, export.path)
        before = decided(person)
    plain = pyrage.passphrase.decrypt(path.read_bytes(), PASSPHRASE).rstrip(b"\0").decode()
    assert len(names) > 100
    archive = export.path.read_text(encoding="utf-8")
    assert sum(name in archive for name in names) > 100
    assert [name for name in names if name in plain] == []
    review = json.loads(plain)["review"]
    assert set(review) == {"key", "marks"}
    assert set(review["marks"]) == {"done", "keep", "not-mine"}
    hashes = "".join(review["marks"].values())
    assert re.fullmatch(r"[0-9a-f]+", hashes)
    assert len(hashes) == 16 * sum(map(len, before.values()))
    async with paradak(LARGE) as person:
        await type_open(person, path)
        await person.press("enter")
        await choose(person, export.path)
        assert decided(person) == before


def decided(person: Person) -> dict[str, dict[int, Reviewed]]:
    """Every decision, by table and number."""
    found = {
        part: dict(marking(person).decisions(one)) for part, one in inventory(person).tables.items()
    }
    return {part: given for part, given in found.items() if given}


async def test_the_lock_leaves_nothing_of_the_archive_in_any_screen_or_in_memory(
    export: Export, tmp_path: Path, clock: type[Clock]
) -> None:
    path = file_with(tmp_path / "notes", ())
    async with paradak(LARGE) as person:
        await type_open(person, path)
        await person.press("enter")
        await open_part(person, export.path, "reposts")
        await person.press("enter", "d", "enter")
        await done(person)
        names = words_of(person, export.path)
        held = weakref.ref(inventory(person)), weakref.ref(marking(person))
        assert any(name in person.words for name in names)
        assert all(one() for one in held)
        clock.now += 180
        person.app.call_later(person.app.lock_if_idle)
        await person.settle()
        assert page(person) is LockPage
        assert [name for name in names if name in person.words] == []
        assert len(person.app.screen_stack) == 2
        assert person.state.marking is None
        assert person.state.session.review == Review()
        async with asyncio.timeout(30):
            while any(one() for one in held):
                await person.pilot.pause(0.01)
                gc.collect()
        await fill(person, PASSPHRASE)
        await done(person)
        await person.press("enter")
        await open_part(person, export.path, "reposts")
        assert decisions(person, "reposts") == {Reviewed.DONE: 1}
