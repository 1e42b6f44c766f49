import pytest

from extract.records.registers import record_of


@pytest.mark.parametrize(
    ("columns", "record"),
    [
        ("licence_number holder counterparty hs_code quantity value", "licence"),
        ("declaration_number consignor consignee hs_code value", "shipment"),
        ("identifier company registered address director", "company"),
        ("hs_code value period partner", "statistic"),
        ("payer payee value date purpose", "payment"),
        ("date event country", "event"),
        ("hs_code quantity unit_price", None),
        ("date value", None),
    ],
)
def test_columns_tell_the_record(columns, record):
    assert record_of(columns.split()) == record


def test_an_aggregate_gives_no_record():
    assert record_of(["consignee", "hs_code", "value"], aggregate=True) is None


def test_goods_and_figures_are_items_on_a_paper_only():
    columns = ["goods_description", "hs_code", "quantity", "net_weight_kg"]
    assert record_of(columns, on_paper=True) == "shipment"
    assert record_of(columns) is None


def test_a_manifest_without_goods_gives_shipments_and_a_list_of_sums_does_not():
    assert record_of(["consignor", "consignee", "gross_weight_kg", "bill_of_lading"]) == "shipment"
    assert record_of(["consignor", "consignee", "value", "date"]) is None
