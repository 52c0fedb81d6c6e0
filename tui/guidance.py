"""One item in words: the same for the screen, for paper and for the command line."""

from dataclasses import dataclass, replace

from tui.content.library import Library
from tui.content.model import (
    App,
    Device,
    Evidence,
    Item,
    Moment,
    Recheck,
    Source,
    Step,
)
from tui.language import Language
from tui.plan import Entry, Group, Hold, Part, Plan, Profile, Reason, fits
from tui.words import (
    APP_NAMES,
    DEVICE_NAMES,
    EVIDENCE_WORDS,
    GROUP_WORDS,
    KIND_WORDS,
    RECHECK_WORDS,
    RHYTHM_WORDS,
)

_REASON_SENTENCES = {
    Reason.STARTS: "Why here: one of the first steps for “{situation}”.",
    Reason.CRITICAL: "Why here: it matters most.",
    Reason.IMPORTANT: "Why here: it matters next.",
    Reason.EXTRA: "Why here: for when you have time.",
    Reason.OTHER_PHASE: "Set aside: it belongs after something has happened.",
    Reason.OTHER_APPS: "Set aside: it is for {apps}.",
    Reason.OTHER_DEVICES: "Set aside: it is for {devices}.",
}
COULD_WAIT = "Waits if something has happened, or if you are not sure."
_WAITS_BECAUSE = {
    Moment.AFTER: (
        "Waits: something has happened. First ask a lawyer or a human rights defender you trust."
    ),
    Moment.UNKNOWN: "Waits: what has happened is not known yet.",
    Moment.BEFORE: "Waits: this is for later, after something has happened.",
    Moment.NOW: "Waits: nothing is done during a check.",
}
_COULD_WAIT = {
    (Moment.AFTER,): "Waits if something has happened.",
    (Moment.UNKNOWN,): "Waits if you are not sure whether something has happened.",
    (Moment.BEFORE,): _WAITS_BECAUSE[Moment.BEFORE],
    (Moment.BEFORE, Moment.UNKNOWN): _WAITS_BECAUSE[Moment.BEFORE],
}
_OLD = (
    "checked {n} month ago: labels may have moved",
    "checked {n} months ago: labels may have moved",
)
_OLD_LAW = (
    "checked {n} month ago: the law may have changed",
    "checked {n} months ago: the law may have changed",
)
OLD_CONTACT = (
    "checked {n} month ago: it may be somebody else’s by now",
    "checked {n} months ago: it may be somebody else’s by now",
)
Names = frozenset[App | Device]
LABEL_NOTE = "may be named differently"
_NOBODY = Profile()
_MOST_MINUTES = 180


@dataclass(frozen=True)
class StepLine:
    """A step in words: where it belongs, and whether a label in it may be named differently."""

    text: str
    where: str
    may_differ: bool


@dataclass(frozen=True)
class Guidance:
    """Everything an item says, in the language shown; empty strings are left out.

    `steps` are those for the person's own devices and apps, `others` the rest. `waits` says that
    and why the item waits or could wait, `instead` what to do meanwhile; `held` that it waits now;
    `never_waits` why it is right at every moment though it acts.
    `where` names the apps and devices that all steps are for, and each step only the others. What
    states the law and is old gives way to a lawyer: its own words are the `others` then.
    """

    held: bool
    title: str
    facts: str
    waits: str
    instead: str
    never_waits: str
    why: str
    where: str
    steps: tuple[StepLine, ...]
    others_label: str
    others: tuple[StepLine, ...]
    caution: str
    if_you_cannot: str
    source: str


def heading(part: Part, language: Language) -> str:
    """The words over a part of a plan."""
    match part.heading:
        case Group():
            return language.text(GROUP_WORDS[part.heading])
        case Recheck():
            return language.text(RHYTHM_WORDS[part.heading])
    return part.heading


def guide(
    item: Item, library: Library, profile: Profile = _NOBODY, hold: Hold | None = None
) -> Guidance:
    """The item in words; without a hold, an item that could wait says so."""
    language = library.language
    fitting = [step for step in item.steps if fits(step, profile)] or list(item.steps)
    named: list[Names] = [frozenset((*step.apps, *step.devices)) for step in item.steps]
    shared = frozenset.intersection(*named)
    own = tuple(_line(step, language, shared) for step in fitting)
    rest = tuple(_line(step, language, shared) for step in item.steps if step not in fitting)
    words = Guidance(
        held=hold is not None,
        title=item.title,
        facts=facts(item, language),
        waits=waits(item, language, hold),
        instead=instead(item, language),
        never_waits=item.never_waits_because if item.never_waits else "",
        why=item.why,
        where=_where(item.steps[0], language, shared, shared=True),
        steps=own,
        others_label=language.text("Other devices"),
        others=rest,
        caution=_note(item.caution.text, language, default=item.caution.default),
        if_you_cannot=_note(item.if_you_cannot.text, language, default=item.if_you_cannot.default),
        source=source_line(item, library),
    )
    old = old_law(item, library)
    return _behind_a_lawyer(words, old, language) if old else words


