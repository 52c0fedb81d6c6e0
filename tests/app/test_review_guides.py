"""What is said before the first file, for every service and at every size."""

import pytest

from tests.app.person import LIBRARY, paradak
from tests.app.reviews import page
from tui.app.screens.choose_file import ChooseFilePage
from tui.app.screens.review.guide import GuidePage
from tui.app.screens.review.own_data import OwnDataPage
from tui.app.widgets.scroll import Scroll
from tui.content.archives import Guide

GUIDES = LIBRARY.archives.guides
SIZES = [(80, 24), (40, 12)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.id)
async def test_a_guide_opens_and_all_of_it_can_be_read(guide: Guide, size: tuple[int, int]) -> None:
    async with paradak(size) as person:
        await person.follow("@own-data", f"@{guide.id}")
        assert page(person) is GuidePage
        assert person.lines[-1].startswith(" F10 leave")
        scroll = person.app.screen.query_one(Scroll)
        read = dict[int, str]()
        assert scroll.size.height >= 2
        for line in range(0, scroll.max_scroll_y + scroll.size.height, scroll.size.height):
            scroll.scroll_to(y=line, animate=False, immediate=True)
            await person.settle()
            shown = person.lines[2 : 2 + scroll.size.height]
            read |= dict(enumerate(shown, scroll.scroll_offset.y))
        text = " ".join(" ".join(read[line] for line in sorted(read)).split())
        for step in guide.steps:
            assert step.text in text
        for box in guide.boxes:
            assert f"{box.label} · " in text
            assert box.gives in text
        for limit in guide.limits:
            assert limit.text in text
        assert "Press y to say so and go on." in person.words
        assert max(map(len, person.lines)) <= size[0]
        await person.press("y")
        assert page(person) is ChooseFilePage


async def test_boxes_that_are_off_by_default_say_so() -> None:
    guide = LIBRARY.archives.guide("telegram")
    off = [box for box in guide.boxes if box.off]
    assert len(off) > 3
    async with paradak((100, 140)) as person:
        await person.follow("@own-data", "@telegram")
        for box in guide.boxes:
            state = "not ticked yet" if box.off else "ticked already"
            assert f"{box.label} · {state} · " in person.words


@pytest.mark.parametrize("size", SIZES)
async def test_every_service_stands_on_the_first_page_below_the_moment(
    size: tuple[int, int],
) -> None:
    async with paradak(size) as person:
        await person.follow("@own-data")
        assert page(person) is OwnDataPage
        seen = set[str]()
        for _ in GUIDES:
            seen |= {guide.title for guide in GUIDES if guide.title in person.words}
            await person.press("down")
        assert seen == {guide.title for guide in GUIDES}
        assert person.lines[-1].startswith(" F10 leave")
