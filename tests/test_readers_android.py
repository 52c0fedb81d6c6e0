"""The list of apps is understood in every form a phone gives it, and says why to look at one."""

import pytest

from tests.inventories import HOSTILE, SAMPLES, names, read_all, read_text
from tui.inventory.android import BANKS, OTHERS, READER, TO_LOOK_AT, App, read_line
from tui.inventory.archive import open_archive, pasted
from tui.inventory.model import Inventory, Presence

SAMPLE = SAMPLES / "android" / "packages.txt"
USER_APP = "/data/app/~~aB==/com.x-cD==/base.apk"


def notes(inventory: Inventory) -> dict[str, str]:
    return {group.key: group.note for group in inventory.tables[TO_LOOK_AT.id].groups}


def test_the_sample_is_told_apart_by_reasons() -> None:
    archive = open_archive(SAMPLE)
    assert READER.recognises(archive)
    inventory = read_all(READER, archive)
    assert notes(inventory) == {
        "lt.swedbank.mobile": "an app of a bank outside Belarus",
        "by.example.tram": "the name begins with by., lt. or pl.",
        "org.example.proxy": "no shop installed it",
        "com.example.notes": "no shop installed it",
    }
    assert names(inventory, TO_LOOK_AT)[0] == "lt.swedbank.mobile · Swedbank"
    assert names(inventory, OTHERS) == [
        "android",
        "com.android.systemui",
        "com.android.chrome",
        "org.telegram.messenger",
        "com.example.camera",
    ]
    bank, proxy = (inventory.tables[TO_LOOK_AT.id].groups[place] for place in (0, 2))
    assert dict(bank.details)["Installed from"] == "com.android.vending"
    assert "Installed from" not in dict(proxy.details)
    assert dict(proxy.details)["Kept in"].endswith("==/base.apk")
    assert inventory.counts["apps"] == 9
    assert inventory.boxes == {"packages": Presence.HERE}


@pytest.mark.parametrize(
    ("line", "app"),
    [
        ("package:com.x", App("com.x", None, None)),
        ("package:android", App("android", None, None)),
        (f"package:{USER_APP}=com.x", App("com.x", USER_APP, None)),
        ("package:/system/app/X.apk=com.x_1.Y2", App("com.x_1.Y2", "/system/app/X.apk", None)),
        ("package:com.x  installer=null", App("com.x", None, "null")),
        ("package:com.x  installer=com.y uid:10123", App("com.x", None, "com.y")),
        ("package:com.x uid:10123", App("com.x", None, None)),
        ("package:com.x versionCode:12  installer=com.y", App("com.x", None, "com.y")),
        (
            f"package:{USER_APP}=com.x versionCode:1  installer=com.y uid:10123,1010123\r\r",
            App("com.x", USER_APP, "com.y"),
        ),
        ("  package: com.x ", App("com.x", None, None)),
        ("com.x", App("com.x", None, None)),
        ("by.example.tram\r", App("by.example.tram", None, None)),
        ("* daemon started successfully", None),
        ("adb server version (41) doesn't match this client (39); killing...", None),
        ("C:\\Users\\a>adb shell pm list packages -f", None),
        ("com.x and more", None),
        ("result.json", None),
        ("android", None),
        ("package:", None),
        ("package:/data/app/x.apk=", None),
        (f"package:com.x{HOSTILE}", None),
        ("package:../../etc", None),
        ("package:" + "a." * 3000 + "b", None),
        ("", None),
    ],
)
def test_a_line_is_read_in_every_form(line: str, app: App | None) -> None:
    assert read_line(line) == app


def test_banks_are_named_in_any_case_and_without_anything_else_in_the_list() -> None:
    wanted = "wit.android.bcpBankingApp.millenniumPL"
    text = "\n".join([*(f"package:{name}" for name in BANKS), f"package:{wanted}"])
    inventory = read_text(READER, text)
    assert len(notes(inventory)) == len(BANKS) + 1
    assert f"{wanted} · Bank Millennium" in names(inventory, TO_LOOK_AT)
    assert set(notes(inventory).values()) == {"an app of a bank outside Belarus"}


def test_an_app_that_no_shop_installed_is_seen_without_paths_in_a_list_of_own_apps_alone() -> None:
    own = "package:com.x  installer=null\npackage:com.y  installer=com.android.vending"
    assert notes(read_text(READER, own)) == {"com.x": "no shop installed it"}
    assert notes(read_text(READER, f"{own}\npackage:android  installer=null")) == {}


def test_a_bare_list_is_read() -> None:
    text = "com.example.notes\r\nby.example.tram\r\npl.example.pay\r\n"
    assert READER.recognises(pasted(text.encode()))
    inventory = read_text(READER, text)
    assert list(notes(inventory)) == ["by.example.tram", "pl.example.pay"]
    assert names(inventory, OTHERS) == ["com.example.notes"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_list_that_windows_wrote_is_read(encoding: str) -> None:
    archive = pasted("package:com.x\r\npackage:by.y\r\n".encode(encoding))
    assert READER.recognises(archive)
    assert list(notes(read_all(READER, archive))) == ["by.y"]


def test_an_app_listed_twice_is_one_app() -> None:
    inventory = read_text(READER, "package:com.x\npackage:com.x\n")
    assert inventory.counts["apps"] == 1
    assert len(inventory.tables[OTHERS.id]) == 1


def test_an_empty_list_is_empty_and_not_absent() -> None:
    inventory = read_text(READER, "")
    assert inventory.boxes["packages"] is Presence.EMPTY
    assert not inventory.tables[TO_LOOK_AT.id]


def test_what_is_hostile_is_clean_when_it_is_shown() -> None:
    hostile = f"package:/data/app/{HOSTILE}\ud800=com.x  installer={HOSTILE}\n"
    details = dict(read_text(READER, hostile).tables[OTHERS.id].groups[0].details)
    shown = "".join(details.values())
    assert "пр" in shown
    assert not set(shown) & {*"\x1b\x07\x00\x9b\u202e\ud800"}


def test_a_line_without_end_is_no_app_and_fills_no_memory() -> None:
    inventory = read_text(READER, "package:" + "x" * 5_000_000 + "\npackage:com.y\n")
    assert names(inventory, OTHERS) == ["com.y"]


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "{}", '{"about": "package:com.x"}', "<html>", "a,b,c\n", "Hello.\nThere.\n"],
)
def test_what_is_no_list_is_not_recognised(text: str) -> None:
    assert not READER.recognises(pasted(text.encode()))
