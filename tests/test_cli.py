"""The command line: what each command says, where it says it, and with which code it ends."""

import argparse
import json
import re
from dataclasses import asdict, fields
from pathlib import Path

import pytest

import tui
from tests.commands import data, flat, paradak
from tests.lists import yaml_item, yaml_list
from tests.printed import blocks, printed_text, without_mark
from tui.arguments import USAGE, parser
from tui.cli import FINE, REFUSED
from tui.content.library import open_library
from tui.content.model import Item
from tui.export import Detail, Format, from_checklists, reading
from tui.guidance import COULD_WAIT, facts
from tui.language import ENGLISH
from tui.search import find, index

ROOT = Path(__file__).parents[1]
LIBRARY = open_library(ENGLISH)
STOP = LIBRARY.notices["stop"]
ITEMS = {
    "subscriptions": 26,
    "reposts": 23,
    "banking-apps": 23,
    "installed-bots": 27,
    "phone-returned": 34,
    "transfers-and-deliveries": 19,
    "private-messages": 19,
    "photos-and-videos": 14,
    "letters-and-papers": 16,
    "accounts-and-passwords": 17,
    "device-lock": 19,
    "search-of-home": 19,
    "interrogation": 19,
    "after-release": 19,
    "report-and-get-help": 17,
    "organisation-mailbox": 23,
    "staff-and-contact-data": 21,
    "document-metadata": 16,
    "border-crossing": 15,
}
WIDEST = max(map(len, ITEMS))


