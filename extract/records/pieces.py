"""A sheet with tables beside each other, taken apart into one grid for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.layout.side_by_side import side_by_side
from extract.model import Grid, Row, cell_text
from extract.records.rows import Rows, rows_of

LOOK = 60
MOST = 5_000
"""A sheet with more rows is an extract, not a page somebody laid out."""
_EMPTY = (None, "")


def pieces(grid: Grid) -> Iterator[Grid]:
    """Give the grid, or a grid for each of the tables that stand beside each other on it."""
    rows = rows_of(grid)
    ranges = _ranges(rows) if grid.boxes is None else []
    if not ranges:
        yield replace(grid, rows=rows)
        return
    taken = rows.take(MOST)
    for start, stop in ranges:
        cut = [row[start:stop] for row in taken.rows]
        yield replace(
            grid, rows=Rows(_ended(cut), taken.numbers[0]), first_row=taken.numbers[0],
            first_column=grid.first_column + start,
        )  # fmt: skip


def _ranges(rows: Rows) -> list[tuple[int, int]]:
    """Look at the begin of the sheet first: hardly any has an empty column with others on both sides."""
    if not _may_be_parted([row for _, row in rows.peek(LOOK)]) or len(rows.peek(MOST + 1)) > MOST:
        return []
    return side_by_side([row for _, row in rows.peek(MOST)])


def _may_be_parted(rows: list[Row]) -> bool:
    width = max(map(len, rows), default=0)
    used = [any(at < len(row) and row[at] not in _EMPTY for row in rows) for at in range(width)]
    last = max((at for at in range(width) if used[at]), default=0)
    return False in used[used.index(True) : last] if True in used else False


def _ended(rows: list[Row]) -> list[Row]:
    """Leave out the empty rows below the end of a table: those of its longer neighbour."""
    last = max((at for at, row in enumerate(rows) if any(cell_text(cell).strip() for cell in row)), default=-1)
    return rows[: last + 1]
