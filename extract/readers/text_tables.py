"""Tables in plain text, whose columns are kept apart by blanks or by drawn lines: listings, printed forms, Markdown.

Each cell's box is the characters and the line where it stands, so that a place leads back into the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extract.model import Grid, Part
from extract.readers.text_cells import Laid
from extract.readers.text_columns import Gutter, columned, gutters_of, is_rich
from extract.readers.text_frames import framed_rows, is_barred, is_rule

_POOR = 3
_HEADER = 4
_TEXT = re.compile(r"\S")


def with_tables(parts: Iterable[Part]) -> Iterator[Part]:
    """Add the grids of each part; a listing that is cut into parts keeps its columns from part to part."""
    known: Sequence[Gutter] = ()
    for part in parts:
        grids: list[Grid] = []
        for rows, first, gutters in tables_in(part.text.split("\n"), known):
            grids.append(grid_of(len(grids) + 1, rows, first))
            known = gutters
        yield replace(part, grids=tuple(grids)) if grids else part


def tables_in(lines: Sequence[str], known: Sequence[Gutter] = ()) -> Iterator[tuple[list[Laid], int, Sequence[Gutter]]]:
    """Yield the rows of each table, its first line, and the gutters between its columns where blanks make them."""
    for first, last in _runs([is_barred(line) or is_rule(line) for line in lines], 0):
        rows = framed_rows(lines, first, last)
        if rows:
            yield rows, first, ()
    for first, last in _runs([is_rich(line) and not is_barred(line) for line in lines], _POOR):
        yield from _columns_in(lines, _header_above(lines, first), last, known)


def _columns_in(
    lines: Sequence[str], first: int, last: int, known: Sequence[Gutter]
) -> Iterator[tuple[list[Laid], int, Sequence[Gutter]]]:
    """Read a block as one table, else each of its pieces between blank lines as one of its own."""
    gutters = gutters_of(lines[first:last], known)
    if gutters:
        yield columned(lines, first, last, gutters), first, gutters
        return
    pieces = list(_runs([bool(_TEXT.search(line)) for line in lines[first:last]], 0))
    if len(pieces) > 1:
        for start, end in pieces:
            yield from _columns_in(lines, first + start, first + end, known)


def _runs(wanted: Sequence[bool], gap: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of wanted lines, with at most so many others between them."""
    first: int | None = None
    last = 0
    for at, is_wanted in enumerate(wanted):
        if first is not None and at - last > gap and not is_wanted:
            yield first, last
            first = None
        if is_wanted:
            first = at if first is None else first
            last = at + 1
    if first is not None:
        yield first, last


def _header_above(lines: Sequence[str], first: int) -> int:
    """Take in the lines right above a block: headers of short words stand closer than the figures below."""
    top = first
    while top > 0 and first - top < _HEADER and lines[top - 1].strip() and not is_barred(lines[top - 1]):
        top -= 1
    return top


def grid_of(number: int, rows: Sequence[Laid], first: int) -> Grid:
    """Make a grid of rows of equal width."""
    width = 1 + max((max(row) for row in rows if row), default=0)
    cells = [[row[c][0] if c in row else None for c in range(width)] for row in rows]
    boxes = [[row[c][1] if c in row else None for c in range(width)] for row in rows]
    return Grid(number, cells, boxes=boxes, first_row=first)
