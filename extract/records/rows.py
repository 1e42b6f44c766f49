"""Rows of a grid as they flow by: numbered from the top of the part, with a look ahead, read once."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice

from extract.model import Grid, Row

Numbered = tuple[int, Row]


class Rows:
    """Hand out the rows of a grid once. ``keep`` makes it remember them for one who wants to see them afterwards."""

    def __init__(self, rows: Iterable[Row], first_row: int = 0, on_page: bool = False) -> None:
        self.source: Iterator[Numbered] = enumerate(rows, first_row)
        self.on_page = on_page
        self.ahead: deque[Numbered] = deque()
        self.kept: list[Row] | None = None

    def keep(self) -> None:
        """Remember every row from now on."""
        self.kept = []

    def __iter__(self) -> Iterator[Row]:
        return (row for _, row in self.numbered())

    def numbered(self) -> Iterator[Numbered]:
        """Give the rows that are left, with their numbers."""
        while self.ahead or self._load(1):
            yield self.ahead.popleft()

    def peek(self, count: int) -> list[Numbered]:
        """Show the next rows without taking them."""
        self._load(count - len(self.ahead))
        return list(islice(self.ahead, count))

    def take(self, count: int) -> list[Numbered]:
        """Take the next rows."""
        self._load(count - len(self.ahead))
        return [self.ahead.popleft() for _ in range(min(count, len(self.ahead)))]

    def put_back(self, rows: list[Numbered]) -> None:
        """Give rows back that belong to what comes next."""
        self.ahead.extendleft(reversed(rows))

    def _load(self, count: int) -> bool:
        fresh = list(islice(self.source, max(0, count)))
        if self.kept is not None:
            self.kept.extend(row for _, row in fresh)
        self.ahead.extend([(number, _unwrapped(row)) for number, row in fresh] if self.on_page else fresh)
        return bool(self.ahead)


def _unwrapped(row: Row) -> Row:
    """Join the lines of each cell: on a page a narrow column breaks names anywhere."""
    return [" ".join(cell.split()) if isinstance(cell, str) else cell for cell in row]


def rows_of(grid: Grid) -> Rows:
    """Number the rows of a grid."""
    return Rows(grid.rows, grid.first_row, on_page=grid.boxes is not None)
