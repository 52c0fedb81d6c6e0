"""The services whose archives can be read; one line each."""

from tui.inventory import android, bookmarks
from tui.inventory.reader import Reader

READERS: tuple[Reader, ...] = (
    android.READER,
    bookmarks.READER,
)
