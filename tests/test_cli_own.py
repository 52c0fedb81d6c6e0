"""An author's own lists on the command line: how they are named, and when they are not shown."""

from pathlib import Path

import pytest

from tests.commands import paradak
from tests.lists import yaml_item, yaml_list


def test_options_for_all_commands_are_understood_before_and_after(tmp_path: Path) -> None:
    text = yaml_list("mine", 9, [yaml_item("one", 1)])
    (tmp_path / "mine.yaml").write_text(text, encoding="utf-8")
    own = "mine  mine · 1 item · 5 min\n"
    assert paradak("--lists", str(tmp_path), "list") == (own, "")
    assert paradak("list", "--lists", str(tmp_path)) == (own, "")
    assert paradak("--lists", str(tmp_path / "mine.yaml"), "list") == (own, "")
    assert paradak("--lists", "nowhere", "list", "--lists", str(tmp_path)) == (own, "")
    assert paradak("--lang", "en", "list") == paradak("list", "--lang", "en") == paradak("list")


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
