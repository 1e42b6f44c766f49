"""The rows of one worksheet of an XLSB book, record by record."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

from extract.model import Cell
from extract.readers.biff_values import ERRORS, double, short
from extract.readers.ooxml_package import Package
from extract.readers.ranges import COLUMNS, range_name
from extract.readers.sheet_notes import Notes
from extract.readers.xlsb_records import records, text_at
from extract.readers.xlsx_around import LAID_OUT, pivot_parts
from extract.readers.xlsx_book import Book
from extract.readers.xlsx_sheet import Numbered

ROW, SHORT, ERROR, FLAG, NUMBER, TEXT, SHARED = 0, 2, 3, 4, 5, 6, 7
FORMULA_TEXT, FORMULA_NUMBER, FORMULA_FLAG, FORMULA_ERROR = 8, 9, 10, 11
COLUMN, CELLS_BEGIN, CELLS_END, MERGED, PIVOT_PLACE = 60, 145, 146, 176, 314
HIDDEN_ROW, HIDDEN_COLUMN = 0x10, 1
_CELL = struct.Struct("<II")


def hidden_columns(package: Package, part: str) -> Iterator[tuple[int, int]]:
    """Yield the first column, counted from 0, and the number of each run of hidden columns."""
    for kind, data in records(package, part):
        if kind == CELLS_BEGIN:
            return
        if kind == COLUMN and data[16] & HIDDEN_COLUMN:
            first, last = _CELL.unpack_from(data)
            yield first, last - first + 1


def merged_cells(package: Package, part: str) -> Iterator[tuple[int, int, int]]:
    """Yield the first row, the last and the first column of each merged cell; they are told behind the rows."""
    if part in package and package.size(part) <= LAID_OUT:
        boxes = (struct.unpack_from("<3I", data) for kind, data in records(package, part) if kind == MERGED)
        yield from boxes


def pivots(package: Package, part: str) -> Iterator[str]:
    """Tell where on a sheet pivot tables stand: they sum up records, and are none."""
    for pivot in pivot_parts(package, part):
        places = (data for kind, data in records(package, pivot) if kind == PIVOT_PLACE)
        yield from (range_name(*struct.unpack_from("<4I", data)) for data in places)


def numbered_rows(package: Package, part: str, book: Book, notes: Notes) -> Iterator[Numbered]:
    """Yield the number that each row claims, counted from 0, and its cells."""
    cells = Cells(book, notes)
    row: list[Cell] | None = None
    for kind, data in records(package, part):
        if kind == ROW:
            if row is not None:
                yield cells.row, row
            row, cells.row = [], int.from_bytes(data[:4], "little")
            if data[11] & HIDDEN_ROW:
                notes.add("hidden_rows", cells.row)
        elif row is not None and kind in cells.read:
            column = min(_CELL.unpack_from(data)[0], COLUMNS - 1)
            row.extend([None] * (column + 1 - len(row)))
            row[column] = cells.read[kind](data, column)
        elif kind == CELLS_END:
            break
    if row is not None:
        yield cells.row, row


class Cells:
    """Reads cells by the type of their record."""

    def __init__(self, book: Book, notes: Notes) -> None:
        self.book = book
        self.notes = notes
        self.row = 0
        self.read: dict[int, Callable[[bytes, int], Cell]] = {
            SHORT: lambda data, column: self.number(data, short(data, 8)),
            ERROR: self.error,
            FORMULA_ERROR: self.error,
            FLAG: lambda data, column: bool(data[8]),
            FORMULA_FLAG: lambda data, column: bool(data[8]),
            NUMBER: lambda data, column: self.number(data, double(data, 8)),
            FORMULA_NUMBER: lambda data, column: self.number(data, double(data, 8)),
            TEXT: lambda data, column: text_at(data, 8)[0] or None,
            FORMULA_TEXT: lambda data, column: text_at(data, 8)[0] or None,
            SHARED: self.shared,
        }

    def number(self, data: bytes, amount: float) -> Cell:
        """Read a number and what its format makes of it."""
        style = _CELL.unpack_from(data)[1] & 0xFFFFFF
        convert = self.book.styles[style] if style < len(self.book.styles) else None
        return amount if convert is None else convert(amount)

    def shared(self, data: bytes, column: int) -> Cell:
        """Read a cell that names a shared string."""
        number = int.from_bytes(data[8:12], "little")
        return self.book.strings[number] or None if number < len(self.book.strings) else None

    def error(self, data: bytes, column: int) -> Cell:
        """Name an error, and note it."""
        self.notes.add("errors", self.row, column)
        return ERRORS.get(data[8], "#ERROR")
