"""A row that is the rest of the one above: the second line of wrapped names, in a table without rules or on a new page.

Such a row leaves the first column empty and has words, never a figure, and only where the row above has words; and
the row above has a figure. A heading above other headings has none, and a row of goods of its own would have one.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.layout.shape import Shape, filled, holds, shapes
from extract.model import Row, cell_text

_FIGURES = (Shape.NUMBER, Shape.DATE, Shape.YEAR)


def is_rest(row: Row, above: Row) -> bool:
    """Tell whether a row goes on with the cells of the one above it."""
    if not row or not above or holds(row[0]) or not holds(above[0]) or len(row) != len(above):
        return False
    places, over = filled(row), shapes(above)
    words = all(shape is Shape.TEXT for shape in (shapes(row)[at] for at in places))
    return bool(places) and words and all(over[at] is Shape.TEXT for at in places) and _has_figure(above, places)


def _has_figure(above: Row, places: Sequence[int]) -> bool:
    """Tell that a figure stands beside the words that go on, so that the row above is one of values."""
    return any(shape in _FIGURES for at, shape in enumerate(shapes(above)) if at not in places)


def joined(rows: Sequence[Row]) -> list[Row]:
    """Put each rest behind the row it belongs to; an empty row keeps its place, so that rows and boxes count alike."""
    whole: list[Row] = []
    last = -1
    for at, row in enumerate(rows):
        if last >= 0 and is_rest(row, whole[last]):
            whole[last] = _with_rest(whole[last], row)
            whole.append([None] * len(row))
            continue
        last = at if filled(row) else last
        whole.append(row)
    return whole


def _with_rest(above: Row, rest: Row) -> Row:
    return [f"{cell} {cell_text(more)}" if holds(more) else cell for cell, more in zip(above, rest, strict=True)]
