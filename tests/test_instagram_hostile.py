"""Files of Instagram with values of any type, cut, or made to do harm."""

import json
import random
from pathlib import Path

import pytest

from tests.instagram_files import FOLLOWING, LIKED, SAMPLE, SIGN_INS, YEARS, make
from tests.inventories import HOSTILE, names, read_all, shown
from tui.inventory.instagram import READER, parts
from tui.inventory.model import LATEST
from tui.text import clean

VALUES: tuple[object, ...] = (
    *(None, True, False, 0, -1, 1.5, float("nan"), float("inf"), 2**70, -(2**70), 10**300),
    *("", "x", "\ud800", HOSTILE, "й".encode().decode("latin-1"), "http://[", "9" * 400),
    *([], {}, [[]], [{}], {"dict": [{"dict": {}}]}, [None, 1, "x"], {"label": 1, "value": {}}),
    *({"timestamp": "x"}, {"timestamp": {}}, {"label_values": {"a": 1}}),
)


def test_a_file_that_stops_early_is_read_to_its_last_whole_entry(tmp_path: Path) -> None:
    entries = [{"title": f"a{n}", "string_list_data": [{"timestamp": n}]} for n in range(1, 9)]
    text = json.dumps({"likes_media_likes": entries})
    for length in range(0, len(text), 7):
        inventory = read_all(READER, make(tmp_path, {LIKED: text[:length]}))
        whole = text[:length].count("}]}")
        assert len(inventory.tables[parts.LIKES.id]) == whole
        begun = length > text.index("[") + 1
        assert (inventory.faults.cut or inventory.faults.skipped > 0) is begun


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "[" * 200_000,
        '[{"a":' * 100_000,
        '{"likes_media_likes":' + "[" * 200_000,
        '[{"title":"a","string_list_data":[{"timestamp":' + "9" * 100_000 + "}]}]",
        '[{"title":"a","string_list_data":[{"timestamp":1e999}]}]',
        '[{"title":"\\ud800\\u001b","string_list_data":[{"value":"\\udfff"}]}]',
        '[{"title":"' + "a" * 3_000_000 + '"},{"title":"b"}]',
        '["x", 1, null, [], {"title":"b"}]',
        "[NaN, Infinity, {}]",
        '{"likes_media_likes": {"title": "a"}}',
        "\ufeff[]",
    ],
)
def test_json_made_to_do_harm_comes_to_an_end(tmp_path: Path, text: str) -> None:
    for name in (LIKED, FOLLOWING, SIGN_INS):
        inventory = read_all(READER, make(tmp_path / name[:5], {name: text}))
        assert all(shown_ == clean(shown_) for shown_ in shown(inventory))


def test_names_that_act_on_a_terminal_are_made_harmless(tmp_path: Path) -> None:
    evil = [{"title": HOSTILE, "string_list_data": [{"href": HOSTILE, "value": HOSTILE}]}]
    agents = {f"l{n}": {"value": f"Mozilla/5 ({HOSTILE})"} for n in range(3)}
    files: dict[str, object] = {
        FOLLOWING: evil,
        LIKED: evil,
        SIGN_INS: [{"title": HOSTILE, "string_map_data": agents}],
        "comments/post_comments_1.json": [
            {"string_map_data": {"Comment": {"value": f"https://{HOSTILE} {HOSTILE}"}}}
        ],
    }
    inventory = read_all(READER, make(tmp_path, files))
    found = shown(inventory)
    assert any("\ufffd" in text for text in found)
    assert all(text == clean(text) for text in found)


def test_times_stay_within_what_a_table_holds(tmp_path: Path) -> None:
    times = [-5, 0, 1, LATEST, LATEST + 1, 1_700_000_000_000, 10**40, 1.5, "7", "x", None, [], {}]
    entries = [{"title": "a", "string_list_data": [{"timestamp": time}]} for time in times]
    inventory = read_all(READER, make(tmp_path, {LIKED: entries}))
    assert len(inventory.tables[parts.LIKES.id]) == len(times)
    assert names(inventory, parts.LIKES) == ["a"]


def replaced(value: object, chance: random.Random) -> object:
    """The value, with some of what is in it left out, renamed, or something else altogether."""
    if chance.random() < 0.06:
        return chance.choice(VALUES)
    if isinstance(value, list):
        return [replaced(one, chance) for one in value for _ in range(chance.choice((1, 1, 1, 2)))]
    if isinstance(value, dict):
        return {
            (key if chance.random() > 0.03 else f"x{key}"): replaced(one, chance)
            for key, one in value.items()
        }
    return value


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("seed", range(40))
def test_values_of_any_type_end_in_a_result(tmp_path: Path, year: str, seed: int) -> None:
    chance = random.Random(f"{year} {seed}")
    files: dict[str, object] = {
        str(file.relative_to(SAMPLE / year)): replaced(json.loads(file.read_bytes()), chance)
        for file in sorted((SAMPLE / year).rglob("*.json"))
    }
    inventory = read_all(READER, make(tmp_path, files))
    assert all(text == clean(text) for text in shown(inventory))
