"""Text of an author's list is shown letter by letter: no markup, no action, no link."""

import json
from pathlib import Path
from typing import Any

import pytest
from textual.events import Paste
from textual.strip import Strip
from textual.widgets import Static

from tests.app.person import PROTECTION, SCREENS, paradak
from tui.app.app import ParadakApp
from tui.content.library import Library, open_library
from tui.errors import ContentError
from tui.language import ENGLISH

PAYLOADS = (
    "[@click=app.action_leave]x[/]",
    "[ @click=app.leave()]x[/ ]",
    "[@click=screen.back]x[/@click]",
    "[link='file:///etc']x[/link]",
    "[link='x:y']x[/link=]",
    "[/nope]",
    "[b]x",
    "[on red]x[/]",
    "[$accent]",
    r"\[b]x\\[/b]",
    "{situation.title} {0} {{",
    "[[b]]:smile: & <a href='x'>",
)
EVERYTHING = " ".join(PAYLOADS)
BY_TEXTUAL = {"offset", "option", "@mouse.down", "@mouse.up"}
TALL = (80, 100)


def item(number: int, title: str) -> dict[str, Any]:
    return {
        "id": f"item-{number}",
        "number": number,
        "changed": 1,
        "kind": "delete" if number % 2 else "look",
        "phases": ["before"],
        "instead": f"Instead {EVERYTHING}",
        "priority": "critical",
        "minutes": 5,
        "recheck": "once",
        "title": title,
        "why": f"Why {EVERYTHING}",
        "steps": [
            {"text": f"Step {text}", "apps": ["telegram"], "general": [text]} for text in PAYLOADS
        ],
        "caution": f"Caution {EVERYTHING}",
        "if_you_cannot": f"Cannot {EVERYTHING}",
        "related": ["item-1", "item-2"],
        "sources": ["hostile"],
        "evidence": "general",
        "checked": "2026-11-21",
    }


def hostile_list() -> dict[str, Any]:
    sections = [
        {"id": f"part-{n}", "title": PAYLOADS[n], "items": [item(n + 1, PAYLOADS[n])]}
        for n in range(len(PAYLOADS))
    ]
    return {
        "id": "hostile",
        "number": 1,
        "title": PAYLOADS[0],
        "goal": EVERYTHING,
        "limit": EVERYTHING,
        "audience": ["everyone"],
        "review_months": 6,
        "revision": 1,
        "language": "en",
        "defaults": {"caution": EVERYTHING, "if_you_cannot": EVERYTHING},
        "sections": sections,
    }


def situations() -> list[dict[str, Any]]:
    moments = {"ordinary-day": "ask", "phone-came-back": "after", "checking-now": "now"}
    return [
        {
            "id": name,
            "title": PAYLOADS[n],
            "moment": moment,
            "intro": EVERYTHING,
            **(
                {}
                if moment == "now"
                else {"first": [f"hostile/item-{n}" for n in (2, 4, 6)], "path": ["hostile"]}
            ),
        }
        for n, (name, moment) in enumerate(moments.items())
    ]


@pytest.fixture
def hostile(tmp_path: Path) -> Library:
    """A library whose every text is an attack; JSON is YAML."""
    source = {"id": "hostile", "name": EVERYTHING[:160], "date": PAYLOADS[0]}
    files = {
        "hostile": hostile_list(),
        "situations": {"situations": situations()},
        "sources": {"sources": [source]},
    }
    for name, content in files.items():
        text = json.dumps(content, ensure_ascii=False)
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return open_library(ENGLISH, tmp_path)


def actions(strips: list[Strip]) -> list[object]:
    """What in the picture could act: links, and data for the mouse that is not Textual's own."""
    styles = [segment.style for strip in strips for segment in strip if segment.style]
    found: list[object] = [style.link for style in styles if style.link]
    return found + [style.meta for style in styles if not BY_TEXTUAL.issuperset(style.meta)]


def squeezed(text: str) -> str:
    return "".join(text.split())


SHOWN = {
    "situations": PAYLOADS[:2],
    "plan": PAYLOADS,
    "item": PAYLOADS,
    "related": PAYLOADS[:2],
    "lift": PAYLOADS,
    "lists": PAYLOADS[:1],
    "list": PAYLOADS,
    "find": PAYLOADS,
    "about": PAYLOADS[:1],
}


@pytest.mark.parametrize(("name", "steps"), SCREENS.items(), ids=SCREENS)
async def test_every_screen_shows_hostile_text_as_text(
    hostile: Library, name: str, steps: tuple[str, ...]
) -> None:
    async with paradak(TALL, library=hostile) as person:
        await person.follow(*steps)
        shown = squeezed(person.words)
        missing = [text for text in SHOWN.get(name, ()) if squeezed(text) not in shown]
        assert missing == []
        assert actions(person.strips) == []
        assert person.app.return_code is None


async def test_two_panes_and_the_other_keys_show_hostile_text_as_text(hostile: Library) -> None:
    async with paradak((120, 60), library=hostile) as person:
        await person.follow(*SCREENS["plan"], "down", "space", "l", "f3", "enter", "t")
        assert actions(person.strips) == []
        await person.press("escape", "a", "s", "f2", "f", "p", "down", "f1")
        assert actions(person.strips) == []
        assert person.app.return_code is None


async def test_a_click_on_hostile_text_does_nothing(hostile: Library) -> None:
    async with paradak(TALL, library=hostile) as person:
        await person.follow(*SCREENS["item"])
        before = person.app.screen
        lines = [n for n, line in enumerate(person.lines) if "@click" in line]
        assert lines
        for line in lines:
            await person.pilot.click(offset=(person.lines[line].index("@click") + 3, line))
            await person.settle()
        assert person.app.screen is before
        assert person.app.return_code is None


@pytest.mark.parametrize("payload", [PAYLOADS[0], PAYLOADS[3]])
async def test_the_check_for_actions_finds_them_where_markup_is_read(payload: str) -> None:
    async with paradak() as person:
        await person.app.screen.mount(Static(payload, markup=True), before=0)
        await person.settle()
        assert actions(person.strips) != []


@pytest.mark.parametrize("hidden", ["\x1b[31m", "\u202e", "\u2066", "\x9b", "\ufeff", "\u2028"])
def test_a_list_with_hidden_characters_is_refused_before_the_first_screen(
    hostile: Library, tmp_path: Path, hidden: str
) -> None:
    del hostile
    content = hostile_list()
    content["title"] = f"Title{hidden}"
    text = json.dumps(content, ensure_ascii=False)
    (tmp_path / "hostile.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError):
        ParadakApp(open_library(ENGLISH, tmp_path), PROTECTION)


async def test_names_of_folders_and_files_are_shown_as_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "[b]f[nope]\x1b[31m"
    folder.mkdir()
    monkeypatch.chdir(folder)
    async with paradak() as person:
        await person.follow(*SCREENS["file name"], "home", *"[b]~")
        await person.press("enter")
        await person.written()
        assert squeezed("[b]f[nope]\ufffd[31m") in squeezed(person.words)
        assert "written: [b]~" in person.words
        assert actions(person.strips) == []


@pytest.mark.parametrize("name", ["find", "file name"])
async def test_what_is_pasted_cannot_act_on_the_terminal(name: str) -> None:
    async with paradak() as person:
        await person.follow(*SCREENS[name], "home")
        person.app.post_message(Paste("\x1b[31ma\u202e\x07[@click=app.leave()]b\nsecond"))
        await person.settle()
        assert "\ufffd[31ma\ufffd\ufffd[@click=app.leave()]b" in person.words
        assert actions(person.strips) == []
