"""Marks, undo and lifted holds, whatever a person presses in whatever order."""

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.content.library import open_library
from tui.content.model import Item, Moment
from tui.language import ENGLISH
from tui.plan import Answer, Plan, Profile, hold_of, make
from tui.session import OnHoldError, Session, Status, lift, mark, undo, with_plan

LIBRARY = open_library(ENGLISH)
SITUATIONS = {situation.id: situation for situation in LIBRARY.situations}


def item_at(ref: str) -> Item:
    found = LIBRARY.item(ref)
    assert found is not None
    return found


LOOKS = item_at("subscriptions/every-place")
DELETES = item_at("subscriptions/leave-telegram")
CHANGES = item_at("installed-bots/end-sessions")
CONTACTS = item_at("subscriptions/family")
LAWYER = item_at("banking-apps/lawyer-in-reserve")
ITEMS = (LOOKS, DELETES, CHANGES, CONTACTS, LAWYER)

PLANS = {
    Moment.BEFORE: make(LIBRARY, SITUATIONS["ordinary-day"], Profile(happened=Answer.NO)),
    Moment.NOW: make(LIBRARY, SITUATIONS["checking-now"], Profile()),
    Moment.AFTER: make(LIBRARY, SITUATIONS["phone-came-back"], Profile()),
    Moment.UNKNOWN: make(LIBRARY, SITUATIONS["ordinary-day"], Profile()),
}


@dataclass(frozen=True)
class Marked:
    item: Item
    status: Status


@dataclass(frozen=True)
class Lifted:
    item: Item


moments = st.sampled_from(Moment)
items = st.sampled_from(ITEMS)
deeds = st.lists(
    st.builds(Marked, items, st.sampled_from(Status)) | st.builds(Lifted, items), max_size=12
)


def do(session: Session, deed: Marked | Lifted) -> Session:
    """What the deed gives; a refused one changes nothing."""
    try:
        if isinstance(deed, Lifted):
            return lift(session, deed.item)
        return mark(session, deed.item, deed.status)
    except OnHoldError:
        return session


def state(session: Session) -> tuple[dict[str, Status], frozenset[str]]:
    return dict(session.marks), session.lifted


def waits_here(item: Item, moment: Moment) -> bool:
    return hold_of(item, moment) is not None


@given(moments, deeds)
def test_undo_goes_back_through_exactly_the_earlier_states(
    moment: Moment, deeds: list[Marked | Lifted]
) -> None:
    session = Session(PLANS[moment])
    states = [state(session)]
    for deed in deeds:
        session = do(session, deed)
        if state(session) != states[-1]:
            states.append(state(session))
    for earlier in reversed(states[:-1]):
        session = undo(session)
        assert state(session) == earlier
    assert session.past == ()
    assert undo(session) is session
    assert state(session) == ({}, frozenset())


@given(moments, deeds)
def test_every_change_leaves_the_old_session_as_it_was(
    moment: Moment, deeds: list[Marked | Lifted]
) -> None:
    session = Session(PLANS[moment])
    for deed in deeds:
        before, past = state(session), session.past
        changed = do(session, deed)
        undo(changed)
        with_plan(changed, PLANS[Moment.AFTER])
        assert state(session) == before
        assert session.past == past
        session = changed


@given(moments, deeds)
def test_nothing_becomes_done_while_it_waits(moment: Moment, deeds: list[Marked | Lifted]) -> None:
    session = Session(PLANS[moment])
    for deed in deeds:
        session = do(session, deed)
        for item in ITEMS:
            if session.hold(item):
                assert session.status(item) is not Status.DONE


