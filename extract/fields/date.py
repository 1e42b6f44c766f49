"""Days, months and periods as printed in ten languages; never more precise than the text.

The value is ISO 8601 cut to its precision: ``2022-05-12``, ``2022-05``, ``2022``, ``2022-Q1``; a span of months is
``2022-01/2022-05``. Years outside 1991..2035 are refused: in trade papers they are other numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from extract.fields import date_forms, numeral_words
from extract.fields.contract import Ambiguous, Decision, FieldError, Hit
from extract.fields.glyphs import plain
from extract.fields.label import Label, Labels, nearest
from extract.fields.words import words

FIRST_YEAR, LAST_YEAR = 1991, 2035
_LONGEST = 60
_EXCEL_EPOCH = date(1899, 12, 30)
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "一": 1, "二": 2, "三": 3, "四": 4, "П": 1, "В": 2, "Т": 3, "Ч": 4}
"""Of a word the first letter tells: первый, второй, третий, четвёртый."""
_SECOND_HALF = ("2", "II", "ВТ", "SE", "下")
_WEEKDAY = re.compile(
    r"^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|понедельник|вторник"
    r"|среда|четверг|пятница|суббота|воскресенье|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar),?\s"
    r"|\s(?:pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar)$|星期[一二三四五六日天]$",
    re.IGNORECASE,
)
_CHINESE_YEAR = re.compile(
    r"[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}[日号])?"
)
_CHINESE_NUMBER = re.compile(r"[〇零一二三四五六七八九十]+")


@dataclass(frozen=True, slots=True)
class Day:
    """A day, month, quarter or year. ``value``: ISO 8601 cut to its precision."""

    value: str
    text: str

    def __str__(self) -> str:
        return self.value


@lru_cache(maxsize=65536)
def parse(text: str, *, order: str | None = "dmy", serial: bool = False) -> Day:
    """Read a cell that holds one date or period.

    ``order`` is how all-numeric dates with slashes or hyphens are read: ``dmy``, ``mdy``, or None to refuse those that
    have two readings. ``serial``: the column holds day numbers of a spreadsheet.
    """
    body = " ".join(plain(text).split())
    if not body or len(body) > _LONGEST:
        raise FieldError("empty" if not body else "longer than a date")
    if serial and re.fullmatch(r"\d{5}(?:\.\d+)?", body):
        return Day(_from_serial(float(body)), text)
    body = _WEEKDAY.sub("", _in_digits(body)).replace(" в ", " ").removeprefix("в ")
    for form in date_forms.CELL_FORMS:
        match = form.fullmatch(body)
        value = _value(match, order) if match else None
        if value:
            return Day(value, text)
    for form in date_forms.SPAN_FORMS:
        match = form.fullmatch(body)
        value = _span_value(match) if match else None
        if value:
            return Day(value, text)
    raise FieldError(f"not a date: {text!r}")


def _in_digits(body: str) -> str:
    """Write 二〇二二年五月十二日 with digits."""
    if not _CHINESE_YEAR.fullmatch(body):
        return body
    year, rest = body[:4], body[4:]
    digits = "".join(str("〇一二三四五六七八九".find(letter.replace("零", "〇"))) for letter in year)
    return digits + _CHINESE_NUMBER.sub(lambda number: str(numeral_words.parse(number.group())), rest)


def has_two_readings(text: str) -> bool:
    """Tell a date whose day and month may stand either way, ``01/05/2022``."""
    try:
        parse(text, order=None)
    except Ambiguous:
        return True
    except FieldError:
        return False
    return False


def _from_serial(number: float) -> str:
    day = _EXCEL_EPOCH + timedelta(days=int(number))
    return _iso(day.year, day.month, day.day)


def from_ddmmyy(digits: str) -> str:
    """Read the six digits that stand for a day inside a declaration number."""
    if not re.fullmatch(r"[0-9]{6}", digits):
        raise FieldError(f"not six digits: {digits!r}")
    return _iso(_full_year(digits[4:]), int(digits[2:4]), int(digits[:2]))


def _value(match: re.Match[str], order: str | None) -> str | None:
    """Give the value of a match; None where a word in it is no month, FieldError where it is no day of the calendar."""
    parts = match.groupdict()
    year = _full_year(parts["y"])
    quarter = parts.get("q") or parts.get("q2")
    if quarter:
        upper = quarter.upper()
        return f"{_checked(year)}-Q{_QUARTERS.get(upper) or _QUARTERS.get(upper[0]) or int(quarter)}"
    if parts.get("h"):
        first = 7 if (parts["h"] or "").upper().startswith(_SECOND_HALF) else 1
        return f"{_iso(year, first)}/{_iso(year, first + 5)}"
    if parts.get("m2"):
        begin, end = int(parts.get("m") or 1), int(parts["m2"] or 0)
        return f"{_iso(year, begin)}/{_iso(year, end)}" if begin < end else None
    month = _month(parts)
    if month is None and (parts.get("w") or parts.get("m")):
        return None
    if month is None:
        return str(_checked(year))
    if parts.get("w2"):
        last = date_forms.month(parts["w2"] or "", with_day=False)
        return f"{_iso(year, month)}/{_iso(year, last)}" if last and last > month else None
    if not parts.get("d"):
        return _iso(year, month)
    return _iso(year, *_ordered(month, int(parts["d"]), parts, order))


def _span_value(match: re.Match[str]) -> str | None:
    """Give both ends of a span; what only one of them names holds for the other too. None where it names no months."""
    parts = match.groupdict()
    year, day, last_day = _full_year(parts["y"]), parts.get("d"), parts.get("d2")
    month = _month(parts)
    later = {"m": parts.get("m2"), "w": parts.get("w2")}
    last_month = _month(later) if any(later.values()) else month
    if month is None or last_month is None:
        return None
    first = _iso(year, month, int(day) if day else None)
    last = _iso(int(parts.get("y2") or year), last_month, int(last_day) if last_day else None)
    return f"{first}/{last}" if first < last else None


def _month(parts: Mapping[str, str | None]) -> int | None:
    digits, word = parts.get("m"), parts.get("w")
    if digits:
        return int(digits)
    return date_forms.month(word, with_day=bool(parts.get("d"))) if word else None


def _ordered(month: int, day: int, parts: dict[str, str | None], order: str | None) -> tuple[int, int]:
    """Settle which of two numbers is the month. Dots mean day first; so does a number above 12."""
    if "s" not in parts:
        return month, day
    if parts["s"] == "." and order != "mdy":
        return month, day
    if month > 12 >= day:
        return day, month
    if day > 12 or day == month:
        return month, day
    if order is None:
        raise Ambiguous("day and month may stand either way")
    return (day, month) if order == "mdy" else (month, day)


def _full_year(digits: str) -> int:
    return int(digits) + (2000 if int(digits) < 91 else 1900) if len(digits) == 2 else int(digits)


def _checked(year: int) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise FieldError(f"year {year} is outside {FIRST_YEAR}..{LAST_YEAR}")
    return year


def _iso(year: int, month: int, day: int | None = None) -> str:
    try:
        found = date(_checked(year), month, day or 1)
    except (ValueError, OverflowError) as error:
        raise FieldError(str(error)) from error
    return found.isoformat() if day is not None else found.isoformat()[:7]


_LABELS = Labels("date_labels")
_LABEL_REACH = 60
_KEPT = 4


def find(text: str, *, order: str | None = None) -> Iterator[Hit]:
    """Find dates and months. All-numeric ones with two readings follow the other dates of the text, else day first."""
    return iter(_found(text, order))


@lru_cache(maxsize=_KEPT)
def _found(text: str, order: str | None) -> tuple[Hit, ...]:
    """Keep what was found in the last texts: commodity codes must not be looked for where dates are."""
    return tuple(_look_for(text, order))


def _look_for(text: str, order: str | None) -> Iterator[Hit]:
    body = words(text).plain
    spans = sorted(_spans(text, body), key=lambda span: (span[0], -span[1]))
    if not spans:
        return
    decided = Decision(order, "") if order else _order([body])
    labels = _LABELS.find(text)
    taken = 0
    for start, end in spans:
        if start < taken:
            continue
        try:
            day = parse(body[start:end], order=decided.value or "dmy")
        except FieldError:
            continue
        unproven = decided.value is None and has_two_readings(body[start:end])
        taken = end
        role = _role(body, labels, start)
        # The day on which a form or program was published says nothing about the trade.
        if role == "edition":
            continue
        evidence = decided.evidence if decided.value or unproven else ""
        yield Hit(start, end, text[start:end], day.value, role=role, evidence=evidence)


def _role(body: str, labels: list[Label], start: int) -> str | None:
    """Give the role of the last label before a date in its line, or right above it."""
    label = nearest(body, labels, start, _LABEL_REACH)
    if label is None:
        return None
    between = body[label.end : start]
    if "\n" not in between:
        return label.role
    alone = not body[body.rfind("\n", 0, label.start) + 1 : label.start].strip()
    return label.role if alone and not between.strip(" :\n") else None


def _spans(text: str, body: str) -> Iterator[tuple[int, int]]:
    """Give what may be dates; a year of two digits counts only where day and month have two as well."""
    for match in date_forms.numeric(body):
        if len(match["y"]) == 4 or len(match.group()) == 8:
            yield match.span()
    for start, end in date_forms.worded(text):
        yield _hugged(body, start, end)


def _hugged(body: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the blanks at either end, which some forms take in with an optional day."""
    printed = body[start:end]
    return end - len(printed.lstrip()), start + len(printed.rstrip())


def day_month_order(samples: Iterable[str]) -> Decision:
    """Decide the order of day and month of a column from the cells that prove one (a number above 12)."""
    return _order(plain(sample) for sample in samples)


def _order(bodies: Iterable[str]) -> Decision:
    proofs = {"dmy": 0, "mdy": 0}
    for body in bodies:
        for match in date_forms.numeric(body):
            if match.re.groupindex.get("z"):
                continue
            first, second = int(match["d"]), int(match["m"])
            proofs["dmy"] += first > 12 >= second
            proofs["mdy"] += second > 12 >= first > 0
    day_first, month_first = proofs["dmy"], proofs["mdy"]
    if not day_first and not month_first:
        return Decision(None, "no date proves the order; day first assumed")
    if day_first == month_first or min(day_first, month_first) * 10 > max(day_first, month_first):
        said = f"{day_first} dates with the day first, {month_first} with the month first"
        return Decision(None, f"{said}; day first assumed")
    order = "dmy" if day_first > month_first else "mdy"
    return Decision(order, f"{max(day_first, month_first)} of {day_first + month_first} telling dates are {order}")
