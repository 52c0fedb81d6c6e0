"""One item as it stands on paper."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui import guidance
from tui.content.library import Library
from tui.content.model import Item, Priority
from tui.export.document import Box, Detail, Entry, Line, Passage, Steps
from tui.language import Language
from tui.plan import Entry as Planned
from tui.plan import Hold, Plan
from tui.session import Session, Status
from tui.words import PRIORITY_WORDS, STATUS_WORDS

BOXES = {
    Status.TODO: Box.TODO,
    Status.DONE: Box.DONE,
    Status.LATER: Box.LATER,
    Status.NOT_FOR_ME: Box.NOT_FOR_ME,
}


@dataclass(frozen=True)
class Job:
    """What is to be printed from, how much of it, and with whose marks if any are wanted."""

    library: Library
    detail: Detail
    marks: Session | None
    plan: Plan

    @property
    def language(self) -> Language:
        """The language shown."""
        return self.library.language

    def brief(self) -> "Job":
        """The same with titles only, unless everything is wanted."""
        return self if self.detail is Detail.FULL else replace(self, detail=Detail.TITLES)


def listed(job: Job, item: Item) -> Entry:
    """An item of a list, which says how much it matters."""
    entry = _entry(job, item, item.priority, None)
    word = job.language.text(PRIORITY_WORDS[item.priority])
    return replace(entry, facts=f"{word} · {entry.facts}")


def planned(job: Job, found: Planned, weight: Priority, *, aside: bool = False) -> Entry:
    """An item of a plan, with its hold; one that is set aside says why."""
    hold = job.marks.hold(found.item) if job.marks else found.hold
    entry = _entry(job, found.item, weight, hold)
    if not aside:
        return entry
    quiet = replace(found, named=(), hold=None)
    return replace(entry, aside=guidance.reason(quiet, job.plan, job.language))


def _entry(job: Job, item: Item, weight: Priority, hold: Hold | None) -> Entry:
    language, full = job.language, job.detail is Detail.FULL
    words = guidance.guide(item, job.library, job.plan.profile)
    status = job.marks.status(item) if job.marks else Status.TODO
    facts = words.facts
    if status is not Status.TODO:
        facts = f"{language.text(STATUS_WORDS[status])} · {facts}"
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


def _box(job: Job, status: Status, hold: Hold | None) -> Box:
    if hold and status is Status.TODO:
        return Box.HELD
    return BOXES[status] if job.marks else Box.EMPTY


def _steps(words: guidance.Guidance, language: Language) -> tuple[Steps, ...]:
    """The steps for the person's devices, then the others; what all are for is said once."""
    note = language.text(guidance.LABEL_NOTE)

    def group(label: str, lines: Sequence[guidance.StepLine]) -> Steps:
        return Steps(label, tuple(_step(line, note) for line in lines))

    own = group(words.where, words.steps)
    return (own, group(words.others_label, words.others)) if words.others else (own,)


def _step(line: guidance.StepLine, note: str) -> Line:
    return Line(line.where, line.text, note if line.may_differ else "")


def _after(job: Job, item: Item, words: guidance.Guidance) -> tuple[Passage, ...]:
    related = (job.library.item(ref) for ref in item.related)
    titles = [found.title for found in related if found]
    return _passages(
        job.language,
        ("Careful", words.caution),
        ("If you cannot", words.if_you_cannot),
        ("Related", "; ".join(titles)),
    )
