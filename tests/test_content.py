"""What holds for every checklist that is shipped."""

import datetime
from collections import Counter

import pytest

from tui.content.check import Report, check
from tui.content.folders import COMPANIONS, builtin_folder, files_in
from tui.content.model import Item


@pytest.fixture(scope="module")
def report() -> Report:
    return check()


def repeated(words: list[str]) -> list[str]:
    return [word for word, times in Counter(words).items() if times > 1]


def test_the_shipped_content_has_no_problem(report: Report) -> None:
    assert [str(problem) for problem in report.problems] == []


def test_every_file_of_the_folder_is_read(report: Report) -> None:
    names = {file.name.removesuffix(".yaml") for file in files_in(builtin_folder(), ".yaml")}
    assert {checklist.id for checklist in report.checklists} == names - set(COMPANIONS)
    assert report.checklists


def test_every_item_has_sources_a_date_a_kind_and_evidence(report: Report) -> None:
    assert [item.ref for item in report.items if not is_founded(item)] == []


def is_founded(item: Item) -> bool:
    dated = datetime.date.fromisoformat(item.checked) >= datetime.date(2026, 1, 1)
    named = all(source.name and source.date for source in item.sources)
    return bool(item.sources) and named and dated and bool(item.kind) and bool(item.evidence)


def test_no_reference_or_number_repeats(report: Report) -> None:
    refs = [item.ref for item in report.items]
    refs += [f"{item.checklist}/{former}" for item in report.items for former in item.was]
    assert repeated(refs) == []
    assert repeated([f"{item.checklist} {item.number}" for item in report.items]) == []
    assert repeated([str(checklist.number) for checklist in report.checklists]) == []
    assert repeated([checklist.title for checklist in report.checklists]) == []


def test_what_can_wait_says_what_to_do_instead(report: Report) -> None:
    assert [item.ref for item in report.items if bool(item.waits) != bool(item.instead)] == []


def test_the_counts_add_up(report: Report) -> None:
    stats = report.stats()
    assert stats["items"] == sum(n for name, n in stats.items() if name.startswith("kind "))
    assert stats["items"] == sum(n for name, n in stats.items() if name.startswith("evidence "))
    assert stats["items"] == stats["sourced and dated"] == len(report.items)
    assert stats["lists"] == len(report.checklists)
    assert stats["minutes"] == sum(checklist.minutes for checklist in report.checklists)
    assert stats["problems"] == 0
