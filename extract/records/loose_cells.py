"""Read the cells of a sheet that no column explains as running text: titles, labels with values beside them, notes.

The cells of a row make a line, so that a label stands before its value. What is found is placed at its cell.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from extract.model import Box, Mention, Part, PartKind, Place, Source, cell_box
from extract.records.prose import mentions

MOST = 500
_GAP = "   "
"""Wide as between two columns: no name goes on over it."""


@dataclass
class LooseCells:
    """The cells of one part that are still to be read; every text is read once, and no more than a page can hold."""

    source: Source
    part: Part
    lines: list[list[tuple[int, int, str]]] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    left_out: int = 0

    def add(self, cells: Iterable[tuple[int, int, str]]) -> None:
        """Add the cells of a row: row, column and text."""
        line = [cell for cell in cells if cell[2].strip()]
        if not line or all(text in self.seen for *_, text in line):
            return
        if len(self.seen) >= MOST:
            self.left_out += 1
            return
        self.seen.update(text for *_, text in line)
        self.lines.append(line)

    def mentions(self) -> Iterator[Mention]:
        """Give what the cells name, and forget them."""
        lines, self.lines = self.lines, []
        text, starts, cells = _joined(lines)
        found = mentions(self.source, Part(Place(self.source.sha256, self.part.place.part), PartKind.TEXT, text=text))
        for one in found:
            if one.place.span is None:
                continue
            row, column, raw = cells[bisect_right(starts, one.place.span[0]) - 1]
            if one.text in raw:
                yield replace(one, text=raw, place=self._place(cell_box(row, column)))

    def _place(self, box: Box) -> Place:
        return Place(self.source.sha256, self.part.place.part, box)


def _joined(lines: Iterable[list[tuple[int, int, str]]]) -> tuple[str, list[int], list[tuple[int, int, str]]]:
    """Join cells to lines of text; tell where each cell starts."""
    text, starts, cells = "", [], []
    for line in lines:
        for cell in line:
            starts.append(len(text))
            cells.append(cell)
            text += cell[2] + _GAP
        text = text.removesuffix(_GAP) + "\n"
    return text, starts, cells
