"""Chinese marks its nouns by the word before them and by their place: 向甲公司支付, 从甲公司采购, 由甲公司拥有."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from extract.fields.table import rows

_BEFORE: Mapping[str, str] = {
    **dict.fromkeys("向给對对往至到", "to"),
    **dict.fromkeys("从自從", "from"),
    **dict.fromkeys("由被归", "by"),
    **dict.fromkeys("是为系", "of"),
    **dict.fromkeys("在于", "in"),
    **dict.fromkeys("与和同跟、", "with"),
}
_AND = frozenset("和与及、")
_OF_A_COUNTRY = re.compile(rf"([{''.join(_BEFORE)}])[\u4e00-\u9fff]{{2,8}}的$")
_REACH = 12


def party_mark(text: str, start: int, end: int, trigger: tuple[int, int]) -> str:
    """Give the mark of a company: the word before it tells, else its place before or behind the verb."""
    before = _BEFORE.get(text[start - 1 : start])
    if before is not None:
        return before
    distant = _OF_A_COUNTRY.search(text, max(0, start - _REACH), start)
    if distant is not None:
        return _BEFORE[distant[1]]
    if text.startswith("的", end):
        return "of"
    return "nom" if start < trigger[0] else "direct"


def country_mark(text: str, start: int) -> str:
    """Give the mark of a country."""
    before = text[start - 1 : start]
    return "and" if before in _AND else _BEFORE.get(before, "nom")


def countries(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Find the names of countries between two places, each with its code."""
    pattern, codes = _countries()
    yield from ((*match.span(), codes[match.group()]) for match in pattern.finditer(text, start, end))


@cache
def _countries() -> tuple[re.Pattern[str], Mapping[str, str]]:
    from babel import Locale

    codes = {name: code for code, name in Locale("zh").territories.items() if len(code) == len("CN") and code.isalpha()}
    return re.compile("|".join(sorted(map(re.escape, codes), key=len, reverse=True))), codes


@cache
def _persons() -> re.Pattern[str]:
    name = rf"[{''.join(row['surnames'] for row in rows('chinese_surnames'))}][\u4e00-\u9fff]{{1,2}}"
    return re.compile(
        rf"(?:(?<=[是为叫由：])|(?<=董事长|总经理|代表人|负责人)|(?<=[，、。]))({name}?)(?=[，。、；]|持有|拥有|担任|出任|全资|控制|\Z)"
    )


def persons(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Find names of persons behind 是, behind an office, or before 持有; a surname begins each."""
    yield from (match.span(1) for match in _persons().finditer(text, start, end))


def is_sentence(text: str) -> bool:
    """Tell a sentence from a field of a form or a heading: it has a comma or a full stop."""
    return re.search("[，。；]", text) is not None


_COUNTED_GOODS = re.compile(r"(?!的)([\u4e00-\u9fff]{2,10}?)(?=[，。；的]|卖给|\Z)")


def goods(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Find what a number and its measure word count: 36台|机床."""
    match = _COUNTED_GOODS.match(text, start, end)
    return match.span(1) if match else None
