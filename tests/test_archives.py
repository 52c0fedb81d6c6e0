"""What is said about data archives: complete for their readers, sourced, tied to items."""

import datetime
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.lists import write, yaml_item, yaml_list
from tui.content.acting import acting_words
from tui.content.archives import BOXES, Guide, Preparation
from tui.content.check import check
from tui.content.folders import builtin_folder
from tui.content.library import ARCHIVES_REVIEW_MONTHS, Library, open_library
from tui.content.model import Evidence, Phase, Topic
from tui.content.reading import read_node, read_schema
from tui.content.translations import contexts
from tui.content.wording import wording
from tui.language import ENGLISH, Language

ROOT = Path(__file__).parents[1]
LIBRARY = open_library(ENGLISH)
ARCHIVES = LIBRARY.archives
ENTRIES = ARCHIVES.entries
MOST_ITEMS_ON_A_TOPIC = 9
OFF_IN_TELEGRAM = {
    *("bot-chats", "private-channels", "public-groups", "public-channels"),
    *("sessions", "other-data"),
}
ONE = """\
before:
  - id: one
    title: A title
    lines: [A calm word.]
    items: [{item}]
    sources: [general-knowledge]
    evidence: general
    checked: 2026-11-28
archives:
  - id: android
    title: Apps
    file: a list of apps
    visible: [Nobody is told.]
    steps: [{{text: Look at the list.}}]
    boxes: [{{id: {box}, label: Apps, gives: The apps.}}]
    wrong: [Look again.]
    limits: [{{topic: apps, text: {limit}}}]
    sources: [general-knowledge]
    evidence: general
    checked: 2026-11-28
"""


def texts_of(entry: Preparation | Guide) -> Iterator[str]:
    yield entry.title
    if isinstance(entry, Preparation):
        yield from entry.lines
        return
    yield from (entry.file, *entry.visible, *(step.text for step in entry.steps), *entry.wrong)
    yield from (text for box in entry.boxes for text in (box.label, box.gives))
    yield from (limit.text for limit in entry.limits)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_every_entry_has_a_date_sources_and_short_plain_sentences(
    entry: Preparation | Guide,
) -> None:
    assert entry.sources
    assert entry.checked >= "2026-11-28"
    assert [problem for text in texts_of(entry) for problem in wording(text)] == []
    only_general = {source.id for source in entry.sources} == {"general-knowledge"}
    assert entry.evidence is Evidence.GENERAL or not only_general


def test_every_archive_that_can_be_read_has_its_guide_with_every_box() -> None:
    assert {guide.id: {box.id for box in guide.boxes} for guide in ARCHIVES.guides} == {
        service: set(boxes) for service, boxes in BOXES.items()
    }
    assert ARCHIVES.guide("telegram").box("public-channels").label == "Public channels"


def test_the_boxes_of_telegram_that_are_off_say_so() -> None:
    boxes = ARCHIVES.guide("telegram").boxes
    assert {box.id for box in boxes if box.off} == OFF_IN_TELEGRAM
    assert not any(box.may_differ for box in boxes)


def test_what_is_off_by_default_is_told_only_of_telegram() -> None:
    assert {guide.id for guide in ARCHIVES.guides for box in guide.boxes if box.off} == {"telegram"}


def test_every_limit_and_preparation_leads_to_items_that_exist() -> None:
    named = [ref for entry in ARCHIVES.before for ref in entry.items]
    named += [limit.item for guide in ARCHIVES.guides for limit in guide.limits if limit.item]
    assert named
    assert [ref for ref in named if LIBRARY.item(ref) is None] == []


@pytest.mark.parametrize("guide", ARCHIVES.guides, ids=lambda guide: guide.id)
def test_every_limit_stands_on_one_page_and_tells_nobody_to_act(guide: Guide) -> None:
    on_pages = [limit for topic in Topic for limit in guide.limits_on(topic)]
    assert Counter(limit.text for limit in on_pages) == Counter(lim.text for lim in guide.limits)
    acting = [word for lim in guide.limits for word in acting_words(lim.text, contacting=False)]
    assert acting == []


