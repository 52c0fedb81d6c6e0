"""What Paradak left on this machine, or could have left, and how to remove it; it only looks."""

from tui.footprint.look import look
from tui.footprint.tell import as_data, tell

__all__ = ["as_data", "look", "tell"]
