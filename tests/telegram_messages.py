"""The messages of one chat, as an export holds them in a given year."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from tests.telegram_expected import NO_NAME, Expected
from tests.telegram_parts import (
    ACTIONS,
    OTHERS,
    PERMISSIONS,
    Fields,
    file_of,
    photo_of,
)
from tests.telegram_texts import BARE, Part, Text, buttons_of, rich, text_of
from tests.telegram_words import ME, MY_NAME, people, person, sources

_START = 1_460_000_000
_SPAN = 8 * 365 * 86_400
_EPOCH, _ZONE = datetime(1970, 1, 1, tzinfo=UTC), 3 * 3600
_MIGRATED = 1_000_000_000
_ABOUT_PEOPLE = ("personal_chat", "bot_chat")


@dataclass(frozen=True)
class Chat:
    """A chat, and how many messages it holds; in some only the owner's are exported."""

    number: int
    kind: str
    id: int
    name: str | None
    messages: int
    left: bool = False
    only_mine: bool = False


class Faults:
    """Something wrong that is to come so many times, spread over so many chances."""

    def __init__(self, times: int, chances: int) -> None:
        self.left = times
        self._gap = max(1, chances // (2 * times + 1))
        self._passed = 0

    def due(self) -> bool:
        """Whether it is to come at this chance."""
        self._passed += 1
        if not self.left or self._passed < self._gap:
            return False
        self.left -= 1
        self._passed = 0
        return True


def stamp(era: int, when: int, key: str = "date") -> dict[str, object]:
    """A moment: local time, and since 2022 seconds beside it."""
    local = (_EPOCH + timedelta(seconds=when + _ZONE)).isoformat()[:19]
    return {key: local, f"{key}_unixtime": str(when)} if era >= 2023 else {key: local}


class Messages:
    """Makes the messages of one chat; each is counted once the next is asked for."""

    def __init__(
        self, chat: Chat, era: int, random: Random, expected: Expected, faults: dict[str, Faults]
    ) -> None:
        self._chat = chat
        self._era = era
        self._random = random
        self._expected = expected
        self._faults = faults
        self._found: list[tuple[Counter[str], str]] = []

    def __iter__(self) -> Iterator[Fields]:
        chat, random, expected = self._chat, self._random.random, self._expected
        self._count_chat()
        number, when = 1 + int(random() * 90_000), _START + int(random() * _SPAN / 2)
        step = max(1, _SPAN // max(1, chat.messages))
        was_small = chat.kind == "private_supergroup" and random() < 0.4
        for place in range(chat.messages):
            number += 1 + int(random() * 3)
            when += 1 + int(random() * step)
            moved = was_small and place < min(10, chat.messages // 2)
            self._found = []
            yield self._message(number - moved * _MIGRATED, when)
            expected.totals["messages"] += 1
            expected.totals["migrated_messages"] += moved
            expected.messages_by_type[chat.kind] += 1
            for counter, key in self._found:
                counter[key] += 1

    def _count_chat(self) -> None:
        chat, expected = self._chat, self._expected
        expected.totals["chats"] += 1
        expected.totals["left_chats"] += chat.left
        expected.chats_by_type[chat.kind] += 1
        if chat.kind == "bot_chat":
            expected.bots.add(chat.id)

    def _message(self, number: int, when: int) -> Fields:
        draw = 1.0 if self._chat.only_mine else self._random.random()
        mine = self._is_mine()
        if draw < 0.02:
            return self._service(number, when, mine=mine)
        if draw < 0.021:
            self._total("unsupported")
            return {"id": number, "type": "unsupported"}
        message: Fields = {"id": number, "type": "message", **stamp(self._era, when)}
        if self._random.random() < 0.03:
            message |= stamp(self._era, when + 90, "edited")
        message |= self._sender(mine=mine)
        forwarded = self._add_forward(message, mine=mine)
        self._add_reference(message, number, forwarded=forwarded)
        bare = self._add_media(message, mine=mine)
        self._add_text(message, forwarded=forwarded, bare=bare, mine=mine)
        if self._era >= 2026 and self._random.random() < 0.05:
            message["reactions"] = self._reactions(when)
            self._total("messages_with_reactions")
        return message

    def _is_mine(self) -> bool:
        """A post in a channel is from the channel, whoever wrote it."""
        chat = self._chat
        if chat.kind.endswith("channel"):
            return False
        return chat.only_mine or chat.kind == "saved_messages" or self._random.random() < 0.3

    def _key(self, number: int, kind: str = "user") -> object:
        return number if self._era < 2021 else f"{kind}{number}"

    def _who(self, *, mine: bool) -> tuple[str | None, int]:
        """Name and id; some have deleted their account."""
        if mine:
            return MY_NAME, ME
        chat = self._chat
        if chat.kind in _ABOUT_PEOPLE:
            return chat.name, chat.id
        name, key = people()[int(self._random.random() * len(people()))]
        return (None if key % 89 == 0 else name), key

    def _sender(self, *, mine: bool) -> Fields:
        chat = self._chat
        if not chat.kind.endswith("channel"):
            name, key = self._who(mine=mine)
            return {"from": name, "from_id": self._key(key)}
        post: Fields = {"from": chat.name, "from_id": self._key(chat.id, "channel")}
        if self._random.random() < 0.1:
            post["author"] = person(self._random.randrange(40))[0]
        return post

    def _service(self, number: int, when: int, *, mine: bool) -> Fields:
        message: Fields = {"id": number, "type": "service", **stamp(self._era, when)}
        bot = self._chat.kind == "bot_chat"
        action, more = self._random.choice(PERMISSIONS if bot else ACTIONS)
        if not bot:
            name, key = self._who(mine=mine)
            message |= {"actor": name, "actor_id": self._key(key)}
        message |= {"action": action, **more}
        for reason in ("reason_domain", "reason_app_name"):
            if reason in more:
                self._found.append((self._expected.bot_permission_reasons, str(more[reason])))
        self._found.append((self._expected.actions, action))
        return message | text_of(self._era, [])

    def _add_forward(self, message: Fields, *, mine: bool) -> bool:
        """Where it was forwarded from: a channel, a person, somebody hidden, or what is gone."""
        random, expected = self._random, self._expected
        saved = self._chat.kind == "saved_messages"
        if random.random() >= (0.45 if saved else 0.12):
            return False
        name, key = self._source(random.random())
        message["forwarded_from"] = name
        if self._era >= 2026 and key:
            message["forwarded_from_id"] = key
            self._count(expected.forwarded_from_ids, expected.forwarded_from_ids_by_me, key, mine)
        if saved:
            message["saved_from"] = name
        name = NO_NAME if name is None else name
        if "forwarded_from_id" not in message:
            by_me = expected.forwarded_without_id_by_me
            self._count(expected.forwarded_without_id, by_me, name, mine)
        self._count(expected.forwarded_from, expected.forwarded_from_by_me, name, mine)
        return True

    def _source(self, draw: float) -> tuple[str | None, str | None]:
        random = self._random
        if draw < 0.7:
            return sources().pick(random)
        if draw < 0.92:
            name, key = people()[random.randrange(len(people()))]
            return name, f"user{key}"
        if draw < 0.97:
            return f"Хтосьці {random.randrange(60)}", None
        return None, f"channel{1_450_000_000 + random.randrange(25)}"

    def _add_reference(self, message: Fields, number: int, *, forwarded: bool) -> None:
        random = self._random
        if not forwarded and random.random() < 0.15:
            message["reply_to_message_id"] = number - random.randint(1, 50)
            if random.random() < 0.05:
                message["reply_to_peer_id"] = self._key(1_470_000_000, "channel")
        if random.random() < 0.006:
            bot = f"@prykladny{random.randrange(50)}bot"
            message["via_bot"] = bot
            self._found.append((self._expected.via_bots, bot))

    def _add_media(self, message: Fields, *, mine: bool) -> bool:
        """A photo, a file or something else; whether no text goes with it."""
        draw = self._random.random()
        if draw >= 0.2:
            if draw < 0.21:
                message |= self._random.choice(OTHERS)
            return False
        if draw < 0.09:
            kind, more = "photo", photo_of(self._era, self._random, self._chat.number)
        else:
            kind, more = file_of(self._era, self._random)
        message |= more
        self._count(self._expected.media, self._expected.media_by_me, kind, mine)
        return kind in {"sticker", "voice_message", "video_message"}

    def _add_text(self, message: Fields, *, forwarded: bool, bare: bool, mine: bool) -> None:
        expected, era = self._expected, self._era
        text = Text() if bare else Text.drawn(self._random, forwarded=forwarded)
        if text.domain:
            self._count(expected.link_domains, expected.link_domains_by_me, text.domain, mine)
        if text.needle:
            self._total("needle_messages")
        parts, in_button = self._with_faults(list(text.parts))
        if era >= 2027 and parts and self._random.random() < 0.2:
            message["rich_message"] = rich(parts)
        else:
            message |= text_of(era, parts)
            types = {"plain", "link", "text_link"}
            self._found += [
                (expected.entity_types, it.type) for it in parts if it.type not in types
            ]
        self._add_buttons(message, escape=in_button)

    def _with_faults(self, parts: list[Part]) -> tuple[list[Part], bool]:
        """The parts with what is wrong in them, and whether a button is to be wrong instead."""
        if not parts or parts[0].type != "plain":
            return parts, False
        escape = self._faults["escape"].due()
        in_button = escape and self._era >= 2023 and self._faults["escape"].left % 2 == 1
        if escape:
            self._total("bad_escapes")
        if escape and not in_button:
            parts[0] = parts[0]._replace(text="\x01\x1f" + parts[0].text)
        if self._faults["bare"].due():
            parts.append(BARE)
            self._total("bare_docs")
        return parts, in_button

    def _add_buttons(self, message: Fields, *, escape: bool) -> None:
        usual = self._chat.kind in {"bot_chat", "public_supergroup", "public_channel"}
        if self._era < 2023 or not (escape or (usual and self._random.random() < 0.06)):
            return
        message["inline_bot_buttons"], domain = buttons_of(self._era, self._random, escape=escape)
        self._found.append((self._expected.button_domains, domain))

    def _reactions(self, when: int) -> list[object]:
        name, key = self._who(mine=self._random.random() < 0.5)
        recent = {"from": name, "from_id": f"user{key}", "date": stamp(self._era, when + 9)["date"]}
        found: list[object] = [
            {"type": "emoji", "count": 1, "emoji": self._random.choice("❤👍😢"), "recent": [recent]}
        ]
        if self._random.random() < 0.2:
            found.append({"type": "paid", "count": self._random.randint(1, 30)})
        return found

    def _count(self, every: Counter[str], by_me: Counter[str], key: str, mine: bool) -> None:
        self._found.append((every, key))
        if mine:
            self._found.append((by_me, key))

    def _total(self, name: str) -> None:
        self._found.append((self._expected.totals, name))