@pytest.mark.parametrize("item", [DELETES, CHANGES, CONTACTS], ids=lambda item: item.kind)
@pytest.mark.parametrize("moment", [Moment.NOW, Moment.AFTER, Moment.UNKNOWN])
def test_an_item_on_hold_can_be_put_off_or_left_but_not_done(item: Item, moment: Moment) -> None:
    session = Session(PLANS[moment])
    assert session.hold(item) == hold_of(item, moment) is not None
    with pytest.raises(OnHoldError):
        mark(session, item, Status.DONE)
    for status in (Status.LATER, Status.NOT_FOR_ME):
        assert mark(session, item, status).status(item) is status


@pytest.mark.parametrize("moment", Moment)
def test_looking_and_reaching_a_lawyer_can_be_done_at_any_moment(moment: Moment) -> None:
    session = Session(PLANS[moment])
    for item in (LOOKS, LAWYER):
        assert mark(session, item, Status.DONE).status(item) is Status.DONE


@given(moments, items)
def test_a_hold_can_be_lifted_only_where_there_is_one_and_the_moment_is_known(
    moment: Moment, item: Item
) -> None:
    session = Session(PLANS[moment])
    allowed = waits_here(item, moment) and moment in {Moment.BEFORE, Moment.AFTER}
    assert session.can_lift(item) is allowed
    if allowed:
        lifted = lift(session, item)
        assert lifted.hold(item) is None
        assert not lifted.can_lift(item)
        assert mark(lifted, item, Status.DONE).status(item) is Status.DONE
    else:
        with pytest.raises(OnHoldError):
            lift(session, item)


def test_a_hold_of_an_items_own_can_be_lifted_before() -> None:
    own = replace(DELETES, waits=(Moment.BEFORE,))
    session = Session(PLANS[Moment.BEFORE])
    assert session.can_lift(own)
    assert mark(lift(session, own), own, Status.DONE).status(own) is Status.DONE


@pytest.mark.parametrize("moment", [Moment.NOW, Moment.UNKNOWN])
def test_a_lifted_hold_that_comes_from_elsewhere_still_stands(moment: Moment) -> None:
    session = Session(PLANS[moment], lifted=frozenset({DELETES.ref}))
    assert session.hold(DELETES)
    with pytest.raises(OnHoldError):
        mark(session, DELETES, Status.DONE)


def test_lifting_one_hold_leaves_the_others() -> None:
    session = lift(Session(PLANS[Moment.AFTER]), DELETES)
    assert session.hold(DELETES) is None
    assert session.hold(CHANGES)


def test_the_same_mark_again_takes_it_off() -> None:
    later = mark(Session(PLANS[Moment.BEFORE]), DELETES, Status.LATER)
    assert mark(later, DELETES, Status.LATER).status(DELETES) is Status.TODO
    assert mark(later, DELETES, Status.DONE).status(DELETES) is Status.DONE
    assert mark(later, DELETES, Status.TODO).status(DELETES) is Status.TODO


@given(deeds, moments, moments)
def test_marks_stay_when_the_answers_change(
    deeds: list[Marked | Lifted], moment: Moment, then: Moment
) -> None:
    session = Session(PLANS[moment])
    for deed in deeds:
        session = do(session, deed)
    changed = with_plan(session, PLANS[then])
    assert changed.plan is PLANS[then]
    assert changed.marks == session.marks
    assert changed.lifted == (session.lifted if then is moment else frozenset())


def test_a_lifted_hold_stands_again_when_the_moment_changes_and_comes_back() -> None:
    lifted = lift(Session(PLANS[Moment.AFTER]), DELETES)
    for other in (Moment.BEFORE, Moment.NOW, Moment.UNKNOWN):
        back = with_plan(with_plan(lifted, PLANS[other]), PLANS[Moment.AFTER])
        assert back.hold(DELETES)
        assert undo(back).hold(DELETES)


def test_a_lifted_hold_stays_lifted_when_other_answers_change() -> None:
    lifted = lift(Session(PLANS[Moment.AFTER]), DELETES)
    other = make(LIBRARY, SITUATIONS["questioned-or-released"], Profile(devices=frozenset()))
    assert with_plan(lifted, other).hold(DELETES) is None


