"""One finding, read from the archive again; what was read is dropped with the screen."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tui.app.problems import in_words
from tui.app.reading import one_by_one
from tui.app.review_details import entry_details, finding_details
from tui.app.screens.page import BACK, plain
from tui.app.screens.review.deciding import DECISIONS, DecidingPage
from tui.app.screens.review.items import TopicItemsPage
from tui.app.state import State
from tui.app.widgets.scroll import Scroll
from tui.errors import ParadakError
from tui.inventory.marking import Marking
from tui.inventory.model import Opened, Progress, Table
from tui.text import width, wrap

_WIDEST = 90


class FindingPage(DecidingPage):
    """The finding in words, and the way to the next one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "stop", "stop reading", id="stop", tooltip="do not read it"),
        *DECISIONS,
        Binding(
            "right", "turn(1)", "next", id="next", key_display="←→", tooltip="the finding after it"
        ),
        Binding("left", "turn(-1)", "before", id="before", show=False, tooltip="the one before"),
        Binding("o", "items", "advice", id="items", tooltip="what to do about it, and by hand"),
        BACK,
    ]
    DEFAULT_CSS = """
    FindingPage #above { padding: 0 1 1 1; height: auto; text-style: bold; }
    FindingPage #text { padding: 0 1; height: auto; max-width: 92; }
    """

    def __init__(
        self, state: State, marking: Marking, table: Table, found: Sequence[int], place: int
    ) -> None:
        super().__init__(state, marking, table)
        self._found = found
        self._place = place
        self._opened: Opened | None = None
        self._steps: Iterator[Progress | Opened] | None = None
        self._told = ""

    def body(self) -> ComposeResult:
        """What was decided, then the finding."""
        yield Static(id="above", markup=False)
        with Scroll():
            yield Static(id="text", markup=False)

    def where(self) -> str:
        return self.say("your archive › {part}", part=self.say(self._table.part.title))

    def hidden(self) -> Iterable[str]:
        yield from super().hidden()
        if not self._steps:
            yield "stop"
        if len(self._found) == 1:
            yield from ("next", "before")

    def on_mount(self) -> None:
        super().on_mount()
        self._open()

    def on_unmount(self) -> None:
        super().on_unmount()
        self._opened = self._steps = None

    def on_resize(self) -> None:
        self.redraw()

    def chosen(self) -> Sequence[int]:
        return [self._found[self._place]]

    def _open(self) -> None:
        number, reopen = self._found[self._place], self._marking.inventory.reopen
        self._opened, self._told = None, ""
        if self._table.entries or reopen is None:
            self._opened = Opened(tuple(entry_details(self._table, number, self.now.language)))
            self.redraw()
        else:
            self._steps = reopen(self._table, number)
            self.run_worker(self._read(self._steps, number), exclusive=True)

    async def _read(self, steps: Iterator[Progress | Opened], number: int) -> None:
        try:
            async for step in one_by_one(steps):
                if isinstance(step, Opened):
                    inventory, language = self._marking.inventory, self.now.language
                    told = finding_details(self._table, number, inventory, step, language)
                    self._opened = replace(step, details=tuple(told))
                else:
                    percent = int(100 * step.done / max(step.size, 1))
                    self._told = self.say("reading it again … {percent} %", percent=percent)
                self.redraw()
        except ParadakError as error:
            self._told = self.say(
                "Not read: {problem}.", problem=in_words(error, self.now.language)
            )
        finally:
            if self._steps is steps:
                self._steps = None
                if self.is_attached and self in self.app.screen_stack:
                    self.redraw()

    def redraw(self) -> None:
        super().redraw()
        number = self._found[self._place]
        words = [self.say("{n} of {all}", n=self._place + 1, all=len(self._found))]
        if not self._table.entries:
            words.append(self.say("yours") if self._table.mine[number] else self.say("others"))
        words.append(self.decision_of(number) or self.say("not marked"))
        self.query_one("#above", Static).update(plain(" · ".join(words)))
        shown = Content.assemble(*self._parts()) if self._opened else plain(self._told)
        self.query_one("#text", Static).update(shown)

    def _parts(self) -> Iterator[str | tuple[str, str]]:
        opened = self._opened
        if opened is None:
            return
        details = [(self.say(label), value) for label, value in opened.details]
        if opened.jump:
            leads = opened.jump.startswith("http")
            found = self.say("To find it") if leads else self.say("Words to look for")
            details.append((found, opened.jump))
        wide = max((width(label) for label, _ in details), default=0) + 2
        columns = min(_WIDEST, self.size.width - 3)
        for label, value in details:
            first, *rest = wrap(value, columns, first=" " * wide, rest=" " * wide)
            yield (f"{label}{' ' * (wide - width(label))}", "bold $accent")
            yield "\n".join((first[wide:], *rest, ""))
        if opened.text:
            yield f"\n{opened.text}\n"

    def action_turn(self, by: int) -> None:
        """Goes to another finding of the row."""
        self._place = (self._place + by) % len(self._found)
        self.query_one(Scroll).scroll_home(animate=False)
        self._open()
        self.redraw()

    def action_stop(self) -> None:
        """Reads no further."""
        self.workers.cancel_node(self)
        self._told = self.say("You stopped the reading.")

    def action_items(self) -> None:
        """Shows what belongs to it: items, and what no archive shows."""
        self.go_to(
            TopicItemsPage(self.now, self._table.part.topic, self._marking.inventory.service)
        )
