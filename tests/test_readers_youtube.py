"""Channels are found in an archive of any language, and told apart from those only watched."""

import json
from pathlib import Path

import pytest

from tests.inventories import HOSTILE, SAMPLES, look_for, names, opened, read_all, read_text, zip_of
from tui.inventory import kept, model
from tui.inventory.archive import open_archive, pasted
from tui.inventory.model import UNTOLD, Inventory, Presence
from tui.inventory.youtube import READER, SUBSCRIBED, WATCHED

FOLDER = SAMPLES / "youtube"
MUSIC = FOLDER / "Takeout" / "YouTube и YouTube Music"
HEADER = "Channel Id,Channel Url,Channel Title\n"
ID = "UC" + "a" * 22
VIDEO = "https://www.youtube.com/watch?v=aaaaaaaaaaa"
ROW = f"{ID},http://www.youtube.com/channel/{ID},"


def row(letter: str) -> str:
    channel = "UC" + letter * 22
    return f"{channel},http://www.youtube.com/channel/{channel},{letter}\n"


def watched(inventory: Inventory) -> dict[str, tuple[int, int]]:
    groups = inventory.tables[WATCHED.id].groups
    assert all(group.mine == group.every for group in groups)
    return {group.name: (group.every, group.last) for group in groups}


def faults(inventory: Inventory) -> tuple[bool, int]:
    return inventory.faults.cut, inventory.faults.skipped


def view(**fields: object) -> dict[str, object]:
    return {"header": "YouTube", "titleUrl": VIDEO, "title": "Watched a", **fields}


@pytest.mark.parametrize("kind", ["folder", "zip", "inner folder"])
def test_an_archive_in_another_language_is_read_whole(tmp_path: Path, kind: str) -> None:
    paths = {"folder": FOLDER, "zip": tmp_path / "takeout.zip", "inner folder": MUSIC}
    zip_of(FOLDER, paths["zip"])
    archive = open_archive(paths[kind])
    assert READER.recognises(archive)
    inventory = read_all(READER, archive)
    assert names(inventory, SUBSCRIBED) == [
        'Кухня, сад і "дача"',
        "Навіны",
        "UC-ccccccccccccccccccccc",
    ]
    assert inventory.tables[SUBSCRIBED.id].groups[1].details == (
        ("Link", "http://www.youtube.com/channel/UCbbbbbbbbbbbbbbbbbbbbb_"),
    )
    assert watched(inventory) == {
        "Кухня": (2, 1709251200),
        "": (1, 1706745600),
        "Спявачка - Topic": (1, 1704067200),
    }
    assert inventory.tables[WATCHED.id].groups[1].note == UNTOLD
    assert opened(inventory, inventory.tables[WATCHED.id], 3) == {
        "Title": 'Вы посмотрели видео "Чай"',
        "Link": "https://www.youtube.com/watch?v=ddddddddddd",
    }
    assert inventory.boxes == {"subscriptions": Presence.HERE, "history": Presence.HERE}
    assert faults(inventory) == (False, 0)


def test_words_are_looked_for_in_what_was_watched() -> None:
    inventory = read_all(READER, open_archive(FOLDER))
    table = look_for(inventory, "чай", "v=ddddddddddd", "нічога такога")
    assert {group.name: group.every for group in table.groups} == {"чай": 1, "v=ddddddddddd": 1}
    assert "Чай" in opened(inventory, table, 0)["Title"]


@pytest.mark.parametrize(
    ("path", "here"),
    [
        ("подписки/подписки.csv", "subscriptions"),
        ("история/история просмотров.json", "history"),
    ],
)
def test_a_single_file_is_read_and_the_other_is_absent(path: str, here: str) -> None:
    archive = open_archive(MUSIC / path)
    assert READER.recognises(archive)
    boxes = read_all(READER, archive).boxes
    assert boxes.pop(here) is Presence.HERE
    assert [*boxes.values()] == [Presence.ABSENT]


@pytest.mark.parametrize("path", ["каналы/канал.csv", "история/история поиска.json"])
def test_other_files_of_the_same_archive_are_not_taken_for_them(path: str) -> None:
    assert not READER.recognises(open_archive(MUSIC / path))


@pytest.mark.parametrize(
    "text",
    [
        HEADER + ROW + "Кухня",
        HEADER + ROW + "Кухня\r\n",
        "\ufeff" + HEADER + f'"{ID}","http://www.youtube.com/channel/{ID}","Кухня"\n\n',
        HEADER.replace(",", ";") + ROW.replace(",", ";") + "Кухня\n",
        HEADER + (ROW + "Кухня\n") * 2,
        ROW + "Кухня\n",
    ],
)
def test_a_list_saved_in_another_way_is_the_same_list(text: str) -> None:
    assert READER.recognises(pasted(text.encode()))
    inventory = read_text(READER, text)
    assert names(inventory, SUBSCRIBED) == ["Кухня"]
    assert len(inventory.tables[SUBSCRIBED.id]) == 1
    assert faults(inventory) == (False, 0)


def test_what_is_still_to_be_read_is_not_said_to_be_absent() -> None:
    inventory = Inventory("youtube")
    next(READER.read(open_archive(FOLDER), inventory, None))
    assert Presence.ABSENT not in inventory.boxes.values()


