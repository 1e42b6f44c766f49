"""An HTML table as rows: a cell over several columns or rows stands in the first, None in the others."""

from __future__ import annotations

import re
from typing import Any

from extract.model import Cell

MOST_COLUMNS = 16_384
MOST_SPAN = 1_000


def rows_of(table: Any) -> list[list[Cell]]:
    """Lay the cells of a table out, spans filled with None."""
    rows: list[list[Cell]] = []
    taken: dict[int, int] = {}  # column -> rows it is still covered by a cell from above
    for row in table.iter("tr"):
        laid, taken = laid_out(row, taken)
        rows.append(laid)
    return rows


def laid_out(row: Any, above: dict[int, int]) -> tuple[list[Cell], dict[int, int]]:
    """Lay one row out below the cells that reach down into it."""
    cells: list[Cell] = []
    below = {column: left - 1 for column, left in above.items() if left > 1}
    for cell in row.iterchildren("td", "th"):
        while above.get(len(cells)):
            cells.append(None)
        width, height = span(cell, "colspan"), span(cell, "rowspan")
        if height > 1:
            below.update(dict.fromkeys(range(len(cells), len(cells) + width), height - 1))
        cells.append(text_of(cell))
        cells.extend([None] * min(width - 1, MOST_COLUMNS - len(cells)))
    return cells, below


def span(cell: Any, name: str) -> int:
    """Read a span; nonsense counts as one."""
    value = cell.get(name, "1").strip()
    return max(1, min(int(value), MOST_SPAN)) if value.isascii() and value.isdigit() else 1


def text_of(cell: Any) -> str:
    """Give the words of a cell with single blanks."""
    return re.sub(r"\s+", " ", " ".join(cell.itertext())).strip()
