"""The tables of an Instagram archive, the files they come from, and the boxes they depend on."""

import re

from tui.content.model import Topic
from tui.inventory.model import Part

FOLLOWING = Part("following", Topic.CHANNELS, "Accounts you follow", ("following",))
REPOSTS = Part("reposts", Topic.REPOSTS, "Your reposts, by account", ("reposts",))
LIKES = Part("likes", Topic.REPOSTS, "Likes, by account", ("likes",))
SAVED = Part("saved", Topic.REPOSTS, "What you saved, by account", ("saved",))
COMMENTS = Part("comments", Topic.REPOSTS, "Your comments, by account", ("comments",))
LINKS = Part("links", Topic.LINKS, "Links, by site", ("saved", "comments", "reposts"))
OPENED = Part("opened-links", Topic.LINKS, "Links you opened, by site", ("link-history",))
LOGINS = Part("logins", Topic.SESSIONS, "Devices signed in", ("logins",))
FOLLOWERS = Part("followers", Topic.PEOPLE, "Accounts that follow you", ("followers",))

PARTS = (FOLLOWING, REPOSTS, LIKES, SAVED, COMMENTS, LINKS, OPENED, LOGINS, FOLLOWERS)
WITH_LINKS = frozenset({SAVED, COMMENTS, REPOSTS})
"""Where words stand that may hold links."""
WITH_TEXTS = frozenset({*WITH_LINKS, LIKES, OPENED})
"""Where words are looked for."""


def _file(path: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|/){path}(?:_\d+)?\.json$", re.IGNORECASE)


FILES = {
    FOLLOWING: _file("followers_and_following/following"),
    FOLLOWERS: _file("followers_and_following/followers"),
    LOGINS: _file("login_and_(?:profile|account)_creation/login_activity"),
    REPOSTS: _file("media/reposts"),
    COMMENTS: _file("comments/(?:(?:post|reels)_comments|hype)"),
    OPENED: _file("link_history/link_history"),
    LIKES: _file("likes/liked_(?:posts|comments|reels)"),
    SAVED: _file("saved/saved_(?:posts|media)"),
}
"""In the order in which they are read, the small ones first."""
OWN = frozenset({FOLLOWING, FOLLOWERS, LOGINS, COMMENTS, LIKES, SAVED})
"""Those whose files no other service has."""
