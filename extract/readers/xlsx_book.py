"""What the cells of a workbook refer to: its list of sheets, shared strings, and which formats are dates."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from xml.etree import ElementTree

from extract.errors import LimitExceeded
from extract.readers.ooxml_package import Package, local

TEXT_LIMIT = 300_000_000
BOOK = "xl/workbook.xml"
EPOCHS = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}
DATE_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
NOT_FORMAT = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A sheet as the book lists it."""

    name: str
    part: str
    visible: str


@dataclass(frozen=True, slots=True)
class Book:
    """All that is needed to read a cell."""

    sheets: tuple[SheetEntry, ...]
    strings: list[str]
    dates: tuple[bool, ...]
    epoch: datetime


def book_of(package: Package) -> Book:
    """Read the small parts of a workbook."""
    targets = dict(relations(package))
    sheets: list[SheetEntry] = []
    date1904 = False
    for _, element in package.events(BOOK, "end"):
        if local(element) == "sheet":
            sheets.append(entry(element, targets))
        elif local(element) == "workbookPr":
            date1904 = element.get("date1904") in ("1", "true")
    listed = [sheet for sheet in sheets if "chart" not in sheet.part and "dialog" not in sheet.part]
    return Book(
        tuple(listed or unlisted(package)), list(strings(package)), tuple(date_styles(package)), EPOCHS[date1904]
    )


def relations(package: Package) -> Iterator[tuple[str, str]]:
    """Yield the identifiers of parts and where they lie."""
    for _, element in package.events("xl/_rels/workbook.xml.rels", "end"):
        target = element.get("Target", "")
        yield (
            element.get("Id", ""),
            target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}"),
        )


def entry(element: ElementTree.Element, targets: dict[str, str]) -> SheetEntry:
    """Read one line of the list of sheets."""
    key = next((value for name, value in element.attrib.items() if name.endswith("}id")), "")
    return SheetEntry(element.get("name", ""), targets.get(key, ""), element.get("state", "visible"))


def unlisted(package: Package) -> Iterator[SheetEntry]:
    """List the sheets of a book whose own list is lost."""
    for name in sorted(package.parts):
        if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name):
            yield SheetEntry(posixpath.basename(name), name, "unlisted")


def strings(package: Package) -> Iterator[str]:
    """Yield the shared strings, readings of Japanese characters left out."""
    left = TEXT_LIMIT
    for _, element in package.events("xl/sharedStrings.xml", "end"):
        if local(element) == "si":
            text = text_of(element)
            left -= len(text)
            if left < 0:
                raise LimitExceeded(f"the workbook holds more than {TEXT_LIMIT} characters of text")
            yield text
            element.clear()


def text_of(element: ElementTree.Element) -> str:
    """Join the runs of a string."""
    runs = (child for child in element if local(child) in ("t", "r"))
    texts = (t.text or "" for run in runs for t in run.iter() if local(t) == "t")
    return ESCAPED.sub(lambda match: chr(int(match[1], 16)), "".join(texts))


def date_styles(package: Package) -> Iterator[bool]:
    """Tell for each cell style whether its number is a date."""
    formats: dict[str, str] = {}
    for _, element in package.events("xl/styles.xml", "end"):
        if local(element) == "numFmt":
            formats[element.get("numFmtId", "")] = element.get("formatCode", "")
        elif local(element) == "cellXfs":
            yield from (is_date(style.get("numFmtId", "0"), formats) for style in element)


def is_date(number: str, formats: dict[str, str]) -> bool:
    """Tell a date format by its number or by its letters."""
    if number in formats:
        return bool(re.search("[dmyhs]", NOT_FORMAT.sub("", formats[number]), re.I))
    return number.isdigit() and int(number) in DATE_FORMATS
