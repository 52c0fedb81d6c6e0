"""The command line: what each command says, where it says it, and with which code it ends."""

import argparse
import json
import re
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

import tui
from tests.commands import PARADAK, data, flat, paradak
from tests.lists import yaml_item, yaml_list
from tui.arguments import USAGE, parser
from tui.cli import FINE, REFUSED
from tui.content.library import open_library
from tui.content.model import Item
from tui.export import Detail, Format
from tui.guidance import COULD_WAIT
from tui.language import ENGLISH, available
from tui.text import unsafe_characters

ROOT = Path(__file__).parents[1]
LIBRARY = open_library(ENGLISH)
STOP = LIBRARY.notices["stop"]
ITEMS = {"subscriptions": 26, "reposts": 23, "banking-apps": 23, "installed-bots": 27}
HOSTILE = "\x1b]0;title\x07 \x9b31m \u202e two\nlines"


def commands(top: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    (found,) = [one for one in top._actions if isinstance(one, argparse._SubParsersAction)]
    return dict(found.choices)


def test_list_names_every_list_with_its_length() -> None:
    said, beside = paradak("list")
    assert beside == ""
    lines = said.splitlines()
    assert [line.split()[0] for line in lines] == [found.id for found in LIBRARY.checklists]
    assert all(f" {ITEMS[line.split()[0]]} items · " in line for line in lines)


def test_list_gives_programs_four_fields() -> None:
    assert data("list") == [
        {"id": found.id, "title": found.title, "items": ITEMS[found.id], "minutes": found.minutes}
        for found in LIBRARY.checklists
    ]


@pytest.mark.parametrize("name", ITEMS)
def test_show_opens_with_the_moment_and_marks_what_could_wait(name: str) -> None:
    said, beside = paradak("show", name)
    assert beside == ""
    checklist = LIBRARY.checklist(name)
    assert flat(said.strip("-\n")).startswith(flat(" ".join(STOP)))
    assert [item.title for item in checklist.items if item.title not in flat(said)] == []
    could_wait = [item for item in checklist.items if item.waits]
    assert could_wait
    assert [item.ref for item in could_wait if flat(item.instead) not in flat(said)] == []


@pytest.mark.parametrize("name", ITEMS)
def test_show_gives_programs_the_moment_and_every_field_of_every_item(name: str) -> None:
    shown = data("show", name)
    assert isinstance(shown, dict)
    assert tuple(shown["moment"]) == STOP
    items = [item for section in shown["sections"] for item in section["items"]]
    assert [item["id"] for item in items] == [item.id for item in LIBRARY.checklist(name).items]
    everything = {field.name for field in fields(Item)} | {"can_wait"}
    assert [set(item) ^ everything for item in items] == [set()] * ITEMS[name]


def test_search_opens_with_the_moment_and_says_what_could_wait() -> None:
    said, beside = paradak("search", "leave", "channels")
    assert (said.splitlines()[: len(STOP)], beside) == (list(STOP), "")
    found = data("search", "leave", "channels")
    assert isinstance(found, dict)
    assert tuple(found["moment"]) == STOP
    waiting = [hit for hit in found["found"] if hit["can_wait"]]
    assert waiting
    assert [hit["id"] for hit in waiting if flat(hit["instead"]) not in flat(said)] == []
    assert COULD_WAIT in said


def test_search_without_a_hit_says_so_beside_the_data() -> None:
    assert paradak("search", "xyzzy") == ("", "nothing found; try fewer or shorter words\n")
    nothing = {"moment": list(STOP), "builtin": True, "found": []}
    assert data("search", "xyzzy") == nothing


@pytest.mark.parametrize("form", list(Format))
@pytest.mark.parametrize("detail", list(Detail))
def test_print_gives_every_format_in_every_detail(form: Format, detail: Detail) -> None:
    said, beside = paradak("print", "reposts", "--format", form, "--detail", detail)
    assert beside == ""
    assert flat(STOP[0]) in flat(said)
    assert (
        said == paradak("print", "reposts", "--format", form, "--detail", detail, "--out", "-")[0]
    )
    assert (LIBRARY.checklist("reposts").items[0].steps[0].text in flat(said)) == (
        detail is not Detail.TITLES
    )


def test_print_takes_several_lists_once_each_and_those_of_a_situation() -> None:
    both = paradak("print", "reposts", "banking-apps", "--detail", "titles")[0]
    assert paradak("print", "reposts", "banking-apps", "reposts", "--detail", "titles")[0] == both
    every = paradak("print", "--situation", "ordinary-day", "--detail", "titles")[0]
    assert all(found.title in every for found in LIBRARY.checklists)


def test_print_writes_a_private_new_file_and_no_other(tmp_path: Path) -> None:
    assert paradak("print", "reposts", "--out", "list.txt", cwd=tmp_path) == ("", "")
    (written,) = tmp_path.iterdir()
    assert written.read_text(encoding="utf-8") == paradak("print", "reposts")[0]
    assert written.stat().st_mode & 0o777 == 0o600


def test_print_replaces_a_file_only_when_told_to(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text("mine", encoding="utf-8")
    said, beside = paradak("print", "reposts", "--out", "list.txt", cwd=tmp_path, code=1)
    assert (said, file.read_text(encoding="utf-8")) == ("", "mine")
    assert beside.startswith("paradak: 'list.txt' is there already\n  ")
    paradak("print", "reposts", "--out", "list.txt", "--force", cwd=tmp_path)
    assert file.read_text(encoding="utf-8") == paradak("print", "reposts")[0]


def test_check_finds_nothing_in_the_shipped_lists() -> None:
    assert paradak("check") == ("", "no problems\n")
    report = data("check")
    assert isinstance(report, dict)
    assert (report["problems"], report["stats"]["items"]) == ([], sum(ITEMS.values()))
    assert re.search(r"^ +99  items$", paradak("check", "--stats")[0], re.MULTILINE)


def test_check_names_every_problem_with_its_place(tmp_path: Path) -> None:
    text = yaml_list(
        "mine", 9, [yaml_item("one", 1, kind="lok"), yaml_item("two", 2, minutes="soon")]
    )
    (tmp_path / "mine.yaml").write_text(text, encoding="utf-8")
    said, beside = paradak("check", str(tmp_path), code=1)
    assert beside == ""
    problems = said.splitlines()
    assert len(problems) >= 2
    place = r"mine\.yaml:[1-9][0-9]*:[1-9][0-9]*: \S.*"
    assert [line for line in problems if not re.fullmatch(place, line)] == []
    assert paradak("check", str(tmp_path / "mine.yaml"), code=1)[0] == said
    report = data("check", str(tmp_path), code=1)
    assert isinstance(report, dict)
    assert len(report["problems"]) == len(problems)
    assert set(report["problems"][0]) == {"path", "line", "column", "key", "message"}


def test_schema_is_the_file_that_editors_use() -> None:
    file = ROOT / "checklists" / "checklist.schema.json"
    assert paradak("schema") == (file.read_text(encoding="utf-8"), "")


def test_version_is_that_of_the_package() -> None:
    assert paradak("--version") == (f"paradak {tui.__version__}\n", "")


def test_help_fits_one_screen_and_names_every_command_and_option() -> None:
    said, beside = paradak("--help")
    assert beside == ""
    lines = said.splitlines()
    assert len(lines) < 24
    assert max(map(len, lines)) <= 80
    top = parser()
    named = set(re.findall(r"^  ([a-z]+) ", said, re.MULTILINE))
    assert named == set(commands(top))
    parsers = [top, *commands(top).values()]
    options = {
        option for one in parsers for action in one._actions for option in action.option_strings
    }
    assert [option for option in options - {"-h"} if option not in said] == []
    formats = [form.value for form in Format]
    assert all(word in said for word in [*formats, *(detail.value for detail in Detail)])
    codes = f"Ends with {FINE} if all is well, {REFUSED} if something was refused or has problems,"
    assert f"{codes}\n{USAGE} if the command was not understood." in said


@pytest.mark.parametrize("name", commands(parser()))
def test_every_command_has_a_help_of_its_own(name: str) -> None:
    assert paradak(name, "--help")[0].startswith(f"usage: paradak {name} ")


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ("lst", 2, "argument COMMAND: no 'lst' here; did you mean 'list'?"),
        (
            "xyz",
            2,
            "argument COMMAND: no 'xyz' here; choose from list, show, search, print, check, schema",
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
    said = (result.stdout + result.stderr).decode().splitlines()
    assert said
    assert [line for line in said if list(unsafe_characters(line))] == []
    assert len(said) <= 3


def test_a_hostile_list_does_not_reach_the_terminal(tmp_path: Path) -> None:
    text = yaml_list("mine", 9, [yaml_item("one", 1, kind=json.dumps(HOSTILE))])
    (tmp_path / f"{HOSTILE}.yaml").write_text(text, encoding="utf-8")
    said, beside = paradak("check", str(tmp_path), code=1)
    lines = (said + beside).splitlines()
    assert [line for line in lines if list(unsafe_characters(line))] == []
