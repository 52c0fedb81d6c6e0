"""When advice was checked, when it counts as old, and how old it is by a clock."""

import calendar
import datetime


def due(checked: str, months: int) -> datetime.date:
    """The day from which advice counts as old that was checked on an ISO day."""
    day = datetime.date.fromisoformat(checked)
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def months_since(checked: str, today: datetime.date) -> int:
    """Whole months from an ISO day to another day; 0 if that comes first."""
    day = datetime.date.fromisoformat(checked)
    months = (today.year - day.year) * 12 + today.month - day.month
    return max(0, months - (today < due(checked, max(0, months))))