@given(deeds, moments, moments)
def test_undo_after_a_change_of_answers_lifts_nothing(
    deeds: list[Marked | Lifted], moment: Moment, then: Moment
) -> None:
    session = Session(PLANS[moment])
    for deed in deeds:
        session = do(session, deed)
    session = with_plan(session, PLANS[then])
    while (earlier := undo(session)) is not session:
        assert earlier.plan is PLANS[then]
        assert len(earlier.past) < len(session.past)
        if then is not moment:
            assert earlier.lifted == frozenset()
        session = earlier


@given(deeds, moments, moments)
def test_undo_never_brings_back_done_on_an_item_that_waits_now(
    deeds: list[Marked | Lifted], moment: Moment, then: Moment
) -> None:
    session = Session(PLANS[moment])
    for deed in deeds:
        session = do(session, deed)
    session = with_plan(session, PLANS[then])
    while (earlier := undo(session)) is not session:
        done = {item for item in ITEMS if earlier.status(item) is Status.DONE}
        new = {item for item in done if session.status(item) is not Status.DONE}
        assert [item.ref for item in new if earlier.hold(item)] == []
        session = earlier


def test_undo_goes_past_a_done_that_cannot_come_back() -> None:
    later = mark(Session(PLANS[Moment.BEFORE]), LOOKS, Status.LATER)
    done = mark(later, DELETES, Status.DONE)
    taken_off = mark(done, DELETES, Status.DONE)
    assert undo(taken_off).status(DELETES) is Status.DONE
    waits = undo(with_plan(taken_off, PLANS[Moment.AFTER]))
    assert waits.status(DELETES) is Status.TODO
    assert waits.status(LOOKS) is Status.TODO
    assert waits.past == ()


def test_undo_goes_past_a_done_to_what_was_before_it() -> None:
    done = mark(Session(PLANS[Moment.BEFORE]), DELETES, Status.DONE)
    later = mark(done, DELETES, Status.LATER)
    waits = undo(with_plan(later, PLANS[Moment.AFTER]))
    assert waits.status(DELETES) is Status.TODO


def test_undo_never_seems_to_do_nothing() -> None:
    later = mark(Session(PLANS[Moment.AFTER]), LOOKS, Status.LATER)
    lifted = with_plan(lift(later, DELETES), PLANS[Moment.BEFORE])
    assert undo(lifted).status(LOOKS) is Status.TODO
    unchanged = mark(later, DELETES, Status.TODO)
    assert undo(unchanged).status(LOOKS) is Status.TODO


def test_what_was_done_before_keeps_its_mark_and_the_mark_can_be_taken_off() -> None:
    done = mark(Session(PLANS[Moment.BEFORE]), DELETES, Status.DONE)
    after = with_plan(done, PLANS[Moment.AFTER])
    assert after.status(DELETES) is Status.DONE
    assert after.hold(DELETES)
    taken_off = mark(after, DELETES, Status.DONE)
    assert taken_off.status(DELETES) is Status.TODO
    with pytest.raises(OnHoldError):
        mark(taken_off, DELETES, Status.DONE)


@pytest.mark.parametrize(
    ("moment", "hint"),
    [
        (Moment.AFTER, "press x to lift the hold"),
        (Moment.UNKNOWN, "press a to say what happened"),
        (Moment.NOW, "press a to say what happened"),
    ],
)
def test_the_hint_offers_only_what_can_be_done(moment: Moment, hint: str) -> None:
    with pytest.raises(OnHoldError) as refused:
        mark(Session(PLANS[moment]), DELETES, Status.DONE)
    assert str(refused.value) == "On hold."
    assert refused.value.hint == f"Read what to do instead, or {hint}."


def test_a_session_without_a_plan_does_not_know_the_moment() -> None:
    assert Session().plan == Plan()
    assert Session().hold(DELETES)
    assert not Session().can_lift(DELETES)
