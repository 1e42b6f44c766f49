"""The rows of one worksheet as they stream by, in memory for one row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from xml.etree import ElementTree

from extract.model import Cell, Row
from extract.readers.ooxml_package import Package, local
from extract.readers.xlsx_book import Book, text_of

COLUMNS = 16_384
ROWS = 1_048_576


def rows_of(package: Package, part: str, book: Book) -> Iterator[Row]:
    """Yield the rows from the first row of the sheet on, those without cells as empty ones.

    A row numbered before the one it follows, or beyond the last one, stands where it comes: nothing is lost.
    """
    following = 0
    for element in row_elements(package, part):
        number = row_number(element, following)
        yield from ([] for _ in range(number - following))
        yield cells(element, book)
        following = number + 1


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


def row_number(element: ElementTree.Element, following: int) -> int:
    """Read a row's number, counted from 0; rows may leave it out."""
    number = element.get("r", "")
    claimed = int(number) - 1 if number.isdigit() and len(number) < 8 else following
    return claimed if following <= claimed < ROWS else following


def cells(row: ElementTree.Element, book: Book) -> list[Cell]:
    """Read the cells of a row, gaps filled with None."""
    values: list[Cell] = []
    for element in row:
        if local(element) != "c":
            continue
        column = column_number(element.get("r", ""), len(values))
        values.extend([None] * (column + 1 - len(values)))
        values[column] = value(element, book)
    return values


def column_number(reference: str, following: int) -> int:
    """Read the column of a cell, counted from 0; cells may leave it out."""
    letters = re.match(r"[A-Za-z]{1,3}", reference)
    if letters is None:
        return min(following, COLUMNS - 1)
    number = 0
    for letter in letters[0].upper():
        number = number * 26 + ord(letter) - 64
    return min(number, COLUMNS) - 1


def value(element: ElementTree.Element, book: Book) -> Cell:
    """Read a cell by its type; a formula without a stored value gives itself."""
    kind = element.get("t", "n")
    if kind == "inlineStr":
        return next((text_of(child) for child in element if local(child) == "is"), None)
    found = {local(child): child.text for child in element}
    text = found.get("v")
    if text is None:
        return f"={found['f']}" if found.get("f") else None
    if kind == "s":
        return book.strings[int(text)] if text.isdigit() and int(text) < len(book.strings) else None
    if kind == "b":
        return text == "1"
    return number(text, element.get("s", ""), book) if kind == "n" else text


def number(text: str, style: str, book: Book) -> Cell:
    """Read a number, or the date its style makes of it; what is neither is kept as text."""
    try:
        amount = float(text)
    except ValueError:
        return text
    is_date = style.isdigit() and int(style) < len(book.dates) and book.dates[int(style)]
    if not is_date:
        return amount
    try:
        return book.epoch + timedelta(days=amount)
    except OverflowError:
        return amount
