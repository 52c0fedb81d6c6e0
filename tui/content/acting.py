"""Finds advice that acts on the world in English text that should only look or remember."""

import re
from collections.abc import Iterator

from tui.content.verbs import (
    ACTS_WITH,
    ALSO_NOUNS,
    CHANGING,
    CONTACTING,
    IRREGULAR,
    STANDS_STILL_WITH,
)


def _expression(*pieces: str) -> re.Pattern[str]:
    return re.compile("".join(pieces), re.IGNORECASE)


_ADVERBS = (
    r"(?:(?:\w+ly|again|also|better|first|just|later|next|now|please|rather|today|tomorrow)\s+)*"
)
_MAY = r"(?:can|may|could|should|must|might|need to|have to|ought to|want to|had better)"
_PRESS = r"\b(?:choose|click|confirm|hit|pick|press|push|select|tap|tick|use)"

# What stands before a verb that is an order.
_FIRST = _expression(
    rf"^{_ADVERBS}$|\b(?:then|so|please|instead|otherwise|factory[ -])\s*{_ADVERBS}$",
    r"|^(?:after|before) (?:this|that) $",
    r"|^(?:in|on|at|from|under|inside) (?:(?:the|a|an|your|this|that) (?!$))?(?!(?:the|an?|your) )"
    r"[\w’“”-]+ $",
)
_IN_A_ROW = _expression(rf"(?P<link>[,(—–]|\b(?:and|or|but)\b)\s*{_ADVERBS}$")
_TO_YOU = _expression(
    rf"\byou {_ADVERBS}{_MAY} {_ADVERBS}$",
    r"|\b(?:try|sure|remember|best|better|free|wise|helps?|good|time|is|are|important|decide)",
    rf" to {_ADVERBS}$",
)
_ABOUT_YOU = _expression(
    r"\b(?:who|what|which|that|how|where|whether|if|when|before|until)(?: (?!you )\w+){0,2}",
    rf" you {_ADVERBS}{_MAY} {_ADVERBS}$",
)
_BEFORE_GERUND = _expression(
    r"\b(?:consider|try|recommend|suggest|worth|continue|(?:start|begin|finish) (?:by|with)) $"
)
_BEFORE_PARTICIPLE = _expression(
    rf"\b(?:should|must|needs? to|has to|have to|ought to) {_ADVERBS}be {_ADVERBS}$",
    rf"|\b(?:is|are) best {_ADVERBS}$",
)

# What makes it no order after all.
_NEGATION = _expression(
    r"\b(?:not|never|nothing|nobody|no|none|neither|nor|cannot|rather than)\b|n[’']t\b"
)
_STATEMENT = _expression(
    r"\s*(?:the|a|an|some|many|most|other|people|they|it|he|she|this|that|these|those|someone",
    r"|anyone|your|their|its|if|when|before|until|while|unless|because",
    r"|(?!always|sometimes)\w+[^\W_s]s)\b",
)
_QUESTION = _expression(r"\b(?:who|what|which|how|where|when|why|whether)\b")
_NOTHING = _expression(r"(?:(?:to|for) )?(?:nothing|nobody|no one|none|no)\b")
_NOUN = _expression(r"(?:lists?|logs?|history|books?|of|is|are|was|were|has|have)\b")
_NOUN_IN_A_ROW = _expression(
    r"$|[,)]|(?:in|on|at|from|for|with|without|to|by|as|and|or|but|than|that|which|who|can|may)\b"
)

