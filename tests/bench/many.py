"""Generated lists: as long as the loader allows, and as many as are wanted."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

from tui.content.library import open_library
from tui.language import ENGLISH

IN_A_SECTION, IN_A_LIST = 9, 180
LISTS, IN_ONE_OF_THEM = 19, 19
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


def write_realistic_lists(folder: Path) -> None:
    """Writes 19 lists of 19 items, in sentences of the shipped lists' words as often as there."""
    words, chance = _shipped_words(), random.Random(19)
    for number in range(1, LISTS + 1):
        text = _HEAD.format(name=f"list-{number:03}", number=number)
        for place in range(1, IN_ONE_OF_THEM + 1):
            if place % IN_A_SECTION == 1:
                text += f"  - id: part-{place}\n    title: Part {place}\n    items:\n"
            text += _ITEM.format(
                number=place,
                title=_sentences(words, chance, 1)[:50].strip(" ."),
                why=_sentences(words, chance, 3),
                step=_sentences(words, chance, 1),
            )
        (folder / f"list-{number:03}.yaml").write_text(text, encoding="utf-8")


def _shipped_words() -> list[str]:
    """Every word of the shipped lists, as often as it stands there."""
    texts = (
        text
        for found in open_library(ENGLISH).checklists
        for item in found.items
        for text in (item.title, item.why, item.caution.text, *(step.text for step in item.steps))
    )
    return [word.lower() for text in texts for word in re.findall(r"[A-Za-z]+", text)]


def _sentences(words: list[str], chance: random.Random, number: int) -> str:
    lengths = (chance.randint(6, 14) for _ in range(number))
    return " ".join(" ".join(chance.choices(words, k=k)).capitalize() + "." for k in lengths)


def _sections(places: range) -> Iterator[str]:
    for section, start in enumerate(range(0, len(places), IN_A_SECTION), start=1):
        yield f"  - id: part-{section}\n    title: Part {section}\n    items:\n"
        for number, place in enumerate(places[start : start + IN_A_SECTION], start=start + 1):
            why = f"{REASON} {place + 1:05}. {_WHY}"
            yield _ITEM.format(number=number, title=title(place + 1), why=why, step=_STEP)
