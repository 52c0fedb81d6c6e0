"""The moment in every combination of answers, and what a plan puts first."""

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from tests.lists import library_of, yaml_item, yaml_list
from tui.content.library import Library, open_library
from tui.content.model import App, Audience, Device, Moment, Priority, Situation
from tui.language import ENGLISH
from tui.plan import (
    Answer,
    Entry,
    Group,
    Part,
    Plan,
    Profile,
    Reason,
    browse,
    make,
    moment_of,
)

LIBRARY = open_library(ENGLISH)
SITUATIONS = {situation.id: situation for situation in LIBRARY.situations}
NOBODY = Profile()

MOMENT_OF_SITUATION = {
    "ordinary-day": "asked",
    "search-may-come": "asked",
    "checking-now": "now",
    "phone-came-back": "after",
    "questioned-or-released": "after",
    "somebody-detained": "asked",
    "crossing-the-border": "asked",
    "organisation": "asked",
}
MOMENT_BY_ANSWERS = {
    # happened, out of hands
    ("skipped", "skipped"): "unknown",
    ("skipped", "no"): "unknown",
    ("skipped", "yes"): "after",
    ("skipped", "unknown"): "unknown",
    ("no", "skipped"): "before",
    ("no", "no"): "before",
    ("no", "yes"): "after",
    ("no", "unknown"): "unknown",
    ("yes", "skipped"): "after",
    ("yes", "no"): "after",
    ("yes", "yes"): "after",
    ("yes", "unknown"): "after",
    ("unknown", "skipped"): "unknown",
    ("unknown", "no"): "unknown",
    ("unknown", "yes"): "after",
    ("unknown", "unknown"): "unknown",
}


def answered(happened: str, out_of_hands: str) -> Profile:
    return Profile(
        happened=None if happened == "skipped" else Answer(happened),
        out_of_hands=None if out_of_hands == "skipped" else Answer(out_of_hands),
    )


def test_the_tables_name_every_situation_and_every_pair_of_answers() -> None:
    assert list(MOMENT_OF_SITUATION) == list(SITUATIONS)
    answers = ["skipped", *(answer.value for answer in Answer)]
    assert set(MOMENT_BY_ANSWERS) == set(product(answers, repeat=2))


@pytest.mark.parametrize("situation", MOMENT_OF_SITUATION)
def test_the_moment_follows_the_rule_in_every_situation(situation: str) -> None:
    said = MOMENT_OF_SITUATION[situation]
    for answers, asked in MOMENT_BY_ANSWERS.items():
        wanted = asked if said == "asked" else said
        assert moment_of(SITUATIONS[situation], answered(*answers)).value == wanted, answers
        assert make(LIBRARY, SITUATIONS[situation], answered(*answers)).moment.value == wanted


@pytest.mark.parametrize(("answers", "wanted"), MOMENT_BY_ANSWERS.items())
def test_without_a_situation_the_answers_alone_decide(
    answers: tuple[str, str], wanted: str
) -> None:
    assert moment_of(None, answered(*answers)).value == wanted


# During a check


@pytest.mark.parametrize("answers", MOMENT_BY_ANSWERS)
def test_now_offers_nothing_whatever_was_answered(answers: tuple[str, str]) -> None:
    now = SITUATIONS["checking-now"]
    profile = replace(answered(*answers), apps=frozenset(App), devices=frozenset(Device))
    assert make(LIBRARY, now, profile).entries == ()
    for checklist in LIBRARY.checklists:
        assert browse(checklist, now, profile).parts == ()


def test_now_offers_nothing_even_where_an_author_gave_it_a_path() -> None:
    now = replace(SITUATIONS["ordinary-day"], moment=Moment.NOW)
    assert now.path
    assert make(LIBRARY, now, NOBODY).parts == ()


def part(plan: Plan, group: Group) -> tuple[Entry, ...]:
    return next((part.entries for part in plan.parts if part.heading is group), ())


def refs(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.item.ref for entry in entries]


# For whom a list was written


