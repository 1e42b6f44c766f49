"""Quantities: a number with its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from extract.fields import number, unit
from extract.fields.contract import FieldError, Hit
from extract.fields.scanner import Scanner

_NUMBER = re.compile(rf"[-−–(]?\s?(?:{number.NUMERAL})\)?")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Quantity:
    """A measured number. ``unit`` None: the cell names none."""

    value: Decimal
    unit: str | None
    text: str


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
    return Quantity(number.parse(printed, decimal=decimal), unit.parse(measure) if measure else None, text)


def find(text: str, *, decimal: str | None = None) -> Iterator[Hit]:
    """Find numbers that stand with a unit."""
    for match in number.find(text):
        scan = Scanner(text, match.end())
        measure = scan.take(unit.MATCHER)
        if measure is None:
            continue
        try:
            value = number.parse(match.group(), decimal=decimal)
        except FieldError:
            continue
        start, end = match.start(), scan.place
        yield Hit(start, end, text[start:end], format(value, "f"), unit=unit.parse(measure))
