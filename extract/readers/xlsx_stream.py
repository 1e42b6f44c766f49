"""The second reader of XLSX: our own, bounded and streaming, for books that calamine refuses or would drown in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from extract.errors import Damaged
from extract.model import Grid, Issue, Part, PartKind, Place, Source
from extract.readers.ooxml_package import Package
from extract.readers.xlsx_book import Book, SheetEntry, book_of
from extract.readers.xlsx_sheet import rows_of


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


def read_sheet(place: Place, path: Path, name: str) -> Iterator[Part]:
    """Yield the one sheet of that name."""
    with Package(path) as package:
        book = book_of(package)
        yield from (sheet_part(place, package, sheet, book) for sheet in book.sheets if sheet.name == name)


def sheet_part(place: Place, package: Package, sheet: SheetEntry, book: Book) -> Part:
    """Make a part whose rows are parsed as they are asked for."""
    dialect = {"reader": "stream", "visible": sheet.visible}
    grid = Grid(1, rows_of(package, sheet.part, book), dialect=dialect)
    return Part(place, PartKind.SHEET, name=sheet.name, grids=(grid,), dialect=dialect)
