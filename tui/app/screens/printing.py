"""The print dialog: what, how much, as what, and into which new file."""

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from tui.apart import Apart
from tui.app.messages import WriteRequested
from tui.app.order import (
    BLANK,
    DETAILS,
    FORMATS,
    LAYOUTS,
    MARKED,
    MARKS,
    TITLES_ONLY,
    Order,
    What,
    document,
    offered,
)
from tui.app.screens.form import CHOICES, LINES, after_typing
from tui.app.screens.page import BACK, plain
from tui.app.screens.preview import PreviewPage
from tui.app.screens.ticking import TickPage
from tui.app.screens.typesetting import SettingPage
from tui.app.state import State
from tui.app.typesetting import progress, size
from tui.app.widgets.choice import Choice
from tui.app.widgets.file_line import FileLine
from tui.app.widgets.line import Line
from tui.app.widgets.opener import Opener
from tui.app.widgets.scroll import Column
from tui.export import Detail, Format, Layout, suggest_name
from tui.text import width

LABELS = {
    "what": "What",
    "lists": "Lists",
    "format": "As",
    "layout": "Paper",
    "detail": "Detail",
    "marks": "Marks",
    "file": "File",
}
_QUICK = 3
"""So many lists are written as pages before somebody wonders."""


class PrintPage(SettingPage):
    """Writes nothing until Enter; blank boxes unless the person asks for marks."""

    aside = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "write", "write", id="write", tooltip="write the file", priority=True),
        Binding(
            "v", "look", "look first", id="preview", tooltip="see the pages before they are written"
        ),
        *LINES,
        *CHOICES,
        BACK,
    ]
    DEFAULT_CSS = """
    PrintPage #size, PrintPage #paper, PrintPage #result { padding: 1 1 0 1; }
    PrintPage #size { min-height: 3; }
    PrintPage #result { text-style: bold; }
    PrintPage.-tall {
        & Choice, & Opener, & FileLine { margin: 1 0 0 0; }
        & #size { min-height: 2; }
    }
    """

    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]  # noqa: RUF012 - no ClassVar in Textual either

    def __init__(
        self, state: State, apart: Apart, checklist: str | None, *, again: bool = False
    ) -> None:
        """`checklist` is the list at hand; `again` says that what to look at again is."""
        super().__init__(state, apart)
        self._at_hand = checklist
        at_first = What.THIS if checklist else What.FIRST if state.plan.parts else What.ALL
        self._at_first = What.AGAIN if again else at_first
        self._ticked = frozenset[str]()
        self._file = suggest_name(Format.PDF)
        self._result = ""
        self._asked = False
        self._preview: PreviewPage | None = None

    def body(self) -> ComposeResult:
        """One line a choice, the file, how much it is, and the risk of paper."""
        with Column():
            yield Choice(self._at_first, id="what")
            yield Opener(id="lists")
            yield Choice(Format.PDF, id="format")
            yield Choice(Layout.A4, id="layout")
            yield Choice(Detail.STEPS, id="detail")
            yield Choice(BLANK, id="marks")
            yield FileLine(self._file, id="file")
            yield Static(id="size", markup=False)
            yield Static(id="paper", markup=False)
            yield Static(id="result", markup=False)

    def where(self) -> str:
        return self.say("print")

    def hidden(self) -> Iterable[str]:
        typing = ("preview",) if isinstance(self.focused, Line) else ()
        return [*super().hidden(), *typing]

    def on_mount(self) -> None:
        self.query_one("#what").focus()

    def on_descendant_focus(self) -> None:
        self.redraw_foot()

    def redraw(self) -> None:
        super().redraw()
        words = {name: self.say(label) for name, label in LABELS.items()}
        wide = max(map(width, words.values())) + 2
        labels = {name: f"{word}{' ' * (wide - width(word))}" for name, word in words.items()}
        for name, options in self._offers():
            said = {option: self.say(word) for option, word in options.items()}
            self._choice(name).show(labels[name], said)
        lists = self.query_one(Opener)
        lists.display = self._what is What.CHOSEN
        if lists.display:
            lists.show(labels["lists"], self._chosen_lists())
        self.query_one(FileLine).show(labels["file"])
        self.query_one("#paper", Static).update(plain(*self.now.library.notices["paper"]))
        self.query_one("#result", Static).update(
            plain(self._result or self.say("nothing is written yet"))
        )
        self.set_anew()
        self._tell_size()

    def _offers(self) -> Iterator[tuple[str, Mapping[str, str]]]:
        """Each line with what it offers, which the lines above it decide."""
        yield "what", offered(self._at_hand, self.now.plan)
        yield "format", FORMATS
        yield "layout", {layout: LAYOUTS[layout] for layout in self._form.layouts}
        lines_only = self._what is What.EMERGENCY
        details = TITLES_ONLY if self._paper.is_brief else DETAILS
        yield "detail", {} if lines_only else details
        yield "marks", {} if lines_only else MARKS

    def _choice(self, name: str) -> Choice:
        return self.query_one(f"#{name}", Choice)

    @property
    def _what(self) -> What:
        return What(self._choice("what").chosen)

    @property
    def _form(self) -> Format:
        return Format(self._choice("format").chosen)

    @property
    def _paper(self) -> Layout:
        return Layout(self._choice("layout").chosen or Layout.A4)

    def _wanted(self) -> Order:
        what = self._what
        lists = {What.THIS: (self._at_hand or "",), What.CHOSEN: tuple(sorted(self._ticked))}
        return Order(
            what,
            lists.get(what, ()),
            self._form,
            self._paper,
            Detail(self._choice("detail").chosen or Detail.STEPS),
            self._choice("marks").chosen == MARKED,
        )

    def order(self) -> Order | None:
        return None if self._nothing_chosen else self._wanted()

    def _chosen_lists(self) -> str:
        found = [one.title for one in self.now.library.checklists if one.id in self._ticked]
        if not found:
            return self.say("none yet: Enter shows them")
        return f"{len(found)}: {', '.join(found)}"

    @property
    def _nothing_chosen(self) -> bool:
        return self._what is What.CHOSEN and not self._ticked

    def tell_setting(self) -> None:
        self._tell_size()
        if self._preview and self._preview in self.app.screen_stack:
            self._preview.setting = self.setting

    def _tell_size(self) -> None:
        self.query_one("#size", Static).update(plain(self._how_much()))

    def _how_much(self) -> str:
        """How far the pages are set, how much is printed, and where the file goes."""
        if self._nothing_chosen:
            return self.say("no list is chosen yet")
        setting, folder = self.setting, self.query_one(FileLine).folder()
        if setting and setting.problem:
            return setting.problem
        parts = (progress(setting, self.now), size(setting, self.now) if setting else "")
        words = " · ".join(filter(None, parts))
        return self.say("{size}, in {folder}", size=words, folder=folder) if folder else words

    def on_choice_changed(self, message: Choice.Changed) -> None:
        if message.choice.id == "format":
            self.query_one(FileLine).rename(self._form.ending)
        self._ask_again()

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.value != self._file:
            self._file = event.value
            self._ask_again()

    def _ask_again(self) -> None:
        self._result, self._asked = "", False
        self.redraw()

    def _tick(self, ticked: frozenset[str]) -> None:
        self._ticked = ticked
        self._ask_again()

    def on_opener_opened(self) -> None:
        """Shows the lists to tick."""
        self.go_to(TickPage(self.now, self._ticked, self._tick))

    def action_turn(self, by: int) -> None:
        """Takes the next choice of the line at hand."""
        if isinstance(self.focused, Choice):
            self.focused.move(by)
        elif isinstance(self.focused, Opener):
            self.focused.open()

    def action_look(self) -> None:
        """Shows the pages before they are written."""
        if self._nothing_chosen:
            self.on_opener_opened()
            return
        self._preview = PreviewPage(self.now, self.setting)
        self.go_to(self._preview)

    def action_write(self) -> None:
        """Asks for the file to be written; pressed twice in haste, once."""
        after_typing(self, self._write)

    def _write(self) -> None:
        if self._asked:
            return
        if self._nothing_chosen:
            self.on_opener_opened()
            return
        file = self.query_one(FileLine)
        if not file.typed:
            self.show_result(self.say("give the file a name first"), written=False)
            return
        order = self._wanted()
        printed = self.setting.document if self.setting else document(order, self.now)
        words = [self.say("writing …")]
        if order.form.has_pages and len(printed.sheets) > _QUICK:
            words.append(self.say("Many lists take some seconds."))
        self._asked = True
        self.show_result(" ".join(words), written=True)
        self.post_message(WriteRequested(file.path(), printed, order.form, order.layout))

    def show_result(self, words: str, *, written: bool) -> None:
        """Says what became of a file; the same is not asked for again once it is written."""
        self._result, self._asked = words, self._asked and written
        if self.is_mounted:
            self.redraw()
            self.query_one("#result").scroll_visible(animate=False)
