"""Cells with two readings between which nothing decided, and cells that nobody could read: told once for a column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.model import Cell, Grid, Issue, Place, cell_text
from extract.records.plan import Filled

_DATES = ("date", "period")
_SHOWN = 60
_NAMES = {
    "hs": "commodity code",
    "integer": "whole number",
    "party": "name",
    "identifier": "number of a company",
    "tonnes": "number",
    "incoterms": "term of delivery",
}


@dataclass(slots=True)
class Doubt:
    """The doubtful cells of one column. ``text``: the first that was not read; None: they have two readings."""

    filled: Filled
    first: int
    text: str | None = None
    count: int = 0

    @property
    def position(self) -> int:
        """Give the column."""
        return self.filled.heading.position

    @property
    def value(self) -> str:
        """Name what the column holds."""
        return self.filled.heading.meaning.kind if self.filled.heading.meaning else ""

    @property
    def kind(self) -> str:
        """Name the kind of issue."""
        if self.text is not None:
            return "unread"
        return "ambiguous_date" if self.value in _DATES else "ambiguous_amount"

    @property
    def message(self) -> str:
        """Say what was in doubt and what was done."""
        where = f"column “{self.filled.heading.header}”, first row {self.first + 1}"
        if self.text is not None:
            wanted, shown = _NAMES.get(self.value, self.value), " ".join(self.text.split())[:_SHOWN]
            return (
                f"{self.count} cells could not be read as {wanted} ({where}: “{shown}”): kept as text, without a value"
            )
        if self.value in _DATES:
            why = self.filled.decisions.evidence or "nothing proves the order; day first assumed"
            return f"{self.count} dates may be read day or month first ({where}): {why}"
        return f"{self.count} numbers may be thousands or decimals ({where}): kept as text, without a value"


@dataclass
class Doubts:
    """The doubts of one table."""

    unsure: dict[int, Doubt] = field(default_factory=dict)
    unread: dict[int, Doubt] = field(default_factory=dict)

    def add_unsure(self, filled: Filled, rows: Sequence[int]) -> None:
        """Count the cells of a column that have two readings."""
        if rows:
            self.unsure.setdefault(filled.heading.position, Doubt(filled, rows[0])).count += len(rows)

    def add_unread(self, filled: Filled, cells: Sequence[tuple[int, Cell]]) -> None:
        """Count the cells of a column, each with its row, that nobody could read."""
        if cells:
            row, cell = cells[0]
            first = Doubt(filled, row, cell_text(cell))
            self.unread.setdefault(filled.heading.position, first).count += len(cells)

    def issues(self, part: Place, grid: Grid) -> Iterator[Issue]:
        """Give an issue for each column, at the first such cell."""
        for doubt in (*self.unsure.values(), *self.unread.values()):
            place = Place(part.source, part.part, grid.box(doubt.first, doubt.position))
            yield Issue(place, doubt.kind, doubt.message)
