"""An item in words: the person's own steps first, nothing lost, and always where it comes from."""

from dataclasses import replace
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.content.library import open_library
from tui.content.model import (
    App,
    Device,
    Evidence,
    Item,
    Kind,
    Moment,
    Note,
    Phase,
    Priority,
    Recheck,
    Situation,
    Source,
    Step,
)
from tui.guidance import StepLine, facts, guide, reason, source_line, waits
from tui.language import ENGLISH
from tui.plan import Answer, Entry, Group, Hold, Plan, Profile, Reason, fits, hold_of, make
from tui.session import Status
from tui.words import (
    APP_NAMES,
    DEVICE_NAMES,
    EVIDENCE_WORDS,
    GROUP_WORDS,
    KIND_WORDS,
    PRIORITY_WORDS,
    RECHECK_WORDS,
    STATUS_WORDS,
)

LIBRARY = open_library(ENGLISH)
EVERY_ITEM = tuple(item for checklist in LIBRARY.checklists for item in checklist.items)
ITEM = replace(
    EVERY_ITEM[0],
    kind=Kind.DELETE,
    phases=(Phase.BEFORE,),
    waits=(Moment.AFTER, Moment.UNKNOWN),
    instead="Look, and leave it.",
    minutes=90,
    recheck=Recheck.MONTHLY,
    caution=Note("It can be seen.", default=False),
    if_you_cannot=Note("Do a part.", default=True),
    sources=(Source("one", "Viasna, on bots", "23 Feb 2024"), Source("two", "Euroradio", "2024")),
    evidence=Evidence.WEAK,
    checked="2026-11-01",
)

WAITS_AFTER = (
    "Waits: something has happened. First ask a lawyer or a human rights defender you trust."
)


def step(text: str, *, apps: tuple[App, ...] = (), devices: tuple[Device, ...] = ()) -> Step:
    return Step(text, apps, devices, seen=(), general=())


EVERYWHERE = step("Think first.")
ON_ANDROID = step("Tap it.", devices=(Device.ANDROID,))
ON_PHONES = step("Hold it.", devices=(Device.ANDROID, Device.IPHONE))
ON_COMPUTER = step("Click it.", devices=(Device.COMPUTER,))
IN_SIGNAL = step("Open Signal.", apps=(App.SIGNAL,), devices=(Device.ANDROID,))
STEPS = (ON_COMPUTER, EVERYWHERE, ON_ANDROID, ON_PHONES, IN_SIGNAL)


def shown(profile: Profile, steps: tuple[Step, ...] = STEPS) -> tuple[list[str], list[str]]:
    guidance = guide(replace(ITEM, steps=steps), LIBRARY, profile)
    return [line.text for line in guidance.steps], [line.text for line in guidance.others]


def test_the_persons_own_steps_come_first_and_the_others_stay_at_hand() -> None:
    android = Profile(devices=frozenset({Device.ANDROID}))
    assert shown(android) == (
        ["Think first.", "Tap it.", "Hold it.", "Open Signal."],
        ["Click it."],
    )
    no_signal = replace(android, apps=frozenset({App.TELEGRAM}))
    assert shown(no_signal) == (
        ["Think first.", "Tap it.", "Hold it."],
        ["Click it.", "Open Signal."],
    )


def test_who_named_nothing_sees_all_steps_in_their_order() -> None:
    assert shown(Profile()) == ([one.text for one in STEPS], [])


def test_where_no_step_fits_all_are_shown() -> None:
    iphone = Profile(devices=frozenset({Device.IPHONE}))
    assert shown(iphone, (ON_ANDROID, ON_COMPUTER)) == (["Tap it.", "Click it."], [])


def test_two_equal_steps_stay_two() -> None:
    phone = Profile(devices=frozenset({Device.ANDROID}))
    assert shown(phone, (ON_ANDROID, ON_COMPUTER, ON_ANDROID, ON_COMPUTER)) == (
        ["Tap it.", "Tap it."],
        ["Click it.", "Click it."],
    )


profiles = st.builds(
    Profile,
    devices=st.none() | st.frozensets(st.sampled_from(Device)),
    apps=st.none() | st.frozensets(st.sampled_from(App)),
)


@given(st.sampled_from(EVERY_ITEM), profiles)
def test_no_step_of_any_shipped_item_is_lost(item: Item, profile: Profile) -> None:
    guidance = guide(item, LIBRARY, profile)
    texts = [line.text for line in (*guidance.steps, *guidance.others)]
    assert sorted(texts) == sorted(one.text for one in item.steps)
    assert guidance.steps
    assert not any(
        fits(one, profile) for one in item.steps if one.text not in {s.text for s in guidance.steps}
    )


def test_a_step_says_where_it_belongs_and_that_a_label_may_differ() -> None:
    unsure = replace(ON_PHONES, apps=(App.TELEGRAM,), seen=("Devices",), general=("Sessions",))
    sure = replace(EVERYWHERE, seen=("Devices",))
    guidance = guide(replace(ITEM, steps=(unsure, sure)), LIBRARY)
    assert guidance.steps == (
        StepLine("Hold it.", "Telegram, Android, iPhone", may_differ=True),
        StepLine("Think first.", "", may_differ=False),
    )


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (Moment.AFTER, WAITS_AFTER),
        (Moment.UNKNOWN, "Waits: what has happened is not known yet."),
        (Moment.BEFORE, "Waits: this is for later, after something has happened."),
        (Moment.NOW, "Waits: nothing is done during a check."),
    ],
)
def test_an_item_on_hold_says_what_it_waits_for_and_what_to_do_instead(
    moment: Moment, words: str
) -> None:
    guidance = guide(ITEM, LIBRARY, Profile(), Hold(moment))
    assert (guidance.waits, guidance.instead) == (words, "Look, and leave it.")


