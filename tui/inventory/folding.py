"""Text as it is compared in a review: however it was typed, and in whatever case."""

import unicodedata


def folded(text: str) -> str:
    """The text after NFKC and case folding, with ё as е."""
    return unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")


def held(words: tuple[str, ...], text: str) -> list[str]:
    """The folded words that a text holds."""
    whole = folded(" ".join(text.split()))
    return [word for word in words if word in whole]