def test_no_subscriptions_is_empty_and_not_absent(tmp_path: Path) -> None:
    (tmp_path / "subscriptions.csv").write_text(HEADER, "utf-8")
    archive = open_archive(tmp_path)
    assert READER.recognises(archive)
    boxes = read_all(READER, archive).boxes
    assert boxes == {"subscriptions": Presence.EMPTY, "history": Presence.ABSENT}


def test_rows_that_are_none_are_counted_and_the_others_stay() -> None:
    text = HEADER + row("a") + "nonsense\n,,\n" + row("b").replace("b\n", '"unclosed\n')
    inventory = read_text(READER, text + "x" * 300_000 + "\n" + row("c"))
    found = names(inventory, SUBSCRIBED)
    assert (found[0], found[-1]) == ("a", "c")
    assert faults(inventory)[1] >= 2


def test_a_view_is_counted_once_however_many_files_tell_it(tmp_path: Path) -> None:
    channel = [{"name": "a", "url": f"https://www.youtube.com/channel/{ID}"}]
    views = [view(subtitles=channel, time=f"2024-01-0{day}T00:00:00Z") for day in (1, 2)]
    for name in ("watch-history.json", "MyActivity.json"):
        (tmp_path / name).write_text(json.dumps(views), "utf-8")
    assert watched(read_all(READER, open_archive(tmp_path))) == {"a": (2, 1704153600)}


def test_a_channel_that_changed_its_name_is_one_channel() -> None:
    address = f"https://www.youtube.com/channel/{ID}"
    views = [view(subtitles=[{"name": name, "url": address}], time=name) for name in ("new", "old")]
    assert watched(read_text(READER, json.dumps(views))) == {"new": (2, 0)}


def test_history_that_is_not_as_it_was_does_not_stop_it() -> None:
    odd = [
        view(subtitles=[], time="a"),
        view(subtitles=None, time=None),
        view(subtitles="x", time="b"),
        view(subtitles=["x"], time="c"),
        view(subtitles=[{"name": 5, "url": None}], time="d"),
        view(subtitles=[{"name": "a"}], title=5, titleUrl=None),
        {},
    ]
    assert watched(read_text(READER, json.dumps(odd))) == {"": (5, 0), "a": (1, 0)}


@pytest.mark.parametrize("share", [0.5, 0.8, 0.99])
def test_a_history_that_stops_early_is_said_to_be_cut(share: float) -> None:
    views = json.dumps([view(time=f"2024-01-01T00:00:{second}Z") for second in range(10, 50)])
    inventory = read_text(READER, views[: int(len(views) * share)])
    assert watched(inventory)[""][0] == int(40 * share)
    assert faults(inventory)[0]


def test_what_is_hostile_is_clean_when_it_is_shown() -> None:
    unpaired = "\ud800"
    texts = [
        f'{HEADER}{ROW.removesuffix(",")}{HOSTILE},"{HOSTILE}"\n',
        f"[{json.dumps(view(title=HOSTILE + unpaired, subtitles=[{'name': HOSTILE + unpaired}]))}]",
    ]
    for part, text in zip((SUBSCRIBED, WATCHED), texts, strict=True):
        inventory = read_text(READER, text)
        (group,) = inventory.tables[part.id].groups
        shown = group.name + "".join(value for _, value in group.details)
        if part is WATCHED:
            shown += "".join(opened(inventory, inventory.tables[part.id], 0).values())
        assert shown.count("пр") == 2
        assert not set(shown) & {*"\x1b\x07\x00\x9b\u202e\ud800"}


def test_what_is_huge_or_many_is_kept_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    long = "x" * 100_000
    inventory = read_text(READER, f"{HEADER}{ROW}{long}\n")
    assert len(names(inventory, SUBSCRIBED)[0]) == model.LONGEST_NAME
    monkeypatch.setattr(kept, "MOST", 3)
    views = [view(title=long, time=letter) for letter in "abcde"]
    inventory = read_text(READER, json.dumps(views))
    assert watched(inventory) == {"": (3, 0)}
    assert faults(inventory) == (False, 2)
    monkeypatch.setattr(model, "MOST_GROUPS", 2)
    rows = "".join(row(letter) for letter in "bcdef")
    assert names(read_text(READER, HEADER + rows), SUBSCRIBED) == ["b", "c", ""]


def test_the_files_are_found_among_many_others(tmp_path: Path) -> None:
    (tmp_path / "messages" / "inbox").mkdir(parents=True)
    for name in ("a.csv", "messages/b.json", "messages/inbox/c.csv"):
        (tmp_path / name).write_text(HEADER, "utf-8")
    assert not READER.recognises(open_archive(tmp_path))
    (tmp_path / "messages" / "d.csv").write_text(f"{HEADER}{ROW}a\n", "utf-8")
    assert READER.recognises(open_archive(tmp_path))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        HEADER,
        "a,b\n",
        f"Comment,{ID}\n",
        "<html>",
        "package:com.x\n",
        '[{"url": 1}]',
    ],
)
def test_what_is_neither_is_not_recognised(text: str) -> None:
    assert not READER.recognises(pasted(text.encode()))