def commands(top: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    (found,) = [one for one in top._actions if isinstance(one, argparse._SubParsersAction)]
    return dict(found.choices)


def test_list_names_every_list_with_its_length() -> None:
    lines = [
        f"{found.id:{WIDEST}}  {found.title} · "
        f"{ITEMS[found.id]} items · {ENGLISH.minutes(found.minutes)}"
        for found in LIBRARY.checklists
    ]
    assert paradak("list") == ("".join(f"{line}\n" for line in lines), "")


def test_list_gives_programs_four_fields() -> None:
    assert data("list") == [
        {"id": found.id, "title": found.title, "items": ITEMS[found.id], "minutes": found.minutes}
        for found in LIBRARY.checklists
    ]


def printed(*names: str, detail: Detail = Detail.STEPS, form: Format = Format.TEXT) -> str:
    """What these lists look like on paper."""
    lists = [LIBRARY.checklist(name) for name in names]
    return printed_text(from_checklists(lists, LIBRARY, detail), form)


@pytest.mark.parametrize("name", ITEMS)
def test_show_opens_with_the_moment_and_marks_what_could_wait(name: str) -> None:
    said, beside = paradak("show", name)
    document = from_checklists([LIBRARY.checklist(name)], LIBRARY, Detail.FULL)
    assert (said, beside) == (reading(document), "")
    assert "\f" not in said
    assert flat(said.strip("-\n")).startswith(flat(" ".join(STOP)))
    found, items = blocks(said, Format.TEXT), LIBRARY.checklist(name).items
    assert len(found) == len(items) == ITEMS[name]
    assert without_mark(found, items, ENGLISH) == []


@pytest.mark.parametrize("name", ITEMS)
def test_show_gives_programs_the_moment_and_every_field_of_every_item(name: str) -> None:
    checklist = LIBRARY.checklist(name)
    shown = data("show", name)
    assert isinstance(shown, dict)
    assert tuple(shown["moment"]) == STOP
    items = [item for section in shown["sections"] for item in section["items"]]
    assert items == [told(item) for item in checklist.items]
    assert set(items[0]) == {field.name for field in fields(Item)} | {"can_wait"}
    names = {field.name for field in fields(checklist)} | {"moment", "builtin"}
    assert set(shown) == names


def told(item: Item) -> dict[str, object]:
    """The item as programs are told of it."""
    fields: dict[str, object] = json.loads(json.dumps(asdict(item)))
    return fields | {"can_wait": bool(item.waits)}


def test_search_opens_with_the_moment_and_says_what_could_wait() -> None:
    hits = find(index(LIBRARY), "leave channels")
    lines = [*STOP]
    for hit in hits:
        lines += ["", f"{hit.item.title}  ({hit.item.ref} · {facts(hit.item, ENGLISH)})"]
        if hit.item.waits:
            lines.append(f"  ‖ {COULD_WAIT} Instead: {hit.item.instead}")
        lines.append(f"  {' › '.join(hit.titles)}")
        lines.append(f"  {hit.place}: {hit.excerpt}")
    assert paradak("search", "leave", "channels") == ("".join(f"{x}\n" for x in lines), "")
    assert len({bool(hit.item.waits) for hit in hits}) == 2
    found = [
        {
            "place": hit.place,
            "excerpt": hit.excerpt,
            "list": hit.titles[0],
            "section": hit.titles[1],
            "matches": [{"word": word, "meant": "", "said": ""} for word in ("leave", "channels")],
            **told(hit.item),
        }
        for hit in hits
    ]
    answer = data("search", "leave", "channels")
    assert isinstance(answer, dict)
    assert tuple(answer["moment"]) == STOP
    assert answer["found"] == found


def test_search_without_a_hit_says_so_beside_the_data() -> None:
    assert paradak("search", "xyzzy") == ("", "nothing found; try fewer or shorter words\n")
    nothing = {"moment": list(STOP), "builtin": True, "found": []}
    assert data("search", "xyzzy") == nothing


def test_print_takes_several_lists_once_each() -> None:
    both = printed("reposts", "banking-apps")
    for names in (["reposts", "banking-apps"], ["reposts", "banking-apps", "reposts"]):
        assert paradak("print", *names) == (both, "")


def test_print_writes_a_private_new_file_and_no_other(tmp_path: Path) -> None:
    assert paradak("print", "reposts", "--out", "list.txt", cwd=tmp_path) == ("", "")
    (written,) = tmp_path.iterdir()
    assert written.read_text(encoding="utf-8") == printed("reposts")
    assert written.stat().st_mode & 0o777 == 0o600


def test_print_replaces_a_file_only_when_told_to(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text("mine", encoding="utf-8")
    said, beside = paradak("print", "reposts", "--out", "list.txt", cwd=tmp_path, code=1)
    assert (said, file.read_text(encoding="utf-8")) == ("", "mine")
    hint = "choose another name; on the command line --force replaces it"
    assert beside == f"paradak: 'list.txt' is there already\n  {hint}\n"
    forced = paradak("print", "reposts", "--out", "list.txt", "--force", cwd=tmp_path)
    assert (forced, file.read_text(encoding="utf-8")) == (("", ""), printed("reposts"))


def test_check_finds_nothing_in_the_shipped_lists() -> None:
    assert paradak("check") == ("", "no problems\n")
    report = data("check")
    assert isinstance(report, dict)
    assert (report["problems"], report["stats"]["items"]) == ([], sum(ITEMS.values()))
    stats = "".join(f"{number:6}  {name}\n" for name, number in report["stats"].items())
    assert paradak("check", "--stats") == (stats, "")


def test_check_names_every_problem_with_its_place(tmp_path: Path) -> None:
    text = yaml_list(
        "mine", 9, [yaml_item("one", 1, kind="lok"), yaml_item("two", 2, minutes="soon")]
    )
    (tmp_path / "mine.yaml").write_text(text, encoding="utf-8")
    said = (
        "mine.yaml:25:15: 'lok' is no value of 'kind'; "
        "it can be look, remember, change, delete, contact; did you mean 'look'? [unknown-value]\n"
        "mine.yaml:42:18: 'minutes' is 'soon'; it should be a whole number [type]\n"
    )
    assert paradak("check", str(tmp_path), code=1) == (said, "")
    assert paradak("check", str(tmp_path / "mine.yaml"), code=1) == (said, "")
    report = data("check", str(tmp_path), code=1)
    assert isinstance(report, dict)
    line = "{path}:{line}:{column}: {message} [{key}]\n"
    assert "".join(line.format(**problem) for problem in report["problems"]) == said


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
