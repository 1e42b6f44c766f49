"""The rows of one worksheet as they stream by, in memory for one row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from xml.etree import ElementTree

from extract.model import Cell, Row
from extract.readers.ooxml_package import Package, local
from extract.readers.ranges import ROWS
from extract.readers.sheet_notes import Notes
from extract.readers.xlsx_book import Book
from extract.readers.xlsx_cells import CANNOT, Cells
from extract.readers.xlsx_layout import column_at
from extract.readers.xlsx_strings import text_of, unescaped_by_excel

YES = ("1", "true")
BLOCK = 1_000

Numbered = tuple[int | None, Row]
"""The number that a row claims, counted from 0, and its cells."""


@dataclass
class Places:
    """Where the rows of a sheet stand. ``following``: the number of the next row, counted from 0."""

    following: int = 0

    def placed(self, rows: Iterable[Numbered]) -> Iterator[Row]:
        """Yield the rows from the following one on, those without cells as empty ones.

        A row numbered before the one it follows, or beyond the last one, stands where it comes: nothing is lost.
        """
        for claimed, row in rows:
            while claimed is not None and self.following < claimed < ROWS:
                yield []
                self.following += 1
            yield row
            self.following += 1


def placed(rows: Iterable[Numbered]) -> Iterator[Row]:
    """Yield the rows from the first row of the sheet on."""
    return Places().placed(rows)


def in_blocks(rows: Iterator[Row]) -> Iterator[Sequence[Row]]:
    """Yield rows many at a time."""
    while block := list(islice(rows, BLOCK)):
        yield block


def parsed_rows(package: Package, part: str, book: Book, notes: Notes) -> Iterator[Numbered]:
    """Yield the rows of a sheet by a parser, whatever way it is written."""
    cells = Cells(book, unescaped_by_excel)
    for element in row_elements(package, part):
        number = row_number(element)
        if element.get("hidden") in YES:
            notes.add("hidden_rows", number or 0)
        yield number, parsed_row(element, cells, notes, number or 0)


def row_elements(package: Package, part: str) -> Iterator[ElementTree.Element]:
    """Yield the row elements, each forgotten after use."""
    data: ElementTree.Element | None = None
    for event, element in package.events(part, "start", "end"):
        if event == "start":
            data = element if local(element) == "sheetData" else data
        elif local(element) == "row":
            yield element
            if data is not None:
                data.clear()


def row_number(element: ElementTree.Element) -> int | None:
    """Read a row's number, counted from 0; rows may leave it out."""
    number = element.get("r", "")
    return int(number) - 1 if number.isdigit() and len(number) < 8 else None


def parsed_row(row: ElementTree.Element, cells: Cells, notes: Notes, number: int) -> Row:
    """Read the cells of a row, gaps filled with None. Of two cells at one place both are kept, the second behind."""
    values: list[Cell] = []
    for element in row:
        if local(element) != "c":
            continue
        column = column_at(element.get("r", ""), len(values))
        values.extend([None] * (column + 1 - len(values)))
        if values[column] is not None:
            column = len(values)
            values.append(None)
        values[column] = value(element, cells, notes, (number, column))
    return values


def value(element: ElementTree.Element, cells: Cells, notes: Notes, place: tuple[int, int]) -> Cell:
    """Read a cell by its type; a formula without a stored value gives itself, what is of no type its text."""
    kind = element.get("t", "n")
    if kind == "inlineStr":
        return next((text_of(child) or None for child in element if local(child) == "is"), None)
    found = {local(child): child.text for child in element}
    text = found.get("v")
    if not text:
        if "f" not in found or kind == "str":
            return None
        notes.add("bare_formulas", *place)
        return f"={found['f']}" if found["f"] else None
    if kind == "e":
        notes.add("errors", *place)
    try:
        return cells.read(kind, element.get("s", ""))(text)
    except CANNOT:
        return text if kind != "s" else None
