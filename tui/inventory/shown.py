"""How a finding that is read again is shown."""

from tui.errors import ArchiveError
from tui.text import clean

MOST_TEXT = 20_000
"""Letters of a text."""
_WORDS_TO_SEARCH = 6
_MOST_TO_SEARCH = 200
"""Letters of them."""


def shown(text: str) -> str:
    """The text, or as much as anybody reads of it, made harmless."""
    return clean(text[:MOST_TEXT], keep_newlines=True)


def first_words(text: str) -> str:
    """Words to search for in the app, where no address leads there."""
    return " ".join(text[:_MOST_TO_SEARCH].split()[:_WORDS_TO_SEARCH])


def no_longer_there() -> ArchiveError:
    """What is told where the place of a finding holds none."""
    return ArchiveError("the archive was changed since it was read", "open it again")
