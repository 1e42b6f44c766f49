"""Items of invoices and packing lists carry the parties of their page, each with the place where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.model import Batch, Item, Mention, Table
from tests.extract.records import sheets
from tests.extract.records.paper import Paper, items

LINES = (("Field lamp", "940542", 40, 36.5), ("Lamp stand", "940599", 7, 5.25))
EDGES = (36, 200, 280, 360, 450)


def ruled(paper: Paper, top: float, row: tuple[object, ...]) -> None:
    for left, right, cell in zip(EDGES, EDGES[1:], row, strict=False):
        paper.box(left, top, right - left, 20)
        paper.text(left + 3, top + 13, str(cell))


def shipment(found: list[Item]) -> tuple[Table, Batch]:
    table = next(one for one in found if isinstance(one, Table) and one.record == "shipment")
    return table, next(one for one in found if isinstance(one, Batch) and one.table == table.number)


@pytest.fixture
def invoice(tmp_path: Path) -> Paper:
    paper = Paper(tmp_path / "invoice.pdf")
    paper.text(36, 30, "COMMERCIAL INVOICE", size=12)
    paper.text(36, 60, "Seller:", "Harrow Lane Traders Ltd").text(300, 60, "Buyer:", "Osman Lighting LLP")
    for number, row in enumerate([("Description", "HS code", "Qty, pcs", "Amount EUR"), *LINES]):
        ruled(paper, 120 + 20 * number, row)
    return paper.text(300, 220, "Total EUR 41.75")


def test_items_of_a_page(invoice: Paper) -> None:
    _, batch = shipment(items(invoice.finish()))
    assert batch.values["goods_description"] == ["Field lamp", "Lamp stand"]
    assert batch.values["quantity"] == [40, 7]
    assert batch.values["invoice_value"] == ["36.5", "5.25"]
    assert batch.values["consignor"] == ["Harrow Lane Traders Ltd"] * 2
    assert batch.values["consignee"] == ["Osman Lighting LLP"] * 2


def test_a_carried_party_stands_where_its_cell_says(invoice: Paper) -> None:
    source = invoice.finish()
    table, batch = shipment(items(source))
    cell = batch.cells["consignee"][1]
    assert cell is not None
    assert table.boxes is not None
    part, box = table.boxes[cell]
    found = next(one for one in items(source) if isinstance(one, Mention) and one.value == "Osman Lighting LLP")
    assert (part, box) == (found.place.part, found.place.box)


def test_the_sum_under_the_items_is_still_mentioned(invoice: Paper) -> None:
    found = {one.value: one.role for one in items(invoice.finish()) if isinstance(one, Mention)}
    assert found["41.75"] == "total"


PACKING_LIST = [
    ("PACKING LIST",),
    ("Shipper:", "Harrow Lane Traders Ltd"),
    ("Consignee:", "Osman Lighting LLP"),
    ("Manufacturer:", "SZ Fieldlamp Co., Ltd.", "深圳市田灯科技有限公司"),
    (),
    ("No", "Description of goods", "HS code", "Quantity", "Unit", "Net weight, kg"),
    (1, "Field lamp", "940542", 40, "pcs", 36.5),
    (2, "Lamp stand", "940599", 7, "pcs", 5.25),
    ("", "TOTAL", "", 47, "", 41.75),
]


def test_items_of_a_sheet() -> None:
    batch = next(one for one in sheets.items(PACKING_LIST) if isinstance(one, Batch))
    assert batch.values["net_weight_kg"] == [36.5, 5.25]
    assert batch.values["consignee"] == ["Osman Lighting LLP"] * 2
    assert batch.cells["consignee"] == [(2, 1)] * 2
    assert batch.values["manufacturer"] == ["SZ Fieldlamp Co., Ltd."] * 2


def test_names_in_neighbouring_cells_are_two() -> None:
    companies = [value for kind, value, _ in sheets.mentions(PACKING_LIST) if kind == "company"]
    assert companies[-2:] == ["SZ Fieldlamp Co., Ltd.", "深圳市田灯科技有限公司"]


def test_the_same_columns_under_another_title_are_no_items() -> None:
    assert sheets.records([("STOCK ON HAND",), *PACKING_LIST[1:]]) == []


def test_headers_written_as_one_word_are_taken_apart() -> None:
    (table,) = sheets.tables([("CommodityCode", "GrossMassKG", "CountryOrigin"), ("940542", 12.5, "NL")])
    found = [column.evidence for column in table.columns]
    assert found == [f"known header “{words}”" for words in ("commodity code", "gross mass kg", "country origin")]
