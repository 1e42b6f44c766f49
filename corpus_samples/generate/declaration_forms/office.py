"""The official form as office programs print it: a grid of cells, in HTML, in a text document, in a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO
from random import Random

from corpus_samples.generate.declaration_forms import frame
from corpus_samples.generate.declaration_forms.boxes import Filled, Sheet, label
from corpus_samples.generate.declaration_forms.frame import Cell
from corpus_samples.generate.declaration_forms.style import Style
from corpus_samples.generate.document import SAMPLE_RU


@dataclass(frozen=True, slots=True)
class Block:
    """One box on a grid of rows and columns: where it begins, how many of them it spans, what it says."""

    row: int
    column: int
    rows: int
    columns: int
    text: str


def blocks(sheet: Sheet, how: Style, main: bool) -> list[Block]:
    """Lay a sheet out on a grid whose lines are the edges of its boxes."""
    placed = list(_placed(sheet, main))
    across = sorted({edge for cell, _ in placed for edge in (cell.x, cell.x + cell.width)})
    down = sorted({edge for cell, _ in placed for edge in (cell.y, cell.y + cell.height)})
    return [
        Block(
            down.index(cell.y),
            across.index(cell.x),
            down.index(cell.y + cell.height) - down.index(cell.y),
            across.index(cell.x + cell.width) - across.index(cell.x),
            said(cell.box, filled, how),
        )
        for cell, filled in sorted(placed, key=lambda pair: (pair[0].y, pair[0].x))
    ]


def said(box: str, filled: Filled, how: Style) -> str:
    words = label(box, how) if box != "D" else ""
    return "\n".join(filter(None, (words, *filled.get(box, ()))))


def _placed(sheet: Sheet, main: bool) -> Iterator[tuple[Cell, Filled]]:
    head, down = (frame.HEAD, frame.HEAD_HEIGHT) if main else (frame.FURTHER_HEAD, frame.FURTHER_HEAD_HEIGHT)
    yield from ((cell, sheet.head) for cell in head)
    for item in sheet.items:
        yield from ((cell, item) for cell in frame.moved(frame.ITEM, down))
        down += frame.ITEM_HEIGHT
    tail = frame.TAIL if main else frame.FURTHER_TAIL
    yield from ((cell, sheet.head | {"47": sheet.items[-1]["47"]}) for cell in frame.moved(tail, down))


def html(sheets: Sequence[Sheet], how: Style, _: Random) -> bytes:
    """Write each sheet as one table with spans."""
    body = "".join(_html_sheet(sheet, how, number == 0) for number, sheet in enumerate(sheets))
    return f'<!doctype html><html><head><meta charset="utf-8"><title>ДТ</title></head><body>{body}<p>{SAMPLE_RU}</p></body></html>'.encode()  # noqa: E501


def _html_sheet(sheet: Sheet, how: Style, main: bool) -> str:
    laid = blocks(sheet, how, main)
    rows = "".join(
        "<tr>" + "".join(_html_cell(block) for block in laid if block.row == row) + "</tr>"
        for row in range(max(block.row + block.rows for block in laid))
    )
    return f'<h2>{sheet.title}</h2><table border="1">{rows}</table>'


def _html_cell(block: Block) -> str:
    inside = escape(block.text, quote=False).replace("\n", "<br>")
    return f'<td rowspan="{block.rows}" colspan="{block.columns}">{inside}</td>'


def docx(sheets: Sequence[Sheet], how: Style, _: Random) -> bytes:
    """Write each sheet as one table with merged cells."""
    from docx import Document

    document = Document()
    document.add_paragraph(SAMPLE_RU)
    for number, sheet in enumerate(sheets):
        document.add_heading(sheet.title, level=1)
        laid = blocks(sheet, how, number == 0)
        table = document.add_table(
            max(block.row + block.rows for block in laid), max(block.column + block.columns for block in laid)
        )
        for block in laid:
            last = table.cell(block.row + block.rows - 1, block.column + block.columns - 1)
            table.cell(block.row, block.column).merge(last).text = block.text
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def xlsx(sheets: Sequence[Sheet], how: Style, _: Random) -> bytes:
    """Write each sheet as a worksheet with merged cells."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for number, sheet in enumerate(sheets, start=1):
        page = book.create_sheet(f"Лист {number}")
        page.cell(1, 1, sheet.title)
        for block in blocks(sheet, how, number == 1):
            row, column = block.row + 2, block.column + 1
            page.cell(row, column, block.text)
            if block.rows > 1 or block.columns > 1:
                page.merge_cells(None, row, column, row + block.rows - 1, column + block.columns - 1)
        page.cell(page.max_row + 2, 1, SAMPLE_RU)
    out = BytesIO()
    book.save(out)
    return out.getvalue()
