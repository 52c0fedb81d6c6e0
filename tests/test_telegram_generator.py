"""The archives that tests are made of hold exactly what they say."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests import telegram
from tests.bench.rivals import count_with_json
from tests.telegram import ERAS, SKIPPED, generate
from tests.telegram_expected import UNTOLD, Expected, expected_from
from tests.telegram_layout import LAYOUTS, quote_as_telegram

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


@pytest.mark.parametrize(
    ("era", "layout"),
    [(era, one) for era in ERAS for one in LAYOUTS if era == 2027 or one == "telegram"],
)
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


def test_a_message_more_or_less_is_noticed(path: Path) -> None:
    expected = generate(path)
    whole = json.loads(path.read_text(encoding="utf-8"))
    for chat in whole["chats"]["list"]:
        for place, message in enumerate(chat["messages"]):
            if "forwarded_from" in message:
                del chat["messages"][place]
                break
    path.write_text(json.dumps(whole), encoding="utf-8")
    assert counted(path, expected) != expected


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


@pytest.mark.parametrize("era", ERAS)
@pytest.mark.parametrize("cut", [0.3, 0.5, 0.71, 0.99, 0.9999])
def test_what_is_expected_stands_whole_before_the_cut(path: Path, cut: float, era: int) -> None:
    generate(path, era=era, seed=era)
    whole = path.read_bytes()
    expected = generate(path, era=era, seed=era, cut=cut)
    part = path.read_bytes()
    assert part == whole[: int(len(whole) * cut)]
    assert expected.totals["cut"] == 1
    path.write_text(closed(part.decode(errors="ignore")), encoding="utf-8")
    seen = counted(path, expected)
    seen.totals["cut"] = 1
    assert replace(seen, absent=expected.absent) == expected


def closed(text: str) -> str:
    """The text up to the last whole message, or start of a chat, and the brackets it needs."""
    begun, whole = '"messages": [', "\n     }"
    end = max(text.rfind(begun) + len(begun), text.rfind(whole) + len(whole))
    return text[:end] + "]}]}}"


def test_a_cut_before_the_chats_leaves_whole_sections(path: Path) -> None:
    generate(path, messages=0)
    size = path.read_bytes().index(b'"last_ip": "192.0.2.5"') / path.stat().st_size
    expected = generate(path, messages=0, cut=size)
    assert expected.totals["contacts"] == 15
    assert expected.totals["sessions"] == expected.totals["chats"] == 0


def test_counts_that_stand_beside_a_file_can_be_read(path: Path) -> None:
    expected = generate(path)
    told: dict[str, object] = {
        name: {"total": counter.total(), "distinct": len(counter), "counts": counter}
        for name, counter in expected.counters().items()
        if name not in UNTOLD
    }
    told |= {"self_id": expected.self_id, "needle": expected.needle, "totals": expected.totals}
    told |= {"bot_ids": sorted(expected.bots), "sections_absent": []}
    path.write_text(json.dumps(told), encoding="utf-8")
    read = expected_from(path)
    for name in UNTOLD:
        assert not read.counters()[name]
        read.counters()[name].update(expected.counters()[name])
    assert read == expected


def test_text_is_quoted_as_telegram_does() -> None:
    text = 'a"b\\c\n\r\t\x01\x1f\u2028\x7f ў 🌿 \\x01'
    assert quote_as_telegram(text) == ('"a\\"b\\\\c\\n\\r\\t\\x01\\x1F\\u2028\x7f ў 🌿 \\\\x01"')


def test_the_command_line_writes_the_same(path: Path) -> None:
    again = path.with_name("again.json")
    generate(again, messages=50, chats=9, era=2021, skip=("bots", "left"), layout="tabs")
    words = ["--messages", "50", "--chats", "9", "--era", "2021", "--layout", "tabs"]
    words += ["--skip", "bots", "left"]
    subprocess.run([sys.executable, telegram.__file__, str(path), *words], check=True)
    assert path.read_bytes() == again.read_bytes()
