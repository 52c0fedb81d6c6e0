"""Where lists are read from, in which language, and what happens where they cannot be."""

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.lists import write, yaml_item, yaml_list
from tui import language
from tui.content.check import check
from tui.content.folders import COMPANIONS, MAX_FILES, builtin_folder
from tui.content.library import Library, open_library
from tui.content.model import Moment
from tui.errors import ContentError, UsageError
from tui.language import ENGLISH, Language

BELARUSIAN = Language("be")
SHIPPED = Path(__file__).parents[1] / "checklists"

SOURCES = """\
sources:
  - {id: own-source, name: A source of our own, date: "2026"}
"""
TRANSLATED = """\
msgctxt "zebra/one/title"
msgid "Title of one"
msgstr "Назва"

msgctxt "zebra/two/title"
msgid "Title of the second one"
msgstr "Старая назва"

#, fuzzy
msgctxt "zebra/section-1/title"
msgid "Section 1"
msgstr "Раздзел"

msgctxt "zebra/defaults/caution"
msgid "Careful."
msgstr "Асцярожна."
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Two lists of an author; `apple` comes first by name, `zebra` by number."""
    two = yaml_item("two", 3, was="[second, other]", sources="[own-source, umbrella]")
    two = two.replace("sources: [general-knowledge]\n        ", "")
    items = [yaml_item("one", 2), two]
    return write(
        tmp_path / "own",
        zebra__yaml=yaml_list("zebra", 1, items),
        apple__yaml=yaml_list("apple", 2, [yaml_item("one", 2)]),
        sources__yaml=SOURCES,
    )


def names(library: Library) -> list[str]:
    return [checklist.id for checklist in library.checklists]


def test_without_a_path_the_shipped_lists_are_read() -> None:
    library = open_library(ENGLISH)
    assert library.builtin
    assert library.folder == builtin_folder()
    assert set(library.ids) == {path.stem for path in SHIPPED.glob("*.yaml")} - set(COMPANIONS)
    assert [one.number for one in library.checklists] == sorted(
        one.number for one in library.checklists
    )


def test_a_folder_named_checklists_in_the_current_directory_is_not_picked_up(
    tmp_path: Path, own: Path
) -> None:
    own.rename(tmp_path / "checklists")
    (tmp_path / "tui").mkdir()
    code = "from tui.content.library import *; from tui.language import ENGLISH; "
    code += "print(*open_library(ENGLISH).ids)"
    said = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert said.split() == list(open_library(ENGLISH).ids)
    assert open_library(ENGLISH, tmp_path / "checklists").ids == ("apple", "zebra")


def test_the_lists_of_a_folder_come_by_number_and_their_ids_by_name(own: Path) -> None:
    library = open_library(ENGLISH, own)
    assert not library.builtin
    assert library.ids == ("apple", "zebra")
    assert names(library) == ["zebra", "apple"]


def test_a_single_file_shows_only_its_list(own: Path) -> None:
    library = open_library(ENGLISH, own / "apple.yaml")
    assert names(library) == ["apple"]
    assert library.item("zebra/one") is None
    found = library.situations
    assert {one.path for one in found if one.moment is not Moment.NOW} == {("apple",)}
    assert {one.first for one in found} == {()}


@pytest.mark.parametrize(
    "name",
    [
        "nothing",
        "nothing.yaml",
        "sources.yaml",
        "apple",
        "apple.txt",
        "apple.yml",
        "empty",
        "x" * 300,
    ],
)
def test_where_no_list_is_it_is_said(name: str, own: Path) -> None:
    write(own, apple__txt="", apple__yml="")
    (own / "empty").mkdir()
    (own / "empty" / "folder.yaml").mkdir()
    with pytest.raises(ContentError) as caught:
        open_library(ENGLISH, own / name)
    assert str(caught.value) == f"no lists at '{own / name}'"
    assert caught.value.hint == "name a folder of .yaml files"


def test_a_folder_with_very_many_lists_is_refused_with_the_limit(tmp_path: Path) -> None:
    text = yaml_list("apple", 1, [yaml_item("one", 1)])
    for number in range(MAX_FILES):
        write(tmp_path, **{f"list-{number}__yaml": text.replace("apple", f"list-{number}")})
    assert len(open_library(ENGLISH, tmp_path).ids) == MAX_FILES
    write(tmp_path, apple__yaml=text)
    for path in (tmp_path, tmp_path / "apple.yaml"):
        for read in (partial(open_library, ENGLISH), check):
            with pytest.raises(ContentError) as caught:
                read(path)
            assert str(caught.value) == f"more than {MAX_FILES} .yaml files in '{tmp_path}'"
            assert caught.value.hint == "put some into another folder"


def test_own_sources_join_the_shipped_ones(own: Path) -> None:
    library = open_library(ENGLISH, own)
    item = library.item("zebra/two")
    assert item
    assert [source.id for source in item.sources] == ["own-source", "umbrella"]
    assert item.sources[0].name == "A source of our own"


def test_a_former_id_leads_to_the_item(own: Path) -> None:
    library = open_library(ENGLISH, own)
    item = library.item("zebra/two")
    assert item
    assert library.item("zebra/second") is item
    assert library.items("zebra/other") == (item,)
    assert library.item("zebra/third") is None
    assert library.item("apple/second") is None


