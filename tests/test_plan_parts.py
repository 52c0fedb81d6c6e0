"""Plans of the shipped lists, for any answers: nothing disappears, nothing on hold is offered."""

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.plans import EVERY_ITEM, LIBRARY, on_the_way, part, profiles, refs, ways_in
from tui.content.model import Audience, Checklist, Item, Moment, Phase, Situation
from tui.language import Language
from tui.plan import Answer, Entry, Group, Plan, Profile, Reason, browse, hold_of, make

BELARUSIAN = LIBRARY.in_language(Language("be"))


def ready(plan: Plan) -> tuple[Entry, ...]:
    return (*part(plan, Group.FIRST), *part(plan, Group.NEXT), *part(plan, Group.TIME))


def held(plan: Plan) -> set[str]:
    return {entry.item.ref for entry in plan.entries if entry.hold}


@given(ways_in, profiles)
def test_every_item_of_the_path_stands_in_exactly_one_part(
    situation: Situation, profile: Profile
) -> None:
    plan = make(LIBRARY, situation, profile)
    headings = [part.heading for part in plan.parts]
    assert sorted(refs(plan.entries)) == sorted(item.ref for item in on_the_way(situation))
    assert headings == [group for group in Group if group in headings]
    assert all(part.entries for part in plan.parts)


@given(ways_in, profiles)
def test_what_waits_is_on_hold_or_set_aside_and_all_of_on_hold_waits(
    situation: Situation, profile: Profile
) -> None:
    plan = make(LIBRARY, situation, profile)
    waiting = {item.ref for item in on_the_way(situation) if hold_of(item, plan.moment)}
    assert held(plan) == waiting
    assert waiting - set(refs(part(plan, Group.ASIDE))) == set(refs(part(plan, Group.ON_HOLD)))
    assert all(entry.hold for entry in part(plan, Group.ON_HOLD))
    assert not any(entry.hold for entry in ready(plan))


@given(ways_in, profiles)
def test_first_has_three_to_seven_entries_if_so_many_are_possible(
    situation: Situation, profile: Profile
) -> None:
    plan = make(LIBRARY, situation, profile)
    first = part(plan, Group.FIRST)
    assert min(3, len(ready(plan))) <= len(first) <= 7
    starting = [name for name in situation.first if name in refs(ready(plan))]
    assert refs(first)[: len(starting)] == starting
    assert len(first) == max(len(starting), min(3, len(ready(plan))))


def wanted_reason(entry: Entry, group: Group, plan: Plan) -> Reason:
    item, profile = entry.item, plan.profile
    assert plan.situation is not None
    if plan.moment is Moment.BEFORE and item.phases == (Phase.AFTER,):
        return Reason.OTHER_PHASE
    if item.apps and profile.apps is not None and profile.apps.isdisjoint(item.apps):
        return Reason.OTHER_APPS
    if item.devices and profile.devices is not None and profile.devices.isdisjoint(item.devices):
        return Reason.OTHER_DEVICES
    if group is Group.ON_HOLD:
        return Reason.WAITS
    if group is Group.FIRST and item.ref in plan.situation.first:
        return Reason.STARTS
    return Reason(item.priority.value)


GROUPS_OF_REASON = {
    Reason.STARTS: {Group.FIRST},
    Reason.CRITICAL: {Group.FIRST, Group.NEXT},
    Reason.IMPORTANT: {Group.FIRST, Group.NEXT},
    Reason.EXTRA: {Group.FIRST, Group.TIME},
    Reason.WAITS: {Group.ON_HOLD},
    Reason.OTHER_PHASE: {Group.ASIDE},
    Reason.OTHER_APPS: {Group.ASIDE},
    Reason.OTHER_DEVICES: {Group.ASIDE},
}


def placed(plan: Plan) -> Iterator[tuple[Group, Entry]]:
    for one in plan.parts:
        assert isinstance(one.heading, Group)
        for entry in one.entries:
            yield one.heading, entry


@given(ways_in, profiles)
def test_every_entry_has_a_reason_that_fits(situation: Situation, profile: Profile) -> None:
    plan = make(LIBRARY, situation, profile)
    for group, entry in placed(plan):
        assert entry.reason is wanted_reason(entry, group, plan)
        assert group in GROUPS_OF_REASON[entry.reason]
        assert set(entry.named) <= (profile.apps or set()) | (profile.devices or set())


