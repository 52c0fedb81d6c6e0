"""What is printed together: a list, a path, a plan, what to look at again, lines to write on."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tui import guidance
from tui.content.emergency import Blank
from tui.content.freshness import due
from tui.content.library import EMERGENCY_REVIEW_MONTHS, Library
from tui.content.model import Checklist, Item, Priority, Situation
from tui.export.document import Field, Part, Passage, Sheet
from tui.export.entries import Job, listed, planned
from tui.plan import Group, Plan
from tui.plan import Part as PlannedPart
from tui.words import EVIDENCE_WORDS, GROUP_WORDS

_WEIGHTS = {
    Group.FIRST: Priority.CRITICAL,
    Group.NEXT: Priority.IMPORTANT,
    Group.TIME: Priority.EXTRA,
    Group.ON_HOLD: Priority.IMPORTANT,
    Group.ASIDE: Priority.EXTRA,
}
_OLD_ADVICE = (
    "checked {n} month ago: it may be otherwise by now",
    "checked {n} months ago: it may be otherwise by now",
)


def list_sheet(job: Job, checklist: Checklist) -> Sheet:
    """A list, or what is wanted of it."""
    limit = Passage(job.language.text("What this cannot do"), checklist.limit)
    return Sheet(
        title=checklist.title,
        goal=checklist.goal,
        dated=_amount(job, checklist.items),
        revision=_revision(job, checklist.items),
        origin=_origin(job),
        limits=(limit, *_notice(job, checklist)),
        limits_heading="",
        parts=tuple(_part(job, section.title, section.items) for section in checklist.sections),
    )


def path_sheets(job: Job, situation: Situation) -> Iterator[Sheet]:
    """What comes first for a situation, then what its path names of each list besides."""
    library = job.library
    first = _items_at(library, situation.first)
    if first:
        yield _first_sheet(job, first)
    rest = [item for item in _items_at(library, situation.path) if item not in first]
    for name in dict.fromkeys(item.checklist for item in rest):
        wanted = [item for item in rest if item.checklist == name]
        yield list_sheet(job, _only(library.checklist(name), wanted))


def _items_at(library: Library, refs: Iterable[str]) -> tuple[Item, ...]:
    """Every item that is named, once."""
    return tuple(dict.fromkeys(item for ref in refs for item in library.items(ref)))


def _only(checklist: Checklist, wanted: Sequence[Item]) -> Checklist:
    """The list with nothing but these items, in their order, under its sections."""
    kept = (replace(s, items=tuple(i for i in wanted if i in s.items)) for s in checklist.sections)
    sections = sorted((s for s in kept if s.items), key=lambda s: wanted.index(s.items[0]))
    return replace(checklist, sections=tuple(sections))


def _first_sheet(job: Job, items: Sequence[Item]) -> Sheet:
    language, lists = job.language, _lists_of(job, items)
    return Sheet(
        title=language.text("First steps"),
        goal=" ".join(job.library.notices["own-pace"]),
        dated=_amount(job, items),
        revision=_revision(job, items),
        origin=_origin(job),
        limits=tuple(_limits(job, lists)),
        limits_heading=language.text("What this cannot do"),
        parts=(_part(job, language.text(GROUP_WORDS[Group.FIRST]), items),),
    )


def plan_sheet(job: Job) -> Sheet:
    """The person's own plan."""
    lists = _lists_of(job, _items(job.plan))
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


def again_sheet(job: Job) -> Sheet:
    """What is worth repeating, by how often."""
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
            _part(job, guidance.heading(part, language), [entry.item for entry in part.entries])
            for part in job.plan.parts
        ),
    )


def emergency_sheet(job: Job) -> Sheet:
    """Lines to write on by hand; as shipped, also for an author's own lists."""
    language, blanks = job.language, job.library.emergency
    revision = _revision(job, blanks)
    old = min(due(blank.checked, EMERGENCY_REVIEW_MONTHS) for blank in blanks)
    return Sheet(
        title=language.text("Emergency sheet"),
        goal=language.text("What others may need to know. Write by hand; a line may stay empty."),
        dated=f"{revision} · {_counts_as_old(job, old)}",
        revision=revision,
        origin="",
        limits=(Passage(language.text("Careful"), " ".join(job.library.notices["paper"])),),
        limits_heading="",
        parts=tuple(_blank_part(job, blank) for blank in blanks),
    )


def _blank_part(job: Job, blank: Blank) -> Part:
    language = job.language
    seen = guidance.checked(blank.checked, job.library.age_of_blank(blank), language, _OLD_ADVICE)
    named = guidance.sources(blank.sources, short=True)
    return Part(
        blank.title,
        "",
        advice=blank.advice,
        fields=tuple(Field(label, lines) for label, lines in blank.fields),
        source=" · ".join((named, seen, language.text(EVIDENCE_WORDS[blank.evidence]))),
    )


def _part(job: Job, heading: str, items: Sequence[Item]) -> Part:
    note = guidance.takes(sum(item.minutes for item in items), len(items), job.language)
    return Part(heading, note, tuple(listed(job, item) for item in items))


def _plan_part(job: Job, part: PlannedPart) -> Part:
    language, heading = job.language, Group(part.heading)
    if heading is Group.ASIDE:
        job, note = job.brief(), ""
    elif heading is Group.ON_HOLD:
        job, note = job.brief(), language.text("not yet, ask first")
    else:
        note = guidance.takes(part.minutes, len(part.entries), language)
    entries = tuple(
        planned(job, entry, _WEIGHTS[heading], aside=heading is Group.ASIDE)
        for entry in part.entries
    )
    return Part(guidance.heading(part, language), note, entries)


def _lists_of(job: Job, items: Iterable[Item]) -> list[Checklist]:
    """The lists that the items come from."""
    return [job.library.checklist(name) for name in dict.fromkeys(i.checklist for i in items)]


def _limits(job: Job, lists: Iterable[Checklist]) -> Iterator[Passage]:
    """What each list cannot do, and its notice, which is said once."""
    said: set[str] = set()
    for found in lists:
        yield Passage(found.title, found.limit)
        if found.notice not in said:
            yield from _notice(job, found)
        said.add(found.notice)


def _notice(job: Job, checklist: Checklist) -> Iterator[Passage]:
    if lines := job.library.notices.get(checklist.notice, ()):
        yield Passage(job.language.text("Careful"), " ".join(lines))


def _amount(job: Job, items: Sequence[Item]) -> str:
    """How much it is, and its dates."""
    amount = job.language.count(len(items), "{n} item", "{n} items")
    minutes = job.language.minutes(sum(item.minutes for item in items))
    return f"{amount} · {minutes} · {_dated(job, items)}"


def _dated(job: Job, items: Sequence[Item]) -> str:
    """When the items were checked, and from when on they count as old."""
    if not items:
        return ""
    months = {found.id: found.review_months for found in _lists_of(job, items)}
    old = min(due(item.checked, months[item.checklist]) for item in items)
    return f"{_revision(job, items)} · {_counts_as_old(job, old)}"


def _counts_as_old(job: Job, day: datetime.date) -> str:
    date = job.language.date(day.isoformat())
    return job.language.text("counts as old from {date}", date=date)


def _revision(job: Job, items: Sequence[Item] | Sequence[Blank]) -> str:
    """The day of the newest text."""
    if not items:
        return ""
    newest = max(item.checked for item in items)
    return job.language.text("text of {date}", date=job.language.date(newest))


def _items(plan: Plan) -> list[Item]:
    return [entry.item for entry in plan.entries]


def _origin(job: Job) -> str:
    return "" if job.library.builtin else job.language.text("not the built-in lists")
