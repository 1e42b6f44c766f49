"""XLSX by our own reader, bounded and streaming: values as their number formats mean them, hidden things said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from extract.errors import Damaged, Encrypted
from extract.model import Grid, Issue, Part, PartKind, Place, Row, Source
from extract.readers.ooxml_package import Package
from extract.readers.ooxml_pieces import or_parsed
from extract.readers.passwords import ASK
from extract.readers.sheet_notes import Notes, hidden_columns_issue, hidden_sheet
from extract.readers.xlsx_around import external_links, hidden_columns, pivots
from extract.readers.xlsx_book import Book, SheetEntry, book_of
from extract.readers.xlsx_quick import quick_rows
from extract.readers.xlsx_sheet import parsed_rows, placed


def read_stream(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield the sheets, and what there is to say of each."""
    with Package(path) as package:
        if any(info.flag_bits & 1 for info in package.parts.values()):
            raise Encrypted("parts of the workbook are protected by a password", ASK)
        book = book_of(package)
        if not book.sheets:
            raise Damaged("the workbook is damaged: no sheet can be found in it")
        for number, sheet in enumerate(book.sheets, start=1):
            yield from read_sheet(Place(source.sha256, number), package, sheet, book)
        yield from external_links(Place(source.sha256, 1), package)
        for damage in dict.fromkeys(package.damaged):
            yield Issue(Place(source.sha256, 1), "damaged", f"read up to the damage: {damage}")


def read_sheet(place: Place, package: Package, sheet: SheetEntry, book: Book) -> Iterator[Part | Issue]:
    """Yield a part whose rows are read as they are asked for, then what was noted of them."""
    notes = Notes()
    hidden = list(hidden_columns(package, sheet.part))
    dialect = dialect_of(sheet, hidden, pivots(package, sheet.part))
    rows = rows_of(package, sheet.part, book, notes)
    first = next(rows, None)
    grids = () if first is None else (Grid(1, chain((first,), rows), dialect=dialect),)
    yield Part(place, PartKind.SHEET, name=sheet.name, grids=grids, dialect=dialect)
    yield from hidden_sheet(place, sheet.name, sheet.visible)
    yield from hidden_columns_issue(place, hidden)
    yield from notes.issues(place)


def dialect_of(sheet: SheetEntry, hidden: Sequence[tuple[int, int]], pivots: Mapping[str, str]) -> dict[str, str]:
    """Describe how a sheet was read, and what is odd about it."""
    columns = {"hidden_columns": str(sum(count for _, count in hidden))} if hidden else {}
    return {"reader": "stream", "visible": sheet.visible, **columns, **pivots}


def rows_of(package: Package, part: str, book: Book, notes: Notes) -> Iterator[Row]:
    """Give rows as text as long as that is safe, the rest by a parser."""

    def parsed() -> Iterator[Row]:
        notes.tallies.clear()
        return placed(parsed_rows(package, part, book, notes))

    return or_parsed(placed(quick_rows(package, part, book, notes)), parsed)
