"""What a review says in words: about rows, findings, numbers and marks, and only what is known."""

import json
from pathlib import Path

import pytest

from tests.app.person import LARGE, Person, paradak
from tests.app.reviews import ME, account, chat, choose, message, open_part, page, rows, take
from tests.inventories import SAMPLES
from tui.app.review_rows import marked, orders
from tui.app.screens.review.finding import FindingPage
from tui.app.screens.review.inventory import InventoryPage
from tui.app.screens.review.own_data import OwnDataPage
from tui.app.screens.review.part import PartPage
from tui.app.widgets.table import Table as TableWidget
from tui.inventory.lines import Line, Sort
from tui.inventory.words import IN_MESSAGES, IN_NAMES
from tui.language import ENGLISH
from tui.session import Reviewed

TALL = (80, 230)
ANDROID = SAMPLES / "android" / "packages.txt"
LINES = [Line(0, "A", "", 2, 5, 100), Line(1, "B", "", 1, 1, 0)]


def headings(person: Person) -> list[str]:
    """The titles of the columns of the table that is shown."""
    return [column.title for column in person.app.screen.query_one(TableWidget)._columns]


@pytest.fixture
def two_groups(tmp_path: Path) -> Path:
    """A group with one link of one's own and one of somebody else's, and a left one without any."""
    told = {"text": ["see ", {"type": "link", "text": "https://a.example/1"}]}
    said = message(1, **told), message(2, **told | {"from_id": "user5"}), message(3, "word")
    alone = message(4, ["see ", {"type": "link", "text": "https://b.example/1"}])
    group = chat("private_supergroup", 7, "Garden", *said, alone)
    return account(tmp_path / "result.json", group, chat("public_channel", 8, "Birds"))


def test_only_orders_that_differ_are_offered_the_best_first() -> None:
    assert orders(LINES, counts=True) == (Sort.MINE, Sort.EVERY, Sort.LAST, Sort.NAME)
    own = [Line(0, "A", "", 2, 2, 100)]
    assert orders(own, counts=True) == (Sort.MINE, Sort.LAST, Sort.NAME)
    assert orders(own, counts=False) == (Sort.LAST, Sort.NAME)
    assert orders([Line(0, "A", "", 1, 1, 0)], counts=False) == (Sort.NAME,)


@pytest.mark.parametrize(
    ("decided", "entry", "words"),
    [
        ({}, False, ""),
        ({(0, True): {Reviewed.DONE: 2}}, False, "done"),
        ({(0, True): {Reviewed.DONE: 1}}, False, "1/2"),
        ({(0, True): {Reviewed.DONE: 1, Reviewed.KEEP: 1}}, False, "2/2"),
        ({(0, False): {Reviewed.DONE: 3}}, False, "0/2"),
        ({(0, True): {Reviewed.KEEP: 1}}, True, "keep"),
        ({(1, True): {Reviewed.DONE: 1}}, False, ""),
    ],
)
def test_a_row_says_what_was_decided_about_all_of_it_or_about_how_much(
    decided: dict[tuple[int | str, bool], dict[Reviewed, int]], entry: bool, words: str
) -> None:
    assert marked(LINES[0], decided, ENGLISH, entry=entry) == words


async def test_without_counts_and_dates_there_are_no_columns_and_no_orders_for_them() -> None:
    async with paradak() as person:
        await choose(person, ANDROID, "android")
        await take(person, "apps")
        assert headings(person) == ["name", "marked"]
        assert "4 rows · by name" in person.words
        assert "s sort" not in person.words
        await person.press("enter")
        assert "Why it is here the name begins with by., lt. or pl." in person.words
        assert "yours" not in person.words


async def test_a_chat_says_how_many_messages_and_of_what_kind_it_is(two_groups: Path) -> None:
    async with paradak(LARGE) as person:
        await open_part(person, two_groups, "channels")
        assert "2 rows · yours first · the numbers are messages" in person.words
        await person.press("enter")
        assert page(person) is FindingPage
        for words in ("Name Garden", "Kind private group", "Messages 3 yours of 4"):
            assert words in person.words
        assert "private_supergroup" not in person.words


async def test_one_finding_alone_is_shown_at_once_with_the_chat_it_stands_in(
    two_groups: Path,
) -> None:
    async with paradak(LARGE) as person:
        await open_part(person, two_groups, "links")
        assert [row[:3] for row in rows(person)] == [
            ("a.example", "1", "2"),
            ("b.example", "1", "1"),
        ]
        await person.press("down", "enter")
        assert page(person) is FindingPage
        assert "Where Garden · private group" in person.words
        await person.press("escape", "up", "enter")
        assert "a.example · 1 yours of 2" in person.words
        assert headings(person) == ["where", "date", "whose", "marked"]


