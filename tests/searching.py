"""Small lists to search in, and what is found."""

import json
from pathlib import Path
from typing import Any

from tui.content.library import open_library
from tui.content.synonyms import Synonym
from tui.language import ENGLISH, Language
from tui.search import Hit, Index, find, index, indexed
from tui.words import APP_NAMES, DEVICE_NAMES

NAMES = APP_NAMES | DEVICE_NAMES
SHIPPED = index(open_library(ENGLISH), NAMES)
HEAD: dict[str, Any] = {
    "id": "own",
    "number": 1,
    "title": "Nothing",
    "goal": "Nothing.",
    "limit": "Nothing.",
    "audience": ["everyone"],
    "review_months": 6,
    "revision": 1,
    "language": "en",
    "defaults": {"caution": "None.", "if_you_cannot": "None."},
}
ITEM: dict[str, Any] = {
    "changed": 1,
    "kind": "look",
    "phases": ["before"],
    "priority": "extra",
    "minutes": 1,
    "recheck": "once",
    "title": "Nothing",
    "why": "Nothing.",
    "steps": [{"text": "Nothing."}],
    "sources": ["general-knowledge"],
    "evidence": "general",
    "checked": "2026-11-21",
}
FOLLOW = Synonym(("follow", "read"), ("subscription", "channel"))


def own(folder: Path, *items: dict[str, Any], language: Language = ENGLISH, **titles: str) -> Index:
    """The index of one list with these items, named a, b, c and so on; JSON is YAML."""
    named = [{**ITEM, "id": "abcdefgh"[n], "number": n + 1, **item} for n, item in enumerate(items)]
    section = {"id": "part", "title": titles.get("section", "Nothing"), "items": named}
    whole = {**HEAD, "title": titles.get("list", "Nothing"), "sections": [section]}
    (folder / "own.yaml").write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    (checklist,) = open_library(language, folder).checklists
    return Index(indexed(checklist, language, NAMES), (FOLLOW,))


def refs(everything: Index, query: str) -> list[str]:
    return [hit.item.id for hit in find(everything, query)]


def the_hit(everything: Index, query: str) -> Hit:
    (hit,) = find(everything, query)
    return hit
