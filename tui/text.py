"""Text from outside made harmless, and text set into lines."""

import re
import unicodedata
from collections.abc import Iterator

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_UNSAFE_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_UNSEEN = re.compile(
    r"[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\ufe00-\ufe0f\uffa0"
    r"\U00013441\U00013442\U00016fe4\U0001d159\U000e0100-\U000e01ef]"
)
"""Letters, marks and signs that are drawn as nothing.

Source: Default_Ignorable_Code_Point of Unicode 16 beyond the categories above, and the blanks of
braille, musical notes, Egyptian and Khitan.
"""

_LONGEST_MARK_RUN = 2
_PLAIN = r"\x20-\x7e\xa0-\xac\xae-\xff\u0400-\u045f\u2010-\u2027\u2030-\u203a\u2116"
_ONE_LINE = rf"[{_PLAIN}]*"
_LINES = rf"[{_PLAIN}\n]*"
_GAPS = r"[ \t\r\n]+"
_WORD = re.compile(r"[^\W_]+")
_NOT_COMPARED = re.compile("['’‘ʼ`´′ьъ\u00ad\u0300-\u036f\u200b-\u200f\u2060\ufeff\ufffd]")


def unsafe_characters(text: str) -> Iterator[int]:
    """Where characters stand that could act on a terminal, reorder text or hide; newlines too."""
    for position, character in enumerate(text):
        if _unsafe(character):
            yield position


def _unsafe(character: str) -> bool:
    unsafe = unicodedata.category(character) in _UNSAFE_CATEGORIES
    return unsafe or _UNSEEN.match(character) is not None


def clean(text: str, *, keep_newlines: bool = False) -> str:
    """The text with each control, format, private, unassigned or unseen character as U+FFFD.

    Escape sequences and direction marks reach the terminal through every widget, so nothing from
    outside is shown before it passed here. More than two combining marks in a row are replaced too.
    """
    if re.fullmatch(_LINES if keep_newlines else _ONE_LINE, text):
        return text
    result: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        kept = character == "\n" and keep_newlines
        bad = _unsafe(character) and not kept
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
    """The text as lines of at most `columns` cells; `first` and `rest` open the lines.

    Words are parted only where a line cannot hold them; no-break spaces hold words together.
    """
    lines: list[str] = []
    line = first
    empty = True
    room = max(1, columns - max(width(first), width(rest)))
    for word in re.split(_GAPS, text):
        for part in _parts(word, room):
            if not empty and width(line) + 1 + width(part) > columns:
                lines.append(line)
                line, empty = rest, True
            line += part if empty else f" {part}"
            empty = False
    return [*lines, line] if not empty or not lines else lines


def _parts(word: str, columns: int) -> Iterator[str]:
    part, used = "", 0
    for character in word:
        cells = width(character)
        if part and cells and used + cells > columns:
            yield part
            part, used = "", 0
        part += character
        used += cells
    if part:
        yield part


def shorten(text: str, columns: int) -> str:
    """The text, or as much of it as fits into the cells before a sign that it goes on."""
    if width(text) <= columns:
        return text
    start = next(_parts(text, columns - 1)) if columns > 1 else ""
    return f"{start if width(start) < columns else ''}…" if columns > 0 else ""


def fit(text: str, columns: int) -> str:
    """The text cleaned and shortened; of a very long one, no more is looked at than can fit."""
    return shorten(clean(text[: (1 + _LONGEST_MARK_RUN) * (columns + 1)]), columns)


def fold(text: str) -> str:
    """The words of a text as search compares them, each after one blank and none at the end.

    Case is left out, and so are signs that are typed in many ways, or not at all: apostrophes,
    soft signs, soft hyphens and accents; ё, ў and і are one with the letters typed for them.
    """
    text = unicodedata.normalize("NFC", text).casefold()
    text = text.replace("ё", "е").replace("ў", "у").replace("і", "и")
    return "".join(f" {word}" for word in _WORD.findall(_NOT_COMPARED.sub("", text)))
