"""Counts the entries of an Instagram archive into the tables of the inventory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.inventory.addresses import addresses_in
from tui.inventory.instagram import parts
from tui.inventory.instagram.entries import Entry, read_entry, read_sign_in
from tui.inventory.kept import number_of
from tui.inventory.links import domain_of
from tui.inventory.model import LONGEST_NAME, UNTOLD
from tui.text import clean

if TYPE_CHECKING:
    from tui.inventory.model import Inventory, Part

MOST = 2_000_000
"""Findings of one table; the longest list known has a tenth of it."""
_MOST_LINKS = 50
"""In one text."""


class Counting:
    """Takes one entry after the other."""

    def __init__(self, inventory: Inventory) -> None:
        self._inventory = inventory
        for part in parts.PARTS:
            inventory.table(part)

    def take(self, part: Part, item: dict[str, Any], place: int) -> None:
        """An entry of the list of a part."""
        if len(self._inventory.table(part)) >= MOST:
            self._inventory.faults.skipped += 1
        elif part == parts.LOGINS:
            self._sign_in(item)
        else:
            self._entry(part, item, place)

    def _entry(self, part: Part, item: dict[str, Any], place: int) -> None:
        entry = read_entry(item)
        if part == parts.OPENED:
            if entry.address:
                self._link(part, entry.address, entry, place)
        elif part in {parts.FOLLOWING, parts.FOLLOWERS}:
            if entry.account:
                self._account(part, entry)
        elif entry.account or entry.address or entry.text:
            self._add(part, _key(entry.account), entry.account, entry, place)
        if part in parts.WITH_LINKS and len(self._inventory.table(parts.LINKS)) < MOST:
            for address in addresses_in(entry.text)[:_MOST_LINKS]:
                self._link(parts.LINKS, address, entry, place)

    def _account(self, part: Part, entry: Entry) -> None:
        table = self._inventory.table(part)
        details = (("Link", entry.address[:LONGEST_NAME]),)
        table.add_entry(_key(entry.account), entry.account, details=details, when=entry.when)

    def _link(self, part: Part, address: str, entry: Entry, place: int) -> None:
        domain = domain_of(address)
        self._add(part, domain, domain, entry, place)

    def _add(self, part: Part, key: str, name: str, entry: Entry, place: int) -> None:
        table = self._inventory.table(part)
        group = table.find_group(key, name, "" if key else UNTOLD)
        table.add(group, place, number_of(entry.identity), entry.when, mine=True)

    def _sign_in(self, item: dict[str, Any]) -> None:
        found = read_sign_in(item)
        if found.agent or found.network:
            details = (
                ("Device", found.agent[:LONGEST_NAME]),
                ("Network address", found.network),
                ("Language", found.language),
            )
            key = f"{found.when} {found.network} {found.agent}"
            table = self._inventory.table(parts.LOGINS)
            table.add_entry(key, found.device, details=details, when=found.when)


def _key(account: str) -> str:
    return clean(account).casefold()
