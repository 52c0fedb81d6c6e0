"""From every situation the first step is at most seven answers away, and none has to be known."""

import pytest

from tests.app.person import LIBRARY, paradak
from tui.app.screens.item import ItemPage
from tui.app.screens.questions import QuestionsPage
from tui.app.screens.work import PlanPage
from tui.content.model import Moment, Situation
from tui.plan import Group

WITH_A_PATH = [found for found in LIBRARY.situations if found.moment is not Moment.NOW]


@pytest.mark.parametrize("situation", WITH_A_PATH, ids=lambda found: found.id)
async def test_knowing_nothing_leads_to_the_first_step(situation: Situation) -> None:
    async with paradak() as person:
        await person.follow(f"@{situation.id}")
        answers = 0
        while isinstance(person.app.screen, QuestionsPage):
            assert "I don’t know" in person.words
            await person.follow("@dont-know")
            answers += 1
        assert answers <= 7
        assert isinstance(person.app.screen, PlanPage)
        plan = person.state.plan
        assert plan.moment is (situation.moment or Moment.UNKNOWN)
        assert plan.parts[0].heading is Group.FIRST
        assert person.item == plan.parts[0].entries[0].item
        await person.press("enter")
        assert isinstance(person.app.screen_stack[-1], ItemPage)
        assert person.item.steps[0].text[:30] in person.words
