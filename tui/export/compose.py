"""From lists, a path or a plan to a document."""

from collections.abc import Iterable
from dataclasses import replace

from tui.content.library import Library
from tui.content.model import Checklist, Priority, Situation
from tui.export.document import Box, Detail, Document, Passage, Sheet, Sign
from tui.export.entries import BOXES, Job
from tui.export.sheets import again_sheet, emergency_sheet, list_sheet, path_sheets, plan_sheet
from tui.language import Language
from tui.plan import Group, Plan
from tui.session import Session
from tui.words import PRIORITY_WORDS, STATUS_WORDS


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
    sheets = tuple(list_sheet(job, checklist) for checklist in checklists)
    return _document(job, sheets, _weight_signs(job.language))


def from_path(
    library: Library,
    situation: Situation,
    detail: Detail,
    more: Iterable[Checklist] = (),
) -> Document:
    """The path of a situation, for everybody, with blank boxes; whole lists may follow.

    First what comes first, then what the path names of each list. No item of the path stands there
    twice, and the situation is not named.
    """
    job = Job(library, detail, None, Plan())
    whole = (list_sheet(job, checklist) for checklist in more)
    sheets = tuple(dict.fromkeys((*path_sheets(job, situation), *whole)))
    return _document(job, sheets, _weight_signs(job.language))


def from_emergency(library: Library) -> Document:
    """One sheet with ruled lines for what others may need to know; nothing is written on them."""
    job = Job(library, Detail.STEPS, None, Plan())
    return replace(_document(job, (emergency_sheet(job),), ()), explained=())


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
    return _document(job, (plan_sheet(job),), signs)


def from_look_again(
    plan: Plan, library: Library, detail: Detail, marks: Session | None = None
) -> Document:
    """What is worth repeating, by how often, with what is for this person's apps and devices."""
    job = Job(library, detail, marks, plan)
    return _document(job, (again_sheet(job),), _weight_signs(job.language))


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
