"""The period of a column of figures: said by its header, or by months whose year stands above or in the title.

Months and the sum since January often stand side by side (“12月 | 1至12月累计”): they are periods of their own and are
never added up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.fields import date
from extract.fields.contract import FieldError
from extract.fields.date_forms import month
from extract.layout.header import HeaderCell
from extract.layout.normal import normal

_SPAN = re.compile(r"([^\W\d_]+\s*[-–—]\s*[^\W\d_]+\s+\d{4})(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TO = r"\s*(?:[-–—~]|至|到|to|по|a|дейін)\s*"
_SUM = (
    r"累计|累計|合计|cumulative|ytd|year to date|нарастающим итогом|накопленным итогом|наростаючим підсумком|acumulado"
    r"|acumulada|kümülatif|birikimli|жиынтық"
)
_CHINESE = re.compile(rf"(?P<first>\d{{1,2}})月?(?:{_TO}(?P<last>\d{{1,2}}))?\s*月份?\s*(?:{_SUM}|当月)?")
_CHINESE_SAID = (
    r"(?P<year>(?:19|20)\d\d)\s?年(?:\s?(?P<first>\d{1,2})\s?(?:月份?)?\s?(?:[-–—~至到]\s?(?P<last>\d{1,2})\s?)?月)?"
)
_CHINESE_TITLE = re.compile(rf"\s*{_CHINESE_SAID}")
_CHINESE_BRACKETS = re.compile(rf"(?<=[（(]){_CHINESE_SAID}(?=[)）])")
_WORD = r"[^\W\d_]{3,12}\.?"
_WORDED = re.compile(
    rf"(?:за |с |from |de )?(?P<first>{_WORD})(?:{_TO}(?P<last>{_WORD}))?\s*(?:{_SUM})?", re.IGNORECASE
)
_SINCE_JANUARY = re.compile(
    rf"(?:本年)?(?:{_SUM})|с начала года|з початку року|жыл басынан бастап|yıl başından.*", re.IGNORECASE
)
_THIS_MONTH = re.compile(
    r"当月|本月|за месяц|за отчетный месяц|за місяць|current month|del mes|mes actual|cari ay", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Said:
    """A value that a header cell or a line above gives, with the cell."""

    value: str
    cell: HeaderCell


def period_of(path: Sequence[HeaderCell], above: Sequence[HeaderCell]) -> Said | None:
    """Find the period of a column: the lowest cell over it that says one, else the title."""
    for cell in reversed(path):
        value = as_period(cell.text) or _within_a_year(cell, path, above)
        if value:
            return Said(value, cell)
    named = next((Said(year, cell) for cell in reversed(path) if (year := _year([cell]))), None)
    return named or _said(above)


def _said(cells: Sequence[HeaderCell]) -> Said | None:
    return next((Said(value, cell) for cell in reversed(cells) if (value := as_period(cell.text))), None)


def _within_a_year(cell: HeaderCell, path: Sequence[HeaderCell], above: Sequence[HeaderCell]) -> str | None:
    """Read months that leave their year to the cells around them."""
    found, year = months(cell.text), _year([*path, *reversed(above)])
    if found and year:
        first, last = found
        return f"{year}-{last:02}" if first == last else f"{year}-{first:02}/{year}-{last:02}"
    return (_part_of_year(cell.text, year) if year else None) or _by_the_title(normal(cell.text), _said(above))


def _part_of_year(text: str, year: str) -> str | None:
    """Read a quarter or half that leaves its year to the cells around it."""
    value = as_period(f"{text} {year}")
    return value if value and ("Q" in value or "/" in value) else None


def _by_the_title(text: str, title: Said | None) -> str | None:
    """Read “this month” and “since January” by the month, or the last month, of the title."""
    month_of_title = title.value[-7:] if title and re.fullmatch(r"(\d{4}-\d\d/)?\d{4}-\d\d", title.value) else None
    if month_of_title and _THIS_MONTH.fullmatch(text):
        return month_of_title
    if month_of_title and _SINCE_JANUARY.fullmatch(text):
        year = month_of_title[:4]
        return f"{year}-01/{month_of_title}"
    return None


def months(text: str) -> tuple[int, int] | None:
    """Read a month or several in a row that stand without a year: “12月”, “1至5月累计”, “январь-май”."""
    plain = " ".join(text.replace("_", " ").split())
    if match := _CHINESE.fullmatch(plain):
        first, last = int(match["first"]), int(match["last"] or match["first"])
        return (first, last) if 1 <= first <= last <= 12 else None
    if match := _WORDED.fullmatch(plain):
        named = [month(match[name].rstrip("."), with_day=False) for name in ("first", "last") if match[name]]
        return (named[0], named[-1]) if named[0] and named[-1] and named[0] <= named[-1] else None
    return None


def _year(cells: Iterable[HeaderCell]) -> str | None:
    """Find the one year that a cell names; of two nobody knows which is meant."""
    for cell in cells:
        years = set(_YEAR.findall(cell.text))
        if years:
            return years.pop() if len(years) == 1 else None
    return None


def as_period(text: str) -> str | None:
    """Read a period that is said in full."""
    span = _SPAN.search(text)
    for candidate in (text.replace("_", " "), span.group(1) if span else "", _before_title(text)):
        try:
            return date.parse(candidate).value
        except FieldError:
            continue
    return None


def _before_title(text: str) -> str:
    """Cut out the months that begin a Chinese title, or stand in brackets at its end: “2023年1月至12月进出口…”."""
    match = _CHINESE_TITLE.match(text) or _CHINESE_BRACKETS.search(text)
    if match is None:
        return ""
    months = "-".join(match[name] for name in ("first", "last") if match[name])
    return f"{match['year']}年{months}月" if months else f"{match['year']}年"
