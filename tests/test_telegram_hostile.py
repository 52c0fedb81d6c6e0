"""Values of every wrong kind in an archive of Telegram end in a count, and harm nothing."""

import json
from collections.abc import Iterator
from itertools import chain

import pytest

from tests.inventories import HOSTILE
from tests.telegram_small import HEAD, Found, account, found_in, message
from tui.inventory.model import Opened, Presence
from tui.inventory.telegram import parts
from tui.text import REPLACEMENT, clean

DEEP = "[" * 100_000 + "]" * 100_000
LATER = ("text", "text_entities", "rich_message", "inline_bot_buttons", "reactions")
"""What is looked into only where it matters."""
NUMBERS = (
    *("9" * 5000, "1e999", "-1e999", "2.5", "true", "null", "[]", "{}", '"x"', '"\\ud800"'),
    *(
        f"{sign}{2**bits + more}"
        for bits in (31, 53, 63, 64, 80)
        for more in (0, 1)
        for sign in ("", "-")
    ),
    f'"{"9" * 5000}"',
)
"""What may stand where a number is expected."""
SECTIONS = {
    "contacts": ("first_name", "last_name", "phone_number", "user_id"),
    "frequent_contacts": ("name", "id", "category"),
    "sessions": ("device_model", "created", "last_ip", "application_name"),
    "web_sessions": ("domain_name", "bot_username", "browser", "created"),
}


@pytest.mark.parametrize("key", [*LATER, "forwarded_from", "unknown"])
def test_what_is_nested_too_deep_costs_one_message(key: str) -> None:
    messages = (message(f'"{key}":[{{"type":"link","text":{DEEP}}}]'), message('"photo":"p"'))
    for found in found_in(account(",".join(messages))):
        assert found.every == 1
        assert found.inventory.faults.skipped == 1
        assert len(list(found.opened())) == 1


@pytest.mark.parametrize(
    "text", ["\\ud800", "\udcff", "\x00", "\\u0000", "\x1b", "\u2028", "\\x01"]
)
@pytest.mark.parametrize("key", ["text", "text_entities"])
def test_signs_that_no_text_should_hold_lose_no_link(key: str, text: str) -> None:
    link = f'"{key}":[{{"type":"link","text":"https://here.example/{text}"}}]'
    data = account(message(link)).replace("\udcff".encode("utf-8", "surrogatepass"), b"\xff")
    for found in found_in(data):
        assert found.every == 1
        assert found.names(parts.LINKS) == ["here.example"]
        assert found.worded("here") == 1


@pytest.mark.parametrize("key", [*LATER, "forwarded_from"])
def test_numbers_of_any_size_inside_a_message_are_no_matter(key: str) -> None:
    told = (
        message(f'"{key}":[{{"count":{number},"recent":[{{"from_id":{number}}}]}}]')
        for number in NUMBERS
    )
    for found in found_in(account(",".join(told))):
        assert found.every == len(NUMBERS)
        assert not found.inventory.faults.skipped
        list(found.opened())


@pytest.mark.parametrize("key", ["id", "date_unixtime", "from_id", "forwarded_from_id", "type"])
def test_numbers_of_any_size_in_place_of_an_expected_one(key: str) -> None:
    told = (
        f'{{"photo":"p","forwarded_from":"F","type":"message","{key}":{number}}}'
        for number in NUMBERS
    )
    for found in found_in(account(",".join(told))):
        assert found.every == len(NUMBERS)
        assert not found.inventory.faults.skipped
        list(found.opened())


@pytest.mark.parametrize("key", ["name", "type", "id"])
@pytest.mark.parametrize("number", NUMBERS)
def test_a_chat_with_a_head_of_wrong_kind_is_counted(key: str, number: str) -> None:
    head = {"name": '"K"', "type": '"private_supergroup"', "id": "7"} | {key: number}
    told = ",".join(f'"{name}":{value}' for name, value in head.items())
    for found in found_in(account(message('"photo":"p"'), head=told, owner=number)):
        assert found.every == 1
        list(found.opened())


def shown(found: Found) -> Iterator[str]:
    """Everything that can come to a screen."""
    for chat in found.inventory.chats:
        yield from (chat.name, chat.kind)
    for table in found.inventory.tables.values():
        for group in table.groups:
            yield from (group.name, group.note, *chain.from_iterable(group.details))
    for _, one in found.opened():
        yield from (*chain.from_iterable(one.details), one.text, one.jump)


