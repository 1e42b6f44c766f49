"""Tables that stand beside each other on one sheet, parted by an empty column.

An empty column alone proves nothing: printed forms are full of them, and some tables have one. Two tables are told by
what one table cannot do: rows that go on on one side while the other has ended, one header twice, rows that are
numbered twice, or two headers that each make a whole table, which a judge may know who understands them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.layout.shape import Shape, shape
from extract.model import Row, cell_text

Columns = tuple[int, int]
MOST_TABLES = 4
_DENSE = 0.8
_ROW = 2
"""So many cells make a row; one alone is a title or a note."""


@dataclass(frozen=True, slots=True)
class Side:
    """One stretch of columns: its rows by number, each as its filled cells; its header and what stands over that."""

    columns: Columns
    rows: dict[int, Sequence[Shape]]
    header: tuple[str, ...]
    title: str
    is_numbered: bool

    @property
    def is_table(self) -> bool:
        """Tell a header of texts over rows that are nearly full."""
        width = self.columns[1] - self.columns[0]
        full = sum(map(len, self.rows.values()))
        return len(self.rows) > 1 and len(self.header) == width and full >= _DENSE * width * len(self.rows)


Judge = Callable[[Side, Side], bool | None]
"""Tells by their words that two sides are tables of their own, or are one table; None: the words do not tell."""


def side_by_side(rows: Sequence[Row], judge: Judge = lambda left, right: None) -> list[Columns]:
    """Give the columns, first and behind the last, of each of several tables; nothing where there is one."""
    found = stretches(rows)
    if not 1 < len(found) <= MOST_TABLES or any(stop - start < _ROW for start, stop in found):
        return []
    sides = [_side(rows, columns) for columns in found]
    parted = all(side.is_table for side in sides) and all(_apart(rows, *two, judge) for two in pairwise(sides))
    return found if parted else []


def stretches(rows: Sequence[Row]) -> list[Columns]:
    """List the runs of columns that are not empty."""
    width = max(map(len, rows), default=0)
    used = [any(at < len(row) and shape(row[at]) is not Shape.EMPTY for row in rows) for at in range(width)]
    starts = [at for at in range(width) if used[at] and not (at and used[at - 1])]
    stops = [at + 1 for at in range(width) if used[at] and not (at + 1 < width and used[at + 1])]
    return list(zip(starts, stops, strict=True))


def _side(rows: Sequence[Row], columns: Columns) -> Side:
    cells = ((number, row[slice(*columns)]) for number, row in enumerate(rows))
    filled = {number: tuple(s for s in map(shape, row) if s is not Shape.EMPTY) for number, row in cells}
    own: dict[int, Sequence[Shape]] = {number: shapes for number, shapes in filled.items() if len(shapes) >= _ROW}
    first = next(iter(own), None)
    if first is None:
        return Side(columns, own, (), "", is_numbered=False)
    texts = tuple(str(cell).strip() for cell in rows[first][slice(*columns)])
    above = rows[first - 1][slice(*columns)] if first else ()
    title = " ".join(str(cell).strip() for cell in above if shape(cell) is not Shape.EMPTY)
    is_header = set(own[first]) == {Shape.TEXT}
    return Side(columns, own, texts if is_header else (), title, _are_numbered(rows, columns[0], list(own)[1:]))


def _are_numbered(rows: Sequence[Row], column: int, numbers: Sequence[int]) -> bool:
    """Tell rows that begin with 1, 2, 3 and so on."""
    cells = [rows[number][column] for number in numbers if column < len(rows[number])]
    return len(cells) >= _ROW and [cell_text(cell) for cell in cells] == [str(at + 1) for at in range(len(cells))]


def _apart(rows: Sequence[Row], left: Side, right: Side, judge: Judge) -> bool:
    judged = judge(left, right)
    if judged is not None:
        return judged
    if left.header == right.header or (left.is_numbered and right.is_numbered):
        return True
    last, other = max(left.rows), max(right.rows)
    longer, shorter = (left, right) if last > other else (right, left)
    beyond = [number for number in longer.rows if number > max(shorter.rows)]
    return bool(beyond) and not any(_has_words(rows[number], shorter.columns) for number in beyond)


def _has_words(row: Row, columns: Columns) -> bool:
    return any(shape(cell) is not Shape.EMPTY for cell in row[slice(*columns)])
