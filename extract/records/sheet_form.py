"""A form that is typed into the cells of a sheet, laid out as a page, so that it is read as any printed form is.

Text documents, pages of the web and workbooks hold forms as grids of merged cells. Each cell becomes a ruled box as
wide and as high as its words need; a value that was read leads back to the cell it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.model import Box, Grid, Part, PartKind, Row, Word, cell_box, cell_text, holds
from extract.records.form_table import Entry
from extract.records.form_table import Row as Fields
from extract.records.rows import rows_of

MOST_ROWS, MOST_CELLS = 400, 8_000
"""What is longer is a table, and not a sheet that somebody laid out."""
LETTER, LINE, TYPE = 5.0, 12.0, 10.0
"""How wide a letter, how high a line and its type are drawn."""
_GAP = "   "
_RUN = re.compile(r"\S+")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell with the rows and columns it stands over, first and behind the last, counted inside its grid."""

    text: str
    rows: Span
    columns: Span

    @property
    def lines(self) -> list[str]:
        """Give its lines as they are typed."""
        return self.text.split("\n")


@dataclass(frozen=True, slots=True)
class Seen:
    """A part as the form reader sees it. ``cells``: what is drawn for each cell of a sheet, the cell, and its text."""

    page: Part
    cells: tuple[tuple[Box, Box, str], ...] = ()

    def back(self, row: Fields) -> Fields:
        """Lead fields back from the drawing to the cells of the sheet."""
        return {name: self._in_cell(entry) for name, entry in row.items()} if self.cells else row

    def _in_cell(self, entry: Entry) -> Entry:
        corner = replace(entry.box, x1=entry.box.x0 + 1, bottom=entry.box.top + 1)
        found = next(((cell, text) for drawn, cell, text in self.cells if holds(drawn, corner)), None)
        return replace(entry, box=found[0], raw=found[1]) if found else entry


def seen(part: Part) -> Seen:
    """See a sheet of few rows as a page; every other part is seen as it is."""
    if part.kind is not PartKind.SHEET:
        return Seen(part)
    grid = next(iter(part.grids), None)
    rows = [row for _, row in rows_of(grid).peek(MOST_ROWS + 1)] if grid is not None else []
    if grid is None or len(rows) > MOST_ROWS or sum(map(len, rows)) > MOST_CELLS:
        return Seen(part)
    return _drawn(part, grid, list(_cells(grid, rows)))


def typed(part: Part) -> str:
    """Give the text of a part; the lines of a sheet as a form's title is looked for in them."""
    if part.kind is not PartKind.SHEET:
        return part.text
    grid = next(iter(part.grids), None)
    rows = rows_of(grid).peek(_HEAD) if grid is not None else []
    return "\n".join(_GAP.join(filter(None, map(cell_text, row))) for _, row in rows)


_HEAD = 40


def _cells(grid: Grid, rows: Sequence[Row]) -> Iterator[SheetCell]:
    """Give the cells; one reaches right and down over places that hold nothing of their own."""
    under = _covered(grid, len(rows))
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell is None:
                continue
            right = column + 1
            while right < len(row) and row[right] is None and (at, right) not in under:
                right += 1
            bottom = at + 1
            while (bottom, column) in under:
                bottom += 1
            yield SheetCell(cell_text(cell).strip("\n"), (at, bottom), (column, right))


def _covered(grid: Grid, rows: int) -> set[tuple[int, int]]:
    """List the places over which a merged cell from a row above stands."""
    first_row, first_column = grid.first_row, grid.first_column
    return {
        (row - first_row, column - first_column)
        for column, runs in grid.merged.items()
        for top, bottom in runs
        for row in range(top + 1, min(bottom, first_row + rows - 1) + 1)
    }


def _drawn(part: Part, grid: Grid, cells: Sequence[SheetCell]) -> Seen:
    across = _edges(((cell.columns, max(map(len, cell.lines)) + 2) for cell in cells), LETTER)
    down = _edges(((cell.rows, len(cell.lines) + 1) for cell in cells), LINE)
    boxes = [Box(across[c.columns[0]], down[c.rows[0]], across[c.columns[1]], down[c.rows[1]]) for c in cells]
    words = [word for cell, box in zip(cells, boxes, strict=True) for word in _words(cell, box)]
    place = replace(part.place, box=Box(0, 0, across[-1], down[-1]))
    page = replace(
        part, place=place, kind=PartKind.PAGE, text=typed(part), words=words, grids=(Grid(1, (), [boxes]),), ruled=boxes
    )
    sheet = (cell_box(grid.first_row + cell.rows[0], grid.first_column + cell.columns[0]) for cell in cells)
    return Seen(page, tuple((box, place, cell.text) for box, place, cell in zip(boxes, sheet, cells, strict=True)))


def _edges(wanted: Iterable[tuple[Span, int]], unit: float) -> list[float]:
    """Place the edges of rows or columns so that every span of them is as long as it needs to be."""
    spans = sorted(wanted, key=lambda one: one[0][1] - one[0][0])
    sizes = [1] * max((last for (_, last), _ in spans), default=1)
    for (first, last), size in spans:
        sizes[last - 1] += max(size - sum(sizes[first:last]), 0)
    edges = [0.0]
    for size in sizes:
        edges.append(edges[-1] + size * unit)
    return edges


def _words(cell: SheetCell, box: Box) -> Iterator[Word]:
    for number, line in enumerate(cell.lines):
        top = box.top + LINE * (number + 0.3)
        for run in _RUN.finditer(line):
            left = box.x0 + LETTER * (run.start() + 1)
            yield Word(run.group(), 0, Box(left, top, left + LETTER * len(run.group()), top + TYPE))
