"""Rows of a grid as they flow by: numbered from the top of the part, with a look ahead, read once, taken in blocks."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice, zip_longest

from extract.model import ByColumns, Cell, Grid, Row, RowBlocks, joined
from extract.records import row_rests

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
        if isinstance(self.rows, ByColumns):
            return self.rows.columns
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
        rows = self.rows.only(kept) if isinstance(self.rows, ByColumns) else [self.rows[at] for at in kept]
        return Block([self.numbers[at] for at in kept], rows)

    def without(self, taken: Block) -> Block:
        """Give the rows that are not among those taken."""
        if len(taken) == len(self):
            return Block((), ())
        numbers = set(taken.numbers)
        return self.only([at for at, number in enumerate(self.numbers) if number not in numbers])


class Rows:
    """Hand out the rows of a grid once. ``keep`` makes it remember them for one who wants to see them afterwards."""

    def __init__(
        self, rows: Iterable[Row], first_row: int = 0, on_page: bool = False, is_unruled: bool = False
    ) -> None:
        self.blocks = rows.blocks() if isinstance(rows, RowBlocks) else None
        self.source = iter(() if isinstance(rows, RowBlocks) else rows)
        self.next = first_row
        self.on_page = on_page
        self.is_unruled = is_unruled
        self.ahead = Ahead()
        self.kept: list[Row] | None = None

    def keep(self) -> None:
        """Remember every row from now on."""
        self.kept = []

    def __iter__(self) -> Iterator[Row]:
        while taken := self.take(1).rows:
            yield taken[0]

    def peek(self, count: int) -> list[Numbered]:
        """Show the next rows without taking them."""
        self._load(count)
        return list(enumerate(islice(self.ahead, count), self.next))

    def take(self, count: int) -> Block:
        """Take the next rows."""
        self._load(count)
        rows = self.ahead.take(count)
        self.next += len(rows)
        return Block(range(self.next - len(rows), self.next), rows)

    def put_back(self, rows: Sequence[Row]) -> None:
        """Give the last rows back: they belong to what comes next."""
        self.next -= len(rows)
        self.ahead.put_back(rows)

    def _load(self, count: int) -> None:
        """Have so many rows ahead, if there are as many."""
        while (missing := count - len(self.ahead)) > 0:
            fresh = self._fresh(missing)
            if not fresh:
                return
            if self.kept is not None:
                self.kept.extend(fresh)
            self.ahead.add(self._as_meant(fresh) if self.on_page else fresh)

    def _as_meant(self, fresh: Sequence[Row]) -> Sequence[Row]:
        """Join what a page broke into lines: those of each cell, and, where no rules part them, those of a row."""
        unwrapped = list(map(_unwrapped, fresh))
        return row_rests.joined(unwrapped) if self.is_unruled else unwrapped

    def _fresh(self, count: int) -> Sequence[Row]:
        """Give the next rows of the grid, as many as asked for or as come at once; those of a page all together."""
        if self.on_page:
            return list(self.source)
        return list(islice(self.source, count)) if self.blocks is None else next(self.blocks, ())


class Ahead:
    """Rows that were loaded and are not taken yet, in the blocks they came in."""

    def __init__(self) -> None:
        self.blocks: deque[Sequence[Row]] = deque()
        self.size = 0

    def __len__(self) -> int:
        return self.size

    def __iter__(self) -> Iterator[Row]:
        return chain.from_iterable(self.blocks)

    def add(self, rows: Sequence[Row]) -> None:
        """Put rows behind the others."""
        self.blocks.append(rows)
        self.size += len(rows)

    def put_back(self, rows: Sequence[Row]) -> None:
        """Put rows before the others."""
        self.blocks.appendleft(rows)
        self.size += len(rows)

    def take(self, count: int) -> Sequence[Row]:
        """Take the first rows, all if there are fewer."""
        taken: list[Sequence[Row]] = []
        while count > 0 and self.blocks:
            block = self.blocks.popleft()
            self.size -= len(block)
            if len(block) > count:
                self.put_back(block[count:])
                block = block[:count]
            taken.append(block)
            count -= len(block)
        return joined(taken)


def _unwrapped(row: Row) -> Row:
    """Join the lines of each cell: on a page a narrow column breaks names anywhere."""
    return [" ".join(cell.split()) if isinstance(cell, str) else cell for cell in row]


def rows_of(grid: Grid) -> Rows:
    """Number the rows of a grid, or hand on those that are numbered already."""
    if isinstance(grid.rows, Rows):
        return grid.rows
    return Rows(grid.rows, grid.first_row, grid.boxes is not None, grid.dialect.get("ruled") == "no")
