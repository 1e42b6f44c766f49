"""Rows that come many at once, and may come column by column: what is read by columns is never turned into rows."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import overload

from extract.model.coded import Coded, end_to_end
from extract.model.part import Cell, Row


class RowBlocks(ABC):
    """The rows of a grid in blocks: iterated at most once, either by rows or by ``blocks``."""

    @abstractmethod
    def blocks(self) -> Iterator[Sequence[Row]]:
        """Give the rows, many at a time."""

    def __iter__(self) -> Iterator[Row]:
        return chain.from_iterable(self.blocks())


class ByColumns(Sequence[Row]):
    """Rows of one width that are kept as columns; a row is made when it is looked at."""

    __slots__ = ("columns", "size")

    def __init__(self, columns: Sequence[Sequence[Cell]], size: int) -> None:
        self.columns = columns
        self.size = size

    def __len__(self) -> int:
        return self.size

    @property
    def width(self) -> int:
        """Tell how many cells each row has."""
        return len(self.columns)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> ByColumns: ...
    def __getitem__(self, at: int | slice) -> Row | ByColumns:
        if isinstance(at, slice):
            return ByColumns([cells[at] for cells in self.columns], len(range(self.size)[at]))
        range(self.size)[at]  # IndexError also where there are no columns
        return [cells[at] for cells in self.columns]

    def __iter__(self) -> Iterator[Row]:
        return map(list, zip(*self.columns, strict=True)) if self.columns else ([] for _ in range(self.size))

    def only(self, kept: Sequence[int]) -> ByColumns:
        """Give some of the rows, by their place."""
        columns = (
            cells.only(kept) if isinstance(cells, Coded) else [cells[at] for at in kept] for cells in self.columns
        )
        return ByColumns(list(columns), len(kept))


def joined(blocks: Sequence[Sequence[Row]]) -> Sequence[Row]:
    """Join blocks that follow each other; they stay columns where all are and have the same width."""
    if len(blocks) == 1:
        return blocks[0]
    by_columns = [block for block in blocks if isinstance(block, ByColumns)]
    if len(by_columns) < len(blocks) or len({block.width for block in by_columns}) != 1:
        return list(chain.from_iterable(blocks))
    columns = map(end_to_end, zip(*(block.columns for block in by_columns), strict=True))
    return ByColumns(list(columns), sum(map(len, blocks)))
