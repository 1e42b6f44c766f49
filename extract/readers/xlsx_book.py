"""What the cells of a workbook refer to: its list of sheets, shared strings, what number formats make of numbers."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from extract.readers.ooxml_package import Package, local
from extract.readers.styles import Convert, converter
from extract.readers.xlsx_strings import strings

BOOK = "xl/workbook.xml"
NO_CELLS = re.compile("chart|dialog")


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A sheet as the book lists it."""

    name: str
    part: str
    visible: str


@dataclass(frozen=True, slots=True)
class Book:
    """All that is needed to read a cell. ``styles``: what turns a number of each style into a cell, if anything."""

    sheets: tuple[SheetEntry, ...]
    strings: list[str]
    styles: tuple[Convert | None, ...]
    is_1904: bool


def book_of(package: Package) -> Book:
    """Read the small parts of a workbook."""
    properties = (element for _, element in package.events(BOOK, "end") if local(element) == "workbookPr")
    is_1904 = any(element.get("date1904") in ("1", "true") for element in properties)
    return Book(sheets_of(package), list(strings(package)), tuple(styles(package, is_1904)), is_1904)


def sheets_of(package: Package) -> tuple[SheetEntry, ...]:
    """List the sheets that hold cells."""
    targets = dict(relations(package, BOOK))
    elements = (element for _, element in package.events(BOOK, "end") if local(element) == "sheet")
    sheets = [sheet for element in elements if not NO_CELLS.search((sheet := entry(element, targets)).part)]
    return tuple(sheets or unlisted(package))


def relations(package: Package, part: str) -> Iterator[tuple[str, str]]:
    """Yield the identifiers of the parts (or files outside) that a part refers to, and where they lie."""
    folder, name = posixpath.split(part)
    for _, element in package.events(f"{folder}/_rels/{name}.rels", "end"):
        target = element.get("Target", "")
        inside = element.get("TargetMode") != "External"
        yield element.get("Id", ""), resolved(folder, target) if inside else target


def resolved(folder: str, target: str) -> str:
    """Give the name in the package of a target."""
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")


def entry(element: ElementTree.Element, targets: dict[str, str]) -> SheetEntry:
    """Read one line of the list of sheets."""
    key = next((value for name, value in element.attrib.items() if name.endswith("}id")), "")
    return SheetEntry(element.get("name", ""), targets.get(key, ""), element.get("state", "visible").lower())


def unlisted(package: Package) -> Iterator[SheetEntry]:
    """List the sheets of a book whose own list is lost."""
    for name in sorted(package.parts):
        if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name):
            yield SheetEntry(posixpath.basename(name), name, "unlisted")


def styles(package: Package, is_1904: bool) -> Iterator[Convert | None]:
    """Yield for each cell style what turns its numbers into cells."""
    formats: dict[int, str] = {}
    for _, element in package.events("xl/styles.xml", "end"):
        if local(element) == "numFmt":
            formats[format_number(element)] = element.get("formatCode", "")
        elif local(element) == "cellXfs":
            numbers = [format_number(style) for style in element]
            yield from (converter(number, formats.get(number), is_1904) for number in numbers)


def format_number(element: ElementTree.Element) -> int:
    """Read the number of a format; 0 is the general one."""
    number = element.get("numFmtId", "")
    return int(number) if number.isdigit() else 0
