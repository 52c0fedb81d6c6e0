"""What is said about data archives: before one is made, how, and what none can show."""

from collections.abc import Mapping
from dataclasses import dataclass

from tui.content.build import (
    Data,
    Translate,
    maps_of,
    sources_of,
    steps_of,
    text_of,
    texts_of,
)
from tui.content.model import Evidence, Source, Step, Topic

BOXES: Mapping[str, tuple[str, ...]] = {
    "telegram": (
        *("account", "contacts", "stories", "personal-chats", "bot-chats", "private-groups"),
        *("private-channels", "public-groups", "public-channels", "sessions", "other-data"),
    ),
    "android": ("packages",),
    "bookmarks": ("bookmarks", "history"),
    "youtube": ("subscriptions", "history"),
    "vk": (
        *("messages", "wall", "likes", "comments", "bookmarks"),
        *("apps", "sessions", "profile", "communities"),
    ),
    "instagram": (
        *("following", "followers", "likes", "saved", "comments", "reposts"),
        *("logins", "link-history"),
    ),
}
"""The services whose archives can be read, and what may be in each, as their readers call it."""


@dataclass(frozen=True)
class Preparation:
    """Something to know before an archive is made; `items` are the items that belong to it."""

    id: str
    title: str
    lines: tuple[str, ...]
    items: tuple[str, ...]
    sources: tuple[Source, ...]
    evidence: Evidence
    checked: str


@dataclass(frozen=True)
class Box:
    """Something that can be ticked when an archive is made.

    `may_differ` says that the label may be named differently, `on` and `off` what the box is by
    default, where the service chooses.
    """

    id: str
    label: str
    may_differ: bool
    on: bool
    off: bool
    gives: str


@dataclass(frozen=True)
class Limit:
    """What no archive of a service shows; `item`, if there is one, looks at it by hand."""

    topic: Topic
    text: str
    item: str


@dataclass(frozen=True, eq=False, repr=False)
class Guide:
    """How to make the archive of one service, and what to expect of it."""

    id: str
    title: str
    file: str
    visible: tuple[str, ...]
    steps: tuple[Step, ...]
    boxes: tuple[Box, ...]
    wrong: tuple[str, ...]
    limits: tuple[Limit, ...]
    sources: tuple[Source, ...]
    evidence: Evidence
    checked: str

    def box(self, name: str) -> Box:
        """The box that the reader calls so."""
        return next(box for box in self.boxes if box.id == name)

    def limits_on(self, topic: Topic) -> tuple[Limit, ...]:
        """What the page of a topic cannot show."""
        return tuple(limit for limit in self.limits if limit.topic is topic)


@dataclass(frozen=True, eq=False, repr=False)
class Archives:
    """Everything that is said about data archives."""

    before: tuple[Preparation, ...]
    guides: tuple[Guide, ...]

    @property
    def entries(self) -> tuple[Preparation | Guide, ...]:
        """All of it, each with the day on which it was checked."""
        return (*self.before, *self.guides)

    def guide(self, service: str) -> Guide:
        """The guide to the archive of a service."""
        return next(guide for guide in self.guides if guide.id == service)


def build_archives(data: Data, known: Mapping[str, Source], translate: Translate) -> Archives:
    """What the file says, in the order of the file."""
    before = (_preparation(entry, known, translate) for entry in maps_of(data, "before"))
    guides = (_guide(entry, known, translate) for entry in maps_of(data, "archives"))
    return Archives(tuple(before), tuple(guides))


def _lines(data: Data, ref: str, key: str, translate: Translate) -> tuple[str, ...]:
    return tuple(
        translate(f"{ref}/{key}/{place}", line)
        for place, line in enumerate(texts_of(data, key), start=1)
    )


def _preparation(data: Data, known: Mapping[str, Source], translate: Translate) -> Preparation:
    ref = f"archives/before/{text_of(data, 'id')}"
    return Preparation(
        id=text_of(data, "id"),
        title=translate(f"{ref}/title", text_of(data, "title")),
        lines=_lines(data, ref, "lines", translate),
        items=texts_of(data, "items"),
        sources=sources_of(data, known),
        evidence=Evidence(text_of(data, "evidence")),
        checked=text_of(data, "checked"),
    )


def _guide(data: Data, known: Mapping[str, Source], translate: Translate) -> Guide:
    ref = f"archives/{text_of(data, 'id')}"
    return Guide(
        id=text_of(data, "id"),
        title=translate(f"{ref}/title", text_of(data, "title")),
        file=translate(f"{ref}/file", text_of(data, "file")),
        visible=_lines(data, ref, "visible", translate),
        steps=steps_of(data, ref, translate),
        boxes=tuple(_box(box, ref, translate) for box in maps_of(data, "boxes")),
        wrong=_lines(data, ref, "wrong", translate),
        limits=tuple(
            Limit(
                topic=Topic(text_of(limit, "topic")),
                text=translate(f"{ref}/limits/{place}", text_of(limit, "text")),
                item=text_of(limit, "item"),
            )
            for place, limit in enumerate(maps_of(data, "limits"), start=1)
        ),
        sources=sources_of(data, known),
        evidence=Evidence(text_of(data, "evidence")),
        checked=text_of(data, "checked"),
    )


def _box(data: Data, ref: str, translate: Translate) -> Box:
    ref = f"{ref}/boxes/{text_of(data, 'id')}"
    return Box(
        id=text_of(data, "id"),
        label=translate(f"{ref}/label", text_of(data, "label")),
        may_differ=text_of(data, "may_differ") == "yes",
        on=text_of(data, "default") == "on",
        off=text_of(data, "default") == "off",
        gives=translate(f"{ref}/gives", text_of(data, "gives")),
    )
