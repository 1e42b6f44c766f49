"""The one door to the compiled helper: it is built where there is a C compiler, and nothing needs it but speed."""

from __future__ import annotations

import os
from array import array
from collections.abc import Callable, Hashable, Sequence, Set
from typing import TYPE_CHECKING, Any

try:
    from extract.text import _columns
except ImportError:
    _columns = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from extract.text._columns import Cutter, Figures, RowCutter

MOST_PLACES = 6
SWITCH = "UNLADE_PURE_PYTHON"
"""Environment variable: anything but an empty text does without the helper, with the same results."""


def is_built() -> bool:
    """Tell whether the helper was built."""
    return _columns is not None


def is_used() -> bool:
    """Tell whether the helper was built and is not switched off."""
    return is_built() and not os.environ.get(SWITCH)


def cutter(delimiter: str, quote: str | None, too_many: int, coded: Any = None) -> Cutter | None:
    """Give what cuts delimited text into columns, those that repeat made by ``coded``; None without the helper."""
    return _columns.Cutter(delimiter, quote, too_many, coded) if is_used() else None


def row_cutter(coded: Any, takes: Callable[[str], bool]) -> RowCutter | None:
    """Give what cuts rows of a worksheet's XML into columns, as far as it ``takes`` the attributes of their cells."""
    return _columns.RowCutter(coded, takes) if is_used() else None


def figures(group: str, mark: str, places: str, as_float: bool) -> Figures | None:
    """Give what reads figures that are written by one rule; None without the helper or by an odd rule."""
    odd = (group and group == mark) or (places and not (mark and 0 < int(places) <= MOST_PLACES))
    if odd or not is_used():
        return None
    return _columns.Figures(group or None, mark or None, int(places or -1), as_float)


def looked_up(known: dict[Any, Any], cells: Sequence[Hashable]) -> list[Any]:
    """Look up each cell of a column; what is not known yet, the dictionary itself adds."""
    return _columns.looked_up(known, cells) if is_used() else list(map(known.__getitem__, cells))


def any_among(codes: array[int], numbers: Set[int]) -> bool:
    """Tell whether one of some numbers stands among the codes of a column."""
    return _columns.any_among(codes, numbers) if is_used() else not numbers.isdisjoint(codes)
