"""The XML spreadsheet of Excel 2003: one sheet part per Worksheet, cells at the index they name, row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from extract.errors import Damaged
from extract.model import Cell, Issue, Part, Place, Row, Source
from extract.readers.contract import Head
from extract.readers.merged import Merged
from extract.readers.sheet_items import Sheet, sheet_items
from extract.readers.sheet_notes import Notes, until_broken
from extract.readers.styles import Convert, converter
from extract.readers.xml import local
from extract.readers.xml_stream import elements, forget

name = "spreadsheetml"
SIGN = b"urn:schemas-microsoft-com:office:spreadsheet"
ATTRIBUTE = "{urn:schemas-microsoft-com:office:spreadsheet}"
READ = ("Style", "Worksheet", "Column", "Row", "Visible")
MOST = 1 << 20
MOST_MERGED = 1_000
NAMED = {"Percent": "0.00%"}
VISIBLE = {"SheetHidden": "hidden", "SheetVeryHidden": "veryhidden"}

Event = tuple[str, Any]


def claims(head: Head) -> float:
    """Take XML that names Excel's own schema."""
    return 0.9 if head.kind == "xml" and SIGN in head.start else 0.0


def read(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield a part per worksheet, and what there is to say of it."""
    from lxml import etree

    book = Book(elements(path, *READ))
    number = 0
    try:
        for number, sheet in enumerate(book.sheets(), start=1):
            place = Place(source.sha256, number)
            rows = until_broken(book.rows(), (etree.LxmlError,), book.notes)
            yield from sheet_items(
                place, Sheet(name, attribute(sheet, "Name"), "visible", rows, book.notes, merged=book.merged)
            )
            for _ in rows:  # what nobody asked for must go by before the next sheet
                pass
            yield from book.said_behind(place, attribute(sheet, "Name"))
    except etree.LxmlError as error:
        if number == 0:
            raise Damaged(f"not readable as XML: {error}") from error
        yield Issue(Place(source.sha256, number), "damaged", f"read up to the damage: {error}")
    if number == 0:
        raise Damaged("the workbook is damaged: no sheet can be found in it")


@dataclass(slots=True)
class Book:
    """A book whose elements flow by, sheet after sheet."""

    events: Iterator[Event]
    styles: dict[str, Convert] = field(default_factory=dict)
    notes: Notes = field(default_factory=Notes)
    merged: Merged = field(default_factory=Merged)
    visible: str = "visible"

    def sheets(self) -> Iterator[Any]:
        """Yield the worksheets as they begin."""
        for event, element in self.events:
            if event == "start" and local(element) == "Worksheet":
                self.notes, self.merged, self.visible = Notes(), Merged(), "visible"
                yield element
            elif event == "end" and local(element) == "Style":
                self.add_style(element)

    def add_style(self, style: Any) -> None:
        """Note what a style makes of numbers."""
        code = next((attribute(one, "Format") for one in style.iterchildren("{*}NumberFormat")), "")
        convert = converter(-1, NAMED.get(code, code), is_1904=False)
        if convert is not None:
            self.styles[attribute(style, "ID")] = convert

    def rows(self) -> Iterator[Row]:
        """Yield the rows of the sheet that has begun, from its first on; rows and cells may skip ahead by an index."""
        number = 0
        for event, element in self.events:
            kind = local(element)
            if event == "start":
                continue
            if kind == "Worksheet":
                return
            if kind == "Row":
                target = index(element, number)
                yield from ([] for _ in range(target - number))
                yield self.row(element, target)
                number = target + 1
                forget(element)
            elif kind == "Visible":
                self.visible = VISIBLE.get(element.text or "", "visible")
            elif kind == "Column" and attribute(element, "Hidden") == "1":
                self.notes.add("hidden_columns", 0, index(element, 0), 1 + count(element, "Span"))

    def row(self, row: Any, number: int) -> list[Cell]:
        """Read the cells of a row; a merged cell leaves None behind it."""
        if attribute(row, "Hidden") == "1":
            self.notes.add("hidden_rows", number)
        values: list[Cell] = []
        for element in row.iterchildren("{*}Cell"):
            values.extend([None] * (index(element, len(values)) - len(values)))
            self.merged.add(number, number + min(count(element, "MergeDown"), MOST), len(values))
            values.append(self.value(element, number, len(values)))
            values.extend([None] * min(count(element, "MergeAcross"), MOST_MERGED))
        return values

    def value(self, cell: Any, row: int, column: int) -> Cell:
        """Read a cell by its declared type; what does not fit it stays text."""
        data = next((child for child in cell.iterchildren("*") if local(child) == "Data"), None)
        if data is None:
            return self.bare(attribute(cell, "Formula"), row, column)
        text, kind = "".join(data.itertext()), attribute(data, "Type")
        if kind == "Error":
            self.notes.add("errors", row, column)
        try:
            value = TYPES.get(kind, str)(text)
        except ValueError:
            return text
        convert = self.styles.get(attribute(cell, "StyleID")) if isinstance(value, float) else None
        return convert(value) if convert and isinstance(value, float) else value

    def bare(self, formula: str, row: int, column: int) -> str | None:
        """Let a formula without a value stand for itself."""
        if formula:
            self.notes.add("bare_formulas", row, column)
        return formula or None

    def said_behind(self, place: Place, sheet: str) -> Iterator[Issue]:
        """Say what stands behind the rows: that the sheet is hidden."""
        if self.visible != "visible":
            yield Issue(place, "hidden", f"the sheet {sheet!r} is hidden; it was read like the others")


def attribute(element: Any, name: str) -> str:
    """Give an attribute of Excel's own; empty where it is missing."""
    return str(element.get(f"{ATTRIBUTE}{name}", ""))


def count(element: Any, name: str) -> int:
    """Give an attribute that counts."""
    said = attribute(element, name)
    return int(said) if said.isdigit() else 0


def index(element: Any, following: int) -> int:
    """Give the place of a row or cell, counted from 0, never before what was read."""
    named = attribute(element, "Index")
    return max(following, min(int(named) - 1, MOST)) if named.isdigit() else following


TYPES: dict[str, Callable[[str], Cell]] = {
    "Number": float,
    "DateTime": datetime.fromisoformat,
    "Boolean": lambda text: text == "1",
}
