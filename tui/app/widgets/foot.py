"""The line at the bottom: the keys, the leave key first and never clipped."""

from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from tui.text import width


@dataclass(frozen=True)
class Key:
    """A key as shown, its word, and the key to press for it."""

    shown: str
    word: str
    press: str

    @property
    def columns(self) -> int:
        """Cells it takes."""
        return width(self.shown) + width(self.word) + 1


@dataclass
class Pressed(Message):
    """A key in the foot was clicked."""

    key: str


class Foot(Widget):
    """Keys in one line; those that do not fit are left out from the end, the first never."""

    DEFAULT_CSS = """
    Foot { height: 2; dock: bottom; padding: 0 1; }
    """
    _GAP = 2

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[Key, ...] = ()

    def show(self, keys: tuple[Key, ...]) -> None:
        """Sets the keys: the first is to leave, the last opens the help."""
        self._keys = keys
        self.refresh()

    def fitting(self, columns: int) -> tuple[Key, ...]:
        """The keys that fit: the first, then the last, then the others in order."""
        if not self._keys:
            return ()
        first, last = self._keys[0], self._keys[-1]
        room = columns - first.columns - last.columns - self._GAP
        chosen = [first]
        for key in self._keys[1:-1]:
            room -= key.columns + self._GAP
            if room < 0:
                break
            chosen.append(key)
        return (*chosen, last) if last is not first else (first,)

    def render(self) -> Content:
        columns = self.content_size.width
        parts: list[str | tuple[str, str]] = [("─" * columns, "dim"), "\n"]
        for place, key in enumerate(self.fitting(columns)):
            parts += [" " * (self._GAP if place else 0), (key.shown, "bold"), f" {key.word}"]
        return Content.assemble(*parts)

    def on_click(self, event: Click) -> None:
        """Presses the key under the mouse."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y != 1:
            return
        left = 0
        for key in self.fitting(self.content_size.width):
            if left <= offset.x < left + key.columns:
                self.post_message(Pressed(key.press))
            left += key.columns + self._GAP
