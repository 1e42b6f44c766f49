"""Cells that a spreadsheet prints in a way their value does not show: -25 as 25, a day as its weekday alone.

Such a cell is its value like any other, and carries what prints it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from functools import partial
from typing import Any

from extract.model import Cell
from extract.readers.cell_values import MOST_DAYS
from extract.readers.date_print import print_date
from extract.readers.format_tokens import Section, sections_of
from extract.readers.number_format import Sense, sense_of_code
from extract.readers.number_print import chosen, print_number

SAYING = frozenset(" -+()$€£¥%,.\u00a0")
"""Literals beside which a number is still the number it is."""
MOST = 1e15
"""Beyond it a number has more digits than a spreadsheet keeps."""
_OWN_WAY = re.compile(r"[0#?] +[0#?]|[0#?],+(?![0#?])")
"""Blanks or the like between digits, and commas behind them, each of which leaves out three digits."""
TIMES = frozenset((Sense.DATE, Sense.CLOCK, Sense.ELAPSED))

Print = Callable[[], str]


class _Printed:
    """A cell that knows how it is printed."""

    __slots__ = ()
    show: Print

    @property
    def printed(self) -> str:
        """Print it as the spreadsheet does."""
        return self.show()


class PrintedFloat(float, _Printed):
    """A number that is printed in its own way."""

    __slots__ = ("show",)


class PrintedText(str, _Printed):
    """A text that stands for a number."""

    __slots__ = ("show",)


class PrintedDate(date, _Printed):
    """A day that is printed in its own way."""

    __slots__ = ("show",)


class PrintedDatetime(datetime, _Printed):
    """A moment that is printed in its own way."""

    __slots__ = ("show",)


class PrintedTime(time, _Printed):
    """A time of day that is printed in its own way."""

    __slots__ = ("show",)


def printing(code: str, is_1904: bool) -> Callable[[Cell, float], Cell] | None:
    """Give what lets a cell print its number by a format; None where the value says as much."""
    sections = sections_of(code)
    if sense_of_code(code) in TIMES:
        tokens = sections[0].tokens
        return None if _says_time(sections[0]) else _shown(lambda days: print_date(tokens, days, is_1904), MOST_DAYS)
    if all(_says_number(section) for section in sections[:2]) and _says_sign(sections):
        return None
    return _shown(lambda amount: print_number(*chosen(sections, amount), amount), MOST)


def _shown(show: Callable[[float], str], most: float) -> Callable[[Cell, float], Cell]:
    """Let cells print numbers below a size."""
    return lambda cell, amount: _with(cell, partial(show, amount)) if abs(amount) < most else cell


def _says_time(section: Section) -> bool:
    """Tell whether a date or a clock is printed whole."""
    letters = {token.text[0].lower() for token in section.tokens if token.kind in ("date", "elapsed")}
    literals = "".join(token.text for token in section.tokens if token.kind in ("literal", "slash"))
    return set("ymd") <= letters or (set("hm") <= letters and ":" in literals) or "e" in literals


def _says_number(section: Section) -> bool:
    """Tell whether a number is printed as it is, but for its decimals and signs of money."""
    literals = {letter for token in section.tokens if token.kind == "literal" for letter in token.text}
    code = "".join(" " if token.kind == "literal" else token.text for token in section.tokens)
    has_own_way = bool(_OWN_WAY.search(code)) or section.kinds() & {"slash", "date"} or section.condition
    return literals <= SAYING and not has_own_way


def _says_sign(sections: tuple[Section, ...]) -> bool:
    """Tell whether a negative number shows that it is one: by a minus, or a bracket before all else."""
    if len(sections) == 1:
        return True
    literals = "".join(token.text for token in sections[1].tokens if token.kind == "literal").strip()
    return "-" in literals or literals.startswith("(")


def _with(cell: Cell, show: Print) -> Cell:
    """Let a cell carry what prints it."""
    make = _MAKE.get(type(cell))
    if make is None:
        return cell
    made: Cell = make(cell)
    made.show = show  # type: ignore[union-attr]
    return made


_MAKE: dict[type, Callable[[Any], Any]] = {
    float: PrintedFloat,
    str: PrintedText,
    date: lambda day: PrintedDate(day.year, day.month, day.day),
    datetime: lambda at: PrintedDatetime(at.year, at.month, at.day, at.hour, at.minute, at.second, at.microsecond),
    time: lambda at: PrintedTime(at.hour, at.minute, at.second, at.microsecond),
}
