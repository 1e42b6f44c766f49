"""Amounts on their way through a NUMERIC column, which keeps the number but not its spelling."""

from __future__ import annotations

import re
from decimal import Decimal

_KEPT = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?")
_DIGITS = 15  # SQLite turns longer decimals into the nearest double


def survives(text: str) -> bool:
    """Tell whether a NUMERIC column gives this spelling back letter for letter: ``1234.5`` yes, ``1234.50`` no."""
    return _KEPT.fullmatch(text) is not None and len(text.lstrip("-0.")) <= _DIGITS and text != "-0"


def spell(number: float | int | str) -> str:
    """Spell a number read from a NUMERIC column as plain decimal, never with an exponent."""
    if isinstance(number, float):
        return str(int(number)) if number.is_integer() and abs(number) < 1e15 else format(Decimal(repr(number)), "f")
    return str(number)
