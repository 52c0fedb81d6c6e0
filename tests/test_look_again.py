"""What is worth repeating: by how often, for this person, with what waits marked; and on paper."""

from pathlib import Path

import pytest
from hypothesis import given

from tests.lists import library_of, yaml_item, yaml_list
from tests.plans import EVERY_ITEM, LIBRARY, profiles, ways_in
from tests.printed import WRITTEN, printed_text
from tui.content.library import Library
from tui.content.model import App, Moment, Recheck, Situation
from tui.export import Detail, Format, from_look_again
from tui.plan import RHYTHMS, Answer, Plan, Profile, hold_of, look_again


@pytest.fixture
def library(tmp_path: Path) -> Library:
    items = [
        yaml_item("monthly", 1, recheck="monthly"),
        yaml_item("once", 2, recheck="once"),
        yaml_item("weekly", 3, recheck="weekly", kind="delete", instead="Look at it."),
        yaml_item("viber", 4, recheck="weekly", apps="[viber]"),
        yaml_item("event", 5, recheck="event"),
    ]
    return library_of(tmp_path, mine=yaml_list("mine", 1, items))


def shown(plan: Plan) -> dict[object, list[str]]:
    return {part.heading: [entry.item.id for entry in part.entries] for part in plan.parts}


def test_items_stand_under_how_often_and_what_has_no_rhythm_is_left_out(library: Library) -> None:
    assert shown(look_again(library, None, Profile())) == {
        Recheck.WEEKLY: ["weekly", "viber"],
        Recheck.MONTHLY: ["monthly"],
    }


def test_what_is_for_other_apps_is_left_out(library: Library) -> None:
    profile = Profile(apps=frozenset({App.SIGNAL}))
    assert shown(look_again(library, None, profile))[Recheck.WEEKLY] == ["weekly"]


def test_during_a_check_there_is_nothing_to_repeat() -> None:
    now = next(found for found in LIBRARY.situations if found.moment is Moment.NOW)
    assert look_again(LIBRARY, now, Profile(happened=Answer.NO)).parts == ()


@given(ways_in, profiles)
def test_whatever_was_answered_each_stands_once_under_its_own_rhythm_with_its_hold(
    situation: Situation, profile: Profile
) -> None:
    plan = look_again(LIBRARY, situation, profile)
    assert [p.heading for p in plan.parts] == [
        r for r in RHYTHMS if r in {p.heading for p in plan.parts}
    ]
    for part in plan.parts:
        for entry in part.entries:
            assert entry.item.recheck is part.heading
            assert entry.hold == hold_of(entry.item, plan.moment)
    items = [entry.item for entry in plan.entries]
    assert len(items) == len(set(items))


def test_without_any_answer_every_item_with_a_rhythm_is_there() -> None:
    wanted = {item.ref for item in EVERY_ITEM if item.recheck in RHYTHMS}
    assert {e.item.ref for e in look_again(LIBRARY, None, Profile()).entries} == wanted


@pytest.mark.parametrize("form", WRITTEN)
def test_on_paper_it_opens_with_the_moment_and_marks_what_could_wait(
    library: Library, form: Format
) -> None:
    plan = look_again(library, None, Profile())
    text = printed_text(from_look_again(plan, library, Detail.TITLES), form)
    words = " ".join(text.split())
    order = ["Stop.", "Look again", "Every week", "Title of weekly", "Every month"]
    assert sorted(order, key=words.index) == order
    assert "Waits if something has happened, or if you are not sure." in words
    assert "Look at it." in words
    assert "Title of once" not in words
