"""ODS by our own reader, row by row: values by their declared type, codes with their zeros, hidden things said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from extract.errors import Damaged, Encrypted
from extract.model import Cell, Issue, Part, Place, Row, Source
from extract.readers.cell_values import share
from extract.readers.merged import Merged
from extract.readers.ooxml_package import Package, local
from extract.readers.passwords import ASK
from extract.readers.ranges import COLUMNS, ROWS
from extract.readers.sheet_items import Sheet, sheet_items
from extract.readers.sheet_notes import Notes

CONTENT = "content.xml"
MANIFEST = "META-INF/manifest.xml"
MOST_CELLS = 30_000_000
"""Cells that are said to repeat; no sheet that people fill holds more."""
HIDDEN = ("collapse", "filter")
TIME = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
CODE = re.compile(r"0[\d .-]*\d")


def read_ods(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield the sheets, and what there is to say of each."""
    number = 0
    with Package(path) as package:
        if any(local(element) == "encryption-data" for _, element in package.events(MANIFEST, "start")):
            raise Encrypted("the workbook is protected by a password", ASK)
        book = Book(package)
        for number, table in enumerate(book.tables(), start=1):
            place = Place(source.sha256, number)
            rows = book.rows()
            name, visible = attribute(table, "name"), book.visible(table)
            yield from sheet_items(place, Sheet("ods", name, visible, rows, book.notes, merged=book.merged))
            for _ in rows:  # what nobody asked for must go by before the next sheet
                pass
        if number == 0:
            raise Damaged("the workbook is damaged: no sheet can be found in it")
        for damage in package.damaged:
            yield Issue(Place(source.sha256, number), "damaged", f"read up to the damage: {damage}")


