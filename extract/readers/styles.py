"""What a cell's style makes of its number: one way for all the formats of Excel."""

from __future__ import annotations

from collections.abc import Callable

from extract.model import Cell
from extract.readers.cell_values import Days, clock, share
from extract.readers.number_format import Sense, code_mask, code_of, masked, sense_of
from extract.readers.printed import printing

Convert = Callable[[float], Cell]


def converter(number: int, code: str | None, is_1904: bool) -> Convert | None:
    """Give what turns a number of this format into a cell; None where it stays a plain number."""
    meant = meaning(number, code, is_1904)
    shown = printing(code_of(number, code), is_1904)
    if shown is None:
        return meant
    return lambda amount: shown(meant(amount) if meant else amount, amount)


def meaning(number: int, code: str | None, is_1904: bool) -> Convert | None:
    """Give what turns a number of this format into what it stands for, if that is more than a number."""
    sense = sense_of(number, code)
    if sense in (Sense.DATE, Sense.CLOCK):
        return Days(is_1904).__getitem__
    if sense is Sense.CODE:
        mask = code_mask(code or "")
        return lambda amount: masked(int(amount), mask) if amount.is_integer() and amount >= 0 else amount
    return {Sense.ELAPSED: clock, Sense.SHARE: share}.get(sense)
