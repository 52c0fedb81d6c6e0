"""What is said once for a whole sheet where there is room for titles only."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from tui.export.document import Box, Entry, Passage, Sheet
from tui.export.groups import grouped


@dataclass(frozen=True)
class Common:
    """What most items that wait say of it, the sources with their numbers, and if one pauses."""

    waits: str
    sources: Mapping[str, int]
    pauses: bool

    def explained(self, pause: Passage) -> tuple[str, ...]:
        """What the sign of an item that waits means, and what to do at a pause."""
        held = f"{Box.HELD} {self.waits}" if self.waits else ""
        paused = f"{pause.label}: {pause.text}" if self.pauses else ""
        return tuple(filter(None, (held, paused)))

    def by_what_is_common(self) -> list[dict[str, Any]]:
        """The sources under what follows their names: when they were checked, and the evidence."""
        found: dict[str, list[dict[str, Any]]] = {}
        for source, number in self.sources.items():
            names, _, tail = source.partition(" · ")
            found.setdefault(tail, []).append({"number": number, "text": names})
        return [{"common": tail, "sources": sources} for tail, sources in found.items()]

    def shorten(self, entry: Entry) -> dict[str, Any]:
        """A title with signs; what the sign does not say, and what to do instead, stay in words."""
        return {
            "title": entry.title,
            "box": entry.box,
            "weight": entry.weight,
            "aside": entry.aside,
            "signed": bool(entry.waits) and entry.box is not Box.HELD,
            "waits": "" if entry.waits == self.waits else entry.waits,
            "instead": asdict(entry.instead) if entry.instead else None,
            "source": self.sources[entry.source],
        }


def common(sheet: Sheet) -> Common:
    """What the items of a sheet have in common."""
    entries = [entry for part in sheet.parts for entry in part.entries]
    waits = Counter(entry.waits for entry in entries if entry.waits).most_common(1)
    sources = dict.fromkeys(entry.source for entry in entries)
    numbers = {source: number for number, source in enumerate(sources, start=1)}
    pauses = any(group.paused for part in grouped(sheet) for group in part)
    return Common(waits[0][0] if waits else "", numbers, pauses)
