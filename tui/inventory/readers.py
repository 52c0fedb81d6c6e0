"""The services whose archives can be read; one line each."""

from tui.inventory import android, bookmarks, instagram, telegram, vk
from tui.inventory.model import Reader

READERS: tuple[Reader, ...] = (
    android.READER,
    bookmarks.READER,
    instagram.READER,
    telegram.READER,
    vk.READER,
)
