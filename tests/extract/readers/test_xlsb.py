"""XLSB by our own reader; the books are written here, record by record."""

import struct
import zipfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from extract.model import Box
from tests.extract.readers.reading import read
from tests.extract.readers.test_xlsx_quick import RELATIONS


def record(kind: int, data: bytes = b"") -> bytes:
    """Write a record: type and length in groups of seven bits."""
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length = len(data)
    size = bytes([length]) if length < 128 else bytes([length & 0x7F | 0x80, length >> 7])
    return head + size + data


def text(value: str) -> bytes:
    return struct.pack("<I", len(value)) + value.encode("utf-16-le")


def row(number: int, cells: Iterable[bytes] = (), hidden: bool = False) -> bytes:
    return record(0, struct.pack("<IIHBB", number, 0, 300, 0, 0x10 if hidden else 0) + b"\0" * 5) + b"".join(cells)


def cell(kind: int, column: int, data: bytes, style: int = 0) -> bytes:
    return record(kind, struct.pack("<II", column, style) + data)


def number(column: int, value: float, style: int = 0) -> bytes:
    return cell(5, column, struct.pack("<d", value), style)


STYLES = b"".join(
    [
        record(44, struct.pack("<H", 164) + text("dd.mm.yyyy;@")),
        record(44, struct.pack("<H", 165) + text("0000000000")),
        record(626),
        record(47, struct.pack("<HH", 0, 14)),
        record(627),
        record(617),
        *(record(47, struct.pack("<HH", 0, one) + b"\0" * 12) for one in (0, 164, 165, 10)),
        record(618),
    ]
)


def book(path: Path, cells: bytes, columns: bytes = b"", state: int = 0, is_1904: int = 0) -> Path:
    parts = {
        "[Content_Types].xml": b"<Types/>",
        "xl/workbook.bin": record(153, struct.pack("<III", is_1904, 0, 0))
        + record(156, struct.pack("<II", state, 1) + text("rId1") + text("Лист1")),
        "xl/_rels/workbook.bin.rels": (
            f'{RELATIONS}<Relationship Id="rId1" Target="worksheets/sheet1.bin"/></Relationships>'.encode()
        ),
        "xl/styles.bin": STYLES,
        "xl/sharedStrings.bin": record(19, b"\0" + text("ООО «Пример»")) + record(19, b"\0" + text("x" * 200)),
        "xl/worksheets/sheet1.bin": columns + record(145) + cells + record(146) + record(130),
    }
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def test_values_as_their_formats_mean_them(tmp_path: Path):
    cells = [
        cell(7, 0, struct.pack("<I", 0)),
        number(2, 44693, style=1),
        number(3, 803901000, style=2),
        number(4, 0.125, style=3),
        cell(2, 5, struct.pack("<i", 1250 << 2 | 3)),
        cell(2, 6, struct.pack("<i", -5 << 2 | 2)),
        cell(4, 7, b"\1"),
        cell(6, 8, text("в ячейке")),
        cell(8, 9, text("по формуле") + b"\0" * 8),
        cell(7, 10, struct.pack("<I", 1)),
    ]
    (part,), (rows,), _ = read(book(tmp_path / "a.xlsb", row(1, cells)))
    assert part.name == "Лист1"
    assert rows == [
        [],
        [
            *("ООО «Пример»", None, date(2022, 5, 12), "0803901000", "12.5%", 12.5, -5.0, True),
            *("в ячейке", "по формуле", "x" * 200),
        ],
    ]


def test_days_count_from_1904_where_the_book_says_so(tmp_path: Path):
    _, grids, _ = read(book(tmp_path / "a.xlsb", row(0, [number(0, 43231, style=1)]), is_1904=1))
    assert grids == [[[date(2022, 5, 12)]]]


def test_hidden_rows_columns_sheets_and_errors_are_said(tmp_path: Path):
    columns = record(60, struct.pack("<IIIIH", 2, 4, 0, 0, 1))
    cells = row(0, [number(0, 1)]) + row(3, [cell(3, 1, b"\x2a")], hidden=True)
    (part,), (rows,), issues = read(book(tmp_path / "a.xlsb", cells, columns, state=2))
    assert rows[3] == [None, "#N/A"]
    assert (part.dialect["visible"], part.dialect["hidden_columns"]) == ("veryhidden", "3")
    places = [(i.kind, i.place.box) for i in issues if i.place]
    assert places == [
        ("hidden", None),
        ("hidden", Box(0, 3, 1, 4)),
        ("hidden", Box(2, 0, 3, 1)),
        ("cell_error", Box(1, 3, 2, 4)),
    ]


def test_a_broken_record_ends_the_sheet_and_is_said(tmp_path: Path):
    cells = row(0, [number(0, 1)]) + row(1, [record(5, b"\0\0")])
    _, (rows,), (issue,) = read(book(tmp_path / "a.xlsb", cells))
    assert rows == [[1.0]]
    assert issue.kind == "damaged"
