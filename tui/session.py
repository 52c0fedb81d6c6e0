"""A plan and the person's marks; every change gives a new session."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from tui.content.model import Item, Moment
from tui.errors import ParadakError
from tui.plan import Hold, Plan, hold_of

_LIFTABLE = frozenset({Moment.BEFORE, Moment.AFTER})


class Status(StrEnum):
    """State of an item; one without a mark is still to do."""

    TODO = "todo"
    DONE = "done"
    LATER = "later"
    NOT_FOR_ME = "not-for-me"


class OnHoldError(ParadakError):
    """An item that waits cannot be marked as done."""


@dataclass(frozen=True)
class Session:
    """The plan at hand, marks by item reference, lifted holds, and what undo goes back to."""

    plan: Plan = field(default_factory=Plan)
    marks: Mapping[str, Status] = field(default_factory=dict)
    lifted: frozenset[str] = frozenset()
    past: tuple[tuple[Mapping[str, Status], frozenset[str]], ...] = ()

    def status(self, item: Item) -> Status:
        """The item's mark."""
        return self.marks.get(item.ref, Status.TODO)

    def hold(self, item: Item) -> Hold | None:
        """Why the item waits now, or nothing if it does not or its hold was lifted."""
        lifted = item.ref in self.lifted and self.plan.moment in _LIFTABLE
        return None if lifted else hold_of(item, self.plan.moment)

    def can_lift(self, item: Item) -> bool:
        """Whether the hold may be lifted: only when the moment is known and it is not now."""
        return self.plan.moment in _LIFTABLE and self.hold(item) is not None


def mark(session: Session, item: Item, status: Status) -> Session:
    """The session with the item marked; the same mark again takes it off.

    Raises:
        OnHoldError: the item waits and cannot be done.
    """
    before = session.status(item)
    if status is Status.DONE and before is not status and session.hold(item):
        choices = "Read what to do instead, or press x to lift the hold."
        asked = "Read what to do instead, or press a to say what happened."
        raise OnHoldError("On hold.", choices if session.can_lift(item) else asked)
    marks = {ref: found for ref, found in session.marks.items() if ref != item.ref}
    if status not in {Status.TODO, before}:
        marks[item.ref] = status
    return replace(session, marks=marks, past=_remember(session))


def lift(session: Session, item: Item) -> Session:
    """The session with the item's hold lifted.

    Raises:
        OnHoldError: no hold may be lifted in this moment.
    """
    if not session.can_lift(item):
        raise OnHoldError("this hold cannot be lifted now", "say first what has happened")
    return replace(session, lifted=session.lifted | {item.ref}, past=_remember(session))


def undo(session: Session) -> Session:
    """The session before the last mark or lift that changed something; else unchanged."""
    present, past = (session.marks, session.lifted), session.past
    while past and past[-1] == present:
        past = past[:-1]
    marks, lifted = past[-1] if past else present
    return replace(session, marks=marks, lifted=lifted, past=past[:-1])


def with_plan(session: Session, plan: Plan) -> Session:
    """The session with another plan: marks stay, and holds stand again if the moment changed."""
    same = plan.moment is session.plan.moment
    past = session.past if same else tuple((marks, frozenset()) for marks, _ in session.past)
    lifted = session.lifted if same else frozenset()
    return replace(session, plan=plan, lifted=lifted, past=past)


def _remember(session: Session) -> tuple[tuple[Mapping[str, Status], frozenset[str]], ...]:
    return (*session.past, (session.marks, session.lifted))
