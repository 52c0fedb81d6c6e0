"""The services whose archives can be read; one line each."""

from tui.inventory import android, bookmarks, telegram, youtube
from tui.inventory.model import Reader

READERS: tuple[Reader, ...] = (
    telegram.READER,
    android.READER,
    bookmarks.READER,
    youtube.READER,
)
