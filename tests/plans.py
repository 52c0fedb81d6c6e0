"""The shipped lists as plans are tested with them: what stands where, and any answers."""

from hypothesis import strategies as st

from tui.content.library import open_library
from tui.content.model import App, Audience, Device, Item, Moment, Situation
from tui.language import ENGLISH
from tui.plan import Answer, Entry, Group, Plan, Profile

LIBRARY = open_library(ENGLISH)
PLACES = {
    name: items
    for found in LIBRARY.checklists
    for name, items in (
        (found.id, found.items),
        *((f"{found.id}/{section.id}", section.items) for section in found.sections),
        *((item.ref, (item,)) for item in found.items),
    )
}
"""What stands at every list, section and item."""
EVERY_ITEM = tuple(item for checklist in LIBRARY.checklists for item in checklist.items)

answers = st.none() | st.sampled_from(Answer)
profiles = st.builds(
    Profile,
    happened=answers,
    out_of_hands=answers,
    devices=st.none() | st.frozensets(st.sampled_from(Device)),
    apps=st.none() | st.frozensets(st.sampled_from(App)),
    audience=st.none() | st.sampled_from(Audience),
)
ways_in = st.sampled_from([one for one in LIBRARY.situations if one.moment is not Moment.NOW])


def part(plan: Plan, group: Group) -> tuple[Entry, ...]:
    return next((part.entries for part in plan.parts if part.heading is group), ())


def refs(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.item.ref for entry in entries]


def on_the_way(situation: Situation) -> list[Item]:
    """The items of a situation in its order, those that stand first at the front."""
    named = [*situation.first, *situation.path]
    return list(dict.fromkeys(item for name in named for item in PLACES[name]))
