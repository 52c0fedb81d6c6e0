"""Every rule of content, shown by a folder of deliberately broken files."""

import re
from pathlib import Path

import pytest

from tui.content.check import Report, check
from tui.content.loader import MAX_BYTES, MAX_PROBLEMS
from tui.content.problems import Problem, nearest
from tui.errors import ContentError
from tui.po import MAX_BYTES as MAX_TRANSLATION

BROKEN = Path(__file__).parent / "data" / "broken"
EXPECTED = re.compile(r"\s*# expect: (?P<key>[a-z0-9-]+):(?P<column>\d+)")

Place = tuple[str, int, int, str]


def expected_in(file: Path) -> list[Place]:
    """What the comments of a file expect of the line below; an entry of a .po starts with them."""
    waiting: list[tuple[int, str]] = []
    places: list[Place] = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if match := EXPECTED.fullmatch(line):
            waiting.append((int(match["column"]), match["key"]))
            if file.suffix == ".yaml":
                continue
        places += [(file.name, number, column, key) for column, key in waiting]
        waiting.clear()
    return places


def places(problems: tuple[Problem, ...]) -> list[Place]:
    return sorted((each.path, each.line, each.column, each.key) for each in problems)


@pytest.fixture(scope="module")
def report() -> Report:
    return check(BROKEN)


def test_the_broken_files_have_the_problems_they_expect_and_no_others(report: Report) -> None:
    expected = [place for file in BROKEN.iterdir() for place in expected_in(file)]
    assert places(report.problems) == sorted(expected)


@pytest.mark.parametrize("file", sorted(BROKEN.glob("*.[yp][ao]*")), ids=lambda file: file.name)
def test_one_file_checked_alone_has_its_own_problems_only(file: Path) -> None:
    assert places(check(file).problems) == sorted(expected_in(file))


def test_one_file_checked_alone_is_the_only_list_counted() -> None:
    assert [found.id for found in check(BROKEN / "labels.yaml").checklists] == ["labels"]
    assert check(BROKEN / "notices.yaml").checklists == ()


def test_an_own_list_may_lead_to_a_shipped_item(tmp_path: Path) -> None:
    text = (BROKEN / "twice.yaml").read_text(encoding="utf-8")
    text = text.replace("clever/unread", check().items[0].ref)
    (tmp_path / "twice.yaml").write_text(text, encoding="utf-8")
    assert check(tmp_path).problems == ()


def test_every_message_is_short_lower_case_and_without_a_full_stop(report: Report) -> None:
    messages = [problem.message for problem in report.problems]
    assert [text for text in messages if text[0].isupper() or text.endswith(".")] == []
    assert max(map(len, messages)) < 160


@pytest.mark.parametrize(
    "said",
    [
        "acting.yaml:39:19: a look item tells the reader to act: 'log'; "
        "change its kind or the words [kind-acts]",
        "clever.yaml:9:1: 'title' stands here twice, the first time in line 5; "
        "remove one [repeated-key]",
        "labels.yaml:29:19: “Devices” is neither under 'seen' nor under 'general' [label]",
        "labels.be.po:8:1: there is no text 'labels/labels/titel'; mend or remove it; "
        "did you mean 'labels/labels/title'? [i18n-orphan]",
        "repeated.yaml:31:26: there is no item 'repeated/onw'; "
        "did you mean 'repeated/one'? [related]",
        "repeated.yaml:33:19: 'umbrela' is not in sources.yaml; did you mean 'umbrella'? [source]",
        "repeated.yaml:63:17: number '2' is used already, in line 17; take another [number]",
        "shape.yaml:7:1: 'titel' is no key here; did you mean 'title'? [unknown-key]",
        "shape.yaml:32:47: 'lock' is no value of 'kind'; "
        "it can be look, remember, change, delete, contact; did you mean 'look'? [unknown-value]",
        "shape.yaml:30:7: 'items' has 10 entries; at most 9 fit [too-many]",
        "situations.yaml:36:13: 'phone-came-back' is a built-in situation: "
        "its moment is 'after' [moment]",
        "situations.yaml:43:12: an introduction is read at every moment; "
        "it tells the reader to act: 'delete' [kind-acts]",
        "twice.yaml:3:9: 54 is the number of 'labels' already; take another [number]",
        "waiting.yaml:67:9: this item can wait; say under 'instead' what to do meanwhile [instead]",
        "waiting.yaml:104:16: only contact items may say 'never'; "
        "leave it out of this delete item [waits]",
    ],
)
def test_a_message_says_what_is_wrong_and_what_may_be_meant(said: str, report: Report) -> None:
    assert said in map(str, report.problems)