@pytest.mark.parametrize("quoted", [True, False])
def test_nothing_that_is_shown_can_act_on_a_terminal(*, quoted: bool) -> None:
    bad = json.dumps(HOSTILE, ensure_ascii=quoted)[1:-1]
    link = f'[{{"type":"text_link","text":"{bad}","href":"https://{bad}"}}]'
    keys = ("from", "forwarded_from", "saved_from", "via_bot", "photo", "file_name", "media_type")
    told = ",".join(f'"{key}":"{bad}"' for key in keys)
    buttons = f'[[{{"type":"url","text":"{bad}","data":"{bad}"}}]]'
    service = (
        f'{{"id":6,"type":"service","date":"{bad}","action":"{action}","reason_domain":"{bad}"}}'
        for action in ("allow_sending_messages", bad)
    )
    messages = (
        message(f'{told},"text":{link},"text_entities":{link},"inline_bot_buttons":{buttons}'),
        message(f'"photo":"p","type":"{bad}"'),
        *service,
    )
    sections = "".join(
        f'"{name}":{{"list":[{{"{key}":"{bad}","{bad}":"{bad}"}}]}},'
        for name, keys in SECTIONS.items()
        for key in keys
    )
    other = (
        f'"other_data":{{"ips":[{{"ip":"{bad}","{bad}":"{bad}"}}],"drafts":[{{"html":"{bad}"}}]}},'
    )
    for kind in ("public_channel", bad):
        head = f'"name":"{bad}","type":"{kind}","id":"{bad}"'
        data = account(",".join(messages), head=head, before=sections + other)
        for found in found_in(data):
            texts = list(shown(found))
            assert any(REPLACEMENT in text for text in texts)
            for text in texts:
                assert clean(text, keep_newlines=True) == text


def test_blanks_without_end_do_not_hold_up_the_reading() -> None:
    blanks = " " * 100_000
    head = f'{{\n"name": "a{blanks}b",\n"type": "public_channel",\n"id": 5,\n'
    data = account(message(f'"broken":\\x01,"document_id": a{blanks}b')).replace(
        b"{" + HEAD.encode() + b",", head.encode()
    )
    for found in found_in(data):
        assert found.inventory.faults.skipped == 1
        assert len(found.names(parts.CHANNELS)) == 1


@pytest.mark.parametrize("around", ["[%s]", '{"list":[%s]}', '{"about":"","more":[],"list":[%s]}'])
def test_a_section_that_cannot_be_read_is_not_taken_for_empty(around: str) -> None:
    for name, box in parts.SECTION_BOXES.items():
        if name in {"personal_information", "other_data"}:
            continue
        here, empty, broken = (
            next(found_in(account("", before=f'"{name}":{around % items},'))).inventory
            for items in ("{}", "", f'{{"a":{DEEP}}}')
        )
        assert here.boxes[box] is Presence.HERE
        assert empty.boxes[box] is Presence.EMPTY
        assert broken.boxes[box] is Presence.UNSURE
        assert broken.faults.skipped == 1


def test_entries_that_look_alike_are_all_there() -> None:
    session = '{"created":"2020-01-02T03:04:05","device_model":"Прылада","last_ip":"192.0.2.%d"}'
    listed = ",".join(session % number for number in range(3))
    for found in found_in(account("", before=f'"sessions":{{"list":[{listed}]}},')):
        seen = [dict(group.details)["Network address"] for group in found.groups(parts.SESSIONS)]
        assert seen == ["192.0.2.0", "192.0.2.1", "192.0.2.2"]


def test_a_message_of_any_size_is_shown_in_bounds() -> None:
    links = ",".join(f'{{"type":"link","text":"https://a{n}.example/"}}' for n in range(500))
    long = message(f'"forwarded_from":"{"x" * 1_000_000}","text":[{links}]')
    for found in found_in(account(long)):
        reopen, table = found.inventory.reopen, found.inventory.tables[parts.REPOSTS.id]
        assert reopen
        *_, opened = reopen(table, 0)
        assert isinstance(opened, Opened)
        assert len(opened.details) < 200
        assert max(len(value) for _, value in opened.details) <= 1000
