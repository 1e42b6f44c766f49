"""The forms in which dates are printed, as patterns whose groups are y, m, d, w (a month's name) and q (a quarter).

Numeric dates are split by s (day first) or z (year first): only the former has two readings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from extract.fields.number import stands_apart
from extract.fields.table import rows, spellings
from extract.fields.watch import watch
from extract.fields.words import Words, words


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
_KAZAKH_MONTH = rf"(?P<y>{_YEAR})\s?(?:жылғы|жылдың|жылы)\s(?P<w>{_WORD})"
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
_TO = r"(?:\.?\s?[-—–]\s?|\.?\s(?:по|to|до|bis|à|a|al|and|и|та|through|till|until)\s(?:the\s)?)"
_FROM = r"(?:(?:с|со|від|із|з|from|between|между|між|vom|von|du|del)\s)?"
_DAYS = (
    rf"{_FROM}(?P<d>\d{{1,2}}){_TO}(?P<d2>\d{{1,2}})\.?\s(?:(?:of|de)\s)?(?P<w>{_WORD}),?\s(?:del?\s)?(?P<y>{_YEAR})"
)
_WORD_DAYS = (
    rf"{_FROM}(?P<w>{_WORD})\.?\s(?P<d>\d{{1,2}})(?:{_TO})(?:(?P<w2>{_WORD})\.?\s)?(?P<d2>\d{{1,2}}),?\s(?P<y>{_YEAR})"
)
_DAY_TO_DAY = (
    rf"{_FROM}(?P<d>\d{{1,2}})\.?\s(?P<w>{_WORD}){_TO}"
    rf"(?P<d2>\d{{1,2}})\.?\s(?P<w2>{_WORD}),?\s(?:del?\s)?(?P<y>{_YEAR})"
)
_KAZAKH_DAYS = rf"(?P<y>{_YEAR})\s?(?:жылғы|жылдың)\s(?P<d>\d{{1,2}})\s?[-—–]\s?(?P<d2>\d{{1,2}})\s(?P<w>{_WORD})"
_KAZAKH_MONTHS = (
    rf"(?P<y>{_YEAR})\s?(?:жылғы|жылдың|жылы)\s(?P<w>{_WORD}?)[дтн][ае]н\s(?P<w2>{_WORD}?)[ғгқк][ае]\sдейін"
)
_CJK_DAYS = (
    rf"(?P<y>{_YEAR})\s?年\s?(?P<m>\d{{1,2}})\s?月\s?(?P<d>\d{{1,2}})\s?[日号]?\s?(?:至|到|-|—)\s?"
    rf"(?:(?P<y2>{_YEAR})\s?年\s?)?(?:(?P<m2>\d{{1,2}})\s?月\s?)?(?P<d2>\d{{1,2}})\s?[日号]"
)
_CJK_YEARS = (
    rf"(?P<y>{_YEAR})\s?年\s?(?P<m>\d{{1,2}})\s?月\s?(?:至|到|-|—)\s?(?P<y2>{_YEAR})\s?年\s?(?P<m2>\d{{1,2}})\s?月"
)
_YEAR_HALF = rf"(?P<y>{_YEAR})\s?年\s?(?P<h>[上下])半年"


def _full(*patterns: str) -> list[re.Pattern[str]]:
    return [re.compile(rf"{pattern}{_TAIL}{_TIME}\.?", re.IGNORECASE) for pattern in patterns]


SPAN_FORMS = _full(_DAYS, _WORD_DAYS, _DAY_TO_DAY, _KAZAKH_DAYS, _KAZAKH_MONTHS, _CJK_DAYS, _CJK_YEARS)
"""Spans from one day to another, and of months across years, by their two ends."""
CELL_FORMS = _full(
    _DAY_FIRST, _YEAR_FIRST, _CJK, _CJK_SPAN, _ISO_SPAN, _MONTHS_OF, _HALF, _YEAR_HALF, _YEAR_SPAN,
    _KAZAKH, _DAY_WORD, _WORD_DAY, _YEAR_WORD_DAY, _QUARTER, _Q_YEAR, _YEAR_Q, _SPAN,
    _WORD_YEAR, _YEAR_WORD, _MONTH_YEAR, _YEAR_MONTH, _COMPACT, rf"(?P<y>{_YEAR})(?:年)?",
)  # fmt: skip


_END = r"(?![\d/-])(?!\.\d)"
# The engine is quick on patterns that begin with a set of letters, so what must stand before is asked afterwards.
_NUMERIC = [re.compile(_DAY_FIRST + _END), re.compile(_YEAR_FIRST.replace("(?:19|20)", "[12][09]") + _END)]
# Of a text in small letters. Each begins with a set of letters or is tried only where a month's name stands: at others
# the engine is slow. What must not stand before is asked afterwards.
_AT_MONTH = [
    re.compile(pattern + ending)
    for pattern, ending in (
        (_WORD_DAYS.removeprefix(_FROM), r"(?!\d)"),
        (_SPAN.removeprefix(r"(?:с\s|from\s|з\s)?"), _TAIL + r"(?!\d)"),
        (_WORD_DAY, r"(?!\d)"),
        (_WORD_YEAR, _TAIL + r"(?!\d)"),
    )
]
_AT_DIGIT = [
    re.compile(pattern + ending)
    for pattern, ending in (
        (_DAY_TO_DAY.removeprefix(_FROM), _TAIL),
        (_DAYS.removeprefix(_FROM), _TAIL),
        (_YEAR_SPAN.replace("(?:19|20)", "[12][09]"), r"(?!\w)"),
        (_DAY_WORD.removeprefix(_OPEN), _TAIL),
    )
]
_KAZAKH_YEAR = re.compile(r"\d\s?(?:жыл|ж\.)")
_AT_KAZAKH_YEAR = [
    re.compile(pattern.replace("(?:19|20)", "[12][09]") + ending)
    for pattern, ending in (
        (_KAZAKH_DAYS, ""),
        (_KAZAKH_MONTHS, ""),
        (_KAZAKH, ""),
        (_KAZAKH_MONTH, r"(?!\w)"),
    )
]
_QUARTER_FORMS = [re.compile(_QUARTER + _TAIL + r"(?!\d)"), re.compile(_Q_YEAR + r"(?!\d)")]
_CHINESE = [re.compile(form.replace("(?:19|20)", "[12][09]")) for form in (_CJK_DAYS, _CJK_YEARS, _CJK_SPAN, _CJK)]
_ROMAN_WORDS = watch(roman.lower() for roman in _ROMAN)
_QUARTERS = frozenset(("квартал", "квартала", "квартале", "кв", "тоқсан", "тоқсанда", "тоқсаны", "quarter",
                       "quartal", "çeyrek", "trimestre", "q", "кварталі", "кварталу"))  # fmt: skip
_KAZAKH_FROM = {f"{name}{case}" for row in rows("months") for name in spellings(row["kk"]) for case in
                ("дан", "ден", "тан", "тен", "нан", "нен")}  # fmt: skip
_MONTH_WORDS = watch({*_MONTHS, *_KAZAKH_FROM})
_QUARTER_WORDS = watch(_QUARTERS)
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
    months = index.starts(_MONTH_WORDS)
    for match in chain(_at_months(index, months), _at_digits(index, sorted([*months, *roman])), _at_quarters(index)):
        if _stands_apart(index.plain, match) and _is_one(index.lowered, match) and _has_months(index.plain, match):
            yield match.span()
    for form in _CHINESE:
        found = index.chinese(form, index.plain)
        yield from (match.span() for match in found if not index.plain[match.start() - 1 : match.start()].isdigit())


def _at_months(index: Words, months: Sequence[int]) -> Iterator[re.Match[str]]:
    for start in months:
        if _DIGIT.search(index.plain, start, start + _BEHIND_WORD):
            yield from filter(None, (form.match(index.lowered, start) for form in _AT_MONTH))


def _at_digits(index: Words, months: Sequence[int]) -> Iterator[re.Match[str]]:
    for start, end in _near(months, index.plain):
        kazakh = _AT_KAZAKH_YEAR if _KAZAKH_YEAR.search(index.lowered, start, end) else ()
        for form in chain(_AT_DIGIT, kazakh):
            yield from form.finditer(index.lowered, start, end)


def _at_quarters(index: Words) -> Iterator[re.Match[str]]:
    for start, end in _near(index.starts(_QUARTER_WORDS), index.plain):
        for form in _QUARTER_FORMS:
            yield from form.finditer(index.lowered, start, end)


def _stands_apart(text: str, match: re.Match[str]) -> bool:
    """Tell a date from the end of a word or of a longer number."""
    before = text[match.start() - 1 : match.start()]
    return not (before.isalnum() or before == "_" or (match.group()[0].isdigit() and before and before in ".,/-"))


_TWO = re.compile(r"\s(?:and|и|та)\s")
_BETWEEN = re.compile(r"(?:between|между|між)\s(?:the\s)?$")


def _is_one(lowered: str, match: re.Match[str]) -> bool:
    """Tell one span of time, between one day and another, from two days in a row."""
    start = match.start()
    return _TWO.search(match.group()) is None or _BETWEEN.search(lowered, max(0, start - 14), start) is not None


def _has_months(text: str, match: re.Match[str]) -> bool:
    """Tell whether the words in the places of months are their names."""
    parts = match.groupdict()
    named = [text[slice(*match.span(part))] for part in ("w", "w2") if parts.get(part)]
    return all(month(word, with_day=bool(parts.get("d"))) for word in named)


def _near(anchors: Sequence[int], text: str) -> Iterator[tuple[int, int]]:
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
