"""The rows of a table: in which order they stand, which of them are shown, and by what."""

from pathlib import Path

import pytest

from tests.app.person import LARGE, Person, paradak
from tests.app.reviews import (
    ME,
    Export,
    account,
    chat,
    choose,
    counts,
    decisions,
    message,
    open_part,
    page,
    rows,
    take,
)
from tests.telegram_words import person as somebody
from tui.app.screens.review.findings import FindingsPage
from tui.app.screens.review.inventory import InventoryPage
from tui.app.screens.review.items import TopicItemsPage
from tui.app.screens.review.part import PartPage
from tui.app.widgets.line import Line
from tui.inventory.telegram import parts
from tui.session import Reviewed

OTHER = "user2"
DAYS = {2021: "1614600000", 2024: "1709283600"}


def repost(number: int, source: str, year: int = 2024, who: str = ME) -> dict[str, object]:
    more = {"forwarded_from": source, "from_id": who, "date_unixtime": DAYS[year]}
    return message(number, **more)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Reposts: two of one's own from Birds, one of three from Ёлкі, the newest from елки."""
    group = chat(
        "private_supergroup",
        11,
        "Group",
        repost(1, "Ёлкі", 2021, OTHER),
        repost(2, "Ёлкі", 2021, OTHER),
        repost(3, "Ёлкі", 2021),
        repost(4, "елки", 2024, OTHER),
    )
    saved = chat("saved_messages", 1, None, repost(1, "Birds", 2021), repost(2, "Birds", 2021))
    return account(tmp_path / "result.json", group, saved)


def names(person: Person) -> list[str]:
    return [row[0] for row in rows(person)]


def typed(person: Person) -> str:
    return person.app.screen.query_one(Line).value


async def test_four_orders_follow_one_another(small: Path) -> None:
    orders = {
        "yours first": ["Birds", "Ёлкі", "елки"],
        "the most first": ["Ёлкі", "Birds", "елки"],
        "the newest first": ["елки", "Ёлкі", "Birds"],
        "by name": ["Birds", "елки", "Ёлкі"],
    }
    async with paradak() as person:
        await open_part(person, small, "reposts")
        for words, order in [*orders.items(), *orders.items()]:
            assert words in person.words
            if words == "the newest first":
                assert names(person)[0] == order[0]
            else:
                assert names(person) == order
            await person.press("s")


@pytest.mark.parametrize(
    ("letters", "left"),
    [
        ("ЁЛК", ["Ёлкі", "елки"]),
        ("елк", ["Ёлкі", "елки"]),
        ("елкi", []),
        ("birds", ["Birds"]),
        ("", ["Birds", "Ёлкі", "елки"]),
    ],
)
async def test_letters_narrow_the_rows_in_any_case_and_with_e_for_yo(
    letters: str, left: list[str], small: Path
) -> None:
    async with paradak() as person:
        await open_part(person, small, "reposts")
        await person.press("/", *letters)
        assert names(person) == left
        told = {0: "no name here has that in it", 3: "3 rows · "}
        assert told.get(len(left), f"{len(left)} of 3 rows · ") in person.words
        await person.press("escape")
        assert len(names(person)) == 3
        assert page(person) is PartPage
        await person.press("escape")
        assert page(person) is InventoryPage


async def test_letters_are_no_commands_until_enter_and_the_rows_stay_narrowed(
    small: Path,
) -> None:
    async with paradak() as person:
        await open_part(person, small, "reposts")
        await person.press("/", *"birds o")
        assert typed(person) == "birds o"
        assert page(person) is PartPage
        assert "space review" not in person.words
        await person.press("backspace", "backspace", "enter")
        assert "space review" in person.words
        await person.press("d")
        assert typed(person) == "birds"
        assert decisions(person, "reposts") == {Reviewed.DONE: 2}
        await person.press("enter")
        assert page(person) is FindingsPage
        await person.press("escape", "/", "down", "d")
        assert decisions(person, "reposts") == {}
        await person.press("escape")
        assert names(person) == ["Birds", "Ёлкі", "елки"]


async def test_rows_are_grouped_by_chat_by_year_and_as_before(export: Export) -> None:
    async with paradak(LARGE) as person:
        await open_part(person, export.path, "reposts")
        before = rows(person)
        whole = [sum(column) for column in zip(*counts(before), strict=True)]
        for words in ("by chat", "by year"):
            await person.press("g")
            assert words in person.words
            grouped = rows(person)
            assert [sum(column) for column in zip(*counts(grouped), strict=True)] == whole
            assert grouped[0][0] != before[0][0]
            await person.press("enter", "escape")
        assert {len(name) for name in names(person)} == {4}
        assert len(names(person)) > 3
        await person.press("g")
        assert rows(person) == before


async def test_a_group_opens_with_its_own_findings(small: Path) -> None:
    async with paradak() as person:
        await open_part(person, small, "reposts")
        await person.press("g")
        assert [row[:3] for row in rows(person)] == [
            ("Saved Messages", "2", "2"),
            ("Group · private group", "1", "4"),
        ]
        await person.press("down", "enter")
        assert "Group · private group · 1 yours of 4" in person.words
        assert [row[1] for row in rows(person)] == ["yours", "others", "others", "others"]
        await person.press("escape", "g", "home", "enter")
        assert "2021 · 3 yours of 5" in person.words
        assert {row[1] for row in rows(person)} == {"2021-03-01"}


async def test_people_are_counted_and_their_names_hidden_until_asked(export: Export) -> None:
    contacts = export.expected.totals["contacts"]
    name = somebody(1)[0].rpartition(" ")[0]
    async with paradak(LARGE) as person:
        await choose(person, export.path)
        for part in ("contacts", "frequent", "people-chats"):
            await take(person, part)
            assert "They are shown if you press h." in person.words
            assert rows(person) == []
            await person.press("escape")
        await take(person, "contacts")
        assert f"{contacts} names." in person.words
        await person.press("space", "d", "s", "/", "enter")
        assert page(person) is PartPage
        assert decisions(person, "contacts") == {}
        assert name not in person.words
        await person.press("h")
        assert name in person.words
        assert len(rows(person)) == contacts
        await person.press("escape")
        await take(person, "contacts")
        assert name not in person.words


async def test_people_that_stand_twice_are_opened_and_marked_each_by_themselves(
    tmp_path: Path,
) -> None:
    people = [("user7", "Ева"), ("user8", "Жанна"), ("user7", "Ева"), ("user9", "Ніна")]
    listed = [{"id": key, "category": "people", "name": name} for key, name in people]
    path = account(tmp_path / "result.json", frequent_contacts={"list": listed})
    async with paradak() as person:
        await open_part(person, path, "frequent")
        await person.press("h", "s", "s", "s")
        while names(person) != ["Ева", "Жанна", "Ніна"]:
            await person.press("s")
        await person.press("end", "k")
        assert [row[-1] for row in rows(person)] == ["", "", "keep"]
        await person.press("enter")
        assert "Ніна" in person.words
        assert " · keep" in person.words
        await person.press("right")
        assert "Ева" in person.words


async def test_advice_belongs_to_the_topic_and_says_what_is_done_by_hand(small: Path) -> None:
    async with paradak(LARGE) as person:
        await open_part(person, small, "bot-chats")
        await person.press("o")
        assert page(person) is TopicItemsPage
        assert "What the lists say about it" in person.words
        assert "What no archive shows, by hand" in person.words
        item = next(iter(person.state.library.items_on(parts.BOT_CHATS.topic)))
        assert item.title in person.words
        await person.press("enter", "escape", "escape")
        assert page(person) is PartPage
