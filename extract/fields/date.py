"""Days, months and periods as printed in ten languages; never more precise than the text.

The value is ISO 8601 cut to its precision: ``2022-05-12``, ``2022-05``, ``2022``, ``2022-Q1``; a span of months is
``2022-01/2022-05``. Years outside 1991..2035 are refused: in trade papers they are other numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from extract.fields.contract import Ambiguous, Decision, FieldError, Hit
from extract.fields.glyphs import lower, plain
from extract.fields.label import Label, Labels
from extract.fields.table import rows, spellings

FIRST_YEAR, LAST_YEAR = 1991, 2035
_LONGEST = 60
_EXCEL_EPOCH = date(1899, 12, 30)
_ROMAN = {
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
    "XI": 11,
    "XII": 12,
}


@dataclass(frozen=True, slots=True)
class Day:
    """A day, month, quarter or year. ``value``: ISO 8601 cut to its precision."""

    value: str
    text: str


def _month_names() -> dict[str, int]:
    table: dict[str, int] = {}
    for row in rows("months"):
        month = int(row["month"])
        names = (name for language, cell in row.items() if language != "month" for name in spellings(cell))
        table.update(dict.fromkeys(names, month))
    return table


_MONTHS = _month_names()

_YEAR = r"(?:19|20)\d\d"
_WORD = r"[^\W\d_]{1,12}"
_TAIL = r"(?:\s?(?:года|году|год|гг?\.|г|р\.|року|рік|ж\.|жылы|жыл|yılı)(?!\w))?"
_TIME = r"(?:[T,]?\s?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[AaPp][Mm])?(?:Z|[+-]\d{2}:?\d{2})?)?"
_OPEN, _CLOSE = r"[«\"“„']?\s?", r"\s?[»\"”“']?"

_DAY_FIRST = rf"(?P<d>\d{{1,2}})(?P<s>[./-])(?P<m>\d{{1,2}})(?P=s)(?P<y>{_YEAR}|\d{{2}})"
_YEAR_FIRST = rf"(?P<y>{_YEAR})(?P<z>[./-])(?P<m>\d{{1,2}})(?P=z)(?P<d>\d{{1,2}})"
_CJK = rf"(?P<y>{_YEAR})\s?年\s?(?P<m>\d{{1,2}})\s?月(?:\s?(?P<d>\d{{1,2}})\s?[日号])?"
_KAZAKH = rf"(?P<y>{_YEAR})\s?(?:жылғы|жылдың|жылы|жыл|ж\.)\s?{_OPEN}(?P<d>\d{{1,2}}){_CLOSE}\s?(?P<w>{_WORD})"
# Two digits are a year only where they are tied to the month or a word for year follows: «July 1 - July 31» has none.
_SHORT_YEAR = r"(?<=[-/.'’])\d{2}(?!\d)|\d{2}(?=\s?[гр]\.)"
_DAY_WORD = (
    rf"{_OPEN}(?P<d>\d{{1,2}})(?:\s?(?:st|nd|rd|th)|er|-?го|\.)?{_CLOSE}(?:\s?day of\s|\s?de\s)?[\s./-]{{0,2}}"
    rf"(?P<w>{_WORD})\.?,?(?:\sdel?)?[\s.,'’/-]{{0,2}}(?P<y>{_YEAR}|{_SHORT_YEAR})"
)
_WORD_DAY = rf"(?P<w>{_WORD})\.?\s?(?P<d>\d{{1,2}})(?:\s?(?:st|nd|rd|th))?(?:\s?,\s?|\s)(?P<y>{_YEAR})"
_YEAR_WORD_DAY = rf"(?P<y>{_YEAR})[\s-](?P<w>{_WORD})[\s.-]{{1,2}}(?P<d>\d{{1,2}})"
_WORD_YEAR = rf"(?P<w>{_WORD})\.?,?(?:\sdel?)?[\s'’/_-]{{0,2}}(?P<y>{_YEAR}|(?<=[-'’/])\d{{2}})"
_YEAR_WORD = rf"(?P<y>{_YEAR})(?:\s?(?:жылғы|жылдың|жылы))?\s(?P<w>{_WORD})"
_MONTH_YEAR = rf"(?P<m>0?[1-9]|1[0-2])[./-](?P<y>{_YEAR})"
_YEAR_MONTH = rf"(?P<y>{_YEAR})[-./](?P<m>0[1-9]|1[0-2])"
_COMPACT = rf"(?P<y>{_YEAR})(?P<m>\d\d)(?P<d>\d\d)"
_QUARTER_WORD = r"(?:квартал[аеу]?|кв\.?|тоқсан|quarter|Quartal|çeyrek|trimestre|季度)"
_QUARTER = rf"(?P<q>[1-4]|I{{1,3}}|IV)(?:-?й)?\s?{_QUARTER_WORD}\s?(?P<y>{_YEAR})"
_Q_YEAR = rf"Q(?P<q>[1-4])[\s/-]?(?P<y>{_YEAR})"
_YEAR_Q = (
    rf"(?P<y>{_YEAR})[\s-]?(?:年\s?)?(?:жылдың\s|жылғы\s)?(?:Q(?P<q>[1-4])|(?P<q2>[1-4]|I{{1,3}}|IV)\s?(?:тоқсан|季度))"
)
_SPAN = rf"(?P<w>{_WORD})\s?[-—–]\s?(?P<w2>{_WORD})\s(?P<y>{_YEAR})"


def _full(*patterns: str) -> list[re.Pattern[str]]:
    return [re.compile(rf"{pattern}{_TAIL}{_TIME}\.?", re.IGNORECASE) for pattern in patterns]


_FORMS = _full(
    _DAY_FIRST, _YEAR_FIRST, _CJK, _KAZAKH, _DAY_WORD, _WORD_DAY, _YEAR_WORD_DAY, _QUARTER, _Q_YEAR, _YEAR_Q, _SPAN,
    _WORD_YEAR, _YEAR_WORD, _MONTH_YEAR, _YEAR_MONTH, _COMPACT, rf"(?P<y>{_YEAR})(?:年)?",
)  # fmt: skip


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
    for form in _FORMS:
        match = form.fullmatch(body)
        if match:
            value = _value(match, order)
            if value:
                return Day(value, text)
    raise FieldError(f"not a date: {text!r}")


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
        return f"{_checked(year)}-Q{_ROMAN.get(quarter.upper()) or int(quarter)}"
    month = _month(parts)
    if month is None and (parts.get("w") or parts.get("m")):
        return None
    if month is None:
        return str(_checked(year))
    if parts.get("w2"):
        last = _MONTHS.get(parts["w2"].casefold())
        return f"{_iso(year, month)}/{_iso(year, last)}" if last and last > month else None
    if not parts.get("d"):
        return _iso(year, month)
    return _iso(year, *_ordered(month, int(parts["d"]), parts, order))


def _month(parts: dict[str, str | None]) -> int | None:
    digits, word = parts.get("m"), parts.get("w")
    if digits:
        return int(digits)
    if not word:
        return None
    # «e.V. 2020» is no month: a Roman one needs its day.
    return _MONTHS.get(word.casefold()) or (_ROMAN.get(word) if parts.get("d") else None)


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


_APART = r"(?<![\w/.,-])"
_END = r"(?![\d/-])(?!\.\d)"
_LABELS = Labels("date_labels")
_LABEL_REACH = 60
_NUMERIC = re.compile(
    rf"{_APART}(?:{_DAY_FIRST}|(?P<y2>{_YEAR})(?P<s2>[./-])(?P<m2>\d{{1,2}})(?P=s2)(?P<d2>\d{{1,2}})){_END}"
)
_WORDED = [
    re.compile(pattern + ending, re.IGNORECASE)
    for pattern, ending in (
        (rf"(?<![\w.,/-]){_DAY_WORD}", _TAIL),
        (rf"(?<!\w){_WORD_DAY}", r"(?!\d)"),
        (rf"(?<!\w){_KAZAKH}", ""),
        (rf"(?<!\d){_CJK}", ""),
        (rf"(?<!\w){_WORD_YEAR}", _TAIL + r"(?!\d)"),
        (rf"(?<!\w){_QUARTER}", _TAIL + r"(?!\d)"),
        (rf"(?<!\w){_Q_YEAR}", r"(?!\d)"),
    )
]


def find(text: str, *, order: str | None = None) -> Iterator[Hit]:
    """Find dates and months. All-numeric ones with two readings follow the other dates of the text, else day first."""
    body = plain(text)
    decided = Decision(order, "") if order else day_month_order([body])
    labels = _LABELS.find(lower(body))
    taken = 0
    for start, end in sorted(_spans(body), key=lambda span: (span[0], -span[1])):
        if start < taken:
            continue
        try:
            day = parse(body[start:end], order=decided.value or "dmy")
        except FieldError:
            continue
        taken = end
        role = _role(body, labels, start)
        yield Hit(start, end, text[start:end], day.value, role=role, evidence=decided.evidence if decided.value else "")


def _role(body: str, labels: list[Label], start: int) -> str | None:
    """Give the role of the last label before a date in its line, or right above it."""
    place = bisect_right(labels, start, key=lambda label: label.end) - 1
    if place < 0 or start - labels[place].end > _LABEL_REACH:
        return None
    between = body[labels[place].end : start]
    return labels[place].role if "\n" not in between.lstrip(" :\n") else None


def _spans(body: str) -> Iterator[tuple[int, int]]:
    for match in _NUMERIC.finditer(body):
        if len(match["y"] or "1900") == 4 or len(match.group()) == 8:
            yield match.span()
    for form in _WORDED:
        for match in form.finditer(body):
            if "w" not in match.groupdict() or _month(match.groupdict()):
                yield match.span()


def day_month_order(samples: Iterable[str]) -> Decision:
    """Decide the order of day and month of a column from the cells that prove one (a number above 12)."""
    proofs = {"dmy": 0, "mdy": 0}
    for sample in samples:
        for match in _NUMERIC.finditer(plain(sample)):
            first, second = int(match["d"] or 0), int(match["m"] or 0)
            proofs["dmy"] += first > 12 >= second
            proofs["mdy"] += second > 12 >= first > 0
    day_first, month_first = proofs["dmy"], proofs["mdy"]
    if day_first == month_first or min(day_first, month_first) * 10 > max(day_first, month_first):
        return Decision(None, f"{day_first} dates with the day first, {month_first} with the month first")
    order = "dmy" if day_first > month_first else "mdy"
    return Decision(order, f"{max(day_first, month_first)} of {day_first + month_first} telling dates are {order}")
