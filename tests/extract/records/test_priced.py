"""Of two columns of sums the one that makes the other, times the count, is the price of one unit."""

import pytest

from tests.extract.records.sheets import records

HEADS = ["Shipper", "Consignee", "Goods Description", "HS Code", "Quantity"]
GOODS = [
    ["Brontel Drives GmbH", "Karvent Asia LLP", "motors", "850110"],
    ["Donex Ltd", "Karvent Asia LLP", "gears", "848340"],
]


def sums(heads: tuple[str, str], *rows: tuple[object, object, object]) -> dict[str, list[object]]:
    found = records([[*HEADS, *heads], *([*goods, *row] for goods, row in zip(GOODS, rows, strict=True))])
    return {name: [values[name] for _, values in found if name in values] for name in ("unit_price", "invoice_value")}


@pytest.mark.parametrize("heads", [("Value USD", "Amount USD"), ("Amount USD", "Value USD")])
def test_price_times_count(heads: tuple[str, str]) -> None:
    assert sums(heads, (24, 12.5, 300), (10, 2.1, 21)) == {
        "unit_price": ["12.5", "2.1"],
        "invoice_value": ["300", "21"],
    }


def test_the_sum_may_stand_before_its_price() -> None:
    assert sums(("Value USD", "Amount USD"), (24, 300, 12.5), (10, 21, 2.1))["unit_price"] == ["12.5", "2.1"]


@pytest.mark.parametrize("rows", [((24, 12.5, 305), (10, 2.1, 28)), ((1, 12.5, 12.5), (1, 2.1, 2.1))])
def test_what_does_not_agree_or_is_one_unit_is_no_price(rows: tuple[tuple[object, ...], ...]) -> None:
    assert sums(("Value USD", "Amount USD"), *rows)["unit_price"] == []
