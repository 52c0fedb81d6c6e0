"""The list of apps on an Android phone, as `pm list packages` says it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui.content.model import Topic
from tui.inventory.model import MOST_GROUPS, Inventory, Part, Presence, Progress, Reader
from tui.inventory.texts import head, lines, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.inventory.archive import Archive

BANKS = {
    "com.revolut.revolut": "Revolut",
    "lt.lemonlabs.android.paysera": "Paysera",
    "lt.sb.mobileapp": "Šiaulių bankas",
    "lt.swedbank.mobile": "Swedbank",
    "pl.alior.mobile.exchange.prd": "Alior Bank",
    "pl.ing.mojeing": "ING Bank Śląski",
    "pl.mbank": "mBank",
    "pl.pkobp.iko": "PKO Bank Polski",
    "softax.pekao.powerpay": "Bank Pekao",
    "wit.android.bcpbankingapp.millenniumpl": "Bank Millennium",
}
"""Apps of banks outside Belarus. Not all there are, and ids change.

Source: links to the Play Store in PrivSec-dev/banking-apps-compat-report; Swedbank's own SDK.
"""
TO_LOOK_AT = Part("apps", Topic.APPS, "Apps to look at", ("packages",))
OTHERS = Part("other-apps", Topic.APPS, "Other apps", ("packages",))
STEP = 1000
"""Lines."""

_LONGEST = 300
"""Characters of a path or a name that are kept."""
_ID = re.compile(r"[A-Za-z]\w{0,99}(?:\.[A-Za-z]\w{0,99}){0,20}", re.ASCII)
_BARE = re.compile(r"(?:android|air|app|by|com|de|eu|io|lt|me|net|org|pl|ru|tv|ua)\.\S+")
"""A name with nothing before it is taken for one of an app if it begins as most of them do."""
_PREFIXES = ("by.", "lt.", "pl.")
_WORDS = re.compile("bank|pay")
_NO_SHOP = "null"
_INSTALLED = "/data/app/"
_FRAMEWORK = "android"
"""The name that is in every list with what the phone came with."""
_BY_HAND = "packageinstaller"
"""How the names of the programs end that install a file which a person opened."""


class App(NamedTuple):
    """One line of the list; None where the list does not say it."""

    id: str
    path: str | None
    installer: str | None


def read_line(line: str) -> App | None:
    """The app in a line; None if there is none, as in what adb itself says.

    The path may hold "=", so the name stands behind the last one. Source: runListPackages in
    PackageManagerShellCommand.java, and Pm.java before it, of Android.
    """
    line = line.strip()
    listed = line.startswith("package:")
    first, *rest = line.removeprefix("package:").split() or [""]
    path, _, name = first.rpartition("=")
    if not _ID.fullmatch(name) or not (listed or (_BARE.fullmatch(name) and not rest)):
        return None
    said = [word.removeprefix("installer=") for word in rest if word.startswith("installer=")]
    return App(name, path[:_LONGEST] or None, said[0][:_LONGEST] if said else None)


def _recognises(archive: Archive) -> bool:
    """One file whose lines are mostly those of a list."""
    if len(archive.members) != 1:
        return False
    start = head(archive, archive.members[0])
    whole = [line for line in lines(iter([start])) if line.strip()]
    if len(whole) > 1 and not start.endswith("\n"):
        whole.pop()
    return sum(read_line(line) is not None for line in whole) * 2 > len(whole)


def _read(archive: Archive, inventory: Inventory, _owner: str | None) -> Iterator[Progress]:
    """All apps first, since the list as a whole tells whether it has those of the phone itself."""
    apps: dict[str, App] = {}
    (member,) = archive.members
    with archive.open(member) as stream:
        for count, line in enumerate(lines(pieces(stream, inventory.faults))):
            if app := read_line(line):
                if app.id in apps or len(apps) < MOST_GROUPS:
                    apps.setdefault(app.id, app)
                else:
                    inventory.faults.skipped += 1
            if count % STEP == 0:
                yield Progress(stream.tell(), member.size)
    inventory.boxes["packages"] = Presence.HERE if apps else Presence.EMPTY
    inventory.counts["apps"] = len(apps)
    tables = inventory.table(TO_LOOK_AT), inventory.table(OTHERS)
    whole_phone = _FRAMEWORK in apps
    for count, app in enumerate(apps.values()):
        note = _note(app, whole_phone)
        bank = BANKS.get(app.id.casefold())
        name = f"{app.id} · {bank}" if bank else app.id
        shop = app.installer if app.installer != _NO_SHOP else None
        details = (("Installed from", shop or ""), ("Kept in", app.path or ""))
        tables[not note].add_entry(app.id, name, note, details)
        if count % STEP == 0:
            yield Progress(member.size, member.size)


def _note(app: App, whole_phone: bool) -> str:
    """Why an app is to be looked at; nothing if there is no reason."""
    name = app.id.casefold()
    if name in BANKS:
        return "an app of a bank outside Belarus"
    if _WORDS.search(name):
        return "the name tells of a bank or of payments"
    if name.startswith(_PREFIXES):
        return "the name begins with by., lt. or pl."
    own = app.path.startswith(_INSTALLED) if app.path else not whole_phone
    if app.installer and own and (app.installer == _NO_SHOP or app.installer.endswith(_BY_HAND)):
        return "no shop installed it"
    return ""


READER = Reader("android", (TO_LOOK_AT, OTHERS), _recognises, _read)
