"""XLS (BIFF5 and BIFF8) by our own reader: values as their number formats mean them, hidden things said."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from extract.errors import Damaged
from extract.model import Issue, Part, Place, Source
from extract.readers.merged import Merged
from extract.readers.ranges import range_name
from extract.readers.sheet_items import Sheet, sheet_items
from extract.readers.sheet_notes import Notes, until_broken
from extract.readers.xls_book import Book, SheetEntry, book_of
from extract.readers.xls_sheet import about, rows_of

STREAMS = ("Workbook", "Book")
BROKEN = (struct.error, IndexError, ValueError, OSError)
"""What bytes cause that are not what a record promises."""


def read_xls(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield the sheets, and what there is to say of each. Raises ReadError, Unsupported for the oldest books."""
    try:
        book = book_of(stream(path))
    except BROKEN as error:
        raise Damaged(f"the workbook is damaged: {error}") from error
    if not book.sheets:
        raise Damaged("the workbook is damaged: no sheet can be found in it")
    for number, entry in enumerate(book.sheets, start=1):
        place = Place(source.sha256, number)
        try:
            sheet = opened(book, entry)
        except BROKEN as error:
            yield Issue(place, "sheet", f"sheet {entry.name!r} is not as it should be: {error}")
            continue
        yield from sheet_items(place, sheet)
    if book.links:
        message = f"formulas refer to {book.links} other workbooks: stored values were read"
        yield Issue(Place(source.sha256, 1), "external_link", message)


def stream(path: Path) -> bytes:
    """Take the book out of its container; the oldest books are bare."""
    import olefile

    if not olefile.isOleFile(str(path)):
        return path.read_bytes()
    with olefile.OleFileIO(str(path)) as container:
        name = next((name for name in STREAMS if container.exists(name)), None)
        if name is None:
            raise Damaged("the workbook is damaged: the stream with its cells is missing")
        return bytes(container.openstream(name).read())


def opened(book: Book, entry: SheetEntry) -> Sheet:
    """Open a sheet; its rows are read as they are asked for."""
    notes = Notes()
    known = about(book, entry.start)
    rows = until_broken(rows_of(book, entry.start, notes, known.is_ordered), BROKEN, notes)
    ranges = [range_name(top, bottom, left, right) for top, bottom, left, right in known.pivots]
    merged = Merged().add_all(known.merged)
    return Sheet("biff", entry.name, entry.visible, rows, notes, known.hidden, ranges, merged)
