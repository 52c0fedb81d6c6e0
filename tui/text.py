"""Text from outside made harmless, and text set into lines."""

import re
import unicodedata
from collections.abc import Iterator

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_UNSAFE_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_LONGEST_MARK_RUN = 2
_QUICK = re.compile(r"[\x20-\x7e\xa0-\xac\xae-\xff\u0400-\u045f\u2010-\u2027\u2030-\u203a\u2116]*")


def unsafe_characters(text: str) -> Iterator[int]:
    """The positions of characters that could act on a terminal or reorder text, newline included."""
    for position, character in enumerate(text):
        if unicodedata.category(character) in _UNSAFE_CATEGORIES:
            yield position


def clean(text: str, *, keep_newlines: bool = False) -> str:
    """The text with every control, format, private and unassigned character replaced by U+FFFD.

    Escape sequences and direction marks reach the terminal through every widget, so nothing from
    outside is shown before it passed here. More than two combining marks in a row are replaced too.
    """
    if _QUICK.fullmatch(text):
        return text
    result: list[str] = []
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        marks = marks + 1 if category in {"Mn", "Me"} else 0
        kept = character == "\n" and keep_newlines
        bad = category in _UNSAFE_CATEGORIES and not kept
        result.append(REPLACEMENT if bad or marks > _LONGEST_MARK_RUN else character)
    return "".join(result)


def width(text: str) -> int:
    """The number of terminal cells the text takes."""
    if text.isascii():
        return len(text)
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def wrap(text: str, columns: int, *, first: str = "", rest: str = "") -> list[str]:
    """The text as lines of at most `columns` cells; `first` and `rest` open the lines."""
    lines: list[str] = []
    line = first
    empty = True
    for word in text.split():
        for part in _parts(word, max(1, columns - max(width(first), width(rest)))):
            if not empty and width(line) + 1 + width(part) > columns:
                lines.append(line)
                line, empty = rest, True
            line += part if empty else f" {part}"
            empty = False
    return [*lines, line] if not empty or not lines else lines


def _parts(word: str, columns: int) -> Iterator[str]:
    while width(word) > columns:
        cut = next(n for n in range(len(word), 0, -1) if n == 1 or width(word[:n]) <= columns)
        yield word[:cut]
        word = word[cut:]
    if word:
        yield word


def fold(text: str) -> str:
    """The text as search compares it: case and ё folded."""
    return text.casefold().replace("ё", "е")
