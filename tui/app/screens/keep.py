"""Keeping the marks in a file: its name, and the passphrase that opens it."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui.app.messages import KeepRequested
from tui.app.passphrase import Passphrase
from tui.app.screens.form import CHOICES, LINES, after_typing
from tui.app.screens.page import BACK, Page, plain
from tui.app.state import State
from tui.app.widgets.choice import Choice
from tui.app.widgets.file_line import FileLine
from tui.app.widgets.line import Line
from tui.app.widgets.scroll import Column
from tui.app.widgets.secret import Secret
from tui.passphrase import bits_generated, generate, most_bits
from tui.text import width

DRAWN, OWN = "drawn", "own"
HOW = {DRAWN: "six words drawn by chance", OWN: "my own"}
LABELS = {"how": "Passphrase", "own": "Type it", "again": "Once more", "file": "File"}


class KeepPage(Page):
    """Writes nothing until Enter; six words that nobody chose are offered first."""

    aside = True

    shows_no_file = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", "save", id="keep", tooltip="save in this file", priority=True),
        Binding("w", "draw", "other words", id="draw", tooltip="six other words"),
        *LINES,
        *CHOICES,
        BACK,
        Binding("f1", "app.keys", "keys", id="keys", tooltip="these keys"),
    ]
    DEFAULT_CSS = """
    KeepPage Static { padding: 0 1; height: auto; }
    KeepPage #intro, KeepPage #words, KeepPage #about { padding: 0 1 1 1; }
    KeepPage #words { text-style: bold; }
    KeepPage #result { padding: 1 1 0 1; text-style: bold; }
    KeepPage FileLine Static { padding: 0; }
    """

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self._drawn = Passphrase(generate())
        self._result = ""
        self._asked = False

    def body(self) -> ComposeResult:
        """What is kept, the passphrase, the file, and what became of it."""
        with Column():
            yield Static(id="intro", markup=False)
            yield Choice(DRAWN, id="how")
            yield Static(id="words", markup=False)
            yield Secret(id="own")
            yield Secret(id="again")
            yield Static(id="about", markup=False)
            yield FileLine("", id="file")
            yield Static(id="place", markup=False)
            yield Static(id="result", markup=False)

    def where(self) -> str:
        return self.say("save")

    def hidden(self) -> Iterable[str]:
        typing = isinstance(self.focused, Line | Secret)
        draw = ("draw",) if typing or (self.is_mounted and self._owns) else ()
        turn = () if isinstance(self.focused, Choice) else ("choose", "before")
        return [*super().hidden(), *draw, *turn]

    def on_mount(self) -> None:
        self.query_one("#how").focus()

    def on_descendant_focus(self) -> None:
        self.redraw_foot()

    @property
    def _owns(self) -> bool:
        return self.query_one(Choice).chosen == OWN

    def redraw(self) -> None:
        super().redraw()
        words = {name: self.say(label) for name, label in LABELS.items()}
        wide = max(map(width, words.values())) + 1
        labels = {name: f"{word}{' ' * (wide - width(word))}" for name, word in words.items()}
        intro = [
            self.say("The marks go into one file, sealed with a passphrase, after every mark."),
            self.say("It holds no time, no name and none of your answers. It can be found."),
        ]
        if self.now.session.review.marks:
            intro.append(
                self.say("What you decided about your data goes in too, without names or words.")
            )
        self._set("intro", *intro)
        self.query_one(Choice).show(
            labels["how"], {one: self.say(word) for one, word in HOW.items()}
        )
        self.query_one("#words").display = not self._owns
        self._set("words", " " * (wide + 2) + self._drawn.reveal())
        for name in ("own", "again"):
            line = self.query_one(f"#{name}", Secret)
            line.display = self._owns
            line.show(labels[name], self.say("nothing yet"))
        self._set("about", *self._about())
        self.query_one(FileLine).show(labels["file"])
        self._set("place", *self._place())
        self._set("result", self._result or self.say("nothing is written yet"))

    def _set(self, name: str, *lines: str) -> None:
        self.query_one(f"#{name}", Static).update(plain(*lines))

    def _about(self) -> Iterator[str]:
        if not self._owns:
            yield self.say("Write it down by hand, or learn it.")
            yield self.say("Without it nobody can open the file, and nobody can help.")
            return
        six = bits_generated()
        if self._own and most_bits(self._own.reveal()) < six:
            yield self.say("This is weaker than six drawn words, even if chance had drawn it.")
        yield self.say("What a person chooses is mostly guessed within days.")
        yield self.say(
            "Only what chance drew can be counted: six words have {n} bits, which a million "
            "computers guess at for centuries.",
            n=six,
        )

    def _place(self) -> Iterator[str]:
        file = self.query_one(FileLine)
        if not file.typed:
            yield self.say("A name of your choice; one that says nothing is best.")
        elif folder := file.folder():
            yield self.say("a new file in {folder}", folder=folder)

    @property
    def _own(self) -> Passphrase:
        return self.query_one("#own", Secret).passphrase

    @property
    def to_write_down(self) -> str:
        """The words that were drawn, unless the passphrase is the person's own."""
        return "" if self._owns else self._drawn.reveal()

    def on_choice_changed(self) -> None:
        """Offers the other way."""
        self._anew()

    def on_secret_changed(self) -> None:
        """Says what can be said of the passphrase typed now."""
        self._anew()

    def on_input_changed(self) -> None:
        """Says where the file named now is to be."""
        self._anew()

    def _anew(self) -> None:
        self._result = ""
        self.redraw()

    def action_turn(self, by: int) -> None:
        """Takes the other way to a passphrase."""
        self.query_one(Choice).move(by)

    def action_draw(self) -> None:
        """Draws six other words."""
        self._drawn = Passphrase(generate())
        self._anew()

    def action_keep(self) -> None:
        """Asks for the file, unless something is missing; pressed twice in haste, once."""
        after_typing(self, self._keep)

    def _keep(self) -> None:
        if self._asked:
            return
        if missing := self._missing():
            self.refuse(missing)
            return
        self._asked = True
        self._result = self.say("saving …")
        self.redraw()
        chosen = self._own if self._owns else self._drawn
        self.post_message(KeepRequested(self.query_one(FileLine).path(), chosen))

    def _missing(self) -> str:
        again = self.query_one("#again", Secret)
        if self._owns and not self._own:
            self.query_one("#own").focus()
            return self.say("type a passphrase first")
        if self._owns and not self._own.same_as(again.passphrase):
            again.clear()
            again.focus()
            return self.say("both must be the same; type it once more")
        if not self.query_one(FileLine).typed:
            self.query_one(Line).focus()
            return self.say("give the file a name first")
        return ""

    def refuse(self, words: str) -> None:
        """Says why nothing was saved."""
        self._asked = False
        self._result = words
        self.redraw()
        self.query_one("#result").scroll_visible(animate=False)

    def tell(self, words: str) -> None:
        self.refuse(words)
