"""The services whose archives can be read; one line each."""

from tui.inventory import android
from tui.inventory.reader import Reader

READERS: tuple[Reader, ...] = (android.READER,)
