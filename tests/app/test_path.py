"""The way from the first screen to the guidance and back, and out from everywhere."""

import pytest
from textual.widgets import Input

from tests.app.person import LIBRARY, SCREENS, SMALL, paradak
from tui.app.screens.item import ItemPage
from tui.app.screens.now import NowPage
from tui.app.screens.questions import UNKNOWN, QuestionsPage
from tui.app.screens.situations import SituationsPage
from tui.app.screens.work import ChecklistPage, PlanPage
from tui.app.widgets.guidance import GuidanceText
from tui.content.model import Device, Moment, Situation
from tui.plan import Answer, Profile, make
from tui.session import Status

PLANNED = [situation for situation in LIBRARY.situations if situation.moment is not Moment.NOW]


@pytest.mark.parametrize("situation", PLANNED, ids=lambda situation: situation.id)
async def test_ten_keys_lead_to_the_guidance_of_the_first_step(situation: Situation) -> None:
    keys = ["down"] * LIBRARY.situations.index(situation) + ["enter", "f", "enter"]
    first = make(LIBRARY, situation, Profile()).entries[0].item
    async with paradak() as person:
        await person.press(*keys)
        assert len(keys) <= 10
        assert isinstance(person.app.screen, ItemPage)
        assert person.item == first
        assert first.title in person.words


async def test_ten_keys_are_enough_with_every_question_answered() -> None:
    keys = ["enter"] * 7
    async with paradak() as person:
        await person.press(*keys)
        assert isinstance(person.app.screen, ItemPage)
        asked = Profile(happened=Answer.UNKNOWN, out_of_hands=Answer.UNKNOWN)
        assert person.state.plan.profile == asked


async def test_every_question_can_be_skipped() -> None:
    async with paradak() as person:
        await person.press("enter", *["s"] * 5)
        assert isinstance(person.app.screen, PlanPage)
        assert person.state.plan.profile == Profile()
        assert person.state.plan.moment is Moment.UNKNOWN


async def test_every_question_offers_i_do_not_know_first() -> None:
    async with paradak() as person:
        await person.press("enter")
        while isinstance(person.app.screen, QuestionsPage):
            assert (person.rows.chosen or "").endswith(f"/{UNKNOWN}")
            assert person.rows.highlighted == 0
            await person.press("enter")
        assert isinstance(person.app.screen, PlanPage)


async def test_a_situation_that_says_the_moment_is_not_asked_about_it() -> None:
    async with paradak() as person:
        await person.follow("@phone-came-back")
        assert "1 of 3" in person.words
        await person.press("s", "s", "s")
        assert person.state.plan.moment is Moment.AFTER


async def test_several_devices_can_be_ticked() -> None:
    async with paradak() as person:
        await person.press("enter", "s", "s", "down", "space", "down", "space", "enter", "f")
        assert person.state.plan.profile == Profile(
            devices=frozenset({Device.ANDROID, Device.IPHONE})
        )


async def test_the_plan_can_be_shown_before_the_last_question() -> None:
    async with paradak() as person:
        await person.follow("enter", "@no", "f")
        assert isinstance(person.app.screen, PlanPage)
        assert person.state.plan.profile == Profile(happened=Answer.NO)
        assert person.state.plan.moment is Moment.BEFORE


async def test_escape_goes_back_one_question_and_keeps_its_answer() -> None:
    async with paradak() as person:
        await person.follow("enter", "@no", "escape")
        assert "1 of 5" in person.words
        assert person.rows.chosen == "happened/no"
        await person.press("escape")
        assert isinstance(person.app.screen, SituationsPage)


async def test_changed_answers_change_the_plan_and_keep_the_marks() -> None:
    async with paradak() as person:
        await person.follow("enter", "@no", "f", "space")
        marked, before = person.item, person.state.plan
        await person.follow("a", "@yes", "f")
        assert isinstance(person.app.screen, PlanPage)
        assert person.state.plan.moment is Moment.AFTER
        assert person.state.plan.parts != before.parts
        assert person.state.session.status(marked) is Status.DONE
        await person.press("escape")
        assert isinstance(person.app.screen, SituationsPage)


async def test_answers_can_be_given_in_a_list_outside_a_plan() -> None:
    async with paradak() as person:
        await person.follow("@checklists", "enter", "a", "@no", "f")
        assert isinstance(person.app.screen, ChecklistPage)
        assert person.state.plan.moment is Moment.BEFORE


@pytest.mark.parametrize(
    "way",
    [
        ("@checklists", "enter"),
        ("@checklists", "enter", "enter"),
        ("@checklists", "enter", "enter", "o", "enter"),
        ("/", *"phone", "enter"),
        ("@ordinary-day", "f", "enter"),
    ],
)
async def test_whoever_changes_answers_is_back_at_the_same_screen(way: tuple[str, ...]) -> None:
    async with paradak() as person:
        await person.follow("@phone-came-back", "f", "escape", "@ordinary-day", "f", "escape")
        await person.follow(*way)
        before = list(person.app.screen_stack)
        await person.follow("a", "@yes", "f")
        assert person.app.screen_stack == before
        assert person.state.plan.moment is Moment.AFTER