def _behind_a_lawyer(words: Guidance, old: str, language: Language) -> Guidance:
    """Old words about the law, behind the advice to ask somebody who knows it as it is now."""
    ask = language.text("Ask a lawyer or a human rights defender you trust.")
    return replace(
        words,
        why=old,
        where="",
        steps=(StepLine(ask, "", may_differ=False),),
        others_label=language.text("Earlier text"),
        others=(StepLine(words.why, "", may_differ=False), *words.steps, *words.others),
    )


def waits(item: Item, language: Language, hold: Hold | None = None) -> str:
    """The mark of an item that waits or could wait, in words; empty if it never waits."""
    if hold:
        return language.text(_WAITS_BECAUSE[hold.moment])
    return language.text(_COULD_WAIT.get(item.waits, COULD_WAIT)) if item.waits else ""


def reason(entry: Entry, plan: Plan, language: Language) -> str:
    """Why an entry stands where it does, or what it waits for and what to do instead."""
    if entry.reason is Reason.WAITS:
        return meanwhile(entry.item, language, entry.hold)
    sentence = language.text(
        _REASON_SENTENCES[entry.reason],
        situation=plan.situation.title if plan.situation else "",
        apps=_names(entry.item.apps, (), language),
        devices=_names((), entry.item.devices, language),
    )
    if entry.hold:
        return f"{sentence} {meanwhile(entry.item, language, entry.hold)}"
    if not entry.named:
        return sentence
    apps = tuple(name for name in entry.named if isinstance(name, App))
    devices = tuple(name for name in entry.named if isinstance(name, Device))
    said = language.text("You said: {names}.", names=_names(apps, devices, language))
    return f"{sentence} {said}"


def meanwhile(item: Item, language: Language, hold: Hold | None) -> str:
    """That and why an item waits or could wait, and what to do instead."""
    words = instead(item, language)
    return f"{waits(item, language, hold)} {language.text('Instead')}: {words}"


def instead(item: Item, language: Language) -> str:
    """What to do while an item waits, also where its author forgot to say so; else nothing."""
    if not item.waits and not item.instead:
        return ""
    return item.instead or language.text("Leave everything as it is for now.")


def facts(item: Item, language: Language) -> str:
    """Kind and minutes, and how often to look again."""
    words = [language.text(KIND_WORDS[item.kind]), language.minutes(item.minutes)]
    if RECHECK_WORDS[item.recheck]:
        words.append(language.text(RECHECK_WORDS[item.recheck]))
    return " · ".join(words)


def takes(minutes: int, count: int, language: Language) -> str:
    """How long items take together; how many they are, where it is long: hours only frighten."""
    if minutes > _MOST_MINUTES:
        return language.count(count, "{n} item", "{n} items")
    return language.text("about {time}", time=language.minutes(minutes))


def source_line(item: Item, library: Library, *, short: bool = False) -> str:
    """Where the item comes from, when it was checked, and how well it is supported."""
    evidence = library.language.text(EVIDENCE_WORDS[item.evidence])
    words = [sources(item.sources, short=short), _checked(item, library), evidence]
    return " · ".join(filter(None, words))


def sources(found: tuple[Source, ...], *, short: bool = False) -> str:
    """Sources with their dates; a short line names only who says it: all up to the first comma."""
    names = (source.name.partition(",")[0] if short else source.name for source in found)
    dated = (f"{name} ({source.date})" for name, source in zip(names, found, strict=True))
    return "; ".join(dict.fromkeys(dated))


def _checked(item: Item, library: Library) -> str:
    return checked(
        item.checked, library.age(item), library.language, _OLD_LAW if item.law else _OLD
    )


def checked(day: str, age: int, language: Language, old: tuple[str, str]) -> str:
    """The ISO day something was checked in words, or how many months ago if that is too long.

    `old` says what may be otherwise by now, for one month and for many.
    """
    if age:
        return language.count(age, *old)
    return language.text("checked {date}", date=language.date(day))


def old_law(item: Item, library: Library) -> str:
    """What stands in place of old words about the law; nothing while they count."""
    if not item.law or not library.age(item):
        return ""
    return library.language.text("This says what the law was. It may have changed since.")


def _note(text: str, language: Language, *, default: bool) -> str:
    return f"{text} ({language.text(EVIDENCE_WORDS[Evidence.GENERAL])})" if default else text


def _line(step: Step, language: Language, said: Names) -> StepLine:
    return StepLine(step.text, _where(step, language, said, shared=False), bool(step.general))


def _where(step: Step, language: Language, names: Names, *, shared: bool) -> str:
    """The names that a step shares with all others, or those it does not, as they open a line."""
    apps = tuple(app for app in step.apps if (app in names) is shared)
    devices = tuple(device for device in step.devices if (device in names) is shared)
    words = _names(apps, devices, language)
    return words if words[1:2].isupper() else words[:1].upper() + words[1:]


def _names(apps: tuple[App, ...], devices: tuple[Device, ...], language: Language) -> str:
    names = [language.text(APP_NAMES[app]) for app in apps]
    names += [language.text(DEVICE_NAMES[device]) for device in devices]
    return ", ".join(names)
