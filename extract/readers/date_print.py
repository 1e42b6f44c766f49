"""Dates and times as a number format prints them, with English names."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta

from extract.readers.cell_values import DAY, EPOCHS, LEAP_BUG
from extract.readers.format_tokens import Token

MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT = 3

Print = Callable[[datetime, int], str]


def print_date(tokens: Sequence[Token], days: float, is_1904: bool) -> str:
    """Print a count of days; lengths of time may be negative."""
    size = abs(days)
    halves_twelve = any(token.kind == "noon" for token in tokens)
    at = _moment(size, tokens, is_1904)
    sign = "-" if days < 0 else ""
    return sign + "".join(_printed(token, is_minute, size, at, halves_twelve) for token, is_minute in _minutes(tokens))


def _moment(days: float, tokens: Sequence[Token], is_1904: bool) -> datetime:
    """Round to what is shown of seconds; what is shown of hours and minutes is over."""
    parts = 10 ** max((len(token.text.partition(".")[2]) for token in tokens if token.kind == "date"), default=0)
    shows_seconds = any(token.kind == "date" and token.text[0] in "sS" for token in tokens)
    seconds = (round if shows_seconds else math.floor)(round(days * DAY * parts, 3)) / parts
    leap = timedelta(days=days < LEAP_BUG and not is_1904)
    return EPOCHS[is_1904] + leap + timedelta(seconds=seconds)


def _minutes(tokens: Sequence[Token]) -> Iterator[tuple[Token, bool]]:
    """Tell of each token whether it is minutes: an m behind hours or before seconds."""
    spans = [token for token in tokens if token.kind in ("date", "elapsed")]
    letters = "".join(token.text[0].lower() for token in spans)
    at = 0
    for token in tokens:
        is_span = token.kind in ("date", "elapsed")
        yield token, is_span and letters[at] == "m" and (letters[at - 1 : at] == "h" or letters[at + 1 : at + 2] == "s")
        at += is_span


def _printed(token: Token, is_minute: bool, days: float, at: datetime, halves_twelve: bool) -> str:
    length = len(token.text)
    if token.kind == "elapsed":
        unit = token.text[0].lower()
        return str((round if unit == "s" else math.floor)(round(days * _PER_DAY[unit], 6))).zfill(length)
    if token.kind == "noon":
        half = "PM" if at.hour >= DAY // 7200 else "AM"
        return half if length > SHORT else half[0]
    if token.kind != "date":
        return token.text
    if is_minute:
        return str(at.minute).zfill(min(length, 2))
    if token.text[0] in "hH" and halves_twelve:
        return str((at.hour - 1) % 12 + 1).zfill(min(length, 2))
    return _DATES[token.text[0].lower()](at, length)


def _second(at: datetime, length: int) -> str:
    """Print seconds; what goes beyond ``ss`` are decimals with their point."""
    if length <= 2:
        return str(at.second).zfill(length)
    return f"{at.second:02}.{at.microsecond:06}"[:length]


def _month(at: datetime, length: int) -> str:
    name = MONTHS[at.month - 1]
    if length <= 2:
        return str(at.month).zfill(length)
    return {SHORT: name[:SHORT], SHORT + 2: name[0]}.get(length, name)


def _day(at: datetime, length: int) -> str:
    if length <= 2:
        return str(at.day).zfill(length)
    # Before the day that never was, Excel's week is one day off.
    name = WEEKDAYS[(at.weekday() - (at < datetime(1900, 3, 1))) % 7]
    return name[:SHORT] if length == SHORT else name


_PER_DAY = {"h": 24, "m": 24 * 60, "s": DAY}
_DATES: dict[str, Print] = {
    "y": lambda at, length: f"{at.year:04}" if length > 2 else f"{at.year % 100:02}",
    "m": _month,
    "d": _day,
    "h": lambda at, length: str(at.hour).zfill(min(length, 2)),
    "s": _second,
}
