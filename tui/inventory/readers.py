"""The services whose archives can be read; one line each."""

from tui.inventory import android, bookmarks, telegram
from tui.inventory.model import Reader

READERS: tuple[Reader, ...] = (
    android.READER,
    bookmarks.READER,
    telegram.READER,
)
