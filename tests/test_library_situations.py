"""Which situations an author's own lists stand under, and what their authors cannot change."""

from pathlib import Path

import pytest

from tests.lists import write, yaml_item, yaml_list
from tui.content.check import check
from tui.content.library import open_library
from tui.content.model import Moment
from tui.language import ENGLISH

SITUATIONS = """\
situations:
  - id: quiet
    title: A quiet day
    moment: ask
    intro: Take your time.
    first: [zebra/one, zebra/two, apple/one]
    path: [zebra, apple/section-1]
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Two lists of an author."""
    return write(
        tmp_path / "own",
        zebra__yaml=yaml_list("zebra", 1, [yaml_item("one", 2), yaml_item("two", 3)]),
        apple__yaml=yaml_list("apple", 2, [yaml_item("one", 2)]),
    )


def test_without_own_situations_the_lists_stand_under_the_shipped_ones(own: Path) -> None:
    shipped = open_library(ENGLISH).situations
    found = open_library(ENGLISH, own).situations
    assert [one.id for one in found] == [one.id for one in shipped]
    paths = {one.id: () if one.moment is Moment.NOW else ("apple", "zebra") for one in shipped}
    assert {one.id: one.path for one in found} == paths
    assert {one.first for one in found} == {()}


def test_own_situations_are_taken_as_they_are_beside_the_one_for_a_check(own: Path) -> None:
    write(own, situations__yaml=SITUATIONS)
    quiet, now = open_library(ENGLISH, own).situations
    assert quiet.path == ("zebra", "apple/section-1")
    assert quiet.first == ("zebra/one", "zebra/two", "apple/one")
    assert now == next(one for one in open_library(ENGLISH).situations if one.moment is Moment.NOW)


@pytest.mark.parametrize("stated", ["ask", "now", "after"])
def test_an_own_situation_cannot_change_the_moment_of_a_shipped_one(own: Path, stated: str) -> None:
    shipped = open_library(ENGLISH).situations
    entry = "  - {{id: {}, title: Own title, moment: {}, intro: Own words., path: [zebra]}}\n"
    text = "situations:\n" + "".join(entry.format(one.id, stated) for one in shipped)
    found = open_library(ENGLISH, write(own, situations__yaml=text)).situations
    assert [(one.id, one.moment) for one in found] == [(one.id, one.moment) for one in shipped]
    assert {one.title for one in found} == {"Own title"}


def test_a_situation_that_stands_twice_is_refused_by_check_and_shown_once(own: Path) -> None:
    again = SITUATIONS.removeprefix("situations:\n").replace("quiet day", "day again")
    write(own, situations__yaml=SITUATIONS + again)
    quiet, _now = open_library(ENGLISH, own).situations
    assert quiet.title == "A day again"
    message = "situations.yaml:8:9: id 'quiet' is used already, in line 2; take another [id]"
    problems = check(own / "situations.yaml").problems
    assert [str(problem) for problem in problems] == [message]


def test_a_single_file_stands_under_own_situations_alone(own: Path) -> None:
    write(own, situations__yaml=SITUATIONS)
    quiet, now = open_library(ENGLISH, own / "apple.yaml").situations
    assert (quiet.id, quiet.first, quiet.path) == ("quiet", (), ("apple",))
    assert (now.moment, now.path) == (Moment.NOW, ())
