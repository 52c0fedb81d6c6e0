"""Marks in a file that only a passphrase opens: the age format, which other programs read too.

Inside stand the permanent numbers of lists and items with their marks, as in a paper code, and the
decisions about findings by their hashes; no time, no name, no answer. The length tells nothing but
how many steps of 16 KiB it is.
"""

import json
import unicodedata
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import Any

from tui.apart import Apart
from tui.errors import VaultError
from tui.paper_code import Noted
from tui.session import HASH_BYTES, Review, Reviewed, Status

VERSION = 2
"""1 held no decisions about findings; it is read too."""

STEP = 16 * 1024
"""Bytes by which the content grows; what is not needed is filled up, inside the seal."""

BEGINNING = b"age-encryption.org/"
"""How every such file begins."""

_AGE_1 = b"age-encryption.org/v1\n-> scrypt "
_END_OF_HEADER = b"\n--- "
_MAC, _NONCE, _TAG, _CHUNK = 44, 16, 16, 64 * 1024
"""Lengths in bytes. Source: the age file format, C2SP."""


MOST_KEY_BYTES = 64
"""How long the hash of a finding is, and how long its key may be."""

MOST_DECISIONS = 200_000
"""With more, the file would become too large to be opened again."""


@dataclass(frozen=True)
class Contents:
    """What a file holds: marks by the numbers of lists and items, and what a review decided."""

    noted: tuple[Noted, ...]
    review: Review = field(default_factory=Review)


def seal(contents: Contents, passphrase: str, apart: Apart) -> bytes:
    """A file that holds this; it takes seconds, on purpose.

    Raises:
        VaultError: no file can be sealed on this machine, or it would become too large.
        ApartError: it was given up.
    """
    plain = write(contents)
    pyrage = _pyrage()
    return apart.run(
        lambda: pyrage.passphrase.encrypt(plain, _normal(passphrase)), pyrage.EncryptError
    )


def unseal(data: bytes, passphrase: str, apart: Apart) -> Contents:
    """What a file holds; it takes seconds, on purpose.

    Raises:
        VaultError: it is not ours, cut short, damaged or newer, or the passphrase is another.
        ApartError: it was given up.
    """
    _see_that_it_is_whole(data)
    pyrage = _pyrage()
    try:
        plain = apart.run(
            lambda: pyrage.passphrase.decrypt(data, _normal(passphrase)), pyrage.DecryptError
        )
    except pyrage.DecryptError as error:
        raise _refusal(str(error)) from None
    return read(plain)


def see_that_it_can() -> None:
    """Does nothing where files can be sealed.

    Raises:
        VaultError: no file can be sealed on this machine.
    """
    if not all(map(find_spec, ("pyrage", "mnemonic"))):
        hint = "the paper code needs nothing; press c in a list or a plan"
        raise VaultError("no file can be kept on this machine", hint)


def _pyrage() -> Any:
    see_that_it_can()
    import pyrage

    return pyrage


def _normal(passphrase: str) -> str:
    """The same passphrase however the keyboard composed its letters."""
    return " ".join(unicodedata.normalize("NFC", passphrase).split())


def _see_that_it_is_whole(data: bytes) -> None:
    if not data.startswith(BEGINNING):
        raise VaultError("this is not a file that Paradak saved", "choose another file")
    if not data.startswith(_AGE_1):
        raise VaultError("this is not a file that Paradak saved, or a newer one did", _NEWER)
    _header, mark, rest = data.partition(_END_OF_HEADER)
    sealed = len(rest) - _MAC - _NONCE
    chunks = -(-sealed // (_CHUNK + _TAG))
    plain = sealed - chunks * _TAG
    if not mark or plain <= 0 or plain % STEP:
        raise VaultError("the file is cut short", "take the copy that you kept, if there is one")


_NEWER = "open it with the Paradak that saved it"


def _refusal(told: str) -> VaultError:
    """What it means that a file could not be opened; told apart as far as the format allows."""
    if told == "Decryption failed":
        message = "the passphrase is another, or the beginning of the file was changed"
        return VaultError(message, "type it again, slowly")
    if "work factor" in told.lower() or "work parameter" in told.lower():
        hint = "try again when this computer is less busy, or on a faster one"
        return VaultError("opening this file would take too long here", hint)
    hint = "take the copy that you kept, if there is one"
    return VaultError("the file is damaged", hint)


def write(contents: Contents) -> bytes:
    """What is sealed: JSON, filled up to whole steps.

    Raises:
        VaultError: it would become too large.
    """
    content: dict[str, Any] = {"version": VERSION, "lists": [_told(one) for one in contents.noted]}
    if contents.review.marks:
        content["review"] = _decided(contents.review)
    plain = json.dumps(content, separators=(",", ":")).encode()
    return plain + bytes(-len(plain) % STEP)


def read(plain: bytes) -> Contents:
    """What was sealed; whoever did had the passphrase, but may have had another program.

    Raises:
        VaultError: it is not ours, or newer.
    """
    try:
        content = json.loads(plain.rstrip(b"\0"))
        if content["version"] > VERSION:
            raise VaultError("a newer Paradak saved this file", _NEWER)
        noted = tuple(_noted(one) for one in content["lists"])
        return Contents(noted, _review(content["review"]) if "review" in content else Review())
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        message = "another program sealed this file"
        raise VaultError(message, "choose another file") from None


def _told(noted: Noted) -> dict[str, Any]:
    marks = {str(number): status.value for number, status in sorted(noted.marks.items())}
    return {"number": noted.number, "revision": noted.revision, "marks": marks}


def _noted(told: dict[str, Any]) -> Noted:
    marks = {int(number): Status(status) for number, status in told["marks"].items()}
    return Noted(int(told["number"]), int(told["revision"]), marks)


def _decided(review: Review) -> dict[str, Any]:
    """The hashes of each decision in one string; sorted, so that their order tells nothing."""
    if len(review.marks) > MOST_DECISIONS:
        raise VaultError("there are too many decisions for one file", "take some of them back")
    names: dict[Reviewed, list[bytes]] = {decision: [] for decision in Reviewed}
    for name, decision in review.marks.items():
        names[decision].append(name)
    marks = {str(one): b"".join(sorted(found)).hex() for one, found in names.items() if found}
    return {"key": review.key.hex(), "marks": marks}


def _review(told: dict[str, Any]) -> Review:
    key = bytes.fromhex(told["key"])
    marks = [
        (names[place : place + HASH_BYTES], decision)
        for decision, names in ((Reviewed(d), bytes.fromhex(n)) for d, n in told["marks"].items())
        for place in range(0, len(names), HASH_BYTES)
    ]
    review = Review(key, dict(marks))
    whole = all(len(name) == HASH_BYTES for name in review.marks)
    if not whole or len(review.marks) < len(marks) or not 0 < len(key) <= MOST_KEY_BYTES:
        raise ValueError
    return review
