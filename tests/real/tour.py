"""The screens of the interface and the keys that lead to each: the one place that lists them."""

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from functools import cache

from tests.inventories import SAMPLES
from tests.real.terminal import Terminal
from tui.content.library import open_library
from tui.content.model import Item, Moment
from tui.language import ENGLISH, available
from tui.paper_code import write as write_code
from tui.search import find, index
from tui.session import Status

START = "situations"
ONE_FOUND = " 1 item\n"
FILE = "file-of-the-tour.pdf"
ARCHIVE, CHAT = (str(SAMPLES.parent / "tour" / name) for name in ("result.json", "chat.json"))
TO_REPOSTS = ("Home", "Down", "Down")
TAKES_AN_ANSWER = "Enter go on"
EVERY_LANGUAGE = ("F2",) * len(available())
EVERY_LOOK = ("F3",) * 3
CAME_BACK = ("Home", "Down", "Down", "Down", "Enter")


@dataclass(frozen=True)
class Stop:
    """A screen: its class, the keys that lead there from another stop, and words it shows.

    Keys have tmux's names; other words are typed. The words are not shown by the stops next to it.
    Escape leads back to the stop before, or to `back_to` if that is another.
    """

    name: str
    page: str
    keys: tuple[str, ...]
    shows: str
    after: str = START
    back_to: str = ""

    @property
    def leads_back_to(self) -> str:
        return self.back_to or self.after


WITH_A_FILE = {"KeptPage", "DeletePage", "LockPage"}
"""Screens that only a saved file leads to; the tour saves none."""

SEALING = {"KeepPage", "OpenPage"}
"""Screens that do not open where no file can be sealed."""

Step = tuple[tuple[str, ...], Stop]
WRITTEN = Stop("written", "PrintPage", ("Enter",), "written:", "named file", START)


@cache
def stops(*, write: bool = False, seals: bool = True) -> tuple[Stop, ...]:
    """Every stop, each later than the one before it; with `write` one more, which writes FILE.

    What cannot seal a file has fewer screens.
    """
    return tuple(stop for stop in _stops(write=write) if seals or stop.page not in SEALING)


def _stops(*, write: bool) -> tuple[Stop, ...]:
    related, held = _items()
    code = "".join(write_code({held.ref: Status.DONE}, open_library(ENGLISH), [held]))
    return (
        Stop(START, "SituationsPage", (), "What do you need now?", ""),
        Stop("happened", "QuestionsPage", ("Home", "Enter"), "last 12 months"),
        Stop("out of hands", "QuestionsPage", ("Enter",), "out of your hands", "happened"),
        Stop("devices", "QuestionsPage", ("Enter",), "Which devices", "out of hands"),
        Stop("apps", "QuestionsPage", ("Down", "Space", "Enter"), "Which apps", "devices"),
        Stop("audience", "QuestionsPage", ("Enter",), "What fits you?", "apps"),
        Stop("plan", "PlanPage", ("Enter",), "Why here:", "audience", START),
        Stop("item", "ItemPage", ("Down", "Enter"), "to do · 2 of", "plan"),
        Stop("keys of the plan", "KeysPage", ("?",), "the mouse works too", "plan"),
        Stop("answers", "QuestionsPage", ("a",), "last 12 months", "plan"),
        Stop("print the plan", "PrintPage", ("p",), "(•) first steps of my plan", "plan"),
        Stop("look at the plan", "PreviewPage", ("v",), "› look first", "print the plan"),
        Stop("find in the plan", "FindPage", ("/",), "type a word", "plan"),
        Stop("waiting", "FindPage", (held.title,), ONE_FOUND, "find in the plan", "plan"),
        Stop("waiting item", "ItemPage", ("Enter",), "x lift hold", "waiting"),
        Stop("no lift", "LiftPage", ("x",), "once you have said what happened", "waiting item"),
        Stop("devices here", "QuestionsPage", CAME_BACK, "Which devices"),
        Stop("came back", "PlanPage", ("f",), "no reset, no update", "devices here", START),
        Stop("find", "FindPage", ("/",), "type a word", "came back"),
        Stop("held", "FindPage", (held.title,), ONE_FOUND, "find", "came back"),
        Stop("held item", "ItemPage", ("Enter",), "x lift hold", "held"),
        Stop("lift", "LiftPage", ("x",), "press y to lift", "held item"),
        Stop("lifted item", "ItemPage", ("y",), "to do ·", "lift", "held"),
        Stop("now", "NowPage", ("Home", "Down", "Down", "Enter"), "Put the devices down."),
        Stop("contacts warned", "ContactsPage", ("End", "Up", "Enter"), "press Enter to show"),
        Stop(
            "contacts", "ContactsPage", ("Enter",), "Check the spelling", "contacts warned", START
        ),
        *_review(),
        Stop("again", "LookAgainPage", ("End", *["Up"] * 3, "Enter"), "Every week"),
        Stop("checklists", "ChecklistsPage", ("End", *["Up"] * 4, "Enter"), "› All checklists"),
        Stop("checklist", "ChecklistPage", ("Enter",), "About this list", "checklists"),
        Stop("nothing marked", "CodePage", ("c",), "so there is no code yet", "checklist"),
        Stop("item of a list", "ItemPage", (*["Down"] * 3, "Enter"), "to do · 3 of", "checklist"),
        Stop("print the list", "PrintPage", ("p",), "(•) this list", "checklist"),
        Stop("chosen lists", "PrintPage", ("Right",), "none yet", "print the list", "checklist"),
        Stop("lists to print", "TickPage", ("Enter",), "0 lists ticked", "chosen lists"),
        Stop("find everywhere", "FindPage", ("/",), "type a word"),
        Stop("found", "FindPage", (related.title,), ONE_FOUND, "find everywhere", START),
        Stop("found item", "ItemPage", ("Enter",), related.steps[0].text[:20], "found"),
        Stop("related", "RelatedPage", ("o",), "› related", "found item"),
        Stop("related item", "ItemPage", ("Enter",), "to do · 1 of 1", "related", "found item"),
        Stop("print", "PrintPage", ("p",), "nothing is written yet"),
        Stop("file", "PrintPage", ("Up", "C-u"), "File\n", "print", START),
        Stop("named file", "PrintPage", (FILE,), FILE, "file", START),
        *([WRITTEN] if write else ()),
        Stop("type a code", "ResumePage", ("c",), "type the code"),
        Stop("code", "ResumePage", (code,), "line 1", "type a code", START),
        Stop("carried over", "CarriedPage", ("Enter",), "1 mark was carried over", "code", START),
        Stop("save", "KeepPage", ("s",), "Write it down by hand"),
        Stop("own passphrase", "KeepPage", ("Right",), "mostly guessed within days", "save", START),
        Stop("open", "OpenPage", ("o",), "Passphrase  nothing yet"),
        Stop("about", "AboutPage", (*EVERY_LANGUAGE, "End", "Enter"), "You decide every step."),
        Stop("keys", "KeysPage", (*EVERY_LOOK, "?"), "the mouse works too"),
    )


