"""A plan and the person's marks; every change gives a new session."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from tui.content.model import Item, Moment
from tui.errors import ParadakError
from tui.plan import Hold, Plan, hold_of

HASH_BYTES = 8
"""Bytes of the hash of a finding."""
_LIFTABLE = frozenset({Moment.BEFORE, Moment.AFTER})


class Status(StrEnum):
    """State of an item; one without a mark is still to do."""

    TODO = "todo"
    DONE = "done"
    LATER = "later"
    NOT_FOR_ME = "not-for-me"


class Reviewed(StrEnum):
    """What a person decided about a finding in their own data archive."""

    TO_REVIEW = "to-review"
    DONE = "done"
    KEEP = "keep"
    NOT_MINE = "not-mine"


@dataclass(frozen=True)
class Review:
    """Decisions about findings, each under a hash made with a key that is kept beside them.

    No name and no word of a finding is in it; without the key no guess at one can be tried.
    """

    key: bytes = b""
    marks: Mapping[bytes, Reviewed] = field(default_factory=dict)


class OnHoldError(ParadakError):
    """An item that waits cannot be marked as done."""


@dataclass(frozen=True)
class Before:
    """An item as it was before a change: its mark, and whether its hold was lifted."""

    item: Item
    status: Status
    lifted: bool


@dataclass(frozen=True)
class Session:
    """The plan at hand, marks by item reference, lifted holds, and what undo goes back to.

    `review` are the decisions about one's own data.
    """

    plan: Plan = field(default_factory=Plan)
    marks: Mapping[str, Status] = field(default_factory=dict)
    lifted: frozenset[str] = frozenset()
    past: tuple[Before, ...] = ()
    review: Review = field(default_factory=Review)

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
    lifted = item.ref in session.lifted
    return _change(session, item, Status.TODO if status is before else status, lifted=lifted)


def lift(session: Session, item: Item) -> Session:
    """The session with the item's hold lifted.

    Raises:
        OnHoldError: no hold may be lifted in this moment.
    """
    if not session.can_lift(item):
        raise OnHoldError("this hold cannot be lifted now", "say first what has happened")
    return _change(session, item, session.status(item), lifted=True)


def undo(session: Session) -> Session:
    """The session before the last change that can be taken back; else the same one.

    An item that waits now does not become done again.
    """
    for place in range(len(session.past) - 1, -1, -1):
        before = session.past[place]
        earlier = _change(session, before.item, before.status, lifted=before.lifted)
        forbidden = before.status is Status.DONE and earlier.hold(before.item)
        if earlier is not session and not forbidden:
            return replace(earlier, past=session.past[:place])
    return session


def with_plan(session: Session, plan: Plan) -> Session:
    """The session with another plan: marks stay, and holds stand again if the moment changed."""
    if plan.moment is session.plan.moment:
        return replace(session, plan=plan)
    past = tuple(replace(before, lifted=False) for before in session.past)
    return replace(session, plan=plan, lifted=frozenset(), past=past)


def join(earlier: Review, found: Review) -> Review:
    """The decisions found and the earlier ones; only those found, if their key is another."""
    if not found.marks:
        return earlier
    if earlier.key != found.key:
        return found
    return replace(found, marks={**earlier.marks, **found.marks})


def _change(session: Session, item: Item, status: Status, *, lifted: bool) -> Session:
    """The session with an item changed; the same one if nothing changes."""
    before = Before(item, session.status(item), item.ref in session.lifted)
    if before == Before(item, status, lifted):
        return session
    marks = {ref: found for ref, found in session.marks.items() if ref != item.ref}
    if status is not Status.TODO:
        marks[item.ref] = status
    holds = session.lifted - {item.ref} | ({item.ref} if lifted else set())
    return replace(session, marks=marks, lifted=holds, past=(*session.past, before))
