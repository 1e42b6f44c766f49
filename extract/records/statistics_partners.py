"""Partners that no column of labels names: each has columns of its own, or heads the lines below it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.layout.header import HeaderCell
from extract.layout.shape import filled
from extract.model import Row, cell_text
from extract.records.values import Decisions, read_cell

_SHORTEST = 4
"""“No” and “ID” over a column are no Norway and no Indonesia."""
_FEWEST = 2
_ALPHA_2 = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Partner:
    """A country, or several that are added up, with the cell that names it."""

    value: str
    cell: HeaderCell
    total_of: str | None = None


def over(path: Sequence[HeaderCell]) -> Partner | None:
    """Find the header cell over a column that is nothing but the name of a country."""
    return next((found for cell in path if (found := _named(cell))), None)


def heads_lines(number: int, row: Row, first_column: int) -> Partner | None:
    """Tell a line that is nothing but the name of a country."""
    cells = filled(row)
    if len(cells) != 1:
        return None
    return _named(HeaderCell(number, first_column + cells[0], cell_text(row[cells[0]]).strip()))


def are_several(found: Iterable[Partner | None]) -> bool:
    """Tell partners from a title that stands over all columns."""
    return len({partner.value for partner in found if partner}) >= _FEWEST


def _named(cell: HeaderCell) -> Partner | None:
    text = cell.text.strip()
    if len(text) < _SHORTEST or not any(map(str.isalpha, text)):
        return None
    read = read_cell("country", text, Decisions())
    total = dict(read.extra).get("total")
    known = total or _ALPHA_2.fullmatch(str(read.value))
    return Partner(str(read.value), cell, total) if known else None
