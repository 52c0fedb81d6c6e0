"""A passphrase on its way from the keyboard to the file."""


class Passphrase:
    """Words that no report, no picture and no log shows: only who asks for them has them."""

    __slots__ = ("_words",)

    def __init__(self, words: str) -> None:
        self._words = words

    def __repr__(self) -> str:
        return "Passphrase()"

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._words.strip())

    def same_as(self, other: "Passphrase") -> bool:
        """Whether both are the same words."""
        return self._words.split() == other._words.split()

    def reveal(self) -> str:
        """The words themselves."""
        return self._words
