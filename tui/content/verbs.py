"""English words that can tell somebody to act, and the words after them that decide."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CHANGING = _words(
    "activate add allow archive block cancel change clear close connect create cut deactivate "
    "decline delete deny destroy disable discard disconnect dismiss donate download edit empty "
    "enable end erase exit export forget format freeze get grant hand hide install join leave "
    "limit log make mark move mute opt overwrite pair pause pay post power publish purge quit "
    "reboot register reinstall reject remove rename replace repost request reset restart restore "
    "restrict revoke rewrite save set share shred shut sign stop suspend switch take terminate "
    "throw tick transfer turn unblock uncheck unfollow unfriend uninstall unlike unlink unmute "
    "unpair unsubscribe untag untick update upload wipe withdraw"
)
CONTACTING = _words(
    "agree answer ask call contact email forward inform invite message phone reply send speak "
    "talk tell thank warn write"
)
ALSO_NOUNS = _words(
    "answer archive block call change clear contact cut download edit email empty end export "
    "format freeze limit log mark message move pause pay phone post reply repost request set "
    "share sign stop switch transfer update upload"
)
IRREGULAR = {
    "cut": "cut",
    "frozen": "freeze",
    "forgotten": "forget",
    "hidden": "hide",
    "left": "leave",
    "made": "make",
    "paid": "pay",
    "reset": "reset",
    "sent": "send",
    "set": "set",
    "shut": "shut",
    "taken": "take",
    "told": "tell",
    "withdrawn": "withdraw",
    "written": "write",
}

# What may stand between a verb and the word that decides: anything but the next thing to do.
_GAP = r"(?:(?!look|see|check|read|remember|delete|remove)[\w’'“”-]+ ){0,8}?"
_GROUP = r"[\w’ -]*\b(?:channels?|groups?|chats?|communit(?:y|ies)|servers?|pages?|bots?)\b"

ACTS_WITH = {
    "close": rf"{_GAP}(?:accounts?|sessions?)",
    "get": "rid of",
    "hand": rf"{_GAP}over",
    "log": "(?:yourself )?(?:in|out|off|on)",
    "make": rf"{_GAP}(?:private|hidden|invisible)",
    "opt": "in|out",
    "power": rf"{_GAP}(?:off|down)",
    "shut": rf"{_GAP}(?:off|down)",
    "speak": "to|with",
    "take": r"(?:[\w’'“”-]+,? ){0,8}?(?:off|out|away|down)",
    "talk": "to|with",
    "turn": rf"(?!to ){_GAP}(?:off|on|down)",
}
"""These verbs act only with such words after them."""

STANDS_STILL_WITH = {
    "add": rf"{_GAP}(?:up|together)",
    "agree": "with yourself",
    "answer": "the (?:program[’']s )?first question",
    "ask": "yourself",
    "call": "it|this|that",
    "change": "to",
    "contact": "details|names?",
    "email": "address(?:es)?",
    "end": "here|there|with",
    "leave": rf"{_GAP}(?:as (?:it|they|before|usual|now)|alone|untouched|unchanged|unopened|unread"
    rf"|open|closed|in place|where)|(?!{_GROUP}){_GAP}(?:for|to|until|there|behind|rest)",
    "mark": rf"{_GAP}in your (?:head|mind|memory)",
    "move": "on|slowly|down|up|through|along",
    "pay": "attention",
    "phone": "numbers?|calls?",
    "set": "aside",
    "stop": "$|here|there|now|and|for|at|after|before|if|when|once|as|reading|looking|searching",
    "switch": "between|to",
    "tell": "yourself|apart|whether|if|by|from|which|what|how|when",
    "write": rf"{_GAP}(?:down|on paper)",
}
"""These verbs do not act with such words after them."""
