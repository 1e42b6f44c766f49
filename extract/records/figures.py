"""Figures of a whole column at once: one regular expression tells that all cells are plain, one split gives the values.

Joined by line ends, a thousand cells cost little more than one: what Python spends on a cell is mostly the call.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from math import isfinite

from extract.model.spelling import number_rule
from extract.records.values import Value
from extract.text import compiled

_NEVER = "(?!)"
_LARGEST = 1e15
"""From here on a float is no longer printed digit for digit."""


class Figures:
    """The figures of a column that are written by its rule; the kind is amount or number.

    ``decimal`` is the mark that the column was decided to have: before any other, decimals are not plain.
    """

    def __init__(self, kind: str, rule: str, decimal: str | None) -> None:
        self.group, mark, places = number_rule(rule or ".")
        self.mark = mark if mark == decimal else ""
        self._as_float = kind == "number"
        self._value: Callable[[str], Value] = float if self._as_float else str
        cell = f"(?:(?:-?{_whole(self.group, self._as_float)}|0){_fraction(self.mark, places, self._as_float)})?"
        self.is_plain = re.compile(cell).fullmatch
        self._helper = compiled.figures(self.group, self.mark, places, self._as_float)
        self._are_plain = re.compile(f"(?:{cell}\n)*").fullmatch

    def read(self, texts: Sequence[str]) -> Sequence[Value] | None:
        """Give the values of cells that are all plain or empty; None where one is neither."""
        if self._helper:
            return self._helper.read(texts)
        joined = "\n".join((*texts, ""))
        if not self._are_plain(joined) or joined.count("\n") != len(texts):
            return None
        *numbers, _ = self._plain(joined).split("\n")
        if "" in numbers:
            return [self._value(number) if number else None for number in numbers]
        return list(map(float, numbers)) if self._as_float else numbers

    def _plain(self, numbers: str) -> str:
        """Write numbers with a decimal point and nothing else between the digits."""
        ungrouped = numbers.replace(self.group, "") if self.group else numbers
        return ungrouped.replace(self.mark, ".") if self.mark else ungrouped


def _whole(group: str, as_float: bool) -> str:
    """Match the digits before the decimal mark, so few that a float keeps them and the decimals."""
    if group:
        return f"[1-9][0-9]{{0,2}}(?:{re.escape(group)}[0-9]{{3}}){{0,{2 if as_float else 3}}}"
    return f"[1-9][0-9]{{0,{8 if as_float else 13}}}"


def _fraction(mark: str, places: str, as_float: bool) -> str:
    if not mark and not places:
        return ""
    if places:
        return f"{re.escape(mark)}[0-9]{{{places}}}" if mark and 0 < int(places) <= compiled.MOST_PLACES else _NEVER
    return f"(?:{re.escape(mark)}{'[0-9]{0,3}[1-9]' if as_float else '[0-9]{1,6}'})?"


def doubles(kind: str, cells: Sequence[float]) -> Sequence[Value] | None:
    """Give the values of a column of floats; None where one is not printed digit for digit."""
    if not (all(map(isfinite, cells)) and min(cells) > -_LARGEST and max(cells) < _LARGEST):
        return None
    if kind == "number":
        return list(cells)
    lines = "\n".join((*map(repr, cells), ""))
    if "e" in lines or "-0.0\n" in lines:
        return None
    return lines.replace(".0\n", "\n").split("\n")[:-1]
