"""A place for many lines, pasted or typed, of which only the first and the last are shown."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content
from textual.events import Key, Paste
from textual.message import Message
from textual.widget import Widget

from tui.language import ENGLISH, Language
from tui.text import fit, width

MOST = 4_000_000
"""Characters that are taken."""
_ENDS_LINE = frozenset({"enter", "ctrl+j"})


@dataclass(frozen=True)
class _Part:
    """Lines that came at once: how many are not blank, and the first and the last of those."""

    text: str
    typed: bool
    lines: int
    first: str
    last: str


class Lines(Widget, can_focus=True):
    """Takes every letter, so that no line of a paste that comes as keys can be a command.

    Enter ends a line once anything was typed; before that it is left to the screen.
    """

    DEFAULT_CSS = """
    Lines { height: 3; padding: 0 1; }
    """

    class Changed(Message):
        """Lines came or went, or a first letter was typed; told of no other letter."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - as every widget
        super().__init__(id=id)
        self._parts: list[_Part] = []
        self._line: list[str] = []
        self._count = self._typed = self._used = 0
        self._language = ENGLISH
        self.cut = False

    @property
    def empty(self) -> bool:
        """Whether there is nothing."""
        return not self._parts and not self._line

    @property
    def typed(self) -> bool:
        """Whether anything was typed, or came as if it was."""
        return bool(self._line or self._typed)

    @property
    def text(self) -> str:
        """Everything that is here, line by line."""
        return "\n".join([*(part.text for part in self._parts), "".join(self._line)])

    @property
    def line_of_cursor(self) -> int:
        """The line of the widget on which the newest line stands."""
        return 0 if self.empty else self.size.height - 1

    def show(self, language: Language) -> None:
        """Sets the language."""
        self._language = language
        self.refresh()

    def on_key(self, event: Key) -> None:
        """Takes what is typed, in the order in which it comes."""
        before = self._state
        if event.key == "tab" or (event.is_printable and event.character):
            self._type(event.character or "\t")
        elif event.key in _ENDS_LINE and self.typed:
            self._end_line()
        elif event.key == "backspace":
            self.take_back()
        elif event.key == "ctrl+u":
            self.clear()
        else:
            return
        event.stop()
        event.prevent_default()
        self._tell(before)

    def on_paste(self, event: Paste) -> None:
        """Takes what is pasted, behind what was typed in the same line."""
        event.stop()
        if self.cut:
            return
        before = self._state
        text = "".join(self._line) + event.text.replace("\r\n", "\n").replace("\r", "\n")
        self._line.clear()
        room = MOST - self._used
        if len(text) > room:
            text, self.cut = text[: max(0, text.rfind("\n", 0, room + 1))], True
        self._add(text, typed=False)
        self._tell(before)

    def take_back(self) -> None:
        """Takes away the last letter of the line that is typed, or else what came last."""
        if not self._line and self._parts:
            part = self._parts.pop()
            self._count -= part.lines
            self._typed -= part.typed
            self._used -= len(part.text) + 1
            self._line = list(part.text) if part.typed else []
            self.cut = False
        elif self._line:
            self._line.pop()

    def clear(self) -> None:
        """Drops everything."""
        self._parts, self._line = [], []
        self._count = self._typed = self._used = 0
        self.cut = False

    def _type(self, letter: str) -> None:
        self.cut = self.cut or self._used + len(self._line) >= MOST
        if not self.cut:
            self._line.append(letter)

    def _end_line(self) -> None:
        text = "".join(self._line)
        self._line.clear()
        self._add(text, typed=True)

    def _add(self, text: str, *, typed: bool) -> None:
        lines = [line for line in text.split("\n") if line.strip()]
        if lines:
            self._parts.append(_Part(text, typed, len(lines), lines[0], lines[-1]))
            self._count += len(lines)
            self._typed += typed
            self._used += len(text) + 1

    @property
    def _state(self) -> tuple[bool, bool, int]:
        return self.typed, self.cut, len(self._parts)

    def _tell(self, before: tuple[bool, bool, int]) -> None:
        self.refresh()
        if self._state != before:
            self.post_message(self.Changed())

    def render(self) -> Content:
        if self.empty:
            return Content.styled(self._language.text("nothing yet"), "dim")
        return Content("\n").join(self._shown(self.content_size.width))

    def _shown(self, columns: int) -> Iterator[Content]:
        language, line = self._language, "".join(self._line)
        count = self._count + bool(line.strip())
        yield Content.styled(language.count(count, "{n} line", "{n} lines"), "bold")
        labels = language.text("First"), language.text("Last")
        texts = (
            self._parts[0].first if self._parts else line,
            line or self._parts[-1].last,
        )
        wide = max(map(width, labels)) + 2
        for label, text in zip(labels, texts, strict=True):
            shown = fit(text, max(1, columns - wide))
            yield Content.assemble((f"{label}{' ' * (wide - width(label))}", "bold $accent"), shown)
