"""The words of a sheet that no field holds: kept as the text of its part, so that a search finds them.

Columns nobody understood, notes, titles, tables of no known record. Each distinct cell is one line; figures alone are
not words. A sheet may have more of them than a database should hold, so it is cut, and said to be cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from extract.model import Cell, Issue, PartText, Place
from extract.records.rows import Numbered

MOST_CHARACTERS = 2_000_000
_CODE = 6
"""Digits alone are worth finding if they are as long as a commodity code."""


@dataclass
class SheetText:
    """Collect the words of one sheet."""

    lines: dict[str, None] = field(default_factory=dict)
    size: int = 0
    cut_at: int | None = None

    def add(self, rows: Sequence[Numbered], columns: Iterable[int] | None = None) -> None:
        """Add cells of some rows, those of the columns given, else all."""
        if not rows or self.cut_at is not None:
            return
        every = range(max(len(row) for _, row in rows))
        for at in every if columns is None else columns:
            self._keep(dict.fromkeys(row[at] for _, row in rows if at < len(row)))
            if self.size > MOST_CHARACTERS:
                self.cut_at = rows[0][0]
                return

    def _keep(self, cells: Iterable[Cell]) -> None:
        for cell in cells:
            if isinstance(cell, str) and cell not in self.lines and _has_words(cell):
                self.lines[cell] = None
                self.size += len(cell) + 1

    def items(self, part: Place) -> Iterator[PartText | Issue]:
        """Give the text, and say where it was cut."""
        if self.lines:
            yield PartText(part, "\n".join(" ".join(line.split()) for line in self.lines))
        if self.cut_at is not None:
            message = f"search covers the text that no field reads up to row {self.cut_at + 1} ({self.size} characters)"
            yield Issue(part, "text_cut", message)


def _has_words(cell: str) -> bool:
    return any(map(str.isalpha, cell)) or (len(cell) >= _CODE and cell.isdigit())
