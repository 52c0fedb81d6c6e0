"""The words for what a review of one's own data found."""

import datetime
from collections.abc import Iterator

from tui.content.archives import Guide
from tui.content.model import Topic
from tui.inventory.lines import Grouping, Line, Sort
from tui.inventory.model import Inventory, Part, Presence, Table
from tui.language import Language
from tui.session import Reviewed
from tui.text import clean

TOPIC_NAMES = {
    Topic.CHANNELS: "Channels and groups",
    Topic.REPOSTS: "Reposts",
    Topic.LINKS: "Links",
    Topic.BOTS: "Bots",
    Topic.SESSIONS: "Devices and sites that are signed in",
    Topic.PICTURES: "Photos, videos, files",
    Topic.PEOPLE: "People",
    Topic.APPS: "Apps",
    Topic.WORDS: "Your own words",
}
DECISION_WORDS = {
    Reviewed.TO_REVIEW: "to review",
    Reviewed.DONE: "done",
    Reviewed.KEEP: "keep",
    Reviewed.NOT_MINE: "not mine",
}
GROUPING_WORDS = {
    Grouping.OWN: "",
    Grouping.CHAT: "by chat",
    Grouping.YEAR: "by year",
    Grouping.KIND: "by kind",
}
SORT_WORDS = {
    Sort.MINE: "yours first",
    Sort.EVERY: "the most first",
    Sort.LAST: "the newest first",
    Sort.NAME: "by name",
}
KIND_NAMES = {
    "saved_messages": "Saved Messages",
    "personal_chat": "a person",
    "bot_chat": "bot",
    "private_group": "private group",
    "private_supergroup": "private group",
    "public_supergroup": "public group",
    "private_channel": "private channel",
    "public_channel": "public channel",
    "group_chat": "group chat",
    "community": "community",
    "wall": "your wall",
    "comments": "your comments",
    "likes": "your likes",
    "bookmarks": "your bookmarks",
}
SHORT_PRESENCE = {"not in this archive": "missing", "in it, and empty": "empty"}


def presence(part: Part, inventory: Inventory) -> str:
    """Why a table is empty, untranslated: never the same words for missing and for none."""
    if part.topic is Topic.WORDS:
        return "none of your words is here"
    found = {inventory.boxes.get(box, Presence.UNSURE) for box in part.boxes}
    if found == {Presence.ABSENT}:
        return "not in this archive"
    if inventory.faults.cut or not inventory.whole:
        return "none in what was read so far"
    if found <= {Presence.HERE, Presence.EMPTY}:
        return "in it, and empty"
    if Presence.ABSENT in found:
        return "none here, but some of it is missing"
    return "none here, or it was not ticked"


def missing(part: Part, inventory: Inventory, guide: Guide, language: Language) -> Iterator[str]:
    """What was not ticked, or may not have been, and what to do about it."""
    say = language.text
    absent = ", ".join(f"“{guide.box(box).label}”" for box in inventory.absent(part))
    unsure = ", ".join(f"“{guide.box(box).label}”" for box in inventory.unsure(part))
    if absent:
        yield say("Not in this archive: {boxes}. To see it, tick that for a new one.", boxes=absent)
    if unsure and inventory.faults.cut:
        words = "Nothing of {boxes} here: there is none, the box was off, or the file stops before."
        yield say(words, boxes=unsure)
    elif unsure:
        yield say("Nothing of {boxes} here: there is none, or the box was off.", boxes=unsure)


def label(line: Line, grouping: Grouping, language: Language) -> str:
    """A row in words: its name as it is, and of what kind it is."""
    say = language.text
    kind = say(KIND_NAMES.get(line.note, line.note)) if line.note else ""
    name = say(KIND_NAMES.get(line.name, line.name)) if grouping is Grouping.KIND else line.name
    unknown = say("(no date)" if grouping is Grouping.YEAR else "(no name)")
    return clean(" · ".join(filter(None, (name, kind)))) or unknown


def count_words(table: Table, language: Language) -> tuple[str, ...]:
    """How many rows a table has, and how many findings of one's own; then the same in short."""
    say, every = language.text, len(table)
    if table.entries:
        return (f"{len(table.groups)}",)
    mine = table.mine.count(1)
    if mine == every:
        return (say("{mine} yours", mine=mine), f"{mine}")
    return (say("{mine} yours of {all}", mine=mine, all=every), f"{mine}/{every}")


def faults(inventory: Inventory, language: Language) -> Iterator[str]:
    """What was wrong with the archive."""
    found = inventory.faults
    if found.stopped:
        yield language.text("You stopped the reading. What was counted until then is below.")
    elif found.cut:
        yield language.text(
            "This file stops early or is damaged. What stands before that is counted."
        )
    if found.full:
        yield language.text(
            "Your words stand in more places than are listed. Look for fewer at a time."
        )
    if found.skipped:
        one = "{n} entry could not be read and is not counted."
        yield language.count(found.skipped, one, "{n} entries could not be read; not counted.")


def day(when: int) -> str:
    """A day as it stands in a narrow column; empty where it is not known."""
    return datetime.datetime.fromtimestamp(when, datetime.UTC).date().isoformat() if when else ""
