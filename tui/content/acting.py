"""Finds advice that acts on the world in English text that should only look or remember."""

import re
from collections.abc import Iterator

_CHANGING = frozenset(
    re.findall(
        r"\w+",
        "activate add allow archive block cancel change clear close connect create cut deactivate "
        "decline delete deny destroy disable disconnect discard download edit empty enable end "
        "erase exit export forget format get grant hand hide install join leave limit log mark "
        "move mute opt pair pause post power publish purge quit reboot register reinstall remove "
        "rename replace request reset restart restore restrict revoke rewrite save set share shut "
        "sign stop switch take terminate throw tick turn unblock uncheck unfollow unfriend "
        "uninstall unlike unlink unpair unsubscribe untag untick update upload wipe withdraw",
    )
)
_CONTACTING = frozenset(
    re.findall(
        r"\w+",
        "agree ask call contact email forward inform invite message phone reply send speak talk "
        "tell thank warn write",
    )
)
_IRREGULAR = {
    "forgotten": "forget",
    "got": "get",
    "hidden": "hide",
    "left": "leave",
    "sent": "send",
    "shut": "shut",
    "taken": "take",
    "thrown": "throw",
    "told": "tell",
    "withdrawn": "withdraw",
    "written": "write",
}

_GAP = r"(?:(?!look|see|check|read|remember|find|open)[\w’'“”-]+ ){0,8}?"
_GROUPS = r"[\w’ -]*\b(?:channels?|groups?|chats?|communit(?:y|ies)|servers?|pages?|bots?)\b"
_ONLY_WITH = {
    "close": rf"{_GAP}(?:accounts?|sessions?)",
    "get": "rid of",
    "hand": rf"{_GAP}over",
    "log": "(?:yourself )?(?:in|out|off|on)",
    "opt": "(?:in|out)",
    "power": rf"{_GAP}(?:off|down)",
    "shut": rf"{_GAP}(?:off|down)",
    "speak": "(?:to|with)",
    "take": rf"{_GAP}(?:off|out|away|down)",
    "talk": "(?:to|with)",
    "turn": rf"(?!to ){_GAP}(?:off|on|down)",
}
"""Words that act only together with others; the rest act unless they stand still."""
_STANDS_STILL = {
    "add": rf"{_GAP}(?:up|together)",
    "agree": "with yourself",
    "ask": "yourself",
    "call": "(?:it|this|that|logs?|history)",
    "change": "to",
    "contact": "(?:details|names?)",
    "email": "address",
    "end": "(?:here|there|with)",
    "leave": rf"{_GAP}(?:as (?!soon|quickly|fast|early)|alone|untouched|unchanged|unopened|unread|open"
    rf"|closed|in place|where)|(?!{_GROUPS}){_GAP}(?:for|to|until|there|behind|rest)",
    "mark": rf"{_GAP}in your (?:head|mind|memory)",
    "move": "(?:on|slowly|down|up|through|along)",
    "phone": "numbers?",
    "post": "office",
    "set": "aside",
    "stop": r"(?:$|[,)]|(?:here|there|now|and|for|at|after|before|if|when|once|as"
    "|reading|looking|searching|scrolling|asking yourself)",
    "switch": "(?:between|to)",
    "tell": "(?:yourself|apart|whether|if|by|from|which|what|how|when)",
    "write": rf"{_GAP}(?:down|on paper)",
}
_NOUNS = frozenset(
    re.findall(
        r"\w+",
        "archive block call change clear contact cut download edit email empty end export format "
        "limit log mark message move pause phone post reply request set share sign stop switch "
        "tick update upload",
    )
)
_NOUN_AFTER = r"(?:lists?|logs?|history|books?|of|is|are|was|were|has|have)"
_NOUN_AFTER_AND = (
    r"(?:$|[,)]|(?:in|on|at|from|for|with|without|to|by|as|and|or|but|than|that|which|who|can|may)\b)"
)

_LABEL = re.compile(r"[“\"]([^”\"]*)[”\"]")
_SPOKEN = re.compile(r"‘(?:[^’]|’(?=\w))*’")
_PRESSED = re.compile(
    r"\b(?:choose|click|confirm|hit|pick|press|push|select|swipe|tap|tick|use)"
    r"(?: (?:again|button|entry|item|on|option|red|the|then|to|word))* [“\"](?P<label>[^”\"]*)"
    r"|[“\"](?P<found>[^”\"]*)[”\"][^“.;:]*\band (?:choose|click|press|select|tap|use) (?:it|that)\b",
    re.IGNORECASE,
)
_FORGET = re.compile(r"\b(?:do not|don[’']t|never) forget\b", re.IGNORECASE)
_NO_LIST = re.compile(
    r"(?<!you )(?<!they )\b(?:do not|don[’']t|never)(?: \w+){1,3}(?:, \w+)*,? or\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"[^.!?;:]+")
_WORD = re.compile(r"[A-Za-z]+")
_BREAK = re.compile(r"[,(—–]|\b(?:and|but|then)\b", re.IGNORECASE)
_NEGATION = re.compile(
    r"\b(?:not|never|nothing|no|none|nobody|neither|nor|cannot|rather than|instead of)\b|n[’']t\b",
    re.IGNORECASE,
)

_SLOWLY = r"(?:\s+(?:\w+ly|again|also|better|either|factory|first|just|later|next|now|once|please|rather|then|today|tomorrow))*[\s-]*$"
_MAY = r"(?:can|may|could|should|must|might|need to|have to|ought to|want to|had better)"
_START = re.compile(
    rf"(?:^|[,(—–]|\b(?:then|please|but)\b)\s*(?:{_SLOWLY[:-1]}|finally|instead|otherwise|afterwards)"
)
