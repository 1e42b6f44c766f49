"""XLSX by our own reader, bounded and streaming: values as their number formats mean them, hidden things said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from extract.model import Issue, Part, Row, Source
from extract.readers.ooxml_book import read_book
from extract.readers.ooxml_package import Package
from extract.readers.ooxml_pieces import or_parsed
from extract.readers.sheet_items import Sheet
from extract.readers.sheet_notes import Notes
from extract.readers.xlsx_around import hidden_columns, merged_cells, pivots
from extract.readers.xlsx_book import Book, SheetEntry, book_of
from extract.readers.xlsx_quick import quick_rows
from extract.readers.xlsx_sheet import parsed_rows, placed


def read_stream(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield the sheets, and what there is to say of each."""
    yield from read_book(source, path, book_of, opened)


def opened(package: Package, entry: SheetEntry, book: Book) -> Sheet:
    """Open a sheet; its rows are read as they are asked for."""
    notes = Notes()
    rows = rows_of(package, entry.part, book, notes)
    hidden, ranges = list(hidden_columns(package, entry.part)), list(pivots(package, entry.part))
    return Sheet("stream", entry.name, entry.visible, rows, notes, hidden, ranges, merged_cells(package, entry.part))


def rows_of(package: Package, part: str, book: Book, notes: Notes) -> Iterator[Row]:
    """Give rows as text as long as that is safe, the rest by a parser."""

    def parsed() -> Iterator[Row]:
        notes.tallies.clear()
        return placed(parsed_rows(package, part, book, notes))

    return or_parsed(placed(quick_rows(package, part, book, notes)), parsed)
