"""From lists or a plan to a document."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tui import guidance
from tui.content.freshness import due
from tui.content.library import Library
from tui.content.model import Checklist, Item, Priority
from tui.export.document import (
    Box,
    Detail,
    Document,
    Part,
    Passage,
    Sheet,
    Sign,
)
from tui.export.entries import BOXES, Job, listed, planned
from tui.language import Language
from tui.plan import Group, Plan
from tui.plan import Part as PlannedPart
from tui.session import Session
from tui.words import PRIORITY_WORDS, STATUS_WORDS

_WEIGHTS = {
    Group.FIRST: Priority.CRITICAL,
    Group.NEXT: Priority.IMPORTANT,
    Group.TIME: Priority.EXTRA,
    Group.ON_HOLD: Priority.IMPORTANT,
    Group.ASIDE: Priority.EXTRA,
}


def from_checklists(
    checklists: Iterable[Checklist],
    library: Library,
    detail: Detail,
    marks: Session | None = None,
) -> Document:
    """Whole lists, for everybody: every item that could wait says so.

    Boxes are blank, unless the marks of a session are wanted.
    """
    job = Job(library, detail, marks, Plan())
    sheets = tuple(_list_sheet(job, checklist) for checklist in checklists)
    return _document(job, sheets, _weight_signs(job.language))


def from_plan(
    session: Session,
    library: Library,
    detail: Detail,
    *,
    with_marks: bool = False,
    first_only: bool = False,
) -> Document:
    """The person's own plan, with what waits; blank unless the marks are wanted too.

    Neither the situation nor the answers are printed, and what waits is not said to wait because of
    them.
    """
    plan = session.plan
    if first_only:
        first = tuple(part for part in plan.parts if part.heading is Group.FIRST)
        plan = replace(plan, parts=first)
    job = Job(library, detail, session if with_marks else None, plan)
    held = any(entry.hold for entry in plan.entries)
    signs = (Sign(Box.HELD, Priority.IMPORTANT, job.language.text("on hold")),) if held else ()
    return _document(job, (_plan_sheet(job),), signs)


def from_look_again(
    plan: Plan, library: Library, detail: Detail, marks: Session | None = None
) -> Document:
    """What is worth repeating, by how often, with what is for this person's apps and devices."""
    job = Job(library, detail, marks, plan)
    return _document(job, (_again_sheet(job),), _weight_signs(job.language))


def _document(job: Job, sheets: tuple[Sheet, ...], signs: tuple[Sign, ...]) -> Document:
    language, notices = job.language, job.library.notices
    closing = [" ".join(notices[name]) for name in ("no-promise", "not-legal-advice")]
    return Document(
        language=language.code,
        title=language.text("Checklist"),
        moment=notices["stop"],
        legend=signs + (_mark_signs(language) if job.marks else ()),
        explained=_explained(job),
        printing=language.text(
            "Before you print, switch off headers and footers in the print window."
        ),
        closing=tuple(closing),
        pause=Passage(language.text("Pause"), " ".join(notices["pause"])),
        page=language.text("page {page} of {pages}", page="{page}", pages="{pages}"),
        notes=language.text("Notes"),
        sheets=sheets,
    )


def _weight_signs(language: Language) -> tuple[Sign, ...]:
    return tuple(
        Sign(Box.EMPTY, weight, language.text(words)) for weight, words in PRIORITY_WORDS.items()
    )


def _mark_signs(language: Language) -> tuple[Sign, ...]:
    return tuple(
        Sign(box, Priority.IMPORTANT, language.text(STATUS_WORDS[status]))
        for status, box in BOXES.items()
    )


def _explained(job: Job) -> tuple[str, ...]:
    waits = job.language.text(
        "What waits is left as it is for now. Do what it says after “Instead”."
    )
    if job.detail is Detail.TITLES:
        return (waits,)
    labels = job.language.text(
        "Words in “quotes” are on your screen. Menus change, so look for similar words too."
    )
    return (waits, labels)


def _list_sheet(job: Job, checklist: Checklist) -> Sheet:
    language = job.language
    amount = language.count(len(checklist.items), "{n} item", "{n} items")
    dated = (amount, language.minutes(checklist.minutes), _dated(job, checklist.items))
    lines = job.library.notices.get(checklist.notice, ())
    notice = (Passage(language.text("Careful"), " ".join(lines)),) if lines else ()
    return Sheet(
        title=checklist.title,
        goal=checklist.goal,
        dated=" · ".join(dated),
        revision=_revision(job, checklist.items),
        origin=_origin(job),
        limits=(Passage(language.text("What this cannot do"), checklist.limit), *notice),
        limits_heading="",
        parts=tuple(
            Part(
                section.title,
                language.minutes(sum(item.minutes for item in section.items)),
                tuple(listed(job, item) for item in section.items),
            )
            for section in checklist.sections
        ),
    )


def _plan_sheet(job: Job) -> Sheet:
    names = dict.fromkeys(entry.item.checklist for entry in job.plan.entries)
    lists = [job.library.checklist(name) for name in names]
    return Sheet(
        title=job.language.text("Plan"),
        goal="",
        dated=_dated(job, _items(job.plan)),
        revision=_revision(job, _items(job.plan)),
        origin=_origin(job),
        limits=tuple(Passage(found.title, found.limit) for found in lists),
        limits_heading=job.language.text("What this cannot do") if lists else "",
        parts=tuple(_plan_part(job, part) for part in job.plan.parts),
    )


def _again_sheet(job: Job) -> Sheet:
    language = job.language
    return Sheet(
        title=language.text("Look again"),
        goal=language.text("What is worth repeating, and how often."),
        dated=_dated(job, _items(job.plan)),
        revision=_revision(job, _items(job.plan)),
        origin=_origin(job),
        limits=(),
        limits_heading="",
        parts=tuple(
            Part(
                guidance.heading(part, language),
                language.minutes(part.minutes),
                tuple(listed(job, entry.item) for entry in part.entries),
            )
            for part in job.plan.parts
        ),
    )


def _plan_part(job: Job, part: PlannedPart) -> Part:
    language, heading = job.language, Group(part.heading)
    if heading is Group.ASIDE:
        job, note = job.brief(), ""
    elif heading is Group.ON_HOLD:
        job, note = job.brief(), language.text("not yet, ask first")
    else:
        note = language.minutes(part.minutes)
    entries = tuple(
        planned(job, entry, _WEIGHTS[heading], aside=heading is Group.ASIDE)
        for entry in part.entries
    )
    return Part(guidance.heading(part, language), note, entries)


def _dated(job: Job, items: Sequence[Item]) -> str:
    """When the items were checked, and from when on they count as old."""
    if not items:
        return ""
    language = job.language
    months = {item.checklist: job.library.checklist(item.checklist).review_months for item in items}
    old = min(due(item.checked, months[item.checklist]) for item in items).isoformat()
    counts = language.text("counts as old from {date}", date=language.date(old))
    return f"{_revision(job, items)} · {counts}"


def _revision(job: Job, items: Sequence[Item]) -> str:
    """The day of the newest text."""
    if not items:
        return ""
    newest = max(item.checked for item in items)
    return job.language.text("text of {date}", date=job.language.date(newest))


def _items(plan: Plan) -> list[Item]:
    return [entry.item for entry in plan.entries]


def _origin(job: Job) -> str:
    return "" if job.library.builtin else job.language.text("not the built-in lists")
