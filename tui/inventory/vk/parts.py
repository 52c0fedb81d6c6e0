"""The tables of a VK archive, and the boxes each of them depends on.

Whether an archive tells which communities somebody is in is not certain: pages of subscriptions
were seen in some.
"""

from tui.content.model import Topic
from tui.inventory.model import Part

SUBSCRIPTIONS = Part("subscriptions", Topic.CHANNELS, "Subscriptions", ("communities",))
REPOSTS = Part("reposts", Topic.REPOSTS, "Reposts, by source", ("messages", "wall"))
WALL = Part("wall", Topic.REPOSTS, "Your wall, by author", ("wall",))
LIKES = Part("likes", Topic.REPOSTS, "Likes, by page", ("likes",))
COMMENTS = Part("comments", Topic.REPOSTS, "Your comments, by page", ("comments",))
BOOKMARKS = Part("bookmarks", Topic.REPOSTS, "Bookmarks, by page", ("bookmarks",))
LINKS = Part("links", Topic.LINKS, "Links, by site", ("messages", "wall", "comments"))
APPS = Part("apps", Topic.BOTS, "Apps that may use your account", ("apps",))
SESSIONS = Part("sessions", Topic.SESSIONS, "Devices signed in", ("sessions",))
PHOTOS = Part("photos", Topic.PICTURES, "Photos, by chat", ("messages", "wall"))
VIDEOS = Part("videos", Topic.PICTURES, "Videos, by chat", ("messages", "wall"))
CHATS = Part("people-chats", Topic.PEOPLE, "Chats", ("messages",))
FRIENDS = Part("friends", Topic.PEOPLE, "Friends", ("profile",))

PARTS = (
    *(SUBSCRIPTIONS, REPOSTS, WALL, LIKES, COMMENTS, BOOKMARKS, LINKS),
    *(APPS, SESSIONS, PHOTOS, VIDEOS, FRIENDS, CHATS),
)
FILLED = {
    "wall": WALL,
    "likes": LIKES,
    "comments": COMMENTS,
    "bookmarks": BOOKMARKS,
    "profile": FRIENDS,
    "communities": SUBSCRIPTIONS,
    "apps": APPS,
    "sessions": SESSIONS,
}
"""The table that tells whether what a box asks for is empty; for messages it is the chats."""
