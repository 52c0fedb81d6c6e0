"""Whom to ask: sourced, blank where no source has an address, and gone where it was left out."""

import datetime
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tui.content.library import open_library
from tui.language import ENGLISH

ROOT = Path(__file__).parents[1]
CONTACTS = open_library(ENGLISH).contacts


def test_everybody_to_ask_has_a_date_sources_and_a_way_to_verify() -> None:
    assert len(CONTACTS) >= 5
    for contact in CONTACTS:
        assert contact.sources
        assert contact.verify
        assert contact.checked >= "2026-11-25"


def test_an_address_stands_only_where_a_source_has_one() -> None:
    assert {contact.id for contact in CONTACTS if contact.addresses} == {"viasna", "access-now"}


def test_a_build_without_the_file_knows_nobody(tmp_path: Path) -> None:
    for name in ("tui", "checklists"):
        shutil.copytree(ROOT / name, tmp_path / name)
    code = "from tui.content.library import open_library; from tui.language import ENGLISH; "
    code += "print(len(open_library(ENGLISH).contacts))"

    def known() -> int:
        said = subprocess.check_output([sys.executable, "-c", code], cwd=tmp_path, text=True)
        return int(said)

    assert known() == len(CONTACTS)
    (tmp_path / "checklists" / "contacts.yaml").unlink()
    assert known() == 0


def test_no_command_shows_an_address() -> None:
    names = open_library(ENGLISH).ids
    commands = (["search", "viasna"], ["print", *names, "--detail", "full"], ["list"])
    for command in commands:
        said = subprocess.check_output([sys.executable, "-m", "tui", *command], cwd=ROOT, text=True)
        assert "@" not in said


@pytest.mark.parametrize(
    ("day", "age"), [("2026-11-25", 0), ("2027-02-24", 0), ("2027-02-25", 3), ("2020-01-01", 0)]
)
def test_a_name_that_was_not_looked_at_for_three_months_counts_as_old(day: str, age: int) -> None:
    library = replace(open_library(ENGLISH), today=datetime.date.fromisoformat(day))
    assert {library.age_of_contact(contact) for contact in library.contacts} == {age}
