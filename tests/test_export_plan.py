"""What is printed of a plan: its groups, what waits, the marks, and nothing about the person."""

import dataclasses
import re
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from tests.printed import WRITTEN, blocks, entry, flat, item, library_at, printed_text
from tui import __version__, guidance
from tui.content.library import Library, open_library
from tui.content.model import App, Device, Situation
from tui.export import Detail, Document, Format, from_checklists, from_plan
from tui.export.document import Box
from tui.language import ENGLISH
from tui.plan import Answer, Group, Profile, make
from tui.session import Session, Status, lift, mark

SHIPPED = open_library(ENGLISH)
EVERYTHING = list(product(WRITTEN, Detail))
BEFORE = Profile(happened=Answer.NO, out_of_hands=Answer.NO)
AFTER = Profile(happened=Answer.YES)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_at(tmp_path)


def whole(library: Library, marks: Session | None = None) -> Document:
    return from_checklists(library.checklists, library, Detail.FULL, marks)


def session(library: Library, profile: Profile) -> Session:
    situation = Situation("day", "A day at home", None, "Take your time.", (), ("phone",))
    return Session(make(library, situation, profile))


@pytest.mark.parametrize("profile", [BEFORE, AFTER, Profile()], ids=["before", "after", "unknown"])
@pytest.mark.parametrize("situation", SHIPPED.situations, ids=lambda found: found.id)
def test_in_every_plan_what_waits_says_so_and_what_to_do_instead(
    situation: Situation, profile: Profile
) -> None:
    plan = make(SHIPPED, situation, profile)
    for detail in Detail:
        printed = from_plan(Session(plan), SHIPPED, detail).entries
        assert [e.title for e in printed] == [e.item.title for e in plan.entries]
        for shown, planned in zip(printed, plan.entries, strict=True):
            can_wait = planned.item.waits and planned.item.kind.acts
            assert bool(shown.waits) == bool(planned.hold or can_wait)
            assert bool(shown.instead) == bool(shown.waits)
            if planned.hold:
                assert shown.box is Box.HELD
                assert shown.waits == guidance.waits(planned.item, ENGLISH)


@pytest.mark.parametrize(("form", "detail"), EVERYTHING)
def test_a_plan_prints_what_waits_in_every_format(
    library: Library, form: Format, detail: Detail
) -> None:
    output = printed_text(from_plan(session(library, AFTER), library, detail), form)
    (held,) = (text for text in blocks(output, form) if text.startswith("Leave the channels"))
    assert "Waits if something has happened, or if you are not sure. Instead: Keep" in held
    assert "‖" in output
    assert "Waits: something has happened" not in output


@pytest.mark.parametrize("form", WRITTEN)
def test_the_first_steps_alone_are_printed_without_what_waits(
    library: Library, form: Format
) -> None:
    found = session(library, AFTER)
    output = printed_text(from_plan(found, library, Detail.STEPS, first_only=True), form)
    first = next(part for part in found.plan.parts if part.heading is Group.FIRST)
    assert len(blocks(output, form)) == len(first.entries)
    assert "‖" not in output


def test_in_a_plan_the_own_devices_come_first(library: Library) -> None:
    profile = replace(BEFORE, devices=frozenset({Device.IPHONE}))
    document = from_plan(session(library, profile), library, Detail.STEPS)
    own, others = entry(document, "Read the list of devices").steps
    assert [line.where for line in own.lines] == ["iPhone", ""]
    assert (others.label, [line.where for line in others.lines]) == ("Other devices", ["Android"])


def test_a_plan_is_printed_under_its_groups(library: Library) -> None:
    profile = replace(AFTER, apps=frozenset({App.VIBER}))
    (sheet,) = from_plan(session(library, profile), library, Detail.STEPS).sheets
    found = {part.heading: [e.title for e in part.entries] for part in sheet.parts}
    assert found["On hold"] == ["Leave the channels"]
    assert found["Set aside"] == ["Read the list of devices"]
    assert list(found)[-2:] == ["On hold", "Set aside"]
    aside = sheet.parts[-1].entries[0]
    assert aside.aside == "Set aside: it is for Telegram."
    assert [limit.text for limit in sheet.limits] == ["It does not reach servers."]


def test_what_is_on_hold_or_set_aside_shows_its_steps_only_in_full(library: Library) -> None:
    waiting = session(library, AFTER)
    assert not entry(from_plan(waiting, library, Detail.STEPS), "Leave the channels").steps
    assert entry(from_plan(waiting, library, Detail.FULL), "Leave the channels").steps


def marked(library: Library) -> Session:
    found = mark(session(library, AFTER), item(library, "read"), Status.DONE)
    found = mark(found, item(library, "lawyer"), Status.LATER)
    return lift(found, item(library, "leave"))


def boxes(document: Document) -> dict[str, Box]:
    return {entry.title: entry.box for entry in document.entries}


def test_marks_are_blank_unless_they_are_wanted(library: Library) -> None:
    blank = from_plan(marked(library), library, Detail.TITLES)
    assert blank == from_plan(session(library, AFTER), library, Detail.TITLES)
    assert set(boxes(blank).values()) == {Box.EMPTY, Box.HELD}
    assert {entry.box for entry in whole(library).entries} == {Box.EMPTY}


@pytest.mark.parametrize("form", WRITTEN)
def test_marks_that_are_wanted_are_printed_and_explained(library: Library, form: Format) -> None:
    done = from_plan(marked(library), library, Detail.TITLES, with_marks=True)
    wanted = {
        "Read the list of devices": Box.DONE,
        "Reach a lawyer": Box.LATER,
        "Leave the channels": Box.TODO,
    }
    assert boxes(done) == wanted
    assert boxes(whole(library, marked(library))) == wanted
    output = flat(re.sub(r"<[^>]*>", " ", printed_text(done, form)))
    for words in ("○ to do", "● done", "◔ later", "– not for me", "‖ on hold"):
        assert words in output
    assert "done · look · 5 min" in output


def test_a_hold_that_was_lifted_still_says_that_it_could_wait(library: Library) -> None:
    document = from_plan(marked(library), library, Detail.TITLES, with_marks=True)
    assert entry(document, "Leave the channels").waits == guidance.COULD_WAIT


def texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [str(value)]
    if isinstance(value, tuple):
        return [text for one in value for text in texts(one)]
    if dataclasses.is_dataclass(value):
        return [text for f in dataclasses.fields(value) for text in texts(getattr(value, f.name))]
    return []


@pytest.mark.parametrize("form", WRITTEN)
def test_nothing_tells_who_printed_it(library: Library, tmp_path: Path, form: Format) -> None:
    found = session(library, replace(AFTER, apps=frozenset({App.TELEGRAM})))
    output = printed_text(from_plan(found, library, Detail.FULL), form).lower()
    for word in (
        "paradak",
        __version__,
        str(tmp_path),
        "a day at home",
        "take your time",
        "you said",
    ):
        assert word not in output, word


def test_every_text_of_a_document_is_printed_in_every_format(library: Library) -> None:
    document = from_plan(session(library, AFTER), library, Detail.FULL)
    for form in WRITTEN:
        output = flat(re.sub(r"<[^>]*>", " ", printed_text(document, form)).replace("\\", ""))
        for text in texts(document.sheets):
            assert flat(text) in output or text in {"critical", "important", "extra"}, text
