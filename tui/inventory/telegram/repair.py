"""Two kinds of JSON that Telegram wrote and no parser takes, made whole."""

import json
import re

_ESCAPE = re.compile(rb"\\(?:x([0-9A-Fa-f]{2})|.)", re.DOTALL)
_BARE_DOCUMENT = re.compile(
    rb'("document_id":[ \t]*+)([^\s",\[{}\]0-9nNtf-][^\r\n",}]*+)(?=[,}\r\n])'
)
"""A path to a sticker without quotes, written in August 2022. Source: Telegram Desktop, 24961."""


def repaired(text: bytes) -> bytes:
    """The text with control characters and paths written as JSON wants them."""
    return _BARE_DOCUMENT.sub(_quoted, _ESCAPE.sub(_unicode, text))


def _unicode(match: re.Match[bytes]) -> bytes:
    return b"\\u00" + match[1] if match[1] else match[0]


def _quoted(match: re.Match[bytes]) -> bytes:
    path = match[2].rstrip(b" \t").decode("utf-8", "replace")
    return match[1] + json.dumps(path).encode()
