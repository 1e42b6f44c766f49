"""The forms in which dates are printed, as patterns whose groups are y, m, d, w (a month's name) and q (a quarter).

Numeric dates are split by s (day first) or z (year first): only the former has two readings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extract.fields.number import stands_apart
from extract.fields.table import rows, spellings
from extract.fields.watch import watch
from extract.fields.words import words


def _month_names() -> dict[str, int]:
    table: dict[str, int] = {}
    for row in rows("months"):
        month = int(row["month"])
        names = (name for language, cell in row.items() if language != "month" for name in spellings(cell))
        table.update(dict.fromkeys(names, month))
    return table


_MONTHS = _month_names()
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


def month(word: str, *, with_day: bool) -> int | None:
    """Give the number of a month's name; None for any other word. A Roman one needs its day: «e.V. 2020» is none."""
    return _MONTHS.get(word.casefold()) or (_ROMAN.get(word) if with_day else None)


_YEAR = r"(?:19|20)\d\d"
_WORD = r"[^\W\d_]{1,12}"
_TAIL = r"(?:\s?(?:года|году|год|гг?\.|г|р\.|r\.|roku|року|рік|ж\.|жылы|жыл|yılı)(?!\w))?"
_TIME = r"(?:[T,]?\s?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[AaPp][Mm])?(?:Z|[+-]\d{2}:?\d{2})?)?"
_OPEN, _CLOSE = r"[«\"“„']?\s?", r"\s?[»\"”“']?"

_DAY_FIRST = rf"(?P<d>\d\d?)(?P<s>[./-])(?P<m>\d{{1,2}})(?P=s)(?P<y>{_YEAR}|\d{{2}})"
_YEAR_FIRST = rf"(?P<y>{_YEAR})(?P<z>[./-])(?P<m>\d{{1,2}})(?P=z)(?P<d>\d{{1,2}})"
_CJK = rf"(?P<y>{_YEAR})\s?年\s?(?P<m>\d{{1,2}})\s?月(?:\s?(?P<d>\d{{1,2}})\s?[日号])?"
_KAZAKH = rf"(?P<y>{_YEAR})\s?(?:жылғы|жылдың|жылы|жыл|ж\.)\s?{_OPEN}(?P<d>\d{{1,2}}){_CLOSE}\s?(?P<w>{_WORD})"
# Two digits are a year only where they are tied to the month or a word for year follows: «July 1 - July 31» has none.
_SHORT_YEAR = r"(?<=[-/.'’])\d{2}(?!\d)|\d{2}(?=\s?[гр]\.)"
_DAY_WORD = (
    rf"{_OPEN}(?P<d>\d{{1,2}})(?:\s?(?:st|nd|rd|th|er)(?!\w)|-?го|\.)?"
    rf"{_CLOSE}(?:\s?(?:(?:day )?of|de)\s)?[\s./-]{{0,2}}"
    rf"(?P<w>{_WORD})\.?,?(?:\sdel?)?[\s.,'’/-]{{0,2}}(?P<y>{_YEAR}|{_SHORT_YEAR})"
)
_WORD_DAY = rf"(?P<w>{_WORD})\.?\s?(?P<d>\d{{1,2}})(?:\s?(?:st|nd|rd|th))?(?:\s?,\s?|\s)(?P<y>{_YEAR})"
_YEAR_WORD_DAY = rf"(?P<y>{_YEAR})[\s-](?P<w>{_WORD})[\s.-]{{1,2}}(?P<d>\d{{1,2}})"
_WORD_YEAR = rf"(?P<w>{_WORD})\.?,?(?:\sdel?)?[\s'’/_-]{{0,2}}(?P<y>{_YEAR}|(?<=[-'’/])\d{{2}})"
_YEAR_WORD = rf"(?P<y>{_YEAR})(?:\s?(?:жылғы|жылдың|жылы))?\s(?P<w>{_WORD})"
_MONTH_YEAR = rf"(?P<m>0?[1-9]|1[0-2])[./-](?P<y>{_YEAR})"
_YEAR_MONTH = rf"(?P<y>{_YEAR})[-./](?P<m>0[1-9]|1[0-2])"
_COMPACT = rf"(?P<y>{_YEAR})(?P<m>\d\d)(?P<d>\d\d)"
_ROMAN_QUARTER = r"[Ii]{1,3}|[Ii][Vv]"
_QUARTER_WORD = r"(?:квартал[аеу]?|кв\.?|тоқсан|quarter|[Qq]uartal|çeyrek|trimestre|季度)"
_ORDINAL_QUARTER = (
    r"[Пп]ервый|[Пп]ерв[оа][мг]?о?|[Вв]торо[йм]|[Тт]рет(?:ий|ьем)|[Чч]етвёрт(?:ый|ом)|[Чч]етверт(?:ый|ом)"
)
_QUARTER = rf"(?P<q>[1-4]|{_ROMAN_QUARTER}|{_ORDINAL_QUARTER})(?:-?й)?\s?{_QUARTER_WORD}\s?(?P<y>{_YEAR})"
_Q_YEAR = rf"[Qq](?P<q>[1-4])[\s/-]?(?P<y>{_YEAR})"
_YEAR_Q = (
    rf"(?P<y>{_YEAR})[\s-]?(?:年\s?)?(?:жылдың\s|жылғы\s)?"
    rf"(?:Q(?P<q>[1-4])|第?(?P<q2>[1-4]|I{{1,3}}|IV|[一二三四])-?(?:ші|шы)?\s?(?:тоқсан|季度))"
)
_SPAN = (
    rf"(?:с\s|from\s|з\s)?(?P<w>{_WORD})(?:\s?[-—–]\s?|\s(?:по|to|до|bis|à|a)\s)"
    rf"(?P<w2>{_WORD}),?\s(?:del?\s)?(?P<y>{_YEAR})"
)
_YEAR_SPAN = rf"(?P<y>{_YEAR})(?:\s?(?:жылғы|жылдың))?\s(?P<w>{_WORD})\s?[-—–]\s?(?P<w2>{_WORD})"
_ISO_SPAN = rf"(?P<y>{_YEAR})-(?P<m>\d\d)/(?P=y)-(?P<m2>\d\d)"
_CJK_SPAN = rf"(?P<y>{_YEAR})\s?年\s?(?P<m>\d{{1,2}})\s?(?:月\s?)?(?:至|到|-)\s?(?P<m2>\d{{1,2}})\s?月"
_MONTHS_OF = (
    rf"(?:за\s)?(?P<m2>[2-9]|1[0-2])\s(?:мес(?:\.|яц(?:а|ев))|місяц(?:і|ів)|months|ай|Monate)(?:\sof)?\s(?P<y>{_YEAR})"
)
_HALF = (
    rf"(?P<h>[12]|I{{1,2}}|перв(?:ое|ом)|втор(?:ое|ом)|first|second)(?:-?[ея])?\s?"
    rf"(?:полугоди[еияю]|half(?:\sof)?|півріччя|жартыжылды[қғ]ы?|Halbjahr)\s(?P<y>{_YEAR})"
)
_YEAR_HALF = rf"(?P<y>{_YEAR})\s?年\s?(?P<h>[上下])半年"


