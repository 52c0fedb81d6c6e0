"""What stands in the entries of an Instagram archive, in every shape they had over the years.

Labels come in the language of the account, so what a value is is told by its form where possible.
Source: public readers of such archives, 2021 to 2026.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tui.inventory.texts import seconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    Labelled = list[dict[str, Any]]

_OWNER = frozenset({"media owner", "shared by", "author", "owner"})
_USERNAME = frozenset({"username", "user name", "имя пользователя"})
_PROFILE = re.compile(
    r"https?://(?:www\.)?instagram\.com/(?:_u/)?([\w.]{1,40})/?(?:\?.*)?", re.IGNORECASE
)
_ACCOUNT = re.compile(r"[a-z0-9._]{1,40}", re.IGNORECASE)
_NETWORK = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]*:[0-9a-f:]*:[0-9a-f:.]*", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[_-][A-Za-z]{2,4})?")
_DEVICE = re.compile(r"\(([^()]+)\)")
_DEEPEST = 12
_LONGEST_NETWORK = 45


@dataclass(frozen=True, slots=True)
class Entry:
    """An account, something of it, the words that belong to it, and when."""

    account: str
    address: str
    text: str
    when: int

    @property
    def identity(self) -> str:
        """What tells it apart from others, whenever the archive is made."""
        return f"{self.address} {self.when} {self.text}"


@dataclass(frozen=True, slots=True)
class SignIn:
    """A time when somebody signed in."""

    device: str
    agent: str
    network: str
    language: str
    when: int


def mended(text: str) -> str:
    """The text as it was, where its bytes were taken for letters of Latin-1."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def read_entry(value: dict[str, Any]) -> Entry:
    """An entry in any shape; what it does not tell is empty."""
    labelled = _dicts(value.get("label_values"))
    if labelled:
        return _from_labels(labelled, seconds(value.get("timestamp")))
    mapped = value.get("string_map_data")
    if isinstance(mapped, dict):
        return _from_map(_word(value, "title"), mapped)
    return _from_list(_word(value, "title"), _dicts(value.get("string_list_data")))


def read_sign_in(value: dict[str, Any]) -> SignIn:
    """A sign-in; the time stands in its title, too."""
    mapped = value.get("string_map_data")
    fields = _dicts(list(mapped.values())) if isinstance(mapped, dict) else []
    words = [word for word in (_word(field, "value") for field in fields) if word]
    agents = [word for word in words if "/" in word or "(" in word]
    agent = max(agents, key=len, default="")
    short = [word for word in words if len(word) <= _LONGEST_NETWORK]
    network = next((word for word in short if _NETWORK.fullmatch(word)), "")
    language = next((word for word in words if _LANGUAGE.fullmatch(word)), "")
    device = _DEVICE.search(agent)
    when = max((seconds(field.get("timestamp")) for field in fields), default=0)
    when = when or seconds(_word(value, "title"))
    return SignIn(device[1] if device else agent, agent, network, language, when)


def profile_in(address: str) -> str:
    """The account that an address leads to; nothing if it leads to something else."""
    profile = _PROFILE.fullmatch(address)
    return profile[1] if profile else ""


def _from_list(title: str, listed: Labelled) -> Entry:
    """The shape of lists: an account in `title`, or in older archives in `value`."""
    first = listed[0] if listed else {}
    said, address = _word(first, "value"), _word(first, "href")
    account = title or said or profile_in(address)
    return Entry(account, address, said if title else "", seconds(first.get("timestamp")))


def _from_map(title: str, mapped: dict[str, Any]) -> Entry:
    """The shape of comments: a text, then the account whose post it belongs to."""
    fields = [(label, field) for label, field in mapped.items() if isinstance(field, dict)]
    said = [(mended(label).casefold(), _word(field, "value")) for label, field in fields]
    said = [(label, word) for label, word in said if word]
    account = title or next((word for label, word in said if label in _OWNER), "")
    if not account and len(said) > 1 and _ACCOUNT.fullmatch(said[-1][1]):
        account = said[-1][1]
    text = next((word for _, word in said if word != account), "")
    address = next(filter(None, (_word(field, "href") for _, field in fields)), "")
    when = max((seconds(field.get("timestamp")) for _, field in fields), default=0)
    return Entry(account, address, text, when)


def _from_labels(labelled: Labelled, when: int) -> Entry:
    """The shape since 2025: labels and values, and groups of them in groups."""
    account, address, texts = "", "", list[str]()
    for group in _groups(labelled):
        found = _account_in(group)
        if found:
            account = account or found
            continue
        for leaf in group:
            word, link = _word(leaf, "value"), _word(leaf, "href")
            link = link or (word if word.startswith("http") else "")
            address = address or link
            if word and not word.startswith("http"):
                texts.append(word)
    return Entry(account or profile_in(address), address, "\n".join(texts), when)


def _groups(labelled: Labelled) -> Iterator[Labelled]:
    """The values that belong together, those outside before those within."""
    level = [labelled]
    for _ in range(_DEEPEST):
        deeper: list[Labelled] = []
        for group in level:
            leaves = [one for one in group if isinstance(one.get("label"), str)]
            if leaves:
                yield leaves
            deeper += [_dicts(one["dict"]) for one in group if "dict" in one]
        level = deeper


def _account_in(group: Labelled) -> str:
    """The account that a group tells of; nothing if it tells of a post, or of a hashtag."""
    said = [(_word(leaf, "label").casefold(), _word(leaf, "value")) for leaf in group]
    links = [word for label, word in said if label == "url"]
    if not links or any(link and not profile_in(link) for link in links):
        return ""
    named = next((word for label, word in said if word and label in _USERNAME), "")
    named = named or next((profile_in(link) for link in links if link), "")
    last = said[-1][1]
    return named or (last if _ACCOUNT.fullmatch(last) else "")


def _word(value: dict[str, Any], key: str) -> str:
    word = value.get(key)
    return mended(word) if isinstance(word, str) else ""


def _dicts(value: object) -> Labelled:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
