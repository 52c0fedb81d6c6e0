"""Errors in the words of the language shown."""

from tui.errors import LayoutError, ParadakError
from tui.language import Language
from tui.text import clean


def in_words(error: ParadakError, language: Language) -> str:
    """An error and what can be done about it."""
    problem = message(error, language)
    hint = language.text(error.hint, **_values(error, language))
    return f"{problem}; {hint}" if hint else problem


def message(error: ParadakError, language: Language) -> str:
    """An error without its hint."""
    return language.text(error.message, **_values(error, language))


def _values(error: ParadakError, language: Language) -> dict[str, str]:
    values = {name: clean(str(value)) for name, value in error.values.items()}
    return values | _layouts(error, language) if isinstance(error, LayoutError) else values


def _layouts(error: LayoutError, language: Language) -> dict[str, str]:
    """Layouts by the names that people know."""
    from tui.app.order import LAYOUTS
    from tui.export import Layout

    found = ((name, value) for name, value in error.values.items() if isinstance(value, Layout))
    return {name: f"‘{language.text(LAYOUTS[value])}’" for name, value in found}
