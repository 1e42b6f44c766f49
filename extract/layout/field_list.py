"""Rows that list the columns of the rows below in another way than a header does.

Exchange files of the trade describe themselves: a row of triples ``QTY;0;Quantity;PRICE;1;Price;…`` gives code, type
and label of each column; a comment ``- Code;Name;Maker;…`` stands above the section whose rows it explains.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.layout.header import Header, opens_block
from extract.layout.shape import Shape, filled, shapes
from extract.model import Cell, Row, cell_text

_COMMENTS = ("- ", "# ", "// ", "-- ")
_FEWEST_CELLS = 4
_FEWEST_TRIPLES = 3
_DIGITS = frozenset("0123456789")


def begins_block(row: Row) -> bool:
    """Tell a row that opens a block of other columns: a section like ``[Body]``, or a list of its columns."""
    return opens_block(row) or columns_listed(row) is not None


def one_block(rows: Sequence[Row]) -> int:
    """Count the rows up to the next block; several rows may open one."""
    top = openers(rows)
    return next((at for at, row in enumerate(rows[top:], top) if at and begins_block(row)), len(rows))


def openers(rows: Sequence[Row]) -> int:
    """Count the rows that open the block at the top."""
    return next((at for at, row in enumerate(rows) if not begins_block(row)), len(rows))


def listed_header(rows: Sequence[Row]) -> tuple[Header | None, list[str]]:
    """Give the header that a row listing the columns makes, and the columns it lists; None where no row does."""
    top = openers(rows)
    for at, row in enumerate(rows[:top]):
        names = columns_listed(row)
        if names is not None:
            return Header((at,), top, (), "a row lists the columns"), names
    return None, []


def columns_listed(row: Row) -> list[str] | None:
    """Give the columns that a row lists, in order; None for any other row."""
    if len(row) < _FEWEST_CELLS or not isinstance(row[0], str):
        return None
    if row[0].startswith(_COMMENTS):
        return _commented(row)
    return _described(row) if row[1] in _DIGITS and len(row) > 4 and row[4] in _DIGITS else None


def may_list_columns(second: Sequence[Cell]) -> bool:
    """Tell, from the second column of many rows and quickly, whether one of them may list columns."""
    return any(map(_DIGITS.__contains__, second))


def _commented(row: Row) -> list[str] | None:
    first, *rest = [cell_text(cell).strip() for cell in row]
    if len(filled(row)) < _FEWEST_CELLS or any(s not in (Shape.TEXT, Shape.EMPTY) for s in shapes(row)):
        return None
    return [first.partition(" ")[2].strip(), *rest]


def _described(row: Row) -> list[str] | None:
    """Read triples of a code, a digit for its type, and a label or the column's number; the last may be short."""
    texts = [cell_text(cell).strip() for cell in row]
    triples = [texts[at : at + 3] for at in range(0, len(texts) - 2, 3)]
    if len(triples) < _FEWEST_TRIPLES or not all(map(_is_described, triples)):
        return None
    labels = [label if _is_word(label) else code for code, _, label in triples]
    return [*labels, *filter(None, texts[3 * len(triples) :])]


def _is_described(triple: Sequence[str]) -> bool:
    code, kind, label = triple
    return _is_word(code) and len(kind) == 1 and kind.isdigit() and bool(label)


def _is_word(text: str) -> bool:
    return any(letter.isalpha() for letter in text)
