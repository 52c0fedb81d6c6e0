"""From what the person told us to chosen, ordered items, each with its reason; and what waits."""

from dataclasses import dataclass, replace
from enum import StrEnum

from tui.content.library import Library
from tui.content.model import (
    App,
    Audience,
    Checklist,
    Device,
    Item,
    Moment,
    Phase,
    Priority,
    Recheck,
    Situation,
    Step,
)

MOST_FIRST = 7
FEWEST_FIRST = 3
RHYTHMS = (Recheck.WEEKLY, Recheck.MONTHLY, Recheck.QUARTERLY)
"""How often an item can be worth repeating, the most often first."""


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
    """That an item must wait, and the moment that is the reason."""

    moment: Moment


@dataclass(frozen=True)
class Entry:
    """An item in a plan; `named` are the apps and devices of it that the person named."""

    item: Item
    reason: Reason
    hold: Hold | None
    named: tuple[App | Device, ...] = ()


@dataclass(frozen=True)
class Part:
    """Entries under one heading: a group of a plan, how often to repeat, or a section's title."""

    heading: Group | Recheck | str
    entries: tuple[Entry, ...]

    @property
    def minutes(self) -> int:
        """How long all of it takes."""
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
        """All entries, in the order of the parts."""
        return tuple(entry for part in self.parts for entry in part.entries)


def moment_of(situation: Situation | None, profile: Profile) -> Moment:
    """The moment: `now` or `after` as the situation says, else what the person answered.

    Something that happened outweighs everything; "before" needs a clear no and a phone that was,
    as far as the person knows, never in other hands.
    """
    said = situation.moment if situation else None
    answers = {profile.happened, profile.out_of_hands}
    if said in {Moment.NOW, Moment.AFTER}:
        return said
    if Answer.YES in answers:
        return Moment.AFTER
    if Answer.UNKNOWN not in answers and profile.happened is Answer.NO:
        return Moment.BEFORE
    return Moment.UNKNOWN


def hold_of(item: Item, moment: Moment) -> Hold | None:
    """Why the item waits at that moment, or nothing; at `now` all that acts, save `never`."""
    acts_now = moment is Moment.NOW and item.kind.acts and not item.never_waits
    waits = acts_now or moment in item.waits
    return Hold(moment) if waits else None


def make(library: Library, situation: Situation, profile: Profile) -> Plan:
    """The plan for a situation; every item of its path stands in exactly one part."""
    moment = moment_of(situation, profile)
    if moment is Moment.NOW:
        return Plan(situation, profile, moment)
    starts = [item for ref in situation.first for item in library.items(ref)]
    path = [item for ref in situation.path for item in library.items(ref)]
    items = {item.ref: item for item in (*starts, *path)}
    entries = [_entry(item, profile, moment) for item in items.values()]
    first = _first(entries, {item.ref for item in starts})
    refs = {entry.item.ref for entry in first}
    placed = {group: [e for e in entries if _group(e, refs) is group] for group in Group}
    placed[Group.FIRST] = first
    placed[Group.NEXT].sort(
        key=lambda e: (_rank(e), not _timely(e, moment), not _meant_for(e, library, profile))
    )
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


def look_again(library: Library, situation: Situation | None, profile: Profile) -> Plan:
    """What is worth repeating, by how often; what is not for the person now is left out."""
    moment = moment_of(situation, profile)
    if moment is Moment.NOW:
        return Plan(situation, profile, moment)
    items = (item for checklist in library.checklists for item in checklist.items)
    every = [_entry(item, profile, moment) for item in items]
    entries = [entry for entry in every if entry.reason not in _SET_ASIDE]
    rhythms = ((r, tuple(e for e in entries if e.item.recheck is r)) for r in RHYTHMS)
    parts = tuple(Part(rhythm, found) for rhythm, found in rhythms if found)
    return Plan(situation, profile, moment, parts)


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


def _first(entries: list[Entry], starts: set[str]) -> list[Entry]:
    """What the situation starts with; if that is too little, what matters most comes too."""
    ready = [e for e in entries if not e.hold and e.reason not in _SET_ASIDE]
    chosen = [replace(e, reason=Reason.STARTS) for e in ready if e.item.ref in starts][:MOST_FIRST]
    others = sorted((e for e in ready if e.item.ref not in starts), key=_rank)
    return chosen + others[: max(0, FEWEST_FIRST - len(chosen))]


def _rank(entry: Entry) -> int:
    return list(Priority).index(entry.item.priority)


def _timely(entry: Entry, moment: Moment) -> bool:
    """Whether the item belongs to what comes after, if something happened; else every one does."""
    return moment is not Moment.AFTER or Phase.AFTER in entry.item.phases


def _meant_for(entry: Entry, library: Library, profile: Profile) -> bool:
    """Whether the list was written for this very person; one for everyone is as good as any."""
    audience = library.checklist(entry.item.checklist).audience
    return profile.audience is not Audience.EVERYONE and profile.audience in audience


def _group(entry: Entry, first: set[str]) -> Group:
    if entry.item.ref in first:
        return Group.FIRST
    if entry.reason in _SET_ASIDE:
        return Group.ASIDE
    if entry.hold:
        return Group.ON_HOLD
    return Group.TIME if entry.reason is Reason.EXTRA else Group.NEXT


def fits(step: Step, profile: Profile) -> bool:
    """Whether a step is for the apps and devices the person named."""
    apps = not step.apps or profile.apps is None or bool(profile.apps & set(step.apps))
    return apps and (
        not step.devices or profile.devices is None or bool(profile.devices & set(step.devices))
    )
