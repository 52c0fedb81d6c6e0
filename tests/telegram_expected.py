"""What there is to find in an archive of Telegram, exactly."""

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

NO_NAME = "\0null"
"""The key of a forward whose source has no name any more."""
UNTOLD = {
    "forwarded_from_ids_by_me",
    "forwarded_without_id",
    "forwarded_without_id_by_me",
    "draft_domains",
}
"""Counts that a file of expected counts does not hold."""


@dataclass(frozen=True)
class Expected:
    """The counts of one file; of a file that is cut, of what stands whole before the cut.

    - `totals`: messages, chats (left_chats are among them), migrated_messages (with a negative id),
      unsupported, needle_messages (whose text holds the needle in any spelling), contacts,
      frequent_contacts, sessions, web_sessions, profile_pictures, drafts,
      messages_with_reactions; bad_escapes and bare_docs are messages; cut is 1 or missing.
    - forwards are by name, all of them; also by id, and by name where there is no id.
    - `by_me` is what the owner sent.
    - links are of type link and text_link, and what a rich message leads to; buttons are apart.
    - `media` is photos, files by their type, and `file` for those without.
    """

    self_id: int
    needle: str
    absent: frozenset[str] = frozenset()
    bots: set[int] = field(default_factory=set)
    totals: Counter[str] = field(default_factory=Counter)
    chats_by_type: Counter[str] = field(default_factory=Counter)
    messages_by_type: Counter[str] = field(default_factory=Counter)
    forwarded_from: Counter[str] = field(default_factory=Counter)
    forwarded_from_by_me: Counter[str] = field(default_factory=Counter)
    forwarded_from_ids: Counter[str] = field(default_factory=Counter)
    forwarded_from_ids_by_me: Counter[str] = field(default_factory=Counter)
    forwarded_without_id: Counter[str] = field(default_factory=Counter)
    forwarded_without_id_by_me: Counter[str] = field(default_factory=Counter)
    link_domains: Counter[str] = field(default_factory=Counter)
    link_domains_by_me: Counter[str] = field(default_factory=Counter)
    button_domains: Counter[str] = field(default_factory=Counter)
    draft_domains: Counter[str] = field(default_factory=Counter)
    via_bots: Counter[str] = field(default_factory=Counter)
    media: Counter[str] = field(default_factory=Counter)
    media_by_me: Counter[str] = field(default_factory=Counter)
    actions: Counter[str] = field(default_factory=Counter)
    entity_types: Counter[str] = field(default_factory=Counter)
    bot_permission_reasons: Counter[str] = field(default_factory=Counter)

    def counters(self) -> dict[str, Counter[str]]:
        """All counts by their name."""
        return {name: value for name, value in vars(self).items() if isinstance(value, Counter)}


def expected_from(path: Path) -> Expected:
    """The counts that a generator wrote beside its file, in `….expected.json`.

    What it does not tell stays empty: the counts in `UNTOLD`, and the number of drafts.
    """
    told = json.loads(path.read_text(encoding="utf-8"))
    expected = Expected(
        self_id=told["self_id"],
        needle=told["needle"],
        absent=frozenset(told["sections_absent"]),
        bots=set(told["bot_ids"]),
    )
    expected.totals.update(told["totals"])
    for name, counter in expected.counters().items():
        if name not in {"totals", *UNTOLD}:
            counter.update(told[name]["counts"])
    return expected
