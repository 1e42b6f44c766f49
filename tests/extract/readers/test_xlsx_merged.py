"""Merged cells behind the rows of a sheet that is read once only are counted and said."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from extract.model import Box
from extract.readers import xlsx_around
from tests.extract.readers.reading import read


@pytest.mark.parametrize(("limit", "said"), [(10, 2), (1 << 20, 0)])
def test_merged_cells_of_a_long_sheet_are_counted(tmp_path: Path, monkeypatch, limit: int, said: int):
    book = Workbook()
    for row in range(1, 9):
        book.active.append([f"Shipper {row}", row])
    book.active.merge_cells("A2:A4")
    book.active.merge_cells("B6:B7")
    book.save(tmp_path / "a.xlsx")
    monkeypatch.setattr(xlsx_around, "LAID_OUT", limit)
    _, (rows,), issues = read(tmp_path / "a.xlsx")
    assert len(rows) == 8
    merged = [(issue.message, issue.place.box) for issue in issues if issue.kind == "merged" and issue.place]
    told = f"{said} merged cells of a sheet this long speak for their first row alone"
    assert merged == ([(told, Box(0, 1, 1, 2))] if said else [])