def _full(*patterns: str) -> list[re.Pattern[str]]:
    return [re.compile(rf"{pattern}{_TAIL}{_TIME}\.?", re.IGNORECASE) for pattern in patterns]


CELL_FORMS = _full(
    _DAY_FIRST, _YEAR_FIRST, _CJK, _CJK_SPAN, _ISO_SPAN, _MONTHS_OF, _HALF, _YEAR_HALF, _YEAR_SPAN,
    _KAZAKH, _DAY_WORD, _WORD_DAY, _YEAR_WORD_DAY, _QUARTER, _Q_YEAR, _YEAR_Q, _SPAN,
    _WORD_YEAR, _YEAR_WORD, _MONTH_YEAR, _YEAR_MONTH, _COMPACT, rf"(?P<y>{_YEAR})(?:年)?",
)  # fmt: skip


_END = r"(?![\d/-])(?!\.\d)"
# The engine is quick on patterns that begin with a set of letters, so what must stand before is asked afterwards.
_NUMERIC = [re.compile(_DAY_FIRST + _END), re.compile(_YEAR_FIRST.replace("(?:19|20)", "[12][09]") + _END)]
# Of a text in small letters.
_WORDED = [
    re.compile(pattern + ending)
    for pattern, ending in (
        (rf"(?<![\w.,/-]){_DAY_WORD}", _TAIL),
        (rf"(?<!\w){_WORD_DAY}", r"(?!\d)"),
        (rf"(?<!\w){_KAZAKH}", ""),
        (rf"(?<!\w){_WORD_YEAR}", _TAIL + r"(?!\d)"),
        (rf"(?<!\w){_QUARTER}", _TAIL + r"(?!\d)"),
        (rf"(?<!\w){_Q_YEAR}", r"(?!\d)"),
    )
]
_CHINESE = re.compile(_CJK)
_ROMAN_WORDS = watch(roman.lower() for roman in _ROMAN)
_QUARTERS = frozenset(("квартал", "квартала", "квартале", "кв", "тоқсан", "тоқсанда", "тоқсаны", "quarter",
                       "quartal", "çeyrek", "trimestre", "q", "кварталі", "кварталу"))  # fmt: skip
_ANCHORS = watch(frozenset(_MONTHS) | _QUARTERS)
_BEFORE_WORD, _BEHIND_WORD = 30, 40
_DIGIT_REACH = 16


Span = tuple[int, int]


@lru_cache(maxsize=4)
def numeric(text: str) -> tuple[re.Match[str], ...]:
    """Find all-numeric dates that stand apart from other numbers; kept, for they also tell the order of a text."""
    found = (match for form in _NUMERIC for match in form.finditer(text))
    return tuple(match for match in found if stands_apart(text, match.start(), "/.,-_"))


def worded(text: str) -> Iterator[Span]:
    """Find dates with the name of a month or the word for a quarter; only near such words."""
    index = words(text)
    roman = [at for at in index.starts(_ROMAN_WORDS) if _DIGIT.search(index.plain, max(0, at - 2), at)]
    for start, end in _near(sorted([*index.starts(_ANCHORS), *roman]), index.plain):
        for form in _WORDED:
            for match in form.finditer(index.lowered, start, end):
                parts = match.groupdict()
                if "w" not in parts or month(index.plain[slice(*match.span("w"))], with_day=bool(parts.get("d"))):
                    yield match.span()
    if index.has_cjk:
        found = _CHINESE.finditer(index.plain)
        yield from (match.span() for match in found if not index.plain[match.start() - 1 : match.start()].isdigit())


def _near(anchors: list[int], text: str) -> Iterator[tuple[int, int]]:
    """Give the stretches of text around the anchors that hold a digit, in order and apart from each other."""
    start = end = 0
    for anchor in anchors:
        if not _DIGIT.search(text, max(0, anchor - _DIGIT_REACH), anchor + _DIGIT_REACH):
            continue
        if anchor - _BEFORE_WORD > end:
            yield start, end
            start = anchor - _BEFORE_WORD
        end = anchor + _BEHIND_WORD
    yield start, min(end, len(text))


_DIGIT = re.compile("[0-9]")
