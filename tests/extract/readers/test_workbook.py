"""Workbooks keep the spreadsheet's own row and column numbers, and hidden sheets."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from extract.errors import Damaged
from extract.readers import read_parts
from tests.extract.readers.reading import read, source_of


def test_rows_and_columns_count_from_the_sheets_corner(tmp_path: Path):
    book = openpyxl.Workbook()
    book.active["C4"] = "Отправитель"
    book.active["E6"] = 12.5
    path = tmp_path / "a.xlsx"
    book.save(path)
    (part,), ((*rows,),), _ = read(path)
    (grid,) = part.grids
    cells = {(r, c): value for r, row in enumerate(rows, grid.first_row) for c, value in enumerate(row) if value}
    assert grid.first_column == 0
    assert cells == {(3, 2): "Отправитель", (5, 4): 12.5}


def test_dates_are_dates_and_hidden_sheets_are_there(tmp_path: Path):
    book = openpyxl.Workbook()
    book.active.append([date(2022, 5, 12), datetime(2022, 5, 12, 10, 30), True, "0803"])
    hidden = book.create_sheet("скрытый")
    hidden.append(["x"])
    hidden.sheet_state = "hidden"
    path = tmp_path / "a.xlsx"
    book.save(path)
    parts, grids, _ = read(path)
    assert grids[0] == [[date(2022, 5, 12), datetime(2022, 5, 12, 10, 30), True, "0803"]]
    assert [(p.name, p.dialect["visible"]) for p in parts] == [("Sheet", "visible"), ("скрытый", "hidden")]


def test_an_empty_sheet_is_a_part_without_grids(tmp_path: Path):
    path = tmp_path / "a.xlsx"
    openpyxl.Workbook().save(path)
    parts, grids, _ = read(path)
    assert len(parts) == 1
    assert grids == []


def test_the_old_format_is_read(tmp_path: Path):
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Лист1")
    sheet.write(0, 0, "ИНН")
    sheet.write(1, 0, 7701234567)
    path = tmp_path / "a.bin"
    book.save(str(path))
    parts, grids, _ = read(path)
    assert grids == [[["ИНН"], [7701234567]]]
    assert parts[0].name == "Лист1"


def test_a_cut_workbook_is_damaged_and_says_so(tmp_path: Path):
    book = openpyxl.Workbook()
    for row in range(200):
        book.active.append([row, "текст"])
    path = tmp_path / "a.xlsx"
    book.save(path)
    path.write_bytes(path.read_bytes()[:3000])
    with pytest.raises(Damaged, match="damaged"):
        list(read_parts(source_of(path), path))


def test_open_document_sheets_are_read(tmp_path: Path):
    book = OpenDocumentSpreadsheet()
    table, row = Table(name="Реестр"), TableRow()
    for text in ("ТОО «Алтын Канат»", "БИН"):
        cell = TableCell(valuetype="string")
        cell.addElement(P(text=text))
        row.addElement(cell)
    table.addElement(row)
    book.spreadsheet.addElement(table)
    book.save(str(tmp_path / "a.ods"))
    parts, grids, _ = read(tmp_path / "a.ods")
    assert parts[0].name == "Реестр"
    assert grids == [[["ТОО «Алтын Канат»", "БИН"]]]
