"""A line of choices, of which one holds."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from tui.text import width

LABEL = 9


class Choice(Widget, can_focus=True):
    """Choices beside a label; left and right move, the mouse chooses."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", show=False),
        Binding("right,space", "move(1)", show=False),
    ]
    DEFAULT_CSS = """
    Choice { height: 1; padding: 0 1; }
    Choice:focus { text-style: bold; }
    """

    @dataclass
    class Changed(Message):
        """Another choice holds now."""

        choice: "Choice"

    def __init__(self, options: tuple[str, ...], chosen: str, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._options = options
        self.chosen = chosen
        self._words: tuple[str, ...] = options
        self._label = ""

    def show(self, label: str, words: tuple[str, ...]) -> None:
        """Sets the words shown for the label and for each option."""
        self._label, self._words = label, words
        self.refresh()

    def render(self) -> Content:
        cursor = "›" if self.has_focus else " "
        parts: list[str | tuple[str, str]] = [cursor, (f"{self._label:{LABEL}}", "bold $accent")]
        for option, word in zip(self._options, self._words, strict=True):
            sign = "(•)" if option == self.chosen else "( )"
            parts.append(f" {sign} {word} ")
        return Content.assemble(*parts)

    def action_move(self, by: int) -> None:
        """Takes the next choice, round and round."""
        place = (self._options.index(self.chosen) + by) % len(self._options)
        self._take(self._options[place])

    def _take(self, option: str) -> None:
        self.chosen = option
        self.refresh()
        self.post_message(self.Changed(self))

    def on_click(self, event: Click) -> None:
        """Takes the choice under the mouse."""
        offset = event.get_content_offset(self)
        left = 1 + LABEL
        for option, word in zip(self._options, self._words, strict=True):
            right = left + width(word) + 6
            if offset is not None and left <= offset.x < right:
                self._take(option)
            left = right
