"""The second reader of XLSX: our own, bounded and streaming, for books that calamine refuses or would drown in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from extract.errors import Damaged
from extract.model import Grid, Issue, Part, PartKind, Place, Source
from extract.readers.xlsx_book import Book, SheetEntry, book_of
from extract.readers.xlsx_package import Package
from extract.readers.xlsx_sheet import column_number, rows_of

DENSE_LIMIT = 30_000_000
SCAN_LIMIT = 64 << 20
CELL = re.compile(rb'<(?:\w+:)?c [^>]*?\br="([A-Za-z]{1,3})(\d{1,7})"')


def read_stream(source: Source, path: Path, why: str) -> Iterator[Part | Issue]:
    """Yield the sheets, and say why this reader was needed."""
    with Package(path) as package:
        book = book_of(package)
        if not book.sheets:
            raise Damaged("the workbook is damaged: no sheet can be found in it")
        yield Issue(Place(source.sha256, 1), "second_reader", why)
        for number, sheet in enumerate(book.sheets, start=1):
            yield sheet_part(Place(source.sha256, number), package, sheet, book)
        for damage in package.damaged:
            yield Issue(Place(source.sha256, 1), "damaged", f"read up to the damage: {damage}")


def sheet_part(place: Place, package: Package, sheet: SheetEntry, book: Book) -> Part:
    """Make a part whose rows are parsed as they are asked for."""
    dialect = {"reader": "stream", "visible": sheet.visible}
    grid = Grid(1, rows_of(package, sheet.part, book), dialect=dialect)
    return Part(place, PartKind.SHEET, name=sheet.name, grids=(grid,), dialect=dialect)


def too_sparse(path: Path) -> bool:
    """Tell a book with a sheet whose few cells span an area that no memory holds, as calamine would try to."""
    with Package(path) as package:
        sheets = [name for name in package.parts if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name)]
        return any(area(package, name) > DENSE_LIMIT for name in sheets if package.size(name) <= SCAN_LIMIT)


def area(package: Package, name: str) -> int:
    """Give the number of cells between the first and the last used one of a sheet."""
    with package.zip.open(package.parts[name]) as part:
        found = CELL.findall(part.read(SCAN_LIMIT))
    if not found:
        return 0
    columns = [column_number(letters.decode(), 0) for letters in {letters for letters, _ in found}]
    rows = [int(row) for _, row in found]
    return (max(columns) - min(columns) + 1) * (max(rows) - min(rows) + 1)
