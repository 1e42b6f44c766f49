"""A customs extract as XLSX: our reading, and our reading with its records, against python-calamine's own `iter_rows`.

The book is made here, the parts of its package written as text: 30 columns, Cyrillic shared strings, numbers and dates
as numbers with a style, seeded, invented companies. More rows: ``python -m benchmarks.customs_xlsx ROWS...``.
"""

from __future__ import annotations

import re
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

from benchmarks.customs_csv import HEADERS, rows
from benchmarks.measure import Ratio, cost, python

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
BEGINS = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SMALL_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{TYPE}.styles+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{TYPE}.sharedStrings+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook {MAIN} xmlns:r="{OFFICE}"><sheets><sheet name="Лист1" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId3" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    ),
    "xl/styles.xml": (
        f'<styleSheet {MAIN}><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1">'
        '<border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
    ),
}
DATE_COLUMN = 11
NUMBER_COLUMNS = frozenset((17, 18, 22, *range(25, 30)))
EPOCH = date(1899, 12, 30)
BATCH = 2_000

READ_BY_CALAMINE = """
import sys, python_calamine
sheet = python_calamine.CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0)
print(sum(len(row) for row in sheet.iter_rows()))
"""
READ = """
import os, sys
from pathlib import Path
from extract.model import Part, Source
from extract.readers import read_parts
path = Path(sys.argv[1])
source = Source("0" * 64, os.path.getsize(path), "xlsx")
parts = (part for part in read_parts(source, path) if isinstance(part, Part))
print(sum(len(row) for part in parts for grid in part.grids for row in grid.rows))
"""
EXTRACTED = """
import os, sys
from pathlib import Path
from extract.model import Batch, Source
from extract.records import extract
path = Path(sys.argv[1])
source = Source("0" * 64, os.path.getsize(path), "xlsx")
print(sum(len(item.rows) for item in extract(source, path) if isinstance(item, Batch)))
"""
MEASURES = {"reading": READ, "reading and records": EXTRACTED}


def write(path: Path, count: int) -> None:
    """Write the book."""
    strings: dict[str, int] = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, text in SMALL_PARTS.items():
            package.writestr(name, BEGINS + text)
        with package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write(f"{BEGINS}<worksheet {MAIN}><sheetData>".encode())
            for text in batched(row_elements(count, strings)):
                part.write(text.encode())
            part.write(b"</sheetData></worksheet>")
        with package.open("xl/sharedStrings.xml", "w", force_zip64=True) as part:
            part.write(f'{BEGINS}<sst {MAIN} uniqueCount="{len(strings)}">'.encode())
            for text in batched(f"<si><t>{escape(string)}</t></si>" for string in strings):
                part.write(text.encode())
            part.write(b"</sst>")


def batched(pieces: Iterable[str]) -> Iterator[str]:
    """Join pieces a few thousand at a time."""
    held: list[str] = []
    for piece in pieces:
        held.append(piece)
        if len(held) == BATCH:
            yield "".join(held)
            held.clear()
    yield "".join(held)


def row_elements(count: int, strings: dict[str, int]) -> Iterator[str]:
    """Yield each row as XML; texts are numbered as they come."""
    letters = [chr(65 + column) if column < 26 else f"A{chr(39 + column)}" for column in range(len(HEADERS))]
    yield row_element(1, [shared(letter, 1, text, strings) for letter, text in zip(letters, HEADERS, strict=True)])
    for number, row in enumerate(rows(count), start=2):
        columns = enumerate(zip(letters, row, strict=True))
        yield row_element(number, [cell(column, letter, number, text, strings) for column, (letter, text) in columns])


def row_element(number: int, cells: Iterable[str]) -> str:
    """Make a row."""
    return f'<row r="{number}" spans="1:{len(HEADERS)}">{"".join(cells)}</row>'


def cell(column: int, letter: str, number: int, text: str, strings: dict[str, int]) -> str:
    """Make a cell: a number, a date as the number of a day, or a text."""
    if not text:
        return ""
    if column in NUMBER_COLUMNS:
        return f'<c r="{letter}{number}"><v>{text.replace(",", ".")}</v></c>'
    if column == DATE_COLUMN:
        day, month, year = map(int, re.split(r"\.", text))
        return f'<c r="{letter}{number}" s="1"><v>{(date(year, month, day) - EPOCH).days}</v></c>'
    return shared(letter, number, text, strings)


def shared(letter: str, number: int, text: str, strings: dict[str, int]) -> str:
    """Make a cell that names a shared string."""
    return f'<c r="{letter}{number}" t="s"><v>{strings.setdefault(text, len(strings))}</v></c>'


def run(counts: Sequence[int] = (100_000,)) -> Iterator[Ratio]:
    """Compare CPU and memory with calamine's, which gives the same rows."""
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "extract.xlsx"
            write(path, count)
            theirs = cost(python(READ_BY_CALAMINE, str(path)))
            for what, code in MEASURES.items():
                ours = cost(python(code, str(path)))
                title = f"customs XLSX, {count:,} rows x {len(HEADERS)}, {what}"
                yield Ratio(title, ours.cpu, theirs.cpu, "CPU s", "calamine iter_rows")
                yield Ratio(f"{title}: peak memory", ours.peak, theirs.peak, "MiB", "calamine iter_rows")


if __name__ == "__main__":
    for ratio in run([int(count) for count in sys.argv[1:]] or (100_000, 1_000_000)):
        print(ratio, flush=True)
