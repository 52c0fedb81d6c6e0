"""What our reader finds in an archive of Telegram, in the shape of the expected counts."""

from collections import Counter
from pathlib import Path

from tests.telegram_expected import NO_NAME, Expected
from tui.inventory.archive import Archive, open_archive
from tui.inventory.model import Inventory, Progress, WhoAreYou
from tui.inventory.telegram import read as read_with
from tui.inventory.telegram.decoding import Decoder, PlainDecoder
from tui.inventory.telegram.quick import QuickDecoder

DECODERS: tuple[Decoder, ...] = (QuickDecoder(), PlainDecoder())
"""Both ways to decode; a machine without msgspec has the second alone."""
_COMPARED_APART = frozenset({"totals", "entity_types", "forwarded_from", "forwarded_from_by_me"})
_TOTALS = (
    *("messages", "chats", "unsupported", "messages_with_reactions", "cut", "contacts"),
    *("frequent_contacts", "sessions", "web_sessions", "profile_pictures", "drafts"),
)
_TABLES = {
    "contacts": ("contacts",),
    "frequent_contacts": ("frequent", "frequent-bots"),
    "sessions": ("sessions",),
    "web_sessions": ("sites",),
    "profile_pictures": ("profile-pictures",),
    "drafts": ("drafts",),
}


def read(
    archive: Archive | Path, owner: str | None = None, decode: Decoder | None = None
) -> Inventory:
    """Everything that is in an archive."""
    inventory = Inventory("telegram")
    for step in steps(archive, inventory, owner, decode):
        assert isinstance(step, Progress)
        assert 0 <= step.done <= step.size
    return inventory


def steps(
    archive: Archive | Path,
    inventory: Inventory,
    owner: str | None = None,
    decode: Decoder | None = None,
) -> list[Progress | WhoAreYou]:
    """Reads to the end."""
    opened = open_archive(archive) if isinstance(archive, Path) else archive
    return list(read_with(opened, inventory, owner, decode))


def assert_counts(ours: Expected, expected: Expected) -> None:
    """Ours are the ones expected, as far as a reader tells them."""
    for name, counter in expected.counters().items():
        if name not in _COMPARED_APART:
            assert +getattr(ours, name) == +counter, name
    assert {key: ours.totals[key] for key in _TOTALS} == {
        key: expected.totals[key] for key in _TOTALS
    }
    assert ours.forwarded_from.total() == expected.forwarded_from.total()
    assert ours.forwarded_from_by_me.total() == expected.forwarded_from_by_me.total()
    if not expected.forwarded_from_ids:
        assert +ours.forwarded_from == +expected.forwarded_from
        assert +ours.forwarded_from_by_me == +expected.forwarded_from_by_me


def found(inventory: Inventory) -> Expected:
    """The counts as they are in the inventory."""
    result = Expected(self_id=0, needle="")
    result.totals.update(_totals(inventory))
    result.chats_by_type.update(_under("chat", inventory))
    for chat in inventory.chats:
        result.messages_by_type[chat.kind] += chat.every
    for group in inventory.tables["reposts"].groups:
        result.forwarded_from[group.name or NO_NAME] += group.every
        result.forwarded_from_by_me[group.name or NO_NAME] += group.mine
        if group.key.startswith("id "):
            result.forwarded_from_ids[group.key[3:]] += group.every
            result.forwarded_from_ids_by_me[group.key[3:]] += group.mine
        else:
            result.forwarded_without_id[group.name or NO_NAME] += group.every
            result.forwarded_without_id_by_me[group.name or NO_NAME] += group.mine
    result.link_domains.update(_by_name("links", inventory))
    result.link_domains_by_me.update(_by_name("links", inventory, mine=True))
    result.button_domains.update(_by_name("button-links", inventory))
    result.draft_domains.update(_by_name("draft-links", inventory))
    result.via_bots.update(_by_name("inline-bots", inventory))
    result.media.update(_under("media", inventory))
    result.media_by_me.update(_under("own media", inventory))
    result.actions.update(_under("action", inventory))
    result.bot_permission_reasons.update(_under("reason", inventory))
    return result


def _totals(inventory: Inventory) -> Counter[str]:
    totals = Counter(
        messages=sum(chat.every for chat in inventory.chats),
        chats=sum(_under("chat", inventory).values()),
        unsupported=inventory.counts["other/unsupported"],
        messages_with_reactions=inventory.counts["reactions"],
        cut=int(inventory.faults.cut),
    )
    for name, parts in _TABLES.items():
        totals[name] = sum(len(inventory.tables[part]) for part in parts)
    return totals


def _under(word: str, inventory: Inventory) -> Counter[str]:
    prefix = f"{word}/"
    pairs = ((key, count) for key, count in inventory.counts.items() if key.startswith(prefix))
    return Counter({key.removeprefix(prefix): count for key, count in pairs})


def _by_name(part: str, inventory: Inventory, *, mine: bool = False) -> Counter[str]:
    counts: Counter[str] = Counter()
    for group in inventory.tables[part].groups:
        counts[group.name] += group.mine if mine else group.every
    return counts
