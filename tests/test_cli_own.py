"""An author's own lists on the command line: how they are named, and when they are not shown."""

import json
from pathlib import Path

import pytest

from tests.commands import data, paradak
from tests.lists import yaml_item, yaml_list
from tui.content.library import open_library
from tui.language import ENGLISH

STOP = open_library(ENGLISH).notices["stop"]
NOT_OURS = "not the built-in lists"


def test_options_for_all_commands_are_understood_before_and_after(tmp_path: Path) -> None:
    text = yaml_list("mine", 9, [yaml_item("one", 1)])
    (tmp_path / "mine.yaml").write_text(text, encoding="utf-8")
    own = f"{NOT_OURS}\nmine  mine · 1 item · 5 min\n"
    assert paradak("--lists", str(tmp_path), "list") == (own, "")
    assert paradak("list", "--lists", str(tmp_path)) == (own, "")
    assert paradak("--lists", str(tmp_path / "mine.yaml"), "list") == (own, "")
    assert paradak("--lists", "nowhere", "list", "--lists", str(tmp_path)) == (own, "")
    assert paradak("--lang", "en", "list") == paradak("list", "--lang", "en") == paradak("list")


def test_whatever_is_told_of_own_lists_says_that_they_are_not_the_built_in_ones(
    tmp_path: Path,
) -> None:
    (tmp_path / "mine.yaml").write_text(yaml_list("mine", 9, [yaml_item("one", 1)]), "utf-8")
    own = ["--lists", str(tmp_path)]
    row = {"id": "mine", "title": "mine", "items": 1, "minutes": 5}
    said, beside = paradak("list", "--json", *own)
    assert (json.loads(said), beside) == ([row], f"{NOT_OURS}\n")
    assert paradak("search", "one", *own)[0].splitlines()[: len(STOP) + 1] == [NOT_OURS, *STOP]
    for words in (["show", "mine"], ["print", "mine"]):
        assert paradak(*words, *own)[0].count(f" · {NOT_OURS}\n") == 1
    for words in (["show", "mine"], ["search", "one"]):
        told, shipped = data(*words, *own), data(words[0], "reposts")
        assert isinstance(told, dict)
        assert isinstance(shipped, dict)
        assert (told["builtin"], shipped["builtin"]) == (False, True)


def test_nothing_found_in_own_lists_says_where_it_was_looked_for(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(yaml_list("mine", 9, [yaml_item("one", 1)]), "utf-8")
    said = (f"{NOT_OURS}\n", "nothing found; try fewer or shorter words\n")
    assert paradak("search", "xyzzy", "--lists", str(tmp_path)) == said


def test_during_a_check_nothing_is_printed_from_any_lists(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(yaml_list("mine", 9, [yaml_item("one", 1)]), "utf-8")
    shipped = ["print", "--situation", "checking-now"]
    own = [*shipped, "--lists", str(tmp_path)]
    kind = "paradak: during a check nothing is printed\n  put the devices down\n"
    for words in (shipped, own, [*shipped, "reposts"], [*own, "mine", "--out", "list.txt"]):
        assert paradak(*words, cwd=tmp_path, code=1) == ("", kind)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.yaml"]
    text = "situations: [{id: quiet, title: At the door, moment: now, intro: Rest., path: [mine]}]"
    (tmp_path / "situations.yaml").write_text(text, encoding="utf-8")
    assert paradak(*own[:2], "quiet", *own[3:], code=1) == ("", kind)


UNSAFE = {
    "waits": {"kind": "delete", "instead": "Wait.", "waits": "never"},
    "kind-acts": {"caution": "Delete the chat first."},
    "instead": {"kind": "delete"},
    "instead-acts": {"kind": "delete", "instead": "Mute the channel."},
    "id": {"was": "[one]"},
}


@pytest.mark.parametrize("key", UNSAFE)
def test_own_lists_that_could_lose_a_hold_are_not_shown(tmp_path: Path, key: str) -> None:
    items = [yaml_item("one", 1), yaml_item("two", 2, **UNSAFE[key])]
    (tmp_path / "mine.yaml").write_text(yaml_list("mine", 9, items), encoding="utf-8")
    (tmp_path / "well.yaml").write_text(yaml_list("well", 8, items[:1]), encoding="utf-8")
    (problem,) = (
        line
        for line in paradak("check", str(tmp_path), code=1)[0].splitlines()
        if line.endswith(f"[{key}]")
    )
    refused = f"paradak: {problem}\n  see all problems with: paradak check {tmp_path}\n"
    for words in ([], ["list"], ["show", "mine"], ["search", "one"], ["print", "well"]):
        for lists in (tmp_path, tmp_path / "mine.yaml"):
            assert paradak(*words, "--lists", str(lists), code=1) == ("", refused)
    own = str(tmp_path / "well.yaml")
    assert paradak("list", "--lists", own)[0].endswith("well  well · 1 item · 5 min\n")


def test_own_lists_with_another_problem_are_shown(tmp_path: Path) -> None:
    text = yaml_list("mine", 9, [yaml_item("one", 1, related="[nothing]")])
    (tmp_path / "mine.yaml").write_text(text, encoding="utf-8")
    assert paradak("check", str(tmp_path), code=1)[0].endswith("[related]\n")
    assert "Title of one" in paradak("show", "mine", "--lists", str(tmp_path))[0]


def test_own_situations_that_could_lose_a_hold_are_not_shown(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(yaml_list("mine", 9, [yaml_item("one", 1)]), "utf-8")
    text = "situations:\n  - {id: phone-came-back, title: It came back, moment: ask, intro: Rest., "
    (tmp_path / "situations.yaml").write_text(f"{text}path: [mine]}}\n", encoding="utf-8")
    for lists in (tmp_path, tmp_path / "mine.yaml"):
        said, beside = paradak("list", "--lists", str(lists), code=1)
        assert (said, beside.splitlines()[0]) == (
            "",
            "paradak: situations.yaml:2:56: 'phone-came-back' is a built-in situation: "
            "its moment is 'after' [moment]",
        )
