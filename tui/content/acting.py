"""Finds advice that acts on the world in English text that should only look or remember."""

import re
from collections.abc import Iterator

_CHANGING = frozenset(
    ["activate", "add", "archive", "block", "cancel", "change", "clear", "connect", "cut", "deactivate", "decline", "delete", "disable", "disconnect", "discard", "edit", "empty", "enable", "end", "erase", "export", "forget", "format", "hide", "install", "join", "leave", "limit", "log", "mark", "move", "mute", "pair", "pause", "reinstall", "remove", "rename", "replace", "reset", "restore", "restrict", "revoke", "rewrite", "sign", "stop", "switch", "terminate", "throw", "turn", "unfollow", "unfriend", "uninstall", "unlike", "unlink", "unpair", "unsubscribe", "untag", "update", "upload", "wipe", "withdraw"]
)
_CONTACTING = frozenset(
    ["agree", "ask", "call", "contact", "email", "inform", "invite", "message", "phone", "reply", "send", "tell", "warn", "write"]
)
_STANDS_STILL = {
    "add": r"up\b",
    "agree": r"to nothing",
    "ask": r"yourself\b",
    "call": r"(it|this|that)\b",
    "change": r"to\b",
    "end": r"(here|there)\b",
    "leave": r"[\w\s’-]{0,60}\b(as|alone|untouched|unchanged|where|there|until|for|to|behind)\b|the rest\b",
    "move": r"(on|slowly)\b",
    "stop": r"(here|reading|for|at|when|there|and)\b|$",
    "switch": r"(between|to)\b",
    "tell": r"yourself\b",
    "turn": r"(to|the)\b",
    "write": r"down\b",
}
_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’(?!\w)")
_PRESSED = re.compile(
    r"\b(?:choose|click|confirm|press|select|tap|use)(?: on)? “([A-Za-z]+)", re.IGNORECASE
)
_SENTENCE = re.compile(r"[^.!?;:]+")
_STARTER = re.compile(
    r"(?:^|,|\b(?:then|and|or|but|can|may|should|could|must|please|now|also|again|first|only|better"
    r"|either|once))\s*$",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(?:not|never|nothing|no|none|without|neither|nor|cannot|instead of)\b", re.IGNORECASE
)
_BREAK = re.compile(r"[,—–]|\bbut\b|\bthen\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]+")


def acting_words(text: str, *, contacting: bool = True) -> Iterator[str]:
    """The verbs with which the text tells the reader to act; `contacting` includes turning to people.

    A verb counts in the imperative, after words such as "can" and "should", and as the label of a
    button to press. It does not count where its clause is negated: "do not delete or reset" does
    not act, "look, then delete" does.
    """
    verbs = _CHANGING | _CONTACTING if contacting else _CHANGING
    for sentence in _SENTENCE.findall(text):
        for match in _PRESSED.finditer(sentence):
            if match[1].lower() in verbs and not _negated(sentence[: match.start()]):
                yield match[1].lower()
        plain = _QUOTED.sub("“”", sentence)
        for match in _WORD.finditer(plain):
            word, before, after = match[0].lower(), plain[: match.start()], plain[match.end() :]
            if word in verbs and _STARTER.search(before) and not _negated(before):
                if not _stands_still(word, after.lstrip()):
                    yield word


def _negated(before: str) -> bool:
    return _NEGATION.search(_BREAK.split(before.rstrip(" ,"))[-1]) is not None


def _stands_still(word: str, after: str) -> bool:
    return re.match(rf"(nothing|no|none)\b|{_STANDS_STILL.get(word, '(?!)')}", after) is not None