@pytest.mark.parametrize(
    ("moments", "words"),
    [
        (
            (Moment.AFTER, Moment.UNKNOWN),
            "Waits if something has happened, or if you are not sure.",
        ),
        ((Moment.AFTER,), "Waits if something has happened."),
        ((Moment.UNKNOWN,), "Waits if you are not sure whether something has happened."),
        ((Moment.BEFORE,), "Waits: this is for later, after something has happened."),
        (
            (Moment.BEFORE, Moment.UNKNOWN),
            "Waits: this is for later, after something has happened.",
        ),
        ((), ""),
    ],
)
def test_outside_a_plan_an_item_says_in_which_moments_it_waits(
    moments: tuple[Moment, ...], words: str
) -> None:
    assert waits(replace(ITEM, waits=moments), ENGLISH) == words


@pytest.mark.parametrize("moment", Moment)
def test_every_shipped_item_that_waits_says_so_and_no_other(moment: Moment) -> None:
    for item in EVERY_ITEM:
        guidance = guide(item, LIBRARY, Profile(), hold_of(item, moment))
        could_wait = bool(item.waits) or hold_of(item, moment) is not None
        assert bool(guidance.waits) is could_wait, item.ref


def test_what_the_list_says_for_all_its_items_is_marked_as_general_knowledge() -> None:
    guidance = guide(ITEM, LIBRARY)
    assert guidance.caution == "It can be seen."
    assert guidance.if_you_cannot == "Do a part. (general knowledge)"


def test_the_source_line_names_source_date_and_evidence() -> None:
    assert source_line(ITEM, LIBRARY) == (
        "Viasna, on bots (23 Feb 2024); Euroradio (2024) · checked 1 November 2026 · weak source"
    )
    assert source_line(ITEM, LIBRARY, short=True) == (
        "Viasna (23 Feb 2024); Euroradio (2024) · checked 1 November 2026 · weak source"
    )


def test_a_source_line_without_a_known_source_still_says_when_and_how_well() -> None:
    assert source_line(replace(ITEM, sources=()), LIBRARY) == (
        "checked 1 November 2026 · weak source"
    )


def test_every_shipped_item_is_sourced_dated_and_says_how_well() -> None:
    for item in EVERY_ITEM:
        line = guide(item, LIBRARY).source
        assert all(f"{source.name} ({source.date})" in line for source in item.sources)
        assert line.endswith(f"{ENGLISH.date(item.checked)} · {EVIDENCE_WORDS[item.evidence]}")
        assert item.sources


def test_facts_say_what_kind_how_long_and_how_often() -> None:
    assert facts(ITEM, ENGLISH) == "delete · 1 h 30 min · look again every month"
    assert facts(replace(ITEM, recheck=Recheck.ONCE), ENGLISH) == "delete · 1 h 30 min"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (APP_NAMES, App),
        (DEVICE_NAMES, Device),
        (KIND_WORDS, Kind),
        (PRIORITY_WORDS, Priority),
        (EVIDENCE_WORDS, Evidence),
        (RECHECK_WORDS, Recheck),
        (STATUS_WORDS, Status),
        (GROUP_WORDS, Group),
    ],
)
def test_there_is_a_word_for_everything(words: dict[StrEnum, str], kind: type[StrEnum]) -> None:
    assert set(words) == set(kind)


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (
            Entry(ITEM, Reason.STARTS, None, (App.SIGNAL, Device.IPHONE)),
            "Why here: one of the first steps for “A day”. You said: Signal, iPhone.",
        ),
        (Entry(ITEM, Reason.CRITICAL, None), "Why here: it matters most."),
        (
            Entry(ITEM, Reason.WAITS, Hold(Moment.AFTER), (App.SIGNAL,)),
            f"{WAITS_AFTER} Instead: Look, and leave it.",
        ),
        (
            Entry(replace(ITEM, apps=(App.VK, App.VIBER)), Reason.OTHER_APPS, None),
            "Set aside: it is for VK, Viber.",
        ),
    ],
)
def test_an_entry_says_why_it_stands_there(entry: Entry, words: str) -> None:
    day = Situation("day", "A day", None, "", (), ())
    assert reason(entry, Plan(day, Profile(), Moment.AFTER), ENGLISH) == words


@given(st.sampled_from(LIBRARY.situations), profiles, st.none() | st.sampled_from(Answer))
def test_every_entry_of_every_plan_says_why(
    situation: Situation, profile: Profile, happened: Answer | None
) -> None:
    plan = make(LIBRARY, situation, replace(profile, happened=happened))
    for entry in plan.entries:
        assert reason(entry, plan, ENGLISH).startswith(("Why here: ", "Waits", "Set aside: "))
