"""Amounts on their way through a NUMERIC column, which keeps the number but not its spelling."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from store import compiled

_KEPT = re.compile(r"(?!-0$)-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?")
_LOST = re.compile(rf"^(?!{_KEPT.pattern}$)", re.MULTILINE)
_DIGITS = 15  # SQLite turns longer decimals into the nearest double
_FIXED = re.compile(r"\d\Z")


def survives(text: str) -> bool:
    """Tell whether a NUMERIC column gives this spelling back letter for letter: ``1234.5`` yes, ``1234.50`` no."""
    return _KEPT.fullmatch(text) is not None and len(text.lstrip("-0.")) <= _DIGITS


def all_survive(amounts: Sequence[Any], spelling: str) -> bool:
    """Tell it of a column at once, None left out; False means that some may not.

    A column that is printed with so many decimals gets its zeros back from that rule: there digits count alone.
    """
    if _FIXED.search(spelling) and compiled.none_lost(amounts, _DIGITS):
        return True
    given = [amount for amount in amounts if amount is not None]
    if max(map(len, given), default=0) > _DIGITS:
        return False
    text = "\n".join(given)
    lost = "-0" in text if _FIXED.search(spelling) else _LOST.search(text)
    return not given or not lost


def spell(number: float | int | str) -> str:
    """Spell a number read from a NUMERIC column as plain decimal, never with an exponent."""
    if isinstance(number, float):
        return str(int(number)) if number.is_integer() and abs(number) < 1e15 else format(Decimal(repr(number)), "f")
    return str(number)
