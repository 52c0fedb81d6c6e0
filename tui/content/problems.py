"""What is wrong in a content file, and where."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from tui.errors import UsageError
from tui.text import clean


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake; `line` and `column` count from 1, `key` names the kind of mistake.

    Path and message are cleaned: both can quote what came from outside.
    """

    path: str
    line: int
    column: int
    key: str
    message: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "path", clean(self.path))
        object.__setattr__(self, "message", clean(self.message))

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message} [{self.key}]"


def unreadable(path: str, error: OSError) -> Problem:
    """The problem of a file that the system does not let us read."""
    return Problem(path, 1, 1, "unreadable", f"the file cannot be read: {error.strerror}")


def list_file(ref: str) -> str:
    """The file of the list that `list`, `list/section` or `list/item` leads to."""
    return f"{ref.partition('/')[0]}.yaml"


def nearest(word: str, known: Iterable[str]) -> str:
    """A question that names the nearest known spelling, or nothing."""
    near = _nearest(word, known)
    return f"; did you mean '{near}'?" if near else ""


def unknown(message: str, hint: str, name: str, known: Collection[str]) -> UsageError:
    """The error for a name that nobody has: it asks for the nearest, or else hints at all."""
    near = _nearest(name, known)
    hint = "did you mean '{near}'?" if near else hint
    return UsageError(message, hint, name=name, near=near, known=", ".join(known))


def _nearest(word: str, known: Iterable[str]) -> str:
    import difflib

    return next(iter(difflib.get_close_matches(word, list(known), n=1)), "")
