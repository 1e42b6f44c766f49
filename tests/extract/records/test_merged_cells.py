"""A merged cell speaks of every row it stands over, in every format that has such cells."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from extract.model import Batch, Grid, Place, Source, cell_box
from extract.records import extract, reread
from extract.walk import sniff
from tests.extract.readers import test_ods, test_xlsb
from tests.extract.records.sheets import SOURCE

HEADER = ["Consignor", "Consignee", "HS code", "Description of goods", "Invoice value USD"]
ROWS = [
    ["Alpha GmbH", "Beta LLP", "854231", "chips", 100],
    [None, None, "854232", "memory", 200],
    [None, None, "880621", "drones", None],
    ["Gamma Ltd", "Delta LLP", "847130", "laptops", 5],
]
MERGED = ((1, 3, 0), (1, 3, 1), (1, 2, 4))
"""First row, last row, column."""


def xlsx(path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for row in (HEADER, *ROWS):
        book.active.append(row)
    for top, bottom, column in MERGED:
        book.active.merge_cells(start_row=top + 1, end_row=bottom + 1, start_column=column + 1, end_column=column + 1)
    book.save(path)


def xls(path: Path) -> None:
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("1")
    held = {(top, column): bottom for top, bottom, column in MERGED}
    for number, row in enumerate((HEADER, *ROWS)):
        for column, cell in enumerate(row):
            if (number, column) in held:
                sheet.write_merge(number, held[number, column], column, column, cell)
            elif cell is not None and not any(t <= number <= b and c == column for t, b, c in MERGED):
                sheet.write(number, column, cell)
    book.save(str(path))


def ods(path: Path) -> None:
    held = {(top, column): bottom - top + 1 for top, bottom, column in MERGED}
    rows = []
    for number, row in enumerate((HEADER, *ROWS)):
        cells = []
        for column, cell in enumerate(row):
            more = f'table:number-rows-spanned="{held[number, column]}"' if (number, column) in held else ""
            covered = any(top < number <= bottom and column == at for top, bottom, at in MERGED)
            text = "" if cell is None or covered else str(cell)
            cells.append(test_ods.cell(text, more))
        rows.append(test_ods.row(*cells))
    test_ods.book(path, test_ods.table("".join(rows)))


def html(path: Path) -> None:
    held = {(top, column): bottom - top + 1 for top, bottom, column in MERGED}
    lines = []
    for number, row in enumerate((HEADER, *ROWS)):
        shown = [
            f"<td rowspan={held.get((number, column), 1)}>{'' if cell is None else cell}</td>"
            for column, cell in enumerate(row)
            if not any(top < number <= bottom and column == at for top, bottom, at in MERGED)
        ]
        lines.append(f"<tr>{''.join(shown)}</tr>")
    path.write_text(f"<html><table>{''.join(lines)}</table></html>")


def docx(path: Path) -> None:
    import docx

    document = docx.Document()
    table = document.add_table(rows=len(ROWS) + 1, cols=len(HEADER))
    for number, row in enumerate((HEADER, *ROWS)):
        for column, cell in enumerate(row):
            table.cell(number, column).text = "" if cell is None else str(cell)
    for top, bottom, column in MERGED:
        text = table.cell(top, column).text
        table.cell(top, column).merge(table.cell(bottom, column)).text = text
    document.save(str(path))


def xml(path: Path) -> None:
    held = {(top, column): bottom - top for top, bottom, column in MERGED}
    lines = []
    for number, row in enumerate((HEADER, *ROWS)):
        cells = [
            f'<Cell ss:Index="{column + 1}" ss:MergeDown="{held.get((number, column), 0)}">'
            f'<Data ss:Type="String">{cell}</Data></Cell>'
            for column, cell in enumerate(row)
            if cell is not None and not any(t < number <= b and column == c for t, b, c in MERGED)
        ]
        lines.append(f"<Row>{''.join(cells)}</Row>")
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    path.write_text(
        f'<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}"><Worksheet ss:Name="1">'
        f"<Table>{''.join(lines)}</Table></Worksheet></Workbook>"
    )


def xlsb(path: Path) -> None:
    rows = b""
    for number, row in enumerate((HEADER, *ROWS)):
        cells = (
            test_xlsb.cell(6, column, test_xlsb.text(str(cell)))
            for column, cell in enumerate(row)
            if cell is not None and not any(t < number <= b and column == c for t, b, c in MERGED)
        )
        rows += test_xlsb.row(number, cells)
    boxes = b"".join(test_xlsb.record(176, struct.pack("<4I", t, b, c, c)) for t, b, c in MERGED)
    test_xlsb.book(path, rows + test_xlsb.record(146) + boxes)


MAKERS: dict[str, Callable[[Path], None]] = {
    "xlsx": xlsx,
    "xlsb": xlsb,
    "xls": xls,
    "ods": ods,
    "html": html,
    "docx": docx,
    "xml": xml,
}


@pytest.mark.parametrize("kind", MAKERS)
def test_a_merged_name_is_the_name_of_every_row_and_a_merged_sum_of_the_first(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"merged.{kind}"
    MAKERS[kind](path)
    source = Source("0" * 64, path.stat().st_size, sniff(path))
    [batch] = [item for item in extract(source, path) if isinstance(item, Batch)]
    assert list(batch.values["consignor"]) == ["Alpha GmbH"] * 3 + ["Gamma Ltd"]
    assert list(batch.values["consignee"]) == ["Beta LLP"] * 3 + ["Delta LLP"]
    assert [value and float(value) for value in batch.values["invoice_value"]] == [100, None, None, 5]
    assert list(batch.cells["consignee"]) == [None, (1, 1), (1, 1), None]
    part = next(item.place.part for item in extract(source, path) if getattr(item, "columns", ()))
    assert reread(source, path, Place(source.sha256, part, cell_box(1, 1))) == "Beta LLP"


def read(rows: list[list[object]], merged: dict[int, list[tuple[int, int]]]) -> list[Batch]:
    from extract.model import Part, PartKind
    from extract.records import read_items

    part = Part(Place(SOURCE.sha256, 1), PartKind.SHEET, grids=(Grid(1, rows, merged=merged),))
    return [item for item in read_items(SOURCE, [part]) if isinstance(item, Batch)]


def test_a_merged_cell_goes_on_from_batch_to_batch() -> None:
    rows = [HEADER, *([None, f"Beta {n} LLP", "854231", "chips", n] for n in range(2_500))]
    rows[101][0] = "Alpha GmbH"
    batches = read(rows, {0: [(101, 2_400)]})
    names = [name for batch in batches for name in batch.values["consignor"]]
    assert (len(batches), names.count("Alpha GmbH")) == (3, 2_300)
    assert names[99:101] == [None, "Alpha GmbH"]
    assert batches[2].cells["consignor"][0] == (101, 0)


def test_a_row_with_nothing_of_its_own_stays_empty_and_a_header_is_passed_to_nobody() -> None:
    rows = [HEADER, ROWS[0], [None] * 5, [None, None, None, "and cables", None], ROWS[3]]
    [batch] = read(rows, {0: [(0, 1), (1, 3)], 1: [(1, 3)], 2: [(1, 3)]})
    assert list(batch.rows) == [1, 3, 4]
    assert list(batch.values["goods_description"]) == ["chips", "and cables", "laptops"]
    [batch] = read([HEADER, [None, "Beta LLP", "854231", "chips", 1], ROWS[3]], {0: [(0, 1)]})
    assert batch.values["consignor"][0] is None
