"""The text of a message: its parts, what they hold, and the buttons below."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from tests.telegram_layout import Verbatim
from tests.telegram_words import NEEDLES, link, posts, sentences

_NOTHING: Mapping[str, object] = {}
_ENTITIES: dict[str, Mapping[str, object]] = {
    "bold": _NOTHING,
    "italic": _NOTHING,
    "mention": _NOTHING,
    "hashtag": _NOTHING,
    "spoiler": _NOTHING,
    "blockquote": {"collapsed": False},
    "pre": {"language": ""},
    "mention_name": {"user_id": 210000013},
    "custom_emoji": {"document_id": "5368324170671202286"},
}


class Part(NamedTuple):
    """A run of text of one type, and the fields it has beside."""

    type: str
    text: str
    fields: Mapping[str, object] = _NOTHING

    def entity(self) -> dict[str, object]:
        return {"type": self.type, "text": self.text, **self.fields}


BARE = Part("custom_emoji", "🙂", {"document_id": Verbatim("video_files/sticker (3).webm")})
"""An emoji whose document is written without quotes, which is no JSON."""


@dataclass(frozen=True)
class Text:
    """Parts, the domain of the link in them, and whether the needle is."""

    parts: tuple[Part, ...] = ()
    domain: str = ""
    needle: bool = False

    @classmethod
    def drawn(cls, random: Random, *, forwarded: bool) -> "Text":
        """Some text; what is forwarded is longer and often leads somewhere."""
        parts, domain = [], ""
        if forwarded and random.random() < 0.7:
            parts.append(Part("plain", _one_of(posts(), random)))
        elif random.random() < 0.9:
            parts.append(Part("plain", _one_of(sentences(), random)))
        draw, links = random.random(), 0.3 if forwarded else 0.05
        if draw < links:
            address, domain = link(random)
            parts.append(_linked(address, random))
        elif draw < links + 0.03:
            kind = random.choice(tuple(_ENTITIES))
            parts.append(Part(kind, _one_of(sentences(), random), _ENTITIES[kind]))
        needle = random.random() < 0.002
        if needle:
            parts.append(Part("plain", f" {random.choice(NEEDLES)} "))
        return cls(tuple(parts), domain, needle)


def _one_of(pool: tuple[str, ...], random: Random) -> str:
    return pool[int(random.random() * len(pool))]


def _linked(address: str, random: Random) -> Part:
    """A link that can be seen, or behind other words."""
    if random.random() < 0.75:
        return Part("link", address)
    return Part("text_link", _one_of(sentences(), random), {"href": address})


def text_of(era: int, parts: list[Part]) -> dict[str, object]:
    """The fields for a text: a string or a mixed list, and since 2022 the list of its parts."""
    text: object = [part.text if part.type == "plain" else part.entity() for part in parts]
    if not parts:
        text = ""
    elif len(parts) == 1 and parts[0].type == "plain":
        text = parts[0].text
    if era < 2023:
        return {"text": text}
    return {"text": text, "text_entities": [part.entity() for part in parts] or Verbatim("[]")}


def rich(parts: list[Part]) -> dict[str, object]:
    """The same in blocks: each part deeper than the one before, links by `url` and by `href`."""
    inside: list[object] = []
    for place, part in enumerate(parts):
        if part.type in {"link", "text_link"}:
            address = part.fields.get("href", part.text)
            inside.append({"type": "url", "text": part.text, ("url", "href")[place % 2]: address})
        else:
            inside.append(part.entity())
    listed = [{"label": "1", "blocks": [{"type": "paragraph", "text": inside[1:]}]}]
    head = {"type": "paragraph", "text": inside[0]}
    return {"blocks": [head, {"type": "list", "items": listed}] if inside[1:] else [head]}


def buttons_of(era: int, random: Random, *, escape: bool) -> tuple[list[object], str]:
    """Rows of buttons, one of which leads to a domain; data of others was once written raw."""
    address, domain = link(random)
    leads: dict[str, object] = {"type": "url", "text": "Адкрыць", "data": address}
    answers: dict[str, object] = {"type": "callback", "text": "Добра"}
    if escape:
        answers["data"] = "\x01\x1f"
    elif era >= 2026:
        answers |= {"dataBase64": "AQID", "data": ""}
    else:
        answers["data"] = "adkaz 1"
    switch = {"type": "switch_inline", "text": "Пошук", "data": "shukaj"}
    return ([[leads, answers], [switch]] if random.random() < 0.2 else [[leads, answers]]), domain
