"""Tables that are not as they should be, each in every format that can hold it, and what was read of them.

``python -m tests.extract.readers.bad_tables FOLDER`` reads the files of a folder in a process of its own.
"""

from __future__ import annotations

import json
import re
import struct
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from extract.errors import ReadError
from extract.model import Batch, Issue, Source
from extract.readers.ranges import column_name
from extract.records import extract
from extract.walk import sniff
from tests.extract.readers import test_ods, test_xlsb
from tests.extract.readers.test_xlsx_quick import BOOK, MAIN, RELATIONS, packed

HEADER = ["Consignor", "HS code", "Invoice value USD"]
ROW = ["Alpha GmbH", "854231", "100.50"]
LAST = 1_048_575
LAST_OF_XLS = 65_535
WIDE = 16_384
WIDE_XLS = 256
Table = dict[int, list[str]]
"""Rows by their number."""


def xlsx(path: Path, rows: Table, more: str = "", **parts: str) -> None:
    lines = "".join(
        f'<row r="{number + 1}">'
        + "".join(
            f'<c r="{column_name(column)}{number + 1}" t="inlineStr"><is><t>{text}</t></is></c>'
            for column, text in enumerate(row)
        )
        + "</row>"
        for number, row in rows.items()
    )
    sheet = f'<worksheet {MAIN}><dimension ref="A1:XFD1048576"/><sheetData>{lines}{more}</sheetData></worksheet>'
    packed(path, {**BOOK, "xl/worksheets/s.xml": sheet, **parts})


def xlsb(path: Path, rows: Table) -> None:
    cells = b"".join(
        test_xlsb.row(number, (test_xlsb.cell(6, column, test_xlsb.text(text)) for column, text in enumerate(row)))
        for number, row in rows.items()
    )
    test_xlsb.book(path, cells, columns=test_xlsb.record(148, struct.pack("<4I", 0, LAST, 0, WIDE - 1)))


def xls(path: Path, rows: Table, formulas: bool = False) -> None:
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("1")
    for number, row in rows.items():
        for column, text in enumerate(row):
            sheet.write(number, column, text)
        if formulas and number:
            sheet.write(number, len(row), xlwt.Formula("1+1"))
    book.save(str(path))


def ods(path: Path, rows: Table, more: str = "") -> None:
    lines, before = "", -1
    for number, row in rows.items():
        if number > before + 1:
            lines += test_ods.row(test_ods.cell(), more=f'table:number-rows-repeated="{number - before - 1}"')
        lines += test_ods.row(*map(test_ods.cell, row), *([more] if number and more else []))
        before = number
    test_ods.book(path, test_ods.table(lines))


def csv(path: Path, rows: Table) -> None:
    lines, before = [], -1
    for number, row in rows.items():
        lines.append("\n" * (number - before - 1) + ";".join(row))
        before = number
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def long(last: int) -> Table:
    return {0: HEADER, 1: ROW, last: ["Omega Ltd", "880621", "5"]}


def wide(width: int) -> Table:
    rest = range(len(HEADER), width)
    return {
        0: [*HEADER, *(f"note {at}" for at in rest)],
        1: [*ROW, *(f"{at}" for at in rest)],
        2: [*ROW, *(f"{at}.5" for at in rest)],
    }


PLAIN: Table = {0: HEADER, 1: ROW, 2: ROW}
BARE = test_ods.cell("", 'table:formula="of:=1+1"')
LINKED = test_ods.cell(
    "5", 'table:formula="of:=\'file:///c:/prices.ods\'#$A.A1" office:value-type="float" office:value="5"'
)
LINK = {
    "xl/externalLinks/externalLink1.xml": f"<externalLink {MAIN}/>",
    "xl/externalLinks/_rels/externalLink1.xml.rels": (
        f'{RELATIONS}<Relationship Id="r1" Target="prices.xlsx" TargetMode="External"/></Relationships>'
    ),
}
QUOTED = "\n".join([";".join(HEADER), *[";".join(ROW)] * 30, '"Beta LLP;847130;7', *[";".join(ROW)] * 30])
NULS = "\n".join([";".join(HEADER), *[";".join(ROW)] * 5, "Beta\0 LLP;847130;7", *[";".join(ROW)] * 5])
RAGGED = "\n".join([";".join(HEADER), *[";".join(ROW)] * 5, "Beta LLP;847130;7;8;9", "Gamma LLP", *[";".join(ROW)] * 5])

MAKERS: dict[str, Callable[[Path], Any]] = {
    "long.xlsx": lambda path: xlsx(path, long(LAST)),
    "long.xlsb": lambda path: xlsb(path, long(LAST)),
    "long.xls": lambda path: xls(path, long(LAST_OF_XLS)),
    "long.ods": lambda path: ods(path, long(LAST)),
    "long.csv": lambda path: csv(path, long(LAST)),
    "wide.xlsx": lambda path: xlsx(path, wide(WIDE)),
    "wide.xlsb": lambda path: xlsb(path, wide(WIDE)),
    "wide.xls": lambda path: xls(path, wide(WIDE_XLS)),
    "wide.ods": lambda path: ods(path, wide(WIDE)),
    "wide.csv": lambda path: csv(path, wide(WIDE)),
    "formula.xlsx": lambda path: xlsx(path, PLAIN, '<row r="4"><c r="A4"><f>1+1</f></c></row>'),
    "formula.xls": lambda path: xls(path, PLAIN, formulas=True),
    "formula.ods": lambda path: ods(path, PLAIN, BARE),
    "link.xlsx": lambda path: xlsx(path, PLAIN, **LINK),
    "link.ods": lambda path: ods(path, PLAIN, LINKED),
    "quote.csv": lambda path: path.write_text(QUOTED),
    "nul.csv": lambda path: path.write_text(NULS),
    "ragged.csv": lambda path: path.write_text(RAGGED),
}


def main(folder: Path) -> None:
    """Tell of each file its records, the row of the last, and its issues; at the end the memory it took."""
    told = {path.name: read(path) for path in sorted(folder.iterdir())}
    print(json.dumps({"files": told, "MiB": peak()}))


def peak() -> int:
    """Give the most memory this program held, in MiB. (What getrusage tells may be that of the one who started it.)"""
    told = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    assert told is not None
    return int(told[1]) // 1024


def read(path: Path) -> dict[str, Any]:
    source = Source("0" * 64, path.stat().st_size, sniff(path))
    rows: list[int] = []
    issues: Counter[str] = Counter()
    places = []
    try:
        for item in extract(source, path):
            rows += item.rows if isinstance(item, Batch) else []
            if isinstance(item, Issue):
                issues[item.kind] += 1
                places.append([item.kind, item.place.box.top if item.place and item.place.box else None])
    except ReadError as error:
        issues[f"refused: {error}"] += 1
    return {"records": len(rows), "last": max(rows, default=-1), "issues": issues, "places": places}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
