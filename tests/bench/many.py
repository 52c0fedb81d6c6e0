"""Generated lists: as long as the loader allows, and as many as are wanted."""

from collections.abc import Iterator
from pathlib import Path

IN_A_SECTION, IN_A_LIST = 9, 180
_WHY = "This is generated text of ordinary length, " * 8 + "so that the guidance is real."
_STEP = "Do one ordinary thing, look at what has changed, and go on to the next line."
_HEAD = """\
id: {name}
number: {number}
title: Generated list {number}
goal: There is enough to scroll through.
limit: Nothing in it is advice.
audience: [everyone]
review_months: 6
revision: 1
language: en
defaults: {{caution: Take your time., if_you_cannot: A part of it is enough.}}
sections:
"""
_ITEM = """\
      - id: thing-{number}
        number: {number}
        changed: 1
        kind: look
        phases: [before]
        priority: important
        minutes: 5
        recheck: once
        title: {title}
        why: {why}
        steps: [{{text: "{step}"}}, {{text: "{step}"}}, {{text: "{step}"}}]
        sources: [general-knowledge]
        evidence: general
        checked: 2026-11-21
"""


TITLE, REASON = "Look at thing", "Reason number"
"""How every title begins, and the guidance of every item."""


def title(place: int) -> str:
    """The title of the item at that place among all."""
    return f"{TITLE} {place:05}"


def write_lists(folder: Path, items: int) -> None:
    """Writes lists that hold so many items together."""
    for number, start in enumerate(range(0, items, IN_A_LIST), start=1):
        name = f"list-{number:03}"
        places = range(start, min(start + IN_A_LIST, items))
        text = _HEAD.format(name=name, number=number) + "".join(_sections(places))
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def _sections(places: range) -> Iterator[str]:
    for section, start in enumerate(range(0, len(places), IN_A_SECTION), start=1):
        yield f"  - id: part-{section}\n    title: Part {section}\n    items:\n"
        for number, place in enumerate(places[start : start + IN_A_SECTION], start=start + 1):
            why = f"{REASON} {place + 1:05}. {_WHY}"
            yield _ITEM.format(number=number, title=title(place + 1), why=why, step=_STEP)
