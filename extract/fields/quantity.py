"""Quantities: a number with its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from extract.fields import number, unit
from extract.fields.contract import FieldError, Hit

_CELL = re.compile(rf"(?P<number>[-−–(]?\s?(?:{number.NUMERAL})\)?)\s{{0,3}}(?P<unit>{unit.PATTERN})?")
_RUNNING = re.compile(rf"(?<![\w.,/-])(?P<number>{number.NUMERAL})\s?(?P<unit>{unit.PATTERN})")
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
    match = _CELL.fullmatch(body)
    if match is None:
        raise FieldError(f"not a quantity: {text!r}")
    value = number.parse(match["number"], decimal=decimal)
    return Quantity(value, unit.parse(match["unit"]) if match["unit"] else None, text)


def find(text: str, *, decimal: str | None = None) -> Iterator[Hit]:
    """Find numbers that stand with a unit."""
    for match in _RUNNING.finditer(text):
        try:
            value = number.parse(match["number"], decimal=decimal)
        except FieldError:
            continue
        yield Hit(*match.span(), match.group(), format(value, "f"), unit=unit.parse(match["unit"]))
