"""The services whose archives can be read; one line each."""

from tui.inventory import telegram
from tui.inventory.model import Reader

READERS: tuple[Reader, ...] = (telegram.READER,)
