"""Text as it is compared in a review: however it was typed, and in whatever case."""

import unicodedata


def folded(text: str) -> str:
    """The text after NFKC and case folding, with ё as е."""
    return unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
