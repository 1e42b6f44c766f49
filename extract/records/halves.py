"""A table that goes on beside itself: the left half of a page first, then the right one, seen as one wide grid.

The halves are told by their headers, which are the same, or by their first columns, which number the rows through.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.model import Cell, Grid, Row, cell_text
from extract.records.rows import Rows

_LOOK = 6
"""A header stands among so many first rows."""
_FEWEST = 3
"""So many numbers show that rows are numbered through."""
_MOST = 4


def halves(grid: Grid, rows: Rows) -> Iterator[Grid]:
    """Give the grid of a page, or a grid for each of its columns of rows."""
    table = [row for _, row in rows.peek(len(grid.boxes or ()))]
    parts = _parts(table)
    if parts < 2 or grid.boxes is None:
        yield replace(grid, rows=rows)
        return
    width = len(table[0]) // parts
    for start in range(0, parts * width, width):
        cut = [row[start : start + width] for row in table]
        beyond = {(row, at - start): there for (row, at), there in grid.beyond.items() if start <= at < start + width}
        boxes = [row[start : start + width] for row in grid.boxes]
        yield replace(grid, rows=Rows(cut, grid.first_row, on_page=True), boxes=boxes, beyond=beyond)


def _parts(table: Sequence[Row]) -> int:
    """Tell how often a table stands beside itself; 1 for nearly all."""
    width = len(table[0]) if table else 0
    for parts in range(2, _MOST + 1):
        if width % parts == 0 and width // parts > 1 and (_same_headers(table, parts) or _numbered(table, parts)):
            return parts
    return 1


def _same_headers(table: Sequence[Row], parts: int) -> bool:
    return any(_repeats(row, parts) for row in table[:_LOOK])


def _repeats(row: Row, parts: int) -> bool:
    texts = [" ".join(cell_text(cell).split()) for cell in row]
    width = len(texts) // parts
    named = len(set(texts[:width])) == width and not any(text[:1].isdigit() or not text for text in texts[:width])
    return named and texts == texts[:width] * parts


def _numbered(table: Sequence[Row], parts: int) -> bool:
    """Tell columns that number their rows, each from where the one before ended."""
    width = len(table[0]) // parts
    columns = [
        [number for row in table if (number := _number(row[start])) is not None]
        for start in range(0, parts * width, width)
    ]
    through = [number for column in columns for number in column]
    enough = all(len(column) >= _FEWEST for column in columns)
    return enough and through == list(range(through[0], through[0] + len(through)))


def _number(cell: Cell) -> int | None:
    text = cell_text(cell).strip().rstrip(".)")
    return int(text) if text.isdecimal() and len(text) < 7 else None
