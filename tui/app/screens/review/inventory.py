"""What was counted in an archive, table by table, while it is read and after."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui.app.problems import in_words
from tui.app.reading import one_by_one
from tui.app.review_words import SHORT_PRESENCE, TOPIC_NAMES, count_words, faults, presence
from tui.app.screens.page import BACK, Page, plain
from tui.app.screens.review.deciding import OPEN
from tui.app.screens.review.owner import OwnerPage
from tui.app.screens.review.part import PartPage
from tui.app.screens.review.words import WordsPage
from tui.app.state import State
from tui.app.widgets.rows import Row, RowList
from tui.content.model import Topic
from tui.errors import ParadakError
from tui.inventory import review
from tui.inventory.archive import Archive
from tui.inventory.marking import Marking
from tui.inventory.model import Inventory, Progress, Table, WhoAreYou
from tui.inventory.words import IN_NAMES

_LOOKS_EVERY = 0.25
"""Seconds between two looks at how far it is."""
_BAR = 20
_HIGH = 16
"""Lines below which there is room for rows alone."""


class InventoryPage(Page):
    """The tables under their topics; an archive is read while they can be opened already."""

    BINDINGS: ClassVar[list[BindingType]] = [
        OPEN,
        Binding("w", "words", "own words", id="words", tooltip="look for words of your own"),
        Binding("x", "stop", "stop reading", id="stop", tooltip="stop; what is counted stays"),
        BACK,
    ]
    DEFAULT_CSS = """
    InventoryPage #memory { padding: 0 1; height: auto; }
    InventoryPage #state { padding: 0 1 1 1; height: auto; text-style: bold; }
    """

    def __init__(
        self,
        state: State,
        marking: Marking,
        choose: Callable[[], Archive] | None = None,
        service: str = "",
    ) -> None:
        """`choose` opens an archive that is still to be read, most likely of that service."""
        super().__init__(state)
        self._marking = marking
        self._choose = choose
        self._service = service
        self._progress: Progress | None = None
        self._reading = False
        self._asks = False
        self._problem = ""
        self._told: tuple[str, ...] = ()
        self._worded: Table | None = None

    def body(self) -> ComposeResult:
        """That it is in memory alone, how far it is, and the tables."""
        yield Static(id="memory", markup=False)
        yield Static(id="state", markup=False)
        yield RowList(id="tables")

    def where(self) -> str:
        return self.say("your archive")

    def hidden(self) -> Iterable[str]:
        yield from super().hidden()
        yield from ("print", "find", "words" if self._reading else "stop")
        if self._problem or self._asks:
            yield from ("choose", "words")

    def signs(self) -> tuple[str, ...]:
        """What the numbers mean, and what it means where there is none."""
        return (
            self.say("yours: what you wrote, sent or allowed; the rest came from others"),
            self.say("not in this archive: it was not asked for; this says nothing about it"),
            self.say("in it, and empty: all of it was looked through"),
            self.say("none here, or none so far: not all of it could be looked through"),
        )

    def on_mount(self) -> None:
        super().on_mount()
        if self._choose:
            self.start(None)

    def on_unmount(self) -> None:
        """Lets go of the archive."""
        self._marking, self._choose = Marking(Inventory(""), b""), None

    def on_resize(self) -> None:
        self.redraw()

    def on_screen_resume(self) -> None:
        """Shows what was found or decided on the screens that it led to."""
        super().on_screen_resume()
        if self.is_mounted:
            self.redraw()

    def start(self, owner: str | None) -> None:
        """Reads the archive, as that of somebody where it does not tell itself."""
        self._reading, self._asks = True, False
        self.run_worker(self._read(owner), exclusive=True)
        self._clock = self.set_interval(_LOOKS_EVERY, self._show_progress)
        self.redraw()

    async def _read(self, owner: str | None) -> None:
        if self._choose is None:
            return
        before, inventory = self.now.session.review, self._marking.inventory
        steps = review(self._choose, self._service, self._marking, before, owner)
        try:
            async for step in one_by_one(steps):
                if isinstance(step, WhoAreYou):
                    self._asks = True
                    self.go_to(OwnerPage(self.now, step.people, self.start))
                else:
                    self._progress = step
        except ParadakError as error:
            self._problem = in_words(error, self.now.language)
        finally:
            inventory.faults.stopped = not (inventory.whole or self._asks or self._problem)
            self._ended()

    def _ended(self) -> None:
        self._reading = False
        self._clock.stop()
        if self.is_attached and self in self.app.screen_stack:
            self.redraw()

    def redraw(self) -> None:
        super().redraw()
        about = [self.say("In memory only. Nothing of it is written to this computer.")]
        tables = self._marking.inventory.tables
        counted = (group for table in list(tables.values()) for group in table.groups)
        others = self._reading or any(group.mine < group.every for group in counted)
        if others and self.size.height >= _HIGH:
            about.append(self.say("Yours is what you wrote, sent or allowed yourself."))
        self.query_one("#memory", Static).update(plain(*about))
        self._told = tuple(self._state())
        self.query_one("#state", Static).update(plain(*self._told))
        chosen = IN_NAMES.id if self._worded is not tables.get(IN_NAMES.id) else None
        self._worded = tables.get(IN_NAMES.id)
        self.query_one(RowList).show(list(self._rows()), chosen)

    def _show_progress(self) -> None:
        """Draws only what another look at the archive has changed: reading needs the time."""
        before, self._told = self._told, tuple(self._state())
        if self._told != before:
            higher = len(self._told) != len(before)
            self.query_one("#state", Static).update(plain(*self._told), layout=higher)
        self.query_one(RowList).show(list(self._rows()))

    def _state(self) -> Iterable[str]:
        language = self.now.language
        if self._problem:
            yield self.say("Not read: {problem}.", problem=self._problem)
            service = self._marking.inventory.service or self._service
            yield from self.now.library.archives.guide(service).wrong if service else ()
        elif self._reading:
            yield self._bar()
        elif self._asks:
            yield self.say("Not read: nobody was named as its owner.")
        elif self._marking.inventory.whole and not self._marking.inventory.faults.cut:
            yield self.say("Read to the end.")
        yield from faults(self._marking.inventory, language)

    def _bar(self) -> str:
        progress = self._progress
        if not progress or not progress.size:
            return self.say("reading …")
        share = min(1.0, progress.done / progress.size)
        done = int(share * _BAR)
        bar = "█" * done + "·" * (_BAR - done)
        if self.now.plain:
            bar = bar.replace("█", "#").replace("·", ".")
        return self.say("reading {bar} {percent} %", bar=bar, percent=int(share * 100))

    def _rows(self) -> Iterable[Row]:
        tables = list(self._marking.inventory.tables.values())
        for topic in sorted(Topic, key=lambda topic: topic is not Topic.WORDS):
            under = [table for table in tables if table.part.topic is topic]
            if under:
                yield Row(f"topic/{topic}", self.say(TOPIC_NAMES[topic]), heading=True)
            for table in under:
                yield Row(table.part.id, f"  {self.say(table.part.title)}", self._counts(table))

    def _counts(self, table: Table) -> tuple[str, ...]:
        """How much is in a table, in shorter and shorter words."""
        inventory, language = self._marking.inventory, self.now.language
        if len(table):
            decided = len(self._marking.decisions(table))
            words = count_words(table, language)
            marked = self.say("{n} marked", n=decided) if decided else ""
            return (" · ".join(filter(None, (marked, words[0]))), *words)
        if self._reading:
            return (self.say("counting …"), "")
        found = presence(table.part, inventory)
        return (self.say(found), self.say(SHORT_PRESENCE.get(found, "none here")))

    def take(self, row: str) -> None:
        table = self._marking.inventory.tables.get(row)
        if table is not None:
            self.go_to(PartPage(self.now, self._marking, table))

    def action_words(self) -> None:
        """Asks for words to look for."""
        self.go_to(WordsPage(self.now, self._marking))

    def action_stop(self) -> None:
        """Stops reading; what was counted so far can be looked at."""
        self.workers.cancel_node(self)
