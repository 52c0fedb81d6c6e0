"""A line of choices, of which one holds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from tui.text import width


@dataclass(frozen=True)
class _Place:
    """Where a choice stands: line, column, and its text with a mark before it."""

    option: str
    line: int
    left: int
    text: str


class Choice(Widget, can_focus=True):
    """Choices beside a label; those that do not fit go on in the next line.

    What was chosen is not forgotten while it cannot be had. A line with nothing to choose is left
    out, and one with a single choice only tells it.
    """

    DEFAULT_CSS = """
    Choice { height: auto; padding: 0 1; }
    Choice:focus { text-style: bold; }
    """

    @dataclass
    class Changed(Message):
        """Another choice holds now."""

        choice: "Choice"

    def __init__(self, wanted: str, *, id: str) -> None:  # noqa: A002 - Textual’s
        """`wanted` holds whenever it can be had, else the first choice."""
        super().__init__(id=id)
        self._wanted = wanted
        self._words: Mapping[str, str] = {}
        self._label = ""

    @property
    def chosen(self) -> str:
        """The choice that holds."""
        return next(iter(self._words), "") if self._wanted not in self._words else self._wanted

    def show(self, label: str, words: Mapping[str, str]) -> None:
        """Sets the label and what can be chosen now, each choice with its words."""
        self._label, self._words = label, words
        self.display, self.can_focus = bool(words), len(words) > 1
        self.refresh(layout=True)

    def _places(self, columns: int) -> Iterator[_Place]:
        indent = 1 + width(self._label)
        line, left = 0, indent
        for option, word in self._words.items():
            mark = "(•)" if option == self.chosen else "( )"
            text = f" {mark} {word} " if self.can_focus else f" {word}"
            if left > indent and left + width(text) > columns:
                line, left = line + 1, indent
            yield _Place(option, line, left, text)
            left += width(text)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        del container, viewport
        return max((place.line for place in self._places(width)), default=0) + 1

    def render(self) -> Content:
        cursor = "›" if self.has_focus else " "
        parts: list[str | tuple[str, str]] = [cursor, (self._label, "bold $accent")]
        line = 0
        for place in self._places(self.content_size.width):
            if place.line > line:
                parts.append("\n" + " " * place.left)
            line = place.line
            parts.append(place.text)
        return Content.assemble(*parts)

    def move(self, by: int) -> None:
        """Takes the next choice, round and round."""
        options = list(self._words)
        self._take(options[(options.index(self.chosen) + by) % len(options)])

    def _take(self, option: str) -> None:
        self._wanted = option
        self.refresh()
        self.post_message(self.Changed(self))

    def on_click(self, event: Click) -> None:
        """Takes the choice under the mouse."""
        at = event.get_content_offset(self)
        for place in self._places(self.content_size.width):
            right = place.left + width(place.text)
            if at is not None and at.y == place.line and place.left <= at.x < right:
                self._take(place.option)