async def test_during_a_check_five_lines_stand_there_and_nothing_else() -> None:
    async with paradak() as person:
        await person.follow("@checking-now")
        lines = [line.strip() for line in person.lines if line.strip()]
        assert lines == [*LIBRARY.notices["now"], "F10 or Ctrl+Q closes this at once."]
        assert len(LIBRARY.notices["now"]) == 5


async def test_during_a_check_no_key_offers_anything() -> None:
    async with paradak() as person:
        await person.follow("@checking-now")
        before, look = person.lines, person.app.theme
        keys = ["/", "p", "?", "f1", "f2", "f3", "a", "f", "x", "space", "enter", "tab", "ctrl+p"]
        await person.press(*keys)
        assert isinstance(person.app.screen, NowPage)
        assert person.lines == before
        assert person.app.theme == look


async def test_everything_outside_a_plan_opens_with_the_moment_in_words() -> None:
    moment = " ".join(LIBRARY.notices["stop"])
    async with paradak() as person:
        await person.follow("@checklists")
        assert moment in person.words
        for checklist in LIBRARY.checklists:
            await person.follow(f"@{checklist.id}")
            assert moment in person.words
            await person.press("escape")
        await person.press("/")
        assert moment in person.words


@pytest.mark.parametrize(("columns", "panes"), [(80, 1), (89, 1), (90, 2), (120, 2)])
async def test_two_panes_stand_side_by_side_from_ninety_columns(columns: int, panes: int) -> None:
    async with paradak((columns, 24)) as person:
        await person.follow("enter", "f", "down")
        guidance = person.app.screen.query_one("#guidance")
        assert (guidance.region.width > 0) is (panes == 2)
        if panes == 2:
            shown = str(person.app.screen.query_one(GuidanceText).content)
            assert shown.startswith(person.item.title)
            assert guidance.region.x >= person.rows.region.right


async def test_a_turn_in_the_guidance_shows_the_next_item_and_escape_goes_back() -> None:
    async with paradak() as person:
        await person.press("enter", "f")
        first = person.item
        await person.press("enter", "right")
        assert person.item == person.state.plan.entries[1].item
        await person.press("left")
        assert person.item == first
        await person.press("left", "right", "escape")
        assert person.item == first


@pytest.mark.parametrize("steps", SCREENS.values(), ids=SCREENS)
@pytest.mark.parametrize("key", ["f10", "ctrl+q"])
async def test_the_leave_keys_leave_at_once_from_every_screen(
    steps: tuple[str, ...], key: str
) -> None:
    async with paradak() as person:
        await person.follow(*steps)
        assert person.app.return_code is None
        await person.press(key)
        assert person.app.return_code == 0


@pytest.mark.parametrize("name", ["find", "file name"])
async def test_an_input_field_is_among_the_screens_that_are_left(name: str) -> None:
    async with paradak() as person:
        await person.follow(*SCREENS[name])
        assert isinstance(person.app.focused, Input)
        await person.press("ctrl+c")
        assert person.app.return_code == 0


@pytest.mark.parametrize("steps", SCREENS.values(), ids=SCREENS)
async def test_escape_goes_back_to_the_first_screen_and_never_further(
    steps: tuple[str, ...],
) -> None:
    async with paradak() as person:
        await person.follow(*steps)
        await person.press(*["escape"] * (len(steps) + 2))
        assert isinstance(person.app.screen, SituationsPage)
        assert len(person.app.screen_stack) == 1
        assert person.app.return_code is None


async def test_two_presses_of_enter_open_one_screen() -> None:
    async with paradak() as person:
        await person.press("enter", "f")
        screens = len(person.app.screen_stack)
        await person.press_at_once("enter", "enter")
        assert isinstance(person.app.screen, ItemPage)
        assert len(person.app.screen_stack) == screens + 1


async def test_a_click_on_a_key_of_the_foot_presses_it() -> None:
    async with paradak() as person:
        await person.press("enter", "f")
        await person.click("later")
        assert list(person.state.session.marks.values()) == [Status.LATER]
        await person.click("read")
        assert isinstance(person.app.screen, ItemPage)
        await person.click("leave")
        assert person.app.return_code == 0


@pytest.mark.parametrize("size", [(1, 1), (20, 6), (40, 12), (300, 90)])
async def test_no_size_of_the_terminal_ends_the_program(size: tuple[int, int]) -> None:
    async with paradak(size) as person:
        for steps in (SCREENS["list"], SCREENS["print"], SCREENS["now"]):
            await person.follow(*steps)
            await person.resize(SMALL)
            await person.resize(size)
            await person.press("escape", "escape", "escape")
        await person.press("f10")
        assert person.app.return_code == 0


async def test_a_page_up_or_down_at_the_end_of_a_plan_goes_to_its_first_or_last_item() -> None:
    async with paradak() as person:
        await person.follow("@ordinary-day", "f")
        items = [entry.item for entry in person.state.plan.entries]
        await person.press("end", "up", "pagedown")
        assert person.item == items[-1]
        await person.press("home", "down", "pageup")
        assert person.item == items[0]
