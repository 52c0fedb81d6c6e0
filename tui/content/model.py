"""What the YAML files say, as values that never change.

What a list is made of is compared by identity: each exists once in a library, and is large.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What an item does to the world; the last three act."""

    LOOK = "look"
    REMEMBER = "remember"
    CHANGE = "change"
    DELETE = "delete"
    CONTACT = "contact"

    @property
    def acts(self) -> bool:
        """Whether it changes something or reaches somebody."""
        return self in {Kind.CHANGE, Kind.DELETE, Kind.CONTACT}


class Phase(StrEnum):
    """When an item belongs: before, during or after something happened."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class Moment(StrEnum):
    """Where the person stands now; decides what waits."""

    BEFORE = "before"
    NOW = "now"
    AFTER = "after"
    UNKNOWN = "unknown"


class Priority(StrEnum):
    """How much an item matters."""

    CRITICAL = "critical"
    IMPORTANT = "important"
    EXTRA = "extra"


class Recheck(StrEnum):
    """How often an item is worth repeating."""

    ONCE = "once"
    EVENT = "event"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


class Evidence(StrEnum):
    """How well an item is supported."""

    SOURCED = "sourced"
    WEAK = "weak"
    GENERAL = "general"


class Device(StrEnum):
    """A kind of device that steps differ for."""

    ANDROID = "android"
    IPHONE = "iphone"
    COMPUTER = "computer"


class App(StrEnum):
    """An app or service that items and steps differ for."""

    TELEGRAM = "telegram"
    WHATSAPP = "whatsapp"
    VIBER = "viber"
    SIGNAL = "signal"
    INSTAGRAM = "instagram"
    FACEBOOK = "facebook"
    VK = "vk"
    ODNOKLASSNIKI = "odnoklassniki"
    YOUTUBE = "youtube"
    TIKTOK = "tiktok"
    BANKING = "banking"


class Audience(StrEnum):
    """For whom a checklist was written."""

    EVERYONE = "everyone"
    RELATIVES = "relatives"
    FORMER_PRISONERS = "former-prisoners"
    JOURNALISTS = "journalists"
    ORGANISATIONS = "organisations"
    ABROAD = "abroad"


class Topic(StrEnum):
    """What the review of one's own data looks for; items say which of them they are about."""

    CHANNELS = "channels"
    REPOSTS = "reposts"
    LINKS = "links"
    BOTS = "bots"
    SESSIONS = "sessions"
    PICTURES = "pictures"
    PEOPLE = "people"
    APPS = "apps"
    WORDS = "words"


@dataclass(frozen=True)
class Source:
    """Where a fact comes from; never an address, since an address on a device can be a finding."""

    id: str
    name: str
    date: str


@dataclass(frozen=True, eq=False, repr=False)
class Step:
    """One how-to line; `seen` and `general` are the labels it quotes, by where they come from."""

    text: str
    apps: tuple[App, ...]
    devices: tuple[Device, ...]
    seen: tuple[str, ...]
    general: tuple[str, ...]


@dataclass(frozen=True, eq=False, repr=False)
class Note:
    """A caution or a way out; `default` when it is the list's own, which is general knowledge."""

    text: str
    default: bool


@dataclass(frozen=True, eq=False, repr=False)
class Item:
    """One thing to do, look at or remember."""

    checklist: str
    id: str
    number: int
    was: tuple[str, ...]
    changed: int
    kind: Kind
    phases: tuple[Phase, ...]
    waits: tuple[Moment, ...]
    never_waits_because: str
    instead: str
    priority: Priority
    minutes: int
    recheck: Recheck
    title: str
    why: str
    apps: tuple[App, ...]
    devices: tuple[Device, ...]
    steps: tuple[Step, ...]
    caution: Note
    if_you_cannot: Note
    related: tuple[str, ...]
    sources: tuple[Source, ...]
    evidence: Evidence
    checked: str
    law: bool
    review: tuple[Topic, ...]

    @property
    def ref(self) -> str:
        """The address of the item everywhere: `checklist/item`."""
        return f"{self.checklist}/{self.id}"

    @property
    def never_waits(self) -> bool:
        """Whether it reaches somebody and is right at every moment, for the reason it gives."""
        return self.kind is Kind.CONTACT and bool(self.never_waits_because)


@dataclass(frozen=True, eq=False, repr=False)
class Section:
    """A part of a checklist with at most nine items."""

    id: str
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, eq=False, repr=False)
class Checklist:
    """A list of advice on one subject."""

    id: str
    number: int
    title: str
    goal: str
    limit: str
    notice: str
    audience: tuple[Audience, ...]
    review_months: int
    revision: int
    language: str
    sections: tuple[Section, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of all sections, in their order."""
        return tuple(item for section in self.sections for item in section.items)

    @property
    def minutes(self) -> int:
        """What all items take together."""
        return sum(item.minutes for item in self.items)

    @property
    def dated(self) -> str:
        """The newest date (ISO) on which one of its items was checked."""
        return max(item.checked for item in self.items)


@dataclass(frozen=True)
class Situation:
    """What is happening to the person, and the path of lists, sections and items for it.

    `moment` is empty where the person is asked.
    """

    id: str
    title: str
    moment: Moment | None
    intro: str
    first: tuple[str, ...]
    path: tuple[str, ...]
