"""Errors in the words of the language shown."""

from tui.errors import LayoutError, ParadakError
from tui.language import Language
from tui.text import clean


def in_words(error: ParadakError, language: Language) -> str:
    """An error and what can be done about it."""
    values = {name: clean(str(value)) for name, value in error.values.items()}
    if isinstance(error, LayoutError):
        values |= _layouts(error, language)
    problem = language.text(error.message, **values)
    return f"{problem}; {language.text(error.hint, **values)}" if error.hint else problem


def _layouts(error: LayoutError, language: Language) -> dict[str, str]:
    """Layouts by the names that people know."""
    from tui.app.order import LAYOUTS
    from tui.export import Layout

    found = ((name, value) for name, value in error.values.items() if isinstance(value, Layout))
    return {name: f"‘{language.text(LAYOUTS[value])}’" for name, value in found}
