"""Passphrases: six words that nobody chose, and what can honestly be said of one's own."""

import math
import secrets
from importlib.resources import files

WORDS = 6
_LISTED = "wordlist/czech.txt"
"""2,048 words of four to eight plain Latin letters, spelled as they are heard; four letters tell
any two apart. Readers of Belarusian and Russian know many of them. Source: BIP 39, by `mnemonic`.
"""


def words() -> tuple[str, ...]:
    """The words that passphrases are made of."""
    return tuple((files("mnemonic") / _LISTED).read_text(encoding="ascii").split())


def generate() -> str:
    """Six words, each as likely as any other."""
    known = words()
    return " ".join(secrets.choice(known) for _ in range(WORDS))


def bits_generated() -> int:
    """The strength of a generated passphrase in bits."""
    return int(WORDS * math.log2(len(words())))


def most_bits(passphrase: str) -> int:
    """What a passphrase could have at most, had chance drawn it from the signs that it is made of.

    Of one that a person chose nobody can say more than that.
    """
    return int(len(passphrase) * math.log2(max(1, len(set(passphrase)))))
