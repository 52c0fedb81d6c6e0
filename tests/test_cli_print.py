"""What `paradak print` prints: paths, the emergency sheet, layouts, and no PDF on a screen."""

import pytest

from tests.commands import paradak
from tests.printed import printed_text
from tui.content.library import open_library
from tui.export import (
    Detail,
    Format,
    from_emergency,
    from_path,
)
from tui.language import ENGLISH

LIBRARY = open_library(ENGLISH)


def refused(*words: str) -> list[str]:
    said, beside = paradak(*words, code=2)
    assert said == ""
    return beside.splitlines()


@pytest.mark.parametrize("situation", LIBRARY.situations, ids=lambda found: found.id)
def test_a_situation_prints_its_path_and_the_lists_that_are_named_follow(situation: object) -> None:
    (found,) = (one for one in LIBRARY.situations if one is situation)
    words = ["print", "--situation", found.id]
    if not found.path:
        assert paradak(*words, code=1)[0] == ""
        return
    named = [LIBRARY.checklist("reposts"), LIBRARY.checklist("border-crossing")]
    alone = printed_text(from_path(LIBRARY, found, Detail.STEPS), Format.TEXT)
    more = printed_text(from_path(LIBRARY, found, Detail.STEPS, named), Format.TEXT)
    assert paradak(*words) == (alone, "")
    assert paradak(*words, "reposts", "border-crossing", "reposts") == (more, "")


@pytest.mark.parametrize("form", [Format.TEXT, Format.MARKDOWN, Format.HTML])
def test_the_emergency_sheet_is_printed_alone(form: Format) -> None:
    sheet = printed_text(from_emergency(LIBRARY), form)
    assert paradak("print", "--emergency", "--format", form) == (sheet, "")


@pytest.mark.parametrize(
    "words", [["reposts"], ["--situation", "ordinary-day"], ["--look-again"], ["nothing"]]
)
def test_the_emergency_sheet_stands_beside_nothing_else(words: list[str]) -> None:
    assert refused("print", "--emergency", *words) == [
        "paradak: --emergency prints one blank sheet",
        "  name no list with it, no situation and no --look-again",
    ]
