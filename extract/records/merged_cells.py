"""A merged cell speaks of every row it stands over: a consignor beside five goods is the consignor of each.

Sums and quantities are not passed down: printed once for several rows they are the sum of these, and would count as
often as there are rows. A row with nothing of its own stays empty.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extract.layout.shape import filled, holds
from extract.model import Cell, Grid, Row
from extract.records.plan import Plan
from extract.records.rows import Block

_SUMS = ("amount", "number", "tonnes", "integer")
_TELLING = (*_SUMS, "hs")
Run = tuple[int, int]
Tops = Mapping[int, Mapping[int, int]]
"""Position -> row -> the row of the cell that stands over it."""


@dataclass
class MergedCells:
    """The merged cells of one table. ``tops`` tells of the rows that were filled last."""

    grid: Grid
    passed_down: Collection[int]
    telling: Collection[int]
    first_row: int
    tops: dict[int, dict[int, int]] = field(default_factory=dict)
    carried: dict[int, tuple[int, Cell]] = field(default_factory=dict)

    @classmethod
    def of(cls, grid: Grid, plan: Plan, first_row: int) -> MergedCells:
        """Choose the columns that are passed down, and those whose cells make a row one of its own."""
        kinds = {by.heading.position: by.heading.meaning.kind for by in plan.filled if by.heading.meaning}
        goods = {by.heading.position for by in plan.filled if by.field == "goods_description"}
        passed_down = {position for position, kind in kinds.items() if kind not in _SUMS} if plan.record else set()
        telling = goods | {position for position, kind in kinds.items() if kind in _TELLING}
        return cls(grid, passed_down, {position - grid.first_column for position in telling}, first_row)

    def fill(self, block: Block) -> Block:
        """Give the rows with what stands over them; remember where it was taken from."""
        self.tops.clear()
        runs = [(position, run) for position, run in self._runs(block.numbers)] if self.grid.merged else []
        if not runs:
            return block
        rows = list(block.rows)
        own = [self._is_own(row) for row in rows]
        for position, run in runs:
            self._pass_down(position, run, block, rows, own)
        return Block(block.numbers, rows)

    def _runs(self, numbers: Sequence[int]) -> Iterator[tuple[int, Run]]:
        """Give the runs that reach into some rows; the header above the first row of data is none."""
        if not len(numbers):
            return
        for position, runs in self._merged().items():
            for run in runs[max(0, bisect_right(runs, (numbers[0],)) - 1) :]:
                if run[0] > numbers[-1]:
                    break
                if run[1] >= numbers[0] and run[0] >= self.first_row:
                    yield position, run

    def _merged(self) -> Mapping[int, Sequence[Run]]:
        return {at: runs for at, runs in self.grid.merged.items() if at in self.passed_down}

    def _is_own(self, row: Row) -> bool:
        cells = filled(row)
        return len(cells) > 1 or any(at in self.telling for at in cells)

    def _pass_down(self, position: int, run: Run, block: Block, rows: list[Row], own: Sequence[bool]) -> None:
        (top, bottom), first, at = run, block.numbers[0], position - self.grid.first_column
        if top >= first:
            self.carried[position] = (top, _cell(block.rows[top - first], at))
        held, cell = self.carried.get(position, (None, None))
        if held != top or not holds(cell):
            return
        for number in range(max(top + 1, first), min(bottom, block.numbers[-1]) + 1):
            row = rows[number - first]
            if own[number - first] and not holds(_cell(row, at)):
                rows[number - first] = [*row[:at], *[None] * (at - len(row)), cell, *row[at + 1 :]]
                self.tops.setdefault(position, {})[number] = top


def _cell(row: Row, at: int) -> Cell:
    return row[at] if at < len(row) else None
