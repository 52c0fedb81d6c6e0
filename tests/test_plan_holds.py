"""What waits: every kind, phase, own wait and moment against the rule, written out here again."""

from itertools import chain, combinations, product

import pytest

from tests.lists import library_of, yaml_item, yaml_list
from tui.content.library import open_library
from tui.content.model import Item, Kind, Moment
from tui.language import ENGLISH
from tui.plan import Hold, hold_of

LIBRARY = open_library(ENGLISH)
EVERY_ITEM = tuple(item for checklist in LIBRARY.checklists for item in checklist.items)


def some_of(words: list[str]) -> list[tuple[str, ...]]:
    return list(chain.from_iterable(combinations(words, size) for size in range(len(words) + 1)))


PHASES = some_of(["before", "during", "after"])[1:]
WAITS = [*some_of(["before", "after", "unknown"]), ("never",)]
Case = tuple[str, tuple[str, ...], tuple[str, ...]]


def waits_by_rule(case: Case, moment: str) -> bool:
    kind, phases, own = case
    if kind in {"look", "remember"} or (kind == "contact" and own == ("never",)):
        return False
    if moment == "now":
        return True
    return moment in own or (moment in {"after", "unknown"} and "after" not in phases)


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Case, Item]]:
    """An item of every kind with all phases and own waits, read from YAML as authors write it."""
    every = list(product(PHASES, WAITS))
    lists = {}
    for number, kind in enumerate(Kind, start=1):
        items = []
        for place, (phases, waits) in enumerate(every, start=1):
            fields = {"kind": kind.value, "phases": f"[{', '.join(phases)}]", "instead": "Ask."}
            if waits == ("never",):
                fields |= {"waits": "never", "never_waits_because": "It helps at once."}
            elif waits:
                fields["waits"] = f"[{', '.join(waits)}]"
            items.append(yaml_item(f"item-{place}", place, **fields))
        lists[kind.value] = yaml_list(kind.value, number, items)
    library = library_of(tmp_path_factory.mktemp("lists"), **lists)
    return [
        ((kind.value, *case), item)
        for kind in Kind
        for case, item in zip(every, library.checklist(kind.value).items, strict=True)
    ]


@pytest.mark.parametrize("moment", Moment)
def test_an_item_waits_exactly_as_the_rule_says(
    cases: list[tuple[Case, Item]], moment: Moment
) -> None:
    assert len(cases) == 5 * 7 * 9
    wanted = {case: waits_by_rule(case, moment.value) for case, _ in cases}
    assert {case: hold_of(item, moment) is not None for case, item in cases} == wanted
    assert len(set(wanted.values())) == 2


@pytest.mark.parametrize("moment", Moment)
def test_look_and_remember_never_wait(cases: list[tuple[Case, Item]], moment: Moment) -> None:
    items = [item for _, item in cases] + list(EVERY_ITEM)
    still = [item for item in items if item.kind in {Kind.LOOK, Kind.REMEMBER}]
    assert len(still) > 100
    assert [item.ref for item in still if hold_of(item, moment)] == []


def test_a_hold_says_the_moment_the_kind_and_what_to_do_instead() -> None:
    item = LIBRARY.item("subscriptions/leave-telegram")
    assert item is not None
    assert item.instead
    assert hold_of(item, Moment.AFTER) == Hold(Moment.AFTER)


def test_every_shipped_item_that_can_wait_says_what_to_do_instead() -> None:
    waiting = [item for item in EVERY_ITEM for moment in Moment if hold_of(item, moment)]
    assert waiting
    assert [item.ref for item in waiting if item.waits and not item.instead] == []
