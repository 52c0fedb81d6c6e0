"""Seals in the age format with any work factor, so that a test need not wait. Source: C2SP, age."""

import hashlib
import hmac
import os
from base64 import b64encode

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

LOWEST = 1
CHUNK = 64 * 1024


def seal(plain: bytes, passphrase: str, *, work: int = LOWEST) -> bytes:
    """The content as an age file that this passphrase opens."""
    file_key, salt, nonce = os.urandom(16), os.urandom(16), os.urandom(16)
    label = b"age-encryption.org/v1/scrypt"
    wrap = hashlib.scrypt(
        passphrase.encode(), salt=label + salt, n=2**work, r=8, p=1, dklen=32, maxmem=2**30
    )
    body = ChaCha20Poly1305(wrap).encrypt(bytes(12), file_key, None)
    stanza = f"-> scrypt {_base64(salt)} {work}\n{_base64(body)}\n"
    header = f"age-encryption.org/v1\n{stanza}---".encode()
    mac = hmac.digest(_derived(file_key, b"", b"header"), header, "sha256")
    return header + f" {_base64(mac)}\n".encode() + nonce + _chunks(plain, file_key, nonce)


def _chunks(plain: bytes, file_key: bytes, nonce: bytes) -> bytes:
    cipher = ChaCha20Poly1305(_derived(file_key, nonce, b"payload"))
    parts = [plain[at : at + CHUNK] for at in range(0, len(plain), CHUNK)] or [b""]
    counted = ((number.to_bytes(11, "big"), part) for number, part in enumerate(parts))
    last = len(parts) - 1
    return b"".join(
        cipher.encrypt(count + bytes([int.from_bytes(count, "big") == last]), part, None)
        for count, part in counted
    )


def _derived(key: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(SHA256(), length=32, salt=salt, info=info).derive(key)


def _base64(data: bytes) -> str:
    return b64encode(data).decode().rstrip("=")
