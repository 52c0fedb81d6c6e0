"""An answer is taken for the question that the person has seen, and for no other."""

import pytest

from tests.app.person import Person, paradak
from tui.app.screens import questions
from tui.app.screens.questions import APPS, HAPPENED, QuestionsPage
from tui.app.screens.work import PlanPage
from tui.content.model import Moment
from tui.plan import Answer, Profile


def asked(person: Person) -> str:
    """The question on the screen."""
    screen = person.app.screen
    assert isinstance(screen, QuestionsPage)
    return screen.question.field


@pytest.mark.parametrize("key", ["enter", "s", "space"])
async def test_a_key_pressed_at_once_with_enter_answers_one_question(key: str) -> None:
    async with paradak() as person:
        await person.follow("enter", "@yes")
        assert asked(person) == "out_of_hands"
        await person.press_at_once("down", "enter", key)
        assert asked(person) == "devices"
        await person.press("f")
        assert person.state.plan.profile == Profile(Answer.YES, Answer.NO)


async def test_a_burst_of_enter_on_the_first_screen_answers_nothing() -> None:
    async with paradak() as person:
        await person.press_at_once("enter", "enter", "enter", "space", "s")
        assert asked(person) == "happened"
        await person.press("f")
        assert person.state.plan.profile == Profile()


async def test_a_burst_of_enter_on_the_last_question_ends_at_the_plan() -> None:
    async with paradak() as person:
        await person.press("enter", "s", "s", "s", "s")
        await person.press_at_once("enter", "enter")
        assert isinstance(person.app.screen, PlanPage)
        assert person.app.return_code is None


async def test_a_double_click_answers_one_question() -> None:
    async with paradak() as person:
        await person.press("enter")
        line = next(n for n, text in enumerate(person.lines) if "Yes, at least" in text)
        await person.pilot.double_click(offset=(5, line))
        await person.settle()
        assert asked(person) == "out_of_hands"
        await person.press("f")
        assert person.state.plan.profile == Profile(happened=Answer.YES)


async def test_a_double_click_on_a_situation_answers_nothing() -> None:
    async with paradak() as person:
        line = next(n for n, text in enumerate(person.lines) if "cross the border" in text)
        await person.pilot.double_click(offset=(5, line))
        await person.settle()
        assert asked(person) == "happened"
        await person.press("f")
        assert person.state.plan.profile == Profile()


async def test_a_click_that_arrives_after_the_turn_is_for_no_question() -> None:
    async with paradak() as person:
        await person.press("enter", "down")
        screen = person.app.screen
        assert isinstance(screen, QuestionsPage)
        person.rows.action_select()
        screen.action_skip()
        await person.settle()
        assert asked(person) == "out_of_hands"
        await person.press("f")
        assert person.state.plan.profile == Profile()


async def test_a_question_takes_no_answer_before_it_has_stood_a_moment() -> None:
    async with paradak(settles=3600) as person:
        await person.press("enter", "down", "enter", "s", "space")
        assert asked(person) == "happened"
        assert "go on" not in person.words
        await person.press("f")
        assert person.state.plan.profile == Profile()
        assert person.state.plan.moment is Moment.UNKNOWN


async def test_a_question_that_has_stood_a_moment_offers_to_go_on() -> None:
    async with paradak() as person:
        await person.press("enter")
        assert "Enter go on" in person.words


FROM = {
    "the first screen": ("@ordinary-day",),
    "a plan": ("@ordinary-day", "@no", "f", "a"),
    "an item": ("@ordinary-day", "@no", "f", "enter", "a"),
    "a list": ("@checklists", "enter", "a"),
}


@pytest.mark.parametrize("way", FROM.values(), ids=FROM)
@pytest.mark.parametrize(
    ("answers", "moment"),
    [
        (("@yes",), Moment.AFTER),
        (("@dont-know",), Moment.UNKNOWN),
        (("s",), Moment.UNKNOWN),
        (("@no", "@yes"), Moment.AFTER),
        (("@no", "@dont-know"), Moment.UNKNOWN),
        (("@yes", "@dont-know"), Moment.AFTER),
    ],
)
async def test_an_answer_about_the_moment_counts_even_if_the_questions_are_left(
    way: tuple[str, ...], answers: tuple[str, ...], moment: Moment
) -> None:
    async with paradak() as person:
        await person.follow(*way, *answers)
        assert person.state.plan.moment is moment
        await person.press("escape", "escape", "escape")
        assert not isinstance(person.app.screen, QuestionsPage)
        assert person.state.plan.moment is moment


@pytest.mark.parametrize(
    ("end", "moment"), [(("escape", "escape"), Moment.AFTER), (("f",), Moment.BEFORE)]
)
async def test_a_no_counts_once_the_questions_are_answered(
    end: tuple[str, ...], moment: Moment
) -> None:
    async with paradak() as person:
        await person.follow("enter", "@yes", "escape", "@no", *end)
        assert person.state.plan.moment is moment


async def test_devices_count_once_the_questions_are_answered() -> None:
    async with paradak() as person:
        await person.press("enter", "enter", "enter", "down", "enter", *["escape"] * 4)
        assert person.state.plan.profile == Profile(Answer.UNKNOWN, Answer.UNKNOWN)


@pytest.mark.parametrize(
    "chosen", [("@checking-now",), ("@phone-came-back",), ("@phone-came-back", "f")]
)
async def test_a_no_from_before_counts_no_more_once_a_moment_was_chosen(
    chosen: tuple[str, ...],
) -> None:
    async with paradak() as person:
        await person.follow("@ordinary-day", "@no", "f", "escape", *chosen, "escape")
        await person.follow("@ordinary-day", "f")
        assert person.state.plan.moment is Moment.UNKNOWN


@pytest.mark.parametrize("question", [HAPPENED, APPS], ids=lambda question: question.field)
async def test_rows_are_named_after_their_question(question: questions.Question) -> None:
    async with paradak() as person:
        await person.press("enter", *["s"] * questions.questions(None).index(question))
        ids = [option.id for option in person.rows.options]
        assert ids == [f"{question.field}/{name}" for name in question.names]
