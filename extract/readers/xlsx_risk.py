"""What calamine must not be given: books that make it ask for more memory than there is."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from extract.errors import Encrypted
from extract.readers.ooxml_package import Package
from extract.readers.xlsx_sheet import ROWS, column_number

DENSE_LIMIT = 30_000_000
# Looking costs a tenth of reading; a large sheet is left to the limits of the process.
SCAN_LIMIT = 16 << 20
PART_LIMIT = 1 << 30
MOST_STRINGS = 1_000_000
SHORTEST_STRING = len("<si/>")
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
STRINGS = "xl/sharedstrings.xml"
CELL = re.compile(rb'<(?:\w+:)?c [^>]*?\br="([A-Za-z]{1,3})(\d{1,12})"')
COUNT = re.compile(rb'ount="(\d+)"')


def risk_of(path: Path) -> str:
    """Say in words why a book is better read by our own reader; empty if calamine may have it."""
    with Package(path) as package:
        if any(info.flag_bits & 1 for info in package.parts.values()):
            raise Encrypted("parts of the workbook are protected by a password", "ask for the password")
        try:
            return risk_in(package)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            return f"the workbook is damaged: {error}"


def risk_in(package: Package) -> str:
    """Look at sizes, at the number of strings, at the places of cells."""
    if any(info.file_size > PART_LIMIT for info in package.parts.values()):
        return "a part inflates to more than a gigabyte"
    if STRINGS in package and string_count(package) > MOST_STRINGS + package.size(STRINGS) // SHORTEST_STRING:
        return "the list of strings claims more than it holds"
    sheets = [name for name in package.parts if SHEET.fullmatch(name) and package.size(name) <= SCAN_LIMIT]
    return next((risk for name in sheets if (risk := sheet_risk(package, name))), "")


def sheet_risk(package: Package, name: str) -> str:
    """Look at the places that the cells of a sheet claim."""
    with package.zip.open(package.parts[name]) as part:
        found = CELL.findall(part.read(SCAN_LIMIT))
    if not found:
        return ""
    columns = [column_number(letters.decode(), 0) for letters in {letters for letters, _ in found}]
    rows = [int(row) for row in {row for _, row in found}]
    if max(rows) > ROWS:
        return "rows are numbered beyond the last one"
    if len(set(found)) < len(found):
        return "two cells stand at one place"
    area = (max(columns) - min(columns) + 1) * (max(rows) - min(rows) + 1)
    return "few cells span a huge area" if area > DENSE_LIMIT else ""


def string_count(package: Package) -> int:
    """Read how many strings the book says it has."""
    with package.zip.open(package.parts[STRINGS]) as part:
        return max((int(count) for count in COUNT.findall(part.read(2048))), default=0)
