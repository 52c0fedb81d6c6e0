"""What the command line cannot do: told in words, with a hint, and harmless to the terminal."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import PARADAK, paradak
from tests.lists import yaml_item, yaml_list
from tui.content.library import open_library
from tui.language import ENGLISH, available
from tui.text import clean, unsafe_characters

ROOT = Path(__file__).parents[1]
LIBRARY = open_library(ENGLISH)
HOSTILE = "\x1b]0;title\x07 \x9b31m \u202e two\nlines"


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ("lst", 2, "argument COMMAND: no 'lst' here; did you mean 'list'?"),
        (
            "xyz",
            2,
            "argument COMMAND: no 'xyz' here; choose from "
            "list, show, search, print, check, schema, resume, footprint",
        ),
        ("list --jsn", 2, "unrecognized arguments: --jsn"),
        ("show", 2, "the following arguments are required: id"),
        ("print reposts --format htm", 2, "argument --format: no 'htm' here; did you mean 'html'?"),
        ("print", 2, "name a list to print"),
        ("print --situation xyz", 2, "no situation 'xyz'"),
        ("print reposts subscription", 2, "no list 'subscription'"),
        ("show subscription", 2, "no list 'subscription'"),
        ("--lang xx list", 2, "no interface in 'xx' yet"),
        ("--lists nowhere list", 1, "no lists at 'nowhere'"),
        ("check nowhere", 1, "nothing to check at 'nowhere'"),
    ],
)
def test_what_is_not_understood_is_named_with_a_hint(words: str, code: int, message: str) -> None:
    said, beside = paradak(*words.split(), code=code)
    first, hint = beside.splitlines()
    assert (said, first) == ("", f"paradak: {message}")
    assert re.fullmatch(r"  \S.*", hint)


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("show subscription", "did you mean 'subscriptions'?"),
        ("show xyz", f"the lists are: {', '.join(LIBRARY.ids)}"),
        ("print --situation ordinary", "did you mean 'ordinary-day'?"),
        (
            "print --situation xyz",
            f"the situations are: {', '.join(one.id for one in LIBRARY.situations if one.path)}",
        ),
        ("--lang xx list", f"choose one of: {', '.join(available())}"),
        ("print", f"the lists are: {', '.join(LIBRARY.ids)}"),
        ("lst", "see: paradak --help"),
        ("show", "see: paradak show --help"),
    ],
)
def test_the_hint_names_the_nearest_word_or_all_there_are(words: str, hint: str) -> None:
    assert paradak(*words.split(), code=2)[1].splitlines()[1] == f"  {hint}"


IN_BELARUSIAN = """
msgid "no list '{name}'"
msgstr "няма спісу «{name}»"

msgid "did you mean '{near}'?"
msgstr "можа, «{near}»?"

msgid "no problems"
msgstr "памылак няма"
"""


def test_errors_and_talk_are_told_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    for name in ("tui", "checklists"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "tui" / "locales").mkdir(exist_ok=True)
    (tmp_path / "tui" / "locales" / "be.po").write_text(IN_BELARUSIAN, encoding="utf-8")

    def told(*words: str) -> list[str]:
        command = [sys.executable, "-m", "tui", *words]
        result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        return result.stderr.splitlines()

    assert told("--lang", "be", "show", "repost") == [
        "paradak: няма спісу «repost»",
        "  можа, «reposts»?",
    ]
    assert told("--lang", "be", "check") == ["памылак няма"]
    assert told("--lang", "be", "check", "no") == [
        "paradak: [en] nothing to check at 'no'",
        "  [en] name a .yaml file that can be read, or its folder",
    ]
    assert told("show", "repost") == ["paradak: no list 'repost'", "  did you mean 'reposts'?"]


@pytest.mark.parametrize(
    "words",
    [
        ["show", "{}"],
        ["{}"],
        ["list", "{}"],
        ["list", "--{}"],
        ["--lang", "{}", "list"],
        ["--lists", "{}", "list"],
        ["check", "{}"],
        ["print", "--situation", "{}"],
        ["print", "reposts", "--format", "{}"],
        ["print", "reposts", "--out", "no-folder/{}"],
        ["search", "{}"],
    ],
)
def test_what_is_hostile_in_an_argument_does_not_reach_the_terminal(words: list[str]) -> None:
    command = [PARADAK, *(word.replace("{}", HOSTILE) for word in words)]
    result = subprocess.run(command, capture_output=True, check=False)
    said = (result.stdout + result.stderr).decode()
    assert set(map(said.__getitem__, unsafe_characters(said))) == {"\n"}
    assert said.count("\n") <= 2
    assert (clean(HOSTILE) in said) == (words[0] != "search")


def test_a_hostile_list_does_not_reach_the_terminal(tmp_path: Path) -> None:
    text = yaml_list("mine", 9, [yaml_item("one", 1, kind=json.dumps(HOSTILE))])
    (tmp_path / f"{HOSTILE}.yaml").write_text(text, encoding="utf-8")
    problem = "hidden character U+001B; delete it, it could act on a terminal [control-character]"
    said = f"{clean(HOSTILE)}.yaml:25:15: {problem}\n"
    assert paradak("check", str(tmp_path), code=1) == (said, "")
