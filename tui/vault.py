"""Marks in a file that only a passphrase opens: the age format, which other programs read too.

Inside stand the permanent numbers of lists and items with their marks, as in a paper code; no time,
no name, no answer. The length tells nothing but how many steps of 16 KiB it is.
"""

import json
import unicodedata
from collections.abc import Iterable
from importlib.util import find_spec
from typing import Any

from tui.apart import Apart
from tui.errors import VaultError
from tui.paper_code import Noted
from tui.session import Status

VERSION = 1
STEP = 16 * 1024
"""Bytes by which the content grows; what is not needed is filled up, inside the seal."""

BEGINNING = b"age-encryption.org/"
"""How every such file begins."""

_AGE_1 = b"age-encryption.org/v1\n-> scrypt "
_END_OF_HEADER = b"\n--- "
_MAC, _NONCE, _TAG, _CHUNK = 44, 16, 16, 64 * 1024
"""Lengths in bytes. Source: the age file format, C2SP."""


def seal(noted: Iterable[Noted], passphrase: str, apart: Apart) -> bytes:
    """The content of a file with these marks; it takes seconds, on purpose.

    Raises:
        VaultError: no file can be sealed on this machine.
        ApartError: it was given up.
    """
    content = {"version": VERSION, "lists": [_told(one) for one in noted]}
    plain = json.dumps(content, separators=(",", ":")).encode()
    plain += bytes(-len(plain) % STEP)
    pyrage = _pyrage()
    return apart.run(
        lambda: pyrage.passphrase.encrypt(plain, _normal(passphrase)), pyrage.EncryptError
    )


def unseal(data: bytes, passphrase: str, apart: Apart) -> tuple[Noted, ...]:
    """The marks in the content of a file; it takes seconds, on purpose.

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
    return _read(plain)


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


def _told(noted: Noted) -> dict[str, Any]:
    marks = {str(number): status.value for number, status in sorted(noted.marks.items())}
    return {"number": noted.number, "revision": noted.revision, "marks": marks}


def _read(plain: bytes) -> tuple[Noted, ...]:
    """What is inside; whoever sealed it had the passphrase, but may have had another program."""
    try:
        content = json.loads(plain.rstrip(b"\0"))
        if content["version"] > VERSION:
            raise VaultError("a newer Paradak saved this file", _NEWER)
        return tuple(
            Noted(
                int(one["number"]),
                int(one["revision"]),
                {int(number): Status(status) for number, status in one["marks"].items()},
            )
            for one in content["lists"]
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        message = "another program sealed this file"
        raise VaultError(message, "choose another file") from None
