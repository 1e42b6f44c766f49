"""What a number of a spreadsheet stands for: a day, a moment, a length of time, a share."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from extract.model import Cell

EPOCHS = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}
LEAP_BUG = 60
"""Excel counts a 29 February 1900 that never was: days before it lie one further on."""
MOST_DAYS = 2_958_466
REMEMBERED = 100_000
DAY = 86_400


class Days(dict[float, Cell]):
    """Dates and times by their number of days, each worked out once."""

    def __init__(self, is_1904: bool) -> None:
        self.is_1904 = is_1904

    def __missing__(self, days: float) -> Cell:
        if len(self) >= REMEMBERED:
            self.clear()
        made = self[days] = moment(days, self.is_1904)
        return made


def moment(days: float, is_1904: bool) -> Cell:
    """Read a count of days: a date, a date with its time, or a time of day; what is no day stays a number."""
    if not 0 <= days < MOST_DAYS:
        return days
    if 0 < days < 1:
        return (EPOCHS[False] + _rounded(days)).time()
    if days == 0 and not is_1904:
        return days
    at = EPOCHS[is_1904] + _rounded(days + (days < LEAP_BUG and not is_1904))
    return at.date() if days == int(days) else at


def _rounded(days: float) -> timedelta:
    """Round to the millisecond, beyond which the number knows nothing."""
    return timedelta(milliseconds=round(days * DAY * 1000))


def clock(days: float) -> str:
    """Print a length of time as spreadsheets do: 36:00:00."""
    seconds = round(abs(days) * DAY)
    return f"{'-' if days < 0 else ''}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def share(part: float) -> str:
    """Print a share in percent with all its digits: 12.5%."""
    percent = Decimal(f"{part:.15g}").scaleb(2).normalize()
    return f"{percent:f}%"
