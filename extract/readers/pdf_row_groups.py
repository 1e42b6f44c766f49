"""Rows of more than one line in tables without upright rules: which lines belong together, told by level rules.

Lines are put together only where a column of figures has one in nearly each group, and no other column then holds
several figures of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.readers.pdf_lines import is_number

FEWEST_GROUPS = 3
KEYED = 0.8
TALLEST = 12
LONG_PIECE = 4

Cells = list[str | None]


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one or more lines, and how far they reach down."""

    cells: Cells
    top: float
    bottom: float


Group = Sequence[Row]


def whole_rows(rows: Sequence[Row], levels: Sequence[float]) -> list[Row]:
    """Put the lines of each row together, where rules between them tell the rows apart.

    ``levels``: the heights of level rules over the width of the table.
    """
    groups = parted(rows, under_rules(rows, levels))
    return [joined(group) for group in groups] if are_rows(groups) else list(rows)


def parted(rows: Sequence[Row], starts: Sequence[int]) -> list[Group]:
    """Cut rows before some of them."""
    return [rows[first:last] for first, last in pairwise([0, *starts, len(rows)])]


def under_rules(rows: Sequence[Row], levels: Sequence[float]) -> list[int]:
    """Tell which lines have a rule between them and the one above."""
    return [
        number
        for number, (above, row) in enumerate(pairwise(rows), start=1)
        if any(middle(above) < level < middle(row) for level in levels)
    ]


def middle(row: Row) -> float:
    """Give the height a line stands at."""
    return (row.top + row.bottom) / 2


def are_rows(groups: Sequence[Group]) -> bool:
    """Tell whether groups of lines are rows; the first may be a header of any kind."""
    body = groups[1:]
    if len(body) < FEWEST_GROUPS or all(len(group) == 1 for group in body) or max(map(len, body)) > TALLEST:
        return False
    return any(is_key(column) for column in columns_of(body)) and all(map(is_of_one_value, columns_of(body)))


def columns_of(groups: Sequence[Group]) -> Iterator[list[list[str]]]:
    """Give for each column what stands in it, group by group."""
    for column in range(len(groups[0][0].cells)):
        yield [[text for row in group if (text := row.cells[column]) is not None] for group in groups]


def is_key(column: Sequence[Sequence[str]]) -> bool:
    """Tell a column with one figure in nearly each group."""
    return sum(len(texts) == 1 and is_number(texts[0]) for texts in column) >= KEYED * len(column)


def is_of_one_value(column: Sequence[Sequence[str]]) -> bool:
    """Tell a column whose groups hold words, one figure, or a code that was broken where its cell ended.

    Pieces of such a code but the last are all as long as the cell is wide.
    """
    broken = [texts for texts in column if sum(map(is_number, texts)) > 1]
    lengths = {len(text) for texts in broken for text in texts[:-1]}
    return not broken or (len(lengths) == 1 and lengths.pop() >= LONG_PIECE)


def joined(rows: Group) -> Row:
    """Join lines cell by cell."""
    columns = zip(*(row.cells for row in rows), strict=True)
    cells = ["\n".join(text for text in column if text) or None for column in columns]
    return Row(cells, rows[0].top, max(row.bottom for row in rows))
