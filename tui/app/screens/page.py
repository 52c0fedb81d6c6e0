"""What every screen has: a head, a foot, the state, and a way back."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key
from textual.reactive import var
from textual.screen import Screen
from textual.widgets import OptionList

from tui.app.commands import Command, doing, ordered
from tui.app.state import State
from tui.app.widgets.foot import Foot, Pressed
from tui.app.widgets.head import Head
from tui.app.widgets.rows import RowList
from tui.words import STATUS_WORDS

BACK = Binding("escape", "back", "back", id="back", tooltip="go back one screen")
CHOOSE = Binding("enter", "choose", "choose", id="choose", tooltip="take the row under the cursor")


class Page(Screen[None]):
    """A screen that shows the state and asks for changes by messages."""

    BINDINGS: ClassVar[list[BindingType]] = [BACK]
    DEFAULT_CSS = """
    Page { background: $background; color: $foreground; }
    """

    aside: ClassVar[bool] = False
    """Whether the screen asks or tells one thing, and leads neither to find nor to print."""

    state: var[State | None] = var(None, init=False)

    def __init__(self, state: State) -> None:
        super().__init__()
        self.set_reactive(Page.state, state)
        self._stale = False

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
        """What can be done here and now, leaving first."""
        hidden = set(self.hidden())
        every = ordered(self.BINDINGS, self.app.BINDINGS)
        return tuple(command for command in every if command.id not in hidden)

    def refuses(self, command: str) -> bool:
        """Whether a command does nothing now: what is hidden, and all but going back at first."""
        return command in set(self.hidden()) if self.is_mounted else command != "back"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Lets a key do only what the screen offers."""
        return not any(map(self.refuses, doing(self.BINDINGS, action, parameters)))

    def signs(self) -> tuple[str, ...]:
        """What the marks and numbers on it mean."""
        marks = self.now.marks
        states = (f"{marks[status]} {self.say(word)}" for status, word in STATUS_WORDS.items())
        return (
            "   ".join(states),
            self.say("{mark} waits: read what to do instead", mark=marks[None]),
        )

    def hidden(self) -> Iterable[str]:
        """Ids of commands that make no sense right now; they are neither shown nor done."""
        aside = ("find", "print") if self.aside else ()
        return aside if len(self.now.languages) > 1 else (*aside, "language")

    def on_mount(self) -> None:
        self.redraw()

    def watch_state(self, before: State, now: State) -> None:
        """Shows the new state, at once or as soon as the screen is in front again."""
        if before.says_the_same(now) and not self._stale and self.shows_no_file:
            if self.is_mounted:
                self.redraw_head()
            return
        self._stale = self.app.screen is not self
        if self.is_mounted and not self._stale:
            self.redraw()

    shows_no_file = True
    """Whether nothing but the head tells what is saved."""

    def on_screen_resume(self) -> None:
        if self._stale and self.is_mounted:
            self._stale = False
            self.redraw()

    def redraw(self) -> None:
        """Shows the state again: head and foot here, the body in each screen."""
        self.redraw_head()
        self.redraw_foot()

    def redraw_head(self) -> None:
        """Shows where this is, and what is saved."""
        place = self.where()
        saved = self.say(self.now.keeping.saved)
        if not self.now.library.builtin:
            saved = f"{self.say('not the built-in lists')} · {saved}"
        name = f"Paradak › {place}" if place else "Paradak"
        for head in self.query(Head):
            head.show(name, f"{self.now.language.name} · {saved}")

    def tell(self, words: str) -> None:
        """Says why what was asked for did not happen; in the head, if there is no better place."""
        self.query_one(Head).show(words, "")

    def redraw_foot(self) -> None:
        """Shows the keys that work here."""
        shown = (command for command in self.commands() if command.shown)
        keys = tuple(command.foot_key(self.now.language) for command in shown)
        self.query_one(Foot).show(keys)

    def on_pressed(self, message: Pressed) -> None:
        """Presses the key in the name of the app: a key from here would not come up to it again."""
        self.app.call_later(self.app.simulate_key, message.key)

    def take_letter(self, event: Key) -> bool:
        """Takes a letter where one can be typed; false leaves it to be a command."""
        del event
        return False

    def go_to(self, page: "Page") -> None:
        """Opens another screen over this one; a key pressed twice in haste opens one."""
        if self.app.screen is self:
            self.app.push_screen(page)

    def action_choose(self) -> None:
        """Takes the row under the cursor."""
        chosen = self.query_one(RowList).chosen
        if chosen:
            self.take(chosen)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Takes the row that was clicked."""
        if event.option_id:
            self.take(event.option_id)

    def take(self, row: str) -> None:
        """Acts on the row with that id."""

    def action_back(self) -> None:
        """Goes back one screen; the first one stays, and so does one that is not in front."""
        if self.app.screen is self and self.app.screen_stack[0] is not self:
            self.app.pop_screen()


def plain(*lines: str) -> Content:
    """Text that is shown letter by letter."""
    return Content("\n".join(lines))
