"""What is said in messages on the pages of VK: whose, when, where from."""

from pathlib import Path

import pytest

from tests.inventories import read_all
from tests.vk_pages import attached, chat_of, counts, make, message, page
from tui.inventory.model import LATEST
from tui.inventory.vk import READER, parts
from tui.inventory.vk.dates import find_time
from tui.inventory.vk.items import source_of


@pytest.mark.parametrize(
    ("header", "mine", "when"),
    [
        ("Вы, 27 дек 2018 в 0:58:19", 1, 1545872299),
        ("  \n Вы, 3 дек 2018 в 17:44:05\n ", 1, 1543859045),
        ("You, at 7:15:40 pm on 3 Nov 2014", 1, 1415042140),
        ("Ви, 2 лис 2014 о 19:15:40", 1, 1414955740),
        ("&#1042;&#1099;, 3 &#1076;&#1077;&#1082; 2018 &#1074; 17:44:05", 1, 1543859045),
        ('<a href="https://vk.com/id1">Вы</a>, 2 мая 2020 в 22:46:22', 0, 1588459582),
        ('<a href="https://vk.com/id1">Ян, 5</a>, 2 мая 2020 в 22:46:22', 0, 1588459582),
        ("Частное сообщество, 29 ноя 2018 в 22:40:32", 0, 1543531232),
        ("DELETED, at 12:00:00 am on 1 Jan 2024", 0, 1704067200),
        (
            "Вы, 1 янв 2020 в 0:00:00<span class='message-edited' title='2 янв 2020 в 1:00:00'>"
            " (ред.)</span>",
            1,
            1577836800,
        ),
        ("Вы", 1, 0),
        ("", 0, 0),
    ],
)
def test_whose_a_message_is_and_when(tmp_path: Path, header: str, mine: int, when: int) -> None:
    (chat,) = chat_of(tmp_path, message(header)).chats
    assert (chat.mine, chat.every, chat.last) == (mine, 1, when)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Вы 2 фев 2021 в 19:08", 1612292880),
        ("You 2 Feb 2021 at 7:08 pm", 1612292880),
        ("2 лют 2021 у 19:08", 1612292880),
        ("Последнее использование: 2 февраля 2021", 1612224000),
        ("31 фев 2021 в 19:08", 0),
        ("2 xyz 2021 в 19:08", 0),
        ("1 янв 0000 в 25:61:61", 0),
        ("1 янв 1900 в 1:00", 0),
        ("1 янв 9999 в 1:00", LATEST),
        ("", 0),
    ],
)
def test_a_time_is_found_in_words(text: str, when: int) -> None:
    assert find_time(text).when == when


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://vk.com/wall-12_34", "-12"),
        ("https://m.vk.com/wall12_34?reply=5", "12"),
        ("https://vk.ru/photo-12_34", "-12"),
        ("https://vk.com/club12", "-12"),
        ("https://vk.com/public12", "-12"),
        ("https://vk.com/id12", "12"),
        ("https://vk.com/Some.Name", "vk.com/some.name"),
        ("https://site.example/wall-12_34", "site.example"),
        ("https://vk.com/wall" + "9" * 5000 + "_1", "vk.com"),
        ("javascript:alert(1)", "javascript:"),
        ("", ""),
    ],
)
def test_whose_page_an_address_leads_to(address: str, key: str) -> None:
    assert source_of(address)[0] == key


def test_attachments_are_told_by_their_words_or_by_where_they_lead(tmp_path: Path) -> None:
    inventory = chat_of(
        tmp_path,
        message("Вы", attached("Wall post", "https://vk.com/wall-1_2")),
        message("Вы", attached("Новое слово", "https://vk.com/wall-1_3")),
        message("Вы", attached("Запись на&nbsp;стене", "https://vk.com/wall-1_4")),
        message("Вы", attached("Запись на стене", "")),
        message("Вы", attached("Новое слово", "https://a.example/x")),
        message("Вы", attached("Файл", "https://psv4.userapi.com/x.ogg")),
        message("Вы", attached("Стикер", "")),
    )
    assert counts(inventory, parts.REPOSTS) == {"-1": (3, 3), "": (1, 1)}
    assert counts(inventory, parts.LINKS) == {"a.example": (1, 1)}


def test_service_messages_have_no_links(tmp_path: Path) -> None:
    link = '<a class="im_srv_lnk " href="https://vk.com/id1">Ян</a>'
    inventory = chat_of(tmp_path, message("Вы", f'<div class="kludges">{link} выйшаў</div>'))
    assert (inventory.counts["messages"], len(inventory.tables["links"])) == (1, 0)


def test_a_page_in_utf_8_says_so(tmp_path: Path) -> None:
    text = message('<a href="https://vk.com/id2">Łukasz 🏔</a>, 1 янв 2020 в 1:00:00')
    (chat,) = chat_of(tmp_path, text, coding="utf-8").chats
    assert (chat.every, chat.last) == (1, 1577840400)


@pytest.mark.parametrize(
    ("peer", "kind"),
    [
        ("5", "personal_chat"),
        ("-5", "community"),
        ("2000000000", "personal_chat"),
        ("2000000001", "group_chat"),
        ("slug", ""),
        ("9" * 40, ""),
    ],
)
def test_the_number_of_a_chat_tells_what_it_is(tmp_path: Path, peer: str, kind: str) -> None:
    archive = make(tmp_path, {f"messages/{peer}/messages0.html": page(message("Вы"))})
    (chat,) = read_all(READER, archive).chats
    assert (chat.key, chat.kind) == (peer, kind)
