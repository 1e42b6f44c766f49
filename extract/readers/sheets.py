"""Tables inside a text as sheet parts of their own, so that a cell's place is (part, row, column)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from extract.model import Box, Grid, Part, PartKind, Place, Row, Source


class LaidTable(NamedTuple):
    """The rows of a table whose spans are laid out, and its merged cells (extract.model.Grid)."""

    rows: Sequence[Row]
    merged: Mapping[int, Sequence[tuple[int, int]]]


def sheet_part(
    source: Source,
    number: int,
    name: str,
    rows: Iterable[Row],
    dialect: Mapping[str, str] | None = None,
    only_text: bool = False,
    merged: Mapping[int, Sequence[tuple[int, int]]] | None = None,
) -> Part:
    """Make a sheet of one grid that starts at its first cell. ``only_text``: all cells are str."""
    place = Place(source.sha256, number)
    grid = Grid(1, rows, dialect=dialect or {}, only_text=only_text, merged={} if merged is None else merged)
    return Part(place, PartKind.SHEET, name=name, grids=(grid,), dialect=dialect or {})


def table_parts(source: Source, tables: Iterable[LaidTable], first: int, title: str = "") -> Iterator[Part]:
    """Make one sheet per table, named ``table 1`` and so on, behind the title of its page."""
    for number, (rows, merged) in enumerate(tables):
        part = sheet_part(source, first + number, f"{title} table {number + 1}".lstrip(), rows, merged=merged)
        width = max((len(row) for row in rows), default=0)
        yield Part(
            Place(source.sha256, first + number, Box(0, 0, width, len(rows))), part.kind, part.name, grids=part.grids
        )
