"""Two tables beside each other on a sheet give two tables of records, each cell at its own place."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from extract.model import Batch, Place, Source, Table, cell_box
from extract.records import extract, reread
from tests.extract.layout.test_side_by_side import LEFT, beside


def test_nobody_trades_with_a_neighbouring_table(tmp_path: Path) -> None:
    path = tmp_path / "two.xlsx"
    book = Workbook()
    goods = [["Importer", "HS code", "Customs value, USD"], ["Delta", "847130", 10], ["Eps", "851762", 20]]
    for row in beside(LEFT, goods):
        book.active.append(row)
    book.save(path)
    source = Source("0" * 64, path.stat().st_size, "xlsx")
    items = list(extract(source, path))
    tables = [item for item in items if isinstance(item, Table)]
    batches = [item for item in items if isinstance(item, Batch)]
    assert [table.record for table in tables] == ["shipment", "shipment"]
    assert [set(batch.values) & {"consignor", "consignee"} for batch in batches] == [{"consignor"}, {"consignee"}]
    assert list(batches[1].values["consignee"]) == ["Delta", "Eps"]
    row, position = batches[1].rows[1], tables[1].sources["consignee"]
    assert reread(source, path, Place(source.sha256, 1, cell_box(row, position))) == "Eps"