def _review() -> tuple[Stop, ...]:
    """Through an archive of one's own, then to the question whose a single chat is."""
    yes, choose = "Press y to say so", "(take this folder as a whole)"
    own = "own data"
    return (
        Stop(own, "OwnDataPage", ("End", "Up", "Up", "Enter"), "Finding nothing does not mean"),
        Stop("guide", "GuidePage", ("Home", "Enter"), yes, own),
        Stop("choose a file", "ChooseFilePage", ("y",), choose, "guide"),
        Stop(
            "archive", "InventoryPage", (ARCHIVE, "Enter"), "Read to the end.", "choose a file", own
        ),
        Stop("reposts", "PartPage", (*TO_REPOSTS, "Enter"), "1 row · yours first", "archive"),
        Stop("advice", "TopicItemsPage", ("o",), "What the lists say about it", "reposts"),
        Stop("findings", "FindingsPage", ("Enter",), "Кніжны клуб · 3 yours", "reposts"),
        Stop("finding", "FindingPage", ("Enter",), "Вяртаем кнігі", "findings"),
        Stop("decided", "FindingPage", ("d",), "yours · done", "finding", "findings"),
        Stop("own words", "WordsPage", ("w",), "that you would not want to be found", "archive"),
        Stop("words found", "WordsPage", ("уголас", "Enter"), "1 message", "own words", "archive"),
        Stop("guide to a list", "GuidePage", ("End", *["Up"] * 4, "Enter"), yes, own),
        Stop("paste", "PastePage", ("t",), "Paste here as in any terminal", "guide to a list"),
        Stop("guide again", "GuidePage", ("End", *["Up"] * 5, "Enter"), yes, own),
        Stop("choose a chat", "ChooseFilePage", ("y",), choose, "guide again"),
        Stop("whose", "OwnerPage", (CHAT, "Enter"), "Which of these is you?", "choose a chat"),
        Stop("chat", "InventoryPage", ("Enter",), "Read to the end.", "whose", own),
    )


def _items() -> tuple[Item, Item]:
    """An item with related ones, and one that waits but can be lifted; their titles find them."""
    library = open_library(ENGLISH)
    indexed = index(library)
    found = [entry.item for entry in indexed.entries if len(find(indexed, entry.item.title)) == 1]
    waits = {Moment.AFTER, Moment.UNKNOWN}
    plain = [item for item in found if not (item.steps[0].apps or item.steps[0].devices)]
    related = next(item for item in plain if item.related)
    held = next(item for item in found if waits <= set(item.waits))
    return related, held


def way_to(stop: Stop) -> list[Stop]:
    """The stops on the way to one, itself last."""
    named = {one.name: one for one in stops()}
    return [*(way_to(named[stop.after]) if stop.after else ()), stop]


def route(*, write: bool = False, seals: bool = True) -> Iterator[Step]:
    """The keys to every stop and back to the first, each with the stop where they lead."""
    every = stops(write=write, seals=seals)
    named = {stop.name: stop for stop in every}

    def visit(stop: Stop) -> Generator[Step, None, Stop]:
        """Goes to the stop, on from there, and back; gives the stop where that ends."""
        yield stop.keys, stop
        for child in every:
            if child.after == stop.name:
                at = yield from visit(child)
                if at is not stop:
                    return at
        if stop.after:
            stop = named[stop.leads_back_to]
            yield ("Escape",), stop
        return stop

    yield from visit(every[0])


def go(window: Terminal, keys: tuple[str, ...], stop: Stop) -> None:
    """Presses the keys and waits until they have led to the stop, and a question takes answers."""
    if keys:
        assert stop.shows not in window.screen(), stop
        window.press(*keys)
    window.wait_for(stop.shows)
    if stop.page == "QuestionsPage":
        window.wait_for(TAKES_AN_ANSWER)


def walk(
    window: Terminal,
    look: Callable[[Stop], None] | None = None,
    *,
    write: bool = False,
    seals: bool = True,
) -> None:
    """Goes to every stop and ends at the first; `look` is called whenever one is reached."""
    for keys, stop in route(write=write, seals=seals):
        go(window, keys, stop)
        if look:
            look(stop)
