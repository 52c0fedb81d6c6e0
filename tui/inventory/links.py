"""The domain of an address, the way people read it."""

from __future__ import annotations

import re

LONGEST_DOMAIN = 253
"""Characters; the rule of DNS."""

_PLAIN = re.compile(r"https?://(?:www\.)?([a-z0-9.-]*[a-z0-9])(?:[/?#]|$)")
"""Most addresses there are; the rest takes twice the time."""
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+-]*):")
_OF_THE_WEB = frozenset({"http", "https", "ftp"})
_HOST = re.compile(r"[/\\]*(?:[^/?#\\]*@)?(\[[^\]/?#\\]*\]|[^/?#\\:]*)")


def domain_of(address: str) -> str:
    """The name of the site, lower case, without scheme, user, port, and one "www." before it.

    Of an address that leads to no site, the scheme, as in "tg:". Names in punycode stay as they
    stand, since two that look alike are then told apart. What is given is not made harmless.
    """
    if plain := _PLAIN.match(address):
        return plain[1][:LONGEST_DOMAIN]
    address = address.strip()
    start = 0
    if scheme := _SCHEME.match(address):
        if (name := scheme[1].lower()) not in _OF_THE_WEB:
            return f"{name}:"[:LONGEST_DOMAIN]
        start = scheme.end()
    host = _HOST.match(address, start)
    domain = host[1].rstrip(".").lower().removeprefix("www.") if host else ""
    return domain[:LONGEST_DOMAIN]
