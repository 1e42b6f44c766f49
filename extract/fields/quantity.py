"""Quantities: a number with its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from extract.fields import number, scale, unit
from extract.fields.contract import Ambiguous, FieldError, Hit
from extract.fields.scanner import Scanner
from extract.fields.table import rows, spellings
from extract.fields.trie import pattern as trie
from extract.fields.words import words

_NUMBER = re.compile(rf"[-−–(]?\s?(?:{number.NUMERAL})\)?")
_LONGEST = 60
_PIECES = "pcs"
_MONEY = tuple("$€£¥₽₸₴₺₹")
_SCALED = re.compile(scale.WORDS_PATTERN, re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d\s?[гГ]\.?")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A measured number. ``unit`` None: the cell names none."""

    value: Decimal
    unit: str | None
    text: str

    def __str__(self) -> str:
        return " ".join(filter(None, (format(self.value, "f"), self.unit)))


@lru_cache(maxsize=65536)
def parse(text: str, *, decimal: str | None = None) -> Quantity:
    """Read a cell that holds one quantity, with or without its unit."""
    body = text.strip()
    if len(body) > _LONGEST:
        raise FieldError("longer than a quantity")
    scan = Scanner(body)
    printed, measure = scan.take(_NUMBER), scan.take(unit.MATCHER)
    factor = None if measure else scan.take(_SCALED)
    measure = measure or scan.take(unit.MATCHER)
    if printed is None or not scan.at_end or (factor and not measure):
        raise FieldError(f"not a quantity: {text!r}")
    name = unit.parse(measure) if measure else None
    value = _value(printed, None if factor else name, decimal)
    return Quantity(scale.times(value, factor) if factor else value, name, text)


def _value(printed: str, name: str | None, decimal: str | None) -> Decimal:
    """Read the number; ``3,000 pcs`` are three thousand, for there is no thousandth of a piece."""
    try:
        return number.parse(printed, decimal=decimal)
    except Ambiguous:
        if name not in unit.COUNTABLE:
            raise
        return number.parse(printed, decimal="." if "," in printed else ",")


_SCALE = rf"(?:(?P<scale>{scale.WORDS_PATTERN}) {{0,2}})?"
_UNIT = re.compile(rf" {{0,3}}{_SCALE}(?P<unit>{unit.RUNNING_PATTERN})")
_ENDING = (
    "(?:[аяуюеыийьіїсnsx]|[оеі]в|ей|[оея]м|[аяеі]м|[аеи]й|[ая]ми|[ая]х|ок|ків|es|en|er"
    "|lar|ler|дар|дер|тар|тер|лар|лер)?"
)
_CODE = re.compile(r"(?:19|20)\d\d|\d{6,}|\d{4}\.\d\d[\d.]*")
"""A year or a commodity code, which stand before goods without counting them."""
_STEMS = sorted({stem for row in rows("counted_goods") for stem in spellings(row["stems"])}, key=len, reverse=True)
_GOODS = re.compile(rf" {{1,2}}{_SCALE}(?:[^\W\d_]+(?:ых|их) )?(?P<goods>(?:{trie(_STEMS, end='')}){_ENDING})(?![\w-])")


def find(text: str, *, decimal: str | None = None) -> Iterator[Hit]:
    """Find numbers that stand with a unit, or with goods that are counted: «12 тыс. тонн», «500 дронов», 1.2万台.

    Money and years are passed over: «$1,5 m», «2022 г».
    """
    lowered = words(text).lowered
    for match in number.find(text):
        start, after = match.span()
        measure = _UNIT.match(lowered, after) or (
            None if _CODE.fullmatch(match.group()) else _GOODS.match(lowered, after)
        )
        if measure is None or text[start - 1 : start] in _MONEY or _YEAR.fullmatch(text, start, measure.end()):
            continue
        hit = _hit(text, match.group(), start, measure, decimal)
        if hit is not None:
            yield hit


def _hit(text: str, printed: str, start: int, measure: re.Match[str], decimal: str | None) -> Hit | None:
    name = unit.parse(measure["unit"]) if measure.re is _UNIT else _PIECES
    try:
        value = _value(printed, None if measure["scale"] else name, decimal)
    except FieldError:
        return None
    if measure["scale"]:
        value = scale.times(value, measure["scale"])
    evidence = "" if measure.re is _UNIT else f"a number of {measure['goods']}"
    end = measure.end()
    return Hit(start, end, text[start:end], format(value, "f"), unit=name, evidence=evidence)
