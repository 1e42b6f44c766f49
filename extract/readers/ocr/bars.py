"""Level bars in a picture: long runs of ink, row by row, joined where they touch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from extract.readers.ocr.picture import Mask

FULL = 0.92
"""A run may be broken here and there: so much of it is ink."""
MOST_RUNS = 20_000


@dataclass(frozen=True, slots=True)
class Bar:
    """Runs of neighbouring rows that overlap. ``doubt``: how likely they are made of letters."""

    row: int
    last: int
    start: int
    end: int
    doubt: float = 0.0

    def lies_on(self, other: Bar, near: int) -> bool:
        """Tell whether another bar covers the middle of this one, or nearly."""
        middle = (self.start + self.end) // 2
        return other.row - near <= self.row <= other.last + near and other.start <= middle <= other.end

    def grown(self, row: int, start: int, end: int) -> Bar:
        """Take in a run of the next row."""
        return replace(self, last=row, start=min(self.start, start), end=max(self.end, end))


def runs_of(ink: Mask, length: int) -> Iterator[tuple[int, int, int]]:
    """Yield row, start and end of the runs of ink that are at least so long, small gaps and steps included."""
    thick = ink.copy()
    thick[1:] |= ink[:-1]
    if thick.shape[1] <= length:
        return
    sums = np.cumsum(np.pad(thick, ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    full = (sums[:, length:] - sums[:, :-length]) >= FULL * length
    # A start of a window is full or not; the run reaches from the first full start to the last one's end.
    edges = np.diff(np.pad(full, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    starts, ends = np.argwhere(edges == 1), np.argwhere(edges == -1)
    if len(starts) > MOST_RUNS:
        return
    for (row, start), (_, end) in zip(starts.tolist(), ends.tolist(), strict=True):
        inked = np.flatnonzero(thick[row, start : end - 1 + length])
        yield row, start + int(inked[0]), start + int(inked[-1]) + 1


def bars_of(runs: Iterator[tuple[int, int, int]], thickest: float) -> list[Bar]:
    """Join runs of neighbouring rows; what is thicker than a rule is a picture."""
    done: list[Bar] = []
    growing: list[Bar] = []
    for row, start, end in runs:
        done += [bar for bar in growing if bar.last < row - 1]
        growing = [bar for bar in growing if bar.last >= row - 1]
        at = next((at for at, bar in enumerate(growing) if bar.start < end and start < bar.end), None)
        if at is None:
            growing.append(Bar(row, row, start, end))
            continue
        growing[at] = growing[at].grown(row, start, end)
    return [bar for bar in (*done, *growing) if bar.last - bar.row + 1 <= thickest + 1]
