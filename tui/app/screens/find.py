"""Find everywhere."""

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
from tui.guidance import APP_NAMES, DEVICE_NAMES, meanwhile
from tui.search import Hit, Place, find, index


class FindPage(Page):
    """A line to type into, and the items that hold every word."""

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
    """

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self._hits: tuple[Hit, ...] = ()
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

    def hidden(self) -> Iterable[str]:
        return [*super().hidden(), "find", "print"]

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
        self._indexed = index(self.now.library)
        self.query_one("#notice", Static).update(plain(*self.now.library.notices["stop"]))
        self.query_one(Line).placeholder = self.say("type a word")
        self._search()

    def on_input_changed(self, event: Input.Changed) -> None:
        del event
        self._search()

    def _search(self) -> None:
        query = self.query_one(Line).value
        self._hits = find(self._indexed, query)
        rows = [self._row(hit) for hit in self._hits]
        self.query_one(RowList).show(rows, rows[0].id if rows else None)
        found = self.now.language.count(len(rows), "{n} item", "{n} items")
        nothing = self.say("nothing found; try fewer or shorter words") if query.strip() else ""
        self.query_one("#count", Static).update(plain(found if rows else nothing))
        self._explain()

    def _row(self, hit: Hit) -> Row:
        right = self.now.library.checklist(hit.item.checklist).title
        forms: tuple[str, ...] = (right, "")
        if hit.item.waits:
            waiting = self.say("on hold" if self.now.session.hold(hit.item) else "can wait")
            forms = (f"{waiting} · {right}", waiting, "")
        return Row(hit.item.ref, f"{self.now.mark(hit.item)} {hit.item.title}", forms)

    def _explain(self) -> None:
        chosen = self.query_one(RowList).chosen
        hit = next((hit for hit in self._hits if hit.item.ref == chosen), None)
        lines = []
        if hit and hit.item.waits:
            lines.append(meanwhile(hit.item, self.now.language, self.now.session.hold(hit.item)))
        if hit and hit.place is not Place.TITLE:
            lines.append(f"{self.say(hit.place)}: {self._excerpt(hit)}")
        elif hit and not lines:
            lines.append(f"{self.say(Place.WHY)}: {hit.item.why}")
        self.query_one("#match", Static).update(plain(*lines))

    def _excerpt(self, hit: Hit) -> str:
        if hit.place is not Place.WHERE:
            return hit.excerpt
        steps = hit.item.steps
        names = [self.say(APP_NAMES[app]) for step in steps for app in step.apps]
        names += [self.say(DEVICE_NAMES[device]) for step in steps for device in step.devices]
        return ", ".join(dict.fromkeys(names))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        del event
        self._explain()

    def action_move(self, way: str) -> None:
        """Moves the cursor in the results while the line keeps the keys."""
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
        """Opens the item under the cursor."""
        refs = tuple(hit.item.ref for hit in self._hits)
        chosen = self.query_one(RowList).chosen
        if chosen in refs:
            self.go_to(ItemPage(self.now, refs, refs.index(chosen)))
