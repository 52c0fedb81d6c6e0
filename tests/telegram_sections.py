"""What stands before the chats in a whole archive: the owner, contacts, sessions and the rest."""

from collections.abc import Iterator

from tests.telegram_expected import Expected
from tests.telegram_messages import stamp
from tests.telegram_words import ME, MY_NAME, person

_Rows = list[dict[str, object]]
_START, _END = 1_460_000_000, 1_790_000_000
_DAY = 86_400
_APPS = (
    ("Telegram Android", "Android", "SDK 34"),
    ("Telegram iOS", "iOS", "18.1"),
    ("Telegram Desktop", "Windows", "Windows 11"),
    ("Telegram Desktop", "Linux", "Debian"),
    ("Telegram Web", "Web", "Firefox 140"),
    (None, "Unknown", ""),
)
_DRAFTS = (
    ("Чарнавік: https://cinema8.example/1", "cinema8.example"),
    ('Глядзі <a href="https://www.tea5.example/?a=1&amp;b=2">тут</a>', "tea5.example"),
    ("Без спасылкі &lt;3", ""),
)


def sections(
    era: int, chats: int, skip: frozenset[str], expected: Expected
) -> Iterator[tuple[str, object]]:
    """Key and value of each section; counted once it is written."""
    yield "about", "Synthetic data, about nobody."
    yield "personal_information", _owner()
    pictures = [
        {**stamp(era, _START + one * _DAY), "photo": f"profile_pictures/photo_{one}.jpg"}
        for one in range(4)
    ]
    yield "profile_pictures", pictures
    expected.totals["profile_pictures"] = len(pictures)
    if era >= 2023:
        yield "stories", _stories(era)
    for box, key, rows in (
        ("contacts", "contacts", _contacts(era, max(4, min(1500, chats // 2)))),
        ("contacts", "frequent_contacts", _frequent()),
        ("sessions", "sessions", _sessions(era)),
        ("sessions", "web_sessions", _web_sessions(era)),
    ):
        if box not in skip:
            yield key, {"about": f"About {key}.", "list": rows}
            expected.totals[key] = len(rows)
    if "other" not in skip:
        yield "other_data", _other()
        expected.totals["drafts"] = len(_DRAFTS)
        expected.draft_domains.update(domain for _, domain in _DRAFTS if domain)


def _owner() -> dict[str, object]:
    first, last = MY_NAME.split()
    return {
        "user_id": ME,
        "first_name": first,
        "last_name": last,
        "phone_number": "+000 33 000 00 01",
        "username": "@prykladnaja",
        "bio": "Пра сябе:\nнічога",
    }


def _stories(era: int) -> _Rows:
    return [
        {
            **stamp(era, _END - one * _DAY),
            **stamp(era, _END - one * _DAY + _DAY, "expires"),
            "pinned": one == 0,
            "media": f"stories/story_{one}.jpg",
        }
        for one in range(2)
    ]


def _contacts(era: int, count: int) -> _Rows:
    """People; one has no account, and one is known by a date alone."""
    rows: _Rows = []
    for number in range(count):
        (given, family, _), key = person(number)[0].split(), person(number)[1]
        names = {"first_name": given, "last_name": family}
        phone = {"phone_number": f"+000 44 {number:07d}"}
        rows.append({"user_id": key, **names, **phone, **stamp(era, _START + number * 60)})
    del rows[-1]["user_id"]
    rows[-2] = stamp(era, _START)
    return rows


def _frequent() -> _Rows:
    categories = ("people", "people", "people", "inline_bots", "calls")
    return [
        {
            "id": person(number)[1],
            "category": categories[number % len(categories)],
            "type": "user",
            "name": person(number)[0],
            "rating": round(0.7 / (number + 1), 6),
        }
        for number in range(25)
    ]


def _sessions(era: int) -> _Rows:
    rows: _Rows = []
    for number in range(11):
        app, platform, system = _APPS[number % len(_APPS)]
        active, created = _END - number * 7000, _START + number * 20 * _DAY
        rows.append(
            {
                **stamp(era, active, "last_active"),
                "last_ip": f"192.0.2.{number + 1}",
                "last_country": "Прыкладыя",
                "last_region": "",
                "application_name": app,
                "application_version": "6.2",
                "device_model": f"Прылада {number}",
                "platform": platform,
                "system_version": system,
                **stamp(era, created, "created"),
            }
        )
    return rows


def _web_sessions(era: int) -> _Rows:
    return [
        {
            **stamp(era, _END - number, "last_active"),
            "last_ip": f"198.51.100.{number + 1}",
            "last_region": "",
            "bot_username": f"uvahod{number}bot",
            "domain_name": f"uvahod{number}.example",
            "browser": "Firefox",
            "platform": "Linux",
            **stamp(era, _START + number * _DAY, "created"),
        }
        for number in range(5)
    ]


def _other() -> dict[str, object]:
    """What the server knows beside, in a shape of its own."""
    drafts = [
        {"chat": f"user{place}", "chat_name": f"Гутарка {place}", "html": html}
        for place, (html, _) in enumerate(_DRAFTS)
    ]
    return {
        "about_meta": "More.",
        "changes_log": [{**stamp(2023, _END), "type": "bio", "new": "Пра сябе"}],
        "help": "Help.",
        "drafts_about": "Not sent.",
        "drafts": drafts,
        "installed_stickers": [{"url": "https://t.me/addstickers/Pryklad"}],
        "ips": [{"ip": "192.0.2.1"}],
        "new_kind": {"inside": [[1, None, True], {"deep": {"deeper": []}}]},
    }
