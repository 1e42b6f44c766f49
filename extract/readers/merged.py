"""Merged cells of a sheet: by column, the runs of rows that one cell stands over."""

from __future__ import annotations

MOST = 100_000
"""Merged cells of one sheet; what has more is no sheet that somebody laid out."""


class Merged(dict[int, list[tuple[int, int]]]):
    """Column -> runs of rows, first and last; their text stands in the first. Filled while rows are read, from the top.

    Where a cell stands over several columns, the others are empty and stay so.
    """

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def add(self, top: int, bottom: int, column: int) -> None:
        """Add a cell; one that stands over a single row is none, and too many are no more kept."""
        if bottom <= top or self.count >= MOST:
            return
        self.count += 1
        runs = self.setdefault(column, [])
        if not runs or runs[-1][1] < top:
            runs.append((top, bottom))

    def add_all(self, boxes: list[tuple[int, int, int]]) -> Merged:
        """Add cells (first row, last row, column) that stand in any order."""
        for top, bottom, column in sorted(boxes):
            self.add(top, bottom, column)
        return self
