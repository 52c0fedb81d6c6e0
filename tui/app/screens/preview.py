"""What would be printed: how many pages, what is on each, and what should be known before."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from tui.app.screens.page import Page
from tui.app.state import State
from tui.app.typesetting import Setting, progress, size
from tui.app.widgets.scroll import Scroll
from tui.export import SheetPages
from tui.export.document import Sheet
from tui.text import wrap

_WIDEST = 76
Line = tuple[str, str]


class PreviewPage(Page):
    """Text to scroll through, which grows while pages are set."""

    aside = True

    DEFAULT_CSS = """
    PreviewPage Scroll { padding: 0 1; }
    PreviewPage Static { height: auto; margin: 0 0 1 0; }
    """

    setting: var[Setting | None] = var(None, init=False)

    def __init__(self, state: State, setting: Setting | None) -> None:
        """`setting` is as far as the pages are set; who set it gives the rest."""
        super().__init__(state)
        self.set_reactive(PreviewPage.setting, setting)

    def body(self) -> ComposeResult:
        """The size, the warnings, and the pages."""
        with Scroll():
            yield Static(id="pages", markup=False)

    def where(self) -> str:
        return f"{self.say('print')} › {self.say('look first')}"

    def watch_setting(self) -> None:
        if self.is_mounted:
            self.redraw()

    def on_resize(self) -> None:
        self.redraw()

    def redraw(self) -> None:
        super().redraw()
        columns = max(20, min(self.size.width - 3, _WIDEST))
        lines = (Content.styled(*line) for line in self._lines(columns))
        self.query_one("#pages", Static).update(Content("\n").join(lines))

    def _lines(self, columns: int) -> Iterator[Line]:
        yield from _wrapped(progress(self.setting, self.now), columns, "bold")
        if self.setting is None:
            return
        yield from _wrapped(self.setting.problem, columns, "bold")
        yield from _wrapped(size(self.setting, self.now), columns, "bold")
        yield "", ""
        for warning in self._warnings(self.setting):
            yield from _wrapped(warning, columns, "")
        for sheet, pages in zip(self.setting.document.sheets, self.setting.sheets, strict=False):
            yield from self._pages(sheet, pages, columns)

    def _warnings(self, setting: Setting) -> Iterator[str]:
        say, count = self.say, self.now.language.count
        waiting = sum(bool(entry.waits) for entry in setting.document.entries)
        if waiting:
            mark = self.now.marks[None]
            yield f"{mark} " + count(
                waiting,
                "{n} item waits or could wait. It says so, and what to do instead.",
                "{n} items wait or could wait. Each says so, and what to do instead.",
            )
        if setting.order.marked:
            yield say("Your marks are on it. They tell what you did.")
        if not self.now.library.builtin:
            yield say("These are not the built-in lists.")
        old = sum(bool(self.now.library.age(item)) for item in setting.items)
        if old:
            yield count(old, "{n} item is old. It says so.", "{n} items are old. Each says so.")
        if setting.lost:
            yield count(
                setting.lost,
                "{n} character cannot be printed. A box stands in its place.",
                "{n} characters cannot be printed. A box stands in place of each.",
            )
        yield from self.now.library.notices["paper"]

    def _pages(self, sheet: Sheet, pages: SheetPages, columns: int) -> Iterator[Line]:
        entries = [entry for part in sheet.parts for entry in part.entries]
        empty = "nothing begins here" if entries else "lines to write on by hand"
        following = iter(entries)
        for number, titles in enumerate(pages.pages, start=1):
            heading = sheet.title
            if self.setting and self.setting.order.form.has_pages:
                place = self.say("page {page} of {pages}", page=number, pages=len(pages.pages))
                heading = f"{place} · {heading}"
            yield "", ""
            yield from _wrapped(heading, columns, "bold")
            if not titles:
                yield f"    {self.say(empty)}", "dim"
            for title in titles:
                entry = next(following, None)
                mark = self.now.marks[None] if entry and entry.waits else " "
                words = entry.title if entry else title
                yield from _wrapped(words, columns, "", f"  {mark} ", " " * 4)


def _wrapped(
    text: str, columns: int, style: str, first: str = "", rest: str = ""
) -> Iterator[Line]:
    if text:
        yield from ((line, style) for line in wrap(text, columns, first=first, rest=rest))
