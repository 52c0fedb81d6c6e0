"""Words of a person's own: how they are typed, and where they are found."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.telegram import ERAS, generate
from tests.telegram_layout import LAYOUTS
from tests.telegram_read import read
from tests.telegram_words import NEEDLES
from tui.errors import ArchiveError
from tui.inventory.archive import pasted
from tui.inventory.marking import Marking
from tui.inventory.model import Inventory
from tui.inventory.telegram import parts
from tui.inventory.words import IN_MESSAGES, IN_NAMES, MOST_WORDS, in_file, look_for, words_in
from tui.session import Review, Reviewed

NOTHING = Review()
ME = "user100000001"


def found(inventory: Inventory, typed: str, part: str = IN_MESSAGES.id) -> dict[str, int]:
    """How often each word is in messages, or in names."""
    steps = list(look_for(words_in(typed), Marking(inventory, b"k" * 32), NOTHING))
    assert all(0 <= step.done <= step.size for step in steps)
    return {group.name: group.every for group in inventory.tables[part].groups}


def account(path: Path, *messages: Mapping[str, object]) -> Inventory:
    """The inventory of an archive with these messages in one chat."""
    sent = [
        {"id": number, "type": "message", "date": "2024-03-01T12:00:00", "from_id": ME, **message}
        for number, message in enumerate(messages, 1)
    ]
    chat = {"name": "Picnic", "type": "private_group", "id": 5, "messages": sent}
    told = {"personal_information": {"user_id": 100000001}, "chats": {"list": [chat]}}
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    return read(path)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("tea", ("tea",)),
        ("Tea, TEA ;ｔｅａ\r\ntea", ("tea",)),
        ("ёлка,Елка", ("елка",)),
        ("two   words, one\n\n, ;", ("two words", "one")),
        ("\ufb01sh, straße", ("fish", "strasse")),
        (" ,;\n", ()),
    ],
)
def test_words_stand_between_commas_and_lines_each_once(typed: str, words: tuple[str, ...]) -> None:
    assert words_in(typed) == words


def test_no_more_words_are_taken_than_can_be_looked_for() -> None:
    assert len(words_in(",".join(map(str, range(MOST_WORDS * 2))))) == MOST_WORDS


def test_a_file_of_words_is_read_with_or_without_a_mark_at_its_start() -> None:
    assert in_file(pasted("\ufeffTea\r\nжук\n".encode())) == ("tea", "жук")
    assert in_file(pasted(b"\xff\xfe, tea")) == ("\ufffd\ufffd", "tea")
    with pytest.raises(ArchiveError, match="no short text file"):
        in_file(pasted(b"x" * (2 << 20)))


@pytest.mark.parametrize("era", ERAS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_message_with_the_word_is_found_in_every_era_and_layout(
    era: int, layout: str, tmp_path: Path
) -> None:
    path = tmp_path / "result.json"
    expected = generate(path, messages=600, chats=30, seed=9, era=era, layout=layout)
    assert expected.totals["needle_messages"] > 0
    assert found(read(path), NEEDLES[1]) == {"елачка": expected.totals["needle_messages"]}


@pytest.mark.parametrize("layout", ["telegram", "minified"])
def test_a_word_is_found_among_messages_that_telegram_wrote_wrongly(
    layout: str, tmp_path: Path
) -> None:
    path = tmp_path / "result.json"
    expected = generate(
        path, messages=2500, chats=30, era=2023, layout=layout, bad_escapes=40, bare_documents=9
    )
    assert found(read(path), NEEDLES[0]) == {"елачка": expected.totals["needle_messages"]}
    assert expected.totals["needle_messages"] > 1


WRITTEN: dict[str, dict[str, object]] = {
    "in the text": {"text": "so much bread and HONEY here"},
    "over the parts of a text": {"text": ["bread a", {"type": "bold", "text": "nd ho"}, "ney"]},
    "over a line": {"text": "bread\nand \t honey"},
    "in wide letters": {"text": "ｂｒｅａｄ and honey"},
    "behind other words": {
        "text": [{"type": "text_link", "text": "x", "href": "https://a.example/bread and honey"}]
    },
    "on a button": {
        "text": "",
        "inline_bot_buttons": [[{"type": "url", "text": "bread and honey", "data": "x"}]],
    },
    "in a rich message": {
        "rich_message": {"blocks": [{"type": "list", "items": [{"text": "bread and honey"}]}]}
    },
    "as a source": {"text": "", "forwarded_from": "Bread and honey"},
    "as a file": {"text": "", "file": "", "file_name": "bread and honey.pdf"},
}


@pytest.mark.parametrize("place", WRITTEN)
def test_words_are_found_wherever_a_person_can_have_meant_them(place: str, tmp_path: Path) -> None:
    other = {"text": "bread, honey"}
    inventory = account(tmp_path / "result.json", other, WRITTEN[place], other)
    assert found(inventory, "Bread  and honey") == {"bread and honey": 1}
    assert list(inventory.tables[IN_MESSAGES.id].number) == [2]


def test_the_words_of_the_file_itself_are_not_found(tmp_path: Path) -> None:
    inventory = account(tmp_path / "result.json", {"text": "tea"})
    words = ("message", "type", "from_id", "date", "2024", "private_group", ME)
    assert found(inventory, ",".join(words)) == {}
    assert found(inventory, "tea") == {"tea": 1}


def test_a_word_written_as_escapes_is_found(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    account(path, {"text": "жук"})
    escaped = json.dumps(json.loads(path.read_text(encoding="utf-8")), indent=1)
    assert "жук" not in escaped
    path.write_text(escaped, encoding="utf-8")
    assert found(read(path), "ЖУК") == {"жук": 1}


def test_names_are_found_with_the_table_they_stand_in(tmp_path: Path) -> None:
    inventory = account(
        tmp_path / "result.json",
        {"text": "", "forwarded_from": "Club of honey"},
        {"text": [{"type": "link", "text": "https://honey.example"}]},
    )
    found(inventory, "HONEY, picnic")
    table = inventory.tables[IN_NAMES.id]
    assert {(group.name, group.note) for group in table.groups} == {
        ("Picnic", parts.CHANNELS.title),
        ("Club of honey", parts.REPOSTS.title),
        ("honey.example", parts.LINKS.title),
    }


def test_looking_again_begins_anew_and_finds_decisions_again(tmp_path: Path) -> None:
    inventory = account(tmp_path / "result.json", {"text": "tea"}, {"text": "tea, honey"})
    marking = Marking(inventory, b"k" * 32)
    list(look_for(("tea",), marking, NOTHING))
    table = inventory.tables[IN_MESSAGES.id]
    review = marking.mark(table, range(len(table)), Reviewed.DONE, NOTHING)
    list(look_for(("honey",), marking, review))
    assert marking.decisions(inventory.tables[IN_MESSAGES.id]) == {}
    list(look_for(("honey", "tea"), marking, review))
    table = inventory.tables[IN_MESSAGES.id]
    decided = marking.decisions(table)
    assert {table.groups[table.group[number]].name for number in decided} == {"tea"}
    assert len(decided) == 2
    assert marking.undo(review) is review
