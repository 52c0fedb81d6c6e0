"""From what the person told us to chosen, ordered items, each with its reason; and what waits."""

from dataclasses import dataclass
from enum import StrEnum

from tui.content.library import Library
from tui.content.model import (
    App,
    Audience,
    Checklist,
    Device,
    Item,
    Kind,
    Moment,
    Phase,
    Priority,
    Situation,
    Step,
)

MOST_FIRST = 7
FEWEST_FIRST = 3


class Answer(StrEnum):
    """An answer to a yes-or-no question; a skipped question has none."""

    NO = "no"
    YES = "yes"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Profile:
    """What the person told us; None where a question was skipped or the answer is not known."""

    happened: Answer | None = None
    out_of_hands: Answer | None = None
    devices: frozenset[Device] | None = None
    apps: frozenset[App] | None = None
    audience: Audience | None = None


class Group(StrEnum):
    """Where an entry stands in a plan."""

    FIRST = "first"
    NEXT = "next"
    TIME = "time"
    ON_HOLD = "on-hold"
    ASIDE = "aside"


class Reason(StrEnum):
    """Why an entry stands where it does."""

    STARTS = "starts"
    CRITICAL = "critical"
    IMPORTANT = "important"
    EXTRA = "extra"
    WAITS = "waits"
    OTHER_PHASE = "other-phase"
    OTHER_APPS = "other-apps"
    OTHER_DEVICES = "other-devices"


@dataclass(frozen=True)
class Hold:
    """That an item must wait: in which moment, for what it does, and what to do instead."""

    moment: Moment
    kind: Kind
    instead: str


@dataclass(frozen=True)
class Entry:
    """An item in a plan; `named` are the apps and devices of it that the person named."""

    item: Item
    reason: Reason
    hold: Hold | None
    named: tuple[App | Device, ...] = ()


@dataclass(frozen=True)
class Part:
    """Entries under one heading: a group of a plan, or the title of a section."""

    heading: Group | str
    entries: tuple[Entry, ...]

    @property
    def minutes(self) -> int:
        return sum(entry.item.minutes for entry in self.entries)


@dataclass(frozen=True)
class Plan:
    """Chosen, ordered items in parts; at the moment `now` there are none."""

    situation: Situation | None = None
    profile: Profile = Profile()
    moment: Moment = Moment.UNKNOWN
    parts: tuple[Part, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(entry for part in self.parts for entry in part.entries)


def moment_of(situation: Situation | None, profile: Profile) -> Moment:
    """The moment: what the situation says, else what the person answered, else unknown.

    Something that happened outweighs everything; "before" needs a clear no and a phone that was,
    as far as the person knows, never in other hands.
    """
    if situation and situation.moment:
        return situation.moment
    if Answer.YES in {profile.happened, profile.out_of_hands}:
        return Moment.AFTER
    if profile.happened is Answer.NO and profile.out_of_hands in {Answer.NO, None}:
        return Moment.BEFORE
    return Moment.UNKNOWN


def hold_of(item: Item, moment: Moment) -> Hold | None:
    """Why the item waits at that moment, or nothing; at `now` everything that acts waits."""
    waits = item.kind.acts if moment is Moment.NOW else moment in item.waits
    return Hold(moment, item.kind, item.instead) if waits else None


def make(library: Library, situation: Situation, profile: Profile) -> Plan:
    """The plan for a situation; every item of its path stands in exactly one part."""
    moment = moment_of(situation, profile)
    if moment is Moment.NOW:
        return Plan(situation, profile, moment)
    refs = (*situation.first, *situation.path)
    items = dict.fromkeys(item for ref in refs for item in library.items(ref))
    entries = [_entry(item, profile, moment) for item in items]
    first = _first(entries, situation)
    placed = {group: [e for e in entries if _group(e, first) is group] for group in Group}
    placed[Group.FIRST] = [_starting(e, situation) for e in first]
    placed[Group.NEXT].sort(key=lambda e: e.item.priority is not Priority.CRITICAL)
    parts = tuple(Part(group, tuple(found)) for group, found in placed.items() if found)
    return Plan(situation, profile, moment, parts)


def browse(checklist: Checklist, situation: Situation | None, profile: Profile) -> Plan:
    """One whole list in its own order, with holds for the moment that is known."""
    moment = moment_of(situation, profile)
    if moment is Moment.NOW:
        return Plan(situation, profile, moment)
    parts = (
        Part(section.title, tuple(_entry(item, profile, moment) for item in section.items))
        for section in checklist.sections
    )
    return Plan(situation, profile, moment, tuple(parts))


def _entry(item: Item, profile: Profile, moment: Moment) -> Entry:
    hold = hold_of(item, moment)
    apps, devices = _concerned(item)
    named = sorted(apps & (profile.apps or set())) + sorted(devices & (profile.devices or set()))
    if moment is Moment.BEFORE and set(item.phases) == {Phase.AFTER}:
        reason = Reason.OTHER_PHASE
    elif item.apps and profile.apps is not None and not profile.apps & set(item.apps):
        reason = Reason.OTHER_APPS
    elif item.devices and profile.devices is not None and not profile.devices & set(item.devices):
        reason = Reason.OTHER_DEVICES
    else:
        reason = Reason.WAITS if hold else Reason(item.priority)
    return Entry(item, reason, hold, tuple(named))


def _concerned(item: Item) -> tuple[set[App], set[Device]]:
    apps, devices = set(item.apps), set(item.devices)
    for step in item.steps:
        apps.update(step.apps)
        devices.update(step.devices)
    return apps, devices


_SET_ASIDE = frozenset({Reason.OTHER_PHASE, Reason.OTHER_APPS, Reason.OTHER_DEVICES})


def _first(entries: list[Entry], situation: Situation) -> list[Entry]:
    ready = [e for e in entries if not e.hold and e.reason not in _SET_ASIDE]
    chosen = [e for e in ready if e.item.ref in situation.first][:MOST_FIRST]
    critical = (e for e in ready if e.reason is Reason.CRITICAL and e not in chosen)
    return chosen + [e for e, _ in zip(critical, range(FEWEST_FIRST - len(chosen)), strict=False)]


def _group(entry: Entry, first: list[Entry]) -> Group:
    if entry in first:
        return Group.FIRST
    if entry.reason in _SET_ASIDE:
        return Group.ASIDE
    if entry.hold:
        return Group.ON_HOLD
    return Group.TIME if entry.reason is Reason.EXTRA else Group.NEXT


def _starting(entry: Entry, situation: Situation) -> Entry:
    reason = Reason.STARTS if entry.item.ref in situation.first else entry.reason
    return Entry(entry.item, reason, entry.hold, entry.named)


def fits(step: Step, profile: Profile) -> bool:
    """Whether a step is for the apps and devices the person named."""
    apps = not step.apps or profile.apps is None or bool(profile.apps & set(step.apps))
    return apps and (
        not step.devices or profile.devices is None or bool(profile.devices & set(step.devices))
    )
