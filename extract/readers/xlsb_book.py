"""What the cells of an XLSB book refer to: the same as in XLSX, written in records."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from extract.errors import LimitExceeded
from extract.readers.ooxml_package import Package
from extract.readers.styles import Convert, converter
from extract.readers.xlsb_records import records, text_at
from extract.readers.xlsx_book import NO_CELLS, Book, SheetEntry, relations
from extract.readers.xlsx_strings import TEXT_LIMIT

BOOK = "xl/workbook.bin"
SHEET, PROPERTIES, FORMAT, STYLE, STYLES_BEGIN, STYLES_END, STRING = 156, 153, 44, 47, 617, 618, 19
VISIBLE = {0: "visible", 1: "hidden", 2: "veryhidden"}


def book_of(package: Package) -> Book:
    """Read the small parts of a workbook."""
    is_1904 = any(kind == PROPERTIES and data[0] & 1 for kind, data in records(package, BOOK))
    return Book(sheets_of(package), list(strings(package)), tuple(styles(package, is_1904)), is_1904)


def sheets_of(package: Package) -> tuple[SheetEntry, ...]:
    """List the sheets that hold cells."""
    targets = dict(relations(package, BOOK))
    sheets = (entry(data, targets) for kind, data in records(package, BOOK) if kind == SHEET)
    return tuple(sheet for sheet in sheets if not NO_CELLS.search(sheet.part))


def entry(data: bytes, targets: dict[str, str]) -> SheetEntry:
    """Read one line of the list of sheets."""
    key, at = text_at(data, 8)
    visible = VISIBLE.get(int.from_bytes(data[:4], "little"), "visible")
    return SheetEntry(text_at(data, at)[0], targets.get(key, ""), visible)


def strings(package: Package) -> Iterator[str]:
    """Yield the shared strings."""
    left = TEXT_LIMIT
    for kind, data in records(package, "xl/sharedStrings.bin"):
        if kind == STRING:
            text, _ = text_at(data, 1)
            left -= len(text)
            if left < 0:
                raise LimitExceeded(f"the workbook holds more than {TEXT_LIMIT} characters of text")
            yield text


def styles(package: Package, is_1904: bool) -> Iterator[Convert | None]:
    """Yield for each cell style what turns its numbers into cells."""
    formats: dict[int, str] = {}
    are_styles = False
    for kind, data in records(package, "xl/styles.bin"):
        are_styles = kind == STYLES_BEGIN or (are_styles and kind != STYLES_END)
        if kind == FORMAT:
            formats[int.from_bytes(data[:2], "little")] = text_at(data, 2)[0]
        elif kind == STYLE and are_styles:
            (number,) = struct.unpack_from("<H", data, 2)
            yield converter(number, formats.get(number), is_1904)
