"""About and limits: what this is, what it cannot do, and what is enforced on this machine."""

from collections.abc import Iterator
from itertools import starmap

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui import __version__
from tui.app.screens.page import Page
from tui.app.widgets.scroll import Scroll
from tui.guard import Enforcement

_NETWORK = {
    Enforcement.KERNEL: "Network: refused by the system itself. Tried just now.",
    Enforcement.PYTHON: "Network: refused by the program, not by the system. Tried just now.",
    Enforcement.NONE: "Network: nothing refuses it here. The program does not use it.",
}
_PROGRAMS = {
    Enforcement.KERNEL: "Other programs: refused by the system itself. Tried just now.",
    Enforcement.PYTHON: "Other programs: refused by the program alone. Tried just now.",
    Enforcement.NONE: "Other programs: not refused here.",
}


class AboutPage(Page):
    """Plain text to scroll through."""

    DEFAULT_CSS = """
    AboutPage Scroll { padding: 1 1 0 1; }
    AboutPage Static { max-width: 76; height: auto; margin-bottom: 1; }
    """

    def body(self) -> ComposeResult:
        """The paragraphs."""
        with Scroll():
            yield Static(id="about", markup=False)

    def where(self) -> str:
        return self.say("About and limits")

    def redraw(self) -> None:
        super().redraw()
        headings = {self.say(one) for one in ("On this machine", "What this cannot hide")}
        lines = ((line, "bold" if line in headings else "") for line in self._lines())
        self.query_one("#about", Static).update(Content("\n").join(starmap(Content.styled, lines)))

    def _lines(self) -> Iterator[str]:
        notices, protection = self.now.library.notices, self.now.protection
        yield self.say("Paradak works through checklists with you. You decide every step.")
        for name in ("no-promise", "not-legal-advice", "this-tool"):
            yield ""
            yield from notices[name]
        yield ""
        yield self.say("On this machine")
        yield self.say(_NETWORK[protection.network])
        yield self.say(_PROGRAMS[protection.programs])
        if protection.core_dumps_off:
            yield self.say("After a crash the system writes no copy of the memory to the disk.")
        else:
            yield self.say("After a crash the system may write a copy of the memory to the disk.")
        yield self.say("Files: nothing is written unless you print to a file or save your marks.")
        yield ""
        yield self.say("What this cannot hide")
        yield self.say(
            "That the program was on this machine or on a stick, and that it was started."
        )
        yield self.say("What the system notes by itself: swap, hibernation, lists of recent files.")
        yield self.say("Whoever looks at the screen sees what you see.")
        yield self.say("Leaving is immediate. What is not yet saved is lost.")
        yield ""
        yield self.say("Version {version}. Texts:", version=__version__)
        for found in self.now.library.checklists:
            dated = self.now.language.date(found.dated)
            yield self.say("{title}: checked {date}", title=found.title, date=dated)
