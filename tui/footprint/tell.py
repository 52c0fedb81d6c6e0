"""The footprint in words for people, and as data for programs."""

from collections.abc import Iterator
from typing import Any

from tui.footprint.trace import Footprint, Place, Trace
from tui.language import Language
from tui.text import clean, wrap

_COLUMNS = 78


def tell(footprint: Footprint, said: Language) -> Iterator[str]:
    """Lines: what was found with its places, what looking cannot find, what the system keeps."""
    yield from ("", said.text("This command only looks: it writes nothing and removes nothing."))
    for heading, traces in (
        ("Found on this machine", footprint.found),
        ("What looking cannot find", footprint.unknown),
        ("What the system may have noted by itself", footprint.system),
    ):
        yield from ("", said.text(heading))
        for trace in traces:
            yield from _told(trace, said)


def _told(trace: Trace, said: Language) -> Iterator[str]:
    yield ""
    yield from wrap(said.text(trace.what), _COLUMNS, first="  ", rest="  ")
    for place in trace.places:
        yield f"    {clean(str(place.path))}  {_amount(place, said)}"
    yield from wrap(said.text(trace.remove), _COLUMNS, first="    → ", rest="      ")


def _amount(place: Place, said: Language) -> str:
    if place.lines is not None:
        return said.count(place.lines, "{n} line names it", "{n} lines name it")
    size = place.size or 0
    if size < 1_000:
        return said.count(size, "{n} byte", "{n} bytes")
    if size < 1_000_000:
        return said.text("{n} kB", n=round(size / 1_000))
    return said.text("{n} MB", n=round(size / 1_000_000))


def as_data(footprint: Footprint) -> dict[str, Any]:
    """The same for programs; paths without what could act on a terminal."""
    return {
        "found": [_data(trace) | {"places": _places(trace)} for trace in footprint.found],
        "unknown": list(map(_data, footprint.unknown)),
        "system": list(map(_data, footprint.system)),
    }


def _data(trace: Trace) -> dict[str, Any]:
    return {"name": trace.name, "what": trace.what, "remove": trace.remove}


def _places(trace: Trace) -> list[dict[str, Any]]:
    return [
        {"path": clean(str(place.path))}
        | ({"bytes": place.size} if place.lines is None else {"lines": place.lines})
        for place in trace.places
    ]
