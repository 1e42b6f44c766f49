"""XLSX by our own reader, bounded and streaming: values as their number formats mean them, hidden things said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from extract.model import Issue, Part, Row, RowBlocks, Source
from extract.readers.ooxml_book import read_book
from extract.readers.ooxml_package import Package
from extract.readers.ooxml_pieces import Unusual
from extract.readers.sheet_items import Sheet
from extract.readers.sheet_notes import Notes
from extract.readers.xlsx_around import hidden_columns, merged_cells, pivots
from extract.readers.xlsx_book import Book, SheetEntry, book_of
from extract.readers.xlsx_quick import QuickRows
from extract.readers.xlsx_sheet import in_blocks, parsed_rows, placed


def read_stream(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield the sheets, and what there is to say of each."""
    yield from read_book(source, path, book_of, opened)


def opened(package: Package, entry: SheetEntry, book: Book) -> Sheet:
    """Open a sheet; its rows are read as they are asked for."""
    notes = Notes()
    rows = SheetRows(package, entry.part, book, notes)
    hidden, ranges = list(hidden_columns(package, entry.part)), list(pivots(package, entry.part))
    return Sheet("stream", entry.name, entry.visible, rows, notes, hidden, ranges, merged_cells(package, entry.part))


@dataclass(frozen=True, slots=True)
class SheetRows(RowBlocks):
    """Rows that are cut out as text as long as that is safe; the rest is read by a parser."""

    package: Package
    part: str
    book: Book
    notes: Notes

    def blocks(self) -> Iterator[Sequence[Row]]:
        """Give the rows many at a time."""
        done = 0
        try:
            for block in QuickRows(self.package, self.part, self.book, self.notes).blocks():
                yield block
                done += len(block)
        except Unusual:
            self.notes.tallies.clear()
            rows = placed(parsed_rows(self.package, self.part, self.book, self.notes))
            yield from in_blocks(islice(rows, done, None))
