"""Working through items: the list at the left, guidance at the right or one key away."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import OptionList, Static

from tui.app.screens.item import ItemPage
from tui.app.screens.marking import ANSWERS, CODE, MARKS, REVIEW, UNDO, MarkingPage
from tui.app.screens.page import BACK, plain
from tui.app.screens.saving import SAVE
from tui.app.state import State
from tui.app.widgets.guidance import GuidanceText
from tui.app.widgets.rows import Row, RowList
from tui.app.widgets.scroll import Scroll
from tui.content.model import Checklist, Item, Moment
from tui.guidance import Guidance, guide, heading, meanwhile, reason, takes
from tui.plan import Entry, Group, Part, Plan, browse
from tui.session import Session, Status
from tui.words import KIND_WORDS


class WorkPage(MarkingPage):
    """Items under headings, with marks; what is chosen and in which order comes from a plan."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *MARKS,
        Binding("enter", "choose", "read", id="read", tooltip="read the guidance of this item"),
        ANSWERS,
        UNDO,
        REVIEW,
        CODE,
        SAVE,
        BACK,
    ]
    DEFAULT_CSS = """
    WorkPage #notice { padding: 0 1; height: auto; text-style: bold; display: none; }
    WorkPage #notice.-shown { display: block; }
    WorkPage #panes { height: 1fr; }
    WorkPage RowList { width: 11fr; }
    WorkPage #guidance { display: none; width: 9fr; }
    WorkPage.-wide #guidance { display: block; border-left: solid ansi_bright_black; }
    WorkPage #why {
        dock: bottom; margin: 0 1 2 1; height: auto; min-height: 4; max-height: 9;
        border-top: solid ansi_bright_black;
    }
    """

    HORIZONTAL_BREAKPOINTS = [(90, "-wide")]  # noqa: RUF012 - no ClassVar in Textual either

    in_list = False
    """Whether items stand outside a plan, where every one that could wait says so."""

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self._entries: dict[str, Entry] = {}
        self._drawn: State | None = None

    def body(self) -> ComposeResult:
        """A notice, the two panes, and the reason for the item under the cursor."""
        yield Static(id="notice", markup=False)
        with Horizontal(id="panes"):
            yield RowList(id="items")
            with Scroll(id="guidance", can_focus=False):
                yield GuidanceText()
        yield Static(id="why", markup=False)

    def plan(self) -> Plan:
        """The plan shown here."""
        return self.now.plan

    def notice(self) -> tuple[str, ...]:
        """Lines that stand above the list."""
        return ()

    def opening(self) -> Iterable[Row]:
        """Rows above the items, which say `about` what stands here."""
        return ()

    def closing(self) -> Iterable[Row]:
        """Rows below the items."""
        return ()

    def about(self) -> tuple[str, ...]:
        """What is said while the cursor is on no item."""
        return ()

    def redraw(self) -> None:
        drawn, self._drawn = self._drawn, self.now
        if drawn and drawn.library is self.now.library and drawn.plan is self.now.plan:
            super().redraw()
            self._redraw_marks(drawn.session)
        else:
            plan = self.plan()
            self._entries = {entry.item.ref: entry for entry in plan.entries}
            super().redraw()
            answered = drawn is not None and drawn.plan.profile != plan.profile
            self._redraw_all(plan, from_the_top=answered)
        self._explain()

    def _redraw_marks(self, before: Session) -> None:
        """Sets the rows again whose mark or hold is another now: a list can be long."""
        rows = self.query_one(RowList)
        for ref in changes(before, self.now.session):
            if ref in self._entries:
                rows.update_row(self._row(self._entries[ref]))

    def _redraw_all(self, plan: Plan, *, from_the_top: bool) -> None:
        lines = self.notice()
        notice = self.query_one("#notice", Static)
        notice.update(plain(*lines))
        notice.set_class(bool(lines), "-shown")
        items = (row for n, part in enumerate(plan.parts) for row in self._part(n, part))
        rows = [*self.opening(), *items, *self.closing()]
        first = next((row.id for row in rows if not row.heading), None)
        self.query_one(RowList).show(rows, first if from_the_top else None)

    def _part(self, number: int, part: Part) -> Iterable[Row]:
        words = heading(part, self.now.language)
        language, count = self.now.language, len(part.entries)
        if part.heading in {Group.ON_HOLD, Group.ASIDE}:
            right = language.count(count, "{n} item", "{n} items")
        else:
            right = takes(part.minutes, count, language)
        yield Row(f"#{number}", words, (right,), heading=True)
        for entry in part.entries:
            yield self._row(entry)

    def _row(self, entry: Entry) -> Row:
        item, say = entry.item, self.say
        kind, time = say(KIND_WORDS[item.kind]), self.now.language.minutes(item.minutes)
        right = (f"{kind} · {time}", kind, "")
        if self.now.session.hold(item):
            right = (f"{say('on hold')} · {kind}", kind, "")
        elif self.in_list and item.waits and item.ref not in self.now.session.lifted:
            right = (f"{say('can wait')} · {kind}", say("can wait"), "")
        quiet = self.now.session.status(item) is not Status.TODO
        return Row(item.ref, f"{self.now.mark(item):>3} {item.title}", right, quiet=quiet)

    def hidden(self) -> Iterable[str]:
        yield from super().hidden()
        if self.entry() is None:
            yield "read"

    def items(self) -> tuple[Item, ...]:
        return tuple(entry.item for entry in self._entries.values())

    def item(self) -> Item | None:
        entry = self.entry()
        return entry.item if entry else None

    def entry(self) -> Entry | None:
        """The entry under the cursor."""
        return self._entries.get(self.query_one(RowList).chosen or "")

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        del event
        self._explain()
        self.redraw_foot()

    def _explain(self) -> None:
        """Says why the entry is here and what it is about."""
        entry = self.entry()
        self.tell(self._why(entry) if entry else "\n".join(self.about()))
        if self.has_class("-wide"):
            words = self._guidance(entry) if entry else None
            if self.query_one(GuidanceText).show(words, self.now.language):
                self.query_one("#guidance").scroll_home(animate=False)

    def _guidance(self, entry: Entry) -> Guidance:
        now = self.now
        return guide(entry.item, now.library, now.plan.profile, now.session.hold(entry.item))

    def _why(self, entry: Entry) -> str:
        if entry.hold and not self.now.session.hold(entry.item):
            return self.say("You lifted the hold of this item. u takes that back.")
        if self.in_list and entry.item.waits:
            return meanwhile(entry.item, self.now.language, entry.hold)
        words = reason(entry, self.now.plan, self.now.language)
        asks = entry.hold is not None and entry.hold.moment is Moment.UNKNOWN
        return f"{words} {self.say('Press a to say what happened.')}" if asks else words

    def tell(self, words: str) -> None:
        why, text = self.query_one("#why", Static), plain(words)
        if why.content != text:
            why.update(text)

    def on_resize(self) -> None:
        self.call_after_refresh(self._explain)

    def take(self, row: str) -> None:
        for part in self.plan().parts:
            refs = tuple(entry.item.ref for entry in part.entries)
            if row in refs:
                self.go_to(ItemPage(self.now, refs, refs.index(row)))


