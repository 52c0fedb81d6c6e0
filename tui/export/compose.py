"""From lists or a plan to a document."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tui import guidance
from tui.content.freshness import due
from tui.content.library import Library
from tui.content.model import Checklist, Item, Priority
from tui.export.document import (
    Box,
    Detail,
    Document,
    Entry,
    Line,
    Part,
    Passage,
    Sheet,
    Sign,
    Steps,
)
from tui.language import Language
from tui.plan import Entry as Planned
from tui.plan import Group, Hold, Plan
from tui.plan import Part as PlannedPart
from tui.session import Session, Status

_BOXES = {
    Status.TODO: Box.TODO,
    Status.DONE: Box.DONE,
    Status.LATER: Box.LATER,
    Status.NOT_FOR_ME: Box.NOT_FOR_ME,
}
_WEIGHTS = {
    Group.FIRST: Priority.CRITICAL,
    Group.NEXT: Priority.IMPORTANT,
    Group.TIME: Priority.EXTRA,
    Group.ON_HOLD: Priority.IMPORTANT,
    Group.ASIDE: Priority.EXTRA,
}


@dataclass(frozen=True)
class _Job:
    library: Library
    detail: Detail
    marks: Session | None
    plan: Plan

    @property
    def language(self) -> Language:
        return self.library.language

    def brief(self) -> "_Job":
        """The same with titles only, unless everything is wanted."""
        return self if self.detail is Detail.FULL else replace(self, detail=Detail.TITLES)


def from_checklists(
    checklists: Iterable[Checklist],
    library: Library,
    detail: Detail,
    marks: Session | None = None,
) -> Document:
    """Whole lists, for everybody: every item that could wait says so.

    Boxes are blank, unless the marks of a session are wanted.
    """
    job = _Job(library, detail, marks, Plan())
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
    job = _Job(library, detail, session if with_marks else None, plan)
    held = any(entry.hold for entry in plan.entries)
    signs = (Sign(Box.HELD, Priority.IMPORTANT, job.language.text("on hold")),) if held else ()
    return _document(job, (_plan_sheet(job),), signs)


def from_look_again(
    plan: Plan, library: Library, detail: Detail, marks: Session | None = None
) -> Document:
    """What is worth repeating, by how often, with what is for this person's apps and devices."""
    job = _Job(library, detail, marks, plan)
    return _document(job, (_again_sheet(job),), _weight_signs(job.language))


def _document(job: _Job, sheets: tuple[Sheet, ...], signs: tuple[Sign, ...]) -> Document:
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
        sheets=sheets,
    )


def _weight_signs(language: Language) -> tuple[Sign, ...]:
    return tuple(
        Sign(Box.EMPTY, weight, language.text(words))
        for weight, words in guidance.PRIORITY_WORDS.items()
    )


def _mark_signs(language: Language) -> tuple[Sign, ...]:
    return tuple(
        Sign(box, Priority.IMPORTANT, language.text(guidance.STATUS_WORDS[status]))
        for status, box in _BOXES.items()
    )


def _explained(job: _Job) -> tuple[str, ...]:
    waits = job.language.text(
        "What waits is left as it is for now. Do what it says after “Instead”."
    )
    if job.detail is Detail.TITLES:
        return (waits,)
    labels = job.language.text(
        "Words in “quotes” are on your screen. Menus change, so look for similar words too."
    )
    return (waits, labels)


def _list_sheet(job: _Job, checklist: Checklist) -> Sheet:
    language = job.language
    amount = language.count(len(checklist.items), "{n} item", "{n} items")
    dated = (amount, language.minutes(checklist.minutes), _dated(job, checklist.items))
    lines = job.library.notices.get(checklist.notice, ())
    notice = (Passage(language.text("Careful"), " ".join(lines)),) if lines else ()
    return Sheet(
        title=checklist.title,
        goal=checklist.goal,
        dated=" · ".join(dated),
        origin=_origin(job),
        limits=(Passage(language.text("What this cannot do"), checklist.limit), *notice),
        limits_heading="",
        parts=tuple(
            Part(
                section.title,
                language.minutes(sum(item.minutes for item in section.items)),
                tuple(_listed(job, item) for item in section.items),
            )
            for section in checklist.sections
        ),
    )


def _plan_sheet(job: _Job) -> Sheet:
    names = dict.fromkeys(entry.item.checklist for entry in job.plan.entries)
    lists = [job.library.checklist(name) for name in names]
    return Sheet(
        title=job.language.text("Plan"),
        goal="",
        dated=_dated(job, [entry.item for entry in job.plan.entries]),
        origin=_origin(job),
        limits=tuple(Passage(found.title, found.limit) for found in lists),
        limits_heading=job.language.text("What this cannot do") if lists else "",
        parts=tuple(_plan_part(job, part) for part in job.plan.parts),
    )


