"""Rows of a grid as they flow by: numbered from the top of the part, with a look ahead, read once, taken in blocks."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, zip_longest

from extract.model import Cell, Grid, Row

Numbered = tuple[int, Row]


@dataclass(frozen=True)
class Block:
    """Rows with their numbers, and the same cells by columns."""

    numbers: Sequence[int]
    rows: Sequence[Row]

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def columns(self) -> Sequence[Sequence[Cell]]:
        """Turn the rows by a right angle; what a short row does not reach is empty."""
        even = len(set(map(len, self.rows))) == 1
        return list(zip(*self.rows, strict=False)) if even else list(zip_longest(*self.rows, fillvalue=""))

    def column(self, at: int) -> Sequence[Cell]:
        """Give the cells of a column, empty ones where no row reaches it."""
        return self.columns[at] if at < len(self.columns) else [""] * len(self.rows)

    def numbered(self) -> list[Numbered]:
        """Give the rows one by one."""
        return list(zip(self.numbers, self.rows, strict=True))

    def only(self, kept: Sequence[int]) -> Block:
        """Give some of the rows, by their place in the block."""
        if len(kept) == len(self.rows):
            return self
        return Block([self.numbers[at] for at in kept], [self.rows[at] for at in kept])

    def without(self, taken: Block) -> Block:
        """Give the rows that are not among those taken."""
        numbers = set(taken.numbers) if len(taken) < len(self) else self.numbers
        return self.only([at for at, number in enumerate(self.numbers) if number not in numbers])


class Rows:
    """Hand out the rows of a grid once. ``keep`` makes it remember them for one who wants to see them afterwards."""

    def __init__(self, rows: Iterable[Row], first_row: int = 0, on_page: bool = False) -> None:
        self.source: Iterator[Row] = iter(rows)
        self.next = first_row
        self.on_page = on_page
        self.ahead: deque[Row] = deque()
        self.kept: list[Row] | None = None

    def keep(self) -> None:
        """Remember every row from now on."""
        self.kept = []

    def __iter__(self) -> Iterator[Row]:
        while taken := self.take(1).rows:
            yield taken[0]

    def peek(self, count: int) -> list[Numbered]:
        """Show the next rows without taking them."""
        self.ahead.extend(self._load(count - len(self.ahead)))
        return list(enumerate(islice(self.ahead, count), self.next))

    def take(self, count: int) -> Block:
        """Take the next rows."""
        rows = [self.ahead.popleft() for _ in range(min(count, len(self.ahead)))]
        rows += self._load(count - len(rows))
        self.next += len(rows)
        return Block(range(self.next - len(rows), self.next), rows)

    def put_back(self, rows: Sequence[Row]) -> None:
        """Give the last rows back: they belong to what comes next."""
        self.next -= len(rows)
        self.ahead.extendleft(reversed(rows))

    def _load(self, count: int) -> list[Row]:
        fresh = list(islice(self.source, max(0, count)))
        if self.kept is not None:
            self.kept.extend(fresh)
        return list(map(_unwrapped, fresh)) if self.on_page else fresh


def _unwrapped(row: Row) -> Row:
    """Join the lines of each cell: on a page a narrow column breaks names anywhere."""
    return [" ".join(cell.split()) if isinstance(cell, str) else cell for cell in row]


def rows_of(grid: Grid) -> Rows:
    """Number the rows of a grid, or hand on those that are numbered already."""
    return grid.rows if isinstance(grid.rows, Rows) else Rows(grid.rows, grid.first_row, on_page=grid.boxes is not None)
