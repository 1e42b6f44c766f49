"""Forms typed into cells: the same declaration as a workbook, a text document and a page of the web."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from extract.model import Batch, Grid, Item, Part, PartKind, Place, Table, cell_box, cell_text
from extract.records import reread
from extract.records.sheet_form import seen, typed
from tests.extract.records.paper import items, source

TITLE = "ДЕКЛАРАЦИЯ НА ТОВАРЫ"
BOXES = [
    ["2 Отправитель/Экспортер\nORLINGER PUMPEN GMBH\nHAFENSTRASSE 4, LINZ, АВСТРИЯ", "A\n10702070/120522/3123456"],
    ["8 Получатель\nООО «ВЕЛЬТА РУС»\nИНН 7707083893", "1 Декларация\nИМ 40 ЭД"],
    ["31 Грузовые места и описание товаров\n1-НАСОС ЦЕНТРОБЕЖНЫЙ", "32 Товар\n1"],
    ["33 Код товара\n8413708100", "35 Вес брутто (кг)\n1 204,500"],
    ["42 Цена товара\n30 500,50", "22 Валюта и общая сумма по счету\nEUR 30 500,50"],
]
"""Text of each cell, two in a row."""


def workbook(path: Path) -> Path:
    """Put every label with its value into a merged cell of two columns."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append([TITLE])
    for row, cells in enumerate(BOXES, start=2):
        for column, text in zip((1, 3), cells, strict=True):
            sheet.cell(row, column, text)
            sheet.merge_cells(None, row, column, row, column + 1)
    book.save(path / "dt.xlsx")
    return path / "dt.xlsx"


def parted_workbook(path: Path) -> Path:
    """Put every label into a cell of its own, its lines into the cell under it."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append([TITLE])
    for cells in BOXES:
        parted = [text.partition("\n") for text in cells]
        sheet.append([label for label, _, _ in parted])
        sheet.append([value for _, _, value in parted])
    book.save(path / "parted.xlsx")
    return path / "parted.xlsx"


def document(path: Path) -> Path:
    """Put the form into a table under its title."""
    paper = Document()
    paper.add_heading(TITLE, level=1)
    table = paper.add_table(len(BOXES), 2)
    for row, cells in enumerate(BOXES):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    paper.save(str(path / "dt.docx"))
    return path / "dt.docx"


def page(path: Path) -> Path:
    """Write the form as a table of the web, lines parted by breaks."""
    rows = "".join(f"<tr>{''.join(f'<td>{t}</td>' for t in cells)}</tr>" for cells in BOXES).replace("\n", "<br>")
    (path / "dt.html").write_text(f"<html><body><h1>{TITLE}</h1><table>{rows}</table></body></html>", encoding="utf-8")
    return path / "dt.html"


def declarations(found: list[Item]) -> list[dict[str, object]]:
    batches = [item for item in found if isinstance(item, Batch)]
    return [{name: values[at] for name, values in b.values.items()} for b in batches for at in range(len(b.rows))]


@pytest.mark.parametrize("write", [workbook, parted_workbook, document, page])
def test_a_form_in_cells_is_read_once_and_box_by_box(tmp_path: Path, write: Callable[[Path], Path]) -> None:
    (read,) = declarations(items(write(tmp_path)))
    assert read["consignor"] == "ORLINGER PUMPEN GMBH"
    assert read["consignee"] == "ООО «ВЕЛЬТА РУС»"
    assert read["consignee_id"] == "inn:7707083893"
    assert (read["direction"], read["hs_code"], read["invoice_value"]) == ("import", "8413708100", "30500.50")
    assert (read["gross_weight_kg"], read["goods_description"]) == (1204.5, "НАСОС ЦЕНТРОБЕЖНЫЙ")
    assert read["declaration_number"] == "10702070/120522/3123456"


@pytest.mark.parametrize("write", [workbook, parted_workbook, document, page])
def test_every_field_leads_to_the_cell_it_stands_in(tmp_path: Path, write: Callable[[Path], Path]) -> None:
    path = write(tmp_path)
    found = items(path)
    (table,) = (item for item in found if isinstance(item, Table) and item.kind == "form")
    (batch,) = (item for item in found if isinstance(item, Batch))
    assert table.boxes is not None
    for name, (value,) in batch.values.items():
        part, box = table.boxes[0, table.sources[name]]
        raw = batch.raw[name][0] or cell_text(value)
        assert reread(source(path), path, Place(source(path).sha256, part, box)) == raw
        assert (name, part, box) == (name, table.place.part, cell_box(int(box.top), int(box.x0)))


def test_cells_are_drawn_as_wide_and_high_as_their_words() -> None:
    rows = [["a long label of one line", None, "b"], ["two\nlines", None, None]]
    part = Part(Place("0" * 64, 1), PartKind.SHEET, grids=(Grid(1, rows, merged={2: [(0, 1)]}),))
    drawn = seen(part)
    (label, _, _), (beside, _, _), (below, _, _) = drawn.cells
    assert (label.x1, label.bottom) == (beside.x0, below.top)
    assert (beside.bottom, below.x1) == (below.bottom, label.x1), "the merged cell stands over both rows"
    assert all(any(box.x0 <= w.box.x0 and w.box.x1 <= box.x1 for box, _, _ in drawn.cells) for w in drawn.page.words)
    assert [cell for _, cell, _ in drawn.cells] == [cell_box(0, 0), cell_box(0, 2), cell_box(1, 0)]


def test_a_long_sheet_is_a_table_and_is_not_drawn() -> None:
    part = Part(Place("0" * 64, 1), PartKind.SHEET, grids=(Grid(1, [["ДЕКЛАРАЦИЯ"]] * 401),))
    assert seen(part).page.kind is PartKind.SHEET
    assert typed(part).count("ДЕКЛАРАЦИЯ") == 40
