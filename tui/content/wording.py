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
    ("promise", r"(?i)\b(?:safe|safely|guarantee[sd]?|untraceable|undetectable)\b",
     "this is a promise; say which risk it lowers"),
    ("quotes", r'"', "put words on the screen between “ and ”, words to say between ‘ and ’"),
    ("quotes", r"[“”]", "a “ needs its ” and the other way round"),
)  # fmt: skip


def wording(text: str) -> Iterator[tuple[str, str]]:
    """Key and message of every rule of wording that the text breaks.

    Words on the reader's screen, in double quotes, may promise and exclaim.
    """
    for rules, searched in ((_ANYWHERE, text), (_OUTSIDE_LABELS, LABEL.sub("", text))):
        for key, pattern, message in rules:
            if match := re.search(pattern, searched):
                yield key, f"'{match[0]}': {message}"
