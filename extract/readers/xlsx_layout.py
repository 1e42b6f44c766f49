"""How the cells of a row are laid out. Rows of an export are laid out alike: it is worked out once for all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from extract.model import Cell, Row
from extract.readers.ooxml_pieces import Unusual
from extract.readers.ranges import COLUMNS, column_number
from extract.readers.xlsx_cells import Cells, Read

REFERENCE = re.compile(r"[A-Za-z]{1,3}")
OPENED = r'<c(?: r="(?P<column{0}>[A-Z]{{1,3}})\d*")?(?P<attributes{0}>(?: (?:s|t|cm|vm|ph)="\w*")*)'
TAG = re.compile(
    rf"\s*(?:(?P<closes></c>)|{OPENED.format('')}\s*(?:(?P<empty>/>)|>\s*(?P<formula><f/>)?\s*(?P<value><v>)?))\s*"
)
ATTRIBUTE = re.compile(r'(\w+)="(\w*)"')


@dataclass(frozen=True, slots=True)
class Layout:
    """What reads each value of a row, and what puts them into place. ``errors``: columns that hold an error."""

    reads: Sequence[Read]
    place: Callable[[Sequence[Cell]], Sequence[Cell]] | None
    errors: tuple[int, ...]

    def row(self, texts: Sequence[str]) -> Row:
        """Make a row of the texts of its values."""
        values = [read(text) for read, text in zip(self.reads, texts, strict=True)]
        if self.place is None:
            return values
        values.append(None)
        return self.place(values)


def layout_of(tags: str, cells: Cells) -> Layout:
    """Work out a layout from a row's tags, its values taken out. Raises Unusual for tags this cannot answer for."""
    reads: list[Read] = []
    columns: list[int] = []
    errors: list[int] = []
    following = at = 0
    while at < len(tags):
        tag = TAG.match(tags, at)
        if tag is None:
            raise Unusual
        at = tag.end()
        if tag["closes"]:
            continue
        column = column_at(tag["column"] or "", following)
        following = column + 1
        if tag["formula"] and not tag["value"]:
            raise Unusual
        if tag["value"]:
            said = dict(ATTRIBUTE.findall(tag["attributes"]))
            reads.append(cells.read(said.get("t", "n"), said.get("s", "")))
            columns.append(column)
            errors.extend([column] if said.get("t") == "e" else [])
    if columns != sorted(set(columns)):
        raise Unusual
    return Layout(tuple(reads), placing(columns, following), tuple(errors))


def placing(columns: Sequence[int], width: int) -> Callable[[Sequence[Cell]], Sequence[Cell]] | None:
    """Give what puts values, with a None behind them, into their columns; None where they stand there already."""
    if len(columns) == width:
        return None
    order = [-1] * max(width, 2)
    for at, column in enumerate(columns):
        order[column] = at
    return itemgetter(*order)


def column_at(reference: str, following: int) -> int:
    """Read the column of a cell, counted from 0; cells may leave it out."""
    letters = REFERENCE.match(reference)
    return min(following, COLUMNS - 1) if letters is None else min(column_number(letters[0]), COLUMNS - 1)
