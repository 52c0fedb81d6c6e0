"""The shipped situations: whom they start with, and that every leaf of their paths is reached."""

import pytest

from tests.plans import PLACES, on_the_way, part, refs
from tui.content.library import open_library
from tui.content.model import Kind, Moment, Situation
from tui.language import ENGLISH
from tui.plan import Answer, Group, Plan, Profile, make

LIBRARY = open_library(ENGLISH)
SITUATIONS = {found.id: found for found in LIBRARY.situations}
WITH_A_PATH = [found for found in LIBRARY.situations if found.moment is not Moment.NOW]
ANSWERS = [
    Profile(happened=happened, out_of_hands=out_of_hands)
    for happened in (None, *Answer)
    for out_of_hands in (None, *Answer)
]
ABOUT_PEOPLE = {
    "after-release",
    "interrogation",
    "letters-and-papers",
    "private-messages",
    "report-and-get-help",
    "search-of-home",
    "transfers-and-deliveries",
}


def first(name: str, profile: Profile) -> list[str]:
    return refs(part(make(LIBRARY, SITUATIONS[name], profile), Group.FIRST))


def test_there_are_eight_situations_and_one_of_them_is_now() -> None:
    assert len(SITUATIONS) == 8
    assert [found.id for found in LIBRARY.situations if found.moment is Moment.NOW] == [
        "checking-now"
    ]


@pytest.mark.parametrize("situation", WITH_A_PATH, ids=lambda found: found.id)
def test_three_to_seven_first_steps_are_named_and_all_exist(situation: Situation) -> None:
    assert 3 <= len(situation.first) <= 7
    assert [ref for ref in situation.first if len(PLACES[ref]) != 1] == []
    assert [ref for ref in situation.path if not PLACES[ref]] == []


@pytest.mark.parametrize("situation", WITH_A_PATH, ids=lambda found: found.id)
def test_every_leaf_of_a_path_is_offered_or_on_hold_for_some_answer(situation: Situation) -> None:
    reached: set[str] = set()
    for profile in ANSWERS:
        plan = make(LIBRARY, situation, profile)
        groups = (Group.FIRST, Group.NEXT, Group.TIME, Group.ON_HOLD)
        reached |= {ref for group in groups for ref in refs(part(plan, group))}
    assert {item.ref for item in on_the_way(situation)} == reached


def test_every_list_lies_on_some_path() -> None:
    paths = {ref.partition("/")[0] for found in WITH_A_PATH for ref in found.path}
    assert paths == set(LIBRARY.ids)


@pytest.mark.parametrize("profile", ANSWERS)
def test_a_phone_that_came_back_is_first_left_as_it_is(profile: Profile) -> None:
    names = first("phone-came-back", profile)
    assert names[0] == "phone-returned/change-nothing-yet"
    assert "phone-returned/three-choices" in names
    kinds = {LIBRARY.items(ref)[0].kind for ref in names}
    assert kinds <= {Kind.LOOK, Kind.REMEMBER, Kind.CONTACT}


def test_the_three_choices_for_such_a_phone_matter_alike() -> None:
    names = ("phone-for-daily-life", "keep-for-experts", "reset-or-replace")
    items = [LIBRARY.items(f"phone-returned/{name}")[0] for name in names]
    assert {item.priority for item in items} == {items[0].priority}
    choices = LIBRARY.items("phone-returned/three-choices")[0]
    assert {item.ref for item in items} <= set(choices.related)


@pytest.mark.parametrize("name", ["questioned-or-released", "somebody-detained"])
@pytest.mark.parametrize("profile", ANSWERS)
def test_after_a_detention_people_and_health_come_before_devices(
    name: str, profile: Profile
) -> None:
    lists = [ref.partition("/")[0] for ref in first(name, profile)]
    assert set(lists) <= ABOUT_PEOPLE
    assert len(lists) >= 3


def plan_of(name: str, profile: Profile) -> Plan:
    return make(LIBRARY, SITUATIONS[name], profile)


@pytest.mark.parametrize("name", SITUATIONS)
def test_reaching_a_lawyer_or_a_doctor_never_waits_in_any_plan(name: str) -> None:
    never = {item.ref for items in PLACES.values() for item in items if item.never_waits}
    for profile in ANSWERS:
        held = {entry.item.ref for entry in plan_of(name, profile).entries if entry.hold}
        assert held & never == set()
