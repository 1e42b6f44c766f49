"""Excel's XML of 2003 is read cell by cell."""

from datetime import datetime
from pathlib import Path

from tests.extract.readers.reading import read

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