async def test_another_order_begins_at_its_first_row(two_groups: Path) -> None:
    async with paradak(LARGE) as person:
        await open_part(person, two_groups, "links")
        await person.press("down", "s", "enter")
        assert "a.example · 1 yours of 2" in person.words


async def test_what_the_archive_does_not_hold_opens_and_names_the_box(tmp_path: Path) -> None:
    path = account(tmp_path / "result.json", chat("saved_messages", 1, None, message(1)))
    async with paradak(LARGE) as person:
        await choose(person, path)
        await take(person, "sessions")
        assert page(person) is PartPage
        words = "Not in this archive: “Active sessions”. To see it, tick that for a new one."
        assert words in person.words
        assert "d done" not in person.words


async def test_own_words_come_first_and_messages_only_where_they_can_be_looked_through(
    two_groups: Path,
) -> None:
    async with paradak(LARGE) as person:
        await choose(person, two_groups)
        await person.press("w", *"word", "enter")
        assert "Found: 0 names · 1 message. Esc shows them" in person.words
        await person.press("escape")
        assert page(person) is InventoryPage
        assert [person.rows.chosen, person.lines[6].strip()] == [IN_NAMES.id, "Your own words"]
        await person.follow("escape", "x", "@android", "y")
        await person.press_at_once(*str(ANDROID), "enter")
        await person.press("w", *"bank", "enter")
        assert "Found: 1 name. Esc shows them" in person.words
        await person.press("escape")
        assert IN_MESSAGES.title not in person.words


async def test_the_keys_of_a_review_explain_its_own_marks_and_numbers(two_groups: Path) -> None:
    async with paradak(TALL) as person:
        await person.press("?")
        assert "● done" in person.words
        await person.press("escape")
        await choose(person, two_groups)
        await person.press("?")
        assert "in it, and empty: " in person.words
        assert "● done" not in person.words
        await person.press("escape")
        await take(person, "reposts")
        await person.press("?")
        assert "Marks are for you alone" in person.words


async def test_advice_is_for_the_service_of_the_archive(two_groups: Path) -> None:
    async with paradak(TALL) as person:
        await open_part(person, two_groups, "reposts")
        await person.press("o")
        assert "Telegram: tidy Saved Messages" in person.words
        assert "Instagram" not in person.words
        await person.press("escape", "escape")
        await take(person, "sessions")
        await person.press("o")
        assert "can show the watcher that you noticed" in person.words


async def test_the_cursor_is_on_the_archive_that_is_open(two_groups: Path) -> None:
    async with paradak() as person:
        await choose(person, two_groups)
        await person.press("escape")
        assert page(person) is OwnDataPage
        assert person.rows.chosen == "page/open"
        await person.press("enter")
        assert page(person) is InventoryPage


async def test_of_a_box_only_what_is_known_is_said() -> None:
    async with paradak(TALL) as person:
        await person.follow("@own-data", "@telegram")
        assert "Bot chats · not ticked yet · " in person.words
        assert "Personal chats · ticked already · " in person.words
        assert person.words.index("On an ordinary day") < person.words.index("How to make it")
        assert person.words.index("How to make it") < person.words.index("When you are done")
        await person.follow("escape", "@instagram")
        assert "Likes · What you liked." in person.words
        assert "Some of this may be named differently." in person.words


async def test_the_person_who_is_asked_for_has_a_number_of_messages(tmp_path: Path) -> None:
    writers = [("A", ME), ("B", "user5"), ("A", ME)]
    said = (
        {"id": number, "type": "message", "from": name, "from_id": key, "text": ""}
        for number, (name, key) in enumerate(writers, start=1)
    )
    path = tmp_path / "result.json"
    path.write_text(json.dumps(chat("personal_chat", 5, "B", *said), indent=1), encoding="utf-8")
    async with paradak() as person:
        await choose(person, path)
        assert any(line.split() == ["A", "2", "messages"] for line in person.lines)
        assert any(line.split() == ["B", "1", "message"] for line in person.lines)


async def test_a_title_is_cut_before_its_number_is_left_out(two_groups: Path) -> None:
    async with paradak((40, 16)) as person:
        await choose(person, two_groups)
        lines = [line.split() for line in person.lines]
    assert any(line[:1] == ["Channels"] and line[-1] == "2" for line in lines)
    assert any(line[:1] == ["Channels"] and line[-2:] == ["none", "here"] for line in lines)
