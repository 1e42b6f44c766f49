"""Numbers in words: «двадцать пять тысяч триста», ``one million two hundred thousand``, 壹佰万, «он бес мың».

Words of one language are read at a time: those up to a hundred add up, a hundred multiplies what stands before it, and
a scale closes the group. Nothing else may stand between them.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache

from extract.fields.contract import FieldError
from extract.fields.table import rows, spellings

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)?")
_FILLERS = frozenset(("and", "und", "и", "та", "мен", "ve", "y", "целых", "полных"))
_CHINESE_DIGITS = dict(
    zip(
        "零一二三四五六七八九〇壹贰叁肆伍陆柒捌玖两兩貳參陸", [*range(10), 0, *range(1, 10), 2, 2, 2, 3, 6], strict=True
    )
)
_CHINESE_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_CHINESE_SCALES = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_CHINESE = re.compile(f"[{''.join([*_CHINESE_DIGITS, *_CHINESE_UNITS, *_CHINESE_SCALES])}]+")
_HUNDRED = 100


@cache
def _values() -> dict[str, dict[str, int]]:
    """Give what each word is worth, by language."""
    table: dict[str, dict[str, int]] = {}
    for row in rows("numeral_words"):
        words = table.setdefault(row["language"], {})
        words.update((word, int(row["value"])) for word in spellings(row["words"]))
    return table


@lru_cache(maxsize=4096)
def parse(text: str) -> Decimal:
    """Read a whole number in words of one language."""
    body = text.strip().casefold().strip("()")
    if _CHINESE.fullmatch(body):
        return _chinese(body)
    words = [word.replace("’", "'").replace("ʼ", "'") for word in _WORD.findall(body)]
    kept = [word for word in words if word not in _FILLERS]
    language = next((values for values in _values().values() if kept and all(word in values for word in kept)), None)
    if language is None or _WORD.sub("", body).strip(" -\u00a0\n"):
        raise FieldError(f"not a number in words: {text!r}")
    return _sum([language[word] for word in kept], text)


def _sum(values: list[int], text: str) -> Decimal:
    """Add the groups up; each scale must be smaller than the one before it."""
    total, group, last = 0, 0, 10**15
    for value in values:
        if value == _HUNDRED:
            group = (group or 1) * value
        elif value < 1000:
            group += value
        elif value < last:
            total, group, last = total + (group or 1) * value, 0, value
        else:
            raise FieldError(f"scales do not fall: {text!r}")
    return Decimal(total + group)


def _chinese(body: str) -> Decimal:
    """Read 一百二十万: a digit before its unit, ten thousands and hundred millions over all that stands before."""
    total = section = digit = 0
    for letter in body:
        if letter in _CHINESE_DIGITS:
            digit = _CHINESE_DIGITS[letter]
        elif letter in _CHINESE_UNITS:
            section, digit = section + (digit or 1) * _CHINESE_UNITS[letter], 0
        else:
            scale = _CHINESE_SCALES[letter]
            above = total if scale > 10**4 else 0
            total, section, digit = (total - above) + (above + section + digit or 1) * scale, 0, 0
    return Decimal(total + section + digit)


def leading(text: str) -> tuple[Decimal, int]:
    """Read the number in words by which a text begins; give it and where it ends. FieldError where there is none."""
    chinese = _CHINESE.match(text)
    if chinese:
        return parse(chinese.group()), chinese.end()
    ends = [0]
    for match in _WORD.finditer(text):
        word = match.group().casefold().replace("’", "'").replace("ʼ", "'")
        if text[ends[-1] : match.start()].strip(" -\u00a0\n") or not (word in _FILLERS or _is_known(word)):
            break
        ends.append(match.end())
    for end in reversed(ends[1:]):
        try:
            return parse(text[:end]), end
        except FieldError:
            continue
    raise FieldError(f"begins with no number: {text!r}")


@cache
def _is_known(word: str) -> bool:
    return any(word in values for values in _values().values())
