import json
import zipfile
from pathlib import Path
from random import Random

import pytest

from tests.telegram import ERAS, generate
from tests.telegram_expected import Expected
from tests.telegram_layout import LAYOUTS
from tests.telegram_read import DECODERS, assert_counts, found, read
from tui.inventory.archive import open_archive
from tui.inventory.model import Inventory, Presence
from tui.inventory.telegram import READER

KIND_FIRST = tuple(layout for layout in LAYOUTS if layout != "sorted")
"""Layouts in which the kind of a chat stands before its messages, so that no cut can hide it."""
OWNER = "user100000001"


def assert_read(path: Path, expected: Expected, owner: str | None = None) -> list[Inventory]:
    """What is read in either way, once it is compared."""
    read_twice = [read(path, owner, decode) for decode in DECODERS]
    for inventory in read_twice:
        assert_counts(found(inventory), expected)
    return read_twice


@pytest.mark.parametrize("era", ERAS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_count_is_right_in_every_era_and_layout(
    era: int, layout: str, tmp_path: Path
) -> None:
    path = tmp_path / "result.json"
    expected = generate(path, messages=2000, chats=60, seed=era, era=era, layout=layout)
    assert expected.totals["messages"] == 2000
    for inventory in assert_read(path, expected):
        assert not inventory.faults.skipped
        assert not inventory.faults.repaired


@pytest.mark.parametrize("era", ERAS)
@pytest.mark.parametrize("layout", ["telegram", "minified"])
@pytest.mark.parametrize("kind", ["public_supergroup", "personal_chat", "saved_messages"])
def test_every_count_of_a_single_chat_is_right(
    era: int, layout: str, kind: str, tmp_path: Path
) -> None:
    path = tmp_path / "result.json"
    expected = generate(path, messages=1500, seed=era, era=era, layout=layout, single=kind)
    assert_read(path, expected, OWNER)


@pytest.mark.parametrize("seed", range(12))
def test_what_stands_before_a_cut_is_counted_exactly(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    path = tmp_path / "result.json"
    expected = generate(
        path,
        messages=3000,
        chats=40,
        seed=seed,
        era=random.choice(ERAS),
        layout=random.choice(["telegram", *KIND_FIRST]),
        cut=random.choice([0.1, 0.5, 0.71, 0.99, random.random()]),
    )
    assert expected.totals["cut"]
    assert_read(path, expected)


@pytest.mark.parametrize("layout", ["telegram", "minified"])
@pytest.mark.parametrize("era", ERAS)
def test_json_that_telegram_wrote_wrongly_is_mended(layout: str, era: int, tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    expected = generate(
        path,
        messages=4000,
        chats=30,
        seed=era,
        era=era,
        layout=layout,
        bad_escapes=12,
        bare_documents=3,
    )
    for inventory in assert_read(path, expected):
        assert not inventory.faults.skipped
        assert inventory.faults.repaired >= expected.totals["bad_escapes"] > 0


@pytest.mark.parametrize("skipped", ["sessions", "contacts", "other"])
def test_a_section_that_was_not_ticked_is_not_taken_for_empty(skipped: str, tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    expected = generate(path, messages=500, skip=[skipped])
    inventory, _ = assert_read(path, expected)
    box = "other-data" if skipped == "other" else skipped
    assert inventory.boxes[box] is Presence.ABSENT
    here = {"sessions", "contacts", "other-data"} - {box}
    assert {inventory.boxes[other] for other in here} == {Presence.HERE}


@pytest.mark.parametrize(
    ("skipped", "boxes"),
    [("bots", {"bot-chats"}), ("channels", {"private-channels", "public-channels"})],
)
def test_chats_that_are_not_there_may_be_unticked_or_none(
    skipped: str, boxes: set[str], tmp_path: Path
) -> None:
    path = tmp_path / "result.json"
    expected = generate(path, messages=500, chats=80, skip=[skipped, "left"])
    inventory, _ = assert_read(path, expected)
    assert {inventory.boxes[box] for box in boxes} == {Presence.UNSURE}
    assert inventory.boxes["personal-chats"] is Presence.HERE


def test_a_zip_and_a_folder_give_the_same_as_the_file(tmp_path: Path) -> None:
    folder = tmp_path / "DataExport_2026-11-01"
    folder.mkdir()
    expected = generate(folder / "result.json", messages=2000, chats=40, seed=5)
    with zipfile.ZipFile(tmp_path / "all.zip", "w", zipfile.ZIP_DEFLATED) as file:
        file.write(folder / "result.json", "DataExport_2026-11-01/result.json")
    for path in (folder, tmp_path / "all.zip"):
        assert READER.recognises(open_archive(path))
        assert_read(path, expected)


def test_chats_that_stand_in_two_files_are_counted_once(tmp_path: Path) -> None:
    expected = generate(
        tmp_path / "result.json", messages=1200, seed=3, single="private_supergroup"
    )
    again = tmp_path / "ChatExport_2026-11-02"
    again.mkdir()
    generate(again / "result.json", messages=1200, seed=3, single="private_supergroup")
    assert_read(tmp_path, expected, OWNER)


def test_what_others_joined_or_allowed_is_no_permission_of_mine(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    actions = [
        {"id": 1, "type": "service", "actor_id": "user5", "action": "join_group_by_link"},
        {"id": 2, "type": "service", "actor_id": OWNER, "action": "join_group_by_link"},
        {"id": 3, "type": "service", "action": "allow_sending_messages", "reason_domain": "a.b"},
    ]
    chat = {"name": "G", "type": "private_supergroup", "id": 7, "messages": actions}
    path.write_text(json.dumps(chat, indent=1), encoding="utf-8")
    inventory = read(path, OWNER)
    assert list(inventory.tables["permissions"].number) == [2, 3]
    assert inventory.counts["action/join_group_by_link"] == 2
