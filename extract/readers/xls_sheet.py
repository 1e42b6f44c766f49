"""The cells of one sheet of an XLS book, record by record."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from extract.model import Cell, Row
from extract.readers.biff_values import ERRORS, double, short
from extract.readers.sheet_notes import Notes
from extract.readers.xls_book import Book
from extract.readers.xls_records import substream

LABEL, RICH_LABEL, SHARED, NUMBER, SHORT, SHORTS, FLAG = 0x204, 0xD6, 0xFD, 0x203, 0x27E, 0xBD, 0x205
FORMULA, FORMULA_TEXT, ROW, COLUMNS, PIVOT, MERGED = 0x06, 0x207, 0x208, 0x7D, 0xB0, 0xE5
CELLS = frozenset((LABEL, RICH_LABEL, SHARED, NUMBER, SHORT, SHORTS, FLAG, FORMULA))
HIDDEN_ROW, HIDDEN_COLUMNS = 0x20, 1
EMPTY = 3

Found = tuple[int, int, Cell]
"""Row, column, value."""

_CELL = struct.Struct("<HHH")
_BOX = struct.Struct("<HHHH")


@dataclass(frozen=True, slots=True)
class About:
    """What is to be known before the rows: hidden columns (first, how many), pivot tables (rows, columns).

    Of a merged cell: its first row, its last, its first column.
    """

    hidden: list[tuple[int, int]]
    pivots: list[tuple[int, int, int, int]]
    merged: list[tuple[int, int, int]]
    is_ordered: bool


def about(book: Book, start: int) -> About:
    """Look through a sheet once."""
    hidden, pivots, rows = [], [], []
    merged: list[tuple[int, int, int]] = []
    for kind, at, length in substream(book.data, start):
        if kind in CELLS:
            rows.append(_CELL.unpack_from(book.data, at)[0])
        elif kind == COLUMNS and book.data[at + 8] & HIDDEN_COLUMNS:
            first, last, *_ = _CELL.unpack_from(book.data, at)
            hidden.append((first, last - first + 1))
        elif kind == PIVOT:
            pivots.append(_BOX.unpack_from(book.data, at))
        elif kind == MERGED:
            boxes = _BOX.iter_unpack(book.data[at + 2 : at + length - (length - 2) % _BOX.size])
            merged.extend((top, bottom, left) for top, bottom, left, _ in boxes)
    return About(hidden, pivots, merged, rows == sorted(rows))


def rows_of(book: Book, start: int, notes: Notes, is_ordered: bool) -> Iterator[Row]:
    """Yield the rows from the first of the sheet on, those without cells as empty ones."""
    cells = Sheet(book, start, notes).cells()
    following = 0
    for number, found in groupby(cells if is_ordered else sorted(cells, key=itemgetter(0)), itemgetter(0)):
        yield from ([] for _ in range(number - following))
        yield row_of(found)
        following = number + 1


def row_of(found: Iterator[Found]) -> Row:
    """Put the cells of a row into their columns."""
    values: list[Cell] = []
    for _, column, value in found:
        values.extend([None] * (column + 1 - len(values)))
        values[column] = value
    return values


class Sheet:
    """Reads the records of a sheet. A formula's text stands in the record behind it.

    A formula whose value is empty may be just that; where all of a sheet are, nobody has worked them out.
    """

    def __init__(self, book: Book, start: int, notes: Notes) -> None:
        self.book = book
        self.data = book.data
        self.start = start
        self.notes = notes
        self.awaited: tuple[int, int] | None = None
        self.empty = Notes()
        self.is_worked_out = False
        self.read: dict[int, Callable[[int, int, int], Cell]] = {
            LABEL: lambda at, row, column: book.text.long(self.data, at + 6) or None,
            RICH_LABEL: lambda at, row, column: book.text.long(self.data, at + 6) or None,
            SHARED: self.shared,
            NUMBER: lambda at, row, column: self.number(at, double(self.data, at + 6)),
            SHORT: lambda at, row, column: self.number(at, short(self.data, at + 6)),
            FLAG: self.flag,
            FORMULA: self.formula,
        }

    def cells(self) -> Iterator[Found]:
        """Yield the cells that hold something."""
        for kind, at, length in substream(self.data, self.start):
            if kind in self.read:
                row, column, _ = _CELL.unpack_from(self.data, at)
                yield row, column, self.read[kind](at, row, column)
            elif kind == SHORTS:
                yield from self.shorts(at, length)
            elif kind == FORMULA_TEXT and self.awaited:
                yield (*self.awaited, self.book.text.long(self.data, at) or None)
                self.awaited = None
            elif kind == ROW and self.data[at + 12] & HIDDEN_ROW:
                self.notes.add("hidden_rows", _CELL.unpack_from(self.data, at)[0])
        if not self.is_worked_out:
            self.notes.tallies.update(self.empty.tallies)

    def shared(self, at: int, row: int, column: int) -> Cell:
        """Read a cell that names a shared string."""
        number = int.from_bytes(self.data[at + 6 : at + 10], "little")
        return self.book.strings[number] or None if number < len(self.book.strings) else None

    def number(self, at: int, amount: float, style_at: int = 4) -> Cell:
        """Read a number and what its format makes of it."""
        style = int.from_bytes(self.data[at + style_at : at + style_at + 2], "little")
        convert = self.book.styles[style] if style < len(self.book.styles) else None
        return amount if convert is None else convert(amount)

    def shorts(self, at: int, length: int) -> Iterator[Found]:
        """Read several short numbers that stand side by side."""
        row, first = struct.unpack_from("<HH", self.data, at)
        for offset in range((length - 6) // 6):
            place = at + 4 + 6 * offset
            yield row, first + offset, self.number(place, short(self.data, place + 2), style_at=0)

    def flag(self, at: int, row: int, column: int) -> Cell:
        """Read a boolean or an error."""
        value, is_error = self.data[at + 6], self.data[at + 7]
        return self.error(value, row, column) if is_error else bool(value)

    def error(self, value: int, row: int, column: int) -> str:
        """Name an error, and note it."""
        self.notes.add("errors", row, column)
        return ERRORS.get(value, "#ERROR")

    def formula(self, at: int, row: int, column: int) -> Cell:
        """Read the stored value of a formula."""
        result = self.data[at + 6 : at + 14]
        self.is_worked_out |= result[6:] != b"\xff\xff" or result[0] != EMPTY
        if result[6:] != b"\xff\xff":
            return self.number(at, double(result, 0))
        if result[0] == 0:
            self.awaited = row, column
        elif result[0] == 1:
            return bool(result[2])
        elif result[0] == 2:
            return self.error(result[2], row, column)
        else:
            self.empty.add("bare_formulas", row, column)
        return None
