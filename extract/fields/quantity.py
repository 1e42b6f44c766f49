"""Quantities: a number with its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from extract.fields import number, unit
from extract.fields.contract import Ambiguous, FieldError, Hit
from extract.fields.scanner import Scanner

_NUMBER = re.compile(rf"[-−–(]?\s?(?:{number.NUMERAL})\)?")
_LONGEST = 60
_MONEY = tuple("$€£¥₽₸₴₺₹")
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
    if printed is None or not scan.at_end:
        raise FieldError(f"not a quantity: {text!r}")
    name = unit.parse(measure) if measure else None
    return Quantity(_value(printed, name, decimal), name, text)


def _value(printed: str, name: str | None, decimal: str | None) -> Decimal:
    """Read the number; ``3,000 pcs`` are three thousand, for there is no thousandth of a piece."""
    try:
        return number.parse(printed, decimal=decimal)
    except Ambiguous:
        if name not in unit.COUNTABLE:
            raise
        return number.parse(printed, decimal="." if "," in printed else ",")


def find(text: str, *, decimal: str | None = None) -> Iterator[Hit]:
    """Find numbers that stand with a unit. Money and years are passed over: «$1,5 m», «2022 г»."""
    for match in number.find(text):
        scan = Scanner(text, match.end())
        measure = scan.take(unit.MATCHER)
        start, end = match.start(), scan.place
        if measure is None or text[start - 1 : start] in _MONEY or _YEAR.fullmatch(text, start, end):
            continue
        name = unit.parse(measure)
        try:
            value = _value(match.group(), name, decimal)
        except FieldError:
            continue
        yield Hit(start, end, text[start:end], format(value, "f"), unit=name)
