"""Paper codes on the screen: shown for what is at hand, typed again, and gone on from."""

from tests.app.person import LIBRARY, Person, paradak
from tests.plans import EVERY_ITEM
from tui.app.screens.carried import CarriedPage
from tui.app.screens.code import CodePage
from tui.app.screens.resume import ResumePage
from tui.app.screens.situations import SituationsPage
from tui.paper_code import Noted, encode, write
from tui.session import Status

FIRST = LIBRARY.checklists[0]
MARKED = {item.ref: Status.LATER for item in EVERY_ITEM[::3]}
CODE = write(MARKED, LIBRARY, EVERY_ITEM)


async def type_in(person: Person, code: str) -> None:
    await person.press("c")
    await person.press_at_once(*code)
    await person.press("enter")


def code_of(person: Person) -> str:
    """The code on the screen: the lines that hold groups of four and nothing else."""
    rows = (line.split() for line in person.lines)
    return "".join("".join(row) for row in rows if row and all(len(word) == 4 for word in row))


async def test_the_code_of_a_list_is_shown_and_gone_on_from_in_another_session() -> None:
    async with paradak() as person:
        await person.follow("@checklists", "enter", "down", "space", "down", "n", "c")
        assert isinstance(person.app.screen, CodePage)
        marks, code = person.state.session.marks, code_of(person)
        assert len(marks) == 2
    async with paradak() as person:
        await type_in(person, code.lower())
        assert isinstance(person.app.screen, CarriedPage)
        assert "2 marks were carried over." in person.words
        await person.press("enter")
        assert isinstance(person.app.screen, SituationsPage)
        assert person.state.session.marks == marks
        assert person.state.plan.situation is None


async def test_the_code_of_a_plan_holds_the_marks_of_the_plan_also_from_its_items() -> None:
    async with paradak() as person:
        await person.follow("@ordinary-day", "f", "space", "down", "down", "down", "l", "c")
        code = code_of(person)
        await person.follow("escape", "enter", "c")
        assert code_of(person) == code
        assert len(code) > 4


async def test_where_nothing_is_marked_the_screen_says_so() -> None:
    async with paradak() as person:
        await person.follow("@checklists", "enter", "c")
        assert "Nothing is marked here, so there is no code yet." in person.words
        assert code_of(person) == ""


async def test_a_slip_of_the_pen_is_told_by_its_line_and_what_was_typed_stays() -> None:
    assert len(CODE) > 1
    wrong = CODE[1].translate(str.maketrans("0123", "1230"))
    assert wrong != CODE[1]
    async with paradak() as person:
        await type_in(person, f"{CODE[0]} {wrong}")
        assert isinstance(person.app.screen, ResumePage)
        assert "line 2 does not fit" in person.words
        assert wrong.replace(" ", "  ") in "\n".join(person.lines)
        assert person.state.session.marks == {}


async def test_enter_alone_is_answered_and_escape_leads_back() -> None:
    async with paradak() as person:
        await person.press("c", "enter")
        assert "there is no code yet" in person.words
        await person.press("escape")
        assert isinstance(person.app.screen, SituationsPage)


async def test_marks_from_a_code_come_to_those_there_are_and_answers_are_asked_again() -> None:
    async with paradak() as person:
        await person.follow("@phone-came-back", "f", "space", "escape")
        (ref,) = person.state.session.marks
        await type_in(person, "".join(CODE))
        assert person.state.session.marks == {ref: Status.DONE, **MARKED}
        assert person.state.plan.situation is None
        assert person.state.session.past == ()


async def test_what_changed_asks_again_and_what_is_unknown_is_named() -> None:
    first, second = FIRST.items[:2]
    assert first.changed == second.changed == 1
    noted = [
        Noted(FIRST.number, 0, {first.number: Status.DONE, 99: Status.DONE}),
        Noted(600, 1, {1: Status.DONE}),
    ]
    async with paradak() as person:
        await type_in(person, "".join(encode(noted)))
        assert "0 marks were carried over." in person.words
        assert f"look at them again: {first.title}" in person.words
        assert f"{FIRST.title}: item 99" in person.words
        assert "list 600" in person.words
        assert person.state.session.marks == {}


async def test_paradak_resume_opens_where_a_code_is_typed() -> None:
    async with paradak(resuming=True) as person:
        assert isinstance(person.app.screen, ResumePage)
        await person.press_at_once(*"".join(CODE))
        await person.press("enter", "enter")
        assert isinstance(person.app.screen, SituationsPage)
        assert person.state.session.marks == MARKED
