"""Pivot tables sum up records that stand elsewhere: their rows are no records, or everything would count twice."""

from __future__ import annotations

from collections.abc import Sequence

from extract.model import Grid
from extract.readers.ranges import edges
from extract.records.rows import Numbered

KIND = "pivot table"


def is_pivot(grid: Grid, rows: Sequence[Numbered]) -> bool:
    """Tell whether rows belong to a pivot table, as the workbook itself says: nothing of them stands outside."""
    return any(_holds(edges(name), grid, rows) for name in grid.dialect.get("pivot", "").split())


def _holds(place: tuple[int, int, int, int] | None, grid: Grid, rows: Sequence[Numbered]) -> bool:
    if place is None:
        return False
    top, bottom, left, right = place
    inside = [row for number, row in rows if top <= number <= bottom]
    filled = {at for row in inside for at, cell in enumerate(row, grid.first_column) if cell not in (None, "")}
    return bool(filled) and left <= min(filled) and max(filled) <= right
