"""XLSB by our own reader: values as their number formats mean them, hidden things said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from extract.model import Issue, Part, Source
from extract.readers.merged import Merged
from extract.readers.ooxml_book import BROKEN, read_book
from extract.readers.ooxml_package import Package
from extract.readers.sheet_items import Sheet
from extract.readers.sheet_notes import Notes, until_broken
from extract.readers.xlsb_book import book_of
from extract.readers.xlsb_sheet import hidden_columns, merged_cells, numbered_rows, pivots
from extract.readers.xlsx_book import Book, SheetEntry
from extract.readers.xlsx_sheet import placed


def read_xlsb(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield the sheets, and what there is to say of each."""
    yield from read_book(source, path, book_of, opened)


def opened(package: Package, entry: SheetEntry, book: Book) -> Sheet:
    """Open a sheet; its rows are read as they are asked for."""
    notes = Notes()
    rows = until_broken(placed(numbered_rows(package, entry.part, book, notes)), BROKEN, notes)
    hidden = list(until_broken(hidden_columns(package, entry.part), BROKEN, notes))
    ranges = list(until_broken(pivots(package, entry.part), BROKEN, notes))
    merged = Merged().add_all(list(until_broken(merged_cells(package, entry.part), BROKEN, notes)))
    return Sheet("records", entry.name, entry.visible, rows, notes, hidden, ranges, merged)
