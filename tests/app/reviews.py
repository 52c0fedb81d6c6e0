"""A person who looks through an archive of their own data."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.app.person import Person
from tests.telegram_expected import Expected
from tui.app.widgets.table import Table as TableWidget
from tui.inventory.marking import Marking
from tui.inventory.model import Inventory, Table
from tui.session import Reviewed

ME = "user100000001"


@dataclass(frozen=True)
class Export:
    """An archive of Telegram, and what is in it."""

    path: Path
    expected: Expected


async def choose(person: Person, path: Path, service: str = "telegram") -> None:
    """From the first screen to the archive, which is read; of a folder, to the whole of it."""
    await person.follow("@own-data", f"@{service}", "y")
    await person.press_at_once(*str(path), "enter")
    if path.is_dir():
        await person.press("pageup", "enter")


async def open_part(person: Person, path: Path, part: str) -> None:
    """From the first screen to a table of an archive."""
    await choose(person, path)
    await take(person, part)


async def take(person: Person, row: str) -> None:
    """Goes to a row without a key for each on the way, and opens it."""
    person.rows.highlighted = person.rows.get_option_index(row)
    await person.press("enter")


def page(person: Person) -> type[object]:
    """What kind of screen is at hand."""
    return type(person.app.screen)


def marking(person: Person) -> Marking:
    """The archive that is open."""
    assert person.state.marking
    return person.state.marking


def inventory(person: Person) -> Inventory:
    return marking(person).inventory


def table(person: Person, part: str) -> Table:
    return inventory(person).tables[part]


def decisions(person: Person, part: str) -> Counter[Reviewed]:
    """How often each decision was made in a table."""
    return Counter(marking(person).decisions(table(person, part)).values())


def rows(person: Person) -> list[tuple[str, ...]]:
    """Every row of the table that is shown, on the screen or not."""
    shown = person.app.screen.query_one(TableWidget)
    return [tuple(shown._row(number)) for number in range(shown._count)]


def counts(found: Iterable[tuple[str, ...]]) -> list[tuple[int, int]]:
    """One's own and all, of each row."""
    return [(int(row[1]), int(row[2])) for row in found]


def said_of(person: Person, title: str) -> str:
    """What stands beside the name of a table."""
    line = next(line for line in person.lines if line.strip().startswith(f"{title}  "))
    return line.strip().removeprefix(title).strip()


def chat(kind: str, number: int, name: str | None, *messages: Mapping[str, object]) -> Any:
    return {"name": name, "type": kind, "id": number, "messages": list(messages)}


def message(number: int, text: object = "", **more: object) -> dict[str, object]:
    """A message that the owner wrote, if no other is named."""
    told = {"id": number, "type": "message", "date": "2024-03-01T12:00:00"}
    by_me = {"date_unixtime": "1709283600", "from": "Вера Прыклад", "from_id": ME}
    return {**told, **by_me, "text": text, **more}


def account(path: Path, *chats: object, **sections: object) -> Path:
    """Writes a small archive by hand, as Telegram lays it out."""
    owner = {"user_id": 100000001, "first_name": "Вера", "last_name": "Прыклад"}
    told = {"personal_information": owner, **sections, "chats": {"list": list(chats)}}
    text = json.dumps(told, ensure_ascii=False, indent=1)
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return path
