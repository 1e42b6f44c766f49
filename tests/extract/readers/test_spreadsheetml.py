"""Excel's XML of 2003 is read cell by cell."""

import tracemalloc
from datetime import datetime
from pathlib import Path

from extract.model import Box, Part
from extract.readers import read_parts
from tests.extract.readers.reading import read, source_of

BOOK = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="ГТД"><Table>
<Row ss:Index="2"><Cell ss:MergeAcross="1"><Data ss:Type="String">Товар</Data></Cell>
<Cell><Data ss:Type="String">Дата</Data></Cell></Row>
<Row><Cell ss:Index="2"><Data ss:Type="Number">5.5</Data></Cell>
<Cell><Data ss:Type="DateTime">2022-05-12T00:00:00.000</Data></Cell>
<Cell><Data ss:Type="Number">n/a</Data></Cell></Row>
</Table></Worksheet></Workbook>"""


def test_cells_stand_where_their_index_says(tmp_path: Path):
    path = tmp_path / "a.xls"
    path.write_text(BOOK, encoding="utf-8")
    (part,), grids, _ = read(path)
    assert part.name == "ГТД"
    assert grids == [[[], ["Товар", None, "Дата"], [None, 5.5, datetime(2022, 5, 12), "n/a"]]]


STYLED = """<?xml version="1.0" encoding="windows-1251"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:x="urn:schemas-microsoft-com:office:excel">
<Styles><Style ss:ID="code"><NumberFormat ss:Format="0000000000"/></Style>
<Style ss:ID="share"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="plain"/></Styles>
<Worksheet ss:Name="Скрытый"><Table><Column ss:Index="3" ss:Hidden="1" ss:Span="1"/>
<Row><Cell ss:StyleID="code"><Data ss:Type="Number">803901000</Data></Cell>
<Cell ss:StyleID="share"><Data ss:Type="Number">0.05</Data></Cell>
<Cell ss:StyleID="plain" ss:Formula="=RC[-1]*2"/></Row>
<Row ss:Hidden="1"><Cell><Data ss:Type="Error">#N/A</Data></Cell></Row></Table>
<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet>
<Worksheet ss:Name="Второй"><Table><Row><Cell><Data ss:Type="String">ЁЖ &amp; К</Data></Cell></Row></Table></Worksheet>
</Workbook>"""


def test_formats_and_hidden_things_are_understood(tmp_path: Path):
    path = tmp_path / "a.xml"
    path.write_bytes(STYLED.encode("cp1251"))
    parts, grids, issues = read(path)
    assert [part.name for part in parts] == ["Скрытый", "Второй"]
    assert grids == [[["0803901000", "5%", "=RC[-1]*2"], ["#N/A"]], [["ЁЖ & К"]]]
    assert [(i.kind, i.place.part, i.place.box) for i in issues if i.place] == [
        ("hidden", 1, Box(0, 1, 1, 2)),
        ("hidden", 1, Box(2, 0, 3, 1)),
        ("formula_without_value", 1, Box(2, 0, 3, 1)),
        ("cell_error", 1, Box(0, 1, 1, 2)),
        ("hidden", 1, None),
    ]


def test_rows_that_nobody_asked_for_do_not_hide_the_next_sheet(tmp_path: Path):
    path = tmp_path / "a.xml"
    path.write_bytes(STYLED.encode("cp1251"))
    names = [item.name for item in read_parts(source_of(path), path) if isinstance(item, Part)]
    assert names == ["Скрытый", "Второй"]


def test_a_long_sheet_needs_little_memory(tmp_path: Path):
    path = tmp_path / "a.xml"
    cells = "".join(f'<Cell><Data ss:Type="String">значение {n}</Data></Cell>' for n in range(20))
    begin, end = BOOK.split("<Row", 1)[0], "</Table></Worksheet></Workbook>"
    path.write_text(begin + f"<Row>{cells}</Row>" * 10_000 + end, encoding="utf-8")
    parts = (item for item in read_parts(source_of(path), path) if isinstance(item, Part))
    tracemalloc.start()
    count = sum(len(row) for part in parts for grid in part.grids for row in grid.rows)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 200_000
    assert peak < 5 << 20