@pytest.mark.parametrize(
    ("audience", "wanted"),
    [
        (None, ["all/a", "press/a", "family/a", "all/b", "press/b", "family/b"]),
        (Audience.EVERYONE, ["all/a", "press/a", "family/a", "all/b", "press/b", "family/b"]),
        (Audience.ABROAD, ["all/a", "press/a", "family/a", "all/b", "press/b", "family/b"]),
        (Audience.JOURNALISTS, ["press/a", "all/a", "family/a", "press/b", "all/b", "family/b"]),
        (Audience.RELATIVES, ["family/a", "all/a", "press/a", "family/b", "all/b", "press/b"]),
    ],
)
def test_lists_for_the_person_come_earlier_among_what_matters_as_much(
    tmp_path: Path, audience: Audience | None, wanted: list[str]
) -> None:
    items = [yaml_item("a", 1, priority="critical"), yaml_item("b", 2), yaml_item("c", 3)]
    library = library_of(
        tmp_path,
        start=yaml_list("start", 4, items),
        all=yaml_list("all", 1, items[:2]),
        press=yaml_list("press", 2, items[:2], "everyone, journalists"),
        family=yaml_list("family", 3, items[:2], "relatives"),
    )
    day = Situation("day", "A day", None, "", ("start",), ("all", "press", "family"))
    plan = make(library, day, Profile(audience=audience))
    assert refs(part(plan, Group.FIRST)) == ["start/a", "start/b", "start/c"]
    assert refs(part(plan, Group.NEXT)) == wanted


# What stands first


def one_list(folder: Path, *items: str) -> Library:
    return library_of(folder, own=yaml_list("own", 1, list(items)))


def test_too_few_to_start_with_are_joined_by_what_matters_most(tmp_path: Path) -> None:
    library = one_list(
        tmp_path,
        yaml_item("extra", 1, priority="extra"),
        yaml_item("important", 2),
        yaml_item("waiting", 3, kind="delete", priority="critical", instead="Look."),
        yaml_item("critical", 4, priority="critical"),
        yaml_item("start", 5, priority="extra"),
    )
    plan = make(library, Situation("day", "A day", None, "", ("own/start",), ("own",)), NOBODY)
    assert [(e.item.id, e.reason) for e in part(plan, Group.FIRST)] == [
        ("start", Reason.STARTS),
        ("critical", Reason.CRITICAL),
        ("important", Reason.IMPORTANT),
    ]
    assert refs(part(plan, Group.TIME)) == ["own/extra"]
    assert refs(part(plan, Group.ON_HOLD)) == ["own/waiting"]


def test_with_fewer_than_three_possible_first_takes_them_all(tmp_path: Path) -> None:
    waiting = yaml_item("waiting", 1, kind="delete", instead="Look.")
    library = one_list(tmp_path, waiting, yaml_item("extra", 2, priority="extra"))
    day = Situation("day", "A day", None, "", ("own/waiting",), ("own",))
    plan = make(library, day, NOBODY)
    assert [(one.heading, refs(one.entries)) for one in plan.parts] == [
        (Group.FIRST, ["own/extra"]),
        (Group.ON_HOLD, ["own/waiting"]),
    ]


def test_a_section_and_a_former_id_can_stand_first(tmp_path: Path) -> None:
    items = [yaml_item(f"item-{n}", n) for n in range(1, 12)]
    items[10] = yaml_item("renamed", 11, was="[old-name]")
    library = one_list(tmp_path, *items)
    day = Situation("day", "A day", None, "", ("own/old-name", "own/section-1"), ("own",))
    first = part(make(library, day, NOBODY), Group.FIRST)
    assert refs(first) == ["own/renamed", *(f"own/item-{n}" for n in range(1, 7))]
    assert {entry.reason for entry in first} == {Reason.STARTS}


def test_a_path_to_lists_that_are_not_there_gives_a_plan_of_the_others(tmp_path: Path) -> None:
    library = one_list(tmp_path, yaml_item("only", 1))
    day = Situation("day", "A day", None, "", ("gone/item",), ("gone", "own", "own/gone"))
    assert refs(make(library, day, NOBODY).entries) == ["own/only"]


# One whole list


def test_a_list_opened_without_any_answer_holds_everything_that_may_wait() -> None:
    for checklist in LIBRARY.checklists:
        plan = browse(checklist, None, NOBODY)
        waiting = [entry.item for entry in plan.entries if entry.hold]
        assert waiting == [item for item in checklist.items if Moment.UNKNOWN in item.waits]


def test_an_empty_part_takes_no_time() -> None:
    assert Part(Group.NEXT, ()).minutes == 0
    assert Plan().entries == ()


def test_priorities_stand_in_the_order_of_their_weight() -> None:
    assert list(Priority) == [Priority.CRITICAL, Priority.IMPORTANT, Priority.EXTRA]
