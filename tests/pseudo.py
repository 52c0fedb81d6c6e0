"""A language no one speaks: some 40 % longer, accented, and marked at both ends.

What a screen shows without the marks was cut off, or never went through the language at all.
"""

import math
import re
from itertools import cycle, islice

from tui.language import Language
from tui.po import Catalog

START, END = "⟦", "⟧"
_PLACEHOLDER = re.compile(r"(\{[^{}]*\})")
_ACCENTED = str.maketrans("aeiouyAEIOUYcnsz", "àéîöûÿÀÉÎÖÛŸçñšž")
_PADDING = "łóñgé "


class Pseudo(Language):
    """Speaks pseudo-language in the interface and in the lists."""

    def text(self, source: str, **values: object) -> str:
        return lengthen(source).format(**values)

    def count(self, number: int, one: str, many: str) -> str:
        return lengthen(one if number == 1 else many).format(n=number)

    def content(
        self,
        catalog: Catalog | None,
        written_in: str,
        context: str,
        source: str,
    ) -> str:
        del catalog, written_in, context
        return lengthen(source)


PSEUDO = Pseudo("pseudo")


def lengthen(source: str) -> str:
    """The text accented, padded and marked; `{placeholders}` stay as they are."""
    words = _PLACEHOLDER.split(source)
    words[::2] = [word.translate(_ACCENTED) for word in words[::2]]
    more = math.ceil(len("".join(words[::2])) * 0.4)
    return f"{START}{''.join(words)}{''.join(islice(cycle(_PADDING), more)).rstrip()}{END}"
