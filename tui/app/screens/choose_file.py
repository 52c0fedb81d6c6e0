"""Choosing a file or a folder to read."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui.app.folder import (
    Entry,
    Kind,
    Listing,
    as_shown,
    day,
    end_of,
    look_up,
    meant,
    nearest,
    read_folder,
    rows,
    start,
    unquoted,
    why_not,
)
from tui.app.messages import FileChosen
from tui.app.reading import one_by_one
from tui.app.screens.form import after_typing
from tui.app.screens.page import BACK, Page, plain
from tui.app.state import State
from tui.app.widgets.file_line import FileLine
from tui.app.widgets.line import Line
from tui.app.widgets.table import Column, Table

MOVES = (
    ("up", "-1, 0", "one row up"),
    ("down", "1, 0", "one row down"),
    ("pageup", "0, -1", "one page up"),
    ("pagedown", "0, 1", "one page down"),
)
"""Keys that move the cursor, by how many rows and pages."""


class ChooseFilePage(Page):
    """A line to type a path into, and below it what is in the folder that the path leads to.

    Names can hold anything: they are shown cleaned, and what is chosen is the name as it is.
    """

    aside = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "open",
            "take",
            id="open",
            tooltip="take this file, or go into this folder",
            priority=True,
        ),
        Binding(
            "tab", "complete", "fill in", id="complete", tooltip="type this name", priority=True
        ),
        *(
            Binding(key, f"move({by})", id=key, tooltip=does, show=False, priority=True)
            for key, by, does in MOVES
        ),
        BACK,
        Binding("f1", "app.keys", "keys", id="keys", tooltip="these keys"),
    ]
    DEFAULT_CSS = """
    ChooseFilePage { overflow: hidden; }
    ChooseFilePage #hint { padding: 1 1; height: auto; max-height: 4; }
    ChooseFilePage #place { padding: 0 1; height: 1; }
    ChooseFilePage #told { padding: 0 1 1 1; height: auto; max-height: 3; text-style: bold; }
    ChooseFilePage.-tiny #told { display: none; }
    ChooseFilePage.-short, ChooseFilePage.-tiny {
        & #hint, & #place { display: none; }
        & #told { padding: 0 1; max-height: 1; }
    }
    """

    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (8, "-short"), (16, "-tall")]  # noqa: RUF012 - no ClassVar in Textual either

    def __init__(self, state: State, title: str, hint: str) -> None:
        """`title` names the page and `hint` what is looked for, both as interface strings."""
        super().__init__(state)
        self._title, self._hint = title, hint
        self._base = start()
        self._from = ""
        self._followed = Path(), ""
        self._listing: Listing | None = None
        self._rows: list[Entry] = []
        self._reading = self._waits = self._asked = False
        self._problem = self._told = ""

    def body(self) -> ComposeResult:
        """What is looked for, the line, the folder, what is to be said, and the names."""
        yield Static(id="hint", markup=False)
        yield FileLine("", id="file")
        yield Static(id="place", markup=False)
        yield Static(id="told", markup=False)
        yield Table(id="names")

    def where(self) -> str:
        return self.say(self._title)

    def on_mount(self) -> None:
        self.query_one(Table).can_focus = False
        self.query_one(Line).focus()
        self._follow()

    def on_screen_resume(self) -> None:
        """Takes another choice, after a first one that led nowhere."""
        self._asked = False

    def redraw(self) -> None:
        super().redraw()
        self.query_one("#hint", Static).update(plain(self.say(self._hint)))
        self.query_one(FileLine).show(self.say("File"))
        self.query_one(Line).placeholder = self.say("a part of a name, or a path")
        self._draw(self.query_one(Table).cursor)

    def on_resize(self) -> None:
        self.call_after_refresh(self._tell_place)

    def on_input_changed(self) -> None:
        """Shows the names that hold what is typed now."""
        self._follow()

    @property
    def _typed(self) -> str:
        return unquoted(self.query_one(FileLine).typed)

    def _follow(self) -> None:
        """Goes where the line leads, unless that is shown already."""
        followed = meant(self._base, self._typed)
        if followed == self._followed:
            return
        before, self._followed = self._followed, followed
        self._told, self._waits = "", False
        if before[0] != followed[0]:
            self._reading, self._listing, self._problem = True, None, ""
            self._rows = []
            self._draw(0)
            self.run_worker(self._read(followed[0]), exclusive=True)
        elif not self._reading:
            self._narrow()

    async def _read(self, folder: Path) -> None:
        try:
            async for step in one_by_one(read_folder(folder)):
                if isinstance(step, Listing):
                    self._listing = step
        except OSError as error:
            self._problem = why_not(error)
        self._reading = False
        self._narrow()
        row, (_, name) = self._row_at_cursor(), meant(folder, self._typed)
        if self._waits and name and row and row.shown == as_shown(name):
            self.call_later(self._open)

    def _narrow(self) -> None:
        """Sets the rows to what is typed, and the cursor to what that means most likely."""
        folder, name = self._followed
        self._rows = rows(folder, self._listing, name)
        self._draw(nearest(self._rows, name or self._from))
        self._from = ""

    def _draw(self, cursor: int) -> None:
        columns = (
            Column(self.say("Name"), 24),
            Column(self.say("Size"), 9, right=True),
            Column(self.say("Changed"), 10),
        )
        self.query_one(Table).show(columns, len(self._rows), self._cells, cursor)
        self._tell_place()

    def _cells(self, index: int) -> Sequence[str]:
        row, size = self._rows[index], ""
        match row.kind:
            case Kind.THIS:
                return f"({self.say('take this folder as a whole')})", "", ""
            case Kind.UP:
                return f"({self.say('the folder above')})", "", ""
            case Kind.FOLDER:
                size = self.say("folder")
            case Kind.WANTED | Kind.FILE if row.size >= 0:
                size = self.now.language.size(row.size)
        return row.shown, size, day(row.changed)

    def _tell_place(self) -> None:
        """Says which folder this is, and what there is to be said of it."""
        folder, name = self._followed
        place = self.query_one("#place", Static)
        place.update(plain(end_of(folder, place.content_size.width)))
        self.query_one("#told", Static).update(plain(self._telling(name)))

    def _telling(self, name: str) -> str:
        listing = self._listing
        if self._told or self._problem:
            return self._told or self.say(self._problem)
        if self._reading or listing is None:
            return self.say("reading the folder …")
        if not listing.whole:
            return self.say(
                "the first {n} of {count} names are listed; any other can be typed whole",
                n=len(listing.entries),
                count=listing.count,
            )
        if name and not self._rows:
            return self.say("no name here has that in it")
        names = sum(row.kind > Kind.UP for row in self._rows)
        return self.now.language.count(names, "{n} name", "{n} names")

    def action_move(self, rows: int, pages: int) -> None:
        """Moves the cursor in the names while the line keeps the keys."""
        after_typing(self, partial(self._move, rows, pages))

    def _move(self, rows: int, pages: int) -> None:
        self._follow()
        table = self.query_one(Table)
        table.action_move(rows)
        table.action_page(pages)

    def on_table_chosen(self) -> None:
        """Takes the row that was clicked."""
        self._open()

    def action_open(self) -> None:
        """Takes the row under the cursor once all that was typed before is in the line."""
        after_typing(self, self._open)

    def _open(self) -> None:
        self._follow()
        row = self._row_at_cursor()
        if row is None:
            self._waits = self._reading
            return
        folder, _ = self._followed
        if row.kind is Kind.THIS:
            self._choose(folder)
        elif row.kind is Kind.UP:
            self._go(folder.parent, as_shown(folder.name))
        else:
            self._take(folder, look_up(folder, row.name))

    def _take(self, folder: Path, entry: Entry | None) -> None:
        """Takes what has that name now."""
        if entry is None:
            self.tell(self.say("it is not there any more, or cannot be read"))
        elif entry.kind is Kind.OTHER:
            self.tell(self.say("this is neither a file nor a folder"))
        elif entry.kind is Kind.FOLDER:
            self._go(folder / entry.name)
        else:
            self._choose(folder / entry.name)

    def _row_at_cursor(self) -> Entry | None:
        cursor = self.query_one(Table).cursor
        return None if self._reading or cursor < 0 else self._rows[cursor]

    def _go(self, folder: Path, come_from: str = "") -> None:
        """Goes to a folder, and to the one in it that was left."""
        self._base, self._from = folder, come_from
        self.query_one(Line).value = ""
        self._follow()

    def _choose(self, path: Path) -> None:
        if not self._asked:
            self._asked = True
            self.post_message(FileChosen(path))

    def action_complete(self) -> None:
        """Types the name under the cursor, or goes into the folder under it."""
        after_typing(self, self._complete)

    def _complete(self) -> None:
        self._follow()
        row = self._row_at_cursor()
        if row and row.kind is Kind.FOLDER:
            self._open()
        elif row and row.kind > Kind.FOLDER:
            _, name = meant(self._base, self._typed)
            line = self.query_one(Line)
            line.value = self._typed.removesuffix(name) + row.shown
            line.cursor_position = len(line.value)

    def tell(self, words: str) -> None:
        self._asked = False
        self._told = words
        self._tell_place()
