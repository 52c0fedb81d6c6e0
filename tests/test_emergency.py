"""What a blank emergency sheet has lines for: dated, sourced, asking for no secret, translated."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from tests.lists import write, yaml_item, yaml_list
from tui.content.check import check
from tui.content.folders import builtin_folder
from tui.content.library import EMERGENCY_REVIEW_MONTHS, Library, open_library
from tui.content.model import Evidence
from tui.content.reading import read_node, read_schema
from tui.content.translations import contexts
from tui.content.wording import wording
from tui.language import ENGLISH, Language

BLANKS = open_library(ENGLISH).emergency
ONE = """\
emergency:
  - id: one
    title: A title
    advice: A calm word.
    fields: [{{label: {label}, lines: {lines}}}]
    sources: [general-knowledge]
    evidence: general
    checked: 2026-11-28
"""


def test_every_blank_has_a_date_sources_and_little_to_write() -> None:
    assert [blank.id for blank in BLANKS] == [
        *("illness", "lawyer", "first-calls", "who-needs-care", "home-keys")
    ]
    for blank in BLANKS:
        assert blank.sources
        assert blank.checked >= "2026-11-28"
        assert 1 <= blank.advice.count(". ") + 1 <= 3
        assert all(1 <= lines <= 4 for _, lines in blank.fields)


def test_what_is_only_general_knowledge_says_so() -> None:
    general = {blank.id for blank in BLANKS if blank.evidence is Evidence.GENERAL}
    assert general == {b.id for b in BLANKS if {s.id for s in b.sources} == {"general-knowledge"}}
    assert general == {"home-keys"}


@pytest.mark.parametrize(
    "label",
    ["The password", "PIN of the phone", "A passcode", "Names of witnesses", "What happened"],
)
def test_a_line_that_asks_for_a_secret_a_name_or_a_story_is_a_problem(
    tmp_path: Path, label: str
) -> None:
    (tmp_path / "mine.yaml").write_text(yaml_list("mine", 90, [yaml_item("own", 1)]), "utf-8")
    file = tmp_path / "emergency.yaml"
    file.write_text(ONE.format(label=label, lines=1), encoding="utf-8")
    (problem,) = check(tmp_path).problems
    assert (problem.path, problem.line, problem.key) == ("emergency.yaml", 5, "secret")
    file.write_text(ONE.format(label="Telephone", lines=1), encoding="utf-8")
    assert check(tmp_path).problems == ()


@pytest.mark.parametrize("lines", [0, 5, "many"])
def test_a_label_has_one_to_four_lines(tmp_path: Path, lines: object) -> None:
    (tmp_path / "emergency.yaml").write_text(ONE.format(label="Telephone", lines=lines), "utf-8")
    assert [problem.line for problem in check(tmp_path).problems] == [5]


def test_own_lists_come_with_the_shipped_sheet(tmp_path: Path) -> None:
    own = yaml_list("mine", 90, [yaml_item("own", 1)])
    sources = "sources: [{id: umbrella, name: Somebody else, date: today}]"
    blank = ONE.format(label="Mine", lines=1)
    folder = write(tmp_path, mine__yaml=own, emergency__yaml=blank, sources__yaml=sources)
    library = open_library(ENGLISH, folder)
    assert library.sources["umbrella"].name == "Somebody else"
    assert library.emergency == BLANKS


def test_every_text_can_be_translated() -> None:
    node, problems = read_node(builtin_folder() / "emergency.yaml", read_schema())
    assert node, problems
    texts = contexts("emergency", node)
    shown = [
        text
        for blank in BLANKS
        for text in (blank.title, blank.advice, *(label for label, _ in blank.fields))
    ]
    assert sorted(texts.values()) == sorted(shown)
    assert texts["emergency/lawyer/fields/1"] == "Telephone"
    assert all(not [*wording(text)] for text in shown)
    unspoken = Library(Language("be"), builtin_folder()).emergency
    assert {blank.title[:5] for blank in unspoken} == {"[en] "}


@pytest.mark.parametrize(
    ("day", "age"), [("2026-11-28", 0), ("2027-05-27", 0), ("2027-05-28", 6), ("2020-01-01", 0)]
)
def test_advice_that_was_not_looked_at_for_long_counts_as_old(day: str, age: int) -> None:
    assert EMERGENCY_REVIEW_MONTHS == 6
    library = replace(open_library(ENGLISH), today=datetime.date.fromisoformat(day))
    assert {library.age_of_blank(blank) for blank in library.emergency} == {age}