_NOT_FORGET = _expression(r"\b(?:do not|don[’']t|never) forget\b")
_NOT_ONE_OF = _expression(
    r"(?<!you )(?<!they )\b(?:do not|don[’']t|never)(?: \w+){1,3}(?:, \w+)*,? or\b"
)
_SENTENCE = re.compile(r"[^.!?;:]+")
_CLAUSE = _expression(r"[,(—–]|\b(?:but|then)\b")
_PART = _expression(r"[,(—–]|\b(?:and|but|then)\b")
_WORD = re.compile(r"[A-Za-z]+")
_SPOKEN = re.compile(r"‘(?:[^’]|’(?=\w))*’")
_LABEL = re.compile(r"[“\"][^”\"]*[”\"]")
_PRESSED = _expression(
    rf"(?:{_PRESS}|\bthen)(?: (?:again|button|entry|item|on|option|red|the|then|word))*",
    r" [“\"](?P<label>\w+)",
    rf"|[“\"](?P<found>\w+)[^”\"]*[”\"][^“.;:]*\b(?:and|then) {_PRESS} (?:it|that)\b",
)


def acting_words(text: str, *, contacting: bool = True) -> Iterator[str]:
    """The verbs that tell the reader to act; `contacting` includes turning to other people.

    A verb counts in the imperative, after words such as "you can" and "try to", and as the label
    of a button to press. It does not count where its clause is negated, in statements about others
    and where the words after it make it stand still: "do not delete or reset" and "leave it as it
    is" do not act, "look, then delete" does. In doubt it counts.
    """
    verbs = CHANGING | CONTACTING if contacting else CHANGING
    text = _NOT_FORGET.sub("remember", _SPOKEN.sub("‘’", text))
    for match in _PRESSED.finditer(text):
        label = (match["label"] or match["found"]).lower()
        before = _SENTENCE.findall(f" {text[: match.start()]}")[-1]
        if label in verbs and not _negated(before):
            yield label
    for sentence in _SENTENCE.findall(_LABEL.sub("“”", text)):
        plain = _NOT_ONE_OF.sub(lambda match: match[0].replace(",", ""), sentence.strip())
        for match in _WORD.finditer(plain):
            before, after = plain[: match.start()], plain[match.end() :].strip()
            verb = _ordered(match[0].lower(), before)
            if verb in verbs and not _negated(before) and not _harmless(verb, before, after):
                yield verb


def _ordered(word: str, before: str) -> str:
    """The verb of which the word is a form, if what stands before it makes it an order."""
    if word in CHANGING | CONTACTING and (
        _FIRST.search(before)
        or _IN_A_ROW.search(before)
        or (_TO_YOU.search(before) and not _ABOUT_YOU.search(before))
    ):
        return word
    if word.endswith("ing") and _BEFORE_GERUND.search(before):
        return _base(word.removesuffix("ing"))
    if _BEFORE_PARTICIPLE.search(before):
        return IRREGULAR.get(word) or _base(word.removesuffix("ed"))
    return ""


def _base(stem: str) -> str:
    """The verb behind "delet", "mov", "stopp" or "repli"."""
    forms = (stem, f"{stem}e", stem[:-1], f"{stem[:-1]}y")
    return next((form for form in forms if form in CHANGING | CONTACTING), "")


def _negated(before: str) -> bool:
    return _NEGATION.search(_PART.split(before)[-1]) is not None


def _harmless(verb: str, before: str, after: str) -> bool:
    """Whether the verb stands still, is a noun after all, or says what somebody else does."""
    noun, row = verb in ALSO_NOUNS, _IN_A_ROW.search(before)
    if _NOTHING.match(after) or (noun and _NOUN.match(after)):
        return True
    if verb in ACTS_WITH and not _followed(after, ACTS_WITH[verb]):
        return True
    if verb in STANDS_STILL_WITH and _followed(after, STANDS_STILL_WITH[verb]):
        return True
    return row is not None and (
        (noun and _NOUN_IN_A_ROW.match(after) is not None)
        or _of_others(_CLAUSE.split(before[: row.start()])[-1], row["link"].lower())
    )


def _followed(after: str, words: str) -> bool:
    return re.match(rf"(?:{words})(?!\w)", after, re.IGNORECASE) is not None


def _of_others(clause: str, link: str) -> bool:
    if link == "or" and _QUESTION.search(clause):
        return True
    return link in {"and", "or"} and _STATEMENT.match(clause) is not None
