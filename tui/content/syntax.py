"""What the YAML parser complains about, in words for people who have never heard of YAML."""

from itertools import islice
from typing import Protocol

import yaml

from tui.text import clean


class Mark(Protocol):
    """A place as the parser knows it, counted from 0."""

    line: int
    column: int


_QUOTE_IT = "text that starts with this character needs quotes around it"
_ESCAPE = "a backslash is special in double quotes; leave it out, or use single quotes"
_COLON = (
    "':' is not expected here; put text that contains ': ' in quotes, and look whether the line "
    "above has a space after its ':'"
)
_MISFIT = "this line does not fit the lines above; indent it as its neighbours are"
_AFTER = "this stands behind a closed quote or bracket; put other quotes around the whole text"
_SAID = {
    "mapping values are not": _COLON,
    "cannot start any token": _QUOTE_IT,
    "an alias": _QUOTE_IT,
    "an anchor": _QUOTE_IT,
    "a tag": _QUOTE_IT,
    "tag handle": _QUOTE_IT,
    "mapping keys are not": _QUOTE_IT,
    "node content": _QUOTE_IT,
    "quoted scalar found unexpected end": "this quotation mark is never closed",
    "quoted scalar": _ESCAPE,
    "plain scalar": "a space is missing after a ':' here",
    "flow sequence": "this '[' is not closed with ']', or a comma is missing after it",
    "flow mapping": "this '{' is not closed with '}', or a comma is missing after it",
    "expected ':'": "a ': ' is missing here; if the text above goes on, indent this line further",
    "block scalar": "nothing may stand behind '|' or '>'; begin the text in the next line",
    "entries are not allowed": "begin a list in a line of its own; quote text that starts with '-'",
    "document start": "the file ends at '...'; remove that line",
    "expected key": _MISFIT,
    "'-' indicator": _MISFIT,
    "<block end>": _MISFIT,
}
"""What stands in the complaint of either parser, and our words for it; the first match counts."""


def place(mark: Mark | None) -> tuple[int, int]:
    """Line and column, counted from 1."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def line_of(text: str, line: int) -> str:
    """The line with that number; empty where the parser counts one line too many at the end."""
    return next(islice(text.split("\n"), line - 1, None), "")


def explain(error: yaml.MarkedYAMLError, text: str) -> tuple[int, int, str]:
    """Line, column and words for an error in the text; both parsers give the same."""
    said = clean(f"{error.context or ''} {error.problem or ''}".strip())
    opened = any(sign in said for sign in ("while scanning", "quoted", "flow", "a tag"))
    mark = error.context_mark if opened and error.context_mark else error.problem_mark
    line, column = place(mark)
    words = next(
        (words for sign, words in _SAID.items() if sign in said), f"not valid YAML: {said}"
    )
    if words == _MISFIT and line_of(text, line)[: column - 1].strip(" -"):
        words = _AFTER
    return line, column, words
