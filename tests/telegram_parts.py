"""What a message holds beside its text: photos, files, other things, and what happened."""

from random import Random

from tests.telegram_words import MY_NAME

Fields = dict[str, object]
_NOT_HERE = "(File not included. Change data exporting settings to download.)"
_FILES = {
    "sticker": "image/webp",
    "voice_message": "audio/ogg",
    "video_file": "video/mp4",
    "animation": "video/mp4",
    "video_message": "video/mp4",
    "audio_file": "audio/mpeg",
    "file": "application/pdf",
}
_OFTEN = (5, 8, 10, 12, 13, 13.5, 14.5)
_TIMED = {"voice_message", "video_file", "video_message", "audio_file"}


def photo_of(era: int, random: Random, chat: int) -> Fields:
    """A photo, exported or not."""
    path = f"chats/chat_{chat:04d}/photos/photo_{random.randrange(10**6)}.jpg"
    fields: Fields = {"photo": path if random.random() < 0.3 else _NOT_HERE}
    if era >= 2026:
        fields["photo_file_size"] = random.randrange(10_000, 500_000)
    fields |= {"width": 1280, "height": 960}
    if random.random() < 0.01:
        fields["self_destruct_period_seconds"] = 30
    return fields


def file_of(era: int, random: Random) -> tuple[str, Fields]:
    """A file and its type; a plain document has none."""
    kind = random.choices(tuple(_FILES), cum_weights=_OFTEN)[0]
    fields: Fields = {"file": _NOT_HERE}
    if era >= 2026:
        size = random.randrange(10**7)
        fields |= {"file_name": f"{kind}-{size % 997}.bin", "file_size": size}
    if kind != "file":
        fields["media_type"] = kind
    if kind == "sticker":
        fields["sticker_emoji"] = "🌿"
    if kind == "audio_file":
        fields |= {"performer": "Хор", "title": "Калыханка"}
    fields["mime_type"] = _FILES[kind]
    if kind in _TIMED:
        fields["duration_seconds"] = random.randrange(1, 400)
    return kind, fields


_CONTACT: Fields = {"first_name": "Адась", "last_name": "", "phone_number": "+000 22 000 00 09"}
_PLACE: Fields = {"latitude": 10.25, "longitude": 20.5}
_ANSWERS: list[object] = [
    {"text": "Так", "voters": 2, "chosen": True},
    {"text": "Не", "voters": 0, "chosen": False},
]
OTHERS: tuple[Fields, ...] = (
    {"contact_information": _CONTACT},
    {"location_information": _PLACE},
    {"location_information": _PLACE, "place_name": "Парк", "address": "Алея, 1"},
    {"poll": {"question": "Едзем?", "closed": False, "total_voters": 2, "answers": _ANSWERS}},
    {"invoice_information": {"title": "Кубак", "amount": 900, "currency": "EUR"}},
    {"game_title": "Змейка", "game_link": "https://t.me/prykladnybot?game=zmiejka"},
)
"""What is no file: a contact, a place, a poll, a bill, a game."""
ACTIONS: tuple[tuple[str, Fields], ...] = (
    ("pin_message", {}),
    ("pin_message", {"message_id": 17}),
    ("invite_members", {"members": [MY_NAME]}),
    ("invite_members", {"members": [MY_NAME, None]}),
    ("phone_call", {}),
    ("phone_call", {"duration_seconds": 61, "discard_reason": "hangup"}),
    ("join_group_by_link", {}),
    ("join_group_by_link", {"inviter": "Group"}),
    ("clear_history", {}),
    ("joined_telegram", {}),
    ("requested_phone_number", {}),
    ("edit_group_title", {"title": "Новая назва"}),
)
PERMISSIONS: tuple[tuple[str, Fields], ...] = (
    ("allow_sending_messages", {"reason_domain": "uvahod.example"}),
    ("allow_sending_messages", {"reason_domain": "uvahod.example"}),
    ("allow_sending_messages", {"reason_domain": "kvitki.example"}),
    ("allow_sending_messages", {"reason_app_id": 7, "reason_app_name": "Прыклад"}),
    ("web_app_bot_allowed", {}),
    ("attach_menu_bot_allowed", {}),
    ("managed_bot_created", {}),
    ("send_payment", {"amount": 150, "currency": "EUR", "invoice_message_id": 9}),
    ("send_passport_values", {"values": ["email", "phone_number"]}),
)
"""What happens in chats, and what bots are given; with the fields beside it."""
