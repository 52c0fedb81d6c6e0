"""Makes archives as Telegram Desktop exports them, with the counts of all that is in them.

The same arguments give the same bytes. Names, ids, numbers and sites are invented. Years tell how
an export looked then:

- 2019: ids of senders are numbers
- 2021: they are words such as user1
- 2023: moments in seconds too, parts of texts in a list, buttons
- 2026: ids of what was forwarded, sizes, reactions
- 2027: some messages are rich instead of text
"""

import argparse
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.telegram_expected import Expected
from tests.telegram_layout import LAYOUTS, CutError, Late, Writer
from tests.telegram_messages import Chat, Faults, Messages
from tests.telegram_sections import sections
from tests.telegram_words import ME, NEEDLE, person, title

ERAS = (2019, 2021, 2023, 2026, 2027)
SKIPPED = ("sessions", "contacts", "other", "bots", "groups", "channels", "left")
"""What can be left out of an export; groups are the public ones."""
_ALL_LEFT = ("public_supergroup", "public_channel", "private_supergroup", "private_channel")


@dataclass(frozen=True)
class _Kind:
    """How many chats are of this kind, and how many messages they hold, beside others."""

    share: float
    weight: float
    box: str = ""
    only_mine: bool = False


_KINDS = {
    "personal_chat": _Kind(44, 1),
    "private_group": _Kind(4, 1.5),
    "private_supergroup": _Kind(10, 4),
    "bot_chat": _Kind(8, 0.3, "bots"),
    "private_channel": _Kind(4, 0.2, "channels"),
    "public_supergroup": _Kind(9, 0.05, "groups", only_mine=True),
    "public_channel": _Kind(21, 0, "channels", only_mine=True),
}


@dataclass(frozen=True)
class _Plan:
    """What is in the file, whatever its layout."""

    messages: int
    chats: int
    seed: int
    era: int
    single: str
    skip: frozenset[str]
    bad_escapes: int
    bare_documents: int


def generate(
    path: Path,
    *,
    messages: int = 1000,
    chats: int = 30,
    seed: int = 1,
    era: int = 2026,
    layout: str = "telegram",
    single: str = "",
    skip: Collection[str] = (),
    bad_escapes: int = 0,
    bare_documents: int = 0,
    cut: float = 0,
) -> Expected:
    """Writes an archive and tells what is in it, or in that share of its bytes before it is cut.

    `single` is the kind of the only chat; so many messages hold an escape, or a document without
    quotes, that Telegram writes and that is no JSON.
    """
    plan = _Plan(messages, chats, seed, era, single, frozenset(skip), bad_escapes, bare_documents)
    size, expected = _write(path, plan, layout)
    if cut:
        _, expected = _write(path, plan, layout, int(size * cut))
    return expected


def _write(path: Path, plan: _Plan, layout: str, limit: int | None = None) -> tuple[int, Expected]:
    expected = Expected(self_id=ME, needle=NEEDLE, absent=plan.skip)
    with path.open("wb", buffering=1 << 20) as file:
        writer = Writer(file, LAYOUTS[layout], limit)
        try:
            writer.value(_root(plan, expected))
        except CutError:
            expected.totals["cut"] = 1
    return writer.size, expected


def _root(plan: _Plan, expected: Expected) -> Late:
    """The whole file; each count rises once its part is written."""
    faults = {
        "escape": Faults(plan.bad_escapes, plan.messages),
        "bare": Faults(plan.bare_documents, plan.messages),
    }
    if plan.single:
        chat = Chat(1, plan.single, *_name(plan.single, 1, Random(plan.seed)), plan.messages)
        return _written(chat, plan, expected, faults)
    return Late(_pairs(plan, expected, faults))


def _pairs(
    plan: _Plan, expected: Expected, faults: dict[str, Faults]
) -> Iterator[tuple[str, object]]:
    yield from sections(plan.era, plan.chats, plan.skip, expected)
    chats = _chats(plan)
    for name, left in (("chats", False), ("left_chats", True)):
        chosen = [chat for chat in chats if chat.left is left]
        if chosen:
            listed = (_written(chat, plan, expected, faults) for chat in chosen)
            yield name, Late((("about", "Гутаркі"), ("list", listed)))


def _written(chat: Chat, plan: _Plan, expected: Expected, faults: dict[str, Faults]) -> Late:
    messages = Messages(chat, plan.era, Random(f"{plan.seed} {chat.number}"), expected, faults)
    named = () if chat.kind == "saved_messages" else (("name", chat.name),)
    return Late((*named, ("type", chat.kind), ("id", chat.id), ("messages", iter(messages))))


def _chats(plan: _Plan) -> list[Chat]:
    """Some of each kind, most of them with few messages, and those that were left."""
    random = Random(plan.seed)
    left = 0 if "left" in plan.skip else max(2, plan.chats // 20)
    kinds = [name for name, kind in _KINDS.items() if kind.box not in plan.skip]
    more = max(0, plan.chats - left - 1 - len(kinds))
    chosen = ["saved_messages", *kinds]
    chosen += random.choices(kinds, [_KINDS[name].share for name in kinds], k=more)
    of_left = [number % 3 for number in range(left)]
    counts = _spread(max(0, plan.messages - sum(of_left)), chosen, random)
    found = [
        _chat(number, kind, count, random)
        for number, (kind, count) in enumerate(zip(chosen, counts, strict=True), start=1)
    ]
    for number, count in enumerate(of_left, start=len(found) + 1):
        kind = _ALL_LEFT[number % len(_ALL_LEFT)]
        name = _name(kind, number, random)
        found.append(Chat(number, kind, *name, count, left=True, only_mine=True))
    return found


def _chat(number: int, kind: str, messages: int, random: Random) -> Chat:
    only_mine = kind in _KINDS and _KINDS[kind].only_mine
    return Chat(number, kind, *_name(kind, number, random), messages, only_mine=only_mine)


def _spread(messages: int, kinds: list[str], random: Random) -> list[int]:
    """How many messages are in each chat; the greatest holds what is left over."""
    weights = [_KINDS[kind].weight if kind in _KINDS else 3 for kind in kinds]
    weights = [weight * random.paretovariate(1.1) for weight in weights]
    whole = sum(weights)
    counts = [int(messages * weight / whole) for weight in weights]
    counts[weights.index(max(weights))] += messages - sum(counts)
    return counts


def _name(kind: str, number: int, random: Random) -> tuple[int, str | None]:
    """Id and name: a person goes by the given name, and has none once the account is deleted."""
    if kind == "saved_messages":
        return ME, None
    if kind == "personal_chat":
        name, key = person(number)
        return key, None if number % 40 == 3 else name.split()[0]
    if kind == "bot_chat":
        return 520_000_000 + number, f"Памагаты {number}"
    return 1_600_000_000 + number * 5, title(random, number)


def main() -> None:
    """Writes an archive for a bench, a proof or a look."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("path", type=Path, metavar="OUT")
    options.add_argument("--messages", type=int, default=10_000)
    options.add_argument("--chats", type=int, default=100)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--era", type=int, choices=ERAS, default=2026)
    options.add_argument("--layout", choices=LAYOUTS, default="telegram")
    options.add_argument("--single", choices=("saved_messages", *_KINDS), default="")
    options.add_argument("--skip", nargs="*", choices=SKIPPED, default=())
    options.add_argument("--bad-escapes", type=int, default=0)
    options.add_argument("--bare-documents", type=int, default=0)
    options.add_argument("--cut", type=float, default=0)
    chosen = vars(options.parse_args())
    generate(chosen.pop("path"), **chosen)


if __name__ == "__main__":
    main()
