"""The archives that tests are made of hold exactly what they say."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.bench.rivals import count_with_json
from tests.telegram import ERAS, SKIPPED, generate
from tests.telegram_expected import Expected
from tests.telegram_layout import LAYOUTS

KINDS = ("personal_chat", "private_supergroup", "public_channel", "bot_chat", "saved_messages")
SAVED_ELSEWHERE: dict[str, dict[str, Any]] = {
    "two": {"indent": 2},
    "four": {"indent": 4},
    "tabs": {"indent": "\t"},
    "sorted": {"indent": 2, "sort_keys": True},
    "ascii": {"indent": 2, "ensure_ascii": True},
    "one line": {"ensure_ascii": True},
}


def counted(path: Path, expected: Expected) -> Expected:
    return count_with_json(path, expected.self_id, expected.needle)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "result.json"


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("era", ERAS)
def test_what_is_expected_is_in_the_file(path: Path, era: int, layout: str) -> None:
    expected = generate(path, era=era, layout=layout, messages=2000, seed=era)
    assert counted(path, expected) == expected


def test_each_count_is_of_something(path: Path) -> None:
    expected = generate(path, messages=20_000, chats=80)
    assert all(counter.total() for counter in expected.counters().values())
    assert len(expected.media) == 8
    assert len(expected.chats_by_type) == 8
    assert expected.totals["left_chats"]
    assert expected.totals["migrated_messages"]
    assert expected.totals["needle_messages"]
    assert expected.totals["unsupported"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_expected_is_in_a_single_chat(path: Path, kind: str) -> None:
    expected = generate(path, single=kind)
    assert counted(path, expected) == expected
    assert expected.totals["messages"] == 1000
    assert json.loads(path.read_text(encoding="utf-8"))["type"] == kind


@pytest.mark.parametrize("skip", [*((one,) for one in SKIPPED), SKIPPED])
def test_what_is_left_out_is_not_there(path: Path, skip: tuple[str, ...]) -> None:
    expected = generate(path, skip=skip)
    assert counted(path, expected) == expected
    assert expected.absent == set(skip)
    assert expected.totals["messages"] == 1000


@pytest.mark.parametrize("chats", [0, 1, 500])
@pytest.mark.parametrize("messages", [0, 1, 7])
def test_few_messages_and_many_chats(path: Path, messages: int, chats: int) -> None:
    expected = generate(path, messages=messages, chats=chats)
    assert counted(path, expected) == expected


@pytest.mark.parametrize("layout", SAVED_ELSEWHERE)
def test_an_archive_saved_elsewhere_is_what_json_writes(path: Path, layout: str) -> None:
    generate(path, era=2027)
    again = path.with_name("again.json")
    generate(again, era=2027, layout=layout)
    options = {"ensure_ascii": False} | SAVED_ELSEWHERE[layout]
    whole = json.loads(path.read_text(encoding="utf-8"))
    assert again.read_text(encoding="utf-8") == json.dumps(whole, **options)


def test_an_archive_as_it_is_saved_on_windows(path: Path) -> None:
    generate(path)
    again = path.with_name("again.json")
    generate(again, layout="crlf")
    assert again.read_bytes() == path.read_bytes().replace(b"\n", b"\r\n")


def test_the_same_arguments_give_the_same_bytes(path: Path) -> None:
    again = path.with_name("again.json")
    options: dict[str, Any] = {"era": 2023, "bad_escapes": 5, "bare_documents": 2, "cut": 0.9}
    assert generate(path, **options) == generate(again, **options)
    assert path.read_bytes() == again.read_bytes()
    generate(again, seed=2, **options)
    assert path.read_bytes() != again.read_bytes()


@pytest.mark.parametrize(
    ("fault", "sign"), [("bad_escapes", "\\x01\\x1F"), ("bare_documents", ": video")]
)
def test_a_fault_of_telegram_is_refused_by_json(path: Path, fault: str, sign: str) -> None:
    generate(path, era=2023)
    whole = path.read_text(encoding="utf-8")
    json.loads(whole)
    assert sign not in whole
    options: dict[str, Any] = {fault: 4}
    expected = generate(path, era=2023, **options)
    with pytest.raises(json.JSONDecodeError):
        json.loads(path.read_text(encoding="utf-8"))
    told = "bad_escapes" if fault == "bad_escapes" else "bare_docs"
    assert expected.totals[told] == 4
