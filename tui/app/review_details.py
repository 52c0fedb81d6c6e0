"""What is told of one finding beside what stands in the archive itself."""

from collections.abc import Iterator

from tui.app.review_rows import counts_of
from tui.app.review_words import KIND_NAMES, day
from tui.content.model import Topic
from tui.inventory.model import Inventory, Opened, Table
from tui.language import Language

_DATES = frozenset({"Date", "Time", "Signed in", "Last used"})
"""Labels under which a reader tells when it was."""
_NOTES = {Topic.APPS: "Why it is here", Topic.WORDS: "Where"}
"""What a note on an entry tells; elsewhere it is the kind."""


def entry_details(table: Table, number: int, language: Language) -> Iterator[tuple[str, str]]:
    """All that is known of an entry; it stands nowhere else."""
    say, group = language.text, table.groups[table.group[number]]
    date = day(group.last)
    if group.name != date:
        yield "Name", group.name or say("(no name)")
    if group.note:
        note = say(KIND_NAMES.get(group.note, group.note))
        yield _NOTES.get(table.part.topic, "Kind"), note
    if counts_of(table):
        yield "Messages", say("{mine} yours of {all}", mine=group.mine, all=group.every)
    if date and _DATES.isdisjoint(label for label, _ in group.details):
        yield "Last message" if counts_of(table) else "Date", date
    yield from group.details


def finding_details(
    table: Table, number: int, inventory: Inventory, opened: Opened, language: Language
) -> Iterator[tuple[str, str]]:
    """Where a finding stands, its day if the archive's own words do not have it, and these."""
    say = language.text
    if inventory.chat_of:
        chat = inventory.chats[inventory.chat_of(table.place[number])]
        kind = say(KIND_NAMES.get(chat.kind, chat.kind)) if chat.kind else ""
        yield "Where", " · ".join(filter(None, (chat.name, kind))) or say("(no name)")
    date = day(table.when[number])
    if date and _DATES.isdisjoint(label for label, _ in opened.details):
        yield "Date", date
    yield from opened.details
