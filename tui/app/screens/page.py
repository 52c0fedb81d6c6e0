"""What every screen has: a head, a foot, the state, and a way back."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import OptionList

from tui.app.commands import Command, ordered
from tui.app.state import State
from tui.app.widgets.foot import Foot, Pressed
from tui.app.widgets.head import Head
from tui.app.widgets.rows import RowList

BACK = Binding("escape", "back", "back", id="back", tooltip="go back one screen", show=False)


class Page(Screen[None]):
    """A screen that shows the state and asks for changes by messages."""

    BINDINGS: ClassVar[list[BindingType]] = [BACK]
    DEFAULT_CSS = """
    Page { background: $background; color: $foreground; }
    """

    state: reactive[State | None] = reactive(None, init=False)

    def __init__(self, state: State) -> None:
        super().__init__()
        self.set_reactive(Page.state, state)

    @property
    def now(self) -> State:
        """The state shown."""
        if self.state is None:
            raise RuntimeError("a page is made with a state")
        return self.state

    def compose(self) -> ComposeResult:
        """Head, body, foot."""
        yield Head()
        yield from self.body()
        yield Foot()

    def body(self) -> ComposeResult:
        """What stands between head and foot."""
        yield from ()

    def where(self) -> str:
        """The place named in the head."""
        return ""

    def say(self, text: str, **values: object) -> str:
        """An interface string in the language shown."""
        return self.now.language.text(text, **values)

    def commands(self) -> tuple[Command, ...]:
        """What can be done here, leaving first."""
        return ordered(self.BINDINGS, self.app.BINDINGS)

    def hidden(self) -> Iterable[str]:
        """Ids of commands that make no sense right now."""
        return () if len(self.now.languages) > 1 else ("language",)

    def on_mount(self) -> None:
        self.redraw()

    def watch_state(self) -> None:
        """Shows the new state."""
        if self.is_mounted:
            self.redraw()

    def redraw(self) -> None:
        """Shows the state again: head and foot here, the body in each screen."""
        place = self.where()
        saved = self.say("nothing saved")
        if not self.now.library.builtin:
            saved = f"{self.say('not the built-in lists')} · {saved}"
        name = f"Paradak › {place}" if place else "Paradak"
        self.query_one(Head).show(name, f"{self.now.language.name} · {saved}")
        self.redraw_foot()

    def redraw_foot(self) -> None:
        """Shows the keys that work here."""
        hidden = set(self.hidden())
        shown = [found for found in self.commands() if found.shown and found.id not in hidden]
        keys = tuple(command.foot_key(self.now.language) for command in shown)
        self.query_one(Foot).show(keys)

    def on_pressed(self, message: Pressed) -> None:
        self.app.simulate_key(message.key)

    def action_back(self) -> None:
        """Goes back one screen; the first one stays."""
        if self.app.screen_stack[1] is not self:
            self.app.pop_screen()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Puts the terminal's own cursor on the row, for readers and braille lines."""
        del event
        self.call_after_refresh(self._place_cursor)

    def _place_cursor(self) -> None:
        rows = self.focused
        if isinstance(rows, RowList) and rows.highlighted is not None:
            line = rows.highlighted - rows.scroll_offset.y
            self.app.cursor_position = rows.content_region.offset + Offset(0, line)


def plain(*lines: str) -> Content:
    """Text that is shown letter by letter."""
    return Content("\n".join(lines))
