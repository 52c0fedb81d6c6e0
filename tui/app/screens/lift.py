"""Lifting a hold: its price first, then the person decides."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui.app.messages import Lifted
from tui.app.screens.page import Page, plain
from tui.app.state import State
from tui.content.model import Item
from tui.guidance import instead, waits


class LiftPage(Page):
    """Says what lifting costs; where the moment is not known it cannot be lifted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "lift", "lift the hold", id="lift", tooltip="lift the hold of this item"),
        Binding("escape", "back", "leave it", id="back", tooltip="leave the item on hold"),
    ]
    DEFAULT_CSS = """
    LiftPage Static { padding: 1 1 0 1; }
    LiftPage #title { text-style: bold; }
    """

    def __init__(self, state: State, item: Item) -> None:
        super().__init__(state)
        self._item = item

    def body(self) -> ComposeResult:
        """The item, its price, what to do instead, and the choice."""
        yield Static(id="title", markup=False)
        yield Static(id="price", markup=False)

    def where(self) -> str:
        return self.now.library.checklist(self._item.checklist).title

    def hidden(self) -> Iterable[str]:
        yield from super().hidden()
        if not self.now.session.can_lift(self._item):
            yield "lift"

    def redraw(self) -> None:
        super().redraw()
        item, hold = self.now.translated(self._item), self.now.session.hold(self._item)
        self.query_one("#title", Static).update(plain(item.title))
        lines = [waits(item, self.now.language, hold), ""]
        lines += [f"{self.say('Instead')}: {instead(item, self.now.language)}", ""]
        if self.now.session.can_lift(item):
            notices = self.now.library.notices
            own = self.now.library.checklist(item.checklist).notice
            lines += [*notices[f"price-{item.kind}"], *notices.get(own, ()), ""]
            lines.append(self.say("You decide: press y to lift the hold, or Esc to leave it."))
        else:
            lines.append(
                self.say(
                    "A hold can be lifted once you have said what happened: press Esc, then a."
                )
            )
        self.query_one("#price", Static).update(plain(*lines))

    def action_lift(self) -> None:
        """Lifts the hold and goes back."""
        if self.now.session.can_lift(self._item):
            self.post_message(Lifted(self._item))
            self.action_back()
