"""What the person wants on paper, made into a document from the state at hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tui.app.state import State
from tui.content.model import Checklist, Item
from tui.export import (
    Detail,
    Document,
    Format,
    Layout,
    from_checklists,
    from_emergency,
    from_look_again,
    from_plan,
)
from tui.plan import Group, Plan, look_again


class What(StrEnum):
    """What can be printed."""

    THIS = "this"
    FIRST = "first"
    PLAN = "plan"
    CHOSEN = "chosen"
    ALL = "all"
    AGAIN = "again"
    EMERGENCY = "emergency"


WHAT: Mapping[What, str] = {
    What.THIS: "this list",
    What.FIRST: "first steps of my plan",
    What.PLAN: "my whole plan",
    What.CHOSEN: "chosen lists",
    What.ALL: "all lists",
    What.AGAIN: "what to look at again",
    What.EMERGENCY: "blank emergency sheet",
}
FORMATS: Mapping[str, str] = {
    Format.PDF: "PDF",
    Format.HTML: "HTML",
    Format.TEXT: "text",
    Format.MARKDOWN: "Markdown",
}
LAYOUTS: Mapping[Layout, str] = {
    Layout.A4: "A4",
    Layout.LETTER: "Letter",
    Layout.A5: "A5",
    Layout.LARGE: "large print",
    Layout.BRIEF: "one page",
    Layout.POCKET8: "pocket booklet of 8",
    Layout.FOLD4: "folded card",
}
FOLDED = {Layout.POCKET8, Layout.FOLD4}
"""Layouts with several small pages on one sheet of paper."""
DETAILS: Mapping[str, str] = {
    Detail.TITLES: "titles",
    Detail.STEPS: "with steps",
    Detail.FULL: "everything",
}
TITLES_ONLY: Mapping[str, str] = {Detail.TITLES: "titles only: this paper has no room for more"}
BLANK, MARKED = "blank", "marked"
MARKS = {BLANK: "blank boxes", MARKED: "my marks: they tell what you did"}


@dataclass(frozen=True)
class Order:
    """What is wanted on paper, and how; `lists` are the ids of the lists at hand or chosen."""

    what: What
    lists: tuple[str, ...]
    form: Format
    layout: Layout
    detail: Detail
    marked: bool


def offered(at_hand: str | None, plan: Plan) -> dict[str, str]:
    """What can be printed with this list at hand, if there is one, and this plan."""
    absent = set() if at_hand else {What.THIS}
    if not plan.parts:
        absent |= {What.FIRST, What.PLAN}
    return {what: words for what, words in WHAT.items() if what not in absent}


def document(order: Order, state: State) -> Document:
    """What is printed for the order; blank unless the marks are wanted."""
    session, library = state.session, state.library
    marks = session if order.marked else None
    match order.what:
        case What.FIRST | What.PLAN:
            first_only = order.what is What.FIRST
            return from_plan(
                session, library, order.detail, with_marks=order.marked, first_only=first_only
            )
        case What.AGAIN:
            return from_look_again(_again(state), library, order.detail, marks)
        case What.EMERGENCY:
            return from_emergency(library)
    return from_checklists(_lists(order, state), library, order.detail, marks)


def items(order: Order, state: State) -> tuple[Item, ...]:
    """The items that are printed for the order."""
    match order.what:
        case What.FIRST:
            parts = (part for part in state.plan.parts if part.heading is Group.FIRST)
            return tuple(entry.item for part in parts for entry in part.entries)
        case What.PLAN:
            return tuple(entry.item for entry in state.plan.entries)
        case What.AGAIN:
            return tuple(entry.item for entry in _again(state).entries)
        case What.EMERGENCY:
            return ()
    return tuple(item for found in _lists(order, state) for item in found.items)


def _again(state: State) -> Plan:
    return look_again(state.library, state.plan.situation, state.plan.profile)


def _lists(order: Order, state: State) -> tuple[Checklist, ...]:
    every = state.library.checklists
    return every if order.what is What.ALL else tuple(one for one in every if one.id in order.lists)