def changes(before: Session, now: Session) -> set[str]:
    """References of the items that are marked or lifted otherwise than before."""
    marked = {ref for ref, _ in before.marks.items() ^ now.marks.items()}
    return marked | (before.lifted ^ now.lifted)


class PlanPage(WorkPage):
    """The person's own plan for a situation."""

    def where(self) -> str:
        situation = self.now.plan.situation
        return situation.title if situation else self.say("your plan")

    def notice(self) -> tuple[str, ...]:
        situation = self.now.plan.situation
        return (situation.intro,) if situation else ()

    def closing(self) -> Iterable[Row]:
        yield Row("page/end", "", heading=True)
        yield Row("page/pace", " ".join(self.now.library.notices["own-pace"]), heading=True)


class ChecklistPage(WorkPage):
    """One whole list, outside a plan; it opens with the moment in words."""

    in_list = True

    def __init__(self, state: State, checklist: Checklist) -> None:
        super().__init__(state)
        self._checklist = checklist.id

    @property
    def checklist(self) -> Checklist:
        """The list in the language shown."""
        return self.now.library.checklist(self._checklist)

    def where(self) -> str:
        return self.checklist.title

    def opening(self) -> Iterable[Row]:
        yield Row("page/about", f"  {self.say('About this list')}")

    def about(self) -> tuple[str, ...]:
        found = self.checklist
        lines = self.now.library.notices.get(found.notice, ())
        careful = f"{self.say('Careful')}: {' '.join(lines)}" if lines else ""
        limit = f"{self.say('What this cannot do')}: {found.limit}"
        return (found.goal, limit, *((careful,) if careful else ()))

    def plan(self) -> Plan:
        return browse(self.checklist, self.now.plan.situation, self.now.plan.profile)

    def notice(self) -> tuple[str, ...]:
        return self.now.library.notices["stop"]