def test_the_nearest_word_is_named_only_if_it_is_near() -> None:
    assert nearest("titel", ["number", "title"]) == "; did you mean 'title'?"
    assert nearest("titel", ["number"]) == ""


def test_a_file_that_is_too_large_is_a_problem_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "large.yaml").write_bytes(b"#" * (MAX_BYTES + 1))
    assert places(check(tmp_path).problems) == [("large.yaml", 1, 1, "too-large")]


def test_a_file_that_cannot_be_read_is_a_problem_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "memory.yaml").symlink_to("/proc/self/mem")
    assert places(check(tmp_path).problems) == [("memory.yaml", 1, 1, "unreadable")]


def test_folders_and_dangling_links_are_no_lists(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "dangling.yaml").symlink_to(tmp_path / "nowhere")
    with pytest.raises(ContentError) as caught:
        check(tmp_path)
    assert str(caught.value) == f"nothing to check at '{tmp_path}'"


def test_a_hostile_file_name_cannot_act_on_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J\u202e.yaml").write_text("id: a", encoding="utf-8")
    for path in (tmp_path, tmp_path / "a\x1b[2J\u202e.yaml"):
        assert {problem.path for problem in check(path).problems} == {"a\ufffd[2J\ufffd.yaml"}


def translated(folder: Path, data: bytes | None) -> list[tuple[int, int, str]]:
    """The places of the problems of a translation that holds the data, or cannot be read."""
    text = (BROKEN / "twice.yaml").read_text(encoding="utf-8")
    (folder / "twice.yaml").write_text(text, encoding="utf-8")
    file = folder / "twice.be.po"
    if data is None:
        file.unlink()
        file.symlink_to("/proc/self/mem")
    else:
        file.write_bytes(data)
    found = places(check(folder).problems)
    return [(line, column, key) for name, line, column, key in found if name == file.name]


def test_a_translation_in_another_encoding_is_a_problem(tmp_path: Path) -> None:
    data = '\nmsgid "a"\nmsgstr "слова"\n'.encode("cp1251")
    assert translated(tmp_path, data) == [(3, 1, "encoding")]


def test_a_translation_that_is_too_large_or_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    assert translated(tmp_path, b"\n" * MAX_TRANSLATION) == []
    assert translated(tmp_path, b"\n" * (MAX_TRANSLATION + 1)) == [(1, 1, "too-large")]
    assert translated(tmp_path, None) == [(1, 1, "unreadable")]


def test_a_text_without_end_in_a_translation_is_a_problem_and_read_no_further(
    tmp_path: Path,
) -> None:
    data = (
        b'msgctxt "twice/title"\nmsgid "A number used already"\nmsgstr "' + b"a" * 900_000 + b'"\n'
    )
    assert translated(tmp_path, data) == [(1, 1, "too-long")]


def test_of_very_many_problems_in_a_translation_the_first_are_named(tmp_path: Path) -> None:
    entry = b'msgctxt "%s"\nmsgid "a"\nmsgstr "a"\n\n' % (b"x" * 500)
    found = translated(tmp_path, entry * 1500)
    assert found == [(1 + 4 * n, 1, "i18n-orphan") for n in range(MAX_PROBLEMS)]
    assert max(len(problem.message) for problem in check(tmp_path).problems) < 200


@pytest.mark.parametrize(
    "name", ["", "nothing.yaml", "list.txt", "list.yml", "deeper/list.yaml", "x" * 300]
)
def test_where_nothing_can_be_checked_it_is_said(name: str, tmp_path: Path) -> None:
    for other in ("list.txt", "list.yml"):
        (tmp_path / "other").mkdir(exist_ok=True)
        (tmp_path / "other" / other).write_text("id: list", encoding="utf-8")
    path = tmp_path / "other" / name if name else tmp_path
    with pytest.raises(ContentError) as caught:
        check(path)
    assert str(caught.value) == f"nothing to check at '{path}'"
    assert caught.value.hint == "name a .yaml file that can be read, or its folder"
