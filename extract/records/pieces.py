"""A sheet with tables beside each other, taken apart into one grid for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.layout.header import HeaderCell
from extract.layout.side_by_side import Side, side_by_side, stretches
from extract.model import Grid, Row, cell_text
from extract.records.columns import understand
from extract.records.halves import halves
from extract.records.registers import record_of
from extract.records.rows import Rows, rows_of

LOOK = 60
MOST = 5_000
"""A sheet with more rows is an extract, not a page somebody laid out."""


def pieces(grid: Grid) -> Iterator[Grid]:
    """Give the grid, or a grid for each of the tables that stand beside each other on it."""
    rows = rows_of(grid)
    if grid.boxes is not None:
        yield from halves(grid, rows)
        return
    ranges = _ranges(rows)
    if not ranges:
        yield replace(grid, rows=rows)
        return
    taken = rows.take(MOST)
    for start, stop in ranges:
        cut = [row[start:stop] for row in taken.rows]
        yield replace(
            grid, rows=Rows(_ended(cut), taken.numbers[0]), first_row=taken.numbers[0],
            first_column=grid.first_column + start,
        )  # fmt: skip


def _ranges(rows: Rows) -> list[tuple[int, int]]:
    """Look at the begin of the sheet first: hardly any has an empty column with others on both sides."""
    if len(stretches([row for _, row in rows.peek(LOOK)])) < 2 or len(rows.peek(MOST + 1)) > MOST:
        return []
    return side_by_side([row for _, row in rows.peek(MOST)], _are_apart)


def _are_apart(left: Side, right: Side) -> bool | None:
    """Judge two sides by their headers.

    Two that make a record each, and have a column in common, are of two kinds or have a title each, are two tables.
    What stands under the names of two parties are columns of one: both have a name, a number and an address.
    """
    if all(_names_party(side.title) for side in (left, right)):
        return False
    one, other = _columns(left.header), _columns(right.header)
    kinds = record_of(one), record_of(other)
    if None in kinds:
        return None
    return True if set(one) & set(other) or kinds[0] != kinds[1] or (left.title and right.title) else None


def _names_party(title: str) -> bool:
    heading = understand(0, [HeaderCell(0, 0, title)], ())
    return heading.meaning is not None and heading.meaning.kind == "party"


def _columns(header: Sequence[str]) -> list[str]:
    headings = (understand(at, [HeaderCell(0, at, text)], ()) for at, text in enumerate(header))
    return [heading.meaning.name for heading in headings if heading.meaning]


def _ended(rows: list[Row]) -> list[Row]:
    """Leave out the empty rows below the end of a table: those of its longer neighbour."""
    last = max((at for at, row in enumerate(rows) if any(cell_text(cell).strip() for cell in row)), default=-1)
    return rows[: last + 1]