def test_a_former_id_never_hides_an_item(own: Path) -> None:
    items = [yaml_item("one", 2, was="[two]"), yaml_item("two", 3)]
    library = open_library(ENGLISH, write(own, zebra__yaml=yaml_list("zebra", 1, items)))
    one, two = library.checklist("zebra").items
    assert (library.item("zebra/one"), library.item("zebra/two")) == (one, two)


def test_a_reference_leads_to_a_list_a_section_or_an_item(own: Path) -> None:
    library = open_library(ENGLISH, own)
    whole = library.checklist("zebra").items
    assert library.items("zebra") == library.items("zebra/section-1") == whole
    assert library.items("zebra/one") == whole[:1]
    assert [item.ref for item in whole] == ["zebra/one", "zebra/two"]
    assert library.items("zebra/nothing") == library.items("nothing") == library.items("") == ()


def test_an_unknown_list_names_the_nearest_or_all(own: Path) -> None:
    for name, hint in (("zebras", "did you mean 'zebra'?"), ("x", "the lists are: apple, zebra")):
        with pytest.raises(UsageError) as caught:
            open_library(ENGLISH, own).checklist(name)
        assert str(caught.value) == f"no list '{name}'"
        assert caught.value.hint.format(**caught.value.values) == hint


def test_notices_are_always_the_shipped_ones(own: Path) -> None:
    write(own, notices__yaml="notices:\n  - {id: stop, lines: [All is well.]}\n")
    assert open_library(ENGLISH, own).notices == open_library(ENGLISH).notices
    assert open_library(ENGLISH, own).notices["stop"][0].startswith("Stop.")


def test_synonyms_are_always_the_shipped_ones(own: Path) -> None:
    write(own, synonyms__yaml="synonyms: [{id: a, people_say: a, lists_say: b}]\n")
    library = open_library(ENGLISH, own)
    assert "synonyms" not in library.ids
    assert library.synonyms == open_library(ENGLISH).synonyms
    assert any("follow" in synonym.people_say for synonym in library.synonyms)


def test_missing_and_outdated_translations_are_marked(own: Path) -> None:
    write(own, zebra__be__po=TRANSLATED)
    checklist = open_library(BELARUSIAN, own).checklist("zebra")
    one, two = checklist.items
    assert one.title == "Назва"
    assert one.why == "[en] Because."
    assert two.title == "[en, newer] Title of two"
    assert checklist.sections[0].title == "[en, newer] Section 1"
    assert one.caution.text == "Асцярожна."
    assert one.caution.default


def test_a_text_that_is_not_there_is_not_marked_as_missing(own: Path) -> None:
    (one, _) = open_library(BELARUSIAN, own).checklist("zebra").items
    assert (one.instead, one.never_waits_because) == ("", "")


def test_a_list_in_its_own_language_needs_no_translation(own: Path) -> None:
    text = yaml_list("zebra", 1, [yaml_item("one", 2)]).replace("language: en", "language: be")
    write(own, zebra__yaml=text)
    assert open_library(BELARUSIAN, own).checklist("zebra").items[0].title == "Title of one"
    assert open_library(ENGLISH, own).checklist("zebra").items[0].title == "[be] Title of one"


def test_switching_the_language_keeps_folder_and_list(own: Path) -> None:
    write(own, zebra__be__po=TRANSLATED)
    library = open_library(ENGLISH, own / "zebra.yaml").in_language(BELARUSIAN)
    assert names(library) == ["zebra"]
    assert library.checklists[0].items[0].title == "Назва"


def test_a_translation_that_is_no_text_leaves_the_list_readable(own: Path) -> None:
    (own / "zebra.be.po").write_bytes("слова".encode("cp1251"))
    title = open_library(BELARUSIAN, own).checklist("zebra").items[0].title
    assert title == "[en] Title of one"


def test_an_error_names_the_place_and_what_to_do(own: Path) -> None:
    text = (own / "apple.yaml").read_text(encoding="utf-8").replace("goal:", "gaol:")
    write(own, apple__yaml=text)
    with pytest.raises(ContentError) as caught:
        _ = open_library(ENGLISH, own).checklists
    message = "apple.yaml:4:1: 'gaol' is no key here; did you mean 'goal'? [unknown-key]"
    assert str(caught.value) == message
    hint = caught.value.hint.format(**caught.value.values)
    assert hint == f"see all problems with: paradak check {own}"


def test_a_list_that_is_not_named_as_its_file_is_refused(own: Path) -> None:
    (own / "apple.yaml").rename(own / "pear.yaml")
    with pytest.raises(ContentError, match=r"pear\.yaml:1:5: the id is 'apple'"):
        open_library(ENGLISH, own).checklist("pear")


def test_a_broken_list_does_not_keep_another_from_being_read(own: Path) -> None:
    write(own, apple__yaml="id: [")
    assert open_library(ENGLISH, own).checklist("zebra").title == "zebra"


@pytest.mark.parametrize("code", language.available())
def test_the_shipped_library_is_read_in_every_language(code: str) -> None:
    library = open_library(language.load(code))
    assert all(checklist.items for checklist in library.checklists)
    assert all(library.notices.values())
    assert all(situation.title for situation in library.situations)
