"""What XLSX and XLSB have in common: a package with a list of sheets, and links to other books."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from pathlib import Path

from extract.errors import Damaged, Encrypted
from extract.model import Issue, Part, Place, Source
from extract.readers.ooxml_package import Package
from extract.readers.passwords import ASK
from extract.readers.sheet_items import Sheet, sheet_items
from extract.readers.xlsx_around import external_links
from extract.readers.xlsx_book import Book, SheetEntry

BROKEN = (struct.error, IndexError, ValueError)
"""What bytes cause that are not what a record promises."""


def read_book(
    source: Source,
    path: Path,
    book_of: Callable[[Package], Book],
    opened: Callable[[Package, SheetEntry, Book], Sheet],
) -> Iterator[Part | Issue]:
    """Yield the sheets, and what there is to say of each."""
    with Package(path) as package:
        if any(info.flag_bits & 1 for info in package.parts.values()):
            raise Encrypted("parts of the workbook are protected by a password", ASK)
        try:
            book = book_of(package)
        except BROKEN as error:
            raise Damaged(f"the workbook is damaged: {error}") from error
        if not book.sheets:
            raise Damaged("the workbook is damaged: no sheet can be found in it")
        for number, entry in enumerate(book.sheets, start=1):
            yield from sheet_items(Place(source.sha256, number), opened(package, entry, book))
        yield from external_links(Place(source.sha256, 1), package)
        for damage in dict.fromkeys(package.damaged):
            yield Issue(Place(source.sha256, 1), "damaged", f"read up to the damage: {damage}")