class Book:
    """A book whose elements flow by, sheet after sheet."""

    def __init__(self, package: Package) -> None:
        self.events = package.events(CONTENT, "start", "end")
        self.hidden_styles: set[str] = set()
        self.notes = Notes()
        self.merged = Merged()
        self.cells_left = MOST_CELLS
        self.table: Any = None

    def tables(self) -> Iterator[Any]:
        """Yield the tables as they begin."""
        for event, element in self.events:
            if event == "start" and local(element) == "table":
                self.notes, self.merged, self.table = Notes(), Merged(), element
                yield element
            elif event == "end" and local(element) == "style":
                shown = {attribute(one, "display") for one in element if local(one) == "table-properties"}
                self.hidden_styles |= {attribute(element, "name")} if "false" in shown else set()

    def visible(self, table: Any) -> str:
        """Tell whether a table is shown."""
        return "hidden" if attribute(table, "style-name") in self.hidden_styles else "visible"

    def rows(self) -> Iterator[Row]:
        """Yield the rows of the table that has begun; blank ones only where others follow."""
        number = blank = column = 0
        for event, element in self.events:
            kind = local(element)
            if event == "start":
                continue
            if kind == "table":
                return
            if kind == "table-column":
                column += self.column(element, column)
            elif kind == "table-row":
                row, times = self.row(element, number), min(repeated(element, "rows"), ROWS - number)
                self.table.clear()
                if not row:
                    blank += times
                else:
                    yield from ([] for _ in range(blank))
                    blank = 0
                    yield from (row for _ in range(self.allowed(len(row), times)))
                number += times

    def column(self, element: Any, first: int) -> int:
        """Count the columns of an element, and note hidden ones."""
        count = min(repeated(element, "columns"), COLUMNS)
        if attribute(element, "visibility") in HIDDEN and first + count < COLUMNS:
            self.notes.add("hidden_columns", 0, first, count)
        return count

    def allowed(self, width: int, times: int) -> int:
        """Tell how often a row may repeat; what is too much is said."""
        most = max(1, self.cells_left // max(width, 1))
        self.cells_left -= min(times, most) * width
        if times > most:
            self.notes.damage = f"a row is said to repeat {times} times; {most} are read"
        return min(times, most)

    def row(self, element: Any, number: int) -> Row:
        """Read the cells of a row, without the blank ones at its end."""
        if attribute(element, "visibility") in HIDDEN:
            self.notes.add("hidden_rows", number)
        values: list[Cell] = []
        blank = 0
        for cell in element:
            if local(cell) not in ("table-cell", "covered-table-cell"):
                continue
            value = self.value(cell, number, len(values) + blank)
            self.merged.add(number, number + spanned_rows(cell) - 1, len(values) + blank)
            times = min(repeated(cell, "columns"), COLUMNS - len(values) - blank)
            if value is None:
                blank += times
            else:
                values.extend([*[None] * blank, *[value] * times])
                blank = 0
        return values

    def value(self, cell: Any, row: int, column: int) -> Cell:
        """Read a cell by its declared type."""
        kind, text, formula = attribute(cell, "value-type"), text_of(cell), attribute(cell, "formula")
        if "'file:" in formula:
            self.notes.add("links", row, column)
        if kind in ("float", "currency", "percentage"):
            return number_of(attribute(cell, "value"), text, kind == "percentage")
        if kind == "boolean":
            return attribute(cell, "boolean-value") == "true"
        if kind == "date":
            return moment_of(attribute(cell, "date-value"))
        if kind == "time":
            return clock_of(attribute(cell, "time-value"))
        if formula and not kind and not text:
            self.notes.add("bare_formulas", row, column)
            return formula.partition(":")[2] or formula
        if formula and text.startswith(("#", "Err:")):
            self.notes.add("errors", row, column)
        return text or None


def attribute(element: Any, name: str) -> str:
    """Give an attribute whatever its namespace; empty where it is missing."""
    return next((str(said) for key, said in element.attrib.items() if key.rpartition("}")[2] == name), "")


def repeated(element: Any, what: str) -> int:
    """Tell how often an element stands."""
    said = attribute(element, f"number-{what}-repeated")
    return max(1, int(said)) if said.isdigit() and len(said) < 12 else 1


def spanned_rows(cell: Any) -> int:
    """Tell how many rows a cell stands over."""
    said = attribute(cell, "number-rows-spanned")
    return max(1, min(int(said), ROWS)) if said.isdigit() and len(said) < 12 else 1


def text_of(cell: Any) -> str:
    """Join the paragraphs of a cell; notes beside it are not its text."""
    return "\n".join(written(one) for one in cell if local(one) == "p")


def written(element: Any) -> str:
    """Give the text of a paragraph, with the blanks that are written as elements."""
    blanks = {"s": " " * repeated_blanks(element), "tab": "\t", "line-break": "\n"}
    inside = (written(one) + (one.tail or "") for one in element if local(one) != "annotation")
    return blanks.get(local(element), "") + (element.text or "") + "".join(inside)


def repeated_blanks(element: Any) -> int:
    """Tell how many blanks an element stands for."""
    said = attribute(element, "c")
    return min(int(said), 1_000) if said.isdigit() else 1


def number_of(said: str, text: str, is_share: bool) -> Cell:
    """Read a number: a share in percent, a code where the sheet shows zeros before it."""
    try:
        amount = float(said)
    except ValueError:
        return text or said or None
    if is_share:
        return share(amount)
    digits = re.sub(r"\D", "", text)
    return text if CODE.fullmatch(text) and "." not in said and int(digits) == amount else amount


def moment_of(said: str) -> Cell:
    """Read a date, with its time if there is one."""
    try:
        at = datetime.fromisoformat(said)
    except ValueError:
        return said or None
    return at if "T" in said and at != at.replace(hour=0, minute=0, second=0, microsecond=0) else at.date()


def clock_of(said: str) -> Cell:
    """Print a length of time as spreadsheets do: 36:00:00."""
    found = TIME.fullmatch(said)
    return f"{int(found[1])}:{found[2]}:{found[3]}" if found else said or None
