"""See at whole columns that all rows of a block are data: no header, no total, no note, no blank row among them.

In a table of a million rows nearly every block is, and a column costs less than a row. Where a block is not surely so,
its rows are looked at one by one.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from extract.layout.shape import holds
from extract.model import Cell, distinct
from extract.records.left_out import is_total
from extract.records.rows import Block


def is_plain_data(block: Block, headers: Collection[str]) -> bool:
    """Tell a block whose rows all hold a figure, so are no headers, and something more, and begin with no label.

    The first cell of a row that holds something stands no further right than the first column without gaps.
    """
    columns = block.columns
    first = next((at for at, cells in enumerate(columns) if _is_full(cells)), len(columns))
    others = columns[first + 1 :]
    has_figures = any(map(_are_figures, others))
    if not has_figures and not (others and _are_figures(columns[first]) and any(map(_is_full, others))):
        return False
    return not any(_has_labels(cells, headers) for cells in columns[: first + 1])


def _are_figures(cells: Sequence[Cell]) -> bool:
    """Tell a column of which every cell is a number or begins with a digit: the least and the greatest text do."""
    if isinstance(cells[0], str) and not cells[0][:1].isdigit():
        return False
    cells = distinct(cells)
    try:
        return min(cells) >= "0" and max(cells) < ":"  # type: ignore[type-var,operator]
    except TypeError:
        return set(map(type, cells)).isdisjoint((str, type(None)))


def _is_full(cells: Sequence[Cell]) -> bool:
    """Tell a column without blank cells."""
    try:
        return all(map(str.strip, distinct(cells)))  # type: ignore[arg-type]
    except TypeError:
        return all(map(holds, distinct(cells)))


def _has_labels(cells: Sequence[Cell], headers: Collection[str]) -> bool:
    """Tell a column in which the label of a total may stand, or a header of the table; a figure is seldom either."""
    if _are_figures(cells) and not any(header[:1].isdigit() for header in headers):
        return False
    texts = {cell.strip() for cell in distinct(cells) if isinstance(cell, str)} - {""}
    return not texts.isdisjoint(headers) or any(map(is_total, texts))
