"""Whatever the names and texts of an archive hold, they are letters on the screen and no more."""

import json
from pathlib import Path

import pytest
from textual.widgets import Static

from tests.app.person import LARGE, Person, paradak
from tests.app.reviews import (
    account,
    chat,
    choose,
    inventory,
    message,
    page,
    rows,
    take,
)
from tests.app.test_hostile import PAYLOADS, actions, squeezed
from tests.inventories import HOSTILE
from tui.app.screens.review.finding import FindingPage
from tui.app.screens.review.findings import FindingsPage
from tui.app.screens.review.inventory import InventoryPage
from tui.app.screens.review.owner import OwnerPage
from tui.app.screens.review.part import PartPage

LONG = "я" * 10_000
NAMES = {
    "escapes": f"{HOSTILE}\x1b[31mred\x1b]52;c;YQ==\x07 two\nlines\r\x85\u2028 \ud800 {'̈' * 90}",
    "markup": f"{' '.join(PAYLOADS)} {{0}} {{name}} {{}} {{{{ }}",
    "long": LONG,
}
FORBIDDEN = set("\x1b\x07\r\x85\x9b\x00\u2028\u202e\ud800\udfff")


def hostile(path: Path, name: str) -> Path:
    """An archive in which every name and text is the same."""
    said = message(
        7,
        [name, {"type": "text_link", "text": name, "href": f"https://{name}"}],
        forwarded_from=name,
        via_bot=name,
        photo=name,
        inline_bot_buttons=[[{"type": "url", "text": name, "data": f"https://{name}"}]],
        reactions=[{"type": "emoji", "emoji": name, "recent": [{"from_id": "user100000001"}]}],
    )
    file = message(8, name, file=name, file_name=name, media_type=name, forwarded_from=name)
    gave = {"type": "service", "action": "allow_sending_messages", "reason_domain": name}
    kinds = ("personal_chat", "bot_chat", "private_supergroup", "public_channel", name)
    chats = [
        chat(kind, number, name, said, file, message(9) | gave)
        for number, kind in enumerate(kinds, 1)
    ]
    person = {"user_id": name, "first_name": name, "last_name": name, "phone_number": name}
    frequent = [{"id": f"user{n}", "category": kind, "name": name} for n, kind in FREQUENT]
    session = {"created": name, "device_model": name, "platform": name, "last_ip": name}
    site = {"created": name, "domain_name": name, "bot_username": name}
    other = {
        "drafts": [{"chat": name, "chat_name": name, "html": f"https://{name} {name}"}],
        "ips": [{"ip": name, name: name}],
    }
    return account(
        path,
        *chats,
        contacts={"list": [person]},
        frequent_contacts={"list": frequent},
        sessions={"list": [session]},
        web_sessions={"list": [site]},
        other_data=other,
        stories=[{"date": name}],
        profile_pictures=[{"date": name}],
    )


FREQUENT = ((1, "people"), (2, "inline_bots"))


def is_harmless(person: Person) -> bool:
    """Whether all that is drawn are letters, head and foot stand, and nothing in it can act."""
    assert person.app.return_code is None
    assert not FORBIDDEN & set("".join(strip.text for strip in person.strips))
    assert actions(person.strips) == []
    assert person.lines[0].startswith(" Paradak › your archive")
    assert person.lines[-1].startswith(" F10 leave")
    return len(person.lines) == person.app.size.height


@pytest.mark.parametrize("kind", NAMES)
async def test_hostile_names_and_texts_are_harmless_in_every_table(
    kind: str, tmp_path: Path
) -> None:
    path = hostile(tmp_path / "result.json", NAMES[kind])
    async with paradak(LARGE) as person:
        await choose(person, path)
        assert is_harmless(person)
        tables = [part for part, found in inventory(person).tables.items() if len(found)]
        assert len(tables) > 15
        for part in tables:
            await take(person, part)
            await person.press("h")
            assert page(person) is PartPage
            assert is_harmless(person)
            assert rows(person)
            await person.press("enter")
            assert is_harmless(person)
            if page(person) is FindingsPage:
                assert " yours" in person.lines[2]
                assert person.lines[5].strip()
                await person.press("enter")
            assert page(person) is FindingPage
            assert is_harmless(person)
            while page(person) is not InventoryPage:
                await person.press("escape")


async def test_the_check_for_control_characters_finds_them() -> None:
    async with paradak() as person:
        await person.app.screen.mount(Static(HOSTILE, markup=False), before=0)
        await person.settle()
        assert FORBIDDEN & set("".join(strip.text for strip in person.strips))


async def test_markup_is_shown_letter_by_letter_and_a_click_on_it_does_nothing(
    tmp_path: Path,
) -> None:
    path = hostile(tmp_path / "result.json", PAYLOADS[0])
    async with paradak(LARGE) as person:
        await choose(person, path)
        await take(person, "reposts")
        assert squeezed(PAYLOADS[0]) in squeezed(person.words)
        await person.press("enter", "enter")
        assert squeezed(PAYLOADS[0]) in squeezed(person.words)
        before = person.app.screen
        for line in [n for n, text in enumerate(person.lines) if "@click" in text]:
            await person.pilot.click(offset=(person.lines[line].index("@click") + 3, line))
            await person.settle()
        assert person.app.screen is before


async def test_a_hostile_name_cannot_hide_who_else_wrote_in_a_chat(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    said = [message(1) | {"from": LONG}, message(2) | {"from": "\x1b[2J", "from_id": "user2"}]
    text = chat("private_group", 5, "Picnic", *said)
    account(path)
    path.write_text(json.dumps(text), encoding="utf-8")
    async with paradak() as person:
        await choose(person, path)
        assert page(person) is OwnerPage
        assert "\ufffd[2J" in person.words
        assert is_harmless(person)
        await person.press("enter")
        assert inventory(person).whole


async def test_own_words_of_any_letters_are_harmless(tmp_path: Path) -> None:
    path = hostile(tmp_path / "result.json", "{0} \x1b[31m")
    async with paradak() as person:
        await choose(person, path)
        await person.press("w", *"{0}", "enter")
        assert is_harmless(person)
        await person.press("escape", "end")
        assert is_harmless(person)
        await person.press("enter", "enter", "enter")
        assert is_harmless(person)
