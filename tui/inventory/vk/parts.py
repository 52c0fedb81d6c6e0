"""The tables of a VK archive, and the boxes each of them depends on.

The boxes are named as the folders of the archive. Whether it tells the communities that somebody
is in is not certain: pages of subscriptions were seen in some archives.
"""

from tui.content.model import Topic
from tui.inventory.model import Part

COMMUNITIES = "communities"

SUBSCRIPTIONS = Part("subscriptions", Topic.CHANNELS, "Subscriptions", ("profile", COMMUNITIES))
REPOSTS = Part("reposts", Topic.REPOSTS, "Reposts, by where they come from", ("messages", "wall"))
WALL = Part("wall", Topic.REPOSTS, "Your wall, by year", ("wall",))
LIKES = Part("likes", Topic.REPOSTS, "Likes, by whose page it is", ("likes",))
COMMENTS = Part("comments", Topic.REPOSTS, "Your comments, by whose page it is", ("comments",))
BOOKMARKS = Part("bookmarks", Topic.REPOSTS, "Bookmarks, by whose page it is", ("bookmarks",))
LINKS = Part("links", Topic.LINKS, "Links, by site", ("messages", "wall", "comments"))
APPS = Part("apps", Topic.BOTS, "Apps with access to your account", ("apps",))
SESSIONS = Part("sessions", Topic.SESSIONS, "Where you signed in", ("sessions",))
PHOTOS = Part("photos", Topic.PICTURES, "Photos, by chat and year", ("messages",))
VIDEOS = Part("videos", Topic.PICTURES, "Videos, by chat and year", ("messages",))
FRIENDS = Part("friends", Topic.PEOPLE, "Friends", ("profile",))

PARTS = (
    *(SUBSCRIPTIONS, REPOSTS, WALL, LIKES, COMMENTS, BOOKMARKS, LINKS),
    *(APPS, SESSIONS, PHOTOS, VIDEOS, FRIENDS),
)
BOXES = {
    "messages": (),
    "wall": (WALL,),
    "likes": (LIKES,),
    "comments": (COMMENTS,),
    "bookmarks": (BOOKMARKS,),
    "profile": (FRIENDS, SUBSCRIPTIONS),
    "apps": (APPS,),
    "sessions": (SESSIONS,),
}
"""What each box fills; that of messages fills the list of chats."""
