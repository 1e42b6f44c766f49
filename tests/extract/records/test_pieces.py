"""Two tables beside each other on a sheet give two tables of records, each cell at its own place."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from extract.model import Batch, Grid, Place, Source, Table, cell_box
from extract.records import extract, reread
from extract.records.pieces import pieces
from tests.extract.layout.test_side_by_side import LEFT, beside

GOODS = [["Importer", "HS code", "Customs value, USD"], ["Delta", "847130", 10], ["Eps", "851762", 20]]
PARTY = [["Name", "Tax ID", "Address"], ["Alpha LLC", "7707083893", "Street 1"], ["Beta LLC", "7736050003", "Street 2"]]


@pytest.mark.parametrize("left", [LEFT, LEFT[:3]], ids=["longer", "as long"])
def test_nobody_trades_with_a_neighbouring_table(tmp_path: Path, left: list[list[object]]) -> None:
    path = tmp_path / "two.xlsx"
    book = Workbook()
    for row in beside(left, GOODS):
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


def test_two_parties_of_one_table_stay_together_across_an_empty_column():
    rows = [["Exporter", "", "", None, "Importer", "", ""], *beside(PARTY, PARTY)]
    [grid] = pieces(Grid(1, rows))
    assert len(list(grid.rows)) == 4
    assert len(list(pieces(Grid(1, rows[1:])))) == 2


PAYMENTS = [["Payer", "Payee", "Amount, EUR", "Payment date"], *(["Zeta", "Eta", 5, f"2022-05-{n}"] for n in (12, 13))]
SENT = [["Exporter", "Goods", "Weight kg"], ["Theta", "Pumps", 12], ["Iota", "Chips", 13]]


def test_records_of_two_kinds_are_of_two_tables():
    assert len(list(pieces(Grid(1, beside(GOODS, PAYMENTS))))) == 2


def test_two_titles_part_two_tables_of_records():
    assert len(list(pieces(Grid(1, beside(GOODS, SENT))))) == 1
    titled = [["Imports 2022", "", "", None, "Exports 2022", "", ""], *beside(GOODS, SENT)]
    assert len(list(pieces(Grid(1, titled)))) == 2
