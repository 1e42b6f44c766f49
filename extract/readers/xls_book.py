"""What the cells of an XLS book refer to: its sheets, shared strings, what number formats make of numbers."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from extract.errors import Encrypted, Unsupported
from extract.readers.passwords import ASK
from extract.readers.styles import Convert, converter
from extract.readers.xls_password import PASSWORD, unmixed
from extract.readers.xls_records import BIFF8, BOF, CONTINUE, EOF, Record, Shared, Strings, code_page, records

SHEET, SHARED, FORMAT, STYLE, DATES, PAGE, LINK = 0x85, 0xFC, 0x41E, 0xE0, 0x22, 0x42, 0x1AE
BIFF5 = 0x500
VISIBLE = ("visible", "hidden", "veryhidden")
NO_CELLS = (2, 6)
OWN_LINKS = (b"\x01\x04", b"\x01\x3a")


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A sheet as the book lists it, and where in the stream it begins."""

    name: str
    start: int
    visible: str


@dataclass(frozen=True, slots=True)
class Book:
    """All that is needed to read a cell. ``styles``: what turns a number of each style into a cell, if anything."""

    data: bytes
    text: Strings
    sheets: tuple[SheetEntry, ...]
    strings: list[str]
    styles: tuple[Convert | None, ...]
    links: int


def book_of(data: bytes) -> Book:
    """Read the part of the stream that belongs to all sheets. Raises Unsupported for books older than Excel 5."""
    version = struct.unpack_from("<H", data, 4)[0] if data[:2] == BOF.to_bytes(2, "little") else 0
    if version < BIFF5:
        raise Unsupported("a workbook older than Excel 5")
    data = opened(data, version)
    found = list(own_records(data))
    encoding = next((code_page(number(data, at)) for kind, at, _ in found if kind == PAGE), "cp1252")
    text = Strings(version, encoding)
    is_1904 = any(kind == DATES and number(data, at) == 1 for kind, at, _ in found)
    return Book(
        data,
        text,
        tuple(sheet for kind, at, _ in found if kind == SHEET for sheet in entry(data, at, text)),
        list(Shared(list(shared_pieces(data, found))).strings()),
        tuple(styles(data, found, text, is_1904)),
        sum(kind == LINK and data[at + 2 : at + 4] not in OWN_LINKS for kind, at, _ in found),
    )


def opened(data: bytes, version: int) -> bytes:
    """Undo the password of a book of Excel 5. Raises Encrypted where none fits, and for later books."""
    place = next((at for kind, at, _ in own_records(data) if kind == PASSWORD), None)
    if place is None:
        return data
    clear = unmixed(data, place) if version < BIFF8 else None
    if clear is None:
        raise Encrypted("the workbook is protected by a password", ASK)
    return clear


def own_records(data: bytes) -> Iterator[Record]:
    """Yield the records before the first sheet."""
    for record in records(data):
        if record[0] == EOF:
            return
        yield record


def number(data: bytes, at: int) -> int:
    """Read two bytes."""
    return int.from_bytes(data[at : at + 2], "little")


def entry(data: bytes, at: int, text: Strings) -> Iterator[SheetEntry]:
    """Read one line of the list of sheets; charts and modules hold no cells."""
    start, visible, kind = struct.unpack_from("<IBB", data, at)
    if kind not in NO_CELLS:
        yield SheetEntry(text.short(data, at + 6), start, VISIBLE[visible & 3] if visible & 3 < 3 else "visible")


def shared_pieces(data: bytes, found: list[Record]) -> Iterator[bytes]:
    """Yield the record of shared strings and those that continue it."""
    inside = False
    for kind, at, length in found:
        inside = kind == SHARED or (inside and kind == CONTINUE)
        if inside:
            yield data[at : at + length]


def styles(data: bytes, found: list[Record], text: Strings, is_1904: bool) -> Iterator[Convert | None]:
    """Yield for each cell style what turns its numbers into cells."""
    read = text.long if text.is_unicode else text.short
    formats = {number(data, at): read(data, at + 2) for kind, at, _ in found if kind == FORMAT}
    numbers = (number(data, at + 2) for kind, at, _ in found if kind == STYLE)
    yield from (converter(one, formats.get(one), is_1904) for one in numbers)
