"""The way into an archive, and what is told of it: what is there, what is not, what went wrong."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.app.person import LARGE, LIBRARY, Person, paradak
from tests.app.reviews import (
    Export,
    account,
    choose,
    counts,
    inventory,
    marking,
    message,
    open_part,
    page,
    rows,
    said_of,
    take,
)
from tests.app.reviews import chat as chat_of
from tests.inventories import SAMPLES
from tests.telegram import generate
from tests.telegram_expected import Expected
from tests.telegram_words import MY_NAME
from tui.app.review_words import TOPIC_NAMES
from tui.app.screens.choose_file import ChooseFilePage
from tui.app.screens.review.finding import FindingPage
from tui.app.screens.review.findings import FindingsPage
from tui.app.screens.review.guide import GuidePage
from tui.app.screens.review.inventory import InventoryPage
from tui.app.screens.review.own_data import OwnDataPage
from tui.app.screens.review.owner import OwnerPage
from tui.app.screens.review.part import PartPage
from tui.inventory.model import Part
from tui.inventory.telegram import parts

TALL = (100, 70)
YES = " ".join(LIBRARY.notices["own-data-yes"])


def by_source(expected: Expected) -> Counter[tuple[int, int]]:
    """How many sources of reposts have so many of the owner's, and so many in all."""
    by_id = expected.forwarded_from_ids, expected.forwarded_from_ids_by_me
    by_name = expected.forwarded_without_id, expected.forwarded_without_id_by_me
    return Counter((mine[key], every[key]) for every, mine in (by_id, by_name) for key in every)


def count_of(person: Person, part: Part) -> int:
    """How many findings the page of the archive tells of."""
    return int(re.findall(r"\d+", said_of(person, part.title))[-1])


async def test_from_the_first_screen_to_reposts_ones_own_first(export: Export) -> None:
    expected = export.expected
    mine, every = expected.forwarded_from_by_me.total(), expected.forwarded_from.total()
    async with paradak(LARGE) as person:
        await person.follow("@own-data")
        assert page(person) is OwnDataPage
        assert " ".join(LIBRARY.notices["own-data"]) in person.words
        await person.follow("@telegram")
        assert "Making an archive can be seen" in person.words
        assert YES in person.words
        await person.press("enter", "space")
        assert page(person) is GuidePage
        await person.press("y")
        assert page(person) is ChooseFilePage
        await person.press_at_once(*str(export.path), "enter")
        assert page(person) is InventoryPage
        assert "In memory only." in person.words
        told = said_of(person, parts.REPOSTS.title)
        assert told == f"{mine} yours of {every}"
        await take(person, "reposts")
        assert page(person) is PartPage
        assert "yours first" in person.words
        found = counts(rows(person))
    assert 0 < mine < every
    assert [own for own, _ in found] == sorted((own for own, _ in found), reverse=True)
    assert Counter(found) == by_source(expected)


async def test_every_table_has_the_counts_of_the_archive_and_opens(export: Export) -> None:
    expected = export.expected
    async with paradak(TALL) as person:
        await choose(person, export.path)
        mine, every = expected.link_domains_by_me.total(), expected.link_domains.total()
        assert said_of(person, parts.LINKS.title) == f"{mine} yours of {every}"
        assert count_of(person, parts.BUTTONS) == expected.button_domains.total()
        assert count_of(person, parts.INLINE_BOTS) == expected.via_bots.total()
        single = {
            parts.CONTACTS: expected.totals["contacts"],
            parts.SESSIONS: expected.totals["sessions"],
            parts.SITES: expected.totals["web_sessions"],
            parts.DRAFTS: expected.totals["drafts"],
            parts.LEFT: expected.totals["left_chats"],
            parts.BOT_CHATS: expected.chats_by_type["bot_chat"],
            parts.CHATS: expected.chats_by_type["personal_chat"],
        }
        assert {part: count_of(person, part) for part in single} == single
        for part in parts.PARTS:
            assert TOPIC_NAMES[part.topic] in person.words
            await take(person, part.id)
            await person.press("h")
            assert page(person) is PartPage
            assert len(rows(person)) == len(inventory(person).tables[part.id].groups) > 0
            await person.press("enter")
            assert page(person) in {FindingPage, FindingsPage}
            await person.press("escape", "escape")
            assert page(person) is InventoryPage


@pytest.mark.parametrize("service", [guide.id for guide in LIBRARY.archives.guides])
async def test_the_archive_of_every_service_is_read_and_its_tables_open(service: str) -> None:
    folder = SAMPLES / service
    path = folder / "2026" if service == "instagram" else folder
    async with paradak(LARGE) as person:
        await choose(person, path, service)
        assert inventory(person).whole
        assert inventory(person).service == service
        tables = [part for part, found in inventory(person).tables.items() if len(found)]
        assert tables
        for part in tables:
            await take(person, part)
            await person.press("h", "enter", "enter")
            assert page(person) is FindingPage
            assert "Not read" not in person.words
            while page(person) is not InventoryPage:
                await person.press("escape")


EMPTY = {
    "profile_pictures": [],
    "stories": [],
    "contacts": {"list": []},
    "frequent_contacts": {"list": []},
    "sessions": {"list": []},
    "web_sessions": {"list": []},
    "other_data": {},
}
NO_SECTION = {"profile_pictures": EMPTY["profile_pictures"]}


