"""Files as in an archive of Instagram, made up."""

import json
from pathlib import Path

from tests.inventories import SAMPLES
from tui.inventory.archive import Archive, open_archive
from tui.inventory.model import Inventory, Opened, Part

SAMPLE = SAMPLES / "instagram"
YEARS = ("2021", "2023", "2026")
FOLLOWING = "connections/followers_and_following/following.json"
LIKED = "your_instagram_activity/likes/liked_posts.json"
SIGN_INS = "security_and_login_information/login_and_profile_creation/login_activity.json"
POST = "https://www.instagram.com/p/AAAAAAAAAAA/"


def groups(inventory: Inventory, part: Part) -> dict[str, int]:
    return {group.key: group.every for group in inventory.tables[part.id].groups}


def make(folder: Path, files: dict[str, object]) -> Archive:
    for name, value in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        text = value if isinstance(value, str) else json.dumps(value)
        (folder / name).write_bytes(text.encode("utf-8", "surrogatepass"))
    return open_archive(folder)


def texts(inventory: Inventory, part: Part) -> list[str]:
    """The texts of the findings of a part, read again."""
    assert inventory.reopen
    table, found = inventory.tables[part.id], []
    for number in range(len(table)):
        *_, last = inventory.reopen(table, number)
        assert isinstance(last, Opened)
        found.append(last.text)
    return found