def test_a_connected_bot_is_looked_for_by_hand() -> None:
    limits = ARCHIVES.guide("telegram").limits_on(Topic.BOTS)
    assert limits[0].item == "installed-bots/chat-automation"


def test_every_topic_has_items_but_not_too_many_all_of_an_ordinary_day() -> None:
    for topic in Topic:
        items = LIBRARY.items_on(topic)
        assert 1 <= len(items) <= MOST_ITEMS_ON_A_TOPIC, topic
        assert all(topic in item.review and Phase.BEFORE in item.phases for item in items)
        places = [(LIBRARY.checklist(i.checklist).number, i.ref) for i in items]
        assert [number for number, _ in places] == sorted(number for number, _ in places)


def test_show_tells_programs_the_topics_of_an_item() -> None:
    command = [sys.executable, "-m", "tui", "show", "reposts", "--json"]
    shown = json.loads(subprocess.check_output(command, cwd=ROOT, text=True))
    topics = {item["id"]: item["review"] for part in shown["sections"] for item in part["items"]}
    assert topics["saved-messages"] == ["reposts", "links", "words"]
    assert topics["what-counts"] == []


def test_own_lists_come_with_the_shipped_advice_and_their_own_items(tmp_path: Path) -> None:
    items = [yaml_item("one", 1, review="[words, bots]"), yaml_item("two", 2)]
    advice = ONE.format(item="mine/one", box="packages", limit="Nothing more.")
    folder = write(tmp_path, mine__yaml=yaml_list("mine", 90, items), archives__yaml=advice)
    library = open_library(ENGLISH, folder)
    assert check(folder).problems == ()
    assert library.archives.before == ARCHIVES.before
    assert [g.limits for g in library.archives.guides] == [g.limits for g in ARCHIVES.guides]
    assert [item.ref for item in library.items_on(Topic.BOTS)] == ["mine/one"]
    assert library.items_on(Topic.APPS) == ()


@pytest.mark.parametrize(
    ("line", "key", "changed"),
    [
        (5, "item", {"item": "mine/two"}),
        (15, "box", {"box": "package"}),
        (17, "kind-acts", {"limit": "Delete the app."}),
    ],
)
def test_what_leads_nowhere_or_tells_to_act_is_a_problem(
    tmp_path: Path, line: int, key: str, changed: dict[str, str]
) -> None:
    fine = {"item": "mine/one", "box": "packages", "limit": "Look at it."}
    own = yaml_list("mine", 90, [yaml_item("one", 1)])
    write(tmp_path, mine__yaml=own, archives__yaml=ONE.format(**fine))
    assert check(tmp_path).problems == ()
    write(tmp_path, archives__yaml=ONE.format(**fine | changed))
    assert {(found.line, found.key) for found in check(tmp_path).problems} == {(line, key)}


def test_every_text_can_be_translated() -> None:
    node, problems = read_node(builtin_folder() / "archives.yaml", read_schema())
    assert node, problems
    texts = contexts("archives", node)
    assert sorted(texts.values()) == sorted(t for entry in ENTRIES for t in texts_of(entry))
    assert texts["archives/telegram/boxes/sessions/label"] == "Active sessions"
    assert texts["archives/before/when/lines/1"] == ARCHIVES.before[0].lines[0]
    unspoken = Library(Language("be"), builtin_folder()).archives
    shown = (text for entry in unspoken.entries for text in texts_of(entry))
    assert {text[:5] for text in shown} == {"[en] "}


@pytest.mark.parametrize(
    ("day", "age"), [("2026-11-28", 0), ("2027-05-27", 0), ("2027-05-28", 6), ("2020-01-01", 0)]
)
def test_advice_that_was_not_looked_at_for_long_counts_as_old(day: str, age: int) -> None:
    assert ARCHIVES_REVIEW_MONTHS == 6
    library = replace(LIBRARY, today=datetime.date.fromisoformat(day))
    assert {library.age_of_archive(entry) for entry in ENTRIES} == {age}


def test_the_yes_before_the_first_file_is_one_sentence() -> None:
    (statement,) = LIBRARY.notices["own-data-yes"]
    assert statement.startswith("This is my own data")
    assert statement.count(".") == 1
