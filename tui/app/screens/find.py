"""Find everywhere."""

import asyncio
from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widgets import Input, OptionList, Static

from tui.app.screens.item import ItemPage
from tui.app.screens.page import BACK, Page, plain
from tui.app.state import State
from tui.app.widgets.line import Line
from tui.app.widgets.rows import Row, RowList
from tui.content.library import Library
from tui.guidance import meanwhile, old_law
from tui.search import (
    MOST_CHARACTERS,
    MOST_WORDS,
    Hit,
    Index,
    Indexed,
    Place,
    corrections,
    find,
    indexed,
    is_long,
    synonyms,
)
from tui.words import APP_NAMES, DEVICE_NAMES

MOST_ROWS = 100
_TURN = 0.001
"""Seconds between two lists that are read, in which keys and frames have their turn."""
_NAMES = APP_NAMES | DEVICE_NAMES


class FindPage(Page):
    """A line to type into, and the items that hold every word."""

    aside = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "read", id="read", tooltip="read the item under the cursor"),
        Binding("up", "move('up')", "up", id="up", tooltip="one row up", show=False),
        Binding("down", "move('down')", "down", id="down", tooltip="one row down", show=False),
        BACK,
        Binding("f1", "app.keys", "keys", id="keys", tooltip="these keys"),
    ]
    DEFAULT_CSS = """
    FindPage #notice { padding: 0 1; }
    FindPage Line { margin: 1 0 0 0; padding: 0 1; }
    FindPage #count { padding: 0 1 1 1; text-style: dim; }
    FindPage #match {
        dock: bottom; margin: 0 1 2 1; height: auto; min-height: 4; max-height: 8;
        border-top: solid ansi_bright_black;
    }
    FindPage.-narrow #match { max-height: 5; }
    FindPage.-short {
        & #notice { max-height: 4; }
        & Line { margin: 0; }
        & #count { padding: 0 1; height: 1; }
        & #match { min-height: 2; max-height: 2; border: none; }
        & RowList, & #match, & #notice.-asked { display: none; }
        & RowList.-asked, & #match.-asked { display: block; }
    }
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-broad")]  # noqa: RUF012 - no ClassVar in Textual either
    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-tall")]  # noqa: RUF012 - no ClassVar in Textual either

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self._library: Library | None = None
        self._index: Index | None = None
        self._hits: tuple[Hit, ...] = ()
        self._asked: str | None = None
        self._due = False
        self._explained: tuple[str, ...] | None = None
        self._early, self._ready = "", False

    def body(self) -> ComposeResult:
        """The moment in words, the line, the results, and where the match is."""
        yield Static(id="notice", markup=False)
        yield Line(id="query")
        yield Static(id="count", markup=False)
        yield RowList(id="results")
        yield Static(id="match", markup=False)

    def where(self) -> str:
        return self.say("find")

    def on_key(self, event: Key) -> None:
        if self.take_letter(event):
            event.stop()

    def take_letter(self, event: Key) -> bool:
        """Puts what is typed into the line, wherever the cursor is, even before it is there."""
        if not event.character or not event.is_printable:
            return False
        if self._ready:
            line = self.query_one(Line)
            line.focus()
            line.insert_text_at_cursor(event.character)
        else:
            self._early += event.character
        return True

    def on_mount(self) -> None:
        line = self.query_one(Line)
        line.focus()
        line.insert_text_at_cursor(self._early)
        self._ready = True
        self.query_one(RowList).can_focus = False

    def redraw(self) -> None:
        super().redraw()
        self.query_one("#notice", Static).update(plain(*self.now.library.notices["stop"]))
        self.query_one(Line).placeholder = self.say("type a word")
        self._asked = None
        if self._library is self.now.library:
            self._search()
        else:
            self._library, self._index = self.now.library, None
            self.query_one("#count", Static).update(plain(self.say("reading the lists…")))
            self.run_worker(self._read(self.now.library), exclusive=True)

    async def _read(self, library: Library) -> None:
        """Reads list after list, so that keys are answered in between, then searches."""
        for name in library.ids:
            await asyncio.sleep(_TURN)
            library.checklist(name)
        entries: list[Indexed] = []
        for checklist in library.checklists:
            await asyncio.sleep(_TURN)
            entries += indexed(checklist, library.language, _NAMES)
        everything = Index(tuple(entries), library.synonyms)
        await asyncio.sleep(_TURN)
        _ = everything.spellings  # the first mistyped word would wait for them
        self._index = everything
        self._search()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Searches once for all that is typed at once, behind every key that waits already."""
        if len(event.value) > MOST_CHARACTERS:
            event.input.value = event.value[:MOST_CHARACTERS]
        if not self._due:
            self._due = True
            self.app.call_later(self.call_later, self._search)

    def _search(self) -> None:
        """Shows what is found for the words in the line, unless it is shown already."""
        self._due = False
        query = self.query_one(Line).value
        if self._index is None or query == self._asked or self.app.return_code is not None:
            return
        anew = self._asked is not None
        self._asked, self._hits = query, find(self._index, query)
        rows = [self._row(hit) for hit in self._hits[:MOST_ROWS]]
        for part in self.query("#notice, #results, #match"):
            part.set_class(bool(query.strip()), "-asked")
        self.query_one(RowList).show(rows, rows[0].id if rows and anew else None)
        self.query_one("#count", Static).update(plain(" · ".join(self._count(query))))
        self._explain()

    def _count(self, query: str) -> Iterable[str]:
        if self._hits:
            yield self.now.language.count(len(self._hits), "{n} item", "{n} items")
            yield from corrections(self._hits[0], self.now.language)
        elif query.strip():
            yield self.say("nothing found; try fewer or shorter words")
        if len(self._hits) > MOST_ROWS:
            yield self.say("the first {n} are shown", n=MOST_ROWS)
        if is_long(query):
            yield self.say("only the first {n} words are searched for", n=MOST_WORDS)

    def _row(self, hit: Hit) -> Row:
        right = hit.titles[0]
        forms: tuple[str, ...] = (right, "")
        if hit.item.waits:
            waiting = self.say("on hold" if self.now.session.hold(hit.item) else "can wait")
            forms = (f"{waiting} · {right}", waiting, "")
        return Row(hit.item.ref, f"{self.now.mark(hit.item)} {hit.item.title}", forms)

    def _explain(self) -> None:
        """Says of the item under the cursor what it waits for, where it stands and why it is here.

        The same words are not set again.
        """
        chosen = self.query_one(RowList).chosen
        hit = next((hit for hit in self._hits if hit.item.ref == chosen), None)
        lines = tuple(self._reasons(hit)) if hit else ()
        if lines != self._explained:
            self._explained = lines
            self.query_one("#match", Static).update(plain(*lines))

    def _reasons(self, hit: Hit) -> Iterable[str]:
        item, language = hit.item, self.now.language
        if item.waits:
            yield meanwhile(item, language, self.now.session.hold(item))
        over = " › ".join(hit.titles)
        yield " · ".join((over, *synonyms(hit, language)))
        old = old_law(item, self.now.library)
        if hit.place is not Place.TITLE:
            yield f"{self.say(hit.place)}: {old or hit.excerpt}"
        elif not item.waits:
            yield f"{self.say(Place.WHY)}: {old or item.why}"

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        del event
        self._explain()

    def action_move(self, way: str) -> None:
        """Moves the cursor in the results while the line keeps the keys."""
        self._search()
        rows = self.query_one(RowList)
        if way == "up":
            rows.action_cursor_up()
        else:
            rows.action_cursor_down()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        del event
        self.action_open()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        del event
        self.action_open()

    def action_open(self) -> None:
        """Opens the item under the cursor; what was typed just before counts."""
        self._search()
        refs = tuple(hit.item.ref for hit in self._hits)
        chosen = self.query_one(RowList).chosen
        if chosen in refs:
            self.go_to(ItemPage(self.now, refs, refs.index(chosen)))
