"""Cells with two readings between which nothing decided: counted by column, and told once for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.model import Grid, Issue, Place
from extract.records.plan import Filled

_DATES = ("date", "period")


@dataclass(slots=True)
class Doubt:
    """The doubtful cells of one column."""

    filled: Filled
    first: int
    count: int = 0

    @property
    def position(self) -> int:
        """Give the column."""
        return self.filled.heading.position

    @property
    def is_date(self) -> bool:
        """Tell dates, which are read day first, from numbers, which are not read."""
        return self.filled.heading.meaning is not None and self.filled.heading.meaning.kind in _DATES

    @property
    def message(self) -> str:
        """Say what was in doubt and what was done."""
        where = f"column “{self.filled.heading.header}”, first row {self.first + 1}"
        if self.is_date:
            why = self.filled.decisions.evidence or "nothing proves the order; day first assumed"
            return f"{self.count} dates may be read day or month first ({where}): {why}"
        return f"{self.count} numbers may be thousands or decimals ({where}): kept as text, without a value"


@dataclass
class Doubts:
    """The doubts of one table."""

    columns: dict[int, Doubt] = field(default_factory=dict)

    def add(self, filled: Filled, rows: list[int]) -> None:
        """Count the cells of a column in some rows."""
        if rows:
            self.columns.setdefault(filled.heading.position, Doubt(filled, rows[0])).count += len(rows)

    def issues(self, part: Place, grid: Grid) -> Iterator[Issue]:
        """Give an issue for each column, at the first such cell."""
        for doubt in self.columns.values():
            place = Place(part.source, part.part, grid.box(doubt.first, doubt.position))
            yield Issue(place, "ambiguous_date" if doubt.is_date else "ambiguous_amount", doubt.message)
