"""The tables of a Telegram archive, and the boxes each of them depends on."""

from tui.content.model import Topic
from tui.inventory.model import Part

CHAT_BOXES = {
    "saved_messages": "personal-chats",
    "personal_chat": "personal-chats",
    "bot_chat": "bot-chats",
    "private_group": "private-groups",
    "private_supergroup": "private-groups",
    "private_channel": "private-channels",
    "public_supergroup": "public-groups",
    "public_channel": "public-channels",
}
"""The box that each kind of chat comes with. Source: Telegram Desktop, export settings."""
SECTION_BOXES = {
    "personal_information": "account",
    "contacts": "contacts",
    "frequent_contacts": "contacts",
    "sessions": "sessions",
    "web_sessions": "sessions",
    "other_data": "other-data",
    "stories": "stories",
}
_MESSAGES = tuple(dict.fromkeys(CHAT_BOXES.values()))
_GROUPS = ("public-channels", "private-channels", "public-groups", "private-groups")

CHANNELS = Part("channels", Topic.CHANNELS, "Channels and groups you are in", _GROUPS)
LEFT = Part("left-channels", Topic.CHANNELS, "Channels and groups you were in", _GROUPS)
REPOSTS = Part("reposts", Topic.REPOSTS, "Reposts, by source", _MESSAGES)
REACTIONS = Part("reactions", Topic.REPOSTS, "Your reactions, by chat", _MESSAGES)
LINKS = Part("links", Topic.LINKS, "Links in messages, by site", _MESSAGES)
BUTTONS = Part("button-links", Topic.LINKS, "Links on buttons, by site", _MESSAGES)
DRAFTS = Part("drafts", Topic.LINKS, "Unsent drafts", ("other-data",))
DRAFT_LINKS = Part("draft-links", Topic.LINKS, "Links in drafts, by site", ("other-data",))
BOT_CHATS = Part("bot-chats", Topic.BOTS, "Chats with bots", ("bot-chats",))
PERMISSIONS = Part("permissions", Topic.BOTS, "What you allowed, sent or joined", ("bot-chats",))
INLINE_BOTS = Part("inline-bots", Topic.BOTS, "Bots used inside chats", _MESSAGES)
FREQUENT_BOTS = Part("frequent-bots", Topic.BOTS, "Bots you used often", ("contacts",))
SESSIONS = Part("sessions", Topic.SESSIONS, "Devices signed in", ("sessions",))
SITES = Part("sites", Topic.SESSIONS, "Sites signed in with Telegram", ("sessions",))
ADDRESSES = Part("addresses", Topic.SESSIONS, "Network addresses", ("other-data",))
PHOTOS = Part("photos", Topic.PICTURES, "Photos, by chat", _MESSAGES)
VIDEOS = Part("videos", Topic.PICTURES, "Videos, by chat", _MESSAGES)
VOICES = Part("voices", Topic.PICTURES, "Voice messages and sound, by chat", _MESSAGES)
FILES = Part("files", Topic.PICTURES, "Files, by chat", _MESSAGES)
PROFILE = Part("profile-pictures", Topic.PICTURES, "Profile pictures", ("account",))
STORIES = Part("stories", Topic.PICTURES, "Stories", ("stories",))
CONTACTS = Part("contacts", Topic.PEOPLE, "Contacts", ("contacts",))
FREQUENT = Part("frequent", Topic.PEOPLE, "People you write to often", ("contacts",))
CHATS = Part("people-chats", Topic.PEOPLE, "Chats with one person", ("personal-chats",))

PARTS = (
    *(CHANNELS, LEFT, REPOSTS, REACTIONS, LINKS, BUTTONS, DRAFTS, DRAFT_LINKS),
    *(BOT_CHATS, PERMISSIONS, INLINE_BOTS, FREQUENT_BOTS, SESSIONS, SITES, ADDRESSES),
    *(PHOTOS, VIDEOS, VOICES, FILES, PROFILE, STORIES, CONTACTS, FREQUENT, CHATS),
)
CHAT_PARTS = {
    "bot_chat": BOT_CHATS,
    "personal_chat": CHATS,
    "private_group": CHANNELS,
    "private_supergroup": CHANNELS,
    "private_channel": CHANNELS,
    "public_supergroup": CHANNELS,
    "public_channel": CHANNELS,
}
MEDIA_PARTS = {
    "photo": PHOTOS,
    "video_file": VIDEOS,
    "video_message": VIDEOS,
    "voice_message": VOICES,
    "audio_file": VOICES,
    "file": FILES,
}
"""The table of each kind of media; stickers and moving pictures are only counted."""
PERMISSION_ACTIONS = {
    "allow_sending_messages": "may write to you",
    "web_app_bot_allowed": "may open a window in the app",
    "attach_menu_bot_allowed": "stands in the attachment menu",
    "managed_bot_created": "bot made by you",
    "requested_phone_number": "phone number sent",
    "send_passport_values": "documents sent",
    "send_payment": "payment made",
    "join_group_by_link": "joined by a link",
}
"""Actions worth a look, and what each means. Source: Telegram Desktop, export of actions."""
