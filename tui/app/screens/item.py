"""One item: its whole guidance."""

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui.app.screens.marking import ANSWERS, CODE, MARKS, REVIEW, UNDO, MarkingPage
from tui.app.screens.page import BACK, plain
from tui.app.screens.related import RelatedPage
from tui.app.screens.saving import SAVE
from tui.app.state import State
from tui.app.widgets.guidance import GuidanceText
from tui.app.widgets.scroll import Scroll
from tui.content.model import Item
from tui.guidance import Guidance, guide
from tui.session import Status
from tui.words import STATUS_WORDS


class ItemPage(MarkingPage):
    """The guidance of one item in a row of items."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *MARKS,
        Binding(
            "right",
            "turn(1)",
            "items",
            id="next",
            key_display="←→",
            tooltip="the item after this one",
        ),
        Binding("left", "turn(-1)", "before", id="before", show=False, tooltip="the one before"),
        Binding("t", "others", "", id="others", show=False, tooltip="steps for other devices too"),
        Binding("o", "related", "", id="related", show=False, tooltip="items that belong to this"),
        REVIEW,
        replace(ANSWERS, show=False),
        UNDO,
        CODE,
        SAVE,
        BACK,
    ]
    DEFAULT_CSS = """
    ItemPage #status { padding: 0 1; height: 1; text-style: dim; }
    ItemPage GuidanceText { max-width: 92; }
    """

    def __init__(self, state: State, refs: tuple[str, ...], place: int) -> None:
        super().__init__(state)
        self._refs = refs
        self._place = place
        self._others = False

    def _below(self) -> MarkingPage | None:
        """The list or plan this was opened from."""
        pages = (one for one in reversed(self.app.screen_stack) if isinstance(one, MarkingPage))
        return next((page for page in pages if not isinstance(page, ItemPage)), None)

    def items(self) -> tuple[Item, ...]:
        below, item = self._below(), self.item()
        if below:
            return below.items()
        return self.now.library.checklist(item.checklist).items if item else ()

    def called(self) -> str:
        below = self._below()
        return below.called() if below else self.where()

    def item(self) -> Item | None:
        return self.now.library.item(self._refs[self._place])

    def hidden(self) -> Iterable[str]:
        yield from super().hidden()
        item = self.item()
        if len(self._refs) == 1:
            yield from ("next", "before")
        if not self._related():
            yield "related"
        if not (item and self._guidance(item).others):
            yield "others"

    def body(self) -> ComposeResult:
        """The state of the item, then everything it says."""
        yield Static(id="status", markup=False)
        with Scroll():
            yield GuidanceText()

    def where(self) -> str:
        item = self.item()
        return self.now.library.checklist(item.checklist).title if item else ""

    def _guidance(self, item: Item) -> Guidance:
        return guide(item, self.now.library, self.now.plan.profile, self.now.session.hold(item))

    def redraw(self) -> None:
        super().redraw()
        item = self.item()
        if item is None:
            return
        guidance, status = self._guidance(item), self.now.session.status(item)
        words = [self.say("on hold")] if guidance.held else []
        if not words or status is not Status.TODO:
            words.append(self.say(STATUS_WORDS[status]))
        words[0] = f"{self.now.mark(item)} {words[0]}"
        words.append(self.say("{n} of {all}", n=self._place + 1, all=len(self._refs)))
        words += [f"t {self.say('other devices')}"] if guidance.others else []
        words += [f"o {self.say('related')}"] if self._related() else []
        words += [f"v {self.say('my own data')}"] if item.review else []
        self.tell(" · ".join(words))
        text = self.query_one(GuidanceText)
        text.show(guidance, self.now.language, others=self._others)

    def tell(self, words: str) -> None:
        self.query_one("#status", Static).update(plain(words))

    def action_turn(self, by: int) -> None:
        """Turns to another item of the row."""
        self._place = (self._place + by) % len(self._refs)
        self._others = False
        self.query_one(Scroll).scroll_home(animate=False)
        self.redraw()

    def action_others(self) -> None:
        """Shows or hides the steps for other devices and apps."""
        self._others = not self._others
        self.redraw()

    def _related(self) -> bool:
        """Whether there are items that belong to this one: an own list may name shipped ones."""
        item = self.item()
        return item is not None and any(map(self.now.library.item, item.related))

    def action_related(self) -> None:
        """Lists the items that belong to this one."""
        item = self.item()
        if item:
            self.go_to(RelatedPage(self.now, item))
