"""English words that can tell somebody to act, and the words after them that decide."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CHANGING = _words(
    "activate add allow archive block cancel change clear close connect create cut deactivate "
    "decline delete deny destroy disable disconnect discard download edit empty enable end erase "
    "exit export forget format get grant hand hide install join leave limit log mark move mute opt "
    "pair pause post power publish purge quit reboot register reinstall remove rename replace "
    "request reset restart restore restrict revoke rewrite save set share shut sign stop switch "
    "take terminate throw tick turn unblock uncheck unfollow unfriend uninstall unlike unlink "
    "unmute unpair unsubscribe untag untick update upload wipe withdraw"
)
CONTACTING = _words(
    "agree ask call contact email forward inform invite message phone reply send speak talk tell "
    "thank warn write"
)
ALSO_NOUNS = _words(
    "archive block call change clear contact cut download edit email empty end export format limit "
    "log mark message move pause phone post reply request set share sign stop switch update upload"
)
IRREGULAR = {
    "cut": "cut",
    "forgotten": "forget",
    "hidden": "hide",
    "left": "leave",
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
    "phone": "numbers?|calls?",
    "set": "aside",
    "stop": "$|here|there|now|and|for|at|after|before|if|when|once|as|reading|looking|searching",
    "switch": "between|to",
    "tell": "yourself|apart|whether|if|by|from|which|what|how|when",
    "write": rf"{_GAP}(?:down|on paper)",
}
"""These verbs do not act with such words after them."""