def _again_sheet(job: _Job) -> Sheet:
    language = job.language
    return Sheet(
        title=language.text("Look again"),
        goal=language.text("What is worth repeating, and how often."),
        dated=_dated(job, [entry.item for entry in job.plan.entries]),
        origin=_origin(job),
        limits=(),
        limits_heading="",
        parts=tuple(
            Part(
                guidance.heading(part, language),
                language.minutes(part.minutes),
                tuple(_listed(job, entry.item) for entry in part.entries),
            )
            for part in job.plan.parts
        ),
    )


def _plan_part(job: _Job, part: PlannedPart) -> Part:
    language, heading = job.language, Group(part.heading)
    if heading is Group.ASIDE:
        job, note = job.brief(), ""
    elif heading is Group.ON_HOLD:
        job, note = job.brief(), language.text("not yet, ask first")
    else:
        note = language.minutes(part.minutes)
    entries = tuple(
        _planned(job, entry, _WEIGHTS[heading], aside=heading is Group.ASIDE)
        for entry in part.entries
    )
    return Part(guidance.heading(part, language), note, entries)


def _listed(job: _Job, item: Item) -> Entry:
    entry = _entry(job, item, item.priority, None)
    word = job.language.text(guidance.PRIORITY_WORDS[item.priority])
    return replace(entry, facts=f"{word} · {entry.facts}")


def _planned(job: _Job, planned: Planned, weight: Priority, *, aside: bool = False) -> Entry:
    hold = job.marks.hold(planned.item) if job.marks else planned.hold
    entry = _entry(job, planned.item, weight, hold)
    if not aside:
        return entry
    quiet = replace(planned, named=(), hold=None)
    return replace(entry, aside=guidance.reason(quiet, job.plan, job.language))


def _entry(job: _Job, item: Item, weight: Priority, hold: Hold | None) -> Entry:
    language, full = job.language, job.detail is Detail.FULL
    words = guidance.guide(item, job.library, job.plan.profile)
    status = job.marks.status(item) if job.marks else Status.TODO
    facts = words.facts
    if status is not Status.TODO:
        facts = f"{language.text(guidance.STATUS_WORDS[status])} · {facts}"
    return Entry(
        box=_box(job, status, hold),
        weight=weight,
        title=words.title,
        facts=facts,
        aside="",
        waits=words.waits,
        instead=Passage(language.text("Instead"), words.instead) if words.waits else None,
        before=_passages(language, ("Need not wait", words.never_waits), ("Why", words.why))
        if full
        else (),
        steps=() if job.detail is Detail.TITLES else _steps(words, language),
        after=_after(job, item, words) if full else (),
        source=words.source if full else guidance.source_line(item, job.library, short=True),
    )


def _passages(language: Language, *texts: tuple[str, str]) -> tuple[Passage, ...]:
    """Labels with their texts, without those that say nothing."""
    return tuple(Passage(language.text(label), text) for label, text in texts if text)


def _box(job: _Job, status: Status, hold: Hold | None) -> Box:
    if hold and status is Status.TODO:
        return Box.HELD
    return _BOXES[status] if job.marks else Box.EMPTY


def _steps(words: guidance.Guidance, language: Language) -> tuple[Steps, ...]:
    """The steps for the person's devices, then the others; what all are for is said once."""
    note = language.text(guidance.LABEL_NOTE)

    def group(label: str, lines: Sequence[guidance.StepLine]) -> Steps:
        return Steps(label, tuple(_step(line, note) for line in lines))

    own = group(words.where, words.steps)
    return (own, group(words.others_label, words.others)) if words.others else (own,)


def _step(line: guidance.StepLine, note: str) -> Line:
    return Line(line.where, line.text, note if line.may_differ else "")


def _after(job: _Job, item: Item, words: guidance.Guidance) -> tuple[Passage, ...]:
    related = (job.library.item(ref) for ref in item.related)
    titles = [found.title for found in related if found]
    return _passages(
        job.language,
        ("Careful", words.caution),
        ("If you cannot", words.if_you_cannot),
        ("Related", "; ".join(titles)),
    )


def _dated(job: _Job, items: Sequence[Item]) -> str:
    """When the items were checked, and from when on they count as old."""
    if not items:
        return ""
    language = job.language
    newest = max(item.checked for item in items)
    months = {item.checklist: job.library.checklist(item.checklist).review_months for item in items}
    old = min(due(item.checked, months[item.checklist]) for item in items).isoformat()
    checked = language.text("text of {date}", date=language.date(newest))
    return f"{checked} · {language.text('counts as old from {date}', date=language.date(old))}"


def _origin(job: _Job) -> str:
    return "" if job.library.builtin else job.language.text("not the built-in lists")
