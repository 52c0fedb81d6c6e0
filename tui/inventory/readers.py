"""The services whose archives can be read; one line each."""

from tui.inventory import android, bookmarks, instagram, telegram, vk, youtube
from tui.inventory.model import Reader

READERS: tuple[Reader, ...] = (
    telegram.READER,
    android.READER,
    bookmarks.READER,
    youtube.READER,
    vk.READER,
    instagram.READER,
)
