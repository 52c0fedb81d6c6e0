"""Decisions about findings in a file: saved with the marks, found again, and never in a code."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

import pytest

from tests.app.keeping import (
    MARKS,
    done,
    file_with,
    fill,
    keep_in,
    marks_in,
    review_in,
    saved,
    type_open,
)
from tests.app.person import LIBRARY, Person, paradak
from tests.sealed import PASSPHRASE
from tui.app import idle
from tui.app.screens.carried import CarriedPage
from tui.app.screens.code import CodePage
from tui.app.screens.lock import LockPage
from tui.app.state import Saved
from tui.paper_code import Noted, note, write
from tui.session import HASH_BYTES, Review, Reviewed, Session, Status

FINDINGS = {"a channel": Reviewed.DONE, "a repost": Reviewed.KEEP, "a link": Reviewed.NOT_MINE}
MINE, OTHER = b"m" * 32, b"o" * 32
NOT_CARRIED = "Decisions made before opening the file were not carried over."
IN_THE_FILE = "What you decided about your data goes in too, without names or words."
IN_NO_CODE = "What you decided about your data is never in a code."


def decided(key: bytes, findings: Mapping[str, Reviewed] = FINDINGS) -> Review:
    return Review(key, {hashed(key, name): given for name, given in findings.items()})


def hashed(key: bytes, name: str) -> bytes:
    return blake2b(name.encode(), digest_size=HASH_BYTES, key=key).digest()


def found(review: Review, key: bytes, names: Iterable[str] = FINDINGS) -> dict[str, Reviewed]:
    """The findings that a review knows, by hashes made with a key."""
    every = ((name, review.marks.get(hashed(key, name))) for name in names)
    return {name: given for name, given in every if given}


async def decide(person: Person, review: Review) -> None:
    person.app.show(person.state.with_session(replace(person.state.session, review=review)))
    await person.settle()


async def test_decisions_are_saved_and_found_again_by_their_key_only(tmp_path: Path) -> None:
    path = tmp_path / "notes"
    async with paradak() as person:
        await decide(person, decided(MINE))
        await keep_in(person, path)
    async with paradak() as person:
        await type_open(person, path)
        assert "3 decisions about your data were carried over." in person.words
        assert NOT_CARRIED not in person.words
        review = person.state.session.review
    assert review == decided(MINE)
    assert found(review, review.key) == FINDINGS
    assert found(review, OTHER) == {}
    assert found(review, MINE, ["a word"]) == {}


async def test_a_later_decision_is_saved_by_itself_and_one_taken_back_leaves(
    tmp_path: Path,
) -> None:
    path = file_with(tmp_path / "notes")
    async with paradak() as person:
        await type_open(person, path)
        before = path.read_bytes()
        await decide(person, Review(MINE))
        await done(person)
        assert review_in(path) == Review()
        await decide(person, decided(MINE))
        await done(person)
        assert saved(person) is Saved.SAVED
        assert path.read_bytes() != before
        assert review_in(path) == decided(MINE)
        assert marks_in(path) == note(MARKS, LIBRARY)
        await decide(person, decided(MINE, {"a repost": Reviewed.KEEP}))
        await done(person)
    assert review_in(path) == decided(MINE, {"a repost": Reviewed.KEEP})


async def test_a_mark_keeps_the_decisions_in_the_file(tmp_path: Path) -> None:
    path = file_with(tmp_path / "notes", review=decided(MINE))
    async with paradak() as person:
        await type_open(person, path)
        await person.follow("enter", "@checklists", "enter", "down", "down", "l")
        await done(person)
        marks = person.state.session.marks
    assert len(marks) == 2
    assert marks_in(path) == note(marks, LIBRARY)
    assert review_in(path) == decided(MINE)


async def test_earlier_decisions_go_on_into_a_file_without_any(tmp_path: Path) -> None:
    path = file_with(tmp_path / "notes")
    async with paradak() as person:
        await decide(person, decided(MINE))
        await type_open(person, path)
        assert person.state.session.review == decided(MINE)
        assert NOT_CARRIED not in person.words
        assert "about your data" not in person.words
    assert review_in(path) == decided(MINE)


async def test_a_file_with_decisions_under_another_key_counts_and_it_is_said(
    tmp_path: Path,
) -> None:
    path = file_with(tmp_path / "notes", review=decided(OTHER))
    before = path.read_bytes()
    async with paradak() as person:
        await decide(person, decided(MINE))
        await type_open(person, path)
        assert isinstance(person.app.screen, CarriedPage)
        assert NOT_CARRIED in person.words
        assert person.state.session.review == decided(OTHER)
    assert path.read_bytes() == before


async def test_decisions_of_the_file_before_stay_in_it_alone(tmp_path: Path) -> None:
    first = file_with(tmp_path / "first", review=decided(MINE))
    second = file_with(tmp_path / "second")
    async with paradak() as person:
        await type_open(person, first)
        await person.press("enter")
        await type_open(person, second)
        assert NOT_CARRIED not in person.words
        assert person.state.session.review == Review()
        assert person.state.session.marks == MARKS
    assert review_in(first) == decided(MINE)
    assert review_in(second) == Review()


async def test_a_paper_code_leaves_the_decisions_as_they_are(tmp_path: Path) -> None:
    path = file_with(tmp_path / "notes", review=decided(MINE))
    items = LIBRARY.checklists[0].items
    code = write({items[1].ref: Status.LATER}, LIBRARY, items)
    async with paradak() as person:
        await type_open(person, path)
        await person.press("enter", "c")
        await person.press_at_once(*"".join(code))
        await person.press("enter")
        await done(person)
        assert len(person.state.session.marks) == 2
        assert person.state.session.review == decided(MINE)
    assert review_in(path) == decided(MINE)


async def test_a_code_and_a_new_file_say_what_becomes_of_decisions_if_there_are_any() -> None:
    async with paradak() as person:
        await person.follow("@checklists", "enter", "down", "c")
        assert isinstance(person.app.screen, CodePage)
        assert IN_NO_CODE not in person.words
        await decide(person, decided(MINE))
        assert "there is no code yet" in person.words
        assert IN_NO_CODE in person.words
        await person.press("escape", "space", "c")
        assert IN_NO_CODE in person.words
        await person.press("escape", "s")
        assert IN_THE_FILE in person.words
        await decide(person, Review(MINE))
        assert IN_THE_FILE not in person.words


async def test_locking_drops_the_decisions_and_the_passphrase_brings_them_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(idle, "now", lambda: 0.0)
    path = file_with(tmp_path / "notes", (Noted(1, 1, {}),))
    async with paradak() as person:
        await type_open(person, path)
        await decide(person, decided(MINE))
        monkeypatch.setattr(idle, "now", lambda: 180.0)
        person.app.lock_if_idle()
        await person.settle()
        assert "not in the file yet" in person.words
        await done(person)
        assert isinstance(person.app.screen, LockPage)
        assert person.state.session == Session()
        assert person.app._keeper._wanted is None
        await fill(person, PASSPHRASE)
        await done(person)
        assert person.state.session.review == decided(MINE)
    assert review_in(path) == decided(MINE)