@given(ways_in, profiles)
def test_minutes_add_up(situation: Situation, profile: Profile) -> None:
    plan = make(LIBRARY, situation, profile)
    total = sum(item.minutes for item in on_the_way(situation))
    assert sum(part.minutes for part in plan.parts) == total
    for one in plan.parts:
        assert one.minutes == sum(entry.item.minutes for entry in one.entries)


@given(ways_in, profiles, st.sampled_from(Answer), st.booleans())
def test_a_further_answer_frees_only_what_a_clear_no_or_the_item_itself_allows(
    situation: Situation, profile: Profile, answer: Answer, about_the_phone: bool
) -> None:
    if about_the_phone:
        less, more = replace(profile, out_of_hands=None), replace(profile, out_of_hands=answer)
    else:
        less, more = replace(profile, happened=None), replace(profile, happened=answer)
    before, after = make(LIBRARY, situation, less), make(LIBRARY, situation, more)
    for item in EVERY_ITEM:
        if item.ref in held(before) - held(after):
            said_no = not about_the_phone and answer is Answer.NO
            assert (after.moment is Moment.BEFORE and said_no) or (
                after.moment is Moment.AFTER and Phase.AFTER in item.phases
            )


@given(ways_in, profiles, profiles)
def test_devices_apps_and_audience_do_not_decide_what_waits(
    situation: Situation, profile: Profile, other: Profile
) -> None:
    changed = replace(profile, devices=other.devices, apps=other.apps, audience=other.audience)
    one, two = make(LIBRARY, situation, profile), make(LIBRARY, situation, changed)
    assert held(one) == held(two)
    moved = set(refs(part(one, Group.ON_HOLD))) ^ set(refs(part(two, Group.ON_HOLD)))
    aside = set(refs(part(one, Group.ASIDE))) ^ set(refs(part(two, Group.ASIDE)))
    assert moved <= aside


@given(ways_in, profiles)
def test_the_order_is_that_of_the_path_and_within_next_by_weight(
    situation: Situation, profile: Profile
) -> None:
    plan = make(LIBRARY, situation, profile)
    order = {item.ref: place for place, item in enumerate(on_the_way(situation))}
    for group in (Group.TIME, Group.ON_HOLD, Group.ASIDE):
        places = [order[ref] for ref in refs(part(plan, group))]
        assert places == sorted(places)
    following = part(plan, Group.NEXT)
    weights = [
        (
            e.reason is not Reason.CRITICAL,
            plan.moment is Moment.AFTER and Phase.AFTER not in e.item.phases,
            not written_for(e.item, profile),
            order[e.item.ref],
        )
        for e in following
    ]
    assert weights == sorted(weights)


@given(ways_in, profiles)
def test_the_same_answers_give_the_same_plan_in_every_language(
    situation: Situation, profile: Profile
) -> None:
    plan = make(LIBRARY, situation, profile)
    assert make(LIBRARY, situation, profile) == plan
    assert [
        (part.heading, refs(part.entries)) for part in make(BELARUSIAN, situation, profile).parts
    ] == [(part.heading, refs(part.entries)) for part in plan.parts]


def written_for(item: Item, profile: Profile) -> bool:
    audience = LIBRARY.checklist(item.checklist).audience
    return profile.audience is not Audience.EVERYONE and profile.audience in audience


@given(ways_in, profiles, st.none() | st.sampled_from(Audience))
def test_the_audience_only_reorders_next(
    situation: Situation, profile: Profile, audience: Audience | None
) -> None:
    one = make(LIBRARY, situation, profile)
    two = make(LIBRARY, situation, replace(profile, audience=audience))
    for first, second in zip(one.parts, two.parts, strict=True):
        assert first.heading is second.heading
        if first.heading is Group.NEXT:
            assert sorted(refs(first.entries)) == sorted(refs(second.entries))
        else:
            assert first == second


@given(st.sampled_from(LIBRARY.checklists), st.none() | ways_in, profiles)
def test_a_whole_list_shows_every_item_in_its_own_order_with_its_holds(
    checklist: Checklist, situation: Situation | None, profile: Profile
) -> None:
    plan = browse(checklist, situation, profile)
    assert [part.heading for part in plan.parts] == [one.title for one in checklist.sections]
    assert [entry.item for entry in plan.entries] == list(checklist.items)
    for entry in plan.entries:
        assert entry.hold == hold_of(entry.item, plan.moment)
