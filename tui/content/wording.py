"""How texts for readers are worded: calm, plain and without a trace that can be followed."""

import re
from collections.abc import Iterator

LABEL = re.compile(r"“([^”]*)”")

_ANYWHERE = (
    ("arrow", r"[←-⇿➔-➾]|->|=>", "write the way as sentences, without arrows"),
    ("markup", r"\*\*|\*\w[^*]*\*|__|`|\]\(|<[A-Za-z/!]|\[[@/]",
     "there is no markup; write plain text"),
    ("address", r"https?://\S*|www\.\S*|\w+@\w+|\b[\w-]+\.(?:org|com|net|by|ru|eu|info)\b",
     "leave addresses out; describe the place in words"),
    ("draft-mark", r"\((?:s|g)[ )]|\b(?:sub|rep|bot|bank|ph|tra|msg|pho|acc)-\d\d\b|\bTG[aid]\b",
     "this is a mark of the drafts; write it as words"),
)  # fmt: skip
_OUTSIDE_LABELS = (
    ("exclamation", r"!", "leave exclamation marks out; stay calm"),
    ("promise", r"(?i)\b(?:safe|safely|guarantee[sd]?|untraceable|undetectable)\b|\brisk-free\b"
     r"|\b(?:completely|fully|totally|100 ?%) (?:secure|protected|anonymous|private)\b"
     r"|\b(?:no risk|nobody (?:can|will) ever|cannot be (?:traced|found out))\b",
     "this is a promise; say which risk it lowers"),
    ("blame", r"(?i)\byou(?: have)? (?:failed|forgot(?:ten)?|neglected|should have|ought to have)\b"
     r"|(?<!not )\byour own fault\b|\b(?:careless|foolish|stupid|naive)(?:ly|ness)?\b",
     "this blames the reader; say what can be done now"),
    ("pressure", r"(?i)\b(?:must|have to|needs? to) [\w ]*\b(?:immediately|at once|right now)\b"
     r"|\bimmediately\b|\burgent(?:ly)?:",
     "this hurries the reader; say what comes first"),
    ("praise", r"(?i)\b(?:well done|good job|congratulations|bravo|your score|risk level)\b",
     "no praise and no score; say what is done"),
    ("quotes", r'"', "put words on the screen between “ and ”, words to say between ‘ and ’"),
    ("quotes", r"[“”]", "a “ needs its ” and the other way round"),
)  # fmt: skip
_SENTENCE_ENDS = re.compile(r"[.!?:;]\s+")
_MOST_WORDS = 20


def wording(text: str) -> Iterator[tuple[str, str]]:
    """Key and message of every rule of wording that the text breaks.

    Words on the reader's screen, in double quotes, may promise and exclaim.
    """
    for rules, searched in ((_ANYWHERE, text), (_OUTSIDE_LABELS, LABEL.sub("", text))):
        for key, pattern, message in rules:
            if match := re.search(pattern, searched):
                yield key, f"'{match[0]}': {message}"
    longest = max(len(sentence.split()) for sentence in _SENTENCE_ENDS.split(text))
    if longest > _MOST_WORDS:
        yield "long", f"a sentence of {longest} words; at most {_MOST_WORDS} are read with ease"
