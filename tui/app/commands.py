"""The commands of a screen, read from the one place where each is declared: its Binding."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from textual.actions import parse
from textual.binding import Binding, BindingType

from tui.app.widgets.foot import Key
from tui.language import Language

_NAMES = {
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "backspace": "Backspace",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "up": "↑",
    "down": "↓",
    "slash": "/",
    "question_mark": "?",
    "left": "←",
    "right": "→",
    "f1": "F1",
    "f2": "F2",
    "f3": "F3",
    "f4": "F4",
    "f5": "F5",
    "f10": "F10",
    "ctrl+q": "Ctrl+Q",
    "ctrl+c": "Ctrl+C",
    "ctrl+d": "Ctrl+D",
    "ctrl+u": "Ctrl+U",
}


@dataclass(frozen=True)
class Command:
    """A command as people meet it: its id, all its keys, its word and what it does.

    `display` is what the foot shows in place of the first key.
    """

    id: str
    keys: tuple[str, ...]
    word: str
    does: str
    shown: bool
    display: str

    def foot_key(self, language: Language) -> Key:
        """The command in the foot."""
        shown = self.display or _NAMES.get(self.keys[0], self.keys[0])
        return Key(shown, language.text(self.word), self.keys[0])

    def names(self) -> str:
        """All its keys as people know them."""
        return " ".join(_NAMES.get(key, key) for key in self.keys)


def commands(bindings: Iterable[BindingType]) -> Iterator[Command]:
    """The commands among bindings, in their order."""
    for binding in bindings:
        if isinstance(binding, Binding) and binding.id:
            keys = tuple(binding.key.split(","))
            word, display = binding.description, binding.key_display or ""
            yield Command(binding.id, keys, word, binding.tooltip, binding.show, display)


def doing(bindings: Iterable[BindingType], action: str, parameters: object) -> Iterator[str]:
    """Ids of the commands that do just this."""
    for binding in bindings:
        if isinstance(binding, Binding) and binding.id:
            _, *does = parse(binding.action)
            if does == [action, parameters]:
                yield binding.id


def ordered(own: Iterable[BindingType], everywhere: Iterable[BindingType]) -> tuple[Command, ...]:
    """Leave first, a screen's own commands, the rest of those that work everywhere, help last.

    A screen's own command stands in place of the one everywhere with the same id.
    """
    first, *rest, last = commands(everywhere)
    mine = {command.id: command for command in commands(own)}
    helping = mine.pop(last.id, last)
    others = (command for command in rest if command.id not in mine)
    return (first, *mine.values(), *others, helping)
