"""Pages as in an archive of VK, made up."""

from pathlib import Path

from tests.inventories import SAMPLES, read_all
from tui.inventory.archive import Archive, open_archive, pasted
from tui.inventory.model import Inventory, Part
from tui.inventory.vk import READER
from tui.inventory.vk.blocks import Node, blocks

SAMPLE = SAMPLES / "vk"
CHAT = "messages/200000001/messages0.html"


def counts(inventory: Inventory, part: Part) -> dict[str, tuple[int, int]]:
    """By the key of each group, how many findings are one's own, and how many there are."""
    groups = inventory.tables[part.id].groups
    return {group.key: (group.mine, group.every) for group in groups}


def page(*found: str, coding: str = "windows-1251") -> bytes:
    items = "".join(f'<div class="item">{one}</div>' for one in found)
    html = f'<html><head><meta charset="{coding}"></head><body>{items}</body></html>'
    return html.encode(coding, "xmlcharrefreplace")


def message(header: str, body: str = "", number: object = 1) -> str:
    return (
        f'<div class="message" data-id="{number}">'
        f'<div class="message__header">{header}</div><div>{body}</div></div>'
    )


def attached(words: str, address: str) -> str:
    return (
        '<div class="kludges"><div class="attachment">'
        f'<div class="attachment__description">{words}</div>'
        f"<a class='attachment__link' href='{address}'>{address}</a></div></div>"
    )


def make(folder: Path, files: dict[str, bytes]) -> Archive:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return open_archive(folder)


def chat_of(folder: Path, *messages: str, coding: str = "windows-1251") -> Inventory:
    return read_all(READER, make(folder, {CHAT: page(*messages, coding=coding)}))


def in_page(data: bytes, name: str = "item") -> list[Node]:
    archive = pasted(data)
    with archive.open(archive.members[0]) as stream:
        return [block for block in blocks(stream, name) if block is not None]
