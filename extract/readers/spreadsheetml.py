"""The XML spreadsheet of Excel 2003: one sheet part per Worksheet, cells at the index they name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from extract.model import Cell, Issue, Part, Row, Source
from extract.readers.contract import Head
from extract.readers.sheets import sheet_part
from extract.readers.xml import local, parse
from extract.text import declared_or_seen

name = "spreadsheetml"
SIGN = b"urn:schemas-microsoft-com:office:spreadsheet"
ATTRIBUTE = "{urn:schemas-microsoft-com:office:spreadsheet}"
MOST = 1 << 20


def claims(head: Head) -> float:
    """Take XML that names Excel's own schema."""
    return 0.9 if head.kind == "xml" and SIGN in head.start else 0.0


def read(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield a part per worksheet."""
    data = path.read_bytes()
    sheets = parse(data, declared_or_seen(data).name).iter("{*}Worksheet")
    for number, sheet in enumerate(sheets, start=1):
        yield sheet_part(source, number, sheet.get(f"{ATTRIBUTE}Name", ""), rows_of(sheet))


def rows_of(sheet: Any) -> Iterator[Row]:
    """Yield rows from the first of the sheet on; rows and cells may skip ahead by an index."""
    number = 0
    for row in sheet.iter("{*}Row"):
        target = index(row, number)
        yield from ([] for _ in range(target - number))
        yield cells(row)
        number = target + 1


def cells(row: Any) -> list[Cell]:
    """Read the cells of a row; a merged cell leaves None behind it."""
    values: list[Cell] = []
    for element in row.iterchildren("{*}Cell"):
        values.extend([None] * (index(element, len(values)) - len(values)))
        values.append(value(element))
        values.extend([None] * min(int(element.get(f"{ATTRIBUTE}MergeAcross", "0")), 1_000))
    return values


def index(element: Any, following: int) -> int:
    """Give the place of a row or cell, counted from 0, never before what was read."""
    named = element.get(f"{ATTRIBUTE}Index", "")
    return max(following, min(int(named) - 1, MOST)) if named.isdigit() else following


def value(cell: Any) -> Cell:
    """Read a cell by its declared type; what does not fit it stays text."""
    data = next((child for child in cell.iterchildren("*") if local(child) == "Data"), None)
    if data is None:
        return None
    text = "".join(data.itertext())
    try:
        return TYPES.get(data.get(f"{ATTRIBUTE}Type", ""), str)(text)
    except ValueError:
        return text


TYPES: dict[str, Callable[[str], Cell]] = {
    "Number": float,
    "DateTime": datetime.fromisoformat,
    "Boolean": lambda text: text == "1",
}
