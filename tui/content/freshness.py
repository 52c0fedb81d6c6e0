"""When advice was checked, when it counts as old, and how old it is by a clock."""

import datetime

_A_DAY = datetime.timedelta(1)


def due(checked: str, months: int) -> datetime.date:
    """The day from which advice counts as old that was checked on an ISO day."""
    day = datetime.date.fromisoformat(checked)
    first, next_first = (_first_day(day, months + later) for later in (0, 1))
    return min(first + datetime.timedelta(day.day - 1), next_first - _A_DAY)


def _first_day(day: datetime.date, months: int) -> datetime.date:
    """The first day of the month so many months after that of a day."""
    passed = day.month - 1 + months
    return datetime.date(day.year + passed // 12, passed % 12 + 1, 1)


def months_since(checked: str, today: datetime.date) -> int:
    """Whole months from an ISO day to another day; 0 if that comes first."""
    day = datetime.date.fromisoformat(checked)
    months = (today.year - day.year) * 12 + today.month - day.month
    return max(0, months - (today < due(checked, max(0, months))))
