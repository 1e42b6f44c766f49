"""What a reader of a workbook says beside the rows: hidden things, formulas without values, links, pivot tables."""

from pathlib import Path

import openpyxl

from extract.model import Box
from tests.extract.readers.reading import read
from tests.extract.readers.test_xlsx_quick import BOOK, MAIN, RELATIONS, packed, sheet
from tests.extract.readers.test_xlsx_quick import read as read_rows


def test_hidden_rows_columns_and_sheets_are_read_and_said(tmp_path: Path):
    book = openpyxl.Workbook()
    for number in range(6):
        book.active.append([f"имя {number}", number, "тайна"])
    book.active.column_dimensions["C"].hidden = True
    book.active.row_dimensions[3].hidden = book.active.row_dimensions[5].hidden = True
    other = book.create_sheet("Скрытый")
    other.append(["x"])
    other.sheet_state = "veryHidden"
    book.save(tmp_path / "a.xlsx")
    parts, grids, issues = read(tmp_path / "a.xlsx")
    assert grids[0][2] == ["имя 2", 2, "тайна"]
    assert grids[1] == [["x"]]
    said = [(i.place.part, i.place.box, i.message) for i in issues if i.kind == "hidden" and i.place]
    assert said == [
        (1, Box(0, 2, 1, 3), "2 hidden rows were read like the others"),
        (1, Box(2, 0, 3, 1), "1 hidden columns were read like the others"),
        (2, None, "the sheet 'Скрытый' is hidden; it was read like the others"),
    ]
    assert (parts[0].dialect["hidden_columns"], parts[1].dialect["visible"]) == ("1", "veryhidden")


def test_formulas_without_values_are_counted_from_the_first(tmp_path: Path):
    book = openpyxl.Workbook()
    book.active.append([1, 2])
    for row in (2, 3):
        book.active.append([f"=A{row - 1}*2", 5])
    book.save(tmp_path / "a.xlsx")
    _, (rows,), (issue,) = read(tmp_path / "a.xlsx")
    assert rows[1:] == [["=A1*2", 5], ["=A2*2", 5]]
    assert (issue.kind, issue.message[:11]) == ("formula_without_value", "2 formulas ")
    assert issue.place is not None
    assert issue.place.box == Box(0, 1, 1, 2)


def test_errors_in_cells_are_counted(tmp_path: Path):
    rows, (issue,) = read_rows(tmp_path, '<row r="1"><c r="B1" t="e"><v>#N/A</v></c></row>')
    assert rows == [[None, "#N/A"]]
    assert (issue.kind, issue.place and issue.place.box) == ("cell_error", Box(1, 0, 2, 1))


def test_links_to_other_books_are_said(tmp_path: Path):
    link = f'{RELATIONS}<Relationship Id="r1" Target="file:///c:/prices.xlsx" TargetMode="External"/></Relationships>'
    parts = {
        "xl/externalLinks/externalLink1.xml": f"<externalLink {MAIN}/>",
        "xl/externalLinks/_rels/externalLink1.xml.rels": link,
    }
    _, (issue,) = read_rows(tmp_path, '<row r="1"><c r="A1"><v>1</v></c></row>', **parts)
    assert issue.kind == "external_link"
    assert "file:///c:/prices.xlsx" in issue.message


def test_a_pivot_table_is_marked_on_its_sheet(tmp_path: Path):
    target = '<Relationship Id="r1" Target="../pivotTables/pivotTable1.xml"/>'
    parts = {
        **BOOK,
        "xl/worksheets/s.xml": sheet('<row r="3"><c r="A3"><v>1</v></c></row>'),
        "xl/worksheets/_rels/s.xml.rels": f"{RELATIONS}{target}</Relationships>",
        "xl/pivotTables/pivotTable1.xml": f'<pivotTableDefinition {MAIN}><location ref="A3:C9"/>',
    }
    (part,), _, _ = read(packed(tmp_path / "a.xlsx", {"[Content_Types].xml": "<Types/>", **parts}))
    assert part.dialect["pivot"] == "A3:C9"
