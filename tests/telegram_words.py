"""Invented people, channels, sites and sentences to fill an archive with."""

from collections.abc import Callable
from functools import cache
from itertools import accumulate
from random import Random
from typing import NamedTuple


def _split(*lines: str) -> list[str]:
    return " ".join(lines).split()


ME, MY_NAME = 100000001, "Лідзія Узор"
NEEDLE = "ёлачка"
NEEDLES = ("ёлачка", "Елачка", "ЁЛАЧКА", "е\u0308лачка")
"""The needle as people write it."""
_PERSON_STEP, _SOURCE_STEP = 13, 17
_FIRST_PERSON, _FIRST_SOURCE = 210000000, 1310000000
_WORDS = _split(
    "аловак бераг верасень гарбата дзень ежа жыта зіма імгла камень лыжка мёд ноч ранак снег",
    "трава ўзлесак фарба хмара цукар чарніцы шлях яблык бачу іду чытаю пішу варым спім едзем",
    "альбом берег варенье город дерево ёж жара завтрак игра кастрюля лодка мяч носки окно парк",
    "рассвет скамейка тетрадь утро фонарь холод цвет чашка шарф щенок юг ягода читаю пишу варим",
    "dom rzeka chleb ogród jutro wczoraj zupa okno droga herbata",
    "apple bridge cloud dinner evening forest garden honey island jacket kettle lamp morning",
)
_GIVEN = _split(
    "Аксана Багдан Валянцін Галіна Данута Ева Жанна Зоська Ігнат Кастусь Лявон Мікола Ніна Паўліна",
    "Рыгор Стась Тадэвуш Усцін Фаіна Язэп",
)
_FAMILY = _split(
    "Аблачынскі Бярозка Вавёрка Грушка Дожджык Ежавік Жоўты Зязюля Іней Капуста Лісічка Маліна",
    "Навальніца Падарожнік Рамонак Суніца Туман Чарот Шыпшына",
)
_TITLES = _split(
    "Вандроўкі Вязанне Грыбы Настольныя_гульні Птушкі Самаробкі Старыя_здымкі Хатнія_расліны",
    "Акварель Бег Головоломки Деревня Зоопарк Керамика Огород Рецепты Садоводы Шитьё",
    "Astronomy Board_games Cycling Origami",
)
_SITES = _split("bakery meadow pottery library rivers tea workshop chess knitting cinema")
_ODD_SITES = {
    3: "сад-прыклад.example",
    6: "wwwillow.example",
    9: "m.news.meadow.example",
    40: "xn--80aswg.example",
}


class Ranked(NamedTuple):
    """Things of which the first are met much more often than the last."""

    things: tuple[tuple[str, str], ...]
    weights: tuple[float, ...]

    def pick(self, random: Random) -> tuple[str, str]:
        return random.choices(self.things, cum_weights=self.weights)[0]


def _ranked(things: list[tuple[str, str]]) -> Ranked:
    weights = accumulate(1 / rank for rank in range(1, len(things) + 1))
    return Ranked(tuple(things), tuple(weights))


def person(number: int) -> tuple[str, int]:
    """Somebody's name and id."""
    given, family = _GIVEN[number % len(_GIVEN)], _FAMILY[number * 7 % len(_FAMILY)]
    return f"{given} {family} {number}", _FIRST_PERSON + number * _PERSON_STEP


def title(random: Random, number: int) -> str:
    """The name of a group or channel."""
    return f"{random.choice(_TITLES)} № {number}"


@cache
def people() -> tuple[tuple[str, int], ...]:
    """Those who write in groups."""
    return tuple(person(number) for number in range(100_000, 104_000))


@cache
def sources() -> Ranked:
    """Channels that posts come from: name and id; each twelfth one was renamed later."""
    random, found = Random(5), []
    for number in range(1600):
        key = f"channel{_FIRST_SOURCE + number * _SOURCE_STEP}"
        found.append((title(random, number), key))
        if number % 12 == 1:
            found.append((f"Даведка {number}", key))
    return _ranked(found)


@cache
def sites() -> Ranked:
    """Sites: the host as it is counted, and as it is written now and then."""
    hosts = [f"{_SITES[number % len(_SITES)]}{number}.example" for number in range(420)]
    hosts[0] = "t.me"
    for place, host in _ODD_SITES.items():
        hosts[place] = host
    return _ranked([(host, host.title()) for host in hosts])


@cache
def sentences() -> tuple[str, ...]:
    """Short texts, some with signs that have to be escaped."""
    random = Random(6)
    return tuple(_sentence(random) for _ in range(6000))


@cache
def posts() -> tuple[str, ...]:
    """Texts of several sentences."""
    random, pool = Random(7), sentences()
    return tuple(". ".join(random.choices(pool, k=random.randint(3, 8))) for _ in range(2000))


_Change = Callable[[str], str]
_ENDINGS: tuple[tuple[float, _Change], ...] = (
    (0.06, lambda text: text + " 🙂"),
    (0.09, lambda text: text + " ❤️‍🔥"),
    (0.12, lambda text: text.replace(" ", "\n", 2)),
    (0.13, lambda text: text.replace(" ", "\t", 1)),
    (0.15, lambda text: f'"{text}"'),
    (0.16, lambda text: text + " {D:\\x01\\u0041}, ["),
    (0.165, lambda text: text.replace(" ", "\u2028", 1)),
    (0.17, lambda text: text + '\n  },\n  {\n   "id": 1'),
)
"""Up to which draw a sentence is changed, and how; the last looks like the file's own structure."""


def _sentence(random: Random) -> str:
    text = " ".join(random.choices(_WORDS, k=min(50, 2 + int(random.expovariate(0.12)))))
    draw = random.random()
    return next((change(text) for most, change in _ENDINGS if draw < most), text)


def link(random: Random) -> tuple[str, str]:
    """An address as somebody wrote it, and the domain it counts for."""
    host, written = sites().pick(random)
    draw = random.random()
    if host == "t.me":
        name = f"prykladny_{random.randrange(800)}"
        if draw < 0.1:
            return f"tg://resolve?domain={name}", "tg:"
        return f"{'https://' if draw < 0.9 else ''}t.me/{name}/{random.randrange(9000)}", host
    tail = _TAILS[int(random.random() * len(_TAILS))]
    for most, form in _FORMS:
        if draw < most:
            return form.format(host=host, written=written) + tail, host
    return f"https://{host}{tail}", host


_TAILS = (
    "",
    "/",
    "/2021/04/chytaj",
    "/p/17?from=tg&x=1",
    "#top",
    "?q=a%20b",
    "/a@b:c/www.d",
    "/шлях/да/мора",
)
_FORMS = (
    (0.10, "{host}"),
    (0.16, "https://WWW.{written}"),
    (0.18, "http://{host}:8080"),
    (0.19, "https://user:word@{host}"),
    (0.20, "HTTPS://{host}."),
    (0.22, "www.{host}"),
)
"""Up to which draw an address takes a form; Telegram makes links of hosts without a scheme too."""