async def test_in_it_and_empty_is_not_taken_for_not_in_it(tmp_path: Path) -> None:
    there = account(tmp_path / "there.json", **EMPTY)
    missing = account(tmp_path / "missing.json", **NO_SECTION)
    titles = [part.title for part in parts.PARTS if len(part.boxes) == 1]
    told = {}
    for path in (there, missing):
        async with paradak(TALL) as person:
            await choose(person, path)
            told[path] = {title: said_of(person, title) for title in titles}
    unsure = {part.title for part in (parts.BOT_CHATS, parts.PERMISSIONS, parts.CHATS)}
    sections = set(titles) - unsure - {parts.PROFILE.title}
    assert {told[there][title] for title in sections} == {"in it, and empty"}
    assert {told[missing][title] for title in sections} == {"not in this archive"}
    for path in (there, missing):
        assert told[path][parts.PROFILE.title] == "in it, and empty"
        assert {told[path][title] for title in unsure} == {"none here, or it was not ticked"}


@pytest.mark.parametrize(
    ("skip", "part", "box", "words"),
    [
        ("sessions", parts.SESSIONS, "sessions", "Not in this archive: {box}."),
        ("contacts", parts.CONTACTS, "contacts", "Not in this archive: {box}."),
        ("other", parts.DRAFTS, "other-data", "Not in this archive: {box}."),
        ("bots", parts.BOT_CHATS, "bot-chats", "Nothing of {box} here: there is none, or"),
    ],
)
async def test_a_table_names_the_box_that_was_not_ticked(
    skip: str, part: Part, box: str, words: str, tmp_path: Path
) -> None:
    path = tmp_path / "result.json"
    generate(path, messages=300, chats=40, skip=[skip, "left"])
    label = LIBRARY.archives.guide("telegram").box(box).label
    async with paradak(TALL) as person:
        await open_part(person, path, part.id)
        assert words.format(box=f"“{label}”") in person.words
        assert "in it, and empty" not in person.words
        assert rows(person) == []


async def test_where_only_some_of_the_boxes_were_ticked_nothing_found_says_so(
    tmp_path: Path,
) -> None:
    path = account(tmp_path / "result.json", chat_of("saved_messages", 1, None, message(1)))
    async with paradak(TALL) as person:
        await choose(person, path)
        assert said_of(person, parts.REPOSTS.title) == "none here, or it was not ticked"
        await take(person, "reposts")
        assert "Nothing of “Bot chats”, “Private groups”" in person.words
        assert "By hand (o shows all 3): " in person.words


async def test_a_file_that_is_cut_says_so_and_nothing_is_called_empty(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    expected = generate(path, messages=1500, chats=40, seed=3, cut=0.4)
    async with paradak(TALL) as person:
        await choose(person, path)
        assert "This file stops early or is damaged." in person.words
        assert said_of(person, parts.REPOSTS.title).endswith(
            f"of {expected.forwarded_from.total()}"
        )
        assert said_of(person, parts.LEFT.title) == "none in what was read so far"
        assert "in it, and empty" not in person.words


async def test_the_export_in_html_says_how_to_get_json(tmp_path: Path) -> None:
    page = '<html><body><div class="page_wrap"></div></body></html>'
    (tmp_path / "export_results.html").write_text(page, encoding="utf-8")
    async with paradak() as person:
        await choose(person, tmp_path)
        assert "the Telegram export in HTML; export once more, as JSON" in person.words


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n", b"PK\x03\x04", b"{" * 9000])
async def test_a_file_that_is_no_archive_says_so_and_not_its_name(
    content: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "name-of-my-own.json"
    path.write_bytes(content)
    async with paradak() as person:
        await person.follow("@own-data", "@telegram", "y")
        await person.press_at_once(*str(path))
        assert path.stem in "".join(person.lines)
        await person.press("enter")
        assert page(person) is InventoryPage
        assert "Not read: " in person.words
        assert path.stem not in "".join(person.lines)
        assert not inventory(person).whole


async def test_a_single_chat_asks_who_the_person_is(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    expected = generate(path, messages=400, seed=2, single="private_supergroup")
    async with paradak() as person:
        await choose(person, path)
        assert page(person) is OwnerPage
        assert "Which of these is you?" in person.words
        await person.click(MY_NAME)
        assert page(person) is InventoryPage
        mine, every = expected.forwarded_from_by_me.total(), expected.forwarded_from.total()
        assert said_of(person, parts.REPOSTS.title) == f"{mine} yours of {every}"
        assert mine > 0


async def test_who_is_not_named_has_nothing_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    expected = generate(path, messages=400, seed=2, single="private_supergroup")
    async with paradak() as person:
        await choose(person, path)
        await person.press("escape")
        assert "nobody was named as its owner" in person.words
        await person.press("escape")
        await person.follow(">telegram", "enter", "y")
        await person.press_at_once(*str(path), "enter")
        await person.press("end", "enter")
        told = said_of(person, parts.REPOSTS.title)
        assert told == f"0 yours of {expected.forwarded_from.total()}"


async def test_an_archive_stays_open_until_it_is_closed_or_another_is_read(
    export: Export, tmp_path: Path
) -> None:
    other = account(tmp_path / "result.json", chat_of("saved_messages", 1, None, message(1)))
    async with paradak() as person:
        await open_part(person, export.path, "reposts")
        first = marking(person)
        await person.press("escape", "escape", "escape")
        await person.follow("@own-data")
        assert "Go on with the archive that is open" in person.words
        await person.press("home", "enter")
        assert said_of(person, parts.REPOSTS.title).startswith(
            str(export.expected.forwarded_from_by_me.total())
        )
        assert marking(person) is first
        await person.press("escape", "x")
        assert person.state.marking is None
        assert "Go on with" not in person.words
        await person.press("escape")
        await choose(person, other)
        assert {chat.name for chat in inventory(person).chats} == {""}
