"""Workbooks by our own readers, and by python-calamine where those refuse: every sheet, the hidden ones too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from extract.errors import Damaged, Encrypted, ReadError, Unsupported
from extract.model import Box, Cell, Grid, Issue, Part, PartKind, Place, Row, Source
from extract.readers.contract import Head
from extract.readers.ods import read_ods
from extract.readers.passwords import ASK
from extract.readers.xls import read_xls
from extract.readers.xlsb import read_xlsb
from extract.readers.xlsx_stream import read_stream

name = "workbook"
OLE = b"\xd0\xcf\x11\xe0"
KINDS = frozenset(("xlsx", "xls", "xlsb", "ods"))


def claims(head: Head) -> float:
    """Take the spreadsheets of Excel and LibreOffice."""
    return 0.9 if head.kind in KINDS else 0.0


def read(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield a sheet part per worksheet. Raises ReadError."""
    if source.kind != "xlsx":
        yield from first_or_second(source, path)
    elif is_ole(path):
        raise Encrypted("the workbook is protected by a password", ASK)
    else:
        yield from read_stream(source, path)


def first_or_second(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Read with our reader of the format, or, where that cannot, with calamine."""
    try:
        yield from OURS[source.kind](source, path)
    except (Damaged, Unsupported) as refusal:
        book = opened(path)
        yield Issue(Place(source.sha256, 1), "second_reader", f"{refusal}; read by a second reader")
        yield from sheets(source, book)


def is_ole(path: Path) -> bool:
    """Tell the container that an encrypted package is put into."""
    with path.open("rb") as file:
        return file.read(len(OLE)) == OLE


def sheets(source: Source, book: Any) -> Iterator[Part | Issue]:
    """Yield the sheets of an open book; one that calamine cannot read is said."""
    for number, meta in enumerate(book.sheets_metadata, start=1):
        place = Place(source.sha256, number)
        try:
            sheet = book.get_sheet_by_index(number - 1)
        except BaseException as error:  # calamine raises errors of many kinds for one broken sheet
            if not is_failure(error):
                raise
            yield Issue(place, "sheet", f"sheet {meta.name!r} ({kind_of(meta)}) is not as it should be: {error}")
            continue
        yield sheet_part(place, meta, sheet)


def kind_of(meta: Any) -> str:
    """Name what kind of sheet it is: worksheet, chartsheet, macrosheet ..."""
    return str(meta.typ).rpartition(".")[2].lower()


def opened(path: Path) -> Any:
    """Open a workbook; calamine's errors become ours."""
    import python_calamine as calamine

    try:
        return calamine.CalamineWorkbook.from_path(str(path))
    except calamine.PasswordError as error:
        raise Encrypted("the workbook is protected by a password", ASK) from error
    except BaseException as error:
        if not is_failure(error):
            raise
        raise refusal(error) from error


def is_failure(error: BaseException) -> bool:
    """Tell what a file caused from a stop by the user; a panic in calamine's Rust is no Exception."""
    return isinstance(error, Exception) or type(error).__name__ == "PanicException"


def refusal(error: BaseException) -> ReadError:
    """Tell a password from damage by what calamine says."""
    if "password" in str(error).lower() or "encrypt" in str(error).lower():
        return Encrypted("the workbook is protected by a password", ASK)
    return Damaged(f"the workbook is damaged: {error}")


def sheet_part(place: Place, meta: Any, sheet: Any) -> Part:
    """Make a part of a sheet whose used range may start anywhere."""
    dialect = {"reader": "calamine", "visible": str(meta.visible).rpartition(".")[2].lower()}
    if sheet.start is None:
        return Part(place, PartKind.SHEET, name=meta.name, dialect=dialect)
    top, left = sheet.start
    bottom, right = sheet.end
    extent = Place(place.source, place.part, Box(0, 0, right + 1, bottom + 1))
    grid = Grid(1, rows_of(sheet), first_row=top, first_column=left, dialect=dialect)
    return Part(extent, PartKind.SHEET, name=meta.name, grids=(grid,), dialect=dialect)


def rows_of(sheet: Any) -> Iterator[Row]:
    """Yield the rows of the used range, empty cells as None."""
    skip = sheet.start[0] if sheet.start else 0
    for number, row in enumerate(sheet.iter_rows()):
        if number >= skip:
            yield [cell(value) for value in row]


def cell(value: Any) -> Cell:
    """Keep what a cell can be: blanks become None, lengths of time hours, minutes and seconds."""
    if value == "":
        return None
    return clock(value) if isinstance(value, timedelta) else value


def clock(length: timedelta) -> str:
    """Print a length of time as spreadsheets do: 36:00:00."""
    minutes, seconds = divmod(round(length.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"


OURS: dict[str, Callable[[Source, Path], Iterator[Part | Issue]]] = {
    "xls": read_xls,
    "xlsb": read_xlsb,
    "ods": read_ods,
}
"""What our own readers take. They refuse, if at all, before they give anything."""
