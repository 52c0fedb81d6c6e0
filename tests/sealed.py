"""What stands in the file as its format says, sealed so that it opens without a wait."""

import json
from collections.abc import Mapping
from itertools import groupby

from tests import age
from tui.session import Reviewed
from tui.vault import STEP, VERSION, Contents

PASSPHRASE = "six words of mine and more"


def told(contents: Contents, version: int = VERSION) -> dict[str, object]:
    """The JSON of a file."""
    lists = [
        {
            "number": one.number,
            "revision": one.revision,
            "marks": {str(number): status for number, status in one.marks.items()},
        }
        for one in contents.noted
    ]
    content: dict[str, object] = {"version": version, "lists": lists}
    if contents.review.marks:
        marks = _by_decision(contents.review.marks)
        content["review"] = {"key": contents.review.key.hex(), "marks": marks}
    return content


def _by_decision(marks: Mapping[bytes, Reviewed]) -> dict[str, str]:
    pairs = sorted((str(decision), name.hex()) for name, decision in marks.items())
    return {
        decision: "".join(name for _, name in found)
        for decision, found in groupby(pairs, key=lambda pair: pair[0])
    }


def sealed(content: object, passphrase: str = PASSPHRASE) -> bytes:
    """A file as ours with this JSON in it."""
    plain = json.dumps(content).encode()
    return age.seal(plain + bytes(-len(plain) % STEP), passphrase)
