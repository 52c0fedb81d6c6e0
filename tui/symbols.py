"""Numbers as symbols to copy by hand: lines in groups of four that notice a slip of the pen.

The alphabet is Crockford's base32. The last two symbols of a line are the check symbols of a
Reed-Solomon code over 32 elements: with up to 31 symbols in a line, any one or two wrong ones are
noticed, and so are any two that changed places, and lines that did.
"""

import re
from collections.abc import Iterable, Sequence

from tui.errors import CodeError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUP, LINE, CHECKS = 4, 28, 2
"""Symbols in a group and in a line, and how many of a line are check symbols."""

_LOOK_ALIKES = str.maketrans("OILАВСЕНКМОРТХУЅІ", "011ABCEHKM0PTXYS1")
"""What is typed for a symbol that looks the same, Latin and Cyrillic. Source: Crockford."""

_BETWEEN = re.compile(r"[\s\-‐–—.·]+")
_FIELD = 0b100101
"""The polynomial x⁵ + x² + 1, by which the 32 elements are multiplied."""

_ALPHA = 2


def written(symbols: Sequence[int]) -> tuple[str, ...]:
    """The symbols, each from 0 to 31, as lines; zeros fill up the last group."""
    room = LINE - CHECKS
    parts = [list(symbols[start : start + room]) for start in range(0, len(symbols), room)]
    if parts:
        parts[-1] += [0] * (-(len(parts[-1]) + CHECKS) % GROUP)
    return tuple(_line(part, number) for number, part in enumerate(parts))


def read(text: str) -> list[int]:
    """The symbols in lines that somebody copied; case, blanks and hyphens do not matter.

    Raises:
        CodeError: a character is no symbol, or is wrong, missing or in another place.
    """
    plain = _plain(text)
    if foreign := [sign for sign in plain if sign not in ALPHABET]:
        raise CodeError("'{sign}' stands in no code", "compare it with the paper", sign=foreign[0])
    values = [ALPHABET.index(sign) for sign in plain]
    lines = [values[start : start + LINE] for start in range(0, len(values), LINE)]
    for number, line in enumerate(lines):
        if len(line) % GROUP or _syndromes(line, number) != (0, 0):
            message = "line {n} does not fit: a character is wrong, missing or in another place"
            raise CodeError(message, "compare it with the paper, group by group", n=number + 1)
    return [value for line in lines for value in line[:-CHECKS]]


def grouped(text: str) -> tuple[str, ...]:
    """What somebody has typed so far, in groups and lines as on the paper."""
    plain = _plain(text)
    return tuple(_groups(plain[start : start + LINE]) for start in range(0, len(plain), LINE))


def _plain(text: str) -> str:
    return _BETWEEN.sub("", text).upper().translate(_LOOK_ALIKES)


def _groups(signs: str) -> str:
    return " ".join(signs[start : start + GROUP] for start in range(0, len(signs), GROUP))


def _line(values: list[int], number: int) -> str:
    plain, shifted = _syndromes([*values, 0, 0], number)
    first = _times(plain ^ shifted, _INVERSE)
    whole = [*values, first, plain ^ first]
    return _groups("".join(ALPHABET[value] for value in whole))


def _syndromes(values: Iterable[int], number: int) -> tuple[int, int]:
    """Both are 0 for a line that fits its number."""
    plain, shifted = number % 32, 0
    for value in values:
        plain ^= value
        shifted = _times(shifted, _ALPHA) ^ value
    return plain, shifted


def _times(one: int, other: int) -> int:
    product = 0
    while other:
        product ^= one if other & 1 else 0
        one <<= 1
        one ^= _FIELD if one & 32 else 0
        other >>= 1
    return product


_INVERSE = next(value for value in range(32) if _times(value, 1 ^ _ALPHA) == 1)
