"""Tables that stand beside each other on one sheet, parted by an empty column.

An empty column alone proves nothing: printed forms are full of them, and some tables have one. Two tables are told by
what one table cannot do: rows that go on on one side while the other has ended, or one header twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.layout.shape import Shape, shape
from extract.model import Row

Columns = tuple[int, int]
MOST_TABLES = 4
_DENSE = 0.8
_ROW = 2
"""So many cells make a row; one alone is a title or a note."""


@dataclass(frozen=True, slots=True)
class _Side:
    """One stretch of columns: its rows by number, each as its filled cells."""

    columns: Columns
    rows: dict[int, Sequence[Shape]]
    header: tuple[str, ...]

    @property
    def is_table(self) -> bool:
        """Tell a header of texts over rows that are nearly full."""
        width = self.columns[1] - self.columns[0]
        full = sum(map(len, self.rows.values()))
        return len(self.rows) > 1 and len(self.header) == width and full >= _DENSE * width * len(self.rows)


def side_by_side(rows: Sequence[Row]) -> list[Columns]:
    """Give the columns, first and behind the last, of each of several tables; nothing where there is one."""
    stretches = _stretches(rows)
    if not 1 < len(stretches) <= MOST_TABLES or any(stop - start < _ROW for start, stop in stretches):
        return []
    sides = [_side(rows, columns) for columns in stretches]
    parted = all(side.is_table for side in sides) and all(_independent(rows, *two) for two in pairwise(sides))
    return stretches if parted else []


def _stretches(rows: Sequence[Row]) -> list[Columns]:
    """List the runs of columns that are not empty."""
    width = max(map(len, rows), default=0)
    used = [any(at < len(row) and shape(row[at]) is not Shape.EMPTY for row in rows) for at in range(width)]
    starts = [at for at in range(width) if used[at] and not (at and used[at - 1])]
    stops = [at + 1 for at in range(width) if used[at] and not (at + 1 < width and used[at + 1])]
    return list(zip(starts, stops, strict=True))


def _side(rows: Sequence[Row], columns: Columns) -> _Side:
    cells = ((number, row[slice(*columns)]) for number, row in enumerate(rows))
    filled = {number: tuple(s for s in map(shape, row) if s is not Shape.EMPTY) for number, row in cells}
    own: dict[int, Sequence[Shape]] = {number: shapes for number, shapes in filled.items() if len(shapes) >= _ROW}
    first = next(iter(own), None)
    is_header = first is not None and set(own[first]) == {Shape.TEXT}
    header = tuple(str(cell).strip() for cell in rows[first][slice(*columns)]) if first is not None else ()
    return _Side(columns, own, header if is_header else ())


def _independent(rows: Sequence[Row], left: _Side, right: _Side) -> bool:
    if left.header == right.header:
        return True
    last, other = max(left.rows), max(right.rows)
    longer, shorter = (left, right) if last > other else (right, left)
    beyond = [number for number in longer.rows if number > max(shorter.rows)]
    return bool(beyond) and not any(_has_words(rows[number], shorter.columns) for number in beyond)


def _has_words(row: Row, columns: Columns) -> bool:
    return any(shape(cell) is not Shape.EMPTY for cell in row[slice(*columns)])
